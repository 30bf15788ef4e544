"""From what a remark is about to its place: a line and column of a source.

A source is read again as nodes, for a remark names an element and keys below it; the deepest of them that is
there is the place. What stands nowhere (a variant, a default that was never listed) leads to what it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from taxonomy.rules.subject import local

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.rules.remark import At, Kind
    from taxonomy.source_files import Sections

_KIND_OF_SECTION: dict[str, Kind] = {
    "units": "unit",
    "axes": "axis",
    "domains": "domain",
    "concepts": "concept",
    "headings": "heading",
    "hypercubes": "hypercube",
    "presentation": "group",
    "calculation": "calculation",
    "relations": "relation",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A key with its value, or an item of a list as both."""

    key: Node
    value: Node


class SourcePlaces:
    """The places of one source, with the files it includes; each node knows its file."""

    def __init__(self, sections: Sections, main: str) -> None:
        """Index the elements of all sections; `main` is the file that includes the others."""
        self._main = main
        self._found: dict[tuple[Kind, str], _Found] = {}
        if sections.head is not None:
            self._found["taxonomy", ""] = _Found(sections.head.key, sections.head.value)
        for _, below in _entries(sections.nodes["members"]) if "members" in sections.nodes else ():
            for name, value in _entries(below):  # of an extension, by the axis of its base
                self._found["member", name.value] = _Found(name, value)
        for section, node in sections.nodes.items():
            if (kind := _KIND_OF_SECTION.get(section)) is not None:
                self._index(kind, node)

    def _index(self, kind: Kind, section: Node) -> None:
        if isinstance(section, SequenceNode):
            for number, item in enumerate(section.value):
                self._found[kind, str(number)] = _Found(item, item)
        for name, below in _entries(section):
            self._found.setdefault((kind, name.value), _Found(name, below))
            if kind in {"axis", "domain"}:
                self._index_members(below)

    def _index_members(self, axis: Node) -> None:
        waiting = [axis]
        while waiting:
            for key, value in _entries(waiting.pop()):
                if key.value == "default" and isinstance(value, ScalarNode):
                    self._found.setdefault(("member", value.value), _Found(value, value))
                elif key.value == "members":
                    for name, below in _entries(value):
                        self._found["member", name.value] = _Found(name, below)
                        waiting.append(below)

    def of(self, at: At, base: str = "") -> Place:
        """Return the place of a remark; `base` is the concept that a variant was made from."""
        name = at.name if at.kind == "hypercube" else local(at.name)
        found = self._found.get((at.kind, name))
        path = at.path
        if found is None and base:
            found, path = self._found.get(("concept", local(base))), ("variants",)
        if found is None:
            found = self._found.get(("taxonomy", ""))
        if found is None:
            return Place(self._main, 1, 1)
        mark = _deepest(found.key, found.value, path).start_mark
        return Place(mark.name, mark.line + 1, mark.column + 1)


def _entries(node: Node) -> list[tuple[ScalarNode, Node]]:
    if not isinstance(node, MappingNode):
        return []
    return [(key, value) for key, value in node.value if isinstance(key, ScalarNode)]


def _deepest(key: Node, value: Node, path: tuple[str, ...]) -> Node:
    """Return the node of the last step of the path that is there."""
    at: Node = key
    for step in path:
        if isinstance(value, SequenceNode):
            item = next((item for item in value.value if _is(item, step)), None)
            return at if item is None else item
        entry = next((entry for entry in _entries(value) if _is(entry[0], step)), None)
        if entry is None:
            return at
        value = entry[1]
        at = value if isinstance(value, ScalarNode) else entry[0]
    return at


def _is(node: Node, step: str) -> bool:
    return isinstance(node, ScalarNode) and (
        node.value == step or " ".join(node.value.split()) == step or node.value == local(step)
    )
