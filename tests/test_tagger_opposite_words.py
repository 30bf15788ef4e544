"""Words that turn an amount round, or say that a change went past a level, or that a figure is doubled."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of, rows_of

YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-01-01/2023-12-31"
DEPOSITS = "DepositsFromCustomers"

READ: list[tuple[str, list[Reading]]] = [
    # a loss that a clause behind the amount says, and a cost that is given back
    (
        "Net profit was $30 million, against the $12 million we lost a year earlier.",
        [("NetProfit", "", YEAR, "30000000"), ("NetProfit", "", BEFORE, "-12000000")],
    ),
    (
        "Impairment losses were $5 million, against a net release of $2 million a year earlier.",
        [("ImpairmentLosses", "", YEAR, "5000000"), ("ImpairmentLosses", "", BEFORE, "-2000000")],
    ),
    (
        "There was a write-back of impairment losses of $2 million.",
        [("ImpairmentLosses", "", YEAR, "-2000000")],
    ),
    ("Income tax expense was a credit of $3 million.", [("IncomeTaxExpense", "", YEAR, "-3000000")]),
    ("Impairment losses after releases were $3 million.", [("ImpairmentLosses", "", YEAR, "3000000")]),
    # what a change went past is a level
    ("Deposits rose above $3 billion.", [(DEPOSITS, "", END, "3000000000")]),
    ("Deposits climbed past $3 billion.", [(DEPOSITS, "", END, "3000000000")]),
    (
        "The non-performing loan ratio fell below 1.5% to 1.31%.",
        [("NonPerformingLoanRatio", "", END, "0.015"), ("NonPerformingLoanRatio", "", END, "0.0131")],
    ),
    ("Deposits rose over $3 billion.", [(f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "3000000000")]),
    (
        "Operating expenses growth was kept below 5%.",
        [("GrowthRateOfOperatingExpenses", "", YEAR, "0.05")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_turns_an_amount_round_or_goes_past_it_is_read(text: str, expected: list[Reading]) -> None:
    """Each with what looks like it and is none."""
    assert readings_of(text, "2024") == expected


def test_a_release_under_what_is_no_cost_stays_open() -> None:
    """Nobody knows what was released."""
    rows = rows_of("Operating income was $5 million after a release of $3 million.", "2024")
    assert [row.status for row in rows] == ["fact", "unresolved"]


def test_what_is_said_of_twice_a_value_is_not_said_of_the_value() -> None:
    """Almost twice the 4,100 is not almost 4,100."""
    rows = rows_of("The Bank has 8,000 employees, almost twice the 4,100 of a year earlier.", "2024")
    assert [(row.value, row.qualifier) for row in rows] == [("8000", ""), ("4100", "")]


def test_guidance_before_a_colon_makes_a_forecast_of_all_behind_it() -> None:
    """However long it is said for which time."""
    rows = rows_of(
        "We keep our guidance for the year to 31 December 2025: operating income of $2 billion and net profit of $1 billion.",
        "2024",
    )
    facts = [row for row in rows if row.status == "fact"]
    assert [[member.rpartition(":")[2] for _, member in row.dimensions] for row in facts] == [
        ["ForecastMember"]
    ] * 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "A release of impairment losses of $2 million, compared with $5 million losses a year earlier.",
            ("-2", "5"),
        ),
    ],
)
def test_what_is_compared_is_called_by_its_own_name_again(text: str, values: tuple[str, ...]) -> None:
    """A release is compared with a charge, and a loss with a loss."""
    rows = [row for row in rows_of(text, "2024") if row.status == "fact"]

    assert tuple(row.value for row in rows) == tuple(f"{value}000000" for value in values)


@pytest.mark.parametrize(
    ("behind", "value"), [("$23 million net loss", "-23000000"), ("$23 million", "23000000")]
)
def test_a_loss_may_stand_behind_its_amount(behind: str, value: str) -> None:
    """In the bracket of the year before, too."""
    rows = rows_of(f"Net profit was $101 million (2023: {behind}).", "2024")

    assert [row.value for row in rows if row.status == "fact"] == ["101000000", value]
