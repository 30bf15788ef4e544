"""Tables whose cells tabs part, as text that a word processor's file or a spreadsheet gives."""

from __future__ import annotations

import pytest

from tests.test_tables_tagged import facts_of
from tests.test_text_tables import grid, kinds


def test_a_title_in_cells_of_its_own_heads_no_column() -> None:
    """Number and title stand in two cells above the headings, rows of empty cells part sections, and none the table."""
    text = (
        "\t7.\tCustomer deposits\n"
        "\t31.12.2025 HK$'000\t31.12.2024 HK$'000\n"
        "Hong Kong\t\t\n"
        "Individuals\t4,120\t3,980\n"
        "\t\t\n"
        "Singapore\t\t\n"
        "Corporates\t1,205\t-\n"
    )

    cells = grid(text)

    assert kinds(text)[0] == ("heading", "7.\tCustomer deposits")
    assert cells["4,120"] == (["Individuals"], ["31.12.2025 HK$'000"], ["Hong Kong"])
    assert cells["1,205"] == (["Corporates"], ["31.12.2025 HK$'000"], ["Singapore"])
    assert facts_of(text) == [
        "Deposits Individuals+HongKong 2025-12-31 4120000",
        "Deposits Individuals+HongKong 2024-12-31 3980000",
        "Deposits Corporates+Singapore 2025-12-31 1205000",
        "Deposits Corporates+Singapore 2024-12-31 nil",
    ]


@pytest.mark.parametrize(
    ("title", "lead", "heads", "rows"),
    [
        (
            "4.\tResults",
            "The first half is as follows:",
            ("2025 HK$m", "2024 HK$m"),
            ("Operating income", "Operating expenses", "Profit before tax"),
        ),
        (
            "4.\t業績",
            "上半年如下：",
            ("2025年 港幣百萬元", "2024年 港幣百萬元"),
            ("經營收入", "經營支出", "除稅前溢利"),
        ),
        (
            "4.\t业绩",
            "上半年如下：",
            ("2025年 人民币百万元", "2024年 人民币百万元"),
            ("营业收入", "营业支出", "税前利润"),
        ),
    ],
    ids=["en", "hant", "hans"],
)
def test_headings_hold_for_the_table_below(
    title: str, lead: str, heads: tuple[str, str], rows: tuple[str, str, str]
) -> None:
    """A table that a sentence parts from the one before has its columns, and no headings of its own."""
    text = (
        f"\t{title}\n\t{heads[0]}\t{heads[1]}\n{rows[0]}\t8,104\t7,990\n{rows[1]}\t3,055\t\n\n"
        f"{lead}\n{rows[0]}\t4,011\t3,902\n{rows[2]}\t\t1,480\n"
    )

    cells = grid(text)

    assert cells["4,011"][:2] == ([rows[0]], [heads[0]])
    assert cells["1,480"][:2] == ([rows[2]], [heads[1]])


def test_columns_of_another_number_are_no_columns_of_the_table_before() -> None:
    """Three values under a table of two have no headings."""
    text = (
        "\t2025 HK$m\t2024 HK$m\nTotal assets\t8,104\t7,990\nCustomer deposits\t6,010\t5,870\n\n"
        "By quarter:\nTotal assets\t8,001\t8,050\t8,104\nCustomer deposits\t5,900\t5,940\t6,010\n"
    )

    assert grid(text)["8,001"][1] == []


@pytest.mark.parametrize("groups", ["\tGroup\t\tBank\t", "\tGroup\tBank"], ids=["spread", "merged"])
def test_headings_over_groups_of_columns(groups: str) -> None:
    """A cell over several columns is the first of them, or the only one."""
    text = f"{groups}\n\t2025\t2024\t2025\t2024\nTotal assets\t8,104\t7,990\t6,402\t6,118\nTotal equity\t811\t790\t602\t598\n"

    cells = grid(text)

    assert cells["7,990"][1] == ["2024", "Group"]
    assert cells["6,402"][1] == ["2025", "Bank"]


def test_names_that_two_rows_hold() -> None:
    """A name that goes on in the row with its values is one, and a section is none of its beginning."""
    text = (
        "\t2025\t2024\n"
        "Loans past due\t\t\n"
        "for more than ninety days\t412\t398\n"
        "Individuals:\t\t\n"
        "Residential mortgages\t1,205\t1,180\n"
    )

    cells = grid(text)

    assert cells["412"][0] == ["Loans past due\t\t\nfor more than ninety days"]
    assert cells["1,205"] == (["Residential mortgages"], ["2025"], ["Individuals:"])


def test_a_table_of_nothing_but_dashes() -> None:
    """Under years a dash is a value, though no number stands beside it."""
    assert facts_of("\t2025 HK$m\t2024 HK$m\nImpairment charges\t-\t-\n") == [
        "ImpairmentCharges 2025-01-01/2025-12-31 nil",
        "ImpairmentCharges 2024-01-01/2024-12-31 nil",
    ]


def test_tabs_that_only_align() -> None:
    """More than one tab between two names of columns stand for blanks, and a sentence with a tab is no table."""
    text = "Item\t\t2025\t\t2024\nTotal assets\t\t8,104\t\t7,990\nTotal equity\t\t811\t\t790\n"

    assert grid(text)["7,990"][:2] == (["Total assets"], ["2024"])
    assert kinds("(a)\tThe bank opened 12 branches in 2025.\n") == [
        ("paragraph", "(a)\tThe bank opened 12 branches in 2025.")
    ]


def test_many_rows_of_tabs_cost_little() -> None:
    """Hostile text of rows that never state a value is read once for each."""
    text = "a\tb\n" * 3000 + "\t\n" * 3000 + "x\t\t-\n" * 3000

    assert len(kinds(text)) > 1
