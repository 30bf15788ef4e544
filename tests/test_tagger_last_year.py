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


LETTER = "Hill Bank\n\nMarch 3, 2025\n\nDear fellow shareholders,\n\nLast year customer deposits grew 5% to $5 billion.\n"


def test_a_salutation_does_not_tell_which_year_it_is() -> None:
    """Letters call the year reported so, and the year before it; the letter's date is none of the figures below."""
    assert [reading[2] for reading in fact_readings(LETTER, "2024")] == [BEFORE, "2023-12-31"]


def test_a_heading_may_end_in_a_year() -> None:
    """What stands below it is planned for that year."""
    text = "Outlook for 2025\n\nIn 2025 the net interest margin is about 5.1%.\n"

    assert [reading[1:3] for reading in fact_readings(text, "2024")] == [
        ("Forecast", "2025-01-01/2025-12-31")
    ]


@pytest.mark.parametrize("number", ["3'284", "3’284"])
def test_digits_may_be_grouped_by_apostrophes(number: str) -> None:
    """As in Switzerland, in prose and in tables."""
    text = f"Customer deposits were CHF {number} million.\n\nCHF million   2024    2023\nLoans        {number}   3'101\n"

    assert [reading[3] for reading in fact_readings(text, "2024")] == [
        "3284000000",
        "3284000000",
        "3101000000",
    ]


def test_a_time_in_an_aside_is_of_what_it_says() -> None:
    """The market was entered then."""
    text = "In Hong Kong, a market we entered in 2019, customer deposits reached $6.8 billion."

    assert fact_readings(text, "2024") == [("DepositsFromCustomers", "HongKong", "2024-12-31", "6800000000")]
