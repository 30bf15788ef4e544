"""The source of an extension: a taxonomy source with `extends`, which may speak of the base's elements by QName.

    extends: {taxonomy: "dba.zip#entryAll.xsd"}
    words: {"fsa:Assets": {terms: {en: [all that we own]}}}
    members: {"cmn:RegionDimension": {FaroeIslandsMember: {label: {en: Faroe Islands}}}}
    anchors: [{wider: "fsa:Revenue", narrower: FerryRevenue}]

Every other section is that of a source, and a source's files may be included.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from yaml.nodes import MappingNode

from taxonomy.errors import TagwrightError
from taxonomy.extension.own_base import published_base
from taxonomy.source import in_order, read_sections
from taxonomy.source_files import ENDINGS, gather, read_source_bytes
from taxonomy.source_keys import ADDED_MEMBER, ADDED_WORDS, ANCHOR, EXTENDS
from taxonomy.source_labels import read_labels
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import Entry, SourceError, parse_yaml

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.model import Label, Taxonomy
    from taxonomy.published import Published
    from taxonomy.source_files import Sections

WORKBOOK: Final = ".xlsx"
LoadBase = Callable[[str], "tuple[Taxonomy, Published | None]"]


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member that is added to an axis of the base, right under its default or under one of its members."""

    axis: str
    qname: str
    labels: tuple[Label, ...]
    parent: str | None


@dataclass(frozen=True, slots=True)
class Extension:
    """What an extension's source says. anchors: (wider, narrower), of the base's elements and its own."""

    own: Taxonomy
    base: Taxonomy
    package: Published
    words: tuple[tuple[str, tuple[Label, ...]], ...]
    members: tuple[NewMember, ...]
    anchors: tuple[tuple[str, str], ...]
    sections: Sections


def is_extension(path: Path) -> bool:
    """Return whether a source or workbook that can be read extends a taxonomy."""
    if path.suffix.lower() == WORKBOOK:
        from taxonomy.workbook.read import is_of_extension  # noqa: PLC0415 - only a workbook pays for it

        return is_of_extension(path)
    if path.suffix.lower() not in ENDINGS:
        return False
    try:
        root = parse_yaml(read_source_bytes(path), str(path))
    except TagwrightError:
        return False  # the reader of sources says what is wrong
    return isinstance(root, MappingNode) and any(key.value == "extends" for key, _ in root.value)


def read_extension(path: Path, load_base: LoadBase) -> Extension:
    """Return what the source of an extension, or its workbook, says.

    load_base: gives a taxonomy and, where somebody else wrote it, its package; one of ours is compiled here.

    Raises: SourceError with every mistake; TagwrightError where a file cannot be read.
    """
    walker = Walker(str(path))
    if path.suffix.lower() == WORKBOOK:
        from taxonomy.workbook.source import (  # noqa: PLC0415 - only a workbook pays for it
            extension_sections,
            see_that_nothing_is_wrong,
        )

        sections, findings = extension_sections(path, walker)
        extension = _extension(walker, sections, path, load_base)
        see_that_nothing_is_wrong(path, walker, findings)
    else:
        sections = gather(walker, read_source_bytes(path), path, from_disk=True, is_extension=True)
        extension = _extension(walker, sections, path, load_base)
    if extension is None:
        raise SourceError(in_order(walker, sections, path))
    return extension


def _extension(walker: Walker, sections: Sections, path: Path, load_base: LoadBase) -> Extension | None:
    """Return what the sections of an extension say, or None after noting what is wrong."""
    base, package = _base(walker, sections.extends, path, load_base)
    if base is None or package is None:
        sections.is_whole = False  # nobody can tell a wrong name from one of the base
    own = read_sections(walker, sections, base)
    reader = _Reader(walker, own, base or own)
    if base is not None:
        words = reader.words(sections.nodes.get("words"))
        members = reader.members(sections.nodes.get("members"))
        anchors = reader.anchors(sections.nodes.get("anchors"), {member.qname for member in members})
        if sections.extends and own.prefix in {
            prefix for prefix, _ in (base.dts.namespaces if base.dts else ())
        }:
            message = f'the prefix "{own.prefix}" is one of the taxonomy that is extended: choose another'
            walker.fail(sections.extends.key, "value", message)
    if walker.findings or base is None or package is None:
        return None
    return Extension(own, base, package, words, members, anchors, sections)


def _base(
    walker: Walker, entry: Entry | None, path: Path, load_base: LoadBase
) -> tuple[Taxonomy, Published] | tuple[None, None]:
    """Return the taxonomy that is extended and its package, or note what is wrong with it."""
    keys = walker.record(entry.value, '"extends"', EXTENDS) if entry else {}
    if "taxonomy" not in keys:
        return None, None
    node = keys["taxonomy"].value
    reference = walker.text(node, "the taxonomy that is extended")
    if reference is None:
        return None, None
    try:
        base, package = load_base(_beside(path, reference))
    except TagwrightError as error:
        walker.fail(node, "extends", str(error))
        return None, None
    return published_base(base) if package is None else (base, package)


def _beside(path: Path, reference: str) -> str:
    """Return the reference as seen from the source's folder."""
    place, mark, entry = reference.partition("#")
    beside = path.parent / place
    return f"{beside}{mark}{entry}" if beside.exists() else reference


class _Reader:
    """Reads the sections that only extensions have."""

    def __init__(self, walker: Walker, own: Taxonomy, base: Taxonomy) -> None:
        self._walker = walker
        self._own = own
        self._base = base
        self._names = {item.qname for item in (base.dts.elements if base.dts else ())}

    def words(self, node: Node | None) -> tuple[tuple[str, tuple[Label, ...]], ...]:
        found: list[tuple[str, tuple[Label, ...]]] = []
        for name, item in self._entries(node, "the words").items():
            if self._is_of_base(item.key, name):
                keys = self._walker.record(item.value, f'the words of "{name}"', ADDED_WORDS)
                found.append((name, read_labels(self._walker, keys, f'"{name}"')))
        return tuple(found)

    def members(self, node: Node | None) -> tuple[NewMember, ...]:
        found: list[NewMember] = []
        for axis, item in self._entries(node, "the members").items():
            known = self._base.axis_by_qname.get(axis)
            if known is None:
                hint = self._walker.hint(axis, self._base.axis_by_qname)
                message = f'the taxonomy that is extended has no axis "{axis}"{hint}: correct or remove it'
                self._walker.fail(item.key, "reference", message)
                continue
            below = {member.qname for member in known.members}
            for name, member in self._walker.mapping(item.value, f"the members of {axis}").items():
                made = self._member(axis, name, member, below)
                if made is not None:
                    found.append(made)
                    below.add(made.qname)
        return tuple(found)

    def _member(self, axis: str, name: str, entry: Entry, below: set[str]) -> NewMember | None:
        walker = self._walker
        if walker.name(entry.key, "the member") is None or not walker.declare(entry.key, "member", name):
            return None
        keys = walker.record(entry.value, f'the member "{name}"', ADDED_MEMBER)
        parent: str | None = None
        if "parent" in keys:
            said = walker.text(keys["parent"].value, "the parent")
            parent = None if said is None else self._qname(said)
            if parent is not None and parent not in below:
                message = f'the axis {axis} has no member "{parent}"{walker.hint(parent, below)}: correct or remove it'
                walker.fail(keys["parent"].value, "reference", message)
        labels = read_labels(walker, keys, f'the member "{name}"')
        return NewMember(axis, self._qname(name), labels, parent)

    def anchors(self, section: Node | None, members: set[str]) -> tuple[tuple[str, str], ...]:
        own = {*self._own.concept_by_qname, *members}
        found: dict[tuple[str, str], Node] = {}
        for node in self._walker.listing(section, "the anchors") if section else ():
            keys = self._walker.record(node, "an anchor", ANCHOR)
            ends: list[str] = []
            for key in ANCHOR.required:
                said = self._walker.text(keys[key].value, f"the {key} end") if key in keys else None
                name = self._qname(said) if said else ""
                if said and name not in own and name not in self._names:
                    hint = self._walker.hint(name, (*own, *self._names))
                    self._walker.fail(keys[key].value, "reference", f'there is no concept "{name}"{hint}')
                ends.append(name)
            pair = (ends[0], ends[1])
            if all(pair) and not own & set(pair):
                message = (
                    "both ends are the base's: an anchor ties a concept of the extension to one of the base"
                )
                self._walker.fail(node, "value", message)
            elif pair in found:
                self._walker.fail(node, "duplicate", "this anchor stands here twice: remove one")
            found.setdefault(pair, node)
        return tuple(found)

    def _entries(self, node: Node | None, what: str) -> dict[str, Entry]:
        return self._walker.mapping(node, what) if node else {}

    def _qname(self, name: str) -> str:
        return name if ":" in name else f"{self._own.prefix}:{name}"

    def _is_of_base(self, node: Node, name: str) -> bool:
        if name in self._names:
            return True
        hint = self._walker.hint(name, self._names)
        message = f'the taxonomy that is extended has nothing called "{name}"{hint}: correct or remove it'
        self._walker.fail(node, "reference", message)
        return False
