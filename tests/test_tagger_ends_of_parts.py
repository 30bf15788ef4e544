"""Where a member ends in Chinese though the sentence goes on: behind a semicolon, at a word for all of it, in a list of plans."""

from __future__ import annotations

import pytest

from tests.tagging_example import local, members_of, rows_of


def _said(text: str) -> list[str]:
    return [f"{local(r.concept)} {members_of(r)}".strip() for r in rows_of(text) if r.status == "fact"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("年末共有员工8,120人，其中女性占51.2%；员工流失率为8.4%。", "EmployeeTurnoverRate"),
        ("年末共有网点167家，其中县域网点64家；自助设备612台。", "NumberOfAutomatedTellerMachines"),
        ("本行僱員5,310名，女性佔55%；僱員流失率為9.1%。", "EmployeeTurnoverRate"),
        ("員工總數7,005人，女性占53.8%；員工流失率6.2%。", "EmployeeTurnoverRate"),
    ],
)
def test_what_is_told_of_a_part_ends_at_a_semicolon(text: str, concept: str) -> None:
    """員工X人，女性佔Y；員工流失率Z: the rate is of all of them."""
    assert _said(text)[-1] == concept


def test_what_goes_on_from_a_part_keeps_it() -> None:
    """A semicolon ends nothing where a level of the part was told, or the words go on with its share."""
    assert (
        _said("個人客戶貸款餘額820億元，佔貸款總額41%；不良貸款率1.31%。")[-1]
        == "NonPerformingLoanRatio PersonalCustomers"
    )
    assert _said("公司存款58亿元，其中活期存款33亿元，占56.9%。")[-1].endswith("DemandDeposits")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("境外網點24家，員工總數為13,200人。", "NumberOfEmployees"),
        ("私人銀行客戶5.1萬戶，客戶總數達3,200萬戶。", "NumberOfCustomers"),
        ("县域网点120家，网点总数增至1,040家。", "NumberOfOutlets"),
        ("女性员工3,120人，全行员工总人数6,120人。", "NumberOfEmployees"),
        ("海外據點31處，據點總數為183處。", "NumberOfOutlets"),
        ("綠色貸款餘額900億元，貸款總餘額5,600億元。", "LoansAndAdvancesToCustomers"),
    ],
)
def test_a_word_for_all_of_it_behind_a_name(text: str, concept: str) -> None:
    """員工總數 is of all employees, whatever the clause before named."""
    assert _said(text)[-1] == concept


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("2025年，本行力爭科技型企業貸款新增300億元，不良貸款率控制在1.3%以內。", "NonPerformingLoanRatio Target"),
        ("下一年度计划绿色贷款新增300亿元，不良贷款率不超过1.2%。", "NonPerformingLoanRatio Target"),
        ("2025年目標：涉農貸款餘額超過390億元，不良貸款率控制在1%以下。", "NonPerformingLoanRatio Target"),
        ("2025年，本行计划新增贷款800亿元；不良贷款率控制在1.1%以内。", "NonPerformingLoanRatio Target"),
        # 不良率 goes on from what the plan before named
        ("2025年，本行力爭普惠型小微企業貸款增速不低於15%，不良率控制在1.5%以內。",
         "NonPerformingLoanRatio InclusiveSmallAndMicroEnterprises Target"),
        ("2024年綠色貸款餘額300億元，不良貸款率0.5%。", "NonPerformingLoanRatio GreenLoans"),
    ],
)  # fmt: skip
def test_a_plan_is_another_than_the_one_before(text: str, concept: str) -> None:
    """A plan that says its own noun again is of all of it, where the one before named a part."""
    assert _said(text)[-1] == concept


def test_places_named_together_are_not_handed_on() -> None:
    """在香港及澳門設有X，僱員Y: the employees are not Macau's."""
    for text in (
        "本集團於香港及澳門設有62間分行，僱員4,310名。",
        "本集团在香港及内地设有62家网点，员工4,310名。",
    ):
        assert _said(text)[-1] == "NumberOfEmployees"


@pytest.mark.parametrize(
    "text",
    [
        "本行訂定2025年貸款成長6%、存款成長5%之目標。",
        "本行以2025年末绿色贷款余额达到900亿元、不良贷款率不高于1.2%为目标。",
        "我們以2025年底客戶數目120萬名及不良貸款率1.1%以下為目標。",
        "2025年，本集团以贷款增长8%、存款增长7%为目标。",
        "本集團預期2025年淨息差約為1.6%，並以不良貸款率低於1%、成本收入比不高於42%為目標。",
        "本行致力於2025年達到存款增長6%及貸款增長5%的目標。",
    ],
)
def test_a_plan_named_behind_its_list(text: str) -> None:
    """以X、Y為目標: both are targets."""
    assert [members_of(row).split()[-1] for row in rows_of(text) if row.status == "fact"][-2:] == [
        "Target"
    ] * 2


def test_what_stands_behind_a_clause_plans_nothing_before_it() -> None:
    """A comma ends the list that a plan holds for."""
    text = "2024年貸款增長6%、存款增長5%，2025年以貸款增長7%為目標。"
    assert [members_of(row) for row in rows_of(text) if row.status == "fact"] == ["", "", "Target"]


@pytest.mark.parametrize(
    ("text", "scenario"),
    [
        ("全年淨利潤可望達60億元。", "Forecast"),
        ("管理層預算2025年營業支出為38億元。", "Forecast"),
        ("本行预料2025年贷款增长5%。", "Forecast"),
        ("本行估计2025年净息差约1.5%。", "Forecast"),
        ("本行務求2025年不良貸款率不高於1%。", "Target"),
        ("本行力求2025年净利润增长4%。", "Target"),
        ("董事會擬議配發每股現金股利1.80元。", ""),
        ("董事會擬分派現金股利每股2元。", ""),
    ],
)
def test_words_of_planning(text: str, scenario: str) -> None:
    """What is hoped or budgeted is a plan; a dividend that is proposed is none."""
    found = [members_of(row) for row in rows_of(text) if row.status == "fact"]
    assert found == [scenario]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("本行預計2025年淨利潤3億至4億元。", ["300000000", "400000000"]),
        ("本行预计2025年净利润8,000万至1亿元。", ["80000000", "100000000"]),
        ("本行预计2025年净利润为9,500万元至1.1亿元。", ["95000000", "110000000"]),
        ("2025年目標新增網點50至60家。", ["50", "60"]),
        ("管理層預期2025年營業支出為1,200萬至1,350萬港元。", ["12000000", "13500000"]),
        ("本行計劃2025年發放貸款1億至1.05億元。", ["100000000", "105000000"]),
    ],
)
def test_the_ends_of_a_range_each_have_a_scale(text: str, ends: list[str]) -> None:
    """8,000萬至1億元 is a range, whose first end takes the currency of the second."""
    found = [(members_of(row).split()[0], row.value) for row in rows_of(text) if row.status == "fact"]
    assert found == list(zip(("Low", "High"), ends, strict=True))


def test_what_falls_is_no_range() -> None:
    """由5億降至4億元 is a value before and one after."""
    text = "淨利潤由5億元降至4億元。个人存款、公司存款分别为3亿、4.5亿元。"
    assert [members_of(row).split()[:1] for row in rows_of(text)] == [
        [],
        [],
        ["PersonalCustomers"],
        ["CorporateCustomers"],
    ]
