"""Puts together values whose currency or mark stands in a column of its own: | $ | 245 |, | (75 | ) |, | 14.1 | % |.

Pages made for the eye part them so, and a table that keeps them apart has heads over columns that hold nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tagger.readers.grid_cell import GridCell
from tagger.readers.values import currency_signs, is_number, is_value, is_year

Said = Callable[[GridCell], str]
"""What is printed in a cell."""
_LONGEST = 4
_LEAST_OPENED = 2
"""As many values with their sign before them are no column of units, though others of the row have none: growth in per cent."""
_BEHIND = frozenset({")", "）", "%", "％", ")%", "%)", "）%", "%）"})


def with_whole_values(cells: list[GridCell], said: Said) -> list[GridCell]:
    """Return the cells of a table, in reading order, without columns that hold nothing but such signs. said: their texts."""
    if not any(cell.end - cell.start <= _LONGEST and _is_sign(cell, said) for cell in cells):
        return cells
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: cell.row)]
    goes_to = _columns_of_signs(rows, said)
    if any(
        _beside(row, at, said) is not None and row[at].column not in goes_to
        for row in rows
        for at in range(len(row))
    ):
        return [cell for row in rows for cell in _closed_up(row, said)]
    left_out = sorted(goes_to)
    return [cell for row in rows for cell in _put_together(row, goes_to, left_out, said)]


def _is_sign(cell: GridCell, said: Said) -> bool:
    return said(cell) in currency_signs() or said(cell) in _BEHIND


def _columns_of_signs(rows: list[list[GridCell]], said: Said) -> dict[int, int]:
    """Return the columns that hold nothing but signs beside values, each with the column of these."""
    found: dict[int, int] = {}
    others: set[int] = set()
    for row in rows:
        for at, cell in enumerate(row):
            goes_to = _beside(row, at, said)
            if goes_to is not None and found.setdefault(cell.column, goes_to) == goes_to:
                continue
            if cell.rows > 1 or any(is_number(said(c)) for c in row):
                others.add(cell.column)
    found = {column: to for column, to in found.items() if column not in others}
    for row in rows:
        taken = {cell.column for cell in row if cell.columns == 1}
        for cell in row:
            if cell.columns == 1 and found.get(cell.column) in taken and not _is_sign(cell, said):
                del found[cell.column]  # a head of its own, beside that of the values
    return {column: to for column, to in found.items() if to not in found}


def _beside(row: Sequence[GridCell], at: int, said: Said) -> int | None:
    """Return the column of the value that the sign in a cell belongs to, None where it is no sign of one."""
    cell = row[at]
    if cell.end - cell.start > _LONGEST or cell.columns > 1:
        return None
    sign = said(cell)
    if sign in currency_signs() and at + 1 < len(row):
        following = row[at + 1]
        whole = said(following).lstrip("(（")
        return following.column if following.column == cell.column + 1 and is_value(whole) else None
    if sign in _BEHIND and at:
        before = row[at - 1]
        whole = said(before).lstrip("(（")
        return before.column if before.column + before.columns == cell.column and is_number(whole) else None
    return None


def _put_together(
    row: list[GridCell], goes_to: dict[int, int], left_out: list[int], said: Said
) -> Iterator[GridCell]:
    """Yield the cells of a row, signs with their values as one, in the columns that are left."""
    whole: list[GridCell] = []
    open_at = -1  # the column that the value of a sign before it is still to come in
    for at, cell in enumerate(row):
        to = _beside(row, at, said) if cell.column in goes_to else None
        joins = whole and (open_at == cell.column or (to is not None and to < cell.column))
        if joins:
            whole[-1] = whole[-1].joined(cell, min(cell.column, to or cell.column))
        else:
            whole.append(cell)
        open_at = to if to is not None and to > cell.column else -1
    for cell in whole:
        first = goes_to.get(cell.column, cell.column) if cell.columns == 1 else cell.column
        last_column = cell.column + cell.columns
        wide = cell.columns - (bisect_left(left_out, last_column) - bisect_left(left_out, cell.column))
        column = first - bisect_left(left_out, first)
        yield (
            cell
            if (column, wide) == (cell.column, cell.columns)
            else replace(cell, column=column, columns=max(wide, 1))
        )


def _closed_up(row: list[GridCell], said: Said) -> Iterator[GridCell]:
    """Yield the cells of a row, signs with their values as one, and what stands behind moved up: of no columns with others."""
    opens = {at for at in range(len(row)) if (_beside(row, at, said) or -1) > row[at].column}
    numbers = sum(is_number(said(cell)) and not is_year(said(cell)) for cell in row)
    if len(opens) < min(numbers, _LEAST_OPENED):
        opens = set()  # of a column of units
    whole: list[GridCell] = []
    moved = 0
    for at, cell in enumerate(row):
        before = _beside(row, at, said)
        if whole and (at - 1 in opens or (before is not None and before < cell.column)):
            whole[-1] = whole[-1].joined(cell, whole[-1].column)
            moved += 1
        else:
            whole.append(replace(cell, column=cell.column - moved))
    yield from whole
