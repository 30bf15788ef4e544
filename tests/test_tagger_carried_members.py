"""Which members hold on: what a sentence opens with, what a figure that nobody understood named, what points back."""

from __future__ import annotations

import pytest

from tests.tagging_example import local, members_of, reading_of, row_of, rows_of


def test_what_a_sentence_opens_with_holds_though_the_figure_between_cannot_carry_it() -> None:
    """The number of cards has no industry, the loans behind it do."""
    row = row_of("製造業業務穩步拓展，員工1,836人，貸款餘額1,145.90億元。", "1,145.90億元")

    assert members_of(row) == "Manufacturing"


def test_a_figure_not_understood_still_tells_whose_the_next_is() -> None:
    """What counts the private banking visits has no concept; the deposits after them are private banking's."""
    row = row_of("個人客戶存款58.3億元，私人銀行到訪7,011次，存款余額142.9億元。", "142.9億元")

    assert members_of(row) == "PrivateBankingCustomers"


def test_a_back_reference_means_what_its_own_sentence_named() -> None:
    """該類 is the kind named just before, not that of the sentence before."""
    text = "公司存款860億元。資金明顯流向個人存款，年末該類存款3,486億元。"

    assert members_of(row_of(text, "3,486億元")) == "PersonalCustomers"


def test_a_part_named_behind_its_amount() -> None:
    """其中124.6億元投向製造業: the part stands behind the amount."""
    row = row_of("貸款餘額189.3億元，其中124.6億元投向製造業。", "124.6億元")

    assert (local(row.concept), members_of(row)) == ("LoansAndAdvancesToCustomers", "Manufacturing")


def test_of_which_looks_for_what_is_counted_alike() -> None:
    """其中…隻 goes on from the bonds counted in the sentence before, not from their amount."""
    row = row_of("承銷債券642隻，承銷金額2.17萬億元。其中綠色債券573隻。", "573隻")

    assert (local(row.concept), members_of(row)) == ("NumberOfBondsUnderwritten", "GreenBonds")


def test_a_share_of_what_the_sentence_before_lists() -> None:
    """三者佔比 deals out over the three of the sentence before."""
    text = "公司存款3,024億元，個人存款1,588億元，小微企業存款1,605億元。三者佔比分別為48.6%、25.5%及25.8%。"
    found = [members_of(row) for row in rows_of(text) if row.text.endswith("%") and row.status == "fact"]

    assert found == ["CorporateCustomers", "PersonalCustomers", "SmallAndMicroEnterprises"]


def test_a_list_whose_first_thing_stands_in_the_clause_before() -> None:
    """公司存款X，與個人存款分別佔…: the first share is the corporate one."""
    text = "公司存款餘額14,027.66億元，與個人存款分別佔存款總額的67.0%和33.0%。"
    found = [members_of(row) for row in rows_of(text) if row.text.endswith("%")]

    assert found == ["CorporateCustomers", "PersonalCustomers"]


def test_a_scope_for_a_whole_list() -> None:
    """境內口徑分別為…: both of the list before, of that scope."""
    text = "不良貸款率、撥備覆蓋率分別為1.42%、210.76%，境內口徑分別為1.35%、208.41%。"

    assert [local(row.concept) for row in rows_of(text)] == [
        "NonPerformingLoanRatio",
        "ProvisionCoverageRatio",
        "NonPerformingLoanRatio",
        "ProvisionCoverageRatio",
    ]
    assert [members_of(row) for row in rows_of(text)[2:]] == ["DomesticOperationsBasis"] * 2


def test_a_list_dealt_out_over_things_not_told_is_left_alone() -> None:
    """分別 with one name and two numbers: nobody knows whose the first is."""
    rows = rows_of("個人存款分別為58億元、42億元。")

    assert [row.status for row in rows] == ["unresolved", "unresolved"]


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("存款30萬元以上的個人客戶86萬戶。", "30萬元", "unresolved no_concept"),
        ("不良貸款率0.9%，低於1.5%的監管要求。", "1.5%", "unresolved other_entity"),
    ],
)
def test_a_figure_that_only_describes(text: str, figure: str, expected: str) -> None:
    """A bound in the description of customers is no deposit, a requirement no ratio of the bank's."""
    found = reading_of(row_of(text, figure))[0]

    assert found == expected


@pytest.mark.parametrize(
    ("text", "figure", "member"),
    [
        ("代理銷售基金42.17億元、保險9.85億元，其中基金受市場波動拖累，同比下降18.4%。", "18.4%", "Funds"),
        ("公司貸款餘額1,286.45億元，個人貸款受提前還款影響，同比下降1.2%。", "1.2%", "PersonalCustomers"),
        ("製造業貸款372.6億元，房地產業貸款因主動壓降，較上年末減少20.6億元。", "20.6億元", "RealEstate"),
        ("公司存款860億元，個人存款延續增長走勢，較上年末增加52億元。", "52億元", "PersonalCustomers"),
        ("貸款餘額1,286.45億元，受公司貸款提前還款影響，同比下降1.2%。", "1.2%", ""),
        ("公司貸款餘額1,286.45億元，得益於個人貸款結構調整，較年初增長3.1%。", "3.1%", "CorporateCustomers"),
    ],
)
def test_a_clause_that_begins_with_a_part_tells_whose_change_it_is(
    text: str, figure: str, member: str
) -> None:
    """What only moved it, inside the clause, does not."""
    assert members_of(row_of(text, figure)) == member


def test_a_balance_alone_is_of_what_the_clause_before_is_about() -> None:
    """Though the figures before are of another thing of the same customers."""
    text = "公司貸款餘額1,286.45億元；公司存款在成本管控中保持增長，餘額1,104.38億元，較上年末增長6.91%。"

    level, growth = reading_of(row_of(text, "1,104.38億元")), reading_of(row_of(text, "6.91%"))

    assert level[:2] == ("DepositsFromCustomers", "CorporateCustomers")
    assert growth[:2] == ("GrowthRateOfDepositsFromCustomers", "CorporateCustomers")


def test_the_clause_before_tells_what_a_change_is_of_though_it_says_much_between() -> None:
    """Of the loans of the figure before it would be, if what lies between the name and the figure counted."""
    text = "公司貸款餘額1,286.45億元；公司存款保持快速增長的良好勢頭，較上年末增長6.91%。"

    assert reading_of(row_of(text, "6.91%"))[0] == "GrowthRateOfDepositsFromCustomers"


@pytest.mark.parametrize(
    ("heading", "member"),
    [
        ("Strong growth in personal and corporate loans", ""),
        ("Personal loans", "PersonalCustomers"),
    ],
)
def test_a_heading_that_joins_members_is_of_neither_alone(heading: str, member: str) -> None:
    """What stands below it need not be of both."""
    text = f"{heading}\n\nLoans of $5 million grew well.\n"

    assert members_of(row_of(text, "5 million")) == member
