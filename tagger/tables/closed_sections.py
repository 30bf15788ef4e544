"""Rows below the total of a section that are no part of it: the total of all sections, at the margin of their rows.

活期存款 / … / 小計, 定期存款 / … / 小計, 合計: nothing but the sum says that the last total is of both. What stands
between the totals (應計利息) is added up with them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from tagger.document import Span
from tagger.tables.headings import Heading
from tagger.tables.totals import AmountRow, Spans, adds_up

_MOST_PARTS = 40


def totals_of_sections(rows: list[AmountRow], heading: Callable[[Span], Heading]) -> dict[int, Spans]:
    """Return the rows that add up the totals of sections and what stands beside them, by number, with what all are part of.

    rows: those with amounts, in order.
    """
    found: dict[int, Spans] = {}
    parts: deque[AmountRow] = deque(maxlen=_MOST_PARTS)
    closed: set[Spans] = set()  # the sections whose total is printed already
    for row in rows:
        if not _is_bare_total(row, heading):
            if not row.above or any(row.above[at:] in closed for at in range(len(row.above))):
                parts.append(row)
            continue
        if row.above and row.above not in closed:
            closed.add(row.above)
            parts.append(row)
            continue
        sections = {part.above for part in parts}
        if row.above and len(sections) > 1 and adds_up(list(parts), row):
            found[row.number] = row.above[1:]
            parts.clear()
        parts.append(row)
    return found


def _is_bare_total(row: AmountRow, heading: Callable[[Span], Heading]) -> bool:
    """Return whether the name of a row names nothing, as that of a total does."""
    names = [heading(span) for span in row.headings]
    return not any(
        name.has_term or name.named or name.holes or name.phrases or name.kind or name.is_deducted
        for name in names
    )
