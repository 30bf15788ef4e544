"""Tables of averages: what a row and its column's heading name together where the row has other names, or is a member."""

from __future__ import annotations

from tests.test_tables_of_banks import told

YEAR, BEFORE = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"


def test_a_row_and_its_column_are_one_name_by_another_name_of_the_row() -> None:
    """發放貸款和墊款 beside 平均餘額 is 貸款平均餘額; a row that is a member takes the concept that may have it."""
    text = """\
生息資產平均餘額及收益率
（單位：人民幣百萬元，百分比除外）

| | 2024年 | | | 2023年 | | |
| 項目 | 平均餘額 | 利息收入 | 平均收益率(%) | 平均餘額 | 利息收入 | 平均收益率(%) |
|---|---|---|---|---|---|---|
| 發放貸款和墊款 | 5,410,330 | 205,118 | 3.79 | 5,020,118 | 203,320 | 4.05 |
| 金融投資 | 1,902,118 | 57,064 | 3.00 | 1,790,330 | 57,291 | 3.20 |
| 存放中央銀行款項 | 402,118 | 6,032 | 1.50 | 399,220 | 5,988 | 1.51 |
| 生息資產總額 | 7,714,566 | 268,214 | 3.48 | 7,209,668 | 266,599 | 3.70 |
"""

    found = told(text)

    assert found["5,410,330"] == ("AverageBalanceOfLoans", "", YEAR)
    assert found["203,320"] == ("InterestIncomeFromLoans", "", BEFORE)
    assert found["1,902,118"] == (
        "AverageBalanceOfInterestEarningAssets",
        "InterestEarningInvestmentsMember",
        YEAR,
    )
    assert found["6,032"] == ("InterestIncome", "InterestEarningCentralBankBalancesMember", YEAR)
    assert found["1.51"] == (
        "AverageYieldOfInterestEarningAssets",
        "InterestEarningCentralBankBalancesMember",
        BEFORE,
    )
    assert found["7,209,668"] == ("AverageBalanceOfInterestEarningAssets", "", BEFORE)
    assert found["268,214"] == ("InterestIncome", "", YEAR)
    assert found["3.48"] == ("AverageYieldOfInterestEarningAssets", "", YEAR)


def test_interest_alone_is_income_of_assets_and_expense_of_liabilities() -> None:
    """A column that says it goes either way is what its row makes of it; the net of both stands for itself."""
    text = """\
Average balances, interest and rates

| RMB million | Average balance | Interest | Average rate (%) |
|---|---|---|---|
| Loans and advances | 5,410,330 | 205,118 | |
| Debt securities | 1,902,118 | 57,064 | |
| Deposits from customers | 5,080,330 | 91,446 | 1.80 |
| Deposits from banks | 805,220 | 18,520 | 2.30 |
| Net interest income | | 152,216 | |
"""

    found = told(text)

    assert found["205,118"] == ("InterestIncomeFromLoans", "", YEAR)
    assert found["57,064"] == ("InterestIncome", "InterestEarningInvestmentsMember", YEAR)
    assert found["91,446"] == ("InterestExpenseOnDeposits", "", YEAR)
    assert found["18,520"] == ("InterestExpense", "InterestBearingInterbankLiabilitiesMember", YEAR)
    assert found["805,220"] == (
        "AverageBalanceOfInterestBearingLiabilities",
        "InterestBearingInterbankLiabilitiesMember",
        YEAR,
    )
    assert found["152,216"] == ("NetInterestIncome", "", YEAR)


def test_both_ways_in_chinese() -> None:
    """利息收支 is income in a row of assets, and expense in one of liabilities and of what these add up to."""
    text = """\
生息资产和付息负债
（人民币百万元）

| 项目 | 平均余额 | 利息收支 |
|---|---|---|
| 贷款及垫款 | 5,410,330 | 205,118 |
| 债券投资 | 1,902,118 | 57,064 |
| 生息资产合计 | 7,312,448 | 262,182 |
| 吸收存款 | 5,080,330 | 91,446 |
| 应付债券 | 620,118 | 17,363 |
| 付息负债合计 | 5,700,448 | 108,809 |
"""

    found = told(text)

    assert found["205,118"] == ("InterestIncomeFromLoans", "", YEAR)
    assert found["262,182"] == ("InterestIncome", "", YEAR)
    assert found["17,363"] == ("InterestExpense", "InterestBearingDebtSecuritiesIssuedMember", YEAR)
    assert found["108,809"] == ("InterestExpense", "", YEAR)


def test_a_balance_is_no_average_and_a_rate_no_amount() -> None:
    """期末餘額 is of a day, whatever the row may be a member of; a rate's column holds no amount of its row."""
    text = """\
存款
人民幣百萬元，%

項目 期末餘額 平均利率
公司存款 3,110,220 1.62
同業存放 805,220 2.10
應付債券 620,118 2.80
"""

    found = told(text)

    assert found["3,110,220"] == ("DepositsFromCustomers", "CorporateCustomersMember", "2024-12-31")
    assert "Average" not in found["805,220"][0]
    assert found["2.80"][0] != "DebtSecuritiesIssued"
