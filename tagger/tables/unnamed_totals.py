"""Totals without a name: a row of nothing but values below the rows that it adds up, as notes of statements print them.

What it is of its parts say, and only the sum proves which these are: of what all of them are a part of (the section that
it closes), and of what the table is about.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tagger.document import Cell, Document
from tagger.tables.totals import AmountRow, Spans, rows_of_amounts
from tagger.words.prose import Prose

_MOST_PARTS = 40
_LEAST_DIGITS = 3
"""Of a total that has more than one part: fewer may be a sum by chance."""


def unnamed_totals(
    document: Document, prose: Prose, cells: range, is_level: Callable[[Cell], bool]
) -> dict[int, Spans]:
    """Return the rows without a name that the rows above them add up to, by number, with what these are all a part of.

    Parts of a total that is a part itself count once: what stands above a total of totals are these and single rows.
    """
    found: dict[int, Spans] = {}
    inside = [cell for block in document.blocks[cells.start : cells.stop] if (cell := block.cell)]
    if all(cell.heading or cell.row_headings for cell in inside):
        return found
    rows = rows_of_amounts(document, prose, cells, is_level, nameless=True)
    open_rows: list[AmountRow] = []
    for row in rows:
        count = parts_of(row, open_rows)
        if not row.headings and not count:
            open_rows.clear()  # what nobody knows
            continue
        parts = open_rows[len(open_rows) - count :]
        del open_rows[len(open_rows) - count :]
        if not row.headings:
            row.above = found[row.number] = _of_all(parts)
        open_rows.append(row)
    return found


def parts_of(total: AmountRow, rows: list[AmountRow]) -> int:
    """Return how many of the last rows add up to a row in every column that it has; a row with a name has two at least."""
    sums = dict.fromkeys(total.amounts, Decimal(0))
    enough = any(len(amount.as_tuple().digits) >= _LEAST_DIGITS for amount in total.amounts.values())
    for count, row in enumerate(rows[: -_MOST_PARTS - 1 : -1], start=1):
        for column in sums:
            sums[column] += row.amounts.get(column, Decimal(0))
        if count == 1 and total.headings:
            continue
        if (enough or count == 1) and all(
            _agree(sums[column], value, count) for column, value in total.amounts.items()
        ):
            return count
    return 0


def _agree(found: Decimal, stated: Decimal, count: int) -> bool:
    """Return whether a sum of so many rounded amounts may be printed as another."""
    places = max(-int(number.as_tuple().exponent) for number in (found, stated))
    return bool(found) and abs(found - stated) <= (count > 1) * Decimal(count + 1).scaleb(-places) / 2


def _of_all(parts: list[AmountRow]) -> Spans:
    """Return what all rows are a part of, the nearest first: where what stands above them ends alike."""
    above = parts[0].above
    for part in parts[1:]:
        same = 0
        while same < min(len(above), len(part.above)) and above[-1 - same] == part.above[-1 - same]:
            same += 1
        above = above[len(above) - same :]
    return above
