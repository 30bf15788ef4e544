"""What stands over which column or row: blanks in place of a span, units in the middle, sections that say by what."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_an_empty_corner_without_bars_at_the_edges() -> None:
    """A bar before the first heading parts it from the corner."""
    assert table_says(
        """
新业务价值（按渠道）
单位：人民币百万元
 | 2024年 | 2023年 | 同比变动（%）
合计 | 8,930 | 7,410 | 20.5
个险渠道 | 6,120 | 5,300 | 15.5
银保渠道 | 2,410 | 1,760 | 36.9
直销 | 400 | 350 | 14.3
"""
    ) == [
        "NewBusinessValue 2024 8930000000",
        "NewBusinessValue 2023 7410000000",
        "GrowthRateOfNewBusinessValue 2024 0.205",
        "NewBusinessValue+Agency 2024 6120000000",
        "NewBusinessValue+Agency 2023 5300000000",
        "GrowthRateOfNewBusinessValue+Agency 2024 0.155",
        "NewBusinessValue+Banca 2024 2410000000",
        "NewBusinessValue+Banca 2023 1760000000",
        "GrowthRateOfNewBusinessValue+Banca 2024 0.369",
        "NewBusinessValue+Direct 2024 400000000",
        "NewBusinessValue+Direct 2023 350000000",
        "GrowthRateOfNewBusinessValue+Direct 2024 0.143",
    ]


def test_blanks_behind_the_heading_of_a_group() -> None:
    """Installed capacity stands over both years."""
    assert table_says(
        """
| Type of plant | Installed capacity (MW) | | Generation (million kWh) | |
| | 2024 | 2023 | 2024 | 2023 |
| Hydro | 1,210 | 1,210 | 3,980 | 4,120 |
| Wind | 860 | 720 | 2,010 | 1,650 |
| Solar | 430 | 310 | 540 | 390 |
| Coal | 300 | 300 | 1,100 | 1,480 |
| Total | 2,800 | 2,540 | 7,630 | 7,640 |
""",
        currency="EUR",
    ) == [
        "Capacity+Hydro 2024-12-31 1210",
        "Capacity+Hydro 2023-12-31 1210",
        "Generation+Hydro 2024 3980000000",
        "Generation+Hydro 2023 4120000000",
        "Capacity+Wind 2024-12-31 860",
        "Capacity+Wind 2023-12-31 720",
        "Generation+Wind 2024 2010000000",
        "Generation+Wind 2023 1650000000",
        "Capacity+Solar 2024-12-31 430",
        "Capacity+Solar 2023-12-31 310",
        "Generation+Solar 2024 540000000",
        "Generation+Solar 2023 390000000",
        "Capacity+Coal 2024-12-31 300",
        "Capacity+Coal 2023-12-31 300",
        "Generation+Coal 2024 1100000000",
        "Generation+Coal 2023 1480000000",
        "Capacity 2024-12-31 2800",
        "Capacity 2023-12-31 2540",
        "Generation 2024 7630000000",
        "Generation 2023 7640000000",
    ]


def test_groups_and_single_columns_between_tabs() -> None:
    """截至6月30日止六个月 stands over two years, and 增减额 beside them over one column."""
    assert table_says(
        """
分部营业收入
（人民币百万元）
	截至6月30日止六个月		增减额	增减幅（%）
	2024年	2023年
零售银行	20,604	19,058	1,546	8.1
批发银行	18,975	19,452	-477	-2.5
金融市场	4,706	4,003	703	17.6
合计	44,285	42,513	1,772	4.2
""",
        "2024H1",
    ) == [
        "OperatingIncome+RetailLine 2024-01-01/2024-06-30 20604000000",
        "OperatingIncome+RetailLine 2023-01-01/2023-06-30 19058000000",
        "IncreaseDecreaseInOperatingIncome+RetailLine 2024-01-01/2024-06-30 1546000000",
        "GrowthRateOfOperatingIncome+RetailLine 2024-01-01/2024-06-30 0.081",
        "OperatingIncome+WholesaleLine 2024-01-01/2024-06-30 18975000000",
        "OperatingIncome+WholesaleLine 2023-01-01/2023-06-30 19452000000",
        "IncreaseDecreaseInOperatingIncome+WholesaleLine 2024-01-01/2024-06-30 -477000000",
        "GrowthRateOfOperatingIncome+WholesaleLine 2024-01-01/2024-06-30 -0.025",
        "OperatingIncome+MarketsLine 2024-01-01/2024-06-30 4706000000",
        "OperatingIncome+MarketsLine 2023-01-01/2023-06-30 4003000000",
        "IncreaseDecreaseInOperatingIncome+MarketsLine 2024-01-01/2024-06-30 703000000",
        "GrowthRateOfOperatingIncome+MarketsLine 2024-01-01/2024-06-30 0.176",
        "OperatingIncome 2024-01-01/2024-06-30 44285000000",
        "OperatingIncome 2023-01-01/2023-06-30 42513000000",
        "IncreaseDecreaseInOperatingIncome 2024-01-01/2024-06-30 1772000000",
        "GrowthRateOfOperatingIncome 2024-01-01/2024-06-30 0.042",
    ]


def test_blank_cells_behind_headings_of_a_page() -> None:
    """A page may leave cells empty where a heading goes on."""
    assert table_says(
        """
<html><body><h2>Insurance business</h2>
<table><tr><td>Line</td><td>Premiums (EUR million)</td><td></td><td>Claims (EUR million)</td><td></td></tr>
<tr><td></td><td>2024</td><td>2023</td><td>2024</td><td>2023</td></tr>
<tr><td>Motor</td><td>1,204</td><td>1,150</td><td>801</td><td>790</td></tr>
<tr><td>Health</td><td>861</td><td>822</td><td>602</td><td>588</td></tr></table>
</body></html>
""",
        currency="EUR",
        html=True,
    ) == [
        "Premiums+Motor 2024 1204000000",
        "Premiums+Motor 2023 1150000000",
        "Claims+Motor 2024 801000000",
        "Claims+Motor 2023 790000000",
        "Premiums+Health 2024 861000000",
        "Premiums+Health 2023 822000000",
        "Claims+Health 2024 602000000",
        "Claims+Health 2023 588000000",
    ]


def test_a_heading_without_columns_to_go_on_over() -> None:
    """A blank below which nothing stands is a blank."""
    assert table_says(
        """
| Item | Premiums (EUR million) | | Claims (EUR million) |
| | 2024 | | 2024 |
| Motor | 1,204 | | 801 |
| Health | 861 | | 602 |
""",
        currency="EUR",
    ) == [
        "Premiums+Motor 2024 1204000000",
        "Claims+Motor 2024 801000000",
        "Premiums+Health 2024 861000000",
        "Claims+Health 2024 602000000",
    ]


def test_a_unit_in_the_middle_below_the_years() -> None:
    """EUR million in the middle is one heading over both columns."""
    assert table_says(
        """
                                   2024        2023
                                     EUR million
Loans
  Corporate                      21,330      20,980
  Retail                         18,204      17,650
  Total loans                    39,534      38,630
Deposits
  Demand                         25,102      24,060
  Time                           19,843      18,990
  Total deposits                 44,945      43,050
""",
        currency="EUR",
    ) == [
        "Loans+CorporateBorrower 2024-12-31 21330000000",
        "Loans+CorporateBorrower 2023-12-31 20980000000",
        "Loans+RetailBorrower 2024-12-31 18204000000",
        "Loans+RetailBorrower 2023-12-31 17650000000",
        "Loans 2024-12-31 39534000000",
        "Loans 2023-12-31 38630000000",
        "Deposits+Demand 2024-12-31 25102000000",
        "Deposits+Demand 2023-12-31 24060000000",
        "Deposits+Time 2024-12-31 19843000000",
        "Deposits+Time 2023-12-31 18990000000",
        "Deposits 2024-12-31 44945000000",
        "Deposits 2023-12-31 43050000000",
    ]


def test_parts_that_stand_in_before_their_units() -> None:
    """范围一 is a part of the row above, though its unit stands as far out."""
    assert table_says(
        """
<html><body><table><caption>环境绩效</caption>
<tr><th>指标</th><th>单位</th><th>2024年</th><th>2023年</th></tr>
<tr><td>温室气体排放总量</td><td>吨二氧化碳当量</td><td>14,326</td><td>15,108</td></tr>
<tr><td>　范围一</td><td>吨二氧化碳当量</td><td>1,874</td><td>2,051</td></tr>
<tr><td>　范围二</td><td>吨二氧化碳当量</td><td>12,452</td><td>13,057</td></tr>
</table></body></html>
""",
        html=True,
    ) == [
        "Emissions 2024 14326",
        "Emissions 2023 15108",
        "Emissions+ScopeOne 2024 1874",
        "Emissions+ScopeOne 2023 2051",
        "Emissions+ScopeTwo 2024 12452",
        "Emissions+ScopeTwo 2023 13057",
    ]


_STAFF = [
    "Employees 2024-12-31 2787",
    "?",
    "Employees+Women 2024-12-31 1502",
    "ShareOfEmployees+Women 2024-12-31 0.539",
    "Employees+Men 2024-12-31 1285",
    "ShareOfEmployees+Men 2024-12-31 0.461",
    "Employees+Young 2024-12-31 921",
    "ShareOfEmployees+Young 2024-12-31 0.330",
    "Employees+Middle 2024-12-31 1464",
    "ShareOfEmployees+Middle 2024-12-31 0.525",
    "Employees+Old 2024-12-31 402",
    "ShareOfEmployees+Old 2024-12-31 0.144",
]


def test_rows_called_by_ranges_under_what_parts_them() -> None:
    """51岁及以上 is a name, and 按年龄 says by what the rows below part the employees."""
    assert (
        table_says(
            """
<html><body><table><caption>员工结构（截至2024年12月31日）</caption>
<tr><th colspan="2">类别</th><th>人数</th><th>占比</th></tr>
<tr><td colspan="2">员工总数</td><td>2,787</td><td>100%</td></tr>
<tr><td rowspan="2">按性别</td><td>女性</td><td>1,502</td><td>53.9%</td></tr>
<tr><td>男性</td><td>1,285</td><td>46.1%</td></tr>
<tr><td rowspan="3">按年龄</td><td>30岁及以下</td><td>921</td><td>33.0%</td></tr>
<tr><td>31岁至50岁</td><td>1,464</td><td>52.5%</td></tr>
<tr><td>51岁及以上</td><td>402</td><td>14.4%</td></tr>
</table></body></html>
""",
            html=True,
        )
        == _STAFF
    )


def test_the_same_with_one_cell_a_line() -> None:
    """The line that says by what is the name of a section."""
    assert (
        table_says(
            """
员工构成（截至2024年12月31日）
类别
人数
占比
员工总数
2,787
100%
按性别
女性
1,502
53.9%
男性
1,285
46.1%
按年龄
30岁及以下
921
33.0%
31岁至50岁
1,464
52.5%
51岁及以上
402
14.4%
"""
        )
        == _STAFF
    )


def test_by_gender_and_by_age() -> None:
    """By age is the name of a section."""
    assert table_says(
        """
Employees                          2024      2023
By gender
Women                             2,604     2,544
Men                               2,408     2,443
By age
Under 30                          1,010     1,003
30 to 50                          2,890     2,880
Over 50                           1,112     1,104
Total employees                   5,012     4,987
""",
        currency="USD",
    ) == [
        "Employees+Women 2024-12-31 2604",
        "Employees+Women 2023-12-31 2544",
        "Employees+Men 2024-12-31 2408",
        "Employees+Men 2023-12-31 2443",
        "Employees+Young 2024-12-31 1010",
        "Employees+Young 2023-12-31 1003",
        "Employees+Middle 2024-12-31 2890",
        "Employees+Middle 2023-12-31 2880",
        "Employees+Old 2024-12-31 1112",
        "Employees+Old 2023-12-31 1104",
        "Employees 2024-12-31 5012",
        "Employees 2023-12-31 4987",
    ]


def test_a_name_that_only_begins_like_it() -> None:
    """按揭贷款 is called so, and nothing is parted by it."""
    assert table_says(
        """
项目
2024年末（亿元）
2023年末（亿元）
按揭贷款
1,204.5
1,150.2
个人消费贷款
310.6
298.8
"""
    ) == [
        "Loans+Home 2024-12-31 120450000000",
        "Loans+Home 2023-12-31 115020000000",
        "Loans+Consumer 2024-12-31 31060000000",
        "Loans+Consumer 2023-12-31 29880000000",
    ]


def test_a_value_with_its_counter() -> None:
    """A number with its counter is a value still."""
    assert table_says(
        """
| 项目 | 2024年末 | 2023年末 |
| 营业网点 | 312家 | 308家 |
| 员工总数 | 5,301人 | 5,236人 |
"""
    ) == [
        "Branches 2024-12-31 312",
        "Branches 2023-12-31 308",
        "Employees 2024-12-31 5301",
        "Employees 2023-12-31 5236",
    ]
