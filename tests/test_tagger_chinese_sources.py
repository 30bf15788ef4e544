"""Chinese parts that an amount came from, lists of parts, and those that a business is done with."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
FEES, LOANS, DEPOSITS = "FeeAndCommissionIncome", "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
WEALTH, CUSTODY, CARDS = "WealthManagementFees", "CustodyFees", "BankCardFees"

READ: list[tuple[str, list[Reading]]] = [
    # what an amount came from is no name of it
    (
        "手续费收入中，3亿元来自理财业务，2亿元来自托管业务。",
        [(FEES, WEALTH, YEAR, "300000000"), (FEES, CUSTODY, YEAR, "200000000")],
    ),
    (
        "手續費收入8億元，理財業務貢獻3億元，託管業務貢獻2億元。",
        [
            (FEES, "", YEAR, "800000000"),
            (FEES, WEALTH, YEAR, "300000000"),
            (FEES, CUSTODY, YEAR, "200000000"),
        ],
    ),
    ("手續費收入中有3億元來自信用卡業務。", [(FEES, CARDS, YEAR, "300000000")]),
    (
        "营业收入30亿元，其中12亿元来自公司金融业务。",
        [
            ("OperatingIncome", "", YEAR, "3000000000"),
            ("OperatingIncome", "CorporateBankingSegment", YEAR, "1200000000"),
        ],
    ),
    # of a list of parts, whose names are those of other things as well
    (
        "手续费收入8亿元，其中理财业务3亿元、托管业务2亿元。",
        [
            (FEES, "", YEAR, "800000000"),
            (FEES, WEALTH, YEAR, "300000000"),
            (FEES, CUSTODY, YEAR, "200000000"),
        ],
    ),
    (
        "手续费收入主要包括：理财业务3亿元，托管业务2亿元。",
        [(FEES, WEALTH, YEAR, "300000000"), (FEES, CUSTODY, YEAR, "200000000")],
    ),
    (
        "手續費收入8億元，其中財富管理3億元、授信2億元。",
        [
            (FEES, "", YEAR, "800000000"),
            (FEES, WEALTH, YEAR, "300000000"),
            ("unresolved no_concept", "", END, "200000000"),
        ],
    ),
    ("手续费及佣金收入中，银行卡业务收入5亿元。", [(FEES, CARDS, YEAR, "500000000")]),
    # one that is called as the whole is a part without a name
    (
        "放款總餘額20億元，其中企金12億元、房貸6億元、信貸1億元。",
        [
            (LOANS, "", END, "2000000000"),
            (LOANS, "CorporateCustomers", END, "1200000000"),
            (LOANS, "ResidentialMortgageLoans", END, "600000000"),
            ("unresolved no_concept", "", END, "100000000"),
        ],
    ),
    # of one kind with the part before
    (
        "贷款中，制造业占22%，房地产占8%。",
        [(f"ShareOf{LOANS}", "Manufacturing", END, "0.22"), (f"ShareOf{LOANS}", "RealEstate", END, "0.08")],
    ),
    (
        "港元存款佔55%，美元佔25%。",
        [
            (f"ShareOf{DEPOSITS}", "HongKongDollar", END, "0.55"),
            (f"ShareOf{DEPOSITS}", "USDollar", END, "0.25"),
        ],
    ),
    # what is included is a part
    (
        "貸款80億元，包括公司貸款50億元、個人貸款30億元。",
        [
            (LOANS, "", END, "8000000000"),
            (LOANS, "CorporateCustomers", END, "5000000000"),
            (LOANS, "PersonalCustomers", END, "3000000000"),
        ],
    ),
    # those that a business is done with
    ("公司銀行貸款增長5%。", [(f"GrowthRateOf{LOANS}", "CorporateCustomers", YEAR, "0.05")]),
    ("企業金融表現亮眼，放款餘額20億元。", [(LOANS, "CorporateCustomers", END, "2000000000")]),
    ("零售银行表现出色。存款余额达12亿元。", [(DEPOSITS, "PersonalCustomers", END, "1200000000")]),
    (
        "零售業務營業收入上升7%，貸款增長5%。",
        [
            ("GrowthRateOfOperatingIncome", "PersonalBankingSegment", YEAR, "0.07"),
            (f"GrowthRateOf{LOANS}", "PersonalCustomers", YEAR, "0.05"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_where_an_amount_came_from_is_the_part_that_it_is_of(text: str, expected: list[Reading]) -> None:
    """In the year's report."""
    assert readings_of(text, "2024") == expected


OPEN = [
    "內地12間網點。",
    "越南設有3家分行。",
    # a branch, or all subsidiaries, and no bank's balance
    "子公司實現淨利潤10億元。",
    "中山支行被評為五星網點，存款達30億元。",
    "北京分行成立於2005年，存款60亿元。",
    "其中銀行30億元。",
    # what a rate is of, that goes on about what nothing explains
    "保理應收款餘額43億元，不良率1.05%。",
    "碳排放强度下降6%。",
    # only some of them
    "有35家网点获评星级网点。",
    "120家網點完成改造。",
    "共有网点120家完成改造。",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_of_some_or_of_what_nothing_explains_is_open(text: str) -> None:
    """It is not all of it."""
    facts = [r for r in readings_of(text, "2024") if not r[0].startswith(("unresolved", "not_a_fact"))]
    assert facts == []


@pytest.mark.parametrize(
    "text",
    ["全行共有12家網點。", "下轄12家網點。", "本行共有12家網點，覆蓋全省。", "本行有12家网点分布在全省。"],
)
def test_a_count_of_all_is_read(text: str) -> None:
    """Whoever has them."""
    assert readings_of(text, "2024") == [("NumberOfOutlets", "", END, "12")]
