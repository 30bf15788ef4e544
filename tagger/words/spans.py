"""What stretch of time a phrase means: a closed list of meanings, resolved against the reporting period."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time that a phrase names; start None is a day's end.

    relative: "previous_end", "previous", "previous_same", "current" where the phrase names no date itself.
    is_last: of a part of the year which names none, the last there was: the fourth quarter, in a report of the first.
    """

    start: date | None
    end: date
    relative: str = ""
    is_last: bool = False


def is_this_quarter(span: Span) -> bool:
    """Return whether a span is the quarter that the report ends with: what changed over it is measured from its beginning."""
    quarter = span.start is not None and months_through(span.start, span.end) == QUARTER
    return quarter and span.relative == "current"


def _month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _slash(year: int, other: int, period: ReportingPeriod) -> Span:
    """Return the fiscal year that two years name, 2024/25, or the end of a month, 2024/06."""
    if other == (year + 1) % 100:
        return Span(*period.fiscal_year(year + 1))
    return Span(None, _month_span(year, other)[1])


def span_of(meaning: str, values: dict[str, int], period: ReportingPeriod) -> Span | None:
    """Return the span that a phrase of a meaning with such numbers names, None where the calendar has no such day."""
    try:
        return _MEANINGS[meaning](values, period)
    except ValueError:
        return None  # 31 June, the 13th month: no date


def _month_of_year(month: int, period: ReportingPeriod) -> int:
    """Return the calendar year of the last such month that does not lie behind the reporting period."""
    year = period.end.year
    return year if date(year, month, 1) <= period.end else year - 1


def _month_told(month: int, period: ReportingPeriod) -> int:
    """Return the calendar year of the month that a report of a part of a year calls by its name alone.

    Right behind its time it is what happened since, before the report came out, and not what did nearly a year ago.
    """
    year = period.end.year
    ahead = month - period.end.month
    since = not period.is_fiscal_year and 0 < ahead <= _UNTIL_REPORTED and period.end < period.year_end
    return year if since else _month_of_year(month, period)


_UNTIL_REPORTED = 2
"""How many months a report comes out after the time that it reports on."""


def _last_named(month: int, period: ReportingPeriod) -> int:
    """Return the calendar year of the last such month before the one that the reporting period ends with: last June."""
    return period.end.year - (month >= period.end.month)


def _year_before(month: int, period: ReportingPeriod) -> int:
    """Return the calendar year of a month of the fiscal year before."""
    year = period.previous_year_end.year
    return year if month <= period.previous_year_end.month else year - 1


def _months(count: int, year: int, period: ReportingPeriod) -> Span:
    start, _ = period.fiscal_year(year)
    index = start.month - 1 + count - 1
    return Span(start, _month_span(start.year + index // 12, index % 12 + 1)[1])


def _between_months(first: int, last: int, year: int) -> Span:
    return Span(_month_span(year if first <= last else year - 1, first)[0], _month_span(year, last)[1])


def _through_quarter(number: int, year: int, period: ReportingPeriod) -> Span:
    return Span(period.fiscal_year(year)[0], period.quarter(number, year)[1])


def _end(span: tuple[date, date]) -> Span:
    return Span(None, span[1])


def _last(stretch: tuple[date, date], period: ReportingPeriod) -> Span:
    """Return a part of the year, the last that there was: what is to come has no figures yet, but for plans."""
    if stretch[1] <= period.end:
        return Span(*stretch)
    earlier = ReportingPeriod(*stretch, period.fiscal_year_end).same_period_previous_year
    return Span(earlier.start, earlier.end, is_last=True)


def _years_ago(years: int, period: ReportingPeriod) -> Span:
    """Return the fiscal year so many before; in a report of a part of a year that part a year before: 較一年前."""
    if years != 1 or period.is_fiscal_year:
        return Span(*period.fiscal_year(period.year - years))
    before = period.same_period_previous_year
    return Span(before.start, before.end)


def _months_before(count: int, period: ReportingPeriod) -> Span:
    """Return so many months before the last of a reporting period: in the twelve months before."""
    end = first_of_months(count, period.end) - _DAY
    year = count == _YEAR and period.is_fiscal_year
    return Span(first_of_months(count, end), end, "previous" if year else "preceding")


_YEAR = 12


def _through_month(month: int, period: ReportingPeriod) -> Span:
    """Return the fiscal year up to the last such month: through September."""
    end = _month_span(_month_of_year(month, period), month)[1]
    year = next(y for y in (period.year, period.year - 1, period.year - 2) if period.fiscal_year(y)[0] <= end)
    return Span(period.fiscal_year(year)[0], end)


Meaning = Callable[[dict[str, int], ReportingPeriod], Span]

_MEANINGS: dict[str, Meaning] = {
    "day": lambda v, p: Span(None, date(v["Y"], v["M"], v["D"])),
    "day_of_year": lambda v, p: Span(None, date(_month_told(v["M"], p), v["M"], v["D"])),
    "years_ago": lambda v, p: _years_ago(v["N"], p),
    "months_before": lambda v, p: _months_before(v["N"], p),
    "through_month_of_year": lambda v, p: _through_month(v["M"], p),
    "month_end": lambda v, p: _end(_month_span(v["Y"], v["M"])),
    "month_of_year": lambda v, p: Span(*_month_span(_month_told(v["M"], p), v["M"])),
    "month_of_previous_year": lambda v, p: Span(*_month_span(_year_before(v["M"], p), v["M"])),
    "month": lambda v, p: Span(*_month_span(v["Y"], v["M"])),
    "month_end_of_year": lambda v, p: _end(_month_span(_month_of_year(v["M"], p), v["M"])),
    "months_from_start": lambda v, p: _months(v.get("N") or v["M"], v["Y"], p),
    "months_from_start_of_year": lambda v, p: _months(v.get("N") or v["M"], p.year, p),
    "months_of_report": lambda v, p: Span(first_of_months(v["N"], p.end), p.end),
    "months_between": lambda v, p: _between_months(v["N"], v["M"], v["Y"]),
    "months_between_of_year": lambda v, p: _between_months(v["N"], v["M"], _month_of_year(v["M"], p)),
    "months_to_day": lambda v, p: Span(*_months_to(v, p)),
    "months_to_month": lambda v, p: _months_to_month(v["N"], v["Y"], v["M"]),
    "months_to_day_of_year": lambda v, p: _months_to_month(v["N"], _month_of_year(v["M"], p), v["M"]),
    "quarter_to_day": lambda v, p: _months_to_month(3, v["Y"], v["M"]),
    "quarter_to_day_of_year": lambda v, p: _months_to_month(3, _month_of_year(v["M"], p), v["M"]),
    "half_to_day": lambda v, p: _months_to_month(6, v["Y"], v["M"]),
    "half_to_day_of_year": lambda v, p: _months_to_month(6, _month_of_year(v["M"], p), v["M"]),
    "year_to_month": lambda v, p: _months_to_month(12, v["Y"], v["M"]),
    "year_to_month_of_year": lambda v, p: _months_to_month(12, _month_of_year(v["M"], p), v["M"]),
    "year_to_day": lambda v, p: _year_to_day(date(v["Y"], v["M"], v["D"])),
    "half": lambda v, p: Span(*p.half(v["H"], v["Y"])),
    "quarter_to_day_of_previous_year": lambda v, p: _months_to_month(3, _year_before(v["M"], p), v["M"]),
    "half_to_day_of_previous_year": lambda v, p: _months_to_month(6, _year_before(v["M"], p), v["M"]),
    "half_of_year": lambda v, p: _last(p.half(v["H"]), p),
    "half_first": lambda v, p: Span(*p.half(1, v["Y"])),
    "half_second": lambda v, p: Span(*p.half(2, v["Y"])),
    "half_first_of_year": lambda v, p: _last(p.half(1), p),
    "half_second_of_year": lambda v, p: _last(p.half(2), p),
    "same_months": lambda v, p: _months(v["N"], v["Y"], p),
    "quarter_first_of_previous_year": lambda v, p: Span(*p.quarter(1, p.year - 1)),
    "quarter_second_of_previous_year": lambda v, p: Span(*p.quarter(2, p.year - 1)),
    "quarter_third_of_previous_year": lambda v, p: Span(*p.quarter(3, p.year - 1)),
    "quarter_fourth_of_previous_year": lambda v, p: Span(*p.quarter(4, p.year - 1)),
    "half_first_of_previous_year": lambda v, p: Span(*p.half(1, p.year - 1)),
    "half_second_of_previous_year": lambda v, p: Span(*p.half(2, p.year - 1)),
    "quarter_first": lambda v, p: Span(*p.quarter(1, v["Y"])),
    "quarter_second": lambda v, p: Span(*p.quarter(2, v["Y"])),
    "quarter_third": lambda v, p: Span(*p.quarter(3, v["Y"])),
    "quarter_fourth": lambda v, p: Span(*p.quarter(4, v["Y"])),
    "quarter_first_of_year": lambda v, p: _last(p.quarter(1), p),
    "quarter_second_of_year": lambda v, p: _last(p.quarter(2), p),
    "quarter_third_of_year": lambda v, p: _last(p.quarter(3), p),
    "quarter_fourth_of_year": lambda v, p: _last(p.quarter(4), p),
    "nine_months": lambda v, p: _through_quarter(3, v["Y"], p),
    "nine_months_of_year": lambda v, p: _through_quarter(3, p.year, p),
    "half_end": lambda v, p: _end(p.half(1, v["Y"])),
    "half_end_of_year": lambda v, p: _end(p.half(v.get("H", 1))),
    "quarter": lambda v, p: Span(*p.quarter(v["Q"], v["Y"])),
    "quarter_of_year": lambda v, p: _last(p.quarter(v["Q"]), p),
    "quarter_end": lambda v, p: _end(p.quarter(v["Q"], v["Y"])),
    "quarter_end_of_year": lambda v, p: _end(p.quarter(v["Q"])),
    "quarters_from_start": lambda v, p: _through_quarter(v["Q"], v["Y"], p),
    "quarters_from_start_of_year": lambda v, p: _through_quarter(v["Q"], p.year, p),
    "half_of_previous_year": lambda v, p: Span(*p.half(v["H"], p.year - 1)),
    "quarter_of_previous_year": lambda v, p: Span(*p.quarter(v["Q"], p.year - 1)),
    "quarters_from_start_of_previous_year": lambda v, p: _through_quarter(v["Q"], p.year - 1, p),
    "months_from_start_of_previous_year": lambda v, p: _months(v.get("N") or v["M"], p.year - 1, p),
    "month_end_of_previous_year": lambda v, p: _end(_month_span(_year_before(v["M"], p), v["M"])),
    "month_named_last": lambda v, p: Span(*_month_span(_last_named(v["M"], p), v["M"])),
    "quarter_end_of_previous_year": lambda v, p: _end(p.quarter(v["Q"], p.year - 1)),
    "half_end_of_previous_year": lambda v, p: _end(p.half(v.get("H", 1), p.year - 1)),
    "day_of_previous_year": lambda v, p: Span(None, date(_year_before(v["M"], p), v["M"], v["D"])),
    "year": lambda v, p: Span(*p.fiscal_year(v["Y"])),
    "whole_year": lambda v, p: Span(*p.fiscal_year(v["Y"]), "whole"),
    "year_slash": lambda v, p: _slash(v["Y"], v["S"], p),
    "year_short": lambda v, p: Span(*p.fiscal_year(v["Y"])),
    "year_end": lambda v, p: _end(p.fiscal_year(v["Y"])),
    "year_start": lambda v, p: Span(None, p.fiscal_year(v["Y"])[0] - _DAY),
    "previous_year_end": lambda v, p: Span(None, p.previous_year_end, "previous_end"),
    "before_previous_year_end": lambda v, p: _end(p.fiscal_year(p.year - 2)),
    "before_previous_same_period": lambda v, p: _same_period(p.year - 2, p),
    "next_year": lambda v, p: Span(*p.fiscal_year(p.year + 1), "next"),
    "previous_full_year": lambda v, p: Span(*p.fiscal_year(p.year - 1), "previous_full"),
    "previous_year": lambda v, p: Span(*p.fiscal_year(p.year - 1), "previous"),
    "previous_same_period": lambda v, p: Span(
        p.same_period_previous_year.start, p.same_period_previous_year.end, "previous_same"
    ),
    "previous_same_quarter": lambda v, p: Span(
        _quarter_start(p.same_period_previous_year.end), p.same_period_previous_year.end, "previous_same"
    ),
    "same_period": lambda v, p: _same_period(v["Y"], p),
    "previous_same_day": lambda v, p: Span(None, p.same_period_previous_year.end, "previous_same"),
    "current_end": lambda v, p: Span(None, p.end, "current"),
    "last_year_end": lambda v, p: (
        Span(None, p.end, "current") if p.end == p.year_end else Span(None, p.previous_year_end, is_last=True)
    ),
    "current": lambda v, p: Span(p.start, p.end, "current"),
    "full_year": lambda v, p: (
        Span(p.start, p.end, "current") if p.is_fiscal_year else Span(p.year_start, p.year_end, "whole")
    ),
    "current_months": lambda v, p: Span(first_of_months(v["N"], p.end), p.end, "current"),
    "current_quarter": lambda v, p: Span(_quarter_start(p.end), p.end, "current"),
    "current_month": lambda v, p: Span(first_of_months(1, p.end), p.end, "current"),
    "current_half": lambda v, p: Span(first_of_months(6, p.end), p.end, "current"),
    "previous_half": lambda v, p: _previous_half(p),
    "half_ago": lambda v, p: replace(_previous_half(p), relative=""),
    "quarter_ago": lambda v, p: replace(previous_quarter(p), relative=""),
    "previous_quarter": lambda v, p: previous_quarter(p),
    "last_quarter": lambda v, p: Span(*p.quarter(4)) if p.is_fiscal_year else previous_quarter(p),
    "next_quarter": lambda v, p: _next_quarter(p),
    "previous_quarter_end": lambda v, p: Span(None, _quarter_start(p.end) - _DAY, "preceding"),
}


def previous_quarter(period: ReportingPeriod) -> Span:
    """Return the quarter before the last of a reporting period."""
    end = _quarter_start(period.end) - _DAY
    return Span(_quarter_start(end), end, "preceding")


def _next_quarter(period: ReportingPeriod) -> Span:
    start = period.end + _DAY
    month = start.month + 2
    year, month = start.year + (month - 1) // 12, (month - 1) % 12 + 1
    return Span(start, _month_span(year, month)[1], "next")


def _previous_half(period: ReportingPeriod) -> Span:
    end = first_of_months(6, period.end) - _DAY
    return Span(first_of_months(6, end), end, "preceding")


def _same_period(year: int, period: ReportingPeriod) -> Span:
    """Return the reporting period as it was in another fiscal year: 2023年同期."""
    moved = period
    for _ in range(max(0, min(period.year - year, 20))):
        moved = moved.same_period_previous_year
    relative = {1: "previous_same", 0: SAME}.get(period.year - year, "")
    return Span(moved.start, moved.end, relative)


SAME = "same"
"""What a span is called that is the reporting period, named as the same of another: in 2025, 較2024年同期."""


def _months_to(values: dict[str, int], period: ReportingPeriod) -> tuple[date, date]:
    """Return the months that end on a day: the nine months ended 30 September 2024."""
    del period
    end = date(values["Y"], values["M"], values["D"])
    return first_of_months(values["N"], end), end


def _months_to_month(count: int, year: int, month: int) -> Span:
    """Return so many whole months up to a month: the nine months ended December 2024, the June half."""
    end = _month_span(year, month)[1]
    return Span(first_of_months(count, end), end)


def _year_to_day(end: date) -> Span:
    """Return the year that ends on a day: of the last one of a month whole months, so that February may have 28 or 29."""
    whole_months = (end + _DAY).day == 1
    return Span(first_of_months(12, end) if whole_months else end.replace(year=end.year - 1) + _DAY, end)


def _quarter_start(end: date) -> date:
    return first_of_months(3, end)
