"""A YAML document as a tree that is laid out in one way: what fits on a line stands on one.

A mapping or list whose line would be longer than `WIDTH` columns, or that has a comment inside, stands in a block;
some always do. A text is plain where every reader of YAML 1.1 and 1.2 takes it for a text, else in double quotes.

Spec: YAML 1.2.2 sections 7.3 (flow scalars), 8.2 (block collections).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from json import dumps
from typing import TYPE_CHECKING, Final, Literal
from unicodedata import east_asian_width

import yaml
from yaml.nodes import ScalarNode

from taxonomy.yaml_nodes import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH: Final = 120
"""Columns; a Han character takes two."""

STEP: Final = 2
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")
_NOT_PLAIN: Final = re.compile(r"[,\[\]{}]|: |:$| #|^\s|\s$|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]")
_NOT_PRINTED: Final = re.compile(r"[\x7f-\xa0\u2028\u2029\ufeff]")
_YAML_1_1: Final = yaml.resolver.Resolver()

Style = Literal["fit", "block", "line"]
"""A line if it fits; always a block; always a line."""


@dataclass(slots=True)
class Item:
    """A value in a mapping, by its key, or in a list, where the key is None; with the comments that are its own.

    above: comment lines, an empty one for a blank line between them. gap: whether a blank line goes before.
    """

    key: str | None
    value: Tree
    above: list[str] = field(default_factory=list)
    beside: str = ""
    gap: bool = False

    @property
    def has_comment(self) -> bool:
        """Return whether there is a comment of its own or inside."""
        return bool(self.above or self.beside) or (not isinstance(self.value, str) and self.value.has_comment)


@dataclass(slots=True)
class Collection:
    """A mapping or a list; `after` are comment lines behind its last item."""

    kind: Literal["mapping", "list"]
    items: list[Item] = field(default_factory=list)
    style: Style = "fit"
    after: list[str] = field(default_factory=list)

    @property
    def has_comment(self) -> bool:
        """Return whether a comment stands anywhere inside."""
        return bool(self.after) or any(item.has_comment for item in self.items)


Tree = str | Collection
"""A scalar as it is written, or a collection."""


def mapping(entries: dict[str, Tree]) -> Collection:
    """Return a mapping without comments."""
    return Collection("mapping", [Item(key, value) for key, value in entries.items()])


def listing(values: list[Tree]) -> Collection:
    """Return a list without comments."""
    return Collection("list", [Item(None, value) for value in values])


def quoted(text: str) -> str:
    """Return a text as it is written: plain, or in double quotes."""
    if text and text[0] not in _INDICATORS and not _NOT_PLAIN.search(text) and _is_word(text):
        return text
    escaped = dumps(text, ensure_ascii=False)
    return _NOT_PRINTED.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)


def _is_word(text: str) -> bool:
    """Return whether a plain scalar is a text in every version of YAML: neither `no` nor 2024-12-31 nor 017."""
    node = ScalarNode("", text)
    tag = _YAML_1_1.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return isinstance(resolve(node), str) and tag == "tag:yaml.org,2002:str"


def hoist(item: Item) -> None:
    """Put the comments that would stand behind a dash, before the first key, or in empty brackets, above the item."""
    value = item.value
    if isinstance(value, str):
        return
    if not value.items:
        item.above.extend(value.after)
        value.after = []
    elif item.key is None:
        hoist(value.items[0])
        item.above.extend(value.items[0].above)
        value.items[0].above = []
        if item.beside and value.has_comment:  # two comments cannot stand behind one another
            item.above.append(item.beside)
            item.beside = ""


def lay_out(root: Collection) -> str:
    """Return the document."""
    return "".join(f"{line}\n" for line in _block(root, 0))


def _block(tree: Collection, indent: int) -> Iterator[str]:
    """Yield the lines of a collection in a block."""
    margin = " " * indent
    for number, item in enumerate(tree.items):
        if number and item.gap:
            yield ""
        yield from (f"{margin}{line}" if line else "" for line in item.above)
        yield from _item(item, indent)
    yield from (f"{margin}{line}" if line else "" for line in tree.after)


def _item(item: Item, indent: int) -> Iterator[str]:
    margin = " " * indent
    start = f"{margin}- " if item.key is None else f"{margin}{item.key}:"
    space = "" if item.key is None else " "
    beside = f"  {item.beside}" if item.beside else ""
    line = _line(item.value, len(margin) + display_width(start.strip()) + 1)
    if line is not None:
        yield f"{start}{space}{line}".rstrip() + beside
        return
    value = item.value
    assert not isinstance(value, str)  # noqa: S101 - a scalar is always a line
    if item.key is not None:
        yield f"{start}{beside}"
        yield from _block(value, indent + STEP)
        return
    first, *rest = _block(value, indent + STEP)
    yield f"{start}{first.lstrip()}{beside}"
    yield from rest


def _line(value: Tree, column: int) -> str | None:
    """Return a value on one line, or None where it stands in a block."""
    if isinstance(value, str):
        return value
    if not value.items:
        return _flow(value)
    if value.style == "block" or value.has_comment:
        return None
    line = _flow(value)
    if line is None or (value.style == "fit" and column + display_width(line) > WIDTH):
        return None
    return line


def _flow(value: Tree) -> str | None:
    """Return a value in flow style, or None where something inside always stands in a block."""
    if isinstance(value, str):
        return value
    if value.style == "block" and value.items:
        return None
    parts: list[str] = []
    for item in value.items:
        part = _flow(item.value)
        if part is None:
            return None
        parts.append(part if item.key is None else f"{item.key}: {part}".rstrip())
    opening, closing = "{}" if value.kind == "mapping" else "[]"
    return f"{opening}{', '.join(parts)}{closing}"


def display_width(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) + (0 if text.isascii() else sum(east_asian_width(one) in {"W", "F"} for one in text))
