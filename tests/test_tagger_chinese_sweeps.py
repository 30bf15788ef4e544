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


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "个人按揭贷款投放862亿元，余额6,215亿元。",
            ["LoansGranted ResidentialMortgageLoans", "Loans ResidentialMortgageLoans"],
        ),
        ("全年發放綠色貸款862億元，餘額達6,215億元。", ["LoansGranted GreenLoans", "Loans GreenLoans"]),
        ("房贷余额8,620亿元。", ["Loans ResidentialMortgageLoans"]),
        ("机构客户存款余额862亿元。", ["Deposits InstitutionalCustomers"]),
        ("国际结算量86亿美元，余额12亿美元。", ["InternationalSettlementVolume", "?"]),
    ],
)
def test_the_balance_of_what_was_done_in_the_year(text: str, readings: list[str]) -> None:
    """余额 behind what was lent are the loans, and behind a part's name what that name ends in."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("信用卡业务收入186亿元；其中利息收入112亿元，非利息收入74亿元。", ["?", "?", "?"]),
        (
            "消费金融子公司贷款余额862亿元，累计服务客户3,620万户，不良率1.2%。",
            ["Loans ConsumerFinanceSubsidiary", "?", "NonPerformingLoanRatio ConsumerFinanceSubsidiary"],
        ),
        (
            "营业收入186亿元；其中利息净收入112亿元，非利息收入74亿元。",
            ["OperatingIncome", "NetInterestIncome", "NonInterestIncome"],
        ),
        (
            "手机银行月活客户862万户，不良贷款率1.2%。",
            ["NumberOfMonthlyActiveCustomers MobileBankingServices", "NonPerformingLoanRatio"],
        ),
    ],
)
def test_parts_of_what_was_not_understood(text: str, readings: list[str]) -> None:
    """The interest is that of the cards, and the customers are the subsidiary's: no member says so."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "普惠小微贷款全年新增862亿元，完成下达计划的126%，不良率0.92%。",
            [
                "IncreaseDecreaseInLoans InclusiveSmallAndMicroEnterprises",
                "?",
                "NonPerformingLoanRatio InclusiveSmallAndMicroEnterprises",
            ],
        ),
        ("贷款余额862亿元，完成全年目标的98%，不良率1.2%。", ["Loans", "?", "NonPerformingLoanRatio"]),
        ("2026年力争不良率不高于1.2%。", ["NonPerformingLoanRatio Target"]),
    ],
)
def test_how_much_of_a_plan_was_reached_is_no_plan(text: str, readings: list[str]) -> None:
    """计划的126%: what follows has come about."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "中小企業放款餘額862億元，占企業放款比重62%，較上年底增加41億元。",
            ["Loans SmallAndMicroEnterprises", "?", "IncreaseDecreaseInLoans SmallAndMicroEnterprises"],
        ),
        (
            "利息净收入862亿元，占营业收入的67%，同比增长3%。",
            ["NetInterestIncome", "?", "G:NetInterestIncome"],
        ),
        ("利息净收入862亿元，占营业收入的67%，同比提高1.2个百分点。", ["NetInterestIncome", "?", "?"]),
        (
            "资本充足率14.2%，贷款862亿元，占总资产的57%，提高1.2个百分点。",
            ["CapitalAdequacyRatio", "Loans", "?", "?"],
        ),
    ],
)
def test_a_share_without_a_concept_leaves_the_part_as_it_was(text: str, readings: list[str]) -> None:
    """What grew is what the share is one of; points are of the share."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("表外理财规模862亿元。", ["?"]),
        ("每百元营业收入耗电量下降6%。", ["?"]),
        ("每亿元营业收入温室气体排放12吨二氧化碳当量。", ["?"]),
        ("贷款减值提拨58亿元。", ["ImpairmentLossesOnLoans"]),
    ],
)
def test_another_thing_than_its_name_alone(text: str, readings: list[str]) -> None:
    """What is off the balance sheet is not all, and what 100 yuan of income take is no total."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "手续费收入86亿元，其中托管、投行、结算分别占12%、18%和20%。",
            [
                "ShareOfFeeAndCommissionIncome CustodyFees",
                "ShareOfFeeAndCommissionIncome InvestmentBankingFees",
                "ShareOfFeeAndCommissionIncome SettlementAndClearingFees",
            ],
        ),
        (
            "手續費收入86億元，其中託管、投行及結算分別為12億元、18億元和20億元。",
            [
                "FeeAndCommissionIncome CustodyFees",
                "FeeAndCommissionIncome InvestmentBankingFees",
                "FeeAndCommissionIncome SettlementAndClearingFees",
            ],
        ),
        (
            "手续费收入86亿元，其中甲乙、投行、结算分别为12亿元、18亿元和20亿元。",
            ["?", "?", "?"],
        ),
        ("托管规模862亿元，其中甲乙、丙丁分别为412亿元和350亿元。", ["?", "?"]),
    ],
)
def test_a_list_of_names_that_no_term_is_whole_is_dealt_out(text: str, readings: list[str]) -> None:
    """托管 is half the name of a fee; the last name of a list is not that of its first figure."""
    assert said(text)[1:] == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "新增財富管理客戶8.6萬名，按年增長24%。",
            ["IncreaseDecreaseInNumberOfCustomers WealthManagementCustomers", "?"],
        ),
        ("年内新增存款862亿元，同比增长8%。", ["IncreaseDecreaseInDeposits", "?"]),
        ("年内新增存款862亿元，较年初增长8%。", ["IncreaseDecreaseInDeposits", "G:Deposits"]),
        ("存款新增862亿元，同比增长8%。", ["IncreaseDecreaseInDeposits", "G:Deposits"]),
    ],
)
def test_more_new_ones_than_a_year_before_is_no_growth_of_them_all(text: str, readings: list[str]) -> None:
    """新增…，按年增長 is of the new customers."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("可持續貸款餘額港幣862億元。", ["?"]),
        ("转型贷款余额862亿元。", ["?"]),
        ("可持续发展挂钩贷款余额862亿元。", ["Loans SustainabilityLinkedLoans"]),
        ("永續連結放款餘額862億元。", ["Loans SustainabilityLinkedLoans"]),
    ],
)
def test_a_kind_of_loans_that_no_term_names_is_not_all_loans(text: str, readings: list[str]) -> None:
    """可 and 持續 mean little apart, and together they tell some loans apart."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("零售AUM达3.86万亿元，其中理财1.12万亿元、基金2,862亿元。", ["?", "?"]),
        ("一级分行38家、二级分行126家、支行986家。", ["NumberOfOutlets TierTwoBranches", "NumberOfOutlets"]),
        ("境内网点862家，网点数较年初减少12家。", ["IncreaseDecreaseInNumberOfOutlets DomesticOutlets"]),
    ],
)
def test_a_name_is_no_company_and_no_part_once_more(text: str, readings: list[str]) -> None:
    """理财 is a product where no company is spoken of; 支行 beside 二级分行 are none of those."""
    assert said(text)[1:] == readings


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("住房贷款、消费贷款、经营贷款较上年末分别变动-2.1%、12.6%、8.4%。", ["-0.021", "0.126", "0.084"]),
        ("代理基金、代理保险同比变动分别为-22.4%、6.8%。", ["-0.224", "0.068"]),
        ("公司贷款和个人贷款同比分别变动12.6%和-8.4%。", ["0.126", "-0.084"]),
        ("公司存款和个人存款较年初分别增减-12亿元和46亿元。", ["-1200000000", "4600000000"]),
        ("存款较年初变动-12亿元，贷款较年初变动+46亿元。", ["-1200000000", "4600000000"]),
        ("公司存款和个人存款分别下降12.6%和8.4%。", ["-0.126", "-0.084"]),
        ("净利润增长-3.2%。", ["-0.032"]),
    ],
)
def test_signs_that_are_printed_are_each_figures_own(text: str, values: list[str]) -> None:
    """变动-2.1%、12.6%: the first has fallen and the second has not; all are changes."""
    rows = [row for row in rows_of(text, "2025") if row.status == "fact"]
    assert [row.value for row in rows] == values
    assert all(local(row.concept).startswith(("GrowthRateOf", "IncreaseDecreaseIn")) for row in rows)
