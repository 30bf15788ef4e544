"""Chinese parts of a change, charges that were given back, and sentences that open with a part."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
CHANGE, GROWN = f"IncreaseDecreaseIn{LOANS}", f"IncreaseDecreaseIn{DEPOSITS}"
CHARGE = "ImpairmentLosses"

CHANGES: list[tuple[str, list[Reading]]] = [
    # set in what is new
    ("新增貸款中，住房貸款佔7億元。", [(CHANGE, "ResidentialMortgageLoans", YEAR, "700000000")]),
    ("在新增的存款里，定期存款有9亿元。", [(GROWN, "TimeDeposits", YEAR, "900000000")]),
    ("贷款增量中，小微企业贷款为6亿元。", [(CHANGE, "SmallAndMicroEnterprises", YEAR, "600000000")]),
    ("减少的贷款中，公司贷款占4亿元。", [(CHANGE, "CorporateCustomers", YEAR, "-400000000")]),
    # behind the change, and further parts
    (
        "存款較年初增加30億元，其中定期存款佔18億元，活期存款佔12億元。",
        [
            (GROWN, "", YEAR, "3000000000"),
            (GROWN, "TimeDeposits", YEAR, "1800000000"),
            (GROWN, "DemandDeposits", YEAR, "1200000000"),
        ],
    ),
    (
        "计划新增贷款10亿元，其中个人贷款4亿元，公司贷款6亿元。",
        [
            (CHANGE, "Target", YEAR, "1000000000"),
            (CHANGE, "PersonalCustomers Target", YEAR, "400000000"),
            (CHANGE, "CorporateCustomers Target", YEAR, "600000000"),
        ],
    ),
    (
        "新增客戶50萬戶，其中企業客戶2萬戶。",
        [
            ("IncreaseDecreaseInNumberOfCustomers", "", YEAR, "500000"),
            ("IncreaseDecreaseInNumberOfCustomers", "CorporateCustomers", YEAR, "20000"),
        ],
    ),
    ("贷款新增额达5亿元。", [(CHANGE, "", YEAR, "500000000")]),
    # whose own change is none of the thing
    (
        "贷款增量5亿元，同比下降8%。",
        [(CHANGE, "", YEAR, "500000000"), ("unresolved ambiguous", "", YEAR, "-0.08")],
    ),
    (
        "存款增幅较上年的8.2%收窄至5.1%。",
        [
            (f"GrowthRateOf{DEPOSITS}", "", "2023-01-01/2023-12-31", "0.082"),
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.051"),
        ],
    ),
    # what is there at a day is none
    (
        "贷款增加50亿元，其中个人贷款余额30亿元。",
        [(CHANGE, "", YEAR, "5000000000"), (LOANS, "PersonalCustomers", END, "3000000000")],
    ),
    (
        "貸款餘額900億元，增加50億元，其中個人貸款30億元。",
        [
            (LOANS, "", END, "90000000000"),
            (CHANGE, "", YEAR, "5000000000"),
            (LOANS, "PersonalCustomers", END, "3000000000"),
        ],
    ),
]

RELEASES: list[tuple[str, list[Reading]]] = [
    # a gain below zero
    (
        "匯兌收益2億元，去年同期為匯兌損失3億元。",
        [
            ("NetForeignExchangeGains", "", YEAR, "200000000"),
            ("NetForeignExchangeGains", "", "2023-01-01/2023-12-31", "-300000000"),
        ],
    ),
    ("公允价值变动损失3亿元。", [("FairValueGains", "", YEAR, "-300000000")]),
    ("汇兑损失减少20%。", [("unresolved ambiguous", "", YEAR, "-0.20")]),
    ("減值損失為淨撥回3億元。", [(CHARGE, "", YEAR, "-300000000")]),
    ("呆帳費用淨迴轉4億元。", [(CHARGE, "", YEAR, "-400000000")]),
    (
        "信用减值损失由上年计提5亿元转为净转回2亿元。",
        [
            (CHARGE, "", "2023-01-01/2023-12-31", "500000000"),
            (CHARGE, "", YEAR, "-200000000"),
        ],
    ),
    (
        "公司业务减值损失净回拨2亿元，零售业务计提4亿元。",
        [
            (CHARGE, "CorporateBankingSegment", YEAR, "-200000000"),
            (CHARGE, "PersonalBankingSegment", YEAR, "400000000"),
        ],
    ),
]

OPENED: list[tuple[str, list[Reading]]] = [
    # of a part that no member of the thing is
    ("資金業務表現良好，貸款增長5%。", []),
    ("资金业务方面，存款增长6%，贷款增长4%。", []),
    ("國際業務快速增長，貸款餘額60億元，存款餘額50億元。", []),
    ("國際業務\n\n營業收入12億元，年增6%。", []),
    ("公司及零售業務\n\n營業收入80億元。", []),
    # of the part, or of all
    (
        "零售银行业务稳健，营业收入增长8%。",
        [("GrowthRateOfOperatingIncome", "PersonalBankingSegment", YEAR, "0.08")],
    ),
    ("各项业务稳健发展，营业收入增长5%。", [("GrowthRateOfOperatingIncome", "", YEAR, "0.05")]),
    ("託管業務穩步發展，託管資產規模達80億元。", [("AssetsUnderCustody", "", END, "8000000000")]),
    # its noun is said by the thing alone
    ("普惠金融方面，貸款餘額12億元。", [(LOANS, "InclusiveFinanceLoans", END, "1200000000")]),
    ("（一）绿色金融\n\n贷款余额12亿元。", [(LOANS, "GreenLoans", END, "1200000000")]),
]

DEALT: list[tuple[str, list[Reading]]] = [
    (
        "公司、零售及同業存款分別為30億元、20億元和10億元。",
        [
            (DEPOSITS, "CorporateCustomers", END, "3000000000"),
            (DEPOSITS, "PersonalCustomers", END, "2000000000"),
            ("DepositsFromBanks", "", END, "1000000000"),
        ],
    ),
    (
        "公司、零售贷款及信用卡贷款分别为30亿元、20亿元和10亿元。",
        [
            (LOANS, "CorporateCustomers", END, "3000000000"),
            (LOANS, "PersonalCustomers", END, "2000000000"),
            ("CreditCardOverdraftBalance", "", END, "1000000000"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CHANGES, *RELEASES, *DEALT])
def test_parts_of_a_change_and_what_was_given_back_are_told(text: str, expected: list[Reading]) -> None:
    """In the year's report."""
    assert readings_of(text, "2024") == expected


@pytest.mark.parametrize(("text", "expected"), OPENED)
def test_what_a_sentence_opens_with_is_what_its_things_are_of(text: str, expected: list[Reading]) -> None:
    """All of a thing is no part's."""
    facts = [reading for reading in readings_of(text, "2024") if not reading[0].startswith("unresolved")]
    assert facts == expected


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "存款500億元，其中活期存款200億元、定期存款300億元，總額較上年末增加20億元。",
            ["", "DemandDeposits", "TimeDeposits", ""],
        ),
        (
            "活期存款200億元，定期存款300億元。總額較上年末增加20億元。",
            ["DemandDeposits", "TimeDeposits", ""],
        ),
        ("活期存款200亿元，总额较上年末增加20亿元。", ["DemandDeposits", "DemandDeposits"]),
    ],
)
def test_a_total_behind_parts_is_of_all_of_them(text: str, members: list[str]) -> None:
    """Behind one part alone, it is that part's own."""
    assert [reading[1] for reading in readings_of(text)] == members
