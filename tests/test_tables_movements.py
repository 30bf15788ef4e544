"""Movements between days, days that rows and columns say differently, and what is given back among what is charged."""

from __future__ import annotations

import pytest

from tests.test_tables_tagged import facts_of


def test_what_stands_between_two_days_leads_from_one_to_the_other() -> None:
    """For the year is the year of the rows around it, two of which a table may have, and a net increase is an increase."""
    text = (
        "Movements in customer deposits are as follows:\n"
        "                                         Hong Kong      Singapore\n"
        "                                              HK$m           HK$m\n"
        "At 1 January 2024                            5,238          1,104\n"
        "Net increase during the year                 3,250            103\n"
        "At 31 December 2024                          8,488          1,207\n"
        "\n"
        "At 1 January 2025                            8,488          1,207\n"
        "Net increase during the year                (1,390)            75\n"
        "At 31 December 2025                          7,098          1,282\n"
    )

    assert [fact for fact in facts_of(text) if "HongKong" in fact] == [
        "Deposits HongKong 2023-12-31 5238000000",
        "IncreaseDecreaseInDeposits HongKong 2024-01-01/2024-12-31 3250000000",
        "Deposits HongKong 2024-12-31 8488000000",
        "Deposits HongKong 2024-12-31 8488000000",
        "IncreaseDecreaseInDeposits HongKong 2025-01-01/2025-12-31 -1390000000",
        "Deposits HongKong 2025-12-31 7098000000",
    ]


@pytest.mark.parametrize(
    ("title", "unit", "first", "last"),
    [
        ("Customer deposits", "HK$m", "At 1 January 2025", "At 31 December 2025"),
        ("客戶存款", "港幣百萬元", "2025年1月1日", "2025年12月31日"),
        ("客户存款", "港币百万元", "2025年1月1日", "2025年12月31日"),
    ],
    ids=["en", "hant", "hans"],
)
def test_rows_called_as_of_the_last_column(title: str, unit: str, first: str, last: str) -> None:
    """In the column of the year before the same rows are of the year before."""
    head = f"{title}\n\n| {unit} | 31.12.2025 | 31.12.2024 |\n|---|---|---|\n"
    text = f"{head}| {first} | 4,103 | 3,980 |\n| {last} | 4,178 | 4,103 |\n"

    assert facts_of(text) == [
        "Deposits 2024-12-31 4103000000",
        "Deposits 2023-12-31 3980000000",
        "Deposits 2025-12-31 4178000000",
        "Deposits 2024-12-31 4103000000",
    ]


def test_flows_in_the_section_of_a_day() -> None:
    """A day above a level is its day, above a flow the end of its year."""
    text = (
        "                                Retail banking     Treasury\n"
        "                                          HK$m         HK$m\n"
        "31 December 2025\n"
        "Operating income                         8,104        1,990\n"
        "31 December 2024\n"
        "Operating income                         7,870        1,812\n"
    )

    assert [fact for fact in facts_of(text) if "Retail" in fact] == [
        "OperatingIncome RetailBanking 2025-01-01/2025-12-31 8104000000",
        "OperatingIncome RetailBanking 2024-01-01/2024-12-31 7870000000",
    ]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Impairment charges: recovered (charged)", ("Retail banking", "Treasury")),
        ("Impairment charges", ("Retail banking (charge)", "Treasury (charge)")),
    ],
)
def test_brackets_stand_for_what_is_in_brackets(title: str, rows: tuple[str, str]) -> None:
    """Recovered (charged): what stands in brackets is an expense, what stands bare was given back."""
    text = (
        f"12.{title}\n\n                               2025         2024\n                            HK$'000      HK$'000\n"
        f"{rows[0]:26}(926,207)    (994,873)\n{rows[1]:26}     (5)        2,202\n"
    )

    assert facts_of(text)[-2:] == [
        "ImpairmentCharges Treasury 2025-01-01/2025-12-31 5000",
        "ImpairmentCharges Treasury 2024-01-01/2024-12-31 -2202000",
    ]


def _tables(count: int, *, other: str = "HK$m") -> str:
    """Return tables with a unit each, the last of them in another, and one without."""
    units = ["HK$m"] * (count - 1) + [other]
    tables = [
        f"Table of the year\n\n| | 31.12.{2025 - n} {unit} | 31.12.{2010 - n} {unit} |\n|---|---|---|\n"
        f"| Total equity | {700 + n} | {600 + n} |\n"
        for n, unit in enumerate(units)
    ]
    return "\n".join([*tables, "Restated\n\n| | 31.12.1999 |\n|---|---|\n| Total assets | 4,120 |\n"])


def test_a_table_without_a_unit_among_tables_of_one() -> None:
    """Where all amounts of a document before are of one unit, a table that says none has it; not where two differ."""
    assert facts_of(_tables(4))[-1] == "TotalAssets 1999-12-31 4120000000"
    assert not [fact for fact in facts_of(_tables(4, other="US$m")) if "TotalAssets" in fact]
    assert not [fact for fact in facts_of(_tables(1)) if "TotalAssets" in fact]
