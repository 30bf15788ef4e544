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


def test_net_is_another_measure_than_what_it_is_net_of() -> None:
    """淨利息收入 beside 合計 is no 利息收入合計, and 淨 before a name that is none with it leaves it open."""
    text = """\
分部業績
                  零售銀行    企業銀行       合計
                港幣百萬元  港幣百萬元  港幣百萬元
淨利息收入          4,880       5,210     10,090
淨利息支出            210         330        540
"""

    found = told(text)

    assert found["10,090"] == ("NetInterestIncome", "", YEAR)
    assert found["4,880"] == ("NetInterestIncome", "PersonalBankingSegmentMember", YEAR)
    assert isinstance(found["540"], str)


def test_how_long_something_has_to_run_is_no_time() -> None:
    """Within 1 year is no year of the report, and Over 5 years no change; the total is of all."""
    text = """\
Loans by remaining maturity ($ million)
                        Within 1 year   1-5 years   Over 5 years    Total
Corporate loans                 5,120       4,330          2,118   11,568
"""

    found = told(text)

    assert all(isinstance(found[figure], str) for figure in ("5,120", "4,330", "2,118"))
    assert found["11,568"] == ("LoansAndAdvancesToCustomers", "CorporateCustomersMember", DAY)


def test_a_name_of_a_concept_and_its_member_is_both() -> None:
    """Scope 1 emissions are emissions, and of scope 1."""
    text = """\
| Indicator | Unit | 2024 | 2023 |
|---|---|---|---|
| Scope 1 emissions | tCO2e | 12,330 | 13,118 |
| Total emissions | tCO2e | 110,550 | 114,448 |
"""

    assert told(text)["12,330"] == ("GreenhouseGasEmissions", "ScopeOneEmissionsMember", YEAR)


def test_the_whole_beside_what_is_measured_of_its_parts() -> None:
    """貸款總額, below loans by industry, beside 不良貸款: all bad loans, and no loans."""
    text = """\
按行业划分的不良贷款结构
单位：人民币百万元
行业 贷款余额 占比(%) 不良贷款 不良率(%)
制造业 812,345 14.1 12,330 1.52
个人贷款 2,379,564 41.2 26,039 1.09
贷款总额 5,780,009 100.0 71,259 1.23
"""

    found = told(text)

    assert found["5,780,009"] == ("LoansAndAdvancesToCustomers", "", DAY)
    assert found["71,259"] == ("NonPerformingLoans", "", DAY)
    assert found["41.2"] == ("ShareOfLoansAndAdvancesToCustomers", "PersonalCustomersMember", DAY)


def test_shares_are_of_what_the_title_is_of() -> None:
    """46.6 % of the bad loans are substandard: no share of all loans, and all of them no ratio of bad loans."""
    text = """\
Table 5: Non-performing loans (RMB million)
Category        Balance    Share
Substandard      33,210    46.6%
Doubtful         21,844    30.7%
Loss             16,205    22.7%
Total            71,259   100.0%
"""

    found = told(text)

    assert all(isinstance(found[figure], str) for figure in ("46.6%", "30.7%", "22.7%", "100.0%"))
    assert found["71,259"] == ("NonPerformingLoans", "", DAY)


def test_a_share_beside_a_day_of_the_year_over_both() -> None:
    """六月三十日 佔比, below 二零二四年: both are of that day."""
    page = """\
<html><body><h2>貸款組合</h2><table>
<tr><th>港幣百萬元</th><th colspan="2">二零二四年</th><th colspan="2">二零二三年</th></tr>
<tr><th></th><th>六月三十日</th><th>佔比</th><th>十二月三十一日</th><th>佔比</th></tr>
<tr><td>企業貸款</td><td>61,118</td><td>58.7%</td><td>59,905</td><td>59.1%</td></tr>
</table></body></html>
"""

    periods = {row.text: row.period for row in rows_of_page(page) if row.status == "fact"}

    assert (periods["61,118"], periods["58.7%"]) == ("2024-06-30", "2024-06-30")
    assert periods["59.1%"] == BEFORE


CARDS = """\
{title}
(in $ million)
                         31 December 2024   31 December 2023    Growth (%)
Mortgages                        24,106          21,108          14.2
Credit cards                     11,420           8,971          27.3
Total                            52,684          43,217          21.9
"""


def test_what_a_title_calls_an_amount_is_no_number_of_things() -> None:
    """Credit cards, in loans by product in $ million, are no number of cards, and arithmetic does not make them one."""
    found = told(CARDS.format(title="Loans by product"))

    assert found["24,106"] == ("LoansAndAdvancesToCustomers", "ResidentialMortgageLoansMember", DAY)
    assert found["52,684"][0] == "LoansAndAdvancesToCustomers"
    assert {found[figure] for figure in ("11,420", "8,971", "27.3")} <= {"ambiguous", "left_over"}


def test_a_row_that_says_number_is_one_under_any_title() -> None:
    """Counter-example: the row says what it is."""
    text = CARDS.format(title="Loans by product").replace("Credit cards      ", "Number of cards   ")

    assert told(text)["11,420"][0] == "NumberOfBankCardsIssued"


def test_a_title_that_says_by_what_it_is_parted_with_an_ending() -> None:
    """Product-wise loans, sector wise loan book: as loans by product."""
    for title in ("Product-wise loans", "Sector wise loans", "Segment-wise loan portfolio"):
        found = told(CARDS.format(title=title))

        assert found["24,106"] == ("LoansAndAdvancesToCustomers", "ResidentialMortgageLoansMember", DAY)
        assert found["43,217"] == ("LoansAndAdvancesToCustomers", "", BEFORE)
