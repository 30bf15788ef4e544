"""Names of groups of rows that stand in the middle of their group, where a table cannot say which rows a cell spans.

| | sales | 5 | / | Power | costs | 4 | / | | profit | 1 |: the name is that of all three rows, of the one above it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from tagger.readers.grid_cell import GridCell


def centred_names(cells: Sequence[GridCell], values: int) -> list[GridCell] | None:
    """Return the cells with each such name in the first row of its group, over all of it; None where there is none.

    The first row must have none, and all groups as many rows; rows behind the last have names of their own.
    values: the first row that holds a number.
    """
    rows = [list(group) for row, group in groupby(cells, key=lambda cell: cell.row) if row >= values]
    if not rows or rows[0][0].column == 0 or any(row[0].column > 1 for row in rows):
        return None
    named = [at for at, row in enumerate(rows) if row[0].column == 0]
    size = _size(named, len(rows))
    if size < 2:  # noqa: PLR2004
        return None
    moved: dict[int, GridCell] = {}
    for begin in range(0, named[-1] + 1, size):
        if begin + size > len(rows):
            break
        at = next(at for at in named if begin <= at < begin + size)
        moved[rows[begin][0].row] = replace(rows[at][0], row=rows[begin][0].row, rows=size)
    taken = {cell.start for cell in moved.values()}
    found: list[GridCell] = []
    for row, group in groupby(cells, key=lambda cell: cell.row):
        found.extend([moved[row]] if row in moved else ())
        found.extend(cell for cell in group if cell.start not in taken)
    return found


def _size(named: list[int], count: int) -> int:
    """Return of how many rows each group is, 0 where they are not alike. named: the rows with a name, of `count`."""
    if not named:
        return 0
    size = named[1] - named[0] if len(named) > 1 else count
    if named[0] not in ((size - 1) // 2, size // 2):
        return 0
    last = named[0]
    for one, other in pairwise(named):
        if other - one != size:
            break
        last = other
    end = last - named[0] + size
    return size if end <= count and [at for at in named if at >= end] == list(range(end, count)) else 0
