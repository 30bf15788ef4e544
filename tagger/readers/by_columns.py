"""Tables whose text gives all headings, all names, and then all values, column by column or row by row: a change proves which.

The text layer of a PDF may follow the columns of the page. Counts alone do not tell 904, 512, 873, 491 apart; that a
third column is the change from the second to the first, in every row, does.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_corner, is_head
from tagger.readers.text_lines import TextLine, TextTable
from tagger.readers.values import printed_number

_LEAST = 2
"""Columns and rows."""
_MOST_COLUMNS = 8
_SLACK = Decimal("1.2")
"""How much more than rounding allows a change may be off."""
Printed = tuple[Decimal, Decimal]
"""A number and half a unit of its last digit."""


def by_columns(lines: Sequence[TextLine], names: list[int], values: list[int]) -> TextTable | None:
    """Return the table of headings and names (`names`) over as many values as both need; None where no change proves it.

    names, values: numbers of lines. The names of the rows stand behind the headings, or before them.
    """
    for heads, labels in _parted(lines, names, len(values)):
        rows = _arranged(lines, values, len(heads), len(labels))
        if rows is None:
            continue
        above = names.index(min(*heads, *labels))
        corner = names[above - 1] if above and is_corner(lines[names[above - 1]].text) else None
        cells = list(_cells(lines, heads, labels, rows, corner))
        return TextTable(names[above] if corner is None else corner, values[-1] + 1, cells, across=True)
    return None


def _parted(lines: Sequence[TextLine], names: list[int], count: int) -> list[tuple[list[int], list[int]]]:
    """Return the headings and the names of rows that lines may be, whose product is the number of values."""
    told = [is_head(lines[at].text) for at in names]
    found: list[tuple[list[int], list[int]]] = []
    for columns in range(_LEAST, _MOST_COLUMNS + 1):
        rows, over = divmod(count, columns)
        first = len(names) - rows - columns
        if over or rows < _LEAST or first < 0:
            continue
        if all(told[first : first + columns]) and not any(told[first + columns :]):
            found.append((names[first : first + columns], names[first + columns :]))
        if all(told[first + rows :]) and not any(told[first : first + rows]):
            found.append((names[first + rows :], names[first : first + rows]))
    return found


def _arranged(
    lines: Sequence[TextLine], values: list[int], columns: int, rows: int
) -> list[list[int]] | None:
    """Return the values by row in the one order in which a column is the change from one of the others to another."""
    down = [[values[column * rows + row] for column in range(columns)] for row in range(rows)]
    along = [[values[row * columns + column] for column in range(columns)] for row in range(rows)]
    proven = [order for order in (down, along) if _has_change(lines, order)]
    return proven[0] if len(proven) == 1 else None


def _has_change(lines: Sequence[TextLine], rows: list[list[int]]) -> bool:
    printed = [[printed_number(lines[at].text) for at in row] for row in rows]
    known = [[cell for cell in row if cell is not None] for row in printed]
    if any(len(one) != len(row) for one, row in zip(known, printed, strict=True)):
        return False
    return any(
        all(_is_change(row[change], row[later], row[former]) for row in known)
        for change, later, former in permutations(range(len(rows[0])), 3)
        if change > max(later, former)
    )


def _is_change(change: Printed, later: Printed, former: Printed) -> bool:
    """Return whether a number is what one has grown by from another, in per cent or by difference."""
    (moved, half), (one, half_one), (other, half_other) = change, later, former
    if abs(one - other - moved) <= (half + half_one + half_other) * _SLACK:
        return True
    if not other:
        return False
    rate = (one - other) / abs(other) * 100
    off = half + 100 * (half_one / abs(other) + half_other * abs(one) / (other * other))
    return abs(rate - moved) <= off * _SLACK


def _cells(
    lines: Sequence[TextLine], heads: list[int], labels: list[int], rows: list[list[int]], corner: int | None
) -> list[GridCell]:
    def cell(at: int, row: int, column: int, *, marked: bool = False) -> GridCell:
        return GridCell(lines[at].start, lines[at].end, row, column, marked=marked)

    cells = [cell(corner, 0, 0, marked=True)] if corner is not None else []
    cells.extend(cell(at, 0, column, marked=True) for column, at in enumerate(heads, start=1))
    for row, (label, values) in enumerate(zip(labels, rows, strict=True), start=1):
        cells.append(cell(label, row, 0))
        cells.extend(cell(at, row, column) for column, at in enumerate(values, start=1))
    return cells
