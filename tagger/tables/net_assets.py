"""What a statement of net assets subtracts: liabilities in brackets below assets that stand bare, by its own sums.

A credit that is negative itself (accumulated losses) adds up with other credits, and with no asset.
"""

from __future__ import annotations

from collections.abc import Mapping

from tagger.document import Span
from tagger.tables.totals import AmountRow
from tagger.tables.unnamed_totals import parts_of


def subtracted_credits(rows: list[AmountRow], kinds: Mapping[Span, str]) -> set[tuple[Span, ...]]:
    """Return the rows of credits that are subtracted as printed: a total adds them, below zero, to assets.

    So are those that such a row adds up. rows: in order. kinds: by headings, "asset" and "credit" among them.
    """
    parts: dict[int, list[AmountRow]] = {}
    found: list[AmountRow] = []
    open_rows: list[AmountRow] = []
    for row in rows:
        count = parts_of(row, open_rows)
        if count:
            inside = open_rows[len(open_rows) - count :]
            del open_rows[len(open_rows) - count :]
            parts[row.number] = inside
            if any(_kind(part, kinds) == "asset" and not _is_below_zero(part) for part in inside):
                found.extend(part for part in inside if _may_be_subtracted(part, kinds))
        open_rows.append(row)
    subtracted: set[tuple[Span, ...]] = set()
    while found:
        row = found.pop()
        subtracted.add(row.headings)
        found.extend(part for part in parts.pop(row.number, ()) if _may_be_subtracted(part, kinds))
    return subtracted


def _kind(row: AmountRow, kinds: Mapping[Span, str]) -> str:
    return next((kinds[span] for span in row.headings if span in kinds), "")


def _is_below_zero(row: AmountRow) -> bool:
    return all(amount <= 0 for amount in row.amounts.values())


def _may_be_subtracted(row: AmountRow, kinds: Mapping[Span, str]) -> bool:
    return _kind(row, kinds) == "credit" and _is_below_zero(row)
