"""Statements as the text of their pages gives them: codes and notes beside the names, headings that lines break."""

from __future__ import annotations

from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tests.printed_tables import table_says
from tests.tagging_example import profile_of, taxonomy_in_data


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


def test_limits_with_marks_of_notes_and_words_for_none() -> None:
    """≥10.5（注2） and 不适用 stand in a column of limits like values, and the row keeps all of its own."""
    assert table_says(
        """
（单位：%）
项 目 标准值 2024 年12 月31 日 2023 年12 月31 日
资本充足率 ≥10.5（注2） 13.20 13.05
一级资本充足率 不适用 11.10 10.90
不良贷款率 ≤5 1.31 1.36
"""
    ) == [
        "?",
        "CapitalRatio 2024-12-31 0.1320",
        "CapitalRatio 2023-12-31 0.1305",
        "TierOneRatio 2024-12-31 0.1110",
        "TierOneRatio 2023-12-31 0.1090",
        "?",
        "NplRatio 2024-12-31 0.0131",
        "NplRatio 2023-12-31 0.0136",
    ]


def test_days_in_a_line_below_their_years() -> None:
    """12 月 31 日 below 2024 年; （元/股） below a row is the rest of its name, and gives the next table no unit."""
    assert table_says(
        """
单位：人民币百万元，百分比除外
2024 年 2023 年 增减（%）
12 月 31 日 12 月 31 日
资产总额 9,120 8,840 3.2
客户存款 7,010 6,900 1.6
（元/股）
2024 年 1-12 月 2023 年 1-12 月 增减（%）
营业收入 800 760 5.3
净利润 200 190 5.3
"""
    ) == [
        "TotalAssets 2024-12-31 9120000000",
        "TotalAssets 2023-12-31 8840000000",
        "GrowthRateOfTotalAssets 2024 0.032",
        "Deposits 2024-12-31 7010000000",
        "Deposits 2023-12-31 6900000000",
        "GrowthRateOfDeposits 2024 0.016",
        "OperatingIncome 2024 800000000",
        "OperatingIncome 2023 760000000",
        "GrowthRateOfOperatingIncome 2024 0.053",
        "NetProfit 2024 200000000",
        "NetProfit 2023 190000000",
        "GrowthRateOfNetProfit 2024 0.053",
    ]


def test_times_that_begin_again_part_the_group_from_its_head() -> None:
    """本集团 本银行 over 2024年 2024年 2023年 2022年: one column is the group's, three are the bank's alone."""
    said = table_says(
        """
单位：人民币千元
本集团 本银行
项目 2024年 2024年 2023年 2022年
客户存款 106,850 106,326 101,233 84,687
资产总额 171,615 170,992 161,071 149,718
"""
    )
    assert said == [
        "Deposits 2024-12-31 106850000",
        "?",
        "?",
        "?",
        "TotalAssets 2024-12-31 171615000",
        "?",
        "?",
        "?",
    ]


def test_what_stands_above_a_title_of_its_own_does_not_name_its_rows() -> None:
    """垫款按对象划分的质量情况 names what no term does: the balances below it are not those of the note above."""
    said = table_says(
        """
（2）逾期比例=逾期90天以上垫款/不良贷款余额。
（2）透支与垫款按对象划分的结构及质量情况
（货币单位：人民币百万元）
项目 余额 不良率
公司 1,663 0.87%
零售 1,727 1.23%
"""
    )
    assert [one for one in said if one.startswith("NonPerformingLoans")] == []


def test_what_is_bad_or_reorganized_is_not_all_of_it() -> None:
    """不良资产总额 is no 资产总额."""
    assert table_says("2024年，本行收回不良资产总额36.8亿元。") == ["?"]


def test_codes_over_aligned_columns() -> None:
    """11000  發放貸款和墊款  六(一): wide gaps part code, name and note; a total has neither."""
    assert table_says(
        """
單位：新臺幣仟元

        資    產                   113年12月31日            112年12月31日
代  碼                    附  註   金      額       ％      金      額      ％
11000  發放貸款和墊款    六(一)   $      8,150    87       $      7,930   88
13000  資本淨額          六(四)          1,200    13              1,050   12
       資產總計                   $      9,350   100       $      8,980  100
""",
        currency="TWD",
    ) == [
        "Loans 2024-12-31 8150000",
        "?",
        "Loans 2023-12-31 7930000",
        "?",
        "NetCapital 2024-12-31 1200000",
        "?",
        "NetCapital 2023-12-31 1050000",
        "?",
        "TotalAssets 2024-12-31 9350000",
        "?",
        "TotalAssets 2023-12-31 8980000",
        "?",
    ]


def test_each_code_has_a_row_of_its_own_in_the_ledger() -> None:
    """No digit is lost: the code before a name is told to be no fact."""
    text = """
單位：新臺幣仟元

代碼   項目              113年末     112年末
11000  發放貸款和墊款      8,150       7,930
13000  資本淨額            1,200       1,050
"""
    profile = profile_of(currency="TWD")
    ledger = tag_document(
        parse_document(text.encode(), "table.txt"),
        taxonomy_in_data("printed"),
        profile,
        parse_reporting_period("2024", profile.fiscal_year_end),
    )
    assert {"11000", "13000"} <= {row.text for row in ledger.rows if row.status == "not_a_fact"}
