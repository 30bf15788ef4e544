"""Heads over several lines of PDF text, told by their capitals; rows that a table goes on with: long names, times, sections."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

_LOANS = [
    "Loans+Home 2024-12-31 1207000",
    "Loans+Card 2024-12-31 3079000",
    "Loans 2024-12-31 4286000",
]


@pytest.mark.parametrize(
    "head",
    [
        "Home Credit\nloans cards Total\nUSD'000 USD'000 USD'000",
        "Home Credit\nloans cards Total\nAt year-end USD'000 USD'000 USD'000",
        "Home Credit Total\nloans cards USD'000",
        "Home loans Credit cards Total\nUSD'000 USD'000 USD'000",
    ],
)
def test_a_heading_begins_with_a_capital(head: str) -> None:
    """What is written small goes on from the line above; a total needs no second line, and a unit may stand below it."""
    row = "oans 1,207 3,079 4,286\n"
    text = f"Lending by product, in thousands of USD\n31 December 2024\n{head}\nL{row}All l{row}"
    assert table_says(text, currency="USD")[:3] == _LOANS


def test_headings_that_the_lines_above_do_not_complete_say_nothing() -> None:
    """Two of three begin above, and not told which: no column is of the words that are left."""
    row = "Loans 1,207 3,079 4,286\n"
    text = f"31 December 2024\nDomestic\nloans cards Total\nUSD'000 USD'000 USD'000\n{row}{row}"
    assert not any("Card" in fact for fact in table_says(text, currency="USD"))


def test_words_of_a_title_head_no_columns() -> None:
    """Loans by product has as many words as there are columns."""
    row = "Loans 1,207 3,079 4,286\n"
    text = f"Loans by product (USD'000)\n31 December 2024\nHome loans Credit cards Total\n{row}{row}"
    assert [fact.split()[0] for fact in table_says(text, currency="USD")[:3]] == [
        "Loans+Home",
        "Loans+Card",
        "Loans",
    ]


def test_a_table_goes_on_below_a_time_that_stands_alone() -> None:
    """With the columns that it has; the rows are of that time."""
    text = (
        "2024\nHome Credit\nloans cards Total\nUSD'000 USD'000 USD'000\nLoans 1,207 3,079 4,286\nNon-performing loans 12 31 43\n"
        "2023\nLoans 1,150 2,940 4,090\nNon-performing loans 11 30 41\n"
    )
    found = table_says(text, currency="USD")
    assert found[:3] == _LOANS
    assert found[6:9] == [
        "Loans+Home 2023-12-31 1150000",
        "Loans+Card 2023-12-31 2940000",
        "Loans 2023-12-31 4090000",
    ]


def test_names_of_many_lines_and_long_sections_end_no_table() -> None:
    """Neither does a row whose name ends in a number."""
    text = (
        "2024 2023\nUSD'000 USD'000\nTotal assets 90,112 88,004\n"
        "Instruments that are designated and\notherwise mandatorily measured at fair value\nthrough profit or loss 612 598\n"
        "Adjustments to reconcile what was reported before to the standard of the group\nCustomer deposits 60,118 58,226\n"
        "– stage 2 118 126\nLoans and advances to customers 51,340 49,870\n"
    )
    assert [fact for fact in table_says(text, currency="USD") if "Loans" in fact or "Deposits" in fact] == [
        "Deposits 2024-12-31 60118000",
        "Deposits 2023-12-31 58226000",
        "Loans 2024-12-31 51340000",
        "Loans 2023-12-31 49870000",
    ]
