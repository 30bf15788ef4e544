"""Rows that add up to the row above them, which stand no farther in: 公司存款, of 活期存款 and 定期存款, and 個人存款 after it.

Where other rows of the table are called the same, only the sums tell whose parts they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tagger.links.whole_labels import plain
from tagger.tables.totals import AmountRow, Spans, adds_up

_MOST_PARTS = 8
_LEAST_DIGITS = 3
"""Of an amount: fewer may be a sum by chance."""


def parts_below(rows: list[AmountRow], said: Callable[[Spans], str]) -> dict[int, Spans]:
    """Return the rows, by number, with the headings of the row above that they add up to in every column of amounts.

    rows: those with amounts, in order. said: the text of headings.
    """
    names = [plain(said(row.headings)) for row in rows]
    called = Counter(names)
    found: dict[int, Spans] = {}
    if max(called.values(), default=1) < 2:  # noqa: PLR2004
        return found
    at = 0
    while at < len(rows):
        count = _count_of_parts(rows, at)
        if count and any(called[name] > 1 for name in names[at + 1 : at + 1 + count]):
            found.update({part.number: rows[at].headings for part in rows[at + 1 : at + 1 + count]})
            at += count
        at += 1
    return found


def _count_of_parts(rows: list[AmountRow], at: int) -> int:
    """Return how many rows right below a row add up to it, 0 where none do or they stand elsewhere in the table."""
    total = rows[at]
    if not any(len(amount.as_tuple().digits) >= _LEAST_DIGITS for amount in total.amounts.values()):
        return 0
    for count in range(2, min(_MOST_PARTS, len(rows) - at - 1) + 1):
        parts = rows[at + 1 : at + 1 + count]
        if parts[-1].above != total.above:
            return 0
        if adds_up(parts, total):
            return count
    return 0
