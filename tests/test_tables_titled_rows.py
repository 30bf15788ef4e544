"""Rows that are called by their title, their section or their column together: fees by business, ratios under one head."""

from __future__ import annotations

from tests.test_tables_of_banks import told
from tests.test_tables_signs import rows_of_page, values

DAY, BEFORE, YEAR = "2024-12-31", "2023-12-31", "2024-01-01/2024-12-31"


def test_a_business_over_which_the_title_speaks_of_fees() -> None:
    """銀行卡業務, of 手續費及佣金收入, are its 銀行卡業務手續費, and no number of cards."""
    text = """\
手續費及佣金收入構成
（人民幣百萬元）
項目 金額 佔比(%) 較上年增減(%)
銀行卡業務 12,330 37.6 (4.5)
代理業務 8,220 25.1 8.1
結算與清算業務 6,118 18.7 4.0
託管及其他受託業務 4,905 15.0 4.1
合計 32,793 100.0 1.6
"""

    found = told(text)

    assert found["12,330"] == ("FeeAndCommissionIncome", "BankCardFeesMember", YEAR)
    assert found["37.6"] == ("ShareOfFeeAndCommissionIncome", "BankCardFeesMember", YEAR)
    assert found["8.1"] == ("GrowthRateOfFeeAndCommissionIncome", "AgencyFeesMember", YEAR)
    assert found["6,118"] == ("FeeAndCommissionIncome", "SettlementAndClearingFeesMember", YEAR)
    assert found["4,905"] == ("FeeAndCommissionIncome", "CustodyFeesMember", YEAR)
    assert found["32,793"] == ("FeeAndCommissionIncome", "", YEAR)


def test_a_business_in_english() -> None:
    """Bank card, of fee and commission income, are the bank card fees; what no member is called so stays open."""
    text = """\
Fee and commission income (RMB million)

| | 2024 | 2023 |
|---|---|---|
| Bank card | 12,330 | 12,910 |
| Agency | 8,220 | 7,605 |
| Branch rental | 118 | 110 |
"""

    found = told(text)

    assert found["12,330"] == ("FeeAndCommissionIncome", "BankCardFeesMember", YEAR)
    assert found["8,220"] == ("FeeAndCommissionIncome", "AgencyFeesMember", YEAR)
    assert isinstance(found["118"], str)


def test_ratios_under_one_head_have_its_name_behind_theirs() -> None:
    """Tier 1, below Capital ratios, is the Tier 1 capital ratio; above it, it is the capital."""
    text = """\
Capital adequacy
HK$ million                                              2024         2023
Tier 1 capital                                         17,618       16,505
Total capital                                          19,728       18,510
Capital ratios
  Common Equity Tier 1                                  14.9%        14.5%
  Tier 1                                                16.3%        16.0%
"""

    found = told(text)

    assert found["17,618"] == ("Tier1Capital", "", DAY)
    assert found["14.9%"] == ("CommonEquityTier1Ratio", "", DAY)
    assert found["16.0%"] == ("Tier1CapitalRatio", "", BEFORE)


def test_what_a_column_measures_of_a_sections_concept() -> None:
    """活期, below 公司客户存款, beside 利息支出: the interest on these deposits, and not interest of all kinds."""
    text = """\
存款平均成本
人民币百万元，百分比除外

| 项目 | 平均余额 | 利息支出 | 平均成本率(%) |
|---|---|---|---|
| 公司客户存款 |
| 活期 | 1,201,220 | 9,610 | 0.80 |
| 定期 | 1,610,118 | 37,033 | 2.30 |
| 小计 | 2,811,338 | 46,643 | 1.66 |
| 个人客户存款 |
| 活期 | 722,118 | 1,083 | 0.15 |
| 定期 | 1,546,874 | 43,720 | 2.83 |
| 小计 | 2,268,992 | 44,803 | 1.97 |
| 合计 | 5,080,330 | 91,446 | 1.80 |
"""

    found = told(text)

    corporate = "CorporateCustomersMember DemandDepositsMember"
    assert found["9,610"] == ("InterestExpenseOnDeposits", corporate, YEAR)
    assert found["0.80"] == ("AverageInterestRateOfDeposits", corporate, YEAR)
    assert found["46,643"] == ("InterestExpenseOnDeposits", "CorporateCustomersMember", YEAR)
    assert found["2.83"] == (
        "AverageInterestRateOfDeposits",
        "PersonalCustomersMember TimeDepositsMember",
        YEAR,
    )
    assert found["91,446"] == ("InterestExpenseOnDeposits", "", YEAR)


def test_a_day_over_a_column_makes_levels_of_what_a_title_calls_a_flow() -> None:
    """貸款投放 as a title, over 2024年末: loans that are there, and by how much they grew since."""
    text = (
        "贷款投放（人民币亿元）\n项目\t2024年末\t比年初增加\t增速\n"
        "绿色贷款\t4,120\t620\t17.7%\n普惠型小微企业贷款\t3,330\t480\t16.8%\n"
    )

    found = told(text)

    assert found["4,120"] == ("LoansAndAdvancesToCustomers", "GreenLoansMember", DAY)
    assert found["620"] == ("IncreaseDecreaseInLoansAndAdvancesToCustomers", "GreenLoansMember", YEAR)
    assert found["17.7%"] == ("GrowthRateOfLoansAndAdvancesToCustomers", "GreenLoansMember", YEAR)


def test_the_part_that_is_called_like_its_whole_too() -> None:
    """儲蓄存款 below 客戶存款 is a part of these, and the sum without a name is of all."""
    text = """\
客戶存款
                                2024年        2023年
                            港幣百萬元    港幣百萬元
活期及往來存款                 18,220        17,330
儲蓄存款                       42,118        39,905
定期存款                       69,780        64,770
                              130,118       122,005
"""

    found = told(text)

    assert found["42,118"] == ("DepositsFromCustomers", "SavingsDepositsMember", DAY)
    assert found["130,118"] == ("DepositsFromCustomers", "", DAY)


def test_a_head_of_the_time_or_its_end_is_no_time() -> None:
    """報告期末或報告期, over years and over the change between them."""
    page = """\
<html><body><table>
<tr><th rowspan="2">项目</th><th colspan="3">报告期末或报告期</th></tr>
<tr><th>2024年</th><th>2023年</th><th>本年比上年增减</th></tr>
<tr><td>成本收入比(%)</td><td>28.10</td><td>28.66</td><td>下降0.56个百分点</td></tr>
<tr><td>资产总额（亿元）</td><td>98,203</td><td>92,051</td><td>6.68%</td></tr>
</table></body></html>
"""

    found = {
        row.text: (row.concept or "", row.period, row.value)
        for row in rows_of_page(page)
        if row.status == "fact"
    }

    assert found["0.56个百分点"] == ("bank:IncreaseDecreaseInCostToIncomeRatio", YEAR, "-0.0056")
    assert found["6.68%"] == ("bank:GrowthRateOfTotalAssets", YEAR, "0.0668")


def test_names_of_counts_in_a_table_of_income_count_nothing() -> None:
    """Where the amounts of a title that is of a flow have no time, they are none of what is there at a day."""
    found = values(
        "手續費及佣金收入構成（人民幣百萬元）\n項目 金額 佔比(%)\n銀行卡 12,330 60.0\n合計 20,550 100.0\n"
    )

    assert found["12,330"] != ("NumberOfBankCardsIssued", "12330")
