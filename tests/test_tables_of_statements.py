"""Statements as the text of their pages gives them: codes and notes beside the names, headings that lines break."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_codes_and_notes_stand_beside_the_names() -> None:
    """51000 業務及管理費 四(十一) ( 4,210 ): code and notes are no words of the name, the blanks none of the value."""
    assert table_says(
        """
單位：新臺幣仟元
(除每股金額以新臺幣元列示外)
113 年 度 112 年 度 變 動
項 目 附 註 金 額 % 金 額 % 百分比%
41000 利息淨收入 四(二)及九 $ 12,345 100 $ 11,000 100 12
51000 業務及管理費 四(十一) ( 4,210 ) ( 34 ) ( 4,000 ) ( 36 ) 5
52000 房屋及設
備費用 四(十二)(十三) ( 310 ) ( 3 ) ( 320 ) ( 3 ) ( 3 )
淨利潤 $ 7,825 63 $ 6,680 61 17
""",
        currency="TWD",
    ) == [
        "NetInterestIncome 2024 12345000",
        "?",
        "NetInterestIncome 2023 11000000",
        "?",
        "GrowthRateOfNetInterestIncome 2024 0.12",
        "OperatingExpenses 2024 4210000",
        "?",
        "OperatingExpenses 2023 4000000",
        "?",
        "GrowthRateOfOperatingExpenses 2024 0.05",
        "PremisesCosts 2024 310000",
        "?",
        "PremisesCosts 2023 320000",
        "?",
        "GrowthRateOfPremisesCosts 2024 -0.03",
        "NetProfit 2024 7825000",
        "?",
        "NetProfit 2023 6680000",
        "?",
        "GrowthRateOfNetProfit 2024 0.17",
    ]


def test_days_of_the_republic_over_amounts_and_shares() -> None:
    """113年12月31日 over 金額 and %: two groups, with the notes' column before them."""
    assert table_says(
        """
單位：新臺幣仟元
113年12月31日 112年12月31日
資 產 附註 金 額 % 金 額 %
11000 發放貸款和墊款 六(一) $ 8,150 62 $ 7,930 61
13000 資本淨額 六(四)及七 1,200 9 1,150 9
""",
        currency="TWD",
    ) == [
        "Loans 2024-12-31 8150000",
        "?",
        "Loans 2023-12-31 7930000",
        "?",
        "NetCapital 2024-12-31 1200000",
        "?",
        "NetCapital 2023-12-31 1150000",
        "?",
    ]


def test_a_code_alone_with_a_section_heads_no_column() -> None:
    """| 20000 | 負債 | | | is the name of a section; what stands below it keeps the days over the columns."""
    assert table_says(
        """
單位：百萬元

| 代碼 | 項目 | 2024年末 | 2023年末 |
|---|---|---|---|
| 10001 | 資產總額 | 9,120 | 8,840 |
| 20000 | 負債 | | |
| 20001 | 客戶存款 | 7,010 | 6,900 |
"""
    ) == [
        "TotalAssets 2024-12-31 9120000000",
        "TotalAssets 2023-12-31 8840000000",
        "Deposits 2024-12-31 7010000000",
        "Deposits 2023-12-31 6900000000",
    ]


def test_days_over_two_lines_each() -> None:
    """2024 年 / 12 月31 日, one below the other, head a column each; the lines behind them head the last."""
    assert table_says(
        """
（货币单位：人民币百万元）
项 目
2024 年
12 月31 日
2023 年
12 月31 日
2022 年
12 月31 日
本年末比上年末
增减
资产总额 9,120 8,840 8,500 3.2%
资本净额 1,200 1,150 1,100 4.3%
"""
    ) == [
        "TotalAssets 2024-12-31 9120000000",
        "TotalAssets 2023-12-31 8840000000",
        "TotalAssets 2022-12-31 8500000000",
        "GrowthRateOfTotalAssets 2024 0.032",
        "NetCapital 2024-12-31 1200000000",
        "NetCapital 2023-12-31 1150000000",
        "NetCapital 2022-12-31 1100000000",
        "GrowthRateOfNetCapital 2024 0.043",
    ]


def test_the_rest_of_the_last_heading_stands_before_the_first_name_below() -> None:
    """本年同比 / 增减金额 占比 金额 占比: 增减 ends the heading above, and 金额 comes again."""
    assert table_says(
        """
（货币单位：人民币百万元）
项 目
2024 年 2023 年 本年同比
增减金额 占比 金额 占比
员工费用 640 80.0% 600 78.9% 6.7%
房屋及设备费用 160 20.0% 160 21.1% 0.0%
业务及管理费 800 100.0% 760 100.0% 5.3%
"""
    )[::5] == [
        "StaffCosts 2024 640000000",
        "PremisesCosts 2024 160000000",
        "OperatingExpenses 2024 800000000",
    ]


def test_the_rest_of_the_last_heading_stands_in_a_line_of_its_own() -> None:
    """本年末比上年 / 末增减: no name of a section, so that the parts below 其中 are parts of the row above it."""
    assert table_says(
        """
（货币单位：人民币百万元）
项 目 2024 年12 月31 日 2023 年12 月31 日 本年末比上年
末增减
客户存款 7,000 6,800 2.9%
其中：企业 4,000 3,900 2.6%
个人 3,000 2,900 3.4%
"""
    ) == [
        "Deposits 2024-12-31 7000000000",
        "Deposits 2023-12-31 6800000000",
        "GrowthRateOfDeposits 2024 0.029",
        "Deposits+CorporateBorrower 2024-12-31 4000000000",
        "Deposits+CorporateBorrower 2023-12-31 3900000000",
        "GrowthRateOfDeposits+CorporateBorrower 2024 0.026",
        "Deposits+RetailBorrower 2024-12-31 3000000000",
        "Deposits+RetailBorrower 2023-12-31 2900000000",
        "GrowthRateOfDeposits+RetailBorrower 2024 0.034",
    ]
