"""The time of a column of changes whose headings name two: what it is measured at, over what it is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tagger.reporting_period import ReportingPeriod
from tagger.tables.dates import moved_to_year
from tagger.tables.headings import Heading
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span

A_QUARTER = range(88, 94)
"""How many days apart the ends of two quarters are."""
_A_FEW_DAYS = 4
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")


def from_to(
    headings: Sequence[Heading], nearest: TimePhrase | None, text: str, period: ReportingPeriod
) -> tuple[TimePhrase, TimePhrase] | None:
    """Return the time of a change that a heading names, and that of the heading below it, which it is measured against.

    3Q24 Change, over 2Q24; 2024 Change, over 2023. headings: the nearest first. nearest: the time that they say together.
    """
    first = next((at for at, heading in enumerate(headings) if heading.kind == "change"), 0)
    if not first or nearest is None or nearest.span is None or nearest in headings[first].phrases:
        return None
    later = _later(headings[first], nearest, text)
    earlier = nearest.span
    if later is None or earlier.end >= later.end or not as_long(earlier, later):
        return None
    start = headings[first].start
    base = TimePhrase(nearest.start, nearest.end, earlier, comparison(earlier, later, period))
    return TimePhrase(start, headings[first].end, later), base


def _later(heading: Heading, nearest: TimePhrase, text: str) -> Span | None:
    """Return the time that a heading of changes names; a year alone moves what the heading below it says to that year."""
    said = [phrase for phrase in heading.phrases if phrase.span and not phrase.base]
    if len(said) == 1:
        return said[0].span
    year = _YEAR.match(text, heading.start, heading.end) if not heading.phrases else None
    other = _YEAR.fullmatch(text, nearest.start, nearest.end)
    if year is None or other is None or nearest.span is None:
        return None
    moved = nearest.span.end.year + int(year[0]) - int(other[0])
    return moved_to_year(nearest.span, Span(date(moved, 1, 1), date(moved, 12, 31)))


def as_long(one: Span, other: Span) -> bool:
    """Return whether two times are both days, or about as long as one another."""
    if one.start is None or other.start is None:
        return one.start is other.start
    return abs((one.end - one.start).days - (other.end - other.start).days) < _A_FEW_DAYS


def comparison(earlier: Span, later: Span, period: ReportingPeriod) -> str:
    """Return the base of comparison that the earlier of two times is for the later."""
    end = ReportingPeriod(later.end, later.end, period.fiscal_year_end)
    if earlier.end == end.same_period_previous_year.end:
        return "previous_year"
    if earlier.end == end.previous_year_end and later.start is None:
        return "year_start"
    if (later.end - earlier.end).days in A_QUARTER:
        return "preceding_period"
    return "date"
