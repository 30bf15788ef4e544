"""Columns of the change of a share are no growth of the amount: told by their heads, their unit or their rows."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

PIPES = """## 营业收入构成

单位：百万元

| 项目 | 2024年 |  | 2023年 |  | {change} |
|---|---|---|---|---|---|
|  | 金额 | 占比 | 金额 | 占比 |  |
| 零售银行 | 400 | {rates[0]} | 378 | {rates[1]} | {rates[2]} |
| 批发银行 | 360 | {rates[3]} | 351 | {rates[4]} | {rates[5]} |
| 金融市场 | 240 | {rates[6]} | 261 | {rates[7]} | {rates[8]} |
"""
SIGNED = ("40.0%", "38.2%", "1.8%", "36.0%", "35.5%", "0.5%", "24.0%", "26.4%", "-2.4%")
BARE = ("40.0", "38.2", "1.8", "36.0", "35.5", "0.5", "24.0", "26.4", "(2.4)")
POINTS = [
    "IncreaseDecreaseInShareOfOperatingIncome+RetailLine 2024 0.018",
    "IncreaseDecreaseInShareOfOperatingIncome+WholesaleLine 2024 0.005",
    "IncreaseDecreaseInShareOfOperatingIncome+MarketsLine 2024 -0.024",
]


@pytest.mark.parametrize(
    ("change", "rates"),
    [("同比增减", SIGNED), ("占比增减（百分点）", BARE), ("占比变动", SIGNED), ("变动（百分点）", BARE)],
)
def test_changes_of_shares(change: str, rates: tuple[str, ...]) -> None:
    """Behind the shares of two years, per cents or points that their difference comes to."""
    assert table_says(PIPES.format(change=change, rates=rates))[4::5] == POINTS


def test_growths_of_the_amounts_stay_growths() -> None:
    """Behind the same shares, what the amounts compute."""
    rates = ("40.0%", "38.2%", "5.8%", "36.0%", "35.5%", "2.6%", "24.0%", "26.4%", "-8.0%")
    said = table_says(PIPES.format(change="同比增减", rates=rates))[4::5]
    assert said == [
        "GrowthRateOfOperatingIncome+RetailLine 2024 0.058",
        "GrowthRateOfOperatingIncome+WholesaleLine 2024 0.026",
        "GrowthRateOfOperatingIncome+MarketsLine 2024 -0.080",
    ]


def test_changes_of_shares_in_english() -> None:
    """Change in mix, over points, in aligned columns and with amounts' own changes beside it."""
    table = """
Operating income by business line ($ million)

                           2024              2023         Change in mix
                    Amount   Mix %    Amount   Mix %           pp
Retail banking         400    40.0       378    38.2           1.8
Wholesale banking      360    36.0       351    35.5           0.5
Global markets         240    24.0       261    26.4          (2.4)
"""
    assert table_says(table, currency="USD")[4::5] == POINTS


def test_a_word_that_breaks_over_two_heads() -> None:
    """占营业收入比 over 重."""
    table = """单位：百万元

| 项目 | 2024年 |  | 2023年 |  | 同比增减 |
|---|---|---|---|---|---|
|  | 金额 | 占营业收入比 | 金额 | 占营业收入比 |  |
|  |  | 重 |  | 重 |  |
| 零售银行 | 400 | 40.0% | 378 | 38.2% | 5.8% |
| 批发银行 | 360 | 36.0% | 351 | 35.5% | 2.6% |
"""
    assert table_says("## 营业收入\n\n" + table)[1] == "ShareOfOperatingIncome+RetailLine 2024 0.400"


GROUPS = """## 分部业绩（百万元）

| 板块 | 项目 | 2024年 | 2023年 |
|---|---|---|---|
|  | 利息净收入 | 250 | 240 |
| 零售银行 | 手续费及佣金净收入 | 50 | 48 |
|  | 营业收入 | 300 | 288 |
|  | 利息净收入 | 150 | 151 |
| 批发银行 | 手续费及佣金净收入 | 30 | 29 |
|  | 营业收入 | 180 | 180 |
| 合计 | 营业收入 | 480 | 468 |
"""


def test_names_in_the_middle_of_their_rows() -> None:
    """The row above the name is the group's too, and not the group's before."""
    said = table_says(GROUPS)
    assert said[::2] == [
        "NetInterestIncome+RetailLine 2024 250000000",
        "FeeIncome+RetailLine 2024 50000000",
        "OperatingIncome+RetailLine 2024 300000000",
        "NetInterestIncome+WholesaleLine 2024 150000000",
        "FeeIncome+WholesaleLine 2024 30000000",
        "OperatingIncome+WholesaleLine 2024 180000000",
        "OperatingIncome 2024 480000000",
    ]


def test_a_name_over_rows_and_what_they_say_are_one_label() -> None:
    """不良 over 贷款 and 贷款率: 不良贷款 and 不良贷款率."""
    table = """## 资产质量

| 类别 | 项目 | 单位 | 2024年末 | 2023年末 |
|---|---|---|---|---|
| 不良 | 贷款 | 百万元 | 90 | 88 |
|  | 贷款率 | % | 1.21 | 1.24 |
"""
    assert table_says(table) == [
        "NonPerformingLoans 2024-12-31 90000000",
        "NonPerformingLoans 2023-12-31 88000000",
        "NplRatio 2024-12-31 0.0121",
        "NplRatio 2023-12-31 0.0124",
    ]
