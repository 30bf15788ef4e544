"""The time of a value from what it is compared with: $38m, against $33m in the second quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tagger.clauses.claim import Claim
from tagger.links.timing import part_beside
from tagger.reporting_period import QUARTER, ReportingPeriod, months_through
from tagger.words.periods import TimePhrase
from tagger.words.spans import SAME, Span

_DAY = timedelta(days=1)


def _as_day_of_period(claim: Claim, period: ReportingPeriod) -> None:
    """Read the month of a value before, in a report of several that end in it, as its end: Rs 588 million in September 2023."""
    time = claim.times[-1] if claim.times else None
    span = time.span if time is not None else None
    if time is None or span is None or span.start is None or not claim.is_before:
        return
    earlier = period.same_period_previous_year
    if span.end == earlier.end and earlier.start < span.start and months_through(span.start, span.end) == 1:
        claim.times = [replace(time, span=Span(None, span.end))]


def _as_year_after(claim: Claim) -> None:
    """Read a part of a year without a number as the next year's, where it is compared with the same of the one reported.

    在2021年持續強勁，首兩個月較2020年同期高出15%, in the report of 2020.
    """
    base, own = claim.base, claim.times[-1]
    if base is None or base.span is None or base.span.relative != SAME or own.span is None:
        return
    start, end = own.span.start, own.span.end
    if start is None or base.span.start is None or not base.span.start <= start < end <= base.span.end:
        return
    behind = end + _DAY
    moved = Span(start.replace(year=start.year + 1), behind.replace(year=behind.year + 1) - _DAY)
    claim.times = [*claim.times[:-1], replace(own, span=moved)]
    claim.base = replace(base, span=None, base="previous_year")


def take_time_of_comparison(claim: Claim, following: Claim | None, period: ReportingPeriod) -> None:
    """Give a value without a time the part of the year that it is compared in: $38m, against $33m in the second quarter.

    The other is of the part right before, or of the same part a year before; in a report of a year, of a quarter.
    """
    _as_day_of_period(claim, period)
    if claim.base is not None and claim.times:
        _as_year_after(claim)
    if following is None or claim.times or not claim.is_latin:
        return
    _as_day_of_period(following, period)
    if claim.kind != "level" or claim.is_before or claim.sentence != following.sentence or claim.in_bracket:
        return
    if claim.base is not None and claim.base.base == "year_start":
        return  # $3m to date
    span = following.times[-1].span if following.times else None
    if not following.is_before or following.left_terms or span is None or span.start is None:
        return
    if period.is_fiscal_year and months_through(span.start, span.end) != QUARTER:
        return
    part = part_beside(span, period)
    if part is not None:
        part = replace(part, relative="current")
        claim.times = [TimePhrase(claim.figure.start, claim.figure.start, part)]
