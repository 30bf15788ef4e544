"""What the parts of a Chinese list share: the member that opens it, the measure that its clause names, the time said once."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

YEAR, END, BEFORE = "2025-01-01/2025-12-31", "2025-12-31", "2024-01-01/2024-12-31"
LOANS, DEPOSITS, NPL = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NonPerformingLoanRatio"
COVERAGE, PAID, LENT = (
    "ProvisionCoverageRatio",
    "AverageInterestRateOfDeposits",
    "AverageInterestRateOfLoansGranted",
)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("公司存款和贷款分别为120亿元和230亿元。", (LOANS, "CorporateCustomers", END, "23000000000")),
        ("零售贷款余额和不良率分别为300亿元和1.2%。", (NPL, "PersonalCustomers", END, "0.012")),
        (
            "個人存款餘額及貸款餘額分別較上年末增長5%和7%。",
            (f"GrowthRateOf{LOANS}", "PersonalCustomers", YEAR, "0.07"),
        ),
        (
            "信用卡發卡量及消費額分別為90萬張和88億元。",
            ("CardSpendingVolume", "CreditCards", YEAR, "8800000000"),
        ),
        ("个人客户存款、贷款分别达到810亿元、670亿元。", (LOANS, "PersonalCustomers", END, "67000000000")),
        ("企業貸款餘額與不良貸款率分別為512億元與0.9%。", (NPL, "CorporateCustomers", END, "0.009")),
        # each part has a member of its own; the measures are of all
        ("个人贷款和公司贷款不良率分别为1.1%和0.8%。", (NPL, "CorporateCustomers", END, "0.008")),
        ("存款和貸款總額分別為300億元和280億元。", (LOANS, "", END, "28000000000")),
    ],
)
def test_the_member_that_opens_a_list_of_measures_owns_them_all(text: str, last: Reading) -> None:
    """公司存款和貸款分別為X和Y: both are of companies."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "公司貸款500億元、個人貸款300億元，不良率分別為0.8%及1.1%。",
            [(NPL, "CorporateCustomers", END, "0.008"), (NPL, "PersonalCustomers", END, "0.011")],
        ),
        (
            "公司存款900亿元、个人存款700亿元，付息率分别为1.8%和2.1%。",
            [(PAID, "CorporateCustomers", YEAR, "0.018"), (PAID, "PersonalCustomers", YEAR, "0.021")],
        ),
        (
            "信用卡發卡量120萬張、借記卡發卡量800萬張，消費額分別為300億元和500億元。",
            [
                ("CardSpendingVolume", "CreditCards", YEAR, "30000000000"),
                ("CardSpendingVolume", "DebitCards", YEAR, "50000000000"),
            ],
        ),
        # two measures of all, though two parts stand before
        (
            "公司贷款500亿元、个人贷款300亿元，不良率、拨备覆盖率分别为1.1%和210%。",
            [(NPL, "", END, "0.011"), (COVERAGE, "", END, "2.10")],
        ),
    ],
)
def test_a_measure_is_dealt_out_over_the_parts_before_it(text: str, last: list[Reading]) -> None:
    """公司貸款X、個人貸款Y，不良率分別為…: the first rate is of the first part."""
    assert fact_readings(text, "2025")[-2:] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "全年發放貸款620億元，上年則為580億元及2.1萬筆。",
            ("LoansGranted", "", BEFORE, "58000000000"),
        ),
        ("核销贷款61亿元，上年为52亿元。", ("LoansWrittenOff", "", BEFORE, "5200000000")),
    ],
)
def test_what_is_joined_to_a_figure_is_of_its_time(text: str, last: Reading) -> None:
    """上年為24單及267億元: both are of the year before."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "新发放普惠型小微企业贷款平均利率3.58%。",
            (LENT, "InclusiveSmallAndMicroEnterprises", YEAR, "0.0358"),
        ),
        ("新發放公司貸款加權平均利率2.93%。", (LENT, "CorporateCustomers", YEAR, "0.0293")),
        ("新发放个人贷款年化利率4.1%。", (LENT, "PersonalCustomers", YEAR, "0.041")),
        ("當年新發放綠色貸款利率3.05%。", (LENT, "GreenLoans", YEAR, "0.0305")),
        ("个人存款平均付息率1.92%。", (PAID, "PersonalCustomers", YEAR, "0.0192")),
        ("企業存款加權平均付息率1.63%。", (PAID, "CorporateCustomers", YEAR, "0.0163")),
    ],
)
def test_a_member_parts_the_name_of_a_rate(text: str, reading: Reading) -> None:
    """新發放(普惠型小微企業)貸款平均利率; 平均, 加權平均 and 年化 add nothing to an interest rate."""
    assert fact_readings(text, "2025") == [reading]


@pytest.mark.parametrize("text", ["户均贷款32万元。", "新發放公司貸款平均期限3.58%。"])
def test_an_average_of_another_thing_stays_open(text: str) -> None:
    """What is each one's is no total, and what no term names is no rate of loans."""
    assert fact_readings(text, "2025") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("不良貸款率自 1.62%降為 1.18%。", (NPL, "", END, "0.0118")),
        ("成本收入比由 31.5% 降为 29.8%。", ("CostToIncomeRatio", "", YEAR, "0.298")),
        ("撥備覆蓋率從 182% 升為 195%。", (COVERAGE, "", END, "1.95")),
    ],
)
def test_blanks_part_nothing_of_a_move(text: str, last: Reading) -> None:
    """自 1.62%降為 1.18%: what the rate came to, and no growth."""
    assert fact_readings(text, "2025")[-1] == last
