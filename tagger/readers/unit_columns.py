"""Columns behind the values that say in what each row is counted: Indicator | 2024 | 2023 | Unit."""

from __future__ import annotations

from collections.abc import Sequence

from tagger.document import Span
from tagger.readers.grid_cell import GridCell
from tagger.readers.values import said_in_tables
from tagger.words.folding import fold

_LONGEST = 24


def units_behind(cells: Sequence[GridCell], stub: int, text: str) -> dict[int, tuple[Span, ...]]:
    """Return by the number of a row what a column of units says of it that stands behind the first column of values."""
    words = said_in_tables("unit_heads")
    heads = [
        cell
        for cell in cells
        if cell.column > stub
        and cell.columns == 1
        and cell.end - cell.start <= _LONGEST
        and fold(cell.said(text)).strip(" .:：()（）") in words
    ]
    if not heads:
        return {}
    head = heads[0]
    behind = [cell for cell in cells if cell.column == head.column and cell.row > head.row]
    return {cell.row: ((cell.start, cell.end),) for cell in behind}
