"""Parts of the whole in Chinese that no term names, what was done with some of it, and what is of all of the entity again."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

YEAR, END = "2025-01-01/2025-12-31", "2025-12-31"
STAFF, NPL, LOANS = "NumberOfEmployees", "NonPerformingLoanRatio", "LoansAndAdvancesToCustomers"


@pytest.mark.parametrize(
    "text",
    [
        "深圳分行贷款余额312亿元，不良率0.8%。",
        "高雄分行存款餘額82億元。",
        "新加坡子行資產總額312億元，淨利潤2.1億元。",
        "前十大客户贷款余额412亿元。",
        "最大十家集團客戶貸款餘額312億元。",
        "前五名客户存款余额32亿元。",
        "OBU放款餘額美金82億元，較上年底增加5億美元。",
        "VIP客戶存款餘額82億元。",
        "全年斥资3.2亿元收购保险代理公司。",
        "上海分行不良贷款率0.8%。",
        "撤併營業網點8家。",
        "新開戶客戶82萬戶。",
        "清收关注类贷款3.2亿元。",
    ],
)
def test_a_part_that_nothing_names_is_left_open(text: str) -> None:
    """深圳分行, 前十大客戶, 招聘員工: none is the whole, and nor is what goes on from it."""
    assert fact_readings(text, "2025") == []


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("全行網點812家，其中一級分行32家。",
         [("NumberOfOutlets", "", END, "812"), ("NumberOfOutlets", "TierOneBranches", END, "32")]),
        ("单一最大客户贷款比例3.2%。", [("LargestBorrowerToCapitalRatio", "", END, "0.032")]),
        ("手机银行App注册用户1.2亿户。", [("NumberOfCustomers", "MobileBankingServices", END, "120000000")]),
        ("发放贷款和垫款总额1.32万亿元。", [(LOANS, "", END, "1320000000000")]),
        ("吸收存款1.2萬億元。", [("DepositsFromCustomers", "", END, "1200000000000")]),
        ("全年发放贷款320亿元。", [("LoansGranted", "", YEAR, "32000000000")]),
        ("招聘员工1,200人。", [("NumberOfNewEmployees", "", YEAR, "1200")]),
        ("新設網點12家。", [("NumberOfOutletsOpened", "", YEAR, "12")]),
        ("核销贷款61亿元。", [("LoansWrittenOff", "", YEAR, "6100000000")]),
    ],
)  # fmt: skip
def test_what_is_named_so_stays(text: str, readings: list[Reading]) -> None:
    """A term that holds such a word, a balance of what was granted, and the flow that is called so."""
    assert fact_readings(text, "2025") == readings


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("公司贷款不良率1.4%，全行不良率1.1%。", (NPL, "", END, "0.011")),
        ("個人貸款餘額3,020億元，不良率1.4%；全行貸款餘額8,120億元。", (LOANS, "", END, "812000000000")),
        ("零售客户存款余额412亿元，全集团存款余额1,120亿元。", ("DepositsFromCustomers", "", END, "112000000000")),
        ("一、零售业务\n全行不良贷款率1.1%。", (NPL, "", END, "0.011")),
        ("綠色貸款不良率0.4%，全公司不良貸款率1.3%。", (NPL, "", END, "0.013")),
        # the whole that a share is of says nothing of what has the share
        ("绿色贷款余额412亿元，占全行贷款的12.4%。", ("ShareOfLoansAndAdvancesToCustomers", "GreenLoans", END, "0.124")),
    ],
)  # fmt: skip
def test_all_of_the_entity(text: str, last: Reading) -> None:
    """全行 is of no part that was said before."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("本行共有1,012部自動櫃員機，僱員13,210名。", (STAFF, "", END, "13210")),
        ("本行设有812台自动柜员机，员工数3,120人。", (STAFF, "", END, "3120")),
        ("公司贷款和个人贷款不良率分别为1.2%和0.9%。", (NPL, "PersonalCustomers", END, "0.009")),
        ("碳排放量較基準年減少18%。", ("GrowthRateOfGreenhouseGasEmissions", "SeveralYears", YEAR, "-0.18")),
        ("預期信貸虧損為港幣48.2億元。", ("ImpairmentLosses", "", YEAR, "4820000000")),
    ],
)
def test_words_that_say_something_else_than_they_hold(text: str, last: Reading) -> None:
    """No teller is in a machine, no growth of a year is measured on a base year, and a loss is what impairment is."""
    assert fact_readings(text, "2025")[-1] == last


def test_both_parts_of_a_list_share_its_head() -> None:
    """公司貸款和個人貸款不良率分別為X和Y: both are ratios of bad loans."""
    for text in ("公司贷款和个人贷款不良率分别为1.2%和0.9%。", "公司貸款及個人貸款不良率分別為1.2%及0.9%。"):
        assert [r[:2] for r in fact_readings(text, "2025")] == [
            (NPL, "CorporateCustomers"),
            (NPL, "PersonalCustomers"),
        ]
    grown = fact_readings("公司贷款和存款分别增长5%和6%。", "2025")
    assert [r[0] for r in grown] == [f"GrowthRateOf{LOANS}", "GrowthRateOfDepositsFromCustomers"]


@pytest.mark.parametrize(
    "text",
    [
        "全年收回贷款120亿元。",
        "期內出售貸款港幣12億元。",
        "催收逾期贷款3.2亿元。",
        "轉讓個人貸款18億元。",
        "期內撇銷貸款港幣3.2億元。",
        "贷款余额1.2万亿元，当年收回3,200亿元。",
        "購入債券投資82億元。",
        "关闭网点8家。",
    ],
)
def test_what_was_done_with_some_is_not_all_there_is(text: str) -> None:
    """收回貸款X: so much was paid back, and the loans are another amount."""
    assert [r for r in fact_readings(text, "2025") if r[2] == END and r[3] != "1200000000000"] == []


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("资本充足率13.8%，高于10.5%的监管要求。", [("CapitalAdequacyRatio", "", END, "0.138")]),
        ("流動性覆蓋率152%，低於160%的監管標準。", [("LiquidityCoverageRatio", "", END, "1.52")]),
        (
            "核心一级资本充足率10.2%，满足监管要求（不低于8.5%）。",
            [("CommonEquityTier1Ratio", "", END, "0.102")],
        ),
        ("槓桿率6.8%，優於監管標準（4%）。", [("LeverageRatio", "", END, "0.068")]),
        ("淨穩定資金比例112%，符合監管要求（至少100%）。", [("NetStableFundingRatio", "", END, "1.12")]),
        ("不良貸款率1.2%（上年末：1.3%）。", [(NPL, "", END, "0.012"), (NPL, "", "2024-12-31", "0.013")]),
    ],
)
def test_what_is_required_is_not_what_is_so(text: str, readings: list[Reading]) -> None:
    """X%，高於Y%的監管標準, 符合監管要求（不低於Y%）: Y is the supervisor's, and X is ours."""
    assert fact_readings(text, "2025") == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("全行由3,120名員工組成。", [(STAFF, "", END, "3120")]),
        ("团队由212名员工构成。", [(STAFF, "", END, "212")]),
        ("員工由3,000人增至3,120人。", [(STAFF, "", "2024-12-31", "3000"), (STAFF, "", END, "3120")]),
        ("员工数由3,000人减至2,910人。", [(STAFF, "", "2024-12-31", "3000"), (STAFF, "", END, "2910")]),
    ],
)
def test_what_is_made_up_of_so_many_has_not_changed_from_it(text: str, readings: list[Reading]) -> None:
    """由X名員工組成 is so now; 由X人增至Y was so before."""
    assert fact_readings(text, "2025") == readings


@pytest.mark.parametrize(
    "text",
    [
        "退休员工312人。",
        "派遣員工86人。",
        "合同制员工2,100人。",
        "外包人员及临时员工120人。",
    ],
)
def test_some_of_a_kind_are_not_all(text: str) -> None:
    """退休員工 are no employees."""
    assert [r for r in fact_readings(text, "2025") if r[0] == STAFF and not r[1]] == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("信用卡业务持续优化。该业务不良率2.1%。", []),
        ("零售業務穩中有進。該分部營業收入52億元。", ["OperatingIncome PersonalBankingSegment"]),
        (
            "小微企業貸款快速增長。該類業務貸款餘額312億元。",
            ["LoansAndAdvancesToCustomers SmallAndMicroEnterprises"],
        ),
    ],
)
def test_a_noun_points_back_at_what_the_sentence_before_is_about(text: str, facts: list[str]) -> None:
    """該分部, 該業務 stand for the business that was named; of what cannot carry it nothing is said."""
    assert [f"{r[0]} {r[1]}".strip() for r in fact_readings(text, "2025")] == facts
