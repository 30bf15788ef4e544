"""Signs, currencies and kinds of amounts in tables, which their brackets, columns and titles say only together."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tests.tagging_example import bank_taxonomy, local, profile_of, rows_of
from tests.test_tables_of_banks import told

DAY, BEFORE, YEAR = "2024-12-31", "2023-12-31", "2024-01-01/2024-12-31"


def values(text: str) -> dict[str, tuple[str, str | None] | str]:
    """Return concept and value of each figure of a text, or the code of why it is none."""
    return {
        row.text: (local(row.concept), row.value)
        if row.status == "fact"
        else str(row.reason and row.reason.code)
        for row in rows_of(text)
        if row.status != "not_a_fact"
    }


def test_changes_of_expenses_in_brackets_go_where_the_levels_go() -> None:
    """(2,104) after (2,011) has risen by 93 and by 4.6 %, whatever brackets say; income keeps what is printed."""
    text = """\
Summary income statement
                                    2024      2023    Change    Change
                                    US$m      US$m      US$m         %
Net interest income                3,412     3,198       214       6.7
Other operating income               388       412       (24)     (5.8)
Operating expenses                (2,104)   (2,011)      (93)     (4.6)
Impairment losses                   (412)     (455)       43       9.5
Profit before tax                  1,284     1,144       140      12.2
"""

    found = values(text)

    assert found["214"] == ("IncreaseDecreaseInNetInterestIncome", "214000000")
    assert found["5.8"] == ("GrowthRateOfOtherOperatingIncome", "-0.058")
    assert found["93"] == ("IncreaseDecreaseInOperatingExpenses", "93000000")
    assert found["4.6"] == ("GrowthRateOfOperatingExpenses", "0.046")
    assert found["43"] == ("IncreaseDecreaseInImpairmentLosses", "-43000000")
    assert found["9.5"] == ("GrowthRateOfImpairmentLosses", "-0.095")


def test_brackets_about_a_change_alone_in_chinese() -> None:
    """增減額 in brackets beside a growth that stands bare: both are of expenses that grew."""
    text = """\
合併利潤表摘要
單位：人民幣百萬元，百分比除外

項目                         2024年      2023年      增減額    增減(%)
營業收入                    175,664     167,928       7,736      4.61
業務及管理費                (48,210)    (46,905)     (1,305)     2.78
信用減值損失                (39,120)    (41,002)      1,882     (4.59)
"""

    found = values(text)

    assert found["1,305"] == ("IncreaseDecreaseInOperatingExpenses", "1305000000")
    assert found["2.78"] == ("GrowthRateOfOperatingExpenses", "0.0278")
    assert found["1,882"] == ("IncreaseDecreaseInImpairmentLosses", "-1882000000")
    assert found["4.59"] == ("GrowthRateOfImpairmentLosses", "-0.0459")


@pytest.mark.parametrize("heading", ["Better/(worse) %", "Favourable/(unfavourable) %", "B/(W) %"])
def test_a_column_that_judges_says_that_expenses_fell_where_they_are_better(heading: str) -> None:
    """A bare growth is for the better: more income, and less of expenses; no level stands beside to tell it."""
    text = f"""\
| US$m | 2024 | {heading} |
|---|---|---|
| Operating income | 4,920 | 5.7 |
| Operating expenses | 2,104 | (4.6) |
| Staff costs | 1,020 | 3.3 |
"""

    found = values(text)

    assert found["5.7"] == ("GrowthRateOfOperatingIncome", "0.057")
    assert found["4.6"] == ("GrowthRateOfOperatingExpenses", "0.046")
    assert found["3.3"] == ("GrowthRateOfStaffCosts", "-0.033")


def test_currencies_that_are_members_are_no_units() -> None:
    """Rows or columns of deposits by currency are in the table's own unit; shares below a bare per cent are told by the total."""
    text = """\
Deposits by currency
                            31 December 2024          31 December 2023
                          HK$ million       %       HK$ million       %
Hong Kong dollars            62,330      50.8          60,118      52.5
US dollars                   38,220      31.2          34,005      29.7
Renminbi                     22,118      18.0          20,330      17.8
Total                       122,668     100.0         114,453     100.0
"""

    rows = {row.text: row for row in rows_of(text) if row.status == "fact"}
    found = told(text)

    assert found["62,330"] == ("DepositsFromCustomers", "HongKongDollarMember", DAY)
    assert found["34,005"] == ("DepositsFromCustomers", "USDollarMember", BEFORE)
    assert found["18.0"] == ("ShareOfDepositsFromCustomers", "RenminbiMember", DAY)
    assert (rows["22,118"].unit, rows["22,118"].value) == ("HKD", "22118000000")


def test_currencies_over_columns() -> None:
    """Codes over columns part what the rows are of; of what no currency parts they are units, in the table's scale."""
    parted = """\
Deposits by currency at 31 December 2024 (HK$ million)

| | HKD | USD | RMB | Total |
|---|---|---|---|---|
| Deposits from customers | 62,330 | 38,220 | 22,118 | 122,668 |
"""
    translated = """\
Key figures for 2024 (in millions)

| | RMB | US$ |
|---|---|---|
| Operating income | 175,664 | 24,390 |
"""

    rows = {row.text: row for row in (*rows_of(parted), *rows_of(translated)) if row.status == "fact"}

    assert told(parted)["38,220"] == ("DepositsFromCustomers", "USDollarMember", DAY)
    assert (rows["38,220"].unit, rows["38,220"].value) == ("HKD", "38220000000")
    assert (rows["24,390"].unit, rows["24,390"].value) == ("USD", "24390000000")
    assert (rows["175,664"].unit, rows["175,664"].value) == ("CNY", "175664000000")


def test_a_column_of_currencies_by_their_names_holds_names() -> None:
    """幣種 over the first column says what its rows are, and not that they are units."""
    text = """\
客户存款按币种划分
（人民币百万元）

| 币种 | 2024年末余额 | 占比(%) |
|---|---|---|
| 人民币 | 5,120,330 | 96.6 |
| 外币 | 180,220 | 3.4 |
| 合计 | 5,300,550 | 100.0 |
"""

    found = told(text)

    assert found["5,120,330"] == ("DepositsFromCustomers", "RenminbiMember", DAY)
    assert found["3.4"] == ("ShareOfDepositsFromCustomers", "ForeignCurrenciesMember", DAY)
    assert found["5,300,550"] == ("DepositsFromCustomers", "", DAY)


def test_what_is_called_like_a_flow_is_a_balance_among_balances() -> None:
    """票據貼現 among loans at a day is its balance; where the table is of flows it stays what is done."""
    balances = """\
按產品劃分的客戶貸款
人民幣百萬元

項目 2024年12月31日 2023年12月31日
公司貸款 3,120,330 2,905,118
個人貸款 2,379,564 2,116,036
票據貼現 280,115 260,330
"""
    flows = """\
業務量
人民幣百萬元

項目 2024年 2023年
票據貼現 1,280,115 1,260,330
票據承兌 980,220 940,118
"""

    assert told(balances)["280,115"] == ("DiscountedBillsBalance", "", DAY)
    assert told(balances)["260,330"] == ("DiscountedBillsBalance", "", BEFORE)
    assert told(flows)["1,280,115"] == ("BillDiscountingVolume", "", YEAR)


def test_by_what_loans_are_parted_is_said_before_them() -> None:
    """按擔保方式劃分的貸款: of what kind the pledge is the rows say, and the total is of all."""
    text = """\
按担保方式划分的贷款
单位:百万元 币种:人民币
项目 2024年12月31日 2023年12月31日
信用贷款 1,820,330 1,602,118
保证贷款 905,220 880,445
合计 2,725,550 2,482,563
"""

    found = told(text)

    assert found["905,220"] == ("LoansAndAdvancesToCustomers", "GuaranteedLoansMember", DAY)
    assert found["2,725,550"] == ("LoansAndAdvancesToCustomers", "", DAY)


def test_another_concept_in_a_row_is_not_passed_over_for_a_rate() -> None:
    """Card debts among loans have a ratio of bad ones of their own, and not that of the personal loans above them."""
    text = """\
貸款及不良貸款按產品類型劃分
（人民幣百萬元，百分比除外）
                  貸款餘額   不良貸款   不良貸款率%
公司貸款         3,120,330    45,220      1.45
個人貸款         2,379,564    26,039      1.09
 個人住房貸款    1,205,330     9,040      0.75
 信用卡透支        310,225     6,515      2.10
"""

    found = told(text)

    assert found["1.09"] == ("NonPerformingLoanRatio", "PersonalCustomersMember", DAY)
    assert found["2.10"][0] == "NonPerformingRatioOfCreditCardLoans"
    assert found["6,515"][0] == "NonPerformingCreditCardLoans"


def test_per_share_over_a_column_is_no_share() -> None:
    """HK$ per share is the unit of what is paid on one, and no part of a whole."""
    text = """\
Dividends
                                    2024            2023
                               HK$ per share   HK$ per share
Dividend                            1.62            1.50
Dividend payout ratio              45.0%           44.2%
"""

    found = values(text)

    assert found["1.62"] == ("DividendsPerShare", "1.62")
    assert found["44.2%"] == ("DividendPayoutRatio", "0.442")


def test_a_number_of_thousands_at_the_end_of_a_line_is_no_name() -> None:
    """What begins the next line is no word that the number before is glued to."""
    text = "员工情况\n报告期末在职员工数量 32,118\n科技人员 3,005\n"

    found = told(text)

    assert found["32,118"] == ("NumberOfEmployees", "", DAY)
    assert found["3,005"] == ("NumberOfEmployees", "TechnologyStaffMember", DAY)


_PIPED = """\
| 项目 | 2024年 | 2023年 | 同比变动 |
|---|---|---|---|
| 不良贷款率 | 1.23% | 1.34% | 下降0.11个百分点 |
| 拨备覆盖率 | 245.10% | 238.22% | 上升6.88个百分点 |
"""
_SPACED = """\
主要指标
项目 2024年 2023年 同比变动
不良贷款率 1.23% 1.34% 下降0.11个百分点
拨备覆盖率 245.10% 238.22% 提高6.88个百分点
"""
_ALIGNED = """\
主要指标
项目          2024年      2023年      同比变动
不良贷款率    1.23%      1.34%      减少0.11个百分点
拨备覆盖率   245.10%    238.22%     增加6.88个百分点
"""
_PAGE = """\
<html><body><table><tr><th></th><th>2024</th><th>2023</th><th>Change</th></tr>
<tr><td>NPL ratio</td><td>1.23%</td><td>1.34%</td><td>Down 0.11 percentage points</td></tr>
<tr><td>Provision coverage ratio</td><td>245.10%</td><td>238.22%</td><td>up by 6.88 percentage points</td></tr>
</table></body></html>
"""


@pytest.mark.parametrize("text", [_PIPED, _SPACED, _ALIGNED, _PAGE])
def test_a_change_told_in_words_is_a_value_of_its_column(text: str) -> None:
    """下降0.11個百分點, Down 0.11 percentage points: the cell says which way it went, and its row of what."""
    rows = rows_of_page(text) if text.startswith("<") else rows_of(text)
    found = {row.text: (local(row.concept), row.value) for row in rows if row.status == "fact"}

    assert found["1.34%"] == ("NonPerformingLoanRatio", "0.0134")
    assert ("IncreaseDecreaseInNonPerformingLoanRatio", "-0.0011") in found.values()
    assert ("IncreaseDecreaseInProvisionCoverageRatio", "0.0688") in found.values()


def rows_of_page(page: str) -> tuple[Row, ...]:
    """Return the rows of a page."""
    entity = profile_of()
    period = parse_reporting_period("2024", entity.fiscal_year_end)
    return tag_document(
        parse_document(page.encode(), "page", ending=".html"), bank_taxonomy(), entity, period
    ).rows
