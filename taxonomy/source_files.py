"""The files of a taxonomy source: a main file and those it includes, as one set of sections.

`include` lists files beside or below the main one. What is included comes first, in the order listed; each
file is read once, however often it is included, and every mistake of every file is noted before anything else.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from taxonomy.errors import TagwrightError
from taxonomy.source_keys import ADDED_SECTIONS, DOCUMENT, EXTENSION, EXTENSION_PART, PART, SECTIONS, Keys
from taxonomy.yaml_nodes import MAXIMUM_BYTES, Entry, SourceError, parse_yaml

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.source_walk import Walker

MAXIMUM_FILES: Final = 200
MAXIMUM_DEPTH: Final = 20
MAXIMUM_TOTAL_BYTES: Final = 32_000_000
ENDINGS: Final = (".yaml", ".yml")


@dataclass(slots=True)
class Sections:
    """The sections of all files put together, the head of the main one, and the bytes of each file by its path.

    extends: what the main file of an extension says of its base. files: relative to the main file's folder, with
    forward slashes, the main one first. is_whole: whether all of them could be read; names that are missing may
    otherwise be in the one that could not.
    """

    head: Entry | None = None
    extends: Entry | None = None
    nodes: dict[str, Node] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    is_whole: bool = True


def read_source_bytes(path: Path) -> bytes:
    """Return the bytes of a source, and at most one more than are allowed.

    Raises: TagwrightError where the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise TagwrightError(
            f"{path}: the taxonomy source cannot be read ({reason}): check the path"
        ) from None


def sections_of(root: Node) -> Sections:
    """Return the sections of one file as they are, whatever they hold; what it includes is not followed."""
    found = Sections()
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if isinstance(key, ScalarNode) and key.value == "taxonomy":
            found.head = Entry(key, value)
        elif isinstance(key, ScalarNode):
            found.nodes[key.value] = value
    return found


def gather(
    walker: Walker, data: bytes, main: Path, *, from_disk: bool, is_extension: bool = False
) -> Sections:
    """Return the sections of a main file, whose bytes are given, and of what it includes.

    from_disk: whether there is a folder to include from. is_extension: whether it extends a taxonomy.
    Raises: SourceError where the main file is no YAML.
    """
    keys = (EXTENSION, EXTENSION_PART) if is_extension else (DOCUMENT, PART)
    gatherer = _Gatherer(walker, main.parent if from_disk else None, *keys)
    return gatherer.gather(data, main)


class _Gatherer:
    """Reads file after file; `_open` are those being read now, each included by the one before it."""

    def __init__(self, walker: Walker, folder: Path | None, main: Keys, part: Keys) -> None:
        self._walker = walker
        self._folder = folder
        self._main = main
        self._part = part
        self._sections = Sections()
        self._parts: dict[str, list[Node]] = {}
        self._open: list[str] = []
        self._bytes = 0

    def gather(self, data: bytes, main: Path) -> Sections:
        self._sections.files[main.name] = data
        root = parse_yaml(data, str(main))
        top = self._walker.record(root, "the source", self._main)
        self._sections.head = top.get("taxonomy")
        self._sections.extends = top.get("extends")
        self._add(top, main.name)
        for section, nodes in self._parts.items():
            self._sections.nodes[section] = self._together(section, nodes)
        needs = self._main is DOCUMENT and self._sections.is_whole
        if "concepts" not in self._parts and needs and isinstance(root, MappingNode):
            self._walker.fail(root, "missing-key", 'the source lacks the key "concepts"')
        return self._sections

    def _add(self, top: dict[str, Entry], name: str) -> None:
        """Add what a file includes, and then its own sections."""
        self._open.append(name)
        if "include" in top:
            for node in self._walker.listing(top["include"].value, "the included files"):
                self._include(node, PurePosixPath(name).parent)
        self._open.pop()
        for section in (*SECTIONS, *ADDED_SECTIONS):
            if section in top:
                self._parts.setdefault(section, []).append(top[section].value)

    def _include(self, node: Node, folder: PurePosixPath) -> None:
        said = self._walker.text(node, "the path of an included file")
        name = None if said is None else self._path_within(node, said, folder)
        if said is None or name is None:
            self._sections.is_whole = False
            return
        if name in self._open:
            circle = " → ".join([*self._open[self._open.index(name) :], name])
            message = f"the file includes itself ({circle}): remove this line"
            self._walker.fail(node, "include", message)
        elif name not in self._sections.files:
            self._sections.is_whole &= self._read(node, said, name)

    def _path_within(self, node: Node, said: str, folder: PurePosixPath) -> str | None:
        """Return the path from the main file's folder, or None where it leaves it."""
        if self._folder is None:
            message = "a source that is not read from a folder can include nothing: put it all in one"
        elif "\\" in said or ":" in said or said.startswith(("/", "~")):
            message = (
                f'"{said[:80]}" is no path below the main file\'s folder: write one such as parts/axes.yaml'
            )
        elif not said.lower().endswith(ENDINGS):
            message = f'"{said[:80]}" is no taxonomy source: expected a file that ends in .yaml'
        else:
            name = os.path.normpath(folder / said).replace(os.sep, "/")
            inside = (self._folder / name).resolve().is_relative_to(self._folder.resolve())
            if inside and not name.startswith(".."):
                return name
            message = f'"{said[:80]}" leads out of the main file\'s folder: move the file there'
        self._walker.fail(node, "include", message)
        return None

    def _read(self, node: Node, said: str, name: str) -> bool:
        """Add an included file; return whether it could be read."""
        path = (self._folder or Path()) / name
        problem, data = "", b""
        if len(self._open) > MAXIMUM_DEPTH:
            problem = f"included more than {MAXIMUM_DEPTH} levels deep: include it from the main file"
        elif not path.is_file():
            hint = self._walker.hint(path.name, self._beside(path))
            problem = f'there is no file "{said[:80]}" to include{hint}: check the path'
        else:
            try:
                data = read_source_bytes(path)
            except TagwrightError as error:
                problem = str(error)
        self._bytes += len(data)
        if len(self._sections.files) >= MAXIMUM_FILES or self._bytes > MAXIMUM_TOTAL_BYTES:
            most = f"{MAXIMUM_FILES} files and {MAXIMUM_TOTAL_BYTES // 1_000_000} MB"
            problem = f"a source may have {most} with all it includes: put files together"
        if problem:
            self._walker.fail(node, "include", problem)
            return False
        self._sections.files[name] = data
        try:
            root = parse_yaml(data, str(path))
        except SourceError as error:
            self._walker.findings.extend(error.findings)
            return False
        if isinstance(root, MappingNode):
            self._refuse_head(root)
        self._add(self._walker.record(root, "the included file", self._part), name)
        return True

    def _refuse_head(self, root: MappingNode) -> None:
        """Take the head out of a file that has one like a main file, and say so."""
        for key, value in tuple(root.value):
            if key.value in {"taxonomy", "extends"}:
                message = (
                    f'an included file says nothing of the taxonomy itself: remove "{key.value}" from it'
                )
                self._walker.fail(key, "unknown-key", message)
                root.value = [pair for pair in root.value if pair != (key, value)]

    def _beside(self, path: Path) -> list[str]:
        try:
            return sorted(item.name for item in path.parent.iterdir())[:MAXIMUM_FILES]
        except OSError:
            return []

    def _together(self, section: str, nodes: list[Node]) -> Node:
        """Return one node for the parts of a section in several files."""
        first = nodes[0]
        if len(nodes) == 1:
            return first
        for node in nodes[1:]:
            if type(node) is not type(first) or isinstance(node, ScalarNode):
                message = (
                    f'expected "{section}" to be as in the other files, which is not so here: write it alike'
                )
                self._walker.fail(node, "type", message)
        alike = [node for node in nodes if type(node) is type(first)]
        values = [value for node in alike for value in node.value]
        if isinstance(first, MappingNode):
            return MappingNode(first.tag, values, first.start_mark, first.end_mark)
        if isinstance(first, SequenceNode):
            return SequenceNode(first.tag, values, first.start_mark, first.end_mark)
        return first
