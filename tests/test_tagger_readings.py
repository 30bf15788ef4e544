"""What a clause says of its figures: level, change, growth or share, of what, and what it takes over from before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tagging_example import (
    Reading,
    ledger_of,
    local,
    members_of,
    profile_of,
    readings_of,
    row_of,
    rows_of,
)

YEAR = "2024-01-01/2024-12-31"
END = "2024-12-31"
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"
PERSONAL, CORPORATE = "PersonalCustomers", "CorporateCustomers"

SENTENCES: list[tuple[str, list[Reading]]] = [
    (
        "個人存款100億元，較上年末增加10億元，增長11.1%，佔全部存款的40%。",
        [
            (DEPOSITS, PERSONAL, END, "10000000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", PERSONAL, YEAR, "1000000000"),
            (f"GrowthRateOf{DEPOSITS}", PERSONAL, YEAR, "0.111"),
            (f"ShareOf{DEPOSITS}", PERSONAL, END, "0.40"),
        ],
    ),
    (
        "個人存款比上年末減少10億元，下降9.1%。",
        [
            (f"IncreaseDecreaseIn{DEPOSITS}", PERSONAL, YEAR, "-1000000000"),
            (f"GrowthRateOf{DEPOSITS}", PERSONAL, YEAR, "-0.091"),
        ],
    ),
    (
        "信用卡消費額90億元，同比減少10億元，降幅10%。",
        [
            ("CardSpendingVolume", "CreditCards", YEAR, "9000000000"),
            ("IncreaseDecreaseInCardSpendingVolume", "CreditCards", YEAR, "-1000000000"),
            ("GrowthRateOfCardSpendingVolume", "CreditCards", YEAR, "-0.10"),
        ],
    ),
    (
        "個人存款佔比40.0%，比上年末提高3.2個百分點。",
        [
            (f"ShareOf{DEPOSITS}", PERSONAL, END, "0.400"),
            (f"IncreaseDecreaseInShareOf{DEPOSITS}", PERSONAL, YEAR, "0.032"),
        ],
    ),
    (
        "不良貸款率1.35%，比上年末下降0.02個百分點。",
        [
            ("NonPerformingLoanRatio", "", END, "0.0135"),
            ("IncreaseDecreaseInNonPerformingLoanRatio", "", YEAR, "-0.0002"),
        ],
    ),
    ("建成科技金融中心9家。", [("NumberOfTechnologyFinanceCentres", "", END, "9")]),
    ("成立22家分行科技金融中心。", [("NumberOfTechnologyFinanceCentres", "", END, "22")]),
    (
        "个人存款100亿元，比上年末增加10亿元，增长11.1%。",
        [
            (DEPOSITS, PERSONAL, END, "10000000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", PERSONAL, YEAR, "1000000000"),
            (f"GrowthRateOf{DEPOSITS}", PERSONAL, YEAR, "0.111"),
        ],
    ),
    (
        "Green loans grew by 33.3% to RMB200 billion.",
        [
            (f"GrowthRateOf{LOANS}", "GreenLoans", YEAR, "0.333"),
            (LOANS, "GreenLoans", END, "200000000000"),
        ],
    ),
    (
        "The non-performing loan ratio was 1.35%, down 2 basis points from the start of the year.",
        [
            ("NonPerformingLoanRatio", "", END, "0.0135"),
            ("IncreaseDecreaseInNonPerformingLoanRatio", "", YEAR, "-0.0002"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_verb_says_what_the_figure_is_of_its_subject(text: str, wanted: list[Reading]) -> None:
    """Level, change, growth and share; a decrease is negative."""
    assert readings_of(text) == wanted


LISTS = [
    ("個人存款、公司存款分別為40億元、60億元。", [PERSONAL, CORPORATE]),
    ("個人存款和公司存款分別為40億元和60億元，比上年末分別增加4億元和6億元。",
     [PERSONAL, CORPORATE, PERSONAL, CORPORATE]),
    ("個人存款和公司存款分別比上年末增長10%和5%。", [PERSONAL, CORPORATE]),
    ("信用卡、借記卡發卡量分別為300萬張和500萬張。", ["CreditCards", "DebitCards"]),
    ("个人存款、公司存款分别为40亿元、60亿元。", [PERSONAL, CORPORATE]),
    ("Corporate and personal deposits were RMB60 billion and RMB40 billion respectively.", [CORPORATE, PERSONAL]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "members"), LISTS, ids=[text for text, _ in LISTS])
def test_lists_are_dealt_out_in_order(text: str, members: list[str]) -> None:
    """The first name takes the first figure, again at the second 分別."""
    assert [members_of(row) for row in rows_of(text) if row.status == "fact"] == members


def test_a_list_of_different_concepts_is_dealt_out_too() -> None:
    """A shared head belongs to each name of the list."""
    rows = rows_of("全年代理銷售基金、國債和個人保險分別為318億元、42億元和57億元。")

    assert [members_of(row) for row in rows] == ["Funds", "GovernmentBonds", "PersonalInsurance"]
    assert {local(row.concept) for row in rows} == {"AgencySalesVolume"}


INHERITED: list[tuple[str, list[Reading]]] = [
    (
        "貸款100億元；其中，個人貸款40億元，公司貸款60億元。",
        [
            (LOANS, "", END, "10000000000"),
            (LOANS, PERSONAL, END, "4000000000"),
            (LOANS, CORPORATE, END, "6000000000"),
        ],
    ),
    (
        "客戶存款100億元，比上年末增加10億元。其中，個人存款40億元，增加4億元。",
        [
            (DEPOSITS, "", END, "10000000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "1000000000"),
            (DEPOSITS, PERSONAL, END, "4000000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", PERSONAL, YEAR, "400000000"),
        ],
    ),
    (
        "普惠型小微企業貸款餘額200億元，增長10%；有貸戶5萬戶，增加1萬戶。",
        [
            (LOANS, "InclusiveSmallAndMicroEnterprises", END, "20000000000"),
            (f"GrowthRateOf{LOANS}", "InclusiveSmallAndMicroEnterprises", YEAR, "0.10"),
            ("NumberOfBorrowers", "InclusiveSmallAndMicroEnterprises", END, "50000"),
            ("IncreaseDecreaseInNumberOfBorrowers", "InclusiveSmallAndMicroEnterprises", YEAR, "10000"),
        ],
    ),
    (
        "製造業貸款300億元，佔全部貸款的14%；其中，中長期貸款100億元，較年初增長19%。",
        [
            (LOANS, "Manufacturing", END, "30000000000"),
            (f"ShareOf{LOANS}", "Manufacturing", END, "0.14"),
            (LOANS, "Manufacturing MediumAndLongTermLoans", END, "10000000000"),
            (f"GrowthRateOf{LOANS}", "Manufacturing MediumAndLongTermLoans", YEAR, "0.19"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), INHERITED, ids=[text for text, _ in INHERITED])
def test_a_clause_takes_over_what_it_does_not_say(text: str, wanted: list[Reading]) -> None:
    """其中 keeps the concept, a semicolon the members; each clause adds what it names."""
    assert readings_of(text) == wanted


def test_what_is_taken_over_is_less_sure_than_what_is_said() -> None:
    """Each step away from the words lowers the confidence, and the evidence says so."""
    said, taken = rows_of("個人存款100億元，比上年末增加5億元。")

    assert said.confidence is not None
    assert taken.confidence is not None
    assert taken.confidence < said.confidence
    assert any(item.kind == "inherited" for item in taken.evidence)


def test_members_of_one_sentence_do_not_leak_into_the_next() -> None:
    """A full stop ends what was carried, where the next sentence names its own subject."""
    rows = rows_of("綠色貸款200億元。客戶存款300億元。營業網點80家。")

    assert [members_of(row) for row in rows] == ["GreenLoans", "", ""]


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("按人民銀行口徑，綠色貸款100億元。", "PeoplesBankOfChinaBasis"),
        ("綠色貸款100億元（金融監管總局口徑）。", "NationalFinancialRegulatoryAdministrationBasis"),
    ],
)
def test_a_scope_is_a_member_of_the_axis_for_statistical_bases(text: str, member: str) -> None:
    """In brackets or before the figure."""
    (row,) = rows_of(text)

    assert ("bank:StatisticalBasisAxis", f"bank:{member}Member") in row.dimensions


@pytest.mark.parametrize(
    ("text", "figure", "code"),
    [
        ("同業個人存款3,000億元。", "3,000億元", "left_over"),
        ("全行業貸款餘額3,000億元。", "3,000億元", "other_entity"),
        ("本行服務12類產品。", "12類", "no_concept"),
        ("舉辦講座1,560場。", "1,560場", "no_concept"),
        ("Loans (excluding credit cards) were RMB5 billion.", "5 billion", "left_over"),
        ("Customer deposits grew. Insured values were RMB6 billion.", "6 billion", "ambiguous"),
    ],
)
def test_what_fits_nothing_is_unresolved_with_a_reason(text: str, figure: str, code: str) -> None:
    """It keeps its value and is never given to a neighbouring concept."""
    row = row_of(text, figure)

    assert (row.status, row.reason.code if row.reason else "") == ("unresolved", code)
    assert row.value is not None
    assert row.concept is None


def test_a_fact_says_which_words_led_to_it() -> None:
    """Each piece of evidence is a slice of the text, at its place."""
    text = "年末個人存款餘額100億元，較上年末增加10億元。"

    for row in rows_of(text):
        kinds = {item.kind for item in row.evidence}
        assert kinds & {"concept", "inherited"}
        assert all(item.text == text[item.start : item.end] for item in row.evidence if item.start >= 0)


def test_the_threshold_decides_what_is_tagged_and_changes_nothing_else() -> None:
    """Above it a fact, below it unresolved with the reading as the first alternative."""
    text = "年末個人存款，比上年末增加100億元，增長3%。"
    (low, high) = (ledger_of(text, threshold=threshold).rows for threshold in (0.0, 0.99))

    assert [(row.start, row.end, row.value) for row in low] == [
        (row.start, row.end, row.value) for row in high
    ]
    assert all(row.status == "fact" for row in low)
    for row, sure in zip(low, high, strict=True):
        if row.confidence is not None and row.confidence < 0.99:
            assert sure.status == "unresolved"
            assert sure.alternatives[0].concept == row.concept


def test_the_entity_s_own_names_stand_for_members() -> None:
    """What a subsidiary is called is said in the profile, not in the code."""
    own = ("山海理財", "bank:ManagingEntityAxis", "bank:WealthManagementSubsidiaryMember")
    profile = replace(profile_of(), members=(own,))
    (row,) = ledger_of("山海理財的理財產品餘額100億元。", profile=profile).rows

    assert (local(row.concept), members_of(row)) == (
        "WealthManagementProductBalance",
        "WealthManagementSubsidiary",
    )
