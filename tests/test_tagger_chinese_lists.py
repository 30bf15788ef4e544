"""Lists of Chinese reports: where a member ends, more of what was done, plans that go on; how an average is made."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

YEAR, END, BEFORE = "2025-01-01/2025-12-31", "2025-12-31", "2024-12-31"
STAFF, NPL, LOANS = "NumberOfEmployees", "NonPerformingLoanRatio", "LoansAndAdvancesToCustomers"
COVERAGE, MACHINES = "ProvisionCoverageRatio", "NumberOfAutomatedTellerMachines"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("境内分行312家，境外分行8家，员工12,310人。", (STAFF, "", END, "12310")),
        ("國內據點182處、海外據點32處，僱員9,812人。", (STAFF, "", END, "9812")),
        ("县域网点120家，城区网点240家；自动柜员机812台。", (MACHINES, "", END, "812")),
        ("境內分行98家，境外分行6家，手機銀行客戶210萬戶，員工3,120人。", (STAFF, "", END, "3120")),
        ("不良贷款率1.31%，公司贷款不良率1.76%；拨备覆盖率182%。", (COVERAGE, "", END, "1.82")),
        ("不良貸款率1.1%，其後公司貸款不良率1.4%，個人貸款不良率0.9%，撥備覆蓋率201%。", (COVERAGE, "", END, "2.01")),
        # what goes on with the part, and two things of two parts in turn
        ("綠色貸款餘額612億元，不良貸款率0.4%。", (NPL, "GreenLoans", END, "0.004")),
        ("公司贷款余额412亿元，不良率0.9%，个人贷款余额302亿元，不良率1.4%。", (NPL, "PersonalCustomers", END, "0.014")),
    ],
)  # fmt: skip
def test_a_list_of_parts_says_nothing_of_another_thing(text: str, last: Reading) -> None:
    """境內分行X，境外分行Y，員工Z: the employees are of neither."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("全年客户存款加权平均付息率1.76%。", ("AverageInterestRateOfDeposits", "", YEAR, "0.0176")),
        ("新發放公司貸款加權平均利率2.93%。", ("AverageInterestRateOfLoansGranted", "CorporateCustomers", YEAR, "0.0293")),
        ("客戶存款算術平均付息率為1.7%。", ("AverageInterestRateOfDeposits", "", YEAR, "0.017")),
        ("个人住房贷款加权平均利率3.05%。", ("AverageInterestRateOfLoansGranted", "ResidentialMortgageLoans", YEAR, "0.0305")),
        ("加权平均净资产收益率11.4%。", ("ReturnOnAverageEquity", "", YEAR, "0.114")),
        ("放款簡單平均利率2.31%。", ("AverageInterestRateOfLoansGranted", "", YEAR, "0.0231")),
    ],
)  # fmt: skip
def test_how_an_average_is_made_says_nothing(text: str, reading: Reading) -> None:
    """加權平均利率 is the rate."""
    assert fact_readings(text, "2025") == [reading]


def test_a_weighted_number_of_shares_is_no_other_count() -> None:
    """Only an average of something known is known, and 加權 alone is no average."""
    assert fact_readings("加权平均股份数为52.3亿股。", "2025") == []
    assert [r[0] for r in fact_readings("加權客戶12萬戶。", "2025")] == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("对外捐赠1,256万元，较上年多捐124万元。", ("IncreaseDecreaseInCharitableDonations", "", YEAR, "1240000")),
        ("全年发放贷款420亿元，同比少放35亿元。", ("IncreaseDecreaseInLoansGranted", "", YEAR, "-3500000000")),
        ("核銷貸款61億元，同比多核銷7億元。", ("IncreaseDecreaseInLoansWrittenOff", "", YEAR, "700000000")),
        ("處置不良貸款68億元，較上年少處置7億元。", ("IncreaseDecreaseInNonPerformingLoansDisposed", "", YEAR, "-700000000")),
        ("科技投入23億元，同比多投人民幣2億元。", ("IncreaseDecreaseInTechnologyInvestment", "", YEAR, "200000000")),
        ("減值損失32億元，同比多損2億元。", ("IncreaseDecreaseInImpairmentLosses", "", YEAR, "200000000")),
    ],
)  # fmt: skip
def test_more_of_what_was_done(text: str, change: Reading) -> None:
    """捐贈X，較上年多捐Y: Y is a change, also where one character says what was done."""
    assert fact_readings(text, "2025")[1:] == [change]


def test_more_of_something_else_is_no_change_of_it() -> None:
    """What was done is not what was done before, or is said of a level that only grew more."""
    assert len(fact_readings("对外捐赠1,256万元，较上年多缴124万元。", "2025")) == 1
    assert len(fact_readings("贷款余额增至158亿元，同比多增2亿元。", "2025")) == 1


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("力争2026年不良贷款率控制在1.2%以内；到2027年拨备覆盖率不低于200%。", (COVERAGE, "Target", "2027-12-31", "2.00")),
        ("承諾到2027年綠色貸款餘額逾5,000億元；到2030年達1萬億元。", (LOANS, "GreenLoans Target", "2030-12-31", "1000000000000")),
        ("预计2026年贷款增长8%左右；2027年增长9%左右。",
         ("GrowthRateOfLoansAndAdvancesToCustomers", "Forecast", "2027-01-01/2027-12-31", "0.09")),
        ("目标到2026年员工达5,000人；2028年达6,000人，不良贷款率降至1%。", (NPL, "Target", "2028-12-31", "0.01")),
        ("計劃2026年客戶達300萬戶；到2028年網點增至200家。", ("NumberOfOutlets", "Target", "2028-12-31", "200")),
        ("希望2026年底貸款餘額達900億元；2027年底存款餘額達1,200億元。",
         ("DepositsFromCustomers", "Target", "2027-12-31", "120000000000")),
    ],
)  # fmt: skip
def test_a_plan_goes_on_behind_a_semicolon(text: str, last: Reading) -> None:
    """承諾到2027年X；到2030年Y: both are planned."""
    found = fact_readings(text, "2025")[-1]
    assert (found[0], set(found[1].split()), *found[2:]) == (last[0], set(last[1].split()), *last[2:])


def test_what_was_is_not_planned() -> None:
    """A time that has passed ends the plan, and nothing is planned without a word for it."""
    assert fact_readings("力爭2026年不良貸款率降至1%；2024年為1.2%。", "2025")[-1] == (
        NPL,
        "",
        BEFORE,
        "0.012",
    )
    assert fact_readings("2026年員工5,000人；2028年6,000人。", "2025") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("贷款余额871亿元，服务科技型企业客户2.9万户。", ("NumberOfCustomers", "TechnologyEnterprises", END, "29000")),
        ("公司贷款占比55.3%。", ("ShareOfLoansAndAdvancesToCustomers", "CorporateCustomers", END, "0.553")),
        ("不良貸款率1.1%，關注類貸款佔比1.8%。", ("ShareOfLoansAndAdvancesToCustomers", "SpecialMentionLoans", END, "0.018")),
        ("活期存款占比45%。", ("ShareOfDepositsFromCustomers", "DemandDeposits", END, "0.45")),
    ],
)  # fmt: skip
def test_a_member_alone_says_its_concept(text: str, last: Reading) -> None:
    """關注類貸款佔比2.38% is a share of loans, and what serves so many firms has them for customers."""
    assert fact_readings(text, "2025")[-1] == last


LOAN_SHARE, LOAN_GROWTH = "ShareOfLoansAndAdvancesToCustomers", "GrowthRateOfLoansAndAdvancesToCustomers"
DEPOSIT_GROWTH = "GrowthRateOfDepositsFromCustomers"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # what only a part's name holds is not what the sentence speaks of
        ("貸款餘額612億元，公司客戶佔71%，個人客戶佔29%。", (LOAN_SHARE, "PersonalCustomers", END, "0.29")),
        ("貸款餘額612億元，71%投向公司客戶。", (LOAN_SHARE, "CorporateCustomers", END, "0.71")),
        ("贷款中71%投向公司客户，29%投向个人客户。", (LOAN_SHARE, "PersonalCustomers", END, "0.29")),
        ("71%为公司贷款，29%投向个人客户。", (LOAN_SHARE, "PersonalCustomers", END, "0.29")),
        ("貸款增長7%，其中個人客戶增長2%。", (LOAN_GROWTH, "PersonalCustomers", YEAR, "0.02")),
        ("客戶310萬戶，公司客戶佔4%。", ("ShareOfNumberOfCustomers", "CorporateCustomers", END, "0.04")),
        # a verb that the clause before said
        ("存款增長7%，貸款4%。", (LOAN_GROWTH, "", YEAR, "0.04")),
        ("公司存款下降7%，個人存款4%。", (DEPOSIT_GROWTH, "PersonalCustomers", YEAR, "-0.04")),
        ("存款增长7%、贷款4%、总资产2%。", ("GrowthRateOfTotalAssets", "", YEAR, "0.02")),
        ("貸款增長7%，其中公司貸款4%、個人貸款9%。", (LOAN_GROWTH, "PersonalCustomers", YEAR, "0.09")),
        ("存款增長7%，不良貸款1.3%。", (NPL, "", END, "0.013")),
        ("貸款餘額612億元，其中公司貸款4%。", (LOAN_SHARE, "CorporateCustomers", END, "0.04")),
        # a change said once more
        ("存款增長4%，相當於24億元。", ("IncreaseDecreaseInDepositsFromCustomers", "", YEAR, "2400000000")),
        ("存款增加24億元，约合4%。", (DEPOSIT_GROWTH, "", YEAR, "0.04")),
        # what is also a name of the entity, in a list of parts
        ("公司及個人貸款分別為310億元、220億元。", (LOANS, "PersonalCustomers", END, "22000000000")),
    ],
)  # fmt: skip
def test_parts_are_of_what_their_sentence_speaks_of(text: str, last: Reading) -> None:
    """Not of a concept that only their name holds, nor of the interest on it."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "公司、個人存款共510億元。",
        "公司及零售客戶存款510億元。",
        "资金业务表现良好。其贷款增长6%。",
        "向董事提供的貸款餘額3億元。",
    ],
)
def test_what_is_of_several_or_of_somebody_is_not_all(text: str) -> None:
    """A list that begins with what is also a name of the entity; whose part the concept cannot have; whom a loan was given."""
    assert fact_readings(text, "2025") == []
