"""Nodes of a source made from cells, each with the place of its cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from taxonomy.workbook.read import Cell, Record

SEPARATED: Final = re.compile(r"[,\n]")
PLAIN: Final = frozenset({"usable", "head_usable", "complete", "weight"})
"""Columns whose values are true, false or numbers; every other value is text, whatever it looks like."""

Pairs = list[tuple[ScalarNode, Node]]


def scalar(cell: Cell, *, plain: bool = False, text: str | None = None) -> ScalarNode:
    """Return a single value: the cell's, or a text that stands for it at its place."""
    mark = _mark(cell)
    said = cell.text if text is None else text
    return ScalarNode("tag:yaml.org,2002:str", said, mark, mark, style=None if plain else '"')


def mapping(cell: Cell, pairs: Pairs) -> MappingNode:
    """Return a mapping at the place of the cell."""
    mark = _mark(cell)
    return MappingNode("tag:yaml.org,2002:map", pairs, mark, mark)


def listing(cell: Cell, items: Iterable[Node]) -> SequenceNode:
    """Return a list at the place of the cell."""
    mark = _mark(cell)
    return SequenceNode("tag:yaml.org,2002:seq", list(items), mark, mark)


def listed(cell: Cell) -> SequenceNode:
    """Return the names that a cell lists with commas or line breaks."""
    names = [part.strip() for part in SEPARATED.split(cell.text) if part.strip()]
    return listing(cell, (scalar(cell, text=name) for name in names))


def texts_of(record: Record, *names: str) -> list[tuple[str, Cell]]:
    """Return the cells of the languages of a row: every column but the named ones."""
    return [(column, cell) for column, cell in record.items() if column and column not in names]


def languages(cell: Cell, texts: list[tuple[str, Cell]]) -> MappingNode:
    """Return a text a language."""
    return mapping(cell, [(scalar(item, text=language), scalar(item)) for language, item in texts])


def _mark(cell: Cell) -> Mark:
    return Mark(f"workbook#{cell.sheet}", 0, cell.row - 1, cell.column - 1, None, 0)
