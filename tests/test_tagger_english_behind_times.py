"""English: what stands behind the time or base right behind a figure is still its own; a bracket may hold its time."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

YEAR, HALF = "2024-01-01/2024-12-31", "2024-01-01/2024-06-30"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
PEOPLE, FIRMS = "PersonalCustomers", "CorporateCustomers"


@pytest.mark.parametrize("base", ["YoY", "year on year", "on last year", "compared with 2023"])
def test_a_part_stands_behind_the_base_of_a_change(base: str) -> None:
    """The change is of that part, and what follows is not of it."""
    text = f"Deposits rose by 9% {base} from personal customers and 4% {base} from corporate customers."
    assert fact_readings(text) == [
        (f"GrowthRateOf{DEPOSITS}", PEOPLE, YEAR, "0.09"),
        (f"GrowthRateOf{DEPOSITS}", FIRMS, YEAR, "0.04"),
    ]


def test_a_part_that_no_term_names_stands_there_too() -> None:
    """The change is none of the whole."""
    assert fact_readings("Deposits rose 9% year on year in Oldtown.") == []


def test_times_behind_amounts_part_nothing() -> None:
    """Each amount has its own time."""
    text = "Operating expenses were $5m in the first half of 2024 and $6m in the second half of 2024."
    assert [reading[1:] for reading in fact_readings(text)] == [
        ("", HALF, "5000000"),
        ("", "2024-07-01/2024-12-31", "6000000"),
    ]


@pytest.mark.parametrize(
    "time",
    [
        "first half of 2024",
        "in the first half of 2024",
        "booked in the first half of 2024",
        "spent during the first half of 2024",
    ],
)
def test_a_bracket_behind_an_amount_holds_its_time(time: str) -> None:
    """And not that of the report."""
    text = f"Operating expenses were $5m ({time})."
    assert fact_readings(text) == [("OperatingExpenses", "", HALF, "5000000")]


def test_what_a_bracket_says_of_when_a_thing_came_up_is_no_time_of_an_amount() -> None:
    """A balance has its day."""
    assert fact_readings("Loans of $5m (signed in March 2019) are secured.")[:1] in (
        [],
        [(LOANS, "", "2024-12-31", "5000000")],
    )
