"""What the time of a cell makes of its readings: the day of an opening balance, a level at a day or a flow over days."""

from __future__ import annotations

from datetime import timedelta

from tagger.links.decided import Decided
from tagger.tables.headings import Heading
from tagger.words.periods import Span, TimePhrase

_SEVERAL = ("ambiguous", "several concepts are called what the headings say")


def at_the_edge(rows: list[Heading], time: TimePhrase | None) -> TimePhrase | None:
    """Return the time of an opening balance: the day before the period of its column."""
    edges = {item.edge for heading in rows for item in heading.named}
    if time is None or time.span is None or time.span.start is None or edges != {"start"}:
        return time
    return TimePhrase(time.start, time.end, Span(None, time.span.start - timedelta(days=1)))


def prefer_by_time(item: Decided, time: TimePhrase | None) -> None:
    """Order readings of one price by how they fit the column's time: a level at a day, a flow over days.

    Where several concepts still cost the same, none of them is taken.
    """
    if not item.readings:
        return
    tied = [r for r in item.readings if r.price <= item.readings[0].price]
    if len({(r.concept, r.dimensions) for r in tied}) < 2:  # noqa: PLR2004
        return
    if time is not None and time.span is not None:
        at_a_day = time.span.start is None
        fitting = [r for r in tied if (r.timing.start is None) == at_a_day]
        item.readings[: len(tied)] = [*fitting, *(r for r in tied if r not in fitting)]
        tied = fitting or tied
    if len({(r.concept, r.dimensions) for r in tied}) > 1:
        item.reason = item.reason or _SEVERAL
