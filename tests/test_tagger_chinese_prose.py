"""Plain prose of mainland reports, written by the dozen and read by eye: parts, measures and names that no term is."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of
from tests.test_tagger_chinese_sweeps import said


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("其中代理保险收入18.5亿元，代销基金收入12.6亿元。", ["?", "?"]),
        ("代理基金手续费9.6亿元，同比下降8%。", ["?", "?"]),
        ("代理信托收益3.2亿元。", ["?"]),
        ("代理貴金屬利潤6億元。", ["?"]),
        ("公司贷款减值准备86亿元。", ["LossAllowanceForLoans CorporateCustomers"]),
        ("表外理财产品净值3,862亿元。", ["?"]),
        (
            "代理保险12.6亿元，代销基金保有量86亿元。",
            ["AgencySalesVolume PersonalInsurance", "AgencyProductsHeld Funds"],
        ),
        ("利息收入86亿元，利息净收入32亿元。", ["InterestIncome", "NetInterestIncome"]),
        ("不良贷款拨备18亿元。", ["LossAllowanceForLoans"]),
    ],
)
def test_the_last_word_says_what_is_measured(text: str, readings: list[str]) -> None:
    """代理保险收入 is not what was sold of insurance, though no term is called so."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "本行机构286家，其中分行12家、支行252家、社区支行22家。",
            ["NumberOfOutlets", "?", "?", "NumberOfOutlets CommunitySubBranches"],
        ),
        ("员工8,620人，其中在岗员工8,112人。", ["NumberOfEmployees", "?"]),
        ("機構共126家，其中分行8家。", ["NumberOfOutlets", "?"]),
        ("资产总额8,620亿元，其中总资产862亿元为关联方。", ["TotalAssets", "?"]),
        ("员工8,620人，其中女性员工4,862人。", ["NumberOfEmployees", "NumberOfEmployees FemaleEmployees"]),
        ("营业收入862亿元，其中第四季度营业收入212亿元。", ["OperatingIncome", "OperatingIncome"]),
    ],
)
def test_another_name_of_the_whole_tells_a_part(text: str, readings: list[str]) -> None:
    """机构286家，其中分行12家: both are outlets, and the second are not all of them."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "公司贷款余额6,000亿元，其中房地产业贷款500亿元，不良率2.3%。",
            ["Loans CorporateCustomers", "Loans RealEstate", "NonPerformingLoanRatio RealEstate"],
        ),
        (
            "個人貸款餘額3,000億元，其中住房貸款1,800億元，不良率0.5%。",
            [
                "Loans PersonalCustomers",
                "Loans ResidentialMortgageLoans",
                "NonPerformingLoanRatio ResidentialMortgageLoans",
            ],
        ),
        (
            "有贷客户6,820户，其中“专精特新”企业1,260户，贷款余额218亿元。",
            [
                "NumberOfBorrowers",
                "NumberOfBorrowers SpecializedAndSophisticatedEnterprises",
                "Loans SpecializedAndSophisticatedEnterprises",
            ],
        ),
        (
            "贷款余额6,000亿元，其中公司贷款4,000亿元、个人贷款2,000亿元，不良率1.2%。",
            ["Loans", "Loans CorporateCustomers", "Loans PersonalCustomers", "NonPerformingLoanRatio"],
        ),
        (
            "贷款余额6,000亿元，其中公司贷款4,000亿元；不良率1.2%。",
            ["Loans", "Loans CorporateCustomers", "NonPerformingLoanRatio"],
        ),
    ],
)
def test_what_goes_on_behind_the_only_part_is_of_the_part(text: str, readings: list[str]) -> None:
    """其中房地产业贷款500亿元，不良率2.3%: of these, where neither another part nor a semicolon stands between."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "普惠小微贷款余额563亿元，户数4.86万户，较上年末分别增长14.2%和9.7%。",
            ["Loans", "NumberOfBorrowers", "G:Loans", "G:NumberOfBorrowers"],
        ),
        (
            "涉农贷款余额428亿元，较年初增长8%，户数12万户，较年初增长6%。",
            ["Loans", "G:Loans", "NumberOfBorrowers", "G:NumberOfBorrowers"],
        ),
        ("綠色貸款餘額428億元，戶數3,862戶。", ["Loans", "NumberOfBorrowers"]),
        ("存款余额428亿元，户数12万户。", ["Deposits", "?"]),
    ],
)
def test_how_many_have_what_is_there(text: str, readings: list[str]) -> None:
    """贷款余额X，户数Y: of borrowers, which their name says with the loans."""
    assert [reading.partition(" ")[0] for reading in said(text)] == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("珠三角及海西地区贷款余额1,280亿元，不良率1.12%。", ["?", "?"]),
        ("制造业和航天贷款余额86亿元。", ["?"]),
        ("金卡及以上客户数48.6万户，较年初增长9.4%。", ["?", "?"]),
        ("钻石级以上客户86万户。", ["?"]),
        ("再贴现余额86亿元，较年初增加18亿元。", ["?", "?"]),
        ("支小再贷款余额86亿元。", ["?"]),
        ("贴现余额86亿元，年内再发放贷款50亿元。", ["DiscountedBillsBalance", "LoansGranted"]),
        (
            "客户数48.6万户，私人银行客户1.2万户。",
            ["NumberOfCustomers", "NumberOfCustomers PrivateBankingCustomers"],
        ),
    ],
)
def test_what_a_name_is_made_of_with_words_that_nothing_explains(text: str, readings: list[str]) -> None:
    """珠三角及海西 is not 珠三角, 金卡及以上 not all customers, 再贴现 no 贴现."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("公司贷款的62%投向制造业。", ["?"]),
        ("本行新增贷款的62%投向了制造业。", ["?"]),
        ("本行存款的58%来自个人客户。", ["ShareOfDeposits PersonalCustomers"]),
        ("净利润的35%用于分红。", ["?"]),
    ],
)
def test_a_whole_whose_share_stands_behind_it(text: str, readings: list[str]) -> None:
    """新增贷款的62% is no rate of them."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "净息差较上年同期的1.69%收窄15个基点，但降幅较上年的22个基点有所收窄。",
            [
                ("0.0169", "2024-01-01/2024-12-31"),
                ("-0.0015", "2025-01-01/2025-12-31"),
                ("-0.0022", "2024-01-01/2024-12-31"),
            ],
        ),
        ("贷款增量较上年的366亿元有所回落。", [("36600000000", "2024-01-01/2024-12-31")]),
        ("对公贷款增长12.3%，增量是上年的1.4倍。", [("0.123", "2025-01-01/2025-12-31")]),
        ("存款同比增速是2020年的3.2倍。", []),
        ("存款较上年增长1.4倍。", [("1.4", "2025-01-01/2025-12-31")]),
    ],
)
def test_what_a_change_was_at_the_time_that_it_is_compared_with(
    text: str, periods: list[tuple[str, str]]
) -> None:
    """降幅较上年的22个基点收窄: those of the year before; 是上年的1.4倍 is no change of it."""
    assert [(row.value, row.period) for row in rows_of(text, "2025") if row.status == "fact"] == periods


@pytest.mark.parametrize(
    "text",
    [
        "总资产站上1.2万亿元新台阶，比年初多了980亿元。",
        "總資產邁上1.2萬億元台階，比年初多了980億元。",
        "总资产突破1.2万亿元整数关口，较年初高了980亿元。",
        "总资产跨越1.2万亿元门槛，较年初净增了980亿元。",
    ],
)
def test_marks_that_were_passed(text: str) -> None:
    """新台阶 adds nothing to what was reached."""
    assert said(text) == ["TotalAssets", "IncreaseDecreaseInTotalAssets"]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("微信银行关注人数286万户，贷款余额86亿元。", ["?", "Loans"]),
        ("远程银行服务客户386万人次，存款余额86亿元。", ["?", "Deposits"]),
        ("淡马银行净利润86亿元，存款余额860亿元。", ["?", "?"]),
    ],
)
def test_what_only_ends_as_organisations_do_is_none(text: str, readings: list[str]) -> None:
    """微信银行 is a channel, 淡马银行 a bank."""
    assert [
        "?" if local_name == "?" else local_name.partition(" ")[0] for local_name in said(text)
    ] == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "其中个人存款占比首次突破五成，达到51.2%。",
            ["ShareOfDeposits PersonalCustomers", "ShareOfDeposits PersonalCustomers"],
        ),
        (
            "个人贷款占比突破40%，达到41.6%，较年初提高2.1个百分点。",
            [
                "ShareOfLoans PersonalCustomers",
                "ShareOfLoans PersonalCustomers",
                "IncreaseDecreaseInShareOfLoans PersonalCustomers",
            ],
        ),
        (
            "企業貸款佔比超過60%，達62.3%。",
            ["ShareOfLoans CorporateCustomers", "ShareOfLoans CorporateCustomers"],
        ),
        (
            "绿色贷款占比11.8%，不良率达到0.6%。",
            ["ShareOfLoans GreenLoans", "NonPerformingLoanRatio GreenLoans"],
        ),
    ],
)
def test_a_share_is_said_once_more_by_what_it_has_reached(text: str, readings: list[str]) -> None:
    """占比突破五成，达到51.2%: the same share, but of what names a rate of its own."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "净利润同比增长7.2%，增速创近五年新高；净利息收益率1.64%。",
            ["G:NetProfit", "NetInterestMargin"],
        ),
        (
            "不良率降至0.94%，为近十年来最好水平，拨备覆盖率436%。",
            ["NonPerformingLoanRatio", "ProvisionCoverageRatio"],
        ),
        ("貸款餘額創近三年新高，達862億元。", ["Loans"]),
        ("存款增量为过去五年最高，年末余额862亿元。", ["Deposits"]),
        ("贷款余额862亿元，近三年增长42%，创历史新高。", ["Loans", "G:Loans SeveralYears"]),
        ("近五年，贷款增长62%。", ["G:Loans SeveralYears"]),
    ],
)
def test_the_years_of_a_record_are_none_of_a_change(text: str, readings: list[str]) -> None:
    """创近五年新高 says nothing of what stands behind it."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "金融租赁子公司租赁资产余额412亿元，全年投放186亿元，不良率0.86%。",
            ["LeasingAssets LeasingSubsidiary", "?", "NonPerformingLoanRatio LeasingSubsidiary"],
        ),
        (
            "公司贷款（不含贴现）余额6,120亿元，不良率1.2%；票据贴现余额486亿元。",
            [
                "Loans CorporateCustomers ExcludingDiscountedBills",
                "NonPerformingLoanRatio CorporateCustomers ExcludingDiscountedBills",
                "DiscountedBillsBalance CorporateCustomers",
            ],
        ),
    ],
)
def test_what_a_sentence_began_with(text: str, readings: list[str]) -> None:
    """A figure not understood takes no subsidiary away; a scope in brackets ends at a semicolon."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("涉农及小微贷款余额86亿元，占比91%。", ["?", "?"]),
        ("绿色和制造业贷款余额86亿元。", ["?"]),
        ("個人客戶和小微企業貸款餘額86億元。", ["?"]),
        ("公司客户绿色贷款余额86亿元。", ["Loans CorporateCustomers GreenLoans"]),
        ("境内制造业贷款余额86亿元。", ["Loans Domestic Manufacturing"]),
    ],
)
def test_two_parts_that_a_word_joins_are_together_none_of_both(text: str, readings: list[str]) -> None:
    """涉农及小微贷款 are those of either, and no loans to small firms for farming."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "公司客户及个人客户存款余额分别为86亿元和62亿元。",
            ["Deposits CorporateCustomers", "Deposits PersonalCustomers"],
        ),
        (
            "對公客戶和零售客戶貸款餘額分別為86億元、62億元。",
            ["Loans CorporateCustomers", "Loans PersonalCustomers"],
        ),
        (
            "全年发行永续债50亿元、二级资本债60亿元。",
            ["BondsIssued PerpetualCapitalBonds", "BondsIssued TierTwoCapitalBonds"],
        ),
        (
            "公司客户及个人客户分别为12万户和862万户。",
            ["NumberOfCustomers CorporateCustomers", "NumberOfCustomers PersonalCustomers"],
        ),
    ],
)
def test_parts_of_a_list_that_say_whose_they_are(text: str, readings: list[str]) -> None:
    """公司客户及个人客户存款: the deposits of both; 二级资本债 are bonds, and no capital."""
    assert said(text) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("零售贷款增量中，按揭贷款占12%，消费贷款占46%。", ["?", "?"]),
        ("两者合计占全部贷款增量的96%。", ["?"]),
        ("存款增量的62%来自县域。", ["?"]),
        ("全部贷款中，按揭贷款占12%。", ["ShareOfLoans ResidentialMortgageLoans"]),
    ],
)
def test_shares_of_an_increase_are_none_of_the_thing(text: str, readings: list[str]) -> None:
    """贷款增量的96% is neither a growth nor a share of the loans."""
    assert said(text) == readings
