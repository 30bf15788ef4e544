"""Tables laid out in plain text: which lines are one, and which cell stands under which headings."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tagger.document import Document
from tagger.reader import parse_document
from tests.steps import steps
from tests.tagging_example import rows_of


def document(text: str) -> Document:
    """Return the document of a text."""
    return parse_document(text.encode(), "tables")


def grid(text: str) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Return of each cell below headings, by its text: row headings, column headings, rows that it is part of."""
    read = document(text)

    def texts(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [read.text[start:end] for start, end in spans]

    return {
        read.text[b.start : b.end]: (
            texts(b.cell.row_headings),
            texts(b.cell.column_headings),
            texts(b.cell.above),
        )
        for b in read.blocks
        if b.cell and not b.cell.heading
    }


def kinds(text: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    read = document(text)
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


def test_pipes() -> None:
    """A table of pipes, with or without outer bars and rule."""
    text = "| Item | 2024 | 2023 |\n|:--|--:|--:|\n| Loans | 11 | 12 |\n"
    bare = "Item | 2024 | 2023\nLoans | 11 | 12\n"

    assert grid(text)["12"] == (["Loans"], ["2023"], [])
    assert grid(bare)["12"] == (["Loans"], ["2023"], [])


def test_bars_below_a_heading_that_a_rule_parts() -> None:
    """Without bars at the ends of the lines, also where there are two columns alone."""
    text = "Rs m     | 2024 | 2023\n---------+------+-----\nLoans    |   11 |   12\nDeposits |   21 |   22\n"
    two = "Item     | 2024\n---------+-----\nLoans    |   11\nDeposits |   21\n"

    assert grid(text)["22"] == (["Deposits"], ["2023"], [])
    assert grid(two)["21"] == (["Deposits"], ["2024"], [])


def test_the_unit_over_all_columns_holds_below_a_second_line_of_headings() -> None:
    """The line of headings in the middle is of days of another kind, and names no unit."""
    text = (
        "                                   （貨幣單位：人民幣百萬元）\n"
        "項目              2024年12月31日     2023年12月31日     增減\n"
        "貸款餘額               4,238              4,194         1.1%\n"
        "存款餘額               1,287              1,263         2.0%\n"
        "項目                  2024年             2023年        增減\n"
        "存款日均餘額           1,296              1,240         4.5%\n"
    )

    rows = {row.text: row for row in rows_of(text) if row.status != "not_a_fact"}
    assert (rows["4,238"].value, rows["1,296"].value) == ("4238000000", "1296000000")
    assert rows["1,296"].decimals == -6


def test_aligned_columns() -> None:
    """Columns of the page: right-aligned values under headings that overlap them, Han characters two columns wide."""
    text = (
        "                 2024年末      2023年末     變動\n"
        "貸款總額       88,412,507    81,006,334     7,406\n"
        "  其中：信用    20,117,940            －     (574)\n"
        "不良貸款         1,202,410                     85\n"
    )
    found = grid(text)

    assert found["81,006,334"] == (["貸款總額"], ["2023年末"], [])
    assert found["(574)"] == (["其中：信用"], ["變動"], ["貸款總額"])
    assert found["85"] == (["不良貸款"], ["變動"], [])
    assert found["－"][1] == ["2023年末"]


def test_aligned_headings_of_two_levels() -> None:
    """A heading over several columns is over each of them."""
    text = (
        "                         Group                  Bank\n"
        "                    2024        2023       2024        2023\n"
        "Loans               11.5        12.5       13.5        14.5\n"
        "Deposits            15.5        16.5       17.5        18.5\n"
    )

    assert grid(text)["16.5"] == (["Deposits"], ["2023", "Group"], [])
    assert grid(text)["13.5"] == (["Loans"], ["2024", "Bank"], [])


def test_tabs_are_columns() -> None:
    """A table pasted from a sheet has tabs between its cells."""
    assert grid("Item\t2024\t2023\nLoans\t11\t12\nDeposits\t13\t14\n")["14"] == (["Deposits"], ["2023"], [])


def test_one_cell_a_line() -> None:
    """As PDFs give it: the headings, then a name and its values, again and again."""
    text = "（百萬港元）\n地區\n2021年\n2020年\n變動\n香港\n3,120\n2,540\n22.8%\n印度\n66\n－\n不適用\n\n其後的一段文字。\n"
    found = grid(text)

    assert found["22.8%"] == (["香港"], ["變動"], [])
    assert found["－"] == (["印度"], ["2020年"], [])
    assert kinds(text)[-1] == ("paragraph", "其後的一段文字。")


def test_cells_that_single_blanks_part() -> None:
    """What a PDF's text layer gives: lines of a name and as many values as the line above has headings."""
    text = (
        "項目 2025年6月30日 佔比 2024年12月31日 佔比\n正常類 9,812.45 97.21% 9,280.13 97.10%\n"
        "關注類 164.53 1.63% 162.52 1.70%\n"
    )
    below = (
        "30 June 2025 December 31, 2024\nIndustry Loans Share Loans Share\n"
        "Real estate 980 19.0% 990 20.6%\nRetail 140 — 105 2.1%\n"
    )

    assert grid(text)["9,280.13"] == (["正常類"], ["2024年12月31日"], [])
    assert grid(text)["1.63%"] == (["關注類"], ["佔比"], [])
    assert grid(below)["20.6%"] == (["Real estate"], ["Share", "December 31, 2024"], [])
    assert grid(below)["980"] == (["Real estate"], ["Loans", "30 June 2025"], [])


def test_rows_without_headings_are_no_sentences() -> None:
    """Their columns have no name, so their figures have none either, whatever the title says."""
    text = "Loans (RMB million)\n\nManufacturing 1,240 1,105\nReal estate 980 990\nRetail 80 90\n"
    dated = "2025 年 12 月 31 日 2024 年\n本集團 本行 本集團 本行\n資本淨額 437 421 405 391\n淨資本 7 6 5 4\n"
    broken = "2025 2024 2023\n本集團 本行 本集團 本行\n資本淨額 437 421 405 391\n淨資本 7 6 5 4\n"

    assert grid(text)["980"] == (["Real estate"], [], [])
    assert not [row for row in rows_of(text) if row.status == "fact"]
    assert grid(dated)["405"] == (["資本淨額"], ["本集團", "2024 年"], [])
    assert grid(broken)["405"] == (["資本淨額"], [], [])


def test_titles_before_a_table_are_its_captions() -> None:
    """The unit line and the heading before it speak for every cell; a sentence before them does not."""
    read = document("貸款增長5%。\n\n存款結構\n（單位：億元）\n\n| 項目 | 2024 |\n|---|---|\n| 活期 | 11 |\n")
    cell = next(block.cell for block in read.blocks if block.cell)

    assert [read.text[start:end] for start, end in cell.captions] == ["項目", "（單位：億元）", "存款結構"]


@pytest.mark.parametrize(
    "text",
    [
        "Loans grew 5% to 812.  Deposits fell 3% to 655.  Cards rose.\nBonds were 40.  Others were 7.\n",
        "1,234\n5,678\n2024\n2023\n910\n",
        "A line with one | bar and 5%.\n",
        "第一，貸款812億元。\n第二，存款655億元。\n",
        "Loans of 5\nDeposits of 6\nCards of 7\n",
        "貸款 存款\n分別增長 5 6\n上年為 7 8。\n",
    ],
    ids=[
        "blanks after sentences",
        "a chart's numbers",
        "one bar",
        "short paragraphs",
        "short lines",
        "one row alone",
    ],
)
def test_what_is_no_table(text: str) -> None:
    """Prose and charts stay what they are."""
    assert "cell" not in {kind for kind, _ in kinds(text)}


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "● "])
def test_items_of_a_list_are_paragraphs(mark: str) -> None:
    """Each bullet is a paragraph of its own, though the item before it ends in no stop."""
    text = f"本行存款如下：\n{mark}活期存款415.9億元\n{mark}定期存款546.5億元\n"

    assert [said for kind, said in kinds(text) if kind != "heading"][-2:] == [
        f"{mark}活期存款415.9億元", f"{mark}定期存款546.5億元",
    ]  # fmt: skip


def test_places_of_cells_are_lines_and_columns() -> None:
    """A figure in a table keeps its line and column in the file."""
    read = document("Loans (RMB m)\n\n| Item | 2024 |\n|---|---|\n| Cash | 1,234 |\n")
    start = read.text.index("1,234")

    assert read.place(start, start + 5) == {"kind": "text", "line": 5, "column": 10}


HOSTILE = {
    "bars": "|1,2" * 200_000,
    "rows of bars": "|1|2|3|\n" * 6_000,
    "a row of ten thousand columns": ("Loans" + "  1,234" * 10_000 + "\n") * 2,
    "rules": "|---|---|\n" * 10_000,
    "dashes": "a  -  -\n" * 10_000,
    "names and numbers": "Item\n2024\n" + "Loans\n1,234\n" * 6_000,
    "names without numbers": "abc def\n" * 10_000,
    "figure of 500 digits": "| Item | 2024 |\n|---|---|\n| Cash | " + "1" * 500 + " |\n",
    "rows without headings": "Loans 1,2 3,4\n" * 10_000,
    "rows below a heading": "Item 2025 2024\n" + "Loans 1,234 2,345\n" * 6_000,
    "dashes about a unit": ("x" + "-" * 200_000 + "y  1,234\n") * 2,
    "rules over columns": "    Loans  1,234  2,345\n" + ("--- " * 10_000 + "---\n") * 3,
    "names of ten thousand columns": "    Item"
    + "   Name" * 10_000
    + "\n"
    + ("Loans" + "  1,234" * 10_000 + "\n") * 2,
    "totals without names": "          2025   2024\n"
    + "Loans    1,234  2,345\n         1,234  2,345\n" * 4_000,
    "notes": "7   LOANS  2025\n    Mortgages  1,234\n\n" * 2_000,
    "brackets": "((((((((((  " * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_layout_costs_little(text: str) -> None:
    """Whatever is laid out, blocks come in order, do not overlap, and in steps that the size explains."""
    blocks = document(text).blocks

    assert steps([text]) < [2_000 + 80 * len(text)]
    assert all(one.end <= other.start for one, other in pairwise(blocks))


TWO_LEVELS = """　　　　　　　　　　消費額　　　　　　　分期交易額
　　　　　　　2024年　　2023年　　2024年　　2023年
個人客戶　　　12,874　　11,206　　4,318　　3,402
私人銀行　　　1,952　　2,913　　126　　604
合計　　　　　　　　14,826　　14,119　　4,444　　4,006
"""


def test_values_that_only_blanks_part_stand_under_their_own_headings() -> None:
    """Rows of different widths, indented by wide blanks: as many values in each, so order tells the columns."""
    document = parse_document(f"信用卡業務（百萬元）\n{TWO_LEVELS}".encode(), "text")
    said = {
        document.text[block.start : block.end]: tuple(
            document.text[slice(*span)] for span in block.cell.column_headings
        )
        for block in document.blocks
        if block.cell and not block.cell.heading
    }

    assert said["12,874"] == ("2024年", "消費額")
    assert said["2,913"] == ("2023年", "消費額")
    assert said["126"] == ("2024年", "分期交易額")
    assert said["4,006"] == ("2023年", "分期交易額")


def test_a_unit_stated_for_the_whole_document_holds_for_tables_without_one() -> None:
    """（除另有註明外，金額均以港幣百萬元列示）at the top; a unit of the table's own still comes first."""
    table = "客戶存款\n　　　　2024年末　　2023年末\n個人　　　784　　　702\n公司　　　331　　　418\n"
    note = "（除另有註明外，金額均以港幣百萬元列示）\n\n業績理想。\n\n"
    stated = rows_of(f"{note}{table}")
    own = rows_of(note + table.replace("存款\n", "存款（千元）\n", 1))

    assert [(row.value, row.unit) for row in stated if row.text == "784"] == [("784000000", "HKD")]
    assert [row.value for row in own if row.text == "784"] == ["784000"]
    assert [row.status for row in rows_of(table) if row.text == "784"] == ["unresolved"]


def test_tabs_part_the_cells_of_a_spreadsheet() -> None:
    """The first head may be empty, and so may a cell: each tab is one column."""
    text = "HK$ million\n\t2025\t2024\tChange %\nNet interest income\t12,305\t11,820\t4.1\nOperating income\t\t500\t\n"
    facts = [(row.concept, row.period, row.value) for row in rows_of(text, "2025") if row.status == "fact"]

    assert facts == [
        ("bank:NetInterestIncome", "2025-01-01/2025-12-31", "12305000000"),
        ("bank:NetInterestIncome", "2024-01-01/2024-12-31", "11820000000"),
        ("bank:GrowthRateOfNetInterestIncome", "2025-01-01/2025-12-31", "0.041"),
        ("bank:OperatingIncome", "2024-01-01/2024-12-31", "500000000"),
    ]


def test_brackets_about_what_is_never_negative_say_that_it_is_deducted() -> None:
    """An income statement prints its expenses in brackets."""
    text = "HK$ million          2025     2024\nOperating income     20,100   18,900\nOperating expenses   (7,607)  (7,302)\n"
    facts = [(row.concept, row.value) for row in rows_of(text, "2025") if row.status == "fact"]

    assert facts[2:] == [("bank:OperatingExpenses", "7607000000"), ("bank:OperatingExpenses", "7302000000")]


PLANS = """主要指標（單位：人民幣百萬元）

指標名稱
本季度末數
上季度末數
{plan}
資產總額
9,413,862
9,180,447
9,655,000
客戶存款
8,342,915
8,147,290
8,560,000
客戶貸款
5,342,915
5,147,290
5,560,000
"""


def test_a_column_of_forecasts_is_of_the_quarter_that_its_heading_names() -> None:
    """下季度末預測數 stands beside the ends of this quarter and the last."""
    rows = [row for row in rows_of(PLANS.format(plan="下季度末預測數"), "2024Q3") if row.status == "fact"]
    facts = [(row.text, row.period, [member for _, member in row.dimensions]) for row in rows[:3]]

    assert facts == [
        ("9,413,862", "2024-09-30", []),
        ("9,180,447", "2024-06-30", []),
        ("9,655,000", "2024-12-31", ["bank:ForecastMember"]),
    ]
    assert len(rows) == 9


def test_a_column_of_targets_without_a_time_is_left_open() -> None:
    """Nobody knows for when 目標值 holds."""
    rows = rows_of(PLANS.format(plan="目標值"), "2024Q3")

    assert [row.status for row in rows if row.text in ("9,655,000", "8,560,000")] == [
        "unresolved",
        "unresolved",
    ]
