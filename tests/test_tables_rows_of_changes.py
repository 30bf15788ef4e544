"""Rows of changes and shares below the row that they are of, what these are measured against, and heads that say less."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

QUARTERS = """| 百万元 | 2024年第四季度 | 2023年第四季度 |
|---|---|---|
| 营业收入 | 500 | 450 |
| {row} | 11.1% | 2.0% |
"""


@pytest.mark.parametrize(
    ("row", "member"),
    [
        ("环比增长", "+Preceding"),
        ("环比", "+Preceding"),
        ("QoQ growth", "+Preceding"),
        ("同比", ""),
        ("同比增长", ""),
    ],
)
def test_a_row_says_what_its_changes_are_measured_against(row: str, member: str) -> None:
    """In the column of either quarter."""
    assert table_says(QUARTERS.format(row=row))[2:] == [
        f"GrowthRateOfOperatingIncome{member} 2024-10-01/2024-12-31 0.111",
        f"GrowthRateOfOperatingIncome{member} 2023-10-01/2023-12-31 0.020",
    ]


def test_rows_of_shares_and_changes_below_a_name_over_several_rows() -> None:
    """Both are of the amount above them, of the same part."""
    page = (
        "<p>分部收入（百万元）</p><table><tr><th>板块</th><th></th><th>2024年</th><th>2023年</th></tr>"
        "<tr><td rowspan=3>零售银行</td><td>营业收入</td><td>500</td><td>450</td></tr>"
        "<tr><td>占比</td><td>62.5%</td><td>59.2%</td></tr><tr><td>同比</td><td>11.1%</td><td>3.2%</td></tr>"
        "<tr><td rowspan=3>批发银行</td><td>营业收入</td><td>300</td><td>310</td></tr>"
        "<tr><td>占比</td><td>37.5%</td><td>40.8%</td></tr><tr><td>同比</td><td>-3.2%</td><td>1.1%</td></tr></table>"
    )
    assert table_says(page, html=True)[::2] == [
        "OperatingIncome+RetailLine 2024 500000000",
        "ShareOfOperatingIncome+RetailLine 2024 0.625",
        "GrowthRateOfOperatingIncome+RetailLine 2024 0.111",
        "OperatingIncome+WholesaleLine 2024 300000000",
        "ShareOfOperatingIncome+WholesaleLine 2024 0.375",
        "GrowthRateOfOperatingIncome+WholesaleLine 2024 -0.032",
    ]


def test_a_note_on_changes_leaves_rates_beside_them() -> None:
    """Combined ratios are in per cent too, and no growths of anything."""
    table = """
Premiums and combined ratio

                Gross written premiums          Combined ratio
                 2024      2023   Change         2024     2023
                   €m        €m        %            %        %
Motor           2,410     2,255      6.9         94.1     97.8
Property          902       941     (4.1)        88.7     99.4
(% changes are against the year before)
"""
    assert table_says(table, currency="EUR")[2:5] == [
        "GrowthRateOfPremiums+Motor 2024 0.069",
        "CombinedRatio+Motor 2024 0.941",
        "CombinedRatio+Motor 2023 0.978",
    ]


def test_heads_further_down_leave_the_unit_to_the_first() -> None:
    """Days without a unit, below a part of the table whose years had one."""
    page = (
        "<p>Results</p><table><tr><th></th><th>2024<br>$m</th><th>2023<br>$m</th></tr>"
        "<tr><td>Net interest income</td><td>1,820</td><td>1,744</td></tr>"
        "<tr><td>Net profit</td><td>640</td><td>655</td></tr>"
        "<tr><td></td><th>31 December 2024</th><th>31 December 2023</th></tr>"
        "<tr><td>Customer deposits</td><td>88,410</td><td>86,220</td></tr>"
        "<tr><td>Non-performing loan ratio</td><td>1.21%</td><td>1.18%</td></tr></table>"
    )
    assert table_says(page, currency="USD", html=True)[4:] == [
        "Deposits 2024-12-31 88410000000",
        "Deposits 2023-12-31 86220000000",
        "NplRatio 2024-12-31 0.0121",
        "NplRatio 2023-12-31 0.0118",
    ]


def test_groups_over_years_one_cell_a_line() -> None:
    """Each group stands over the two years that come again."""
    cells = [
        "Line of insurance",
        "Gross written premiums ($m)",
        "Claims incurred ($m)",
        *["2024", "2023"] * 2,
    ]
    rows = ["Motor", "2,410", "2,255", "1,610", "1,502", "Property", "902", "941", "433", "520"]
    said = table_says("Premiums and claims\n\n" + "\n".join([*cells, *rows]), currency="USD")
    assert said[:4] == [
        "Premiums+Motor 2024 2410000000",
        "Premiums+Motor 2023 2255000000",
        "Claims+Motor 2024 1610000000",
        "Claims+Motor 2023 1502000000",
    ]


def test_units_of_groups_below_the_years_of_their_columns() -> None:
    """One unit over both years of a stretch."""
    table = """
                           Three months              Nine months
                              ended                     ended
                          30 September              30 September
                          2024     2023             2024     2023
                       US$ million               US$ million
Net interest income      1,210    1,150            3,520    3,300
Net profit                 310      280              870      820
"""
    assert table_says(table, "2024Q3", currency="USD")[:4] == [
        "NetInterestIncome 2024-07-01/2024-09-30 1210000000",
        "NetInterestIncome 2023-07-01/2023-09-30 1150000000",
        "NetInterestIncome 2024-01-01/2024-09-30 3520000000",
        "NetInterestIncome 2023-01-01/2023-09-30 3300000000",
    ]


def test_heads_below_groups_whose_blank_corner_spans_one_row() -> None:
    """The second row of heads begins where the corner should go on: its cells stand below the groups all the same."""
    page = (
        "<h3>按险种划分的保费收入</h3><table><tr><th></th><th colspan=2>2024年</th><th colspan=2>2023年</th></tr>"
        "<tr><th>金额（百万元）</th><th>占比（%）</th><th>金额（百万元）</th><th>占比（%）</th></tr>"
        "<tr><td>车险</td><td>60,110</td><td>60.1</td><td>58,020</td><td>61.7</td></tr>"
        "<tr><td>健康险</td><td>22,040</td><td>22.0</td><td>19,310</td><td>20.5</td></tr></table>"
    )
    assert table_says(page, html=True)[:4] == [
        "Premiums+Motor 2024 60110000000",
        "ShareOfPremiums+Motor 2024 0.601",
        "Premiums+Motor 2023 58020000000",
        "ShareOfPremiums+Motor 2023 0.617",
    ]


def test_the_head_of_the_group_alone_stays_open_where_the_group_is_a_member() -> None:
    """The taxonomy has a member for the whole group, and none for the bank alone."""
    table = """
Loans and deposits (RM million)

                              The Group                  The Bank
                           2024       2023           2024       2023
Customer loans          255,610    246,300        201,004    195,118
Customer deposits       288,904    279,655        230,118    224,002
"""
    said = table_says(table, currency="MYR", bank=True)
    assert said[:2] == [
        "LoansAndAdvancesToCustomers 2024-12-31 255610000000",
        "LoansAndAdvancesToCustomers 2023-12-31 246300000000",
    ]
    assert said[2:4] == ["?", "?"]
