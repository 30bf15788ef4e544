"""The reporting period: what "this year", 上年末 and 同比 are resolved against.

A fiscal year is called after the calendar year in which it ends, so 2024 with a year end of 03-31 runs
from 2023-04-01 to 2024-03-31. Halves and quarters are counted in months from the year's first day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from taxonomy.errors import TagwrightError

DateRange = tuple[date, date]
"""First and last day, both included."""

_DAY = timedelta(days=1)
QUARTER = 3
"""Months."""
_MONTHS = 12
_YEARS = range(1900, 2200)
_SHORT = re.compile(r"(?P<year>[0-9]{4})(?:(?P<part>[HQ])(?P<number>[0-9]))?", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ACCEPTED = "write 2024, 2024H1, 2024Q3, 2024-09-30 or 2024-01-01/2024-12-31"


class PeriodError(TagwrightError):
    """A reporting period that is none."""


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """The time from the first to the last day that a report is about, and where its fiscal years end.

    year, year_start, year_end: number, first and last day of the fiscal year that holds the last day.
    is_fiscal_year: the period is a whole one. named_by_start: who reports calls a fiscal year after the calendar year
    that it begins in (FY2025 ends in March 2026). They are worked out once: every figure asks for them.
    """

    start: date
    end: date
    fiscal_year_end: tuple[int, int] = (12, 31)
    named_by_start: bool = field(default=False, repr=False, compare=False)
    year: int = field(init=False, repr=False, compare=False)
    year_start: date = field(init=False, repr=False, compare=False)
    year_end: date = field(init=False, repr=False, compare=False)
    is_fiscal_year: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the fiscal year."""
        year = self.end.year + (self.end > _last_of_year(self.end.year, self.fiscal_year_end))
        first, last = self.fiscal_year(year)
        object.__setattr__(self, "year", year)
        object.__setattr__(self, "year_start", first)
        object.__setattr__(self, "year_end", last)
        object.__setattr__(self, "is_fiscal_year", (self.start, self.end) == (first, last))

    @property
    def previous_year_end(self) -> date:
        """Return the last day of the fiscal year before: 上年末, and what 年初 is compared with."""
        return self.year_start - _DAY

    @property
    def same_period_previous_year(self) -> ReportingPeriod:
        """Return the same days of the year before: 上年同期. The end of a month stays the end of it."""
        return ReportingPeriod(
            _months_later(self.start, -12), _last_day_months_later(self.end, -12), self.fiscal_year_end
        )

    def fiscal_year(self, year: int) -> DateRange:
        """Return the first and last day of the fiscal year that ends in `year`."""
        before, last = (_last_of_year(number, self.fiscal_year_end) for number in (year - 1, year))
        return before + _DAY, last

    def half(self, number: int, year: int | None = None) -> DateRange:
        """Return the first (1) or second (2) half of a fiscal year, by default the period's own."""
        return self._part(number, 6, year)

    def quarter(self, number: int, year: int | None = None) -> DateRange:
        """Return a quarter (1 to 4) of a fiscal year, by default the period's own."""
        return self._part(number, 3, year)

    def _part(self, number: int, months: int, year: int | None) -> DateRange:
        if not 1 <= number <= 12 // months:
            raise ValueError(f"a year has no part {number} of {months} months")
        first, last = self.fiscal_year(self.year if year is None else year)
        if number * months < _MONTHS:
            last = _months_later(first, number * months) - _DAY
        return _months_later(first, (number - 1) * months), last


def parse_reporting_period(text: str, fiscal_year_end: tuple[int, int] = (12, 31)) -> ReportingPeriod:
    """Read a reporting period as a person writes it on the command line.

    "2024" is the fiscal year that ends in 2024; "2024H1" and "2024Q3" run from its first day to the end of
    that half or quarter; "2024-09-30" from the first day of the fiscal year that holds it.

    Raises: PeriodError where the text is none of these.
    """
    stripped = text.strip()
    if short := _SHORT.fullmatch(stripped):
        return _part_of_year(short, text, fiscal_year_end)
    if "/" in stripped:
        first, _, last = stripped.partition("/")
        start, end = _date(first, text), _date(last, text)
        if end < start:
            raise PeriodError(
                f"The period {text!r} ends before it starts: write the earlier day first, {last}/{first}."
            )
        return ReportingPeriod(start, end, fiscal_year_end)
    end = _date(stripped, text)
    return ReportingPeriod(ReportingPeriod(end, end, fiscal_year_end).year_start, end, fiscal_year_end)


def _part_of_year(match: re.Match[str], text: str, fiscal_year_end: tuple[int, int]) -> ReportingPeriod:
    year = int(match["year"])
    _check_year(year, text)
    calendar = ReportingPeriod(date(year, 1, 1), date(year, 12, 31), fiscal_year_end)
    first, last = calendar.fiscal_year(year)
    if match["part"]:
        number, is_half = int(match["number"]), match["part"] in "Hh"
        if not 1 <= number <= (2 if is_half else 4):
            kind = "halves, H1 and H2" if is_half else "quarters, Q1 to Q4"
            raise PeriodError(f"The period {text!r} is none: a year has the {kind}; {_ACCEPTED}.")
        last = (calendar.half if is_half else calendar.quarter)(number, year)[1]
    return ReportingPeriod(first, last, fiscal_year_end)


def _date(part: str, text: str) -> date:
    if not _DATE.fullmatch(part):
        raise PeriodError(f"The period {text!r} is none: {_ACCEPTED}.")
    try:
        found = date.fromisoformat(part)
    except ValueError:
        raise PeriodError(f"The period {text!r} holds no day of the calendar: {_ACCEPTED}.") from None
    _check_year(found.year, text)
    return found


def _check_year(year: int, text: str) -> None:
    if year not in _YEARS:
        raise PeriodError(
            f"The period {text!r} lies outside {_YEARS.start} to {_YEARS.stop - 1}: check the year."
        )


_LEAP_DAY = (2, 29)
_END_OF_FEBRUARY = ((2, 28), _LEAP_DAY)


def _last_of_year(year: int, month_day: tuple[int, int]) -> date:
    """Return the last day of a fiscal year; one that ends on 28 February ends on the 29th in a leap year."""
    return _in_year(year, _LEAP_DAY if month_day in _END_OF_FEBRUARY else month_day)


@cache
def _in_year(year: int, month_day: tuple[int, int]) -> date:
    """Return the day in that year; 02-29 is the last day of February in every year."""
    month, day = month_day
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_through(start: date, end: date) -> int:
    """Return how many calendar months two days and what lies between them touch."""
    return (end.year - start.year) * 12 + end.month - start.month + 1


def first_of_months(count: int, end: date) -> date:
    """Return the first day of so many calendar months, the last of which holds a day."""
    index = end.year * 12 + end.month - count
    return date(index // 12, index % 12 + 1, 1)


def _months_later(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 + months
    return _in_year(month // 12, (month % 12 + 1, day.day))


def _last_day_months_later(day: date, months: int) -> date:
    """Return the day months later, where the last day of a month stays the last day of one."""
    moved = _months_later(day, months)
    if day.day == monthrange(day.year, day.month)[1]:
        return moved.replace(day=monthrange(moved.year, moved.month)[1])
    return moved
