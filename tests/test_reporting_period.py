"""The reporting period: every way of writing one, fiscal years that end elsewhere, and what is none."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.reporting_period import PeriodError, ReportingPeriod, parse_reporting_period

DECEMBER, MARCH, JUNE, FEBRUARY = (12, 31), (3, 31), (6, 30), (2, 29)


def span(start: str, end: str) -> tuple[date, date]:
    """Return two ISO dates as a range."""
    return date.fromisoformat(start), date.fromisoformat(end)


@pytest.mark.parametrize(
    ("text", "fiscal_year_end", "start", "end"),
    [
        ("2024", DECEMBER, "2024-01-01", "2024-12-31"),
        ("2024H1", DECEMBER, "2024-01-01", "2024-06-30"),
        ("2024h1", DECEMBER, "2024-01-01", "2024-06-30"),
        ("2024H2", DECEMBER, "2024-01-01", "2024-12-31"),
        ("2024Q1", DECEMBER, "2024-01-01", "2024-03-31"),
        ("2024Q3", DECEMBER, "2024-01-01", "2024-09-30"),
        ("2024Q4", DECEMBER, "2024-01-01", "2024-12-31"),
        ("2024-09-30", DECEMBER, "2024-01-01", "2024-09-30"),
        ("2024-01-01/2024-12-31", DECEMBER, "2024-01-01", "2024-12-31"),
        ("2024-04-01/2024-06-30", DECEMBER, "2024-04-01", "2024-06-30"),
        (" 2024 ", DECEMBER, "2024-01-01", "2024-12-31"),
        ("2024", MARCH, "2023-04-01", "2024-03-31"),
        ("2024H1", MARCH, "2023-04-01", "2023-09-30"),
        ("2024Q3", MARCH, "2023-04-01", "2023-12-31"),
        ("2024-09-30", MARCH, "2024-04-01", "2024-09-30"),
        ("2024-03-31", MARCH, "2023-04-01", "2024-03-31"),
        ("2024", JUNE, "2023-07-01", "2024-06-30"),
        ("2024Q1", JUNE, "2023-07-01", "2023-09-30"),
        ("2024", FEBRUARY, "2023-03-01", "2024-02-29"),
        ("2025", FEBRUARY, "2024-03-01", "2025-02-28"),
        ("2024", (2, 28), "2023-03-01", "2024-02-29"),  # as most people write the end of February
        ("2025", (2, 28), "2024-03-01", "2025-02-28"),
    ],
)
def test_a_period_is_read_as_it_is_written(
    text: str, fiscal_year_end: tuple[int, int], start: str, end: str
) -> None:
    """Each form of the contract, for years that end in December and elsewhere."""
    found = parse_reporting_period(text, fiscal_year_end)

    assert (found.start, found.end) == span(start, end)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "write 2024, 2024H1"),
        ("24", "write 2024, 2024H1"),
        ("FY2024", "write 2024, 2024H1"),
        ("２０２４", "write 2024, 2024H1"),
        ("2024-9-30", "write 2024, 2024H1"),
        ("2024H3", "halves, H1 and H2"),
        ("2024Q5", "quarters, Q1 to Q4"),
        ("2024Q0", "quarters, Q1 to Q4"),
        ("2024-02-30", "no day of the calendar"),
        ("2023-02-29", "no day of the calendar"),
        ("2024-12-31/2024-01-01", "write the earlier day first, 2024-01-01/2024-12-31"),
        ("2024-01-01/", "write 2024, 2024H1"),
        ("2024-01-01/2024-06-30/2024-12-31", "write 2024, 2024H1"),
        ("0001", "lies outside 1900 to 2199"),
        ("9999-12-31", "lies outside 1900 to 2199"),
    ],
)
def test_what_is_no_period_gets_a_sentence_that_says_what_to_write(text: str, says: str) -> None:
    """The message repeats the text and says what would have been accepted."""
    with pytest.raises(PeriodError) as raised:
        parse_reporting_period(text)

    assert repr(text) in str(raised.value)
    assert says in str(raised.value)


def test_the_year_before_and_its_end_are_found_from_any_period() -> None:
    """上年末 at the end of the third quarter is the day before the year began."""
    period = parse_reporting_period("2024Q3")

    assert period.year_start == date(2024, 1, 1)
    assert period.year_end == date(2024, 12, 31)
    assert period.previous_year_end == date(2023, 12, 31)
    assert period.same_period_previous_year == ReportingPeriod(*span("2023-01-01", "2023-09-30"))


def test_the_end_of_february_stays_the_end_of_february() -> None:
    """A year before 2025-02-28 is 2024-02-29, and a year before that 2023-02-28."""
    period = parse_reporting_period("2025", FEBRUARY)

    assert period.same_period_previous_year.end == date(2024, 2, 29)
    assert period.same_period_previous_year.same_period_previous_year.end == date(2023, 2, 28)


def test_quarters_and_halves_are_those_of_the_fiscal_year() -> None:
    """本季 of 2024Q3 is July to September, or October to December where the year ends in March."""
    assert parse_reporting_period("2024Q3").quarter(3) == span("2024-07-01", "2024-09-30")
    assert parse_reporting_period("2024", MARCH).quarter(3) == span("2023-10-01", "2023-12-31")
    assert parse_reporting_period("2024").half(2) == span("2024-07-01", "2024-12-31")
    assert parse_reporting_period("2024").half(1, 2022) == span("2022-01-01", "2022-06-30")
    assert parse_reporting_period("2024", FEBRUARY).quarter(4) == span("2023-12-01", "2024-02-29")
    with pytest.raises(ValueError, match="no part 5"):
        parse_reporting_period("2024").quarter(5)


def test_a_day_after_the_year_end_belongs_to_the_next_fiscal_year() -> None:
    """With a year end of 03-31, the 1st of April 2024 is in the fiscal year 2025."""
    period = parse_reporting_period("2024-04-01", MARCH)

    assert period.year == 2025
    assert period.previous_year_end == date(2024, 3, 31)


@given(st.dates(date(1901, 1, 1), date(2198, 1, 1)), st.integers(1, 12), st.integers(1, 31))
def test_quarters_fill_the_year_without_gap_or_overlap(day: date, month: int, last: int) -> None:
    """Whatever the year end, four quarters and two halves cover the year that holds a day."""
    days = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    period = parse_reporting_period(day.isoformat(), (month, min(last, days)))

    for parts in ([period.quarter(n) for n in (1, 2, 3, 4)], [period.half(n) for n in (1, 2)]):
        assert parts[0][0] == period.year_start
        assert parts[-1][1] == period.year_end
        assert all(after[0] - before[1] == timedelta(1) for before, after in pairwise(parts))
    assert period.year_start <= day <= period.year_end
