"""Members and times that stand about a figure: those that are its own, and those that are of the next or of the name."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of, rows_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
DEPOSITS, CUSTOMERS = "DepositsFromCustomers", "NumberOfCustomers"

READ: list[tuple[str, list[Reading]]] = [
    # a sentence is set in a place, whatever an aside says of it
    (
        "In Hong Kong, where we sell through agents, deposits were $3 billion.",
        [(DEPOSITS, "HongKong", END, "3000000000")],
    ),
    # the next name of a list, and the part that a link joins
    (
        "The Bank served 5,000 corporate customers and personal customers 8,000.",
        [(CUSTOMERS, "CorporateCustomers", END, "5000"), (CUSTOMERS, "PersonalCustomers", END, "8000")],
    ),
    ("Staff turnover was 7% among women.", [("EmployeeTurnoverRate", "FemaleEmployees", YEAR, "0.07")]),
    # a subject before an aside
    ("Deposits, in particular those of pensioners, were $3 billion.", [(DEPOSITS, "", END, "3000000000")]),
    (
        "Overseas branches, through which we reach exporters, had deposits of $3 billion.",
        [(DEPOSITS, "OverseasInstitutions", END, "3000000000")],
    ),
    # a plan whose time begins like the report's
    (
        "We remain confident of reaching a cost-to-income ratio of at most 40% in the year to December 2026.",
        [("CostToIncomeRatio", "Target", "2026-01-01/2026-12-31", "0.40")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_members_and_times_about_a_figure_are_whose_they_are(text: str, expected: list[Reading]) -> None:
    """In the year's report."""
    assert [reading for reading in readings_of(text, "2024") if "not_a_fact" not in reading[0]] == expected


def test_what_is_reported_today_is_of_the_time_that_is_named() -> None:
    """The quarter behind the amount, and not the report's nine months."""
    text = "Hill Bank today reported net profit of $6 million for the quarter ended 30 September 2024."
    (row,) = (row for row in rows_of(text, "2024Q3") if row.status == "fact")
    assert row.period == "2024-07-01/2024-09-30"


def test_a_part_of_the_dividend_is_not_the_years() -> None:
    """The total of the year is."""
    text = "The Board recommends a final dividend of $0.30 per share. Dividends per share for the year are $0.50."
    assert [(row.value, row.status) for row in rows_of(text, "2024")] == [
        ("0.30", "unresolved"),
        ("0.50", "fact"),
    ]


def test_one_mention_that_two_others_outvote_is_withheld_alone() -> None:
    """Two against each other are both withheld."""
    outvoted = rows_of(
        "Deposits were $50 billion. Customer deposits were $50.0 billion. Deposits were $52 billion."
    )
    assert [row.status for row in outvoted] == ["fact", "fact", "unresolved"]
    split = rows_of("Deposits were $50 billion. Deposits were $52 billion.")
    assert [row.status for row in split] == ["unresolved", "unresolved"]
