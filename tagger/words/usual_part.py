"""What a document means by a time it does not say: the whole that it reports on, or the last quarter of it.

A report of nine months, of a half or of a year may speak of its last quarter throughout, and say so wherever it means the whole.
What it compares with tells which: what says no time is a quarter's where it is often measured against quarters, and the whole is
hardly named. A quarter that is named as a figure's own time tells nothing: it may be named because it is not the usual.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through
from tagger.words.spans import Span, previous_quarter
from tagger.words.time_phrase import TimePhrase

_OFTEN = 4
_TIMES_AS_OFTEN = 2


@dataclass(frozen=True, slots=True)
class UsualPart:
    """quarter: the last one, where a document speaks of it throughout. whole: it speaks of its whole time throughout."""

    quarter: Span | None = None
    whole: bool = False


def usual_part(phrases: Iterable[TimePhrase], period: ReportingPeriod) -> UsualPart:
    """Return what a time that is not said is in a document; phrases: those of its paragraphs."""
    if months_through(period.start, period.end) <= QUARTER:
        return UsualPart()
    start = first_of_months(QUARTER, period.end)
    last = ReportingPeriod(start, period.end, period.fiscal_year_end)
    before = previous_quarter(period)
    quarters = {*_with_year_before(last), (before.start, before.end)}
    wholes = _with_year_before(period)
    quarterly = compared = whole = 0
    for phrase in phrases:
        span = phrase.span
        if span is None:
            compared += phrase.base == "preceding_period"
        elif span.start is not None:
            is_quarter = (span.start, span.end) in quarters
            quarterly += is_quarter
            compared += is_quarter and phrase.base != ""
            # a year ago is of the one as well as of the other
            whole += (span.start, span.end) in wholes and span.relative != "previous_same"
    if compared >= max(_OFTEN, _TIMES_AS_OFTEN * whole):
        return UsualPart(Span(start, period.end, "current"))
    return UsualPart(whole=whole >= max(_OFTEN, _TIMES_AS_OFTEN * quarterly))


def _with_year_before(period: ReportingPeriod) -> set[tuple[date, date]]:
    before = period.same_period_previous_year
    return {(period.start, period.end), (before.start, before.end)}
