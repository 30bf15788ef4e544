"""Cells that are of less than the concept in their headings, or of something else; and what rows and titles say of their time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tagger.ledger import Row
from taxonomy.model import Taxonomy
from tests.tagging_example import (
    fact_readings,
    ledger_of,
    members_of,
    profile_of,
    reading_of,
    taxonomy_in_data,
)


@pytest.fixture
def society() -> Taxonomy:
    """Return a small taxonomy of a building society."""
    return taxonomy_in_data("building-society")


def _facts(text: str, taxonomy: Taxonomy, year_end: tuple[int, int] = (12, 31)) -> dict[str, Row]:
    profile = replace(profile_of(year_end), currency="GBP")
    rows = ledger_of(text, "2025", taxonomy=taxonomy, profile=profile).rows
    return {row.text: row for row in rows if row.status == "fact"}


def _table(*lines: str) -> str:
    return "".join(f"| {line} |\n" for line in (lines[0], "---|---|---", *lines[1:]))


def test_a_member_that_a_concept_is_called_like(society: Taxonomy) -> None:
    """Below what is lent, first-time buyers are whom it was lent to; below how many there were, they are counted."""
    text = _table(
        " | Gross lending (£m) | Mortgages (£m)",
        "First-time buyers | 466 | 1,902",
        "Buy-to-let | 310 | 1,801",
    )
    found = _facts(text, society)
    assert [(reading_of(found[one])[0], members_of(found[one])) for one in ("466", "1,902", "310")] == [
        ("Lending", "First"), ("Mortgages", "First"), ("Lending", "Let"),
    ]  # fmt: skip
    counted = _facts(_table(" | 2025 | 2024", "First-time buyers | 4,466 | 4,310"), society)
    assert reading_of(counted["4,466"])[0] == "Buyers"


def test_what_is_counted_is_no_part_of_an_amount(society: Taxonomy) -> None:
    """A row of people below an amount of money is not all of the amount."""
    text = _table(
        " | Gross lending (£m) | Mortgages (£m)", "Savers | 466 | 1,902", "Buy-to-let | 310 | 1,801"
    )
    assert not {"466", "1,902"} & set(_facts(text, society))


@pytest.mark.parametrize("row", ["LTV > 90%", "LTV above 90%", "LTV ≤ 60%", "LTV more than 75%"])
def test_bands(row: str, society: Taxonomy) -> None:
    """How much lies in a band is not the ratio that the band is of."""
    found = _facts(_table(" | 2025 | 2024", "Average LTV | 54.3% | 55.1%", f"{row} | 2.1% | 2.4%"), society)
    assert {"54.3%", "55.1%"} <= set(found)
    assert not {"2.1%", "2.4%"} & set(found)


def test_instalments(society: Taxonomy) -> None:
    """An interim dividend is a part of the year's."""
    found = _facts(
        _table(" | Pence per share | Paid", "Interim dividend | 4.2 | June", "Dividend | 11.0 | "), society
    )
    assert "4.2" not in found


@pytest.mark.parametrize("title", ["Mortgage loss provisions (£m)", "Mortgage servicing rights (£m)"])
def test_a_title_of_something_called_by_a_concept(title: str, society: Taxonomy) -> None:
    """Rows that name nothing are not of the concept that the title only begins with."""
    rows = "                          2025      2024\nBalance at year-end         88        71"
    assert not _facts(f"{title}\n\n{rows}\n", society)
    assert "88" in _facts(f"Mortgages (£m)\n\n{rows}\n", society)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Opening balance", "Closing balance"),
        ("Opening mortgages", "Closing mortgages"),
        ("Mortgages brought forward", "Mortgages carried forward"),
        ("Balance b/f", "Balance c/f"),
        ("At 1 April", "At 31 March"),
    ],
)
def test_both_ends_of_a_column(opening: str, closing: str, society: Taxonomy) -> None:
    """What a year begins with is of the day before it."""
    rows = (
        "                          2025      2024\n"
        f"{opening:<26}  85        79\n{'Redemptions':<26} (12)      (11)\n{closing:<26}  93        85\n"
    )
    profile = replace(profile_of((3, 31)), currency="GBP")
    ledger = ledger_of(f"Mortgages (£m)\n\n{rows}", "2025", taxonomy=society, profile=profile)
    assert [(row.text, row.period) for row in ledger.rows if row.status == "fact"] == [
        ("85", "2024-03-31"), ("79", "2023-03-31"), ("93", "2025-03-31"), ("85", "2024-03-31"),
    ]  # fmt: skip


@pytest.mark.parametrize("printed", ["1.74x", "1.74 times"])
def test_no_scale_of_another_unit(printed: str, society: Taxonomy) -> None:
    """A multiple among amounts in millions is none of millions."""
    found = _facts(
        f"                         £m\nMortgages            12,406\nCapital multiple      {printed}\n",
        society,
    )
    assert (found["12,406"].value, found[printed].value) == ("12406000000", "1.74")


def test_a_value_close_to_its_name(society: Taxonomy) -> None:
    """A single blank parts a value from a long name, where it ends in the column that its row leaves empty."""
    text = (
        f"{'':34}2025      2024\n{'':36}£m        £m\n"
        f"{'Gross lending':33}1,800     1,649\n{'Mortgages at the end of the year':33}9,812     9,106\n"
    )
    assert {"1,800", "9,812", "9,106"} <= set(_facts(text, society))


def test_lines_within_a_cell(society: Taxonomy) -> None:
    """A new line of Markdown is no word."""
    found = _facts(_table(" | 2025<br>£m | 2024<br/>£m", "Gross lending | 1,800 | 1,649"), society)
    assert found["1,800"].value == "1800000000"


@pytest.mark.parametrize(
    ("printed", "qualifier"),
    [
        ("< 60%", "at_most"),
        ("≤60%", "at_most"),
        ("> 60%", "exceeds"),
        (">60%", "exceeds"),
        ("≥ 60%", "at_least"),
        ("60%", ""),
    ],
)
def test_bounds_of_a_value(printed: str, qualifier: str, society: Taxonomy) -> None:
    """A sign before the number of a cell, or of a sentence, says that it is only a bound."""
    found = _facts(_table(" | 2025 | 2024", f"Average LTV | {printed} | 55.1%"), society)
    assert (found["60%"].qualifier or "") == qualifier
    found = _facts(f"The average LTV was {printed} at the end of 2025.", society)
    assert (found["60%"].qualifier or "") == qualifier


def test_years_beside_what_is_planned(society: Taxonomy) -> None:
    """In the report of a half-year a bare year beside a target is a year, and so is that of the target."""
    profile = replace(profile_of(), currency="GBP")
    text = _table(" | Target 2025 | 2024 actual", "Gross lending | £1,900m | £1,649m")
    rows = ledger_of(text, "2025H1", taxonomy=society, profile=profile).rows
    assert [row.period for row in rows if row.text == "1,649m"] == ["2024-01-01/2024-12-31"]


def test_a_member_without_its_noun() -> None:
    """Time, under deposits, are the time deposits, in the section of those whose they are."""
    text = (
        "Deposits from customers (RMB million)\n\n"
        "                        31 Dec 2024    31 Dec 2023\n"
        "Corporate deposits\n"
        "  Demand                    604,118        590,226\n  Time                      702,330        660,118\n"
        "Personal deposits\n"
        "  Demand                    230,447        221,904\n  Time                      540,226        498,330\n"
    )
    found = [members for _, members, _, _ in fact_readings(text)][::2]
    assert found == [
        "CorporateCustomers DemandDeposits", "CorporateCustomers TimeDeposits",
        "PersonalCustomers DemandDeposits", "PersonalCustomers TimeDeposits",
    ]  # fmt: skip
