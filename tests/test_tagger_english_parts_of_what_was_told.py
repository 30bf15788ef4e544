"""Parts of what a sentence before tells, things that were dealt in, and brackets behind the time of a value."""

from __future__ import annotations

import pytest

from tests.tagging_example import (
    Reading,
    fact_readings,
    ledger_of,
    members_of,
    profile_of,
    reading_of,
    taxonomy_in_data,
)
from tests.test_tagger_english_sweeps import said

_TEXTS: tuple[tuple[str, list[str]], ...] = (
    # a part of what came about is no balance, though its name could be one
    (
        "Impairment losses were £187m, of which corporate loans accounted for £121m.",
        ["ImpairmentLosses 187000000", "?"],
    ),
    (
        "Loans stood at £268 billion. Corporate loans accounted for £74 billion and personal loans for £171 billion.",
        [
            "Loans 268000000000",
            "Loans+CorporateCustomers 74000000000",
            "Loans+PersonalCustomers 171000000000",
        ],
    ),
    (
        "Loans stood at £268 billion. Corporate customers were responsible for £74 billion of the total.",
        ["Loans 268000000000", "Loans+CorporateCustomers 74000000000"],
    ),
    (
        "Impairment losses were £187m. Corporate loans amounted to £74 billion.",
        ["ImpairmentLosses 187000000", "Loans+CorporateCustomers 74000000000"],
    ),
    # the value before, in a bracket behind the time or behind a rate that says an amount once more
    (
        "Deposits totalled £121.0 billion at the end of December (114.6).",
        ["Deposits 121000000000", "Deposits@2023-12-31 114600000000"],
    ),
    (
        "Loans stood at £268.4 billion as at 31 December 2024 (258.9), up 4%.",
        ["Loans 268400000000", "Loans@2023-12-31 258900000000", "^Loans 0.04"],
    ),
    # so much was dealt in, which is not all there is
    ("In 2024 we sold loans for £24.5 billion.", ["?"]),
    ("The Bank bought loans for a total of £4.1 billion.", ["?"]),
    ("Loans were sold for £24.5 billion.", ["?"]),
    ("The Bank has sold loans before. Loans stood at £4.1 billion.", ["Loans 4100000000"]),
)


@pytest.mark.parametrize(("text", "expected"), _TEXTS, ids=[text for text, _ in _TEXTS])
def test_what_an_amount_is_a_part_of(text: str, expected: list[str]) -> None:
    """What its words name may be the thing, or a part of what was told before."""
    assert said(text) == expected


def test_a_change_against_two_times_at_once_stays_open() -> None:
    """It may be either, where each could have its own."""
    open_ones = (
        "Net interest income rose 3% from the fourth quarter of 2023 and the third quarter of 2024.",
        "Net interest income rose 3% over the third quarter of 2024 and the fourth quarter of 2023.",
    )
    assert [said(text, "2024Q4") for text in open_ones] == [["?"], ["?"]]
    each = (
        "Net interest income rose 3% from the fourth quarter of 2023 and 1% from the third quarter of 2024."
    )
    assert "?" not in said(each, "2024Q4")


@pytest.mark.parametrize(
    ("text", "period", "value"),
    [
        ("在2025年持續強勁，首兩個月淨利息收入較2024年同期高出15%。", "2025-01-01/2025-02-28", "0.15"),
        ("2025年開局良好，首季淨利息收入較2024年同期增長8%。", "2025-01-01/2025-03-31", "0.08"),
        ("2025年首兩個月，淨利息收入與去年同期相比增長15%。", "2025-01-01/2025-02-28", "0.15"),
        ("In the first two months of 2025, net interest income grew by 4% year on year.", "2025-01-01/2025-02-28", "0.04"),
        ("首九個月淨利息收入較2023年同期下降20%。", "2024-01-01/2024-09-30", "-0.20"),
    ],
)  # fmt: skip
def test_the_first_months_after_the_year_are_told_against_the_same_of_the_year(
    text: str, period: str, value: str
) -> None:
    """A growth against the same months of the year that is reported is of those behind it, and no plan."""
    (row,) = (row for row in ledger_of(text, "2024").rows if row.status != "not_a_fact")
    assert reading_of(row) == ("GrowthRateOfNetInterestIncome", "", period, value)


@pytest.mark.parametrize(
    "text", ["2025年淨利息收入增長15%。", "Net interest income for 2025 is up 6% year on year."]
)
def test_what_is_to_come_stays_open(text: str) -> None:
    """A whole year that has not ended, or one that is compared with nothing."""
    (row,) = (row for row in ledger_of(text, "2024").rows if row.status != "not_a_fact")
    assert row.status == "unresolved"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The reserve release was $14 million.", ["-14000000"]),
        ("The reserve build was $14 million.", ["14000000"]),
        ("We saw reserve releases of $14 million, against a reserve build of $8 million in 2023.", ["-14000000", "8000000"]),
    ],
)  # fmt: skip
def test_what_a_label_has_in_brackets_goes_the_other_way(text: str, values: list[str]) -> None:
    """Reserve build (release): a release is below zero, though a term of the concept is called so."""
    rows = ledger_of(text, taxonomy=taxonomy_in_data("lender"), profile=profile_of(currency="USD")).rows
    assert [row.value for row in rows if row.status == "fact" and not members_of(row)] == values


_LOANS, _LOAN_GROWTH = "LoansAndAdvancesToCustomers", "GrowthRateOfLoansAndAdvancesToCustomers"
_DEPOSIT_CHANGE = "IncreaseDecreaseInDepositsFromCustomers"
_YEAR, _END = "2025-01-01/2025-12-31", "2025-12-31"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # a growth said once more as an amount
        ("Deposits rose by 4%, equivalent to $24 million.", (_DEPOSIT_CHANGE, "", _YEAR, "24000000")),
        ("Deposits fell 4%, which corresponds to $24 million.", (_DEPOSIT_CHANGE, "", _YEAR, "-24000000")),
        (
            "Deposits grew by 4% in the year, that is to say by $24 million.",
            (_DEPOSIT_CHANGE, "", _YEAR, "24000000"),
        ),
        ("Deposits rose by 4%, that is $24 million.", (_DEPOSIT_CHANGE, "", _YEAR, "24000000")),
        ("Deposits rose by 4% and that is now $24 million.", ("DepositsFromCustomers", "", _END, "24000000")),
        # customers of a kind, of whom a per cent is no number
        (
            "Loans fell 7%, among personal customers by 2%.",
            (_LOAN_GROWTH, "PersonalCustomers", _YEAR, "-0.02"),
        ),
        (
            "Loans rose 7%. With corporate customers they rose 2%.",
            (_LOAN_GROWTH, "CorporateCustomers", _YEAR, "0.02"),
        ),
        (
            "Loans rose 7%; corporate customers grew 2%.",
            ("GrowthRateOfNumberOfCustomers", "CorporateCustomers", _YEAR, "0.02"),
        ),
        (
            "Corporate customers account for 41% of loans and 38% of deposits.",
            ("ShareOfDepositsFromCustomers", "CorporateCustomers", _END, "0.38"),
        ),
        # what the parts add up to
        (
            "Corporate loans were $3.1 billion and personal loans $2.2 billion, a combined $5.3 billion.",
            (_LOANS, "", _END, "5300000000"),
        ),
        (
            "Corporate loans were $3.1 billion and personal loans $2.2 billion, totalling $5.3 billion.",
            (_LOANS, "", _END, "5300000000"),
        ),
        (
            "Corporate loans were $3.1 billion and personal loans $2.2 billion, for a total of $5.3 billion.",
            (_LOANS, "", _END, "5300000000"),
        ),
        # a verb left out behind a semicolon
        ("Deposits grew 7%; loans 4%.", (_LOAN_GROWTH, "", _YEAR, "0.04")),
    ],
)
def test_what_goes_on_from_the_figure_before(text: str, last: Reading) -> None:
    """It says that change once more, is of a part of the same thing, or is what its parts add up to."""
    assert fact_readings(text, "2025")[-1] == last


def test_a_part_that_its_concept_cannot_have_is_not_the_whole() -> None:
    """Loans are told by kind of customer, and of no segment."""
    assert fact_readings("Corporate Banking did well. Its loans rose 6%.", "2025") == []


@pytest.mark.parametrize(
    "text",
    [
        "Loans above $5 million made up 40% of loans.",
        "Loans above $5 million stood at $40 million.",
        "Deposits of more than $5 million grew 9%.",
        "Customers with deposits of $250,000 or more numbered 4,000.",
        "Customers with deposits of more than $250,000 numbered 4,000.",
    ],
)
def test_a_bound_that_tells_which_things_are_meant_is_no_amount_of_them(text: str) -> None:
    """Nor is what follows of all of them."""
    assert fact_readings(text, "2025") == []


def test_so_much_of_a_thing_at_least_is_an_amount_of_it() -> None:
    """No verb follows that says what such things did."""
    assert [reading[0] for reading in fact_readings("Net profit of more than $5 million was made.")] == [
        "NetProfit"
    ]
    assert [reading[0] for reading in fact_readings("Loans exceeded $5 million and grew.")] == [_LOANS]
