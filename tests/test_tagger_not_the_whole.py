"""What only looks like the entity's own total: another's figure, one of several's, a limit, two things together, history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taxonomy.model import Taxonomy
from tests.tagging_example import Reading, bank_taxonomy, ledger_of, reading_of, readings_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"

LEFT_ALONE = [
    ("Tamar Bank's net profit was $4 billion.", "4 billion"),
    ("At Tamar Bank, deposits were $40 million.", "40 million"),
    ("The Bank of Ruritania held deposits of $40 million.", "40 million"),
    ("The net profit of Orchard Insurance was $12 million.", "12 million"),
    ("Tamar Bank's net profit was $4 billion. Its deposits were $40 million.", "40 million"),
    ("淡馬銀行同期淨利潤為30億元。", "30億元"),
    ("Loans below $10,000 are approved online.", "10,000"),
    ("We pay up to $50,000 on deposits.", "50,000"),
    ("The scheme protects deposits of up to $500,000 per depositor.", "500,000"),
    ("Operating income per employee was $250,000.", "250,000"),
    ("Deposits per branch came to $250 million.", "250 million"),
    ("每名員工貸款2億元。", "2億元"),
    ("Deposits averaged $9 billion.", "9 billion"),
    ("Corporate and personal loans came to $9 billion.", "9 billion"),
    ("公司及個人貸款餘額合計90億元。", "90億元"),
    ("Loans and deposits together came to $30 billion.", "30 billion"),
    ("存款及貸款合計300億元。", "300億元"),
    ("We brought the cumulative total of charitable donations since 2021 to $38 million.", "38 million"),
    ("In Ruritania, deposits were $4 billion.", "4 billion"),
    ("In 2019, deposits were $90 million. Total assets were $5 billion.", "5 billion"),
    ("The loan-to-deposit ratio improved by 12 basis points.", "12 basis points"),
    ("經調整淨利潤為8億元。", "8億元"),
    ("备考营业收入为12亿元。", "12亿元"),
    ("有形股東權益回報率為10.8%。", "10.8%"),
    ("合資格存款為600億元。", "600億元"),
    ("未提取的存款为6亿元。", "6亿元"),
    ("不良貸款率為1.2%，經常性營業收入為7億元。", "7億元"),
    ("本行在岸貸款餘額為90億元。", "90億元"),
]


@pytest.mark.parametrize(("text", "printed"), LEFT_ALONE, ids=[text for text, _ in LEFT_ALONE])
def test_what_is_not_the_whole_is_left_to_a_person(text: str, printed: str) -> None:
    """Another organisation's figure, an amount each, an average, a limit, two parts joined: none is the entity's total."""
    rows = [row for row in ledger_of(text).rows if row.text == printed]

    assert [row.status for row in rows] == ["unresolved"]


READ: list[tuple[str, list[Reading]]] = [
    ("攤薄每股盈利為1.20元。", [("DilutedEarningsPerShare", "", YEAR, "1.20")]),
    ("經調整後，淨利潤為8億元。", [("NetProfit", "", YEAR, "800000000")]),
    ("已减值贷款为9亿元。", [("NonPerformingLoans", "", END, "900000000")]),
    ("Hill Bank's net profit was $4 billion.", [("NetProfit", "", YEAR, "4000000000")]),
    ("Training hours per employee were 32 hours.", [("TrainingHoursPerEmployee", "", YEAR, "32")]),
    (
        "Corporate and personal loans were $9 billion and $3 billion.",
        [(LOANS, "CorporateCustomers", END, "9000000000"), (LOANS, "PersonalCustomers", END, "3000000000")],
    ),
    (
        "Loans rose 4%. Reaching USD 7bn, deposits rose 5%.",
        [
            (f"GrowthRateOf{LOANS}", "", YEAR, "0.04"),
            (DEPOSITS, "", END, "7000000000"),
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.05"),
        ],
    ),
    (
        "Loans rose 4%. From $6 billion, deposits grew to $7 billion.",
        [
            (f"GrowthRateOf{LOANS}", "", YEAR, "0.04"),
            (DEPOSITS, "", "2023-12-31", "6000000000"),
            (DEPOSITS, "", END, "7000000000"),
        ],
    ),
    (
        "Ten years ago we had 12 branches. Today we have 40 branches.",
        [("NumberOfOutlets", "", "2014-12-31", "12"), ("NumberOfOutlets", "", END, "40")],
    ),
    (
        "In the first half, deposits were $90 million. Total assets were $5 billion.",
        [(DEPOSITS, "", "2024-06-30", "90000000"), ("TotalAssets", "", "2024-06-30", "5000000000")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text for text, _ in READ])
def test_what_is_the_whole_is_read(text: str, wanted: list[Reading]) -> None:
    """The entity's own name, a concept that is an amount each, lists dealt out, a subject behind its figure."""
    assert [reading for reading in readings_of(text) if reading[3] is not None] == wanted


def test_parts_named_together_are_the_member_that_holds_just_them() -> None:
    """Where a member's parts are just the two that are joined, the figure is that member's."""
    ledger = ledger_of("Corporate and personal loans came to $9 billion.", taxonomy=_with_parent())

    assert [reading_of(row)[1] for row in ledger.rows] == ["Clients"]


def _with_parent() -> Taxonomy:
    """Return the shipped taxonomy with corporate and personal customers as the only parts of a member more."""
    taxonomy = bank_taxonomy()
    axis = next(axis for axis in taxonomy.axes if axis.qname.endswith(":CustomerTypeAxis"))
    names = [member.qname for member in axis.members]
    both = [
        name for name in names if name.endswith((":CorporateCustomersMember", ":PersonalCustomersMember"))
    ]
    clients = both[0].partition(":")[0] + ":ClientsMember"
    first = next(member for member in axis.members if member.qname == both[0])
    members = [replace(m, parent=clients) if m.qname in both else m for m in axis.members]
    members.append(replace(first, qname=clients, labels=(), parent=first.parent))
    made = replace(axis, members=tuple(members))
    return replace(taxonomy, axes=tuple(made if other is axis else other for other in taxonomy.axes))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("房地產業不良貸款約七成有抵押品支持。", "七成"),
        ("逾期贷款近七成已有足额抵押。", "七成"),
        ("逾六成個人貸款經手機銀行辦理。", "六成"),
        ("逾九成制造业贷款投向高新企业。", "九成"),
        ("手机银行客户满意度96%，92%用户愿意推荐。", "92%"),
        ("客戶滿意度98%，88%受訪者表示會再用。", "88%"),
        ("全年簽賬額68億元，增長12%，約三成來自海外消費。", "三成"),
    ],
)
def test_a_fraction_of_what_stands_behind_it(text: str, printed: str) -> None:
    """七成有抵押品 is no rate of what stands before, and 八成客戶 no part of anything."""
    assert next(row for row in ledger_of(text).rows if row.text == printed).status == "unresolved"


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("個人貸款佔比七成。", "ShareOfLoansAndAdvancesToCustomers"),
        ("存款增长三成，", "GrowthRateOfDepositsFromCustomers"),
        ("淨利潤增長三成至60億元。", "GrowthRateOfNetProfit"),
        ("个人存款占存款总额约七成。", "ShareOfDepositsFromCustomers"),
        ("约六成贷款为个人贷款。", "ShareOfLoansAndAdvancesToCustomers"),
        ("不良貸款率1.2%保持穩定。", "NonPerformingLoanRatio"),
    ],
)
def test_a_fraction_that_a_verb_says_is_its_subject_s(text: str, concept: str) -> None:
    """佔七成, 增長三成: what stands before the verb."""
    assert concept in [reading_of(row)[0] for row in ledger_of(text).rows]
