"""Last year: the year before, or in a letter written after the year the one that is reported."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

YEAR, BEFORE = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"

LETTERS = [
    ("The net interest margin was 3.21% last year, compared with 3.15% in 2023.", [YEAR, BEFORE]),
    ("Net profit declined last year to $5.6 billion from $6.1 billion in 2023.", [YEAR, BEFORE]),
    ("Net profit, which was $6.1 billion in 2023, came to $5.6 billion last year.", [BEFORE, YEAR]),
    (
        "The net interest margin was 3.21% last year, compared with 3.15% in 2023. Net profit was $5.6 billion last year.",
        [YEAR, BEFORE, YEAR],
    ),
    ("去年淨利潤56億元，2023年為61億元。", [YEAR, BEFORE]),
]

REPORTS = [
    ("Net profit was $5.6 billion, against $6.1 billion last year.", [YEAR, BEFORE]),
    ("Net profit was $6.1 billion last year. In 2023 the net interest margin was 3.15%.", [BEFORE, BEFORE]),
    (
        "Net profit was $5.6 billion, compared with last year. In 2023, last year, it was $6.1 billion.",
        [YEAR, BEFORE],
    ),
]


@pytest.mark.parametrize(("text", "periods"), LETTERS)
def test_beside_the_number_of_the_year_before_it_is_the_year_reported(text: str, periods: list[str]) -> None:
    """Nothing is compared with itself; one sentence tells it for the whole text."""
    assert [reading[2] for reading in fact_readings(text, "2024")] == periods


@pytest.mark.parametrize(("text", "periods"), REPORTS)
def test_where_nothing_tells_it_it_is_the_year_before(text: str, periods: list[str]) -> None:
    """And where it is what others are compared with."""
    assert [reading[2] for reading in fact_readings(text, "2024")] == periods
