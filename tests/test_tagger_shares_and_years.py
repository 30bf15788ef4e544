"""Shares of all that was said before and what they moved from, growths of each year, and growths without currencies."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, row_of

YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-12-31"
LOANS, DEPOSITS, CARDS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NumberOfCards"
GROWTH, CORPORATE, PERSONAL = "GrowthRateOf", "CorporateCustomers", "PersonalCustomers"

SHARES: list[tuple[str, list[Reading]]] = [
    (
        "Total loans stood at $90 billion, of which corporate loans were $60 billion, and made up 66.7% of the total.",
        [
            (LOANS, "", END, "90000000000"),
            (LOANS, CORPORATE, END, "60000000000"),
            (f"ShareOf{LOANS}", CORPORATE, END, "0.667"),
        ],
    ),
    (
        "Deposits were $9 billion. Personal deposits gained ground; their share of the total moved from 41.2% to 43.8%.",
        [
            (DEPOSITS, "", END, "9000000000"),
            (f"ShareOf{DEPOSITS}", PERSONAL, BEFORE, "0.412"),
            (f"ShareOf{DEPOSITS}", PERSONAL, END, "0.438"),
        ],
    ),
    (
        "Corporate loans reached $60 billion. Their share of total loans narrowed to 64.1% from 66.0%.",
        [
            (LOANS, CORPORATE, END, "60000000000"),
            (f"ShareOf{LOANS}", CORPORATE, END, "0.641"),
            (f"ShareOf{LOANS}", CORPORATE, BEFORE, "0.660"),
        ],
    ),
    (
        "Personal deposits were $5 billion, and their share of total deposits rose to 51.0% from 49.5%.",
        [
            (DEPOSITS, PERSONAL, END, "5000000000"),
            (f"ShareOf{DEPOSITS}", PERSONAL, END, "0.510"),
            (f"ShareOf{DEPOSITS}", PERSONAL, BEFORE, "0.495"),
        ],
    ),
    # several parts together are none of them
    (
        "Corporate deposits were $4 billion and personal deposits $5 billion, in total accounting for 97%.",
        [(DEPOSITS, CORPORATE, END, "4000000000"), (DEPOSITS, PERSONAL, END, "5000000000")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=[text[:40] for text, _ in SHARES])
def test_a_share_of_the_total_is_no_sum_of_parts(text: str, expected: list[Reading]) -> None:
    """The total of which something is a share adds up no parts, and the share that it moved from is the year's before."""
    assert expected == fact_readings(text)


YEARS: list[tuple[str, list[Reading]]] = [
    (
        "Since the end of 2020, when total loans stood at $60 billion, they have grown at a compound annual rate of 8.2%.",
        [
            (LOANS, "", "2020-12-31", "60000000000"),
            (f"{GROWTH}{LOANS}", "CompoundAnnual", "2021-01-01/2024-12-31", "0.082"),
        ],
    ),
    (
        "Since the end of 2021 total deposits have increased by 4.1% a year on average.",
        [(f"{GROWTH}{DEPOSITS}", "CompoundAnnual", "2022-01-01/2024-12-31", "0.041")],
    ),
    (
        "Total deposits have risen 3.2% a year since 2019.",
        [(f"{GROWTH}{DEPOSITS}", "CompoundAnnual", "2020-01-01/2024-12-31", "0.032")],
    ),
    (
        "Over the past three years total loans have expanded by 5% a year on average.",
        [(f"{GROWTH}{LOANS}", "CompoundAnnual", "2022-01-01/2024-12-31", "0.05")],
    ),
    (
        "Since the end of 2022 total assets have gone up by 6% a year.",
        [(f"{GROWTH}TotalAssets", "CompoundAnnual", "2023-01-01/2024-12-31", "0.06")],
    ),
    # of an average of the year no total is told
    ("Total loans rose by an average of 2% in the year.", []),
    ("The Bank lent $4 million on average.", []),
]


@pytest.mark.parametrize(("text", "expected"), YEARS, ids=[text[:40] for text, _ in YEARS])
def test_a_growth_of_each_year_has_all_of_the_years(text: str, expected: list[Reading]) -> None:
    """Since a year, when something was so much, and so much a year on average: the rate holds from that year on."""
    assert expected == fact_readings(text)


CURRENCIES: list[tuple[str, str]] = [
    ("Total deposits rose 3%; excluding currency, they increased 7%.", "0.07"),
    ("Total loans grew 4%, or 5% stripping out currency effects.", "0.05"),
    ("Total loans were up 2.9%, though 4.6% excluding currency effects.", "0.046"),
    ("Operating income fell 2%, although 1% adjusted for exchange rate movements.", "-0.01"),
    ("Total loans grew by 9%, albeit 6% ex-fx.", "0.06"),
    ("Total deposits rose 3%, but 8% before currency effects.", "0.08"),
]


@pytest.mark.parametrize(("text", "value"), CURRENCIES, ids=[text[:40] for text, _ in CURRENCIES])
def test_a_growth_without_currencies_is_told_in_many_ways(text: str, value: str) -> None:
    """Excluding currency, ex-fx, though so much without its effects: the growth is at constant rates."""
    concept, members, _, number = fact_readings(text)[-1]
    assert (members, number) == ("ConstantExchangeRate", value)
    assert concept.startswith(GROWTH)


BOUNDS: list[tuple[str, str, str]] = [
    ("The non-performing loan ratio was no higher than 1.8%.", "1.8%", "at_most"),
    ("The liquidity coverage ratio was no lower than 130%.", "130%", "at_least"),
    ("The cost-to-income ratio stayed at or below 40%.", "40%", "at_most"),
    ("Total deposits were never below $5 billion.", "5 billion", "at_least"),
    ("The liquidity coverage ratio never fell below 130%.", "130%", "at_least"),
    ("Over the year the loan-to-deposit ratio never exceeded 80%.", "80%", "at_most"),
    ("Operating expenses were no greater than $2 billion.", "2 billion", "at_most"),
    ("The provision coverage ratio was not below 150%.", "150%", "at_least"),
]


@pytest.mark.parametrize(("text", "figure", "qualifier"), BOUNDS, ids=[text[:40] for text, _, _ in BOUNDS])
def test_bounds_are_told_by_what_is_not_so(text: str, figure: str, qualifier: str) -> None:
    """No higher than is at most; it measures no distance to anything."""
    row = row_of(text, figure)
    assert (row.status, row.qualifier) == ("fact", qualifier)


AIMS: list[tuple[str, tuple[str, str, str, str]]] = [
    (
        "Corporate loans made up 40% of total loans. We want this share to be 45% by the end of 2026.",
        (f"ShareOf{LOANS}", f"{CORPORATE} Target", "2026-12-31", "0.45"),
    ),
    (
        "Personal deposits accounted for 51% of total deposits. Our ambition is to reach 55% by the end of 2027.",
        (f"ShareOf{DEPOSITS}", f"{PERSONAL} Target", "2027-12-31", "0.55"),
    ),
    (
        "Green loans were $3 billion, or 4% of total loans. We aim to raise this share to 10% by 2027.",
        (f"ShareOf{LOANS}", "GreenLoans Target", "2027-12-31", "0.10"),
    ),
    (
        "Green loans were $3 billion. We intend to raise the balance to $5 billion by the end of 2027.",
        (LOANS, "GreenLoans Target", "2027-12-31", "5000000000"),
    ),
    (
        "Corporate loans represented 40% of total loans. We target 38% by 2028.",
        (f"ShareOf{LOANS}", f"{CORPORATE} Target", "2028-12-31", "0.38"),
    ),
    (
        "Green loans were $3 billion. The Bank plans to bring it down to $2 billion by the end of 2026.",
        (LOANS, "GreenLoans Target", "2026-12-31", "2000000000"),
    ),
    # what is named is aimed at, and not the share
    (
        "Corporate loans made up 40% of total loans. We target a cost-to-income ratio of 38% for 2026.",
        ("CostToIncomeRatio", "Target", "2026-01-01/2026-12-31", "0.38"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), AIMS, ids=[text[:40] for text, _ in AIMS])
def test_what_is_aimed_at_is_what_was_said_just_before(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    """A share that is aimed at is the one before; raising the balance to something is no word left over."""
    assert fact_readings(text)[-1] == expected


def test_a_share_is_none_of_the_shares() -> None:
    """Where shares are instruments, a share of the total is no singular of them; and an amount in them is still theirs."""
    text = "Deposits were $9 billion. Personal deposits rose; their share was 41.2% of total deposits."
    assert all("Equity" not in members for _, members, _, _ in fact_readings(text))


def test_what_a_share_paid_before_stands_in_a_bracket_behind_it() -> None:
    """A dividend of 7.10 per share (7.50): both are each share's."""
    expected = [
        ("DividendsPerShare", "", YEAR, "7.10"),
        ("DividendsPerShare", "", "2023-01-01/2023-12-31", "7.50"),
    ]
    assert expected == fact_readings("The Board proposes an ordinary dividend of HK$7.10 per share (7.50).")
