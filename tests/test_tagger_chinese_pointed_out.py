"""What a figure of Chinese prose is of, where words behind a name, a sum, or the clause beside it say so."""

from __future__ import annotations

import pytest

from tests.tagging_example import readings_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
_PERSONAL, _CORPORATE = "PersonalCustomers", "CorporateCustomers"


@pytest.mark.parametrize(
    ("text", "concept", "member"),
    [
        ("公司贷款逾期余额7.3亿元。", "OverdueLoans", _CORPORATE),
        ("个人贷款中逾期的有7.3亿元。", "OverdueLoans", _PERSONAL),
        ("個人貸款已逾期部分為7.3億元。", "OverdueLoans", _PERSONAL),
        ("个人贷款不良7.3亿元。", "NonPerformingLoans", _PERSONAL),
        ("公司贷款重组金额7.3亿元。", "RestructuredLoans", _CORPORATE),
    ],
)
def test_a_word_behind_a_name_narrows_it_as_before_it(text: str, concept: str, member: str) -> None:
    """公司貸款逾期餘額 are the overdue loans, where a term is made of both words."""
    assert readings_of(text)[-1][:3] == (concept, member, END)


@pytest.mark.parametrize(
    "text",
    [
        "个人存款到期金额为18亿元。",
        "个人贷款质押部分3亿元。",
        "公司客户活跃户数为18万户。",
        "个人客户中活跃的达9万户。",
    ],
)
def test_a_word_behind_a_name_that_no_term_holds_leaves_it_open(text: str) -> None:
    """Deposits that fell due are not all of them."""
    assert readings_of(text)[-1][0].startswith("unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "公司存款310亿元，个人存款205亿元，两者相加515亿元，增长4.2%。",
        "公司存款310亿元，个人存款205亿元，共515亿元，增长4.2%。",
        "公司存款310亿元，增长2%，个人存款205亿元，增长5%，两项加起来515亿元，增长4.2%。",
        "公司存款310億元，個人存款205億元，二者之和為515億元，增長4.2%。",
        "公司存款310亿元，个人存款205亿元，合并计算为514亿元，增长4.2%。",  # rounded otherwise
    ],
)
def test_what_the_parts_before_add_up_to_is_their_total(text: str) -> None:
    """Whatever words say so; what follows is of the total too."""
    assert [reading[:3] for reading in readings_of(text)[-2:]] == [
        ("DepositsFromCustomers", "", END),
        ("GrowthRateOfDepositsFromCustomers", "", YEAR),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "海外机构税前利润58亿元。海外机构中以越南最为突出，获利14亿元。",
        "零售贷款稳步增长，其中以汽车分期最为亮眼，余额达300亿元。",
        "境外机构中，伦敦分行表现最好，税前利润4亿元。",
        "公司貸款餘額5,000億元。公司貸款中以鋼鐵最多，達300億元。",
        "各地区中，以云南增长最快，贷款余额达300亿元。",
    ],
)
def test_the_part_that_a_clause_points_out_is_what_the_figure_is_of(text: str) -> None:
    """Where nothing explains it, the figure is neither the whole's nor that of what was said before."""
    assert readings_of(text)[-1][0].startswith("unresolved")


def test_a_part_that_is_pointed_out_and_named_is_read() -> None:
    """A member of the taxonomy."""
    text = "各类贷款中，个人贷款增长最快，余额300亿元。"
    assert readings_of(text)[-1][:3] == ("LoansAndAdvancesToCustomers", _PERSONAL, END)


def test_behind_a_semicolon_an_item_goes_on_about_its_own_part() -> None:
    """The assets are those of the subsidiary that the item is about."""
    text = "村镇银行净利润2.4亿元；租赁子公司净利润23.4亿元，年末总资产1,396亿元。"
    assert readings_of(text)[-1][:3] == ("TotalAssets", "LeasingSubsidiary", END)


@pytest.mark.parametrize(
    ("text", "concept", "member", "period"),
    [
        ("个人存款增速更快，为7.8%。", "GrowthRateOfDepositsFromCustomers", _PERSONAL, YEAR),
        ("净利润增速有所放缓，仅为2.1%。", "GrowthRateOfNetProfit", "", YEAR),
        ("贷款增长较快，达12%。", "GrowthRateOfLoansAndAdvancesToCustomers", "", YEAR),
        ("个人贷款增速高于公司贷款，为8.3%。", "GrowthRateOfLoansAndAdvancesToCustomers", _PERSONAL, YEAR),
        ("不良贷款率低于公司贷款，为1.2%。", "NonPerformingLoanRatio", "", END),
        ("公司貸款佔比最高，達60%。", "ShareOfLoansAndAdvancesToCustomers", _CORPORATE, END),
        ("不良贷款率有所下降，为1.2%。", "NonPerformingLoanRatio", "", END),
    ],
)
def test_the_clause_before_says_what_a_per_cent_is_of_it(
    text: str, concept: str, member: str, period: str
) -> None:
    """How fast it grew, or what share it has; a rate that fell is what it fell to."""
    assert readings_of(text)[-1][:3] == (concept, member, period)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("来自银行卡的手续费收入14亿元，来自托管的5亿元。", ["BankCardFees", "CustodyFees"]),
        ("手续费收入中，银行卡14亿元，托管5亿元。", ["BankCardFees", "CustodyFees"]),
        ("手续费及佣金收入30亿元，其中银行卡14亿元、托管5亿元。", ["", "BankCardFees", "CustodyFees"]),
        ("在手續費及佣金收入中，託管5億元。", ["CustodyFees"]),
    ],
)
def test_parts_of_fees_are_called_by_what_they_are_for(text: str, members: list[str]) -> None:
    """Though the same word alone is another thing's name: assets in custody."""
    assert [(c, m) for c, m, *_ in readings_of(text)] == [("FeeAndCommissionIncome", m) for m in members]


@pytest.mark.parametrize(
    "text",
    [
        "公司贷款收益率3.2%，个人贷款收益率4.5%，各项贷款收益率3.3%。",
        "公司貸款收益率3.2%，個人貸款收益率4.5%，全部貸款收益率3.3%。",
        "公司贷款收益率3.2%，整体贷款收益率3.3%。",
    ],
)
def test_all_of_a_thing_is_no_part_of_it(text: str) -> None:
    """Behind its parts, where a word says that it is all of it."""
    assert readings_of(text)[-1][:3] == ("AverageYieldOfLoans", "", YEAR)


@pytest.mark.parametrize("text", ["12,300名员工里，有6,100名是女性。", "全行12,300名員工裡，女性有6,100人。"])
def test_what_is_among_so_many(text: str) -> None:
    """里 joins a count to its parts as 中 does."""
    assert [(c, m) for c, m, *_ in readings_of(text)] == [
        ("NumberOfEmployees", ""),
        ("NumberOfEmployees", "FemaleEmployees"),
    ]


_BAD, _YIELD = "NonPerformingLoanRatio", "AverageYieldOfLoans"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不良率1.2%，其中公司贷款1.3%、个人贷款1.1%。", [_BAD, _BAD, _BAD]),
        ("不良率1.2%，公司贷款为1.3%，个人贷款为1.1%。", [_BAD, _BAD, _BAD]),
        ("公司貸款不良率1.3%，個人貸款1.1%。", [_BAD, _BAD]),
        ("不良率方面，公司贷款1.3%，个人贷款1.1%。", [_BAD, _BAD]),
        ("贷款收益率3.2%，其中公司贷款3.0%。", [_YIELD, _YIELD]),
        ("净息差1.5%，不良贷款1.2%。", ["NetInterestMargin", _BAD]),
    ],
)
def test_parts_beside_a_rate_have_that_rate(text: str, expected: list[str]) -> None:
    """Loans of 1.3% beside a ratio of bad loans are no rate of interest; 不良貸款1.2% is that ratio beside a margin."""
    assert [concept for concept, *_ in readings_of(text)] == expected


def test_what_is_called_after_its_own_thing_beside_a_rate() -> None:
    """The yield of loans beside that of all assets that bear interest."""
    text = "生息资产平均收益率3.4%，其中客户贷款3.7%，生息投资2.9%。"
    assert [reading[0] for reading in readings_of(text)] == [
        "AverageYieldOfInterestEarningAssets",
        _YIELD,
        "AverageYieldOfInterestEarningAssets",
    ]
