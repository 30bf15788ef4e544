"""Plain sentences of Chinese reports, written by the dozen and read by eye: what was read wrong in them."""

from __future__ import annotations

import pytest

from tests.tagging_example import local, members_of, rows_of

SHORT = (
    ("GrowthRateOf", "G:"),
    ("LoansAndAdvancesToCustomers", "Loans"),
    ("DepositsFromCustomers", "Deposits"),
)


def said(text: str, period: str = "2025") -> list[str]:
    """Return what each quantity says, concept and members: "?" where it is left open."""
    found = []
    for row in rows_of(text, period):
        if row.status == "not_a_fact":
            continue
        concept = local(row.concept)
        for long, written in SHORT:
            concept = concept.replace(long, written)
        found.append(" ".join((concept, *members_of(row).split())) if row.status == "fact" else "?")
    return found


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("按固定匯率計算，客戶存款較去年底增加4.5%。", ["G:Deposits ConstantExchangeRate"]),
        ("撇除匯率因素，本集團客戶貸款較年初上升2.3%。", ["G:Loans ConstantExchangeRate"]),
        ("以不变汇率计，本行境外贷款较上年末增长8%。", ["G:Loans ConstantExchangeRate Overseas"]),
        ("剔除汇率影响，外币存款比年初下降3.6%。", ["G:Deposits ConstantExchangeRate ForeignCurrencies"]),
        ("存款较年初增长5%，按固定汇率计增长6.2%。", ["G:Deposits", "G:Deposits ConstantExchangeRate"]),
        (
            "按固定汇率计，营业收入同比增长6%，存款增长3%。",
            ["G:OperatingIncome ConstantExchangeRate", "G:Deposits ConstantExchangeRate"],
        ),
    ],
)
def test_rates_of_exchange_are_held_against_the_years_end_too(text: str, readings: list[str]) -> None:
    """較年初 only says when, and what is at constant rates is so whatever it is compared with."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("“专精特新”企业贷款余额862亿元。", ["Loans SpecializedAndSophisticatedEnterprises"]),
        ("「大型」企業貸款餘額1,862億元。", ["Loans LargeEnterprises"]),
        ("『民營』企業貸款餘額2,962億元。", ["Loans PrivateEnterprises"]),
        ("'小微'企业贷款余额962亿元。", ["Loans SmallAndMicroEnterprises"]),
        ('"科技型"企业贷款余额862亿元。', ["Loans TechnologyEnterprises"]),
        ("企业贷款余额“稳中有升”，达862亿元。", ["Loans CorporateCustomers"]),
        ("「快捷支付」交易金額862億元。", ["PaymentVolume QuickPaymentServices"]),
    ],
)
def test_a_name_of_which_a_part_stands_in_quotation_marks(text: str, readings: list[str]) -> None:
    """“专精特新”企业 are no enterprises of any kind."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "附属消费金融公司1家，资产总额362亿元，负债总额318亿元。",
            ["?", "TotalAssets ConsumerFinanceSubsidiary", "TotalLiabilities ConsumerFinanceSubsidiary"],
        ),
        ("旗下设有理财子公司1家，资产总额118亿元。", ["?", "TotalAssets WealthManagementSubsidiary"]),
        (
            "村镇银行共6家，存款总额162亿元，贷款余额118亿元。",
            ["?", "Deposits VillageBanks", "Loans VillageBanks"],
        ),
        ("全行员工12,000人，资产总额3,862亿元。", ["NumberOfEmployees", "TotalAssets"]),
        ("村镇银行贷款余额118亿元，全行贷款总额8,862亿元。", ["Loans VillageBanks", "Loans"]),
    ],
)
def test_all_of_a_part_is_no_more_than_the_part(text: str, readings: list[str]) -> None:
    """The sentence is about the subsidiaries, whose number has no concept."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "公司贷款962亿元，个人贷款462亿元，票据贴现126亿元。",
            ["Loans CorporateCustomers", "Loans PersonalCustomers", "DiscountedBillsBalance"],
        ),
        (
            "住房按揭贷款1,862亿元，信用卡透支462亿元，票据贴现126亿元。",
            ["Loans ResidentialMortgageLoans", "CreditCardOverdraftBalance", "DiscountedBillsBalance"],
        ),
        ("全年票据贴现126亿元。", ["BillDiscountingVolume"]),
        ("净利润86亿元，票据贴现126亿元。", ["NetProfit", "BillDiscountingVolume"]),
        ("代销基金余额862亿元。", ["?"]),
        ("主承销债券余额862亿元。", ["?"]),
        ("发行的绿色金融债券余额为150亿元。", ["?"]),
        ("托管规模余额862亿元。", ["AssetsUnderCustody"]),
        (
            "公司存款862亿元，个人存款962亿元，不良贷款12亿元。",
            ["Deposits CorporateCustomers", "Deposits PersonalCustomers", "NonPerformingLoans"],
        ),
    ],
)
def test_a_balance_is_none_of_what_was_done_in_the_year(text: str, readings: list[str]) -> None:
    """余额 says what is there at a day; so does a name beside balances that is one itself with 余额 behind it."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("逾期90天以上贷款86亿元，占不良贷款余额的62%。", ["OverdueLoans OverdueMoreThanNinetyDays", "?"]),
        ("逾期贷款86亿元，占贷款总额的1.2%。", ["OverdueLoans", "OverdueLoanRatio"]),
        ("逾期贷款占比1.2%。", ["OverdueLoanRatio"]),
    ],
)
def test_a_rate_of_a_whole_that_is_named_is_of_that_whole(text: str, readings: list[str]) -> None:
    """贷款 within 不良贷款 is no whole."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("本行拟每股派发现金红利0.32元。", ["DividendsPerShare"]),
        ("本公司擬每股配發現金股利1.2元。", ["DividendsPerShare"]),
        ("2026年目标每股股息0.35元。", ["DividendsPerShare Target"]),
        ("计划每10股派息3.2元。", ["?"]),
        ("2026年拟新增贷款不低于200亿元。", ["IncreaseDecreaseInLoans Target"]),
    ],
)
def test_a_dividend_that_is_proposed_is_no_target(text: str, readings: list[str]) -> None:
    """擬每股配發: the shareholders have yet to say so."""
    assert said(text) == readings


@pytest.mark.parametrize(
    "text",
    [
        "第一大客户贷款余额86亿元。",
        "单一最大客户贷款余额86亿元。",
        "最大十戶借款人貸款餘額862億元。",
        "保护客户2.3万人。",
        "全年走訪客戶3.6萬戶。",
    ],
)
def test_some_of_the_things_are_not_all_of_them(text: str) -> None:
    """The largest customer, or those whom one has visited."""
    assert said(text) == ["?"]
