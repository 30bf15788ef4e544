"""Plain English sentences of results: what was done to a thing, growths of another scope, what is left out, fractions."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, members_of, reading_of, rows_of

END, YEAR, BEFORE = "2024-12-31", "2024-01-01/2024-12-31", "2023-12-31"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"

DONE: list[tuple[str, list[Reading]]] = [
    (
        "The Bank lifted its net profit by 12% to HK$4.1 billion.",
        [("GrowthRateOfNetProfit", "", YEAR, "0.12"), ("NetProfit", "", YEAR, "4100000000")],
    ),
    (
        "The Bank raised its customer deposits by HK$5 billion.",
        [(f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "5000000000")],
    ),
    (
        "The Group increased its loans by HK$8 billion or 5%.",
        [(f"IncreaseDecreaseIn{LOANS}", "", YEAR, "8000000000"), (f"GrowthRateOf{LOANS}", "", YEAR, "0.05")],
    ),
    (
        "We trimmed non-performing loans by 9% to HK$2.1 billion.",
        [
            ("GrowthRateOfNonPerformingLoans", "", YEAR, "-0.09"),
            ("NonPerformingLoans", "", END, "2100000000"),
        ],
    ),
    (
        "We reduced the number of branches by 3 to 41.",
        [("IncreaseDecreaseInNumberOfOutlets", "", YEAR, "-3"), ("NumberOfOutlets", "", END, "41")],
    ),
    (
        "The Group reduced operating expenses by HK$5 million.",
        [("IncreaseDecreaseInOperatingExpenses", "", YEAR, "-5000000")],
    ),
    (
        "Corporate Banking cut operating expenses by HK$5 million.",
        [("IncreaseDecreaseInOperatingExpenses", "CorporateBankingSegment", YEAR, "-5000000")],
    ),
    (
        "Mortgages lifted lending by HK$5 billion.",
        [(f"IncreaseDecreaseIn{LOANS}", "ResidentialMortgageLoans", YEAR, "5000000000")],
    ),
    (
        "Disposals cut total assets by HK$2 billion.",
        [("IncreaseDecreaseInTotalAssets", "", YEAR, "-2000000000")],
    ),
    (
        "Lower impairment charges raised net profit by HK$5 million.",
        [("IncreaseDecreaseInNetProfit", "", YEAR, "5000000")],
    ),
    (
        "Higher deposits increased total liabilities by 3%.",
        [("GrowthRateOfTotalLiabilities", "", YEAR, "0.03")],
    ),
    ("The Bank raised customer deposits of HK$5 billion.", [(DEPOSITS, "", END, "5000000000")]),
    (
        "The Bank set aside $9.4 billion for expected credit losses.",
        [("ImpairmentLosses", "", YEAR, "9400000000")],
    ),
    ("Loans are 5% higher than they were a year ago.", [(f"GrowthRateOf{LOANS}", "", YEAR, "0.05")]),
    (
        "For the first time, customer deposits exceeded $500 billion.",
        [(DEPOSITS, "", END, "500000000000")],
    ),
    (
        "The Bank had 41 branches (43), and 3,412 employees (3,390).",
        [
            ("NumberOfOutlets", "", END, "41"),
            ("NumberOfOutlets", "", BEFORE, "43"),
            ("NumberOfEmployees", "", END, "3412"),
            ("NumberOfEmployees", "", BEFORE, "3390"),
        ],
    ),
    (
        "Of the 742 branches, 131 belong to our fund management subsidiary, and 1,968 employees to the Bank.",
        [("NumberOfOutlets", "", END, "742")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_plain_sentences(text: str, expected: list[Reading]) -> None:
    """Each says what it says, with no word for its only reading."""
    found = fact_readings(text, "2024")

    assert found[: len(expected)] == expected


def test_a_note_in_brackets_is_no_value() -> None:
    """It is far from what it would be."""
    assert [reading[3] for reading in fact_readings("Employees: 3,412 (1)", "2024")] == ["3412"]


def test_a_fraction_in_words_is_one_figure() -> None:
    """Its number word counts nothing by itself."""
    assert [row.text for row in rows_of("Three quarters of our customers bank with us.", "2024")] == [
        "Three quarters"
    ]


def test_a_growth_that_leaves_something_out_is_an_aside() -> None:
    """It has its own scope, and what follows goes on from the one before it; what is left out is no such figure."""
    text = (
        "Loans rose 6%, or by 4% excluding discounted bills, to $1.76 billion. "
        "Customer deposits excluding structured deposits of $54 million were $3,454 million."
    )
    rows = {row.text: row for row in rows_of(text, "2024")}

    assert (rows["6%"].status, rows["1.76 billion"].status) == ("fact", "fact")
    assert rows["1.76 billion"].dimensions == ()
    assert rows["54 million"].status == "unresolved"


def test_the_last_of_a_name_is_not_the_whole_it_names() -> None:
    """The income of a fee is no income of all."""
    (row,) = rows_of("Fee and commission income revenue was $236 million.", "2024")

    assert row.concept in (None, "bank:FeeAndCommissionIncome")


RELEASED: list[tuple[str, list[Reading]]] = [
    (
        "Growth came from a 19% increase in customer deposits i.e. $232 million.",
        [
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.19"),
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "232000000"),
        ],
    ),
    (
        "Net profit was $10.6 billion, an increase of 20.1% over the year that ended December 31, 2023.",
        [("NetProfit", "", YEAR, "10600000000"), ("GrowthRateOfNetProfit", "", YEAR, "0.201")],
    ),
    (
        "Broad-based growth in loans propelled net profit to a new high of $6.56 billion, up 13%.",
        [("NetProfit", "", YEAR, "6560000000"), ("GrowthRateOfNetProfit", "", YEAR, "0.13")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RELEASED)
def test_sentences_of_releases(text: str, expected: list[Reading]) -> None:
    """An amount that says a growth once more, a year that ended, and what was propelled."""
    assert fact_readings(text, "2024") == expected


def test_a_heading_names_nothing_of_a_change_behind_its_own_level() -> None:
    """The growth is of the amount right before it."""
    text = "Customer deposits\n\nFee and commission income revenue was $236 million, 8% above a year ago.\n"

    assert [reading[0] for reading in fact_readings(text, "2024")] in (
        [],
        ["FeeAndCommissionIncome", "GrowthRateOfFeeAndCommissionIncome"],
    )


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Impairment losses more than halved to RMB0.9 billion.", ""),
        ("Net profit nearly tripled to RMB0.9 billion.", ""),
        ("Net profit almost quadrupled to RMB0.9 billion.", ""),
        ("Net profit more than doubled to nearly RMB0.9 billion.", "nearly"),
        ("Net profit rose to more than RMB0.9 billion.", "exceeds"),
    ],
)
def test_a_bound_of_the_multiple_says_nothing_of_what_a_thing_came_to(text: str, qualifier: str) -> None:
    """More than halved to RMB0.9 billion is RMB0.9 billion."""
    row = rows_of(text)[0]

    assert (row.status, row.qualifier or "") == ("fact", qualifier)


def test_things_counted_before_an_amount_are_not_of_words_scattered_about_it() -> None:
    """Customers and management do not make customer managers; and the amount is theirs who are counted."""
    text = "Our 41,200 private banking customers held assets under management of RMB520 billion."
    count, amount = rows_of(text)

    assert (reading_of(count)[0], members_of(count)) == ("NumberOfCustomers", "PrivateBankingCustomers")
    assert (reading_of(amount)[0], members_of(amount)) == ("AssetsUnderManagement", "PrivateBankingCustomers")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        (
            "As at the end of the reporting period, the Bank had issued 14.36 million credit cards.",
            "NumberOfBankCardsIssued",
        ),
        (
            "By the end of 2024 the Bank had cumulatively issued 14.36 million credit cards.",
            "NumberOfBankCardsIssued",
        ),
        ("The Bank had issued 14.36 million credit cards on a cumulative basis.", "NumberOfBankCardsIssued"),
        ("In 2024 the Bank issued 1.36 million credit cards.", "NumberOfBankCardsNewlyIssued"),
        ("During the year 1.36 million credit cards were newly issued.", "NumberOfBankCardsNewlyIssued"),
    ],
)
def test_what_was_done_by_a_day_is_all_there_is(text: str, concept: str) -> None:
    """Where the taxonomy has both, all and those of the year."""
    row = next(row for row in rows_of(text) if row.text.endswith("million"))

    assert (reading_of(row)[0], members_of(row)) == (concept, "CreditCards")
