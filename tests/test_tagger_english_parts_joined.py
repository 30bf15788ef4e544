"""Parts that a conjunction joins in English: those of a list's things, those that a change goes on with, one of all things."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings, facts_with, ledger_of, profile_of, taxonomy_in_data

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
PEOPLE, FIRMS, TOWN, LAND = "PersonalCustomers", "CorporateCustomers", "HongKong", "MainlandChina"


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Loans to personal customers and corporate customers rose 5% and 7% respectively.", LOANS),
        ("Loans to both personal customers and corporate customers rose by 5% and 7%, respectively.", LOANS),
        ("There was growth in deposits from personal customers and corporate customers of 5% and 7% respectively.", DEPOSITS),
        ("Loans to personal customers rose 5% and to corporate customers 7%.", LOANS),
        ("Deposits from personal customers rose 5% and from corporate customers by 7%.", DEPOSITS),
        ("Deposits grew by 5% from personal customers and 7% from corporate customers.", DEPOSITS),
    ],
)  # fmt: skip
def test_whom_a_thing_is_of_is_no_count_of_them(text: str, concept: str) -> None:
    """Loans to customers, the second time too, where the noun before them is not said again."""
    name = f"GrowthRateOf{concept}"
    assert fact_readings(text) == [(name, PEOPLE, YEAR, "0.05"), (name, FIRMS, YEAR, "0.07")]


@pytest.mark.parametrize(
    "text",
    [
        "Loans grew by 5% in Hong Kong and 7% in mainland China.",
        "Loans grew 5% in Hong Kong and by 7% in mainland China.",
        "Loans in Hong Kong rose 5% and in mainland China 7%.",
    ],
)
def test_a_change_goes_on_with_another_part(text: str) -> None:
    """The verb is said once."""
    name = f"GrowthRateOf{LOANS}"
    assert fact_readings(text) == [(name, TOWN, YEAR, "0.05"), (name, LAND, YEAR, "0.07")]


def test_an_amount_goes_on_so_too() -> None:
    """As the change that the one before is."""
    name = f"IncreaseDecreaseIn{LOANS}"
    assert fact_readings("Loans rose $5 million in Hong Kong and $7 million in mainland China.") == [
        (name, TOWN, YEAR, "5000000"),
        (name, LAND, YEAR, "7000000"),
    ]


@pytest.mark.parametrize("rest", ["3% in Oldtown", "3% overall"])
def test_a_per_cent_of_what_nothing_explains_is_no_share_of_the_part_before(rest: str) -> None:
    """Of another place, which no member is, or of all."""
    text = f"Loans grew 5% in Hong Kong and {rest}."
    assert fact_readings(text) == [(f"GrowthRateOf{LOANS}", TOWN, YEAR, "0.05")]
    assert ledger_of(text).rows[-1].status == "unresolved"


def test_a_part_behind_a_list_is_of_all_its_things() -> None:
    """And of one alone where the others are called all there is, or cannot be of it."""
    assert fact_readings("Loans and deposits in mainland China rose 5% and 7% respectively.") == [
        (f"GrowthRateOf{LOANS}", LAND, YEAR, "0.05"),
        (f"GrowthRateOf{DEPOSITS}", LAND, YEAR, "0.07"),
    ]
    assert fact_readings("Total assets and deposits of corporate customers were $5 million and $7 million.") == [
        ("TotalAssets", "", END, "5000000"),
        (DEPOSITS, FIRMS, END, "7000000"),
    ]  # fmt: skip
    assert fact_readings("Net profit and loans of corporate customers were $5 million and $7 million.") == [
        (LOANS, FIRMS, END, "7000000")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The non-performing loan ratio reached 1.6% up from 1.4% in 2023.",
        "The non-performing loan ratio was 1.6 per cent up from 1.4 per cent a year earlier.",
    ],
)
def test_a_rate_up_from_another_is_a_level(text: str) -> None:
    """No comma has to stand between the two."""
    name = "NonPerformingLoanRatio"
    assert fact_readings(text) == [(name, "", END, "0.016"), (name, "", "2023-12-31", "0.014")]


@pytest.mark.parametrize(
    "text",
    [
        "Of our deposits, 60% came from corporate customers and 40% from personal customers.",
        "Corporate customers made up 60% of deposits and personal customers 40%.",
    ],
)
def test_a_share_goes_on_with_whom_the_next_part_is_of(text: str) -> None:
    """Of the deposits, and not of the number of customers."""
    assert fact_readings(text) == [
        (f"ShareOf{DEPOSITS}", FIRMS, END, "0.60"),
        (f"ShareOf{DEPOSITS}", PEOPLE, END, "0.40"),
    ]


def test_customers_are_counted_where_they_are_named_alone() -> None:
    """As the subject, or behind an increase in them."""
    name = "GrowthRateOfNumberOfCustomers"
    assert fact_readings("Corporate customers rose 5%.") == [(name, FIRMS, YEAR, "0.05")]
    assert fact_readings("There was a 5% rise in corporate customers.") == [(name, FIRMS, YEAR, "0.05")]


def test_whom_money_goes_to_is_a_part_also_where_such_people_are_counted() -> None:
    """Employees are a number, and receive a part of the profit."""
    taxonomy, profile = taxonomy_in_data("dividends"), profile_of(currency="USD")
    text = "The Board proposed a distribution of $6 million to shareholders and $2 million to employees. We have 40 employees."
    assert facts_with(taxonomy, profile, text, "2024") == [
        f"Distribution Holders {YEAR} 6000000",
        f"Distribution Staff {YEAR} 2000000",
        f"Headcount - {END} 40",
    ]


def test_a_name_within_a_members_name_says_no_concept() -> None:
    """The fees for cards are no cards."""
    assert not fact_readings("There was a 15% increase in credit card fees.")


@pytest.mark.parametrize(
    "text",
    [
        "Personal loans grew faster than corporate loans, at 8%.",
        "Personal loans grew twice as fast as corporate loans, at 8%.",
        "Personal loans grew less than corporate loans, rising 8%.",
    ],
)
def test_what_a_subject_is_compared_with_is_not_what_grew(text: str) -> None:
    """Behind the comma the sentence goes on about its subject."""
    assert fact_readings(text) == [(f"GrowthRateOf{LOANS}", PEOPLE, YEAR, "0.08")]


def test_an_amount_and_what_it_came_to_are_no_range_behind_a_move() -> None:
    """The verb is said once, for both things."""
    change = f"IncreaseDecreaseIn{LOANS}"
    text = "Personal loans grew $3 billion to $42 billion and corporate loans $5 billion to $61 billion."
    assert fact_readings(text) == [
        (change, PEOPLE, YEAR, "3000000000"),
        (LOANS, PEOPLE, END, "42000000000"),
        (change, FIRMS, YEAR, "5000000000"),
        (LOANS, FIRMS, END, "61000000000"),
    ]
    plan = "Personal loans grew $3 billion to $42 billion and we expect corporate loans of $5 billion to $6 billion."
    assert fact_readings(plan)[2:] == []


def test_whom_an_amount_is_of_may_stand_behind_a_bracket() -> None:
    """The value before, and how much more it is, are of the same part."""
    assert fact_readings(
        "Deposits of $6 million (2023: $5 million) from personal customers were stable."
    ) == [
        (DEPOSITS, PEOPLE, END, "6000000"),
        (DEPOSITS, PEOPLE, "2023-12-31", "5000000"),
    ]
    assert fact_readings("We granted loans of $6 million (5% more than in 2023) to manufacturing.") == [
        ("LoansGranted", "Manufacturing", YEAR, "6000000"),
        ("GrowthRateOfLoansGranted", "Manufacturing", YEAR, "0.05"),
    ]
    assert fact_readings("Net profit rose to $6 million (2023: $5 million) from higher lending.")[0] == (
        "NetProfit",
        "",
        YEAR,
        "6000000",
    )
