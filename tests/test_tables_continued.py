"""Tables that go on behind the end of a page keep the heads, units and times of their first part."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

SAID = [
    "OperatingIncome 2024 640000000",
    "OperatingIncome 2023 600000000",
    "NetProfit 2024 118000000",
    "NetProfit 2023 125000000",
]
BREAKS = [
    "\n                 Page 12\n\f\n",
    "\n\nHill Bank\n\n                 12\n\nAnnual Report 2024\n\nIncome statement (continued)\n\n",
    "\n\nIncome statement - cont'd\n                                2024       2023\n",
    "\n\nContinued from previous page\n\n",
    "\n          F-12\n\nIncome statement - continued\nFor the year 2024\n\n                                2024       2023\n",
]


@pytest.mark.parametrize("between", BREAKS)
def test_aligned_columns_go_on(between: str) -> None:
    """Over the number of a page, its head and foot, a title said again, with heads once more or none."""
    table = f"""Income statement
(RM million)
                                2024       2023
Operating income                 640        600{between}
Net profit                       118        125
"""
    assert table_says(table.replace("RM", "US$"), currency="USD") == SAID


@pytest.mark.parametrize("between", ["\n第 12 页\n", "\n利润表（续）\n", "\n（续上表）\n", "\n续表\n"])
@pytest.mark.parametrize("again", ["", "| 项目 | 2024年 | 2023年 |\n|---|---|---|\n"])
def test_pipes_go_on(between: str, again: str) -> None:
    """In Markdown, with the heads said again or not."""
    table = (
        "## 利润表\n\n单位：百万元\n\n| 项目 | 2024年 | 2023年 |\n|---|---|---|\n| 营业收入 | 640 | 600 |\n"
        f"{between}\n{again}| 净利润 | 118 | 125 |\n| 员工费用 | 90 | 88 |\n"
    )
    assert table_says(table)[:4] == SAID


HEAD = "<tr><th>€ million</th><th>2024</th><th>2023</th></tr>"
FIRST = f"<table>{HEAD}<tr><td>Operating income</td><td>640</td><td>600</td></tr></table>"
SECOND = (
    "<table><tr><td>Net profit</td><td>118</td><td>125</td></tr>"
    "<tr><td>Staff costs</td><td>90</td><td>88</td></tr></table>"
)


@pytest.mark.parametrize(
    "between",
    ["", "<div>- 45 -</div>", "<p>45</p><p>Hill Bank plc</p><h3>Income statement (continued)</h3>"],
)
def test_tables_of_a_page_go_on(between: str) -> None:
    """The second without heads, with as many columns."""
    page = f"<h2>Income statement</h2>{FIRST}{between}{SECOND}"
    assert table_says(page, currency="EUR", html=True)[:4] == SAID


def test_a_table_with_a_title_of_its_own_goes_on_from_none() -> None:
    """It says no time and no unit: its amounts stay open."""
    page = f"<h2>Income statement</h2>{FIRST}<p>Figures of the parent company</p>{SECOND}"
    assert table_says(page, currency="EUR", html=True)[2:] == ["?"] * 4


def test_times_hold_where_only_the_lower_heads_are_said_again() -> None:
    """2024 and 2023 stood over them in the first part."""
    table = """
Results by business line ($ million)

                            2024                            2023
             Operating income  Net fee income   Operating income  Net fee income
Retail banking            410              70                398              66

12 | Hill Bank plc

Results by business line (continued)

             Operating income  Net fee income   Operating income  Net fee income
Global markets            120              21                118              20
"""
    assert table_says(table, currency="USD")[4:] == [
        "OperatingIncome+MarketsLine 2024 120000000",
        "FeeIncome+MarketsLine 2024 21000000",
        "OperatingIncome+MarketsLine 2023 118000000",
        "FeeIncome+MarketsLine 2023 20000000",
    ]


def test_one_cell_a_line_goes_on() -> None:
    """Names and two values each, below a title that says so."""
    first = ["项目", "2024年", "2023年", "营业收入", "640", "600", "员工费用", "90", "88"]
    second = ["净利润", "118", "125", "税前利润", "140", "148"]
    table = "利润表\n单位：百万元\n\n" + "\n".join(first) + "\n\n利润表（续表）\n\n" + "\n".join(second)
    assert table_says(table)[4:] == [
        "NetProfit 2024 118000000",
        "NetProfit 2023 125000000",
        "ProfitBeforeTax 2024 140000000",
        "ProfitBeforeTax 2023 148000000",
    ]


def test_a_title_that_says_so_names_no_more_than_its_table() -> None:
    """分险种保费收入（续上页）is of premiums."""
    table = """按险种划分的保费收入（续上页）
                    2024年         2023年
                   百万元         百万元
车险                 6,011          5,802
健康险               2,204          1,931
"""
    assert table_says(table)[:2] == ["Premiums+Motor 2024 6011000000", "Premiums+Motor 2023 5802000000"]
