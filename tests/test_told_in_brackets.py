"""A bracket beside a name says what is in the thing, or much of it, which changes nothing, or what is not, which does."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, reading_of

END = "2024-12-31"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"

ALL_THERE_IS = [
    ("Loans and advances to customers (mainly mortgages) came to $21 billion.", LOANS, "21000000000"),
    ("Customer deposits (including structured deposits) amounted to $14 billion.", DEPOSITS, "14000000000"),
    ("Customer deposits ($14 billion including structured deposits) were stable.", DEPOSITS, "14000000000"),
    ("Operating expenses (including depreciation) were $120 million.", "OperatingExpenses", "120000000"),
    ("客戶貸款（主要為住房貸款）餘額為210億元。", LOANS, "21000000000"),
    ("客戶貸款（以住房貸款為主）餘額為210億元。", LOANS, "21000000000"),
    ("客户存款，主要为定期存款，年末余额140亿元。", DEPOSITS, "14000000000"),
    ("營業支出（含折舊及攤銷）為1.2億元。", "OperatingExpenses", "120000000"),
]
ANOTHER_MEASURE = [
    "Profit before tax (excluding exchange gains): $1.75 billion.",
    "Net interest income (before impairment losses) was $912 million.",
    "Total assets (excluding client money) amounted to $31 billion.",
    "除税前利润（不含汇兑收益）为17.5亿元。",
    "利息淨收入（未計減值損失）為9.12億元。",
    "資產總額（不含客戶資金）為310億元。",
]


@pytest.mark.parametrize(("text", "concept", "value"), ALL_THERE_IS, ids=[text for text, *_ in ALL_THERE_IS])
def test_what_is_in_a_thing_makes_no_part_of_it(text: str, concept: str, value: str) -> None:
    """The figure is of the whole thing, and no member that the bracket names narrows it."""
    (row,) = ledger_of(text, profile=profile_of(currency="USD" if text.isascii() else "CNY")).rows
    name, members, _, found = reading_of(row)

    assert (name, members, found) == (concept, "", value)


@pytest.mark.parametrize("text", ANOTHER_MEASURE)
def test_what_is_not_in_a_thing_makes_another_measure(text: str) -> None:
    """It is neither the thing without that, which no name says, nor what the bracket names."""
    (row,) = ledger_of(text, profile=profile_of(currency="USD")).rows

    assert row.status == "unresolved"


def test_a_bracket_with_a_figure_is_of_that_figure_alone() -> None:
    """Loans (of which mortgages: $3 billion) are not mortgages."""
    text = "The loan book (of which mortgages: $3 billion) was $9 billion."

    found = [reading_of(row) for row in ledger_of(text, profile=profile_of(currency="USD")).rows]
    mortgages = (LOANS, "ResidentialMortgageLoans", END, "3000000000")
    assert found == [mortgages, (LOANS, "", END, "9000000000")]


TABLE = """Selected figures (USD million)

                                                                2024      2023
Operating expenses (including depreciation and amortisation)     120       110
Loans and advances to customers (mainly mortgages)            20,000    19,000
Net interest income (before impairment losses)                   900       870
"""


def test_rows_of_a_table_are_read_the_same_way() -> None:
    """A row's name may say in a bracket what is in its thing, and what it is told before."""
    rows = [row for row in ledger_of(TABLE, profile=profile_of(currency="USD")).rows if row.unit == "USD"]

    assert [reading_of(row)[:2] for row in rows[:4]] == [
        ("OperatingExpenses", ""), ("OperatingExpenses", ""), (LOANS, ""), (LOANS, "")
    ]  # fmt: skip
    assert [row.status for row in rows[4:]] == ["unresolved", "unresolved"]
