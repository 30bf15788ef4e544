"""Tables and prose of English annual accounts as pages of a PDF give them: units, notes in brackets, feet, marks of footnotes."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of
from tests.test_tagger_english_sweeps import said

_HEAD = "Statement of financial position as of 31 December 2024\n{unit}\nNote 2024 2023\n"


def _facts(text: str) -> list[str]:
    rows = ledger_of(text, profile=profile_of(currency="EGP")).rows
    return [f"{(row.concept or '').partition(':')[2]} {row.value}" for row in rows if row.status == "fact"]


@pytest.mark.parametrize("unit", ["EGP000", "(All amounts in EGP000)", "in AED000", "RM000", "Rs000"])
def test_a_code_and_thousands_are_a_unit(unit: str) -> None:
    """So is US$000."""
    text = _HEAD.format(unit=unit) + "Goodwill 3,276 3,942\nTotal assets 45,880 44,886\n"
    assert _facts(text) == [
        "Goodwill 3276000",
        "Goodwill 3942000",
        "TotalAssets 45880000",
        "TotalAssets 44886000",
    ]


def test_rows_without_the_number_of_a_note_go_on_with_the_table() -> None:
    """Whether notes are numbered in brackets or not."""
    text = (
        _HEAD.format(unit="EGP'000") + "Goodwill (15) 3,276 3,942\nOther assets (16) 6,104 6,203\n"
        "Total assets 45,880 44,886\nLiabilities\nOther liabilities (17) 1,202 1,101\nTotal liabilities 9,002 9,101\n"
    )
    assert [fact.split()[0] for fact in _facts(text)][::2] == [
        "Goodwill",
        "OtherAssets",
        "TotalAssets",
        "OtherLiabilities",
        "TotalLiabilities",
    ]


@pytest.mark.parametrize("name", ["Income tax liabilities", "Goodwill assets", "Trading income liabilities"])
def test_a_name_that_only_describes_the_noun_behind_it_is_no_name_of_a_row(name: str) -> None:
    """Liabilities for income tax are no expense."""
    text = _HEAD.format(unit="EGP'000") + f"Total assets 45,880 44,886\n{name} 417 359\n"
    assert _facts(text) == ["TotalAssets 45880000", "TotalAssets 44886000"]


def test_customer_accounts_among_amounts_are_deposits() -> None:
    """Where their columns are in thousands of a currency; elsewhere they are counted."""
    text = _HEAD.format(unit="EGP'000") + "Total assets 45,880 44,886\nCustomer accounts 31,744 30,311\n"
    assert _facts(text)[2:] == ["DepositsFromCustomers 31744000", "DepositsFromCustomers 30311000"]
    assert said("We have 5 million customer accounts.") == ["NumberOfAccounts 5000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deposits were £5bn.\nHill Bank Annual Report and Accounts 2024 31", "Deposits 5000000000"),
        ("Deposits were £5bn. 1 All shares in issue have equal rights.", "Deposits 5000000000"),
        ("Our branch is at Block 4, Newtown – 75600, Freedonia.", ""),
        ("Our branches – 75600 in all.", "NumberOfOutlets 75600"),
    ],
)
def test_numbers_that_count_nothing(text: str, expected: str) -> None:
    """The number of a page cut out, the mark of a footnote, the code of a town."""
    assert said(text) == [word for word in expected.split("; ") if word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the year £40m of financial investments transferred from Level 2 to Level 1.", "?"),
        ("Loans of £40m migrated to Stage 3.", "?"),
        ("Some £12m of customer deposits moved to another bank.", "?"),
        ("£40m of loans matured.", "?"),
        ("We settled home loans of £4bn.", "?"),
        ("We hold loans of £4bn.", "Loans 4000000000"),
    ],
)
def test_what_went_somewhere_is_not_all_there_is(text: str, expected: str) -> None:
    """Nor is what came to its end."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    "lead",
    [
        "The table below shows what we own and what we owe at the end of each year (pounds in\nthousands):",
        "Assets at the dates indicated (amounts in\nthousands)",
        "Assets and what they are made of at the dates shown (in\nthousands of pounds)",
    ],
)
def test_a_bracket_that_a_line_breaks_gives_the_unit(lead: str) -> None:
    """It is a part of the sentence before the table, and no unit line of its own."""
    table = (
        "                         2024          2023\nGoodwill           £    3,276     £   3,942\n"
        "Total assets       £   45,880     £  44,886\n"
    )
    assert said(f"Our assets\n\n{lead}\n\n{table}\nWe buy little.\n") == [
        "Goodwill 3276000",
        "Goodwill@2023-12-31 3942000",
        "TotalAssets 45880000",
        "TotalAssets@2023-12-31 44886000",
    ]
