"""Headings over groups of columns in tables that cannot say what a cell spans: blanks stand where the heading goes on.

| | Installed capacity | | Generation | | over | | 2024 | 2023 | 2024 | 2023 |: each of the two stands over both years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby, pairwise

from tagger.readers.grid_cell import GridCell

_MOST_HEADS = 6
"""Rows of headings that are looked at."""


def over_blanks(
    cells: list[GridCell],
    values: int,
    said: Callable[[GridCell], str],
    counts: Mapping[int, int] | None = None,
) -> list[GridCell]:
    """Return the cells with each heading of a group over all its columns: its own and the blank ones behind it.

    The rows of headings below must name every one of them; where these come again from group to group, what stands behind
    the last is of none. values: the first row that holds a number. said: what stands in a cell. counts: of the cells that
    a row has, blank ones among them; a row of fewer that has none is one of groups as wide as one another.
    """
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: cell.row)]
    heads = [row for row in rows[:_MOST_HEADS] if row[0].row < values]
    spread = [
        cell
        for at, (above, below) in enumerate(pairwise(heads), start=1)
        for cell in (_over_shares(above, below, counts or {}) or _over(above, heads[at:], said))
    ]
    return [*spread, *cells[len(spread) :]]


def _over(
    row: list[GridCell], below: list[list[GridCell]], said: Callable[[GridCell], str]
) -> Iterator[GridCell]:
    """Yield the headings of a row, two of groups at least, each over the blanks behind it. below: the rows of headings there."""
    ends = [*(cell.column for cell in row[1:]), max(c.column + c.columns for other in below for c in other)]
    ends[-1] -= _behind_the_last(row, ends, below, said)
    named = {column for other in below for column in _columns(other)}
    fits = sum(cell.column > 0 for cell in row) > 1 and not any(cell.columns > 1 for cell in row)
    for cell, end in zip(row, ends, strict=True):
        goes_on = fits and cell.column > 0 and end - cell.column > 1
        if goes_on and named.issuperset(range(cell.column, end)):
            yield replace(cell, columns=end - cell.column)
        else:
            yield cell


def _behind_the_last(
    row: list[GridCell], ends: list[int], below: list[list[GridCell]], said: Callable[[GridCell], str]
) -> int:
    """Return how many columns behind the last group are of none: amount, share, amount, share, change are two of two and one."""
    groups = [(cell.column, end) for cell, end in zip(row, ends, strict=True) if cell.column > 0]
    if len(groups) < 2:  # noqa: PLR2004
        return 0
    wide = groups[0][1] - groups[0][0]
    first, last = groups[-1]
    if last - first <= wide or any(end - start != wide for start, end in groups[:-1]):
        return 0
    for other in below:
        names = {cell.column: said(cell) for cell in other if cell.columns == 1}
        each = [[names.get(at) for at in range(start, start + wide)] for start, _ in groups]
        if None not in each[0] and all(one == each[0] for one in each):
            return last - first - wide
    return 0


def _over_shares(row: list[GridCell], below: list[GridCell], counts: Mapping[int, int]) -> list[GridCell]:
    """Return the headings of a row of fewer cells than the row below, each over as many columns; none where they do not fit."""
    groups, named = (counts.get(cells[0].row, 0) - 1 for cells in (row, below))
    over = [cell for cell in row if cell.column]
    if not 1 < groups == len(over) < named or named % groups or len(set(_columns(below)) - {0}) != named:
        return []
    each = named // groups
    corner = [cell for cell in row if not cell.column]
    return [*corner, *(replace(cell, column=1 + each * at, columns=each) for at, cell in enumerate(over))]


def _columns(row: Iterable[GridCell]) -> Iterator[int]:
    return (cell.column for cell in row if cell.columns == 1)
