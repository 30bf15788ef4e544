"""The period a figure is about, and the comparison it makes, from its phrases of time.

Spec: the contract in docs/ledger.md (period, basis).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through
from tagger.words.compared_with import UNKNOWN
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span
from taxonomy.model import PeriodType

_DAY = timedelta(days=1)
_YEAR_DAYS = 365
_MONTHS = 12
_PARTS = {"preceding_half": 6, "preceding_month": 1}
"""How many months the part of a year has that a base speaks of, where that is no quarter."""
_AXIS_BASES = (
    "preceding_period", "previous_full_year", "compound_annual", "multi_year", "constant_currency", UNKNOWN,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timing:
    """start None is an instant. comparison: what the axis of role `comparison` must say, "" for the usual."""

    start: date | None
    end: date
    comparison: str = ""

    @property
    def text(self) -> str:
        """Return the period as the ledger writes it."""
        return _text(self.start, self.end)


@lru_cache(maxsize=1024)
def _text(start: date | None, end: date) -> str:
    return end.isoformat() if start is None else f"{start.isoformat()}/{end.isoformat()}"


def opens_year(day: date, period: ReportingPeriod) -> bool:
    """Return whether a day is the first of a fiscal year."""
    return day.day == 1 and day == _year_start(day, period)


def timing_of(
    period_type: PeriodType,
    kind: str,
    span: Span | None,
    base: TimePhrase | None,
    period: ReportingPeriod,
    *,
    is_before: bool = False,
) -> Timing:
    """Return the period of a figure that says `kind` of a concept with that period type."""
    if period_type == "instant" and kind in ("level", "share"):
        span = span or (_before(period_type, base, period) if is_before else None)
        end = span.end if span else period.end
        if span is not None and span.start is None and opens_year(end, period):
            end -= _DAY  # what is there as a year opens is there as the one before ends
        return _day(end)
    key = (
        period_type, kind, is_before, _key(span),
        (base.base, base.years, _key(base.span)) if base is not None else None,
        period.start, period.end, period.fiscal_year_end,
    )  # fmt: skip
    found = _TIMINGS.get(key)
    if found is None:
        if len(_TIMINGS) >= _KEPT:
            _TIMINGS.clear()
        found = _TIMINGS[key] = _timing_of(period_type, kind, span, base, period, is_before=is_before)
    return found


_SpanKey = tuple[date | None, date, str] | None
_TimingKey = tuple[str, str, bool, _SpanKey, tuple[str, int, _SpanKey] | None, date, date, tuple[int, int]]
_TIMINGS: dict[_TimingKey, Timing] = {}
"""Timings by all that they hang on: a table asks the same of every row, a report of most sentences."""
_KEPT = 4096


def _key(span: Span | None) -> _SpanKey:
    return (span.start, span.end, span.relative) if span is not None else None


@lru_cache(maxsize=1024)
def _day(end: date) -> Timing:
    """Return the timing of a day's end, the same value for all figures of it."""
    return Timing(None, end)


def _timing_of(
    period_type: PeriodType,
    kind: str,
    span: Span | None,
    base: TimePhrase | None,
    period: ReportingPeriod,
    *,
    is_before: bool,
) -> Timing:
    span = span or (_before(period_type, base, period) if is_before else None)
    to_date = span is None and base is not None and base.is_to_date
    if to_date and period_type == "duration" and kind in ("level", "share"):
        return Timing(period.year_start, period.end)  # year to date, net income was X
    if kind in ("level", "share"):
        return _duration(span, period)
    if period_type == "duration":
        flow = _duration(span or _part_compared(base, period), period)
        if base is not None and base.base == "compound_annual" and (base.years or base.span):
            return _across(flow.end, base, period)  # a rate a year of all of those years
        return Timing(flow.start, flow.end, _comparison_of_flow(flow, base))
    if span is not None and span.start is not None and _is_part_of_year(span, base, period):
        return Timing(span.start, span.end, "preceding_period")
    return _across(span.end if span else period.end, base, period)


def _part_compared(base: TimePhrase | None, period: ReportingPeriod) -> Span | None:
    """Return the part of a report's time whose change is measured against such a part: 4% up from the second quarter of 2023."""
    span = base.span if base is not None else None
    if base is not None and base.base == "preceding_half" and span is None:
        half = first_of_months(2 * QUARTER, period.end)
        return Span(half, period.end) if half > period.start else None
    if span is None or span.start is None or months_through(span.start, span.end) not in _NAMED_PARTS:
        return None
    return part_beside(span, period)


_NAMED_PARTS = (QUARTER, 2 * QUARTER)
"""How many months the parts of a year have that are compared by name: quarters and halves."""


def part_beside(span: Span, period: ReportingPeriod) -> Span | None:
    """Return the last part of a report's time that is as long as a span, which is the part before or that of a year before.

    None where the report's time is no longer than that.
    """
    if span.start is None or span.start.day != 1:
        return None
    start = first_of_months(months_through(span.start, span.end), period.end)
    before = ReportingPeriod(start, period.end, period.fiscal_year_end).same_period_previous_year
    beside = span.end + _DAY == start or (span.start, span.end) == (before.start, before.end)
    return Span(start, period.end) if beside and start > period.start else None


def _is_part_of_year(span: Span, base: TimePhrase | None, period: ReportingPeriod) -> bool:
    """Return whether a change is one within a part of a year, which is measured from the end of the part before."""
    if base is not None:
        long = span.start is not None and months_through(span.start, span.end) > _PARTS.get(
            base.base, QUARTER
        )
        return base.base.startswith("preceding") and not long
    return span.start is not None and span.start != _year_start(span.end, period)


def _comparison_of_flow(flow: Timing, base: TimePhrase | None) -> str:
    """Return what a change of a flow compares with, "" for the same days of the year before."""
    if base is None:
        return ""
    if base.base == "date" and base.span and flow.start:
        return _comparison_with(base.span.end, flow.start, flow.end)
    meaning = "preceding_period" if base.base.startswith("preceding") else base.base
    return meaning if meaning in _AXIS_BASES else ""


def _comparison_with(day: date, start: date, end: date) -> str:
    """Return what a flow compares with that is measured against the time that ends on a day."""
    same = day == ReportingPeriod(start, end).same_period_previous_year.end
    if day + _DAY == start:
        return "" if same else "preceding_period"
    if (start - day).days >= _YEAR_DAYS:
        return "multi_year"
    # 6.8% below the second quarter, of the fourth: no comparison that a taxonomy has a name for
    return "" if same or day > start else "date"


def _before(period_type: PeriodType, base: TimePhrase | None, period: ReportingPeriod) -> Span:
    """Return when the value was that a change started from."""
    if base and base.span:
        return base.span
    if base and base.base.startswith("preceding"):  # to 3.26% from 3.47% q-o-q
        months = _PARTS.get(base.base, QUARTER)
        end = first_of_months(months, period.end) - _DAY
        return Span(None if period_type == "instant" else first_of_months(months, end), end)
    if base and base.years and base.base == "multi_year" and period_type == "instant":
        across = _across(period.end, base, period)  # over three years, from X to Y
        return Span(None, across.start - _DAY if across.start else period.previous_year_end)
    earlier = period.same_period_previous_year
    if period_type == "instant":
        year_on_year = base is not None and base.base == "previous_year"
        return Span(None, earlier.end if year_on_year else period.previous_year_end)
    return Span(earlier.start, earlier.end)


def _duration(span: Span | None, period: ReportingPeriod) -> Timing:
    if span is None:
        return Timing(period.start, period.end)
    if span.relative == "previous" and not period.is_fiscal_year:
        same = (
            period.same_period_previous_year
        )  # a part of a year is told beside the same part of the last one
        return Timing(same.start, same.end)
    if span.start is not None:
        return Timing(span.start, span.end)
    if span.end == period.end:
        return Timing(period.start, period.end)
    if period.start != period.year_start:  # a quarter alone is told beside other quarters
        return Timing(first_of_months(months_through(period.start, period.end), span.end), span.end)
    return Timing(_year_start(span.end, period), span.end)


def _year_start(end: date, period: ReportingPeriod) -> date:
    return ReportingPeriod(end, end, period.fiscal_year_end).year_start


def _comparison_across(start: date, end: date) -> str:
    """Return what a change from the day before `start` to `end` compares with, by its length."""
    months = months_through(start, end)
    whole_months = start.day == 1 and (end + _DAY).day == 1
    if whole_months and months in (1, 3, 6):
        return "preceding_period"
    if whole_months and months == _MONTHS:
        return "previous_year"
    return "multi_year" if months > _MONTHS else "date"


def timing_across(start: date, end: date) -> Timing:
    """Return the time that a change is measured across from the day before `start`, and what it compares with."""
    return Timing(start, end, _comparison_across(start, end))


def _across(end: date, base: TimePhrase | None, period: ReportingPeriod) -> Timing:
    """Return the time that a change or growth of a level is measured across."""
    usual = Timing(_year_start(end, period), end)
    meaning = base.base if base else "year_start"
    if base is not None and base.years and meaning in _AXIS_BASES:
        first = _year_start(end, period)
        return Timing(first.replace(year=first.year - base.years + 1), end, meaning)
    if base is not None and base.span is not None and meaning == "compound_annual":
        return Timing(base.span.end + _DAY, end, meaning)
    if meaning == "year_start":
        return usual
    if meaning == "previous_year":
        start = ReportingPeriod(end, end, period.fiscal_year_end).same_period_previous_year.end + _DAY
        return usual if start == usual.start else Timing(start, end, "previous_year")
    if meaning.startswith("preceding"):
        before = base.span if base is not None and base.span is not None and base.span.end < end else None
        start = before.end + _DAY if before is not None else end
        if start.day == 1 and months_through(start, end) == 2 * QUARTER:  # than six months earlier
            of_report = (start, end) == (usual.start, period.end)  # … is since the half-year's start
            return usual if of_report else Timing(start, end, "preceding_period")
        return Timing(first_of_months(_PARTS.get(meaning, QUARTER), end), end, "preceding_period")
    if meaning == "date" and base and base.span and base.span.end < end:
        start = base.span.end + _DAY
        return usual if start == usual.start else Timing(start, end, _comparison_across(start, end))
    return Timing(usual.start, end, meaning if meaning in _AXIS_BASES else "")
