"""Whose a figure is, and of what time, by words right before it in English: descriptions of others, earlier values."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tests.tagging_example import ledger_of, local, profile_of, row_of


def _row(text: str, figure: str) -> Row:
    return row_of(text, figure, "2025", language="en")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Vale Finance, a lender with 40 branches, joined us in May.", "40"),
        ("We signed a contract with Vale Bank, a savings bank with 3,000 employees.", "3,000"),
        ("We now serve the savers of Elm Trust, a society with deposits of $5 billion.", "5 billion"),
    ],
)
def test_what_describes_another_is_not_the_entitys(text: str, figure: str) -> None:
    """It is left open, as another's."""
    row = _row(text, figure)
    assert row.status == "unresolved"
    assert row.reason is not None
    assert row.reason.code == "other_entity"


@pytest.mark.parametrize(
    ("text", "figure", "concept"),
    [
        ("Hill Bank, a lender with 40 branches, was founded in 1921.", "40", "NumberOfOutlets"),
        ("Retail Banking, a division with 40 branches, did well.", "40", "NumberOfOutlets"),
        (
            "In March, a month with few holidays, loans grew by $5 billion.",
            "5 billion",
            "IncreaseDecreaseInLoansAndAdvancesToCustomers",
        ),
    ],
)
def test_the_entity_its_parts_and_months_are_no_others(text: str, figure: str, concept: str) -> None:
    """The name of a part or of a month opens no such description."""
    assert local(_row(text, figure).concept) == concept


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("The cost-to-income ratio was 43.1%, an improvement on 45.8%.", "45.8%", "2024-01-01/2024-12-31"),
        (
            "Net profit was $61 million, an improvement on $55 million the year before.",
            "55 million",
            "2024-01-01/2024-12-31",
        ),
        ("Employees numbered 1,200, an increase on 1,150 a year ago.", "1,150", "2024-12-31"),
        ("Deposits were $61 billion, a sharp fall from $65 billion in 2023.", "65 billion", "2023-12-31"),
    ],
)
def test_what_something_improved_on_is_the_value_before(text: str, figure: str, period: str) -> None:
    """It is of the time before, and no change."""
    row = _row(text, figure)
    assert row.period == period
    assert "Increase" not in local(row.concept)


@pytest.mark.parametrize("said", ["on 2024 of 5%", "of 5% on 2024"])
def test_an_increase_on_a_time_is_one(said: str) -> None:
    """The time between is no value that it improved on."""
    row = _row(f"Net profit was $61 million, an increase {said}.", "5%")
    assert (local(row.concept), row.period) == ("GrowthRateOfNetProfit", "2025-01-01/2025-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Net profit was $74.1 million (2025: $58.6 million).",
        "Net profit was $74.1 million, against $58.6 million in 2025.",
        "Net profit was $74.1 million, compared with $58.6 million in the same period of 2025.",
    ],
)
def test_a_half_year_is_compared_with_that_of_the_calendar_year_before(text: str) -> None:
    """The half-year to September 2026 is of a fiscal year called 2027; 2025 beside it is not two years back."""
    ledger = ledger_of(text, "2026-04-01/2026-09-30", language="en", profile=profile_of((3, 31), "USD"))
    before = next(row for row in ledger.rows if row.text == "58.6 million")
    assert before.period == "2025-04-01/2025-09-30"


def test_a_fiscal_year_called_so_is_one() -> None:
    """It is left open, as another's."""
    text = "Net profit was $74.1 million (FY2025: $158.6 million)."
    ledger = ledger_of(text, "2026-04-01/2026-09-30", language="en", profile=profile_of((3, 31), "USD"))
    before = next(row for row in ledger.rows if row.text == "158.6 million")
    assert before.period != "2025-04-01/2025-09-30"
