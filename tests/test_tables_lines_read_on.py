"""Names and headings that lines, columns and rows break: what belongs together, and what says nothing of a value."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_names_that_go_on_below_their_values() -> None:
    """Net fee and / commission income, with the values in the first of its lines."""
    assert table_says(
        """
                                         2024          2023
                                  EUR million   EUR million
Net fee and                             1,204         1,150
  commission income
Premises and equipment                    184           176
  costs ¹
Risk-weighted assets ²                 62,110        60,840
Tier 1 capital ratio, %                 15.8          15.2
Dividend per share, EUR                  1.20          1.05
""",
        currency="EUR",
    ) == [
        "FeeIncome 2024 1204000000",
        "FeeIncome 2023 1150000000",
        "PremisesCosts 2024 184000000",
        "PremisesCosts 2023 176000000",
        "RiskWeightedAssets 2024-12-31 62110000000",
        "RiskWeightedAssets 2023-12-31 60840000000",
        "TierOneRatio 2024-12-31 0.158",
        "TierOneRatio 2023-12-31 0.152",
        "Dividend 2024 1.20",
        "Dividend 2023 1.05",
    ]


def test_a_section_below_a_row() -> None:
    """A line that begins as names do is the name of a section."""
    assert table_says(
        """
US$ million                       2024      2023
Operating income                 2,200     2,060
Loans
  Corporate                      8,410     8,020
  Retail                         3,929     3,714
""",
        currency="USD",
    ) == [
        "OperatingIncome 2024 2200000000",
        "OperatingIncome 2023 2060000000",
        "Loans+CorporateBorrower 2024-12-31 8410000000",
        "Loans+CorporateBorrower 2023-12-31 8020000000",
        "Loans+RetailBorrower 2024-12-31 3929000000",
        "Loans+RetailBorrower 2023-12-31 3714000000",
    ]


def test_what_opens_a_part_goes_on_with_nothing() -> None:
    """Of which opens parts of the row above it."""
    assert table_says(
        """
US$ million                       2024      2023
Operating expenses                 800       775
  of which:
  Staff costs                      620       600
Net profit                       1,160       975
""",
        currency="USD",
    ) == [
        "OperatingExpenses 2024 800000000",
        "OperatingExpenses 2023 775000000",
        "StaffCosts 2024 620000000",
        "StaffCosts 2023 600000000",
        "NetProfit 2024 1160000000",
        "NetProfit 2023 975000000",
    ]


def test_both_ways_of_a_change_over_two_columns() -> None:
    """Increase / (decrease) is one heading."""
    assert table_says(
        """
Loans by borrower
                  31 December   31 December     Increase / (decrease)
US$ million              2024          2023       Amount            %
Corporate               8,410         8,020          390          4.9
Retail                  3,929         4,114         (185)        (4.5)
Total loans            12,339        12,134          205          1.7
""",
        currency="USD",
    ) == [
        "Loans+CorporateBorrower 2024-12-31 8410000000",
        "Loans+CorporateBorrower 2023-12-31 8020000000",
        "IncreaseDecreaseInLoans+CorporateBorrower 2024 390000000",
        "GrowthRateOfLoans+CorporateBorrower 2024 0.049",
        "Loans+RetailBorrower 2024-12-31 3929000000",
        "Loans+RetailBorrower 2023-12-31 4114000000",
        "IncreaseDecreaseInLoans+RetailBorrower 2024 -185000000",
        "GrowthRateOfLoans+RetailBorrower 2024 -0.045",
        "Loans 2024-12-31 12339000000",
        "Loans 2023-12-31 12134000000",
        "IncreaseDecreaseInLoans 2024 205000000",
        "GrowthRateOfLoans 2024 0.017",
    ]


def test_groups_of_columns_as_wide_as_one_another() -> None:
    """Two headings above four columns stand over two each."""
    assert table_says(
        """
分地区存贷款情况
单位：人民币亿元
          |      贷款总额       |      存款总额
地区      | 2024年末 | 2023年末 | 2024年末 | 2023年末
华北      | 3,120.5 | 2,980.1 | 4,020.3 | 3,880.9
华南      | 2,870.2 | 2,701.6 | 3,910.8 | 3,690.4
境外      | 410.9 | 398.7 | 520.1 | 488.6
"""
    ) == [
        "Loans+North 2024-12-31 312050000000",
        "Loans+North 2023-12-31 298010000000",
        "Deposits+North 2024-12-31 402030000000",
        "Deposits+North 2023-12-31 388090000000",
        "Loans+South 2024-12-31 287020000000",
        "Loans+South 2023-12-31 270160000000",
        "Deposits+South 2024-12-31 391080000000",
        "Deposits+South 2023-12-31 369040000000",
        "Loans+Abroad 2024-12-31 41090000000",
        "Loans+Abroad 2023-12-31 39870000000",
        "Deposits+Abroad 2024-12-31 52010000000",
        "Deposits+Abroad 2023-12-31 48860000000",
    ]


def test_years_beside_the_corner_over_amounts_and_shares() -> None:
    """项目 stands in the line of the years, and a unit alone above it."""
    assert table_says(
        """
贷款五级分类情况
人民币百万元，百分比除外
项目 2024年12月31日 2023年12月31日
金额 占比(%) 金额 占比(%)
正常类 3,920,110 97.15 3,610,220 96.80
关注类 74,210 1.84 78,330 2.10
不良贷款 40,680 1.01 40,910 1.10
次级类 18,320 0.45 19,020 0.51
可疑类 13,110 0.33 12,770 0.34
损失类 9,250 0.23 9,120 0.25
贷款总额 4,035,000 100.00 3,729,460 100.00
""",
        bank=True,
    ) == [
        "LoansAndAdvancesToCustomers+PassLoans 2024-12-31 3920110000000",
        "ShareOfLoansAndAdvancesToCustomers+PassLoans 2024-12-31 0.9715",
        "LoansAndAdvancesToCustomers+PassLoans 2023-12-31 3610220000000",
        "ShareOfLoansAndAdvancesToCustomers+PassLoans 2023-12-31 0.9680",
        "LoansAndAdvancesToCustomers+SpecialMentionLoans 2024-12-31 74210000000",
        "ShareOfLoansAndAdvancesToCustomers+SpecialMentionLoans 2024-12-31 0.0184",
        "LoansAndAdvancesToCustomers+SpecialMentionLoans 2023-12-31 78330000000",
        "ShareOfLoansAndAdvancesToCustomers+SpecialMentionLoans 2023-12-31 0.0210",
        "NonPerformingLoans 2024-12-31 40680000000",
        "NonPerformingLoanRatio 2024-12-31 0.0101",
        "NonPerformingLoans 2023-12-31 40910000000",
        "NonPerformingLoanRatio 2023-12-31 0.0110",
        "LoansAndAdvancesToCustomers+SubstandardLoans 2024-12-31 18320000000",
        "ShareOfLoansAndAdvancesToCustomers+SubstandardLoans 2024-12-31 0.0045",
        "LoansAndAdvancesToCustomers+SubstandardLoans 2023-12-31 19020000000",
        "ShareOfLoansAndAdvancesToCustomers+SubstandardLoans 2023-12-31 0.0051",
        "LoansAndAdvancesToCustomers+DoubtfulLoans 2024-12-31 13110000000",
        "ShareOfLoansAndAdvancesToCustomers+DoubtfulLoans 2024-12-31 0.0033",
        "LoansAndAdvancesToCustomers+DoubtfulLoans 2023-12-31 12770000000",
        "ShareOfLoansAndAdvancesToCustomers+DoubtfulLoans 2023-12-31 0.0034",
        "LoansAndAdvancesToCustomers+LossLoans 2024-12-31 9250000000",
        "ShareOfLoansAndAdvancesToCustomers+LossLoans 2024-12-31 0.0023",
        "LoansAndAdvancesToCustomers+LossLoans 2023-12-31 9120000000",
        "ShareOfLoansAndAdvancesToCustomers+LossLoans 2023-12-31 0.0025",
        "LoansAndAdvancesToCustomers 2024-12-31 4035000000000",
        "?",
        "LoansAndAdvancesToCustomers 2023-12-31 3729460000000",
        "?",
    ]


def test_numbers_of_notes_in_words() -> None:
    """六、5 under 附注 says nothing of the values beside it."""
    assert table_says(
        """
合并资产负债表（节选）
人民币千元
                    附注      2024年12月31日     2023年12月31日
资产总额                         8,812,340,112       8,240,116,090
发放贷款和垫款         六、5     4,035,002,118       3,730,004,205
吸收存款               六、18    5,000,120,332       4,694,001,118
"""
    ) == [
        "TotalAssets 2024-12-31 8812340112000",
        "TotalAssets 2023-12-31 8240116090000",
        "Loans 2024-12-31 4035002118000",
        "Loans 2023-12-31 3730004205000",
        "Deposits 2024-12-31 5000120332000",
        "Deposits 2023-12-31 4694001118000",
    ]


def test_notes_between_single_blanks() -> None:
    """Note heads a column of its own."""
    assert table_says(
        """
US$ million Note 2024 2023
Loans and advances to customers 12 12,339 12,134
Customer deposits 18 14,020 13,660
""",
        currency="USD",
    ) == [
        "Loans 2024-12-31 12339000000",
        "Loans 2023-12-31 12134000000",
        "Deposits 2024-12-31 14020000000",
        "Deposits 2023-12-31 13660000000",
    ]


def test_fields_beside_the_names() -> None:
    """环境 and 社会 say of which field the rows are."""
    assert table_says(
        """
ESG数据表
| 类别 | 指标 | 单位 | 2024年 | 2023年 |
| 环境 | 温室气体排放总量 | 吨二氧化碳当量 | 14,326 | 15,108 |
| | 范围一 | 吨二氧化碳当量 | 1,874 | 2,051 |
| | 范围二 | 吨二氧化碳当量 | 12,452 | 13,057 |
| | 用电量 | 万千瓦时 | 2,318.5 | 2,431.2 |
| 社会 | 员工总数 | 人 | 5,301 | 5,236 |
| | 女员工 | 人 | 2,710 | 2,655 |
"""
    ) == [
        "Emissions 2024 14326",
        "Emissions 2023 15108",
        "Emissions+ScopeOne 2024 1874",
        "Emissions+ScopeOne 2023 2051",
        "Emissions+ScopeTwo 2024 12452",
        "Emissions+ScopeTwo 2023 13057",
        "Electricity 2024 23185000",
        "Electricity 2023 24312000",
        "Employees 2024-12-31 5301",
        "Employees 2023-12-31 5236",
        "Employees+Women 2024-12-31 2710",
        "Employees+Women 2023-12-31 2655",
    ]


def test_whose_they_are_beside_the_names() -> None:
    """What stands there otherwise tells whose the values are."""
    assert table_says(
        """
| 公司 | 指标 | 2024年 | 2023年 |
| 海山基金 | 净利润（亿元） | 3.2 | 2.9 |
| | 员工总数（人） | 310 | 298 |
| 海山租赁 | 净利润（亿元） | 5.1 | 4.8 |
"""
    ) == [
        "?",
        "?",
        "?",
        "?",
        "?",
        "?",
    ]


def test_fields_that_no_word_tells() -> None:
    """盈利能力 stands beside several names, of which no two are alike."""
    assert table_says(
        """
| 类别 | 指标 | 单位 | 2024年 | 2023年 |
| 盈利能力 | 净利润 | 亿元 | 170.2 | 165.9 |
| | 净资产收益率 | % | 11.2 | 11.6 |
| 服务能力 | 员工总数 | 人 | 24,310 | 24,105 |
| | 营业网点 | 家 | 612 | 610 |
"""
    ) == [
        "NetProfit 2024 17020000000",
        "NetProfit 2023 16590000000",
        "ReturnOnEquity 2024 0.112",
        "ReturnOnEquity 2023 0.116",
        "Employees 2024-12-31 24310",
        "Employees 2023-12-31 24105",
        "Branches 2024-12-31 612",
        "Branches 2023-12-31 610",
    ]


def test_a_column_called_value() -> None:
    """数值 says nothing of what the values are."""
    assert table_says(
        """
2024年末主要数据
| 指标 | 数值 |
| 资产总额（亿元） | 88,123.4 |
| 贷款总额（亿元） | 40,350.0 |
| 存款总额（亿元） | 50,001.2 |
| 不良贷款率（%） | 1.02 |
| 员工总数（人） | 24,310 |
| 营业网点（家） | 612 |
"""
    ) == [
        "TotalAssets 2024-12-31 8812340000000",
        "Loans 2024-12-31 4035000000000",
        "Deposits 2024-12-31 5000120000000",
        "NplRatio 2024-12-31 0.0102",
        "Employees 2024-12-31 24310",
        "Branches 2024-12-31 612",
    ]


def test_a_rate_of_change_called_otherwise() -> None:
    """變動比率 heads changes."""
    assert table_says(
        """
單位：新臺幣千元；%
項目	113年度	112年度	變動比率
存款總額	1,182,400,310	1,112,000,220	6.33
貸款總額	731,000,150	695,400,800	5.12
淨利潤	9,120,330	8,240,100	10.68
""",
        currency="TWD",
    ) == [
        "Deposits 2024-12-31 1182400310000",
        "Deposits 2023-12-31 1112000220000",
        "GrowthRateOfDeposits 2024 0.0633",
        "Loans 2024-12-31 731000150000",
        "Loans 2023-12-31 695400800000",
        "GrowthRateOfLoans 2024 0.0512",
        "NetProfit 2024 9120330000",
        "NetProfit 2023 8240100000",
        "GrowthRateOfNetProfit 2024 0.1068",
    ]
