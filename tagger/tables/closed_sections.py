"""Totals of sections, and of all sections, that stand where the others do: what they are of only the sums prove.

活期存款 / … / 小計, 定期存款 / … / 小計, 合計: nothing but the sum says that the last total is of both. What stands
between the totals (應計利息) is added up with them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace

from tagger.document import Span
from tagger.readers.values import totals_section
from tagger.tables.headings import Heading
from tagger.tables.totals import AmountRow, Spans, adds_up

_MOST_PARTS = 40


def totals_of_sections(rows: list[AmountRow], heading: Callable[[Span], Heading]) -> dict[int, Spans]:
    """Return the totals that say nothing of what they are, by number, with what they are a part of where that is another.

    One that stands beside its section's name adds up the rows of the section; the last the totals of sections and what
    stands beside them. rows: those with amounts, in order.
    """
    found: dict[int, Spans] = {}
    parts: deque[AmountRow] = deque(maxlen=_MOST_PARTS)
    run: deque[AmountRow] = deque(maxlen=_MOST_PARTS)  # the rows of the section that is open
    closed: set[Spans] = set()  # the sections whose total is printed already
    for row in rows:
        if not _is_bare_total(row, heading):
            _put(row, parts, run, closed)
            continue
        section = run[0].above if run else ()
        if section and (row.above == section or adds_up(list(run), row)):
            if row.above != section:
                found[row.number] = section
            closed.add(section)
            run.clear()
            parts.append(replace(row, above=section))
            continue
        if row.above and len({part.above for part in parts}) > 1 and adds_up(list(parts), row):
            found[row.number] = row.above[1:]
            parts.clear()
        parts.append(row)
    return found


def totals_of_all(rows: list[AmountRow]) -> dict[int, Spans]:
    """Return the rows, by number, that stand in the last section and add up the rows of all, with what they are a part of.

    That is what all sections are a part of: 存款总额 below 公司存款 / 活期 / 定期 / 个人存款 / 活期 / 定期.
    """
    found: dict[int, Spans] = {}
    inside: deque[AmountRow] = deque(maxlen=_MOST_PARTS)
    for row in rows:
        own = [part for part in inside if part.above == row.above]
        if row.above and own and len(own) < len(inside) and adds_up(list(inside), row):
            found[row.number] = row.above[1:]
            inside.clear()
        elif row.above:
            inside.append(row)
        else:
            inside.clear()
    return found


def behind_totals(rows: list[AmountRow], said: Callable[[Span], str]) -> dict[int, Spans]:
    """Return the rows, by number, behind the total that closes their section by its name, with what they are a part of else.

    Consumer: / Auto / Cards / Total consumer loans / Allowance for losses: the last stands where the others do. said: what
    a heading says.
    """
    found: dict[int, Spans] = {}
    closed: Spans = ()
    for row in rows:
        if closed and row.above == closed:
            found[row.number] = row.above[1:]
        elif row.above and row.headings and totals_section(said(row.headings[-1]), said(row.above[0])):
            closed = row.above
        else:
            closed = ()
    return found


def _put(row: AmountRow, parts: deque[AmountRow], run: deque[AmountRow], closed: set[Spans]) -> None:
    """Put a row among those of its section, but for parts of them, or among what stands beside sections."""
    if not row.above or any(row.above[at:] in closed for at in range(len(row.above))):
        run.clear()
        parts.append(row)
    elif not run or run[0].above == row.above:
        run.append(row)
    elif row.above[-len(run[0].above) :] != run[0].above:
        run.clear()
        run.append(row)


def _is_bare_total(row: AmountRow, heading: Callable[[Span], Heading]) -> bool:
    """Return whether the name of a row names nothing, as that of a total does."""
    names = [heading(span) for span in row.headings]
    return not any(
        name.has_term or name.named or name.holes or name.phrases or name.kind or name.is_deducted
        for name in names
    )
