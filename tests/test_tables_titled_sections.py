"""Tables of PDF text, cells parted by single blanks: titles and sections below times, days in rows, heads of two lines."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says


def test_sections_that_numbers_mark_stand_below_the_times() -> None:
    """A number in brackets, or behind a word, is no value: Pillar 1 (2)."""
    assert table_says(
        "The base of capital:\n2024 2023\nUSD'000 USD'000\nRegulatory capital\nPillar 1 after deductions (1)\n"
        "Total capital 7,214 6,905\nRisk-weighted assets 41,300 39,870\nSum of both pillars (1+2)\nTotal assets 90,112 88,004\n",
        currency="USD",
    ) == [
        "NetCapital 2024-12-31 7214000",
        "NetCapital 2023-12-31 6905000",
        "RiskWeightedAssets 2024-12-31 41300000",
        "RiskWeightedAssets 2023-12-31 39870000",
        "TotalAssets 2024-12-31 90112000",
        "TotalAssets 2023-12-31 88004000",
    ]


def test_a_title_with_a_day_below_the_times_gives_no_column_that_day() -> None:
    """It is the day of the first column, said again."""
    assert table_says(
        "2024 2023\nQuality of the lending book under the new standard*\n"
        "Lending to customers and its quality as at 31 December 2024**\n"
        "Non-performing loans (USDm) 418 377\nNon-performing loan ratio (percentage) 1.62% 1.55%\n",
        currency="USD",
    ) == [
        "NonPerformingLoans 2024-12-31 418000000",
        "NonPerformingLoans 2023-12-31 377000000",
        "NplRatio 2024-12-31 0.0162",
        "NplRatio 2023-12-31 0.0155",
    ]


@pytest.mark.parametrize("unit", ["AEDm", "(AEDm)", "AED'm", "AED m"])
def test_a_code_and_the_letter_of_its_scale_are_a_unit(unit: str) -> None:
    """Without a blank between them too."""
    text = f"Key figures\n2024 2023\nNet profit, {unit} 812 790\nTotal assets, {unit} 40,118 38,226\n"
    assert table_says(text, currency="AED")[0] == "NetProfit 2024 812000000"


def test_three_letters_of_another_word_are_no_currency() -> None:
    """(Canton) is no CAN of tons, and no unit of Canadian dollars."""
    text = "2024 2023\nRMm RMm\nNet profit (CADET) 812 790\nTotal assets 40,118 38,226\n"
    assert "CAD" not in " ".join(table_says(text, currency="MYR"))


@pytest.mark.parametrize("share", ["Customer deposits (share)", "Customer deposits percentage"])
def test_a_share_that_says_so_stays_one(share: str) -> None:
    """Only brackets with no more than the unit say nothing of a share."""
    text = f"2024 2023\n{share} 61.2% 60.8%\nNon-performing loan ratio (percentages) 1.62% 1.55%\n"
    assert table_says(text)[2:] == ["NplRatio 2024-12-31 0.0162", "NplRatio 2023-12-31 0.0155"]
    assert not any("0.612" in fact and "ShareOf" not in fact for fact in table_says(text))


def test_days_in_rows_and_heads_of_two_lines() -> None:
    """At 31 Dec 2024 is the name of its row, with the mark of a footnote too; Total has one line of heading alone."""
    assert table_says(
        "Loans by product\nHome Credit\nloans cards Total\nUSD'000 USD'000 USD'000\n"
        "At 31 Dec 20241 1,207 3,079 4,286\nAt 31 December 2023 1,150 2,940 4,090\n",
        currency="USD",
    ) == [
        "Loans+Home 2024-12-31 1207000",
        "Loans+Card 2024-12-31 3079000",
        "Loans 2024-12-31 4286000",
        "Loans+Home 2023-12-31 1150000",
        "Loans+Card 2023-12-31 2940000",
        "Loans 2023-12-31 4090000",
    ]


def test_values_that_stand_alone_below_a_long_name() -> None:
    """The name goes on behind them."""
    assert table_says(
        "2024 2023\nUSD'000 USD'000\nTotal assets 90,112 88,004\n"
        "Loans and advances to customers of all kinds, in the books of the parent and its subsidiaries\n"
        "51,340 49,870\nCustomer deposits 60,118 58,226\n",
        currency="USD",
    )[-2:] == ["Deposits 2024-12-31 60118000", "Deposits 2023-12-31 58226000"]


@pytest.mark.parametrize(
    "title",
    ["Deposits of customers, both demand and time, are shown below:", "Deposits, demand and time"],
)
def test_a_title_that_lists_all_parts_is_of_none(title: str) -> None:
    """What it joins is all that there is."""
    text = f"{title}\nCustomer deposits\n2024 2023\nUSD'000 USD'000\nNorth 1,207 3,079\nSouth 2,204 2,310\n"
    assert not any("Demand" in fact or "Time" in fact for fact in table_says(text, currency="USD"))


def test_a_heading_below_an_item_without_a_full_stop() -> None:
    """The second table is of retail borrowers, as the heading in the middle of the lines says."""
    lines = (
        "The lending book of the group is measured by the models that the risk committee approved for each of its parts",
        "and reviewed by the internal auditors in the course of the year, as the rules of the supervisor ask it to do",
    )
    table = "2024 2023\nUSD'000 USD'000\nNon-performing loans {} {}\nLoans {} {}\n"
    text = "\n".join(
        [
            "Corporate",
            *(f"{line}." for line in lines),
            table.format("1,207", "1,079", "40,118", "38,226") + "* leaves out what is held for sale",
            "Retail",
            *(f"{line}." for line in lines),
            table.format("312", "298", "20,118", "18,226"),
        ]
    )
    found = [fact for fact in table_says(text, currency="USD") if fact.startswith("Loans")]
    assert found == [
        "Loans+CorporateBorrower 2024-12-31 40118000",
        "Loans+CorporateBorrower 2023-12-31 38226000",
        "Loans+RetailBorrower 2024-12-31 20118000",
        "Loans+RetailBorrower 2023-12-31 18226000",
    ]
