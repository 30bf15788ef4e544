"""What the tagger must not be surer of than what it rests on: words it does not know, and figures it did not understand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taxonomy.model import Label, Taxonomy
from tests.tagging_example import (
    bank_taxonomy,
    ledger_of,
    local,
    members_of,
    reading_of,
    readings_of,
    rows_of,
)

LOANS, YEAR, END = "LoansAndAdvancesToCustomers", "2024-01-01/2024-12-31", "2024-12-31"


def without_terms(*dropped: str) -> Taxonomy:
    """Return the shipped taxonomy without some of its members' terms; their labels stay."""
    taxonomy = bank_taxonomy()

    def kept(labels: tuple[Label, ...]) -> tuple[Label, ...]:
        return tuple(label for label in labels if label.role != "term" or label.text not in dropped)

    axes = tuple(
        replace(axis, members=tuple(replace(m, labels=kept(m.labels)) for m in axis.members))
        for axis in taxonomy.axes
    )
    return replace(taxonomy, axes=axes)


def test_a_word_that_a_members_name_holds_is_not_passed_over() -> None:
    """With the term 個人 gone, 個人 is still part of a member's label: the figure is not the whole's."""
    text = "個人貸款餘額9,015.3億元，比年初增加702.5億元。"
    known = ledger_of(text).rows
    unknown = ledger_of(text, taxonomy=without_terms("個人", "个人")).rows

    assert [members_of(row) for row in known] == ["PersonalCustomers", "PersonalCustomers"]
    assert [row.status for row in unknown] == ["unresolved", "unresolved"]


def test_a_whole_with_a_word_that_nothing_explains_is_not_the_whole() -> None:
    """A share of personal loans is none of all loans where the word for personal is missing."""
    text = "個人住房貸款餘額4,377.0億元，佔個人貸款的48.6%。"
    rows = ledger_of(text, taxonomy=without_terms("個人", "个人")).rows

    assert [row.status for row in rows] == ["fact", "unresolved"]


def test_what_goes_on_from_a_figure_not_understood_is_not_understood() -> None:
    """The growth behind a figure of an unknown subject is not that of the subject before it."""
    rows = rows_of("信用卡發卡量4,692萬張，水費繳存總額23,213億元，同比下降16.6%。")

    assert [row.status for row in rows] == ["fact", "unresolved", "unresolved"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("非住房貸款餘額86億元。", "86億元"), ("Non-mortgage loans were RMB86 million.", "86 million")],
)
def test_a_negated_term_names_nothing(text: str, printed: str) -> None:
    """非住房貸款 are no mortgages."""
    rows = [row for row in rows_of(text) if row.text == printed]

    assert [members_of(row) for row in rows if row.status == "fact"] == []
    assert len(rows) == 1


def test_times_listed_in_the_clause_before_are_dealt_out() -> None:
    """上半年和下半年，…分別: each number has its own half-year."""
    rows = rows_of("上半年和下半年，本行分別主承銷債券186隻和223隻。")

    assert [(row.period, row.value) for row in rows] == [
        ("2024-01-01/2024-06-30", "186"),
        ("2024-07-01/2024-12-31", "223"),
    ]


def test_a_unit_begun_before_the_conjunction_is_the_last_ones() -> None:
    """上升0.28個和下降0.3個百分點: both are percentage points, the verbs give each its sign."""
    rows = rows_of("貸款平均利率和存款付息率同比分別上升0.28個和下降0.3個百分點。")

    assert [(row.value, row.unit) for row in rows] == [("0.0028", "pure"), ("-0.003", "pure")]


def test_a_list_may_hold_printed_signs() -> None:
    """同比+5.6%、-12.4% deals out over the two figures before it."""
    text = "公司存款和個人存款分別為112億元、305億元，同比+5.6%、-12.4%。"
    found = [(*reading_of(row)[::3], members_of(row)) for row in rows_of(text)]

    assert found[2:] == [
        ("GrowthRateOfDepositsFromCustomers", "0.056", "CorporateCustomers"),
        ("GrowthRateOfDepositsFromCustomers", "-0.124", "PersonalCustomers"),
    ]


def test_another_entitys_list_is_all_of_it_anothers() -> None:
    """優於同業平均的0.16%及850%: neither is the bank's."""
    rows = rows_of("逾放比0.12%，備抵呆帳覆蓋率987%，優於同業平均的0.16%及850%。")

    assert [local(row.concept) for row in rows] == [
        "NonPerformingLoanRatio",
        "ProvisionCoverageRatio",
        "",
        "",
    ]
    assert {row.reason.code for row in rows[2:] if row.reason} == {"other_entity"}


def test_a_word_that_says_little_may_still_name_a_part_before_the_name_it_is_glued_to() -> None:
    """公司 is the bank itself in 公司全年; in 公司貸款 it may be its corporate customers, where no term says so."""
    dropped = ("公司", "公司客戶", "公司贷款", "公司貸款", "對公", "企業", "公司類", "公司類貸款", "公司存款")
    taxonomy = without_terms(*dropped)

    assert rows_of("公司貸款餘額9,426.58億元。")[0].status == "fact"
    assert ledger_of("公司貸款餘額9,426.58億元。", taxonomy=taxonomy).rows[0].status == "unresolved"
    assert ledger_of("本行客戶存款餘額9,426.58億元。", taxonomy=taxonomy).rows[0].status == "fact"
    assert ledger_of("同期吸收存款9,426.58億元。", taxonomy=taxonomy).rows[0].status == "fact"
    assert ledger_of("公司全年貸款餘額9,426.58億元。", taxonomy=taxonomy).rows[0].status == "fact"


@pytest.mark.parametrize(
    "text", ["2025年末個人存款100億元。", "Personal deposits at the end of 2025 were RMB5 million."]
)
def test_what_is_of_a_time_to_come_and_no_plan_is_left_to_a_person(text: str) -> None:
    """A report of 2024 can tell what will be only as a plan, and the sentence says none."""
    row = rows_of(text)[-1 if "RMB" not in text else 1]

    assert (row.status, row.reason.code if row.reason else "") == ("unresolved", "ambiguous")


def test_a_number_said_again_as_a_rate_is_none_itself() -> None:
    """1,142, or 13.6%: the per cent sign is the rate's alone."""
    change, growth, _ = readings_of("Private banking customers increased by 1,142, or 13.6%, to 9,538.")

    assert (change[0], change[-1]) == ("IncreaseDecreaseInNumberOfCustomers", "1142")
    assert (growth[0], growth[-1]) == ("GrowthRateOfNumberOfCustomers", "0.136")


@pytest.mark.parametrize(
    "text",
    [
        "Impairment of loans was RMB1,240 million.",
        "The securitisation of our loans came to RMB1,240 million.",
        "Insurance for the deposits stood at RMB1,240 million.",
    ],
)
def test_the_word_that_a_name_only_describes_is_what_the_clause_is_about(text: str) -> None:
    """The impairment of loans is no loan, and nobody knows what the taxonomy calls it."""
    assert [(row.status, row.concept) for row in rows_of(text)] == [("unresolved", None)]


@pytest.mark.parametrize(
    "text",
    ["The balance of loans was RMB1,240 million.", "The total amount of our loans was RMB1,240 million."],
)
def test_a_balance_of_what_is_named_is_what_is_named(text: str) -> None:
    """Words that say only how much there is leave the name the subject."""
    assert [local(row.concept) for row in rows_of(text)] == ["LoansAndAdvancesToCustomers"]


def test_a_word_of_a_title_within_the_line_is_not_taken_for_the_whole_of_it() -> None:
    """Green finance heads the paragraph; finance alone would be an industry."""
    green = rows_of("Green finance. The balance of green loans was RMB197.3 billion.")
    corporate = rows_of("Corporate customers. Deposits reached RMB1,035.2 billion.")

    assert [members_of(row) for row in green] == ["GreenLoans"]
    assert [members_of(row) for row in corporate] == ["CorporateCustomers"]


def test_a_word_that_no_term_covers_is_as_doubtful_inside_a_term_with_a_gap() -> None:
    """發行…債券 may hold 20億元的 between its parts; 綠巴 between them may be a kind of bond that the taxonomy lacks."""
    known, unknown = (rows_of(f"年內發行{kind}債券120億元。")[0] for kind in ("", "綠巴"))

    assert (known.confidence or 0) > 0.85
    assert (unknown.confidence or 0) < 0.75


@pytest.mark.parametrize(
    "text",
    [
        "Underlying net profit was RMB2.2 billion.",
        "The Bank had brokered deposits of RMB3 billion.",
        "Uninsured deposits rose by 4.2%.",
        "Pro forma total assets were RMB2.2 billion.",
        "On the same date, dormant accounts held deposits of RMB3 billion, and undrawn loans were RMB2 billion.",
    ],
)
def test_a_measure_made_otherwise_is_not_the_one_that_its_name_says(text: str) -> None:
    """Adjusted, underlying, uninsured: no term of the taxonomy holds them."""
    assert (
        readings_of(text, language="en")[-1:] == [] or rows_of(text, language="en")[-1].status == "unresolved"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Repricing of term deposits pushed the net interest margin down 9 bp to 1.51%.",
        "A wave of early repayments of mortgages drove down the net interest margin to 1.4%.",
        "Growth in deposits lifted the liquidity coverage ratio to 141%.",
    ],
)
def test_what_moved_a_thing_is_not_what_a_figure_is_of(text: str) -> None:
    """The margin moved, and the deposits moved it."""
    assert not any(
        "Deposits" in concept or "Loans" in concept for concept, *_ in readings_of(text, language="en")
    )


def test_a_profit_after_tax_is_no_profit_before_it() -> None:
    """The words of a name stand apart in the clause, but for the one that makes it another thing."""
    assert reading_of(rows_of("We earned RMB5.0 billion before tax in 2024.")[0])[0] == "ProfitBeforeTax"
    assert rows_of("We earned RMB5.0 billion after tax in 2024.")[0].status == "unresolved"


@pytest.mark.parametrize(
    "text",
    [
        "Total loans were RMB361.7 billion, of which RMB22.5 billion was granted in 2024.",
        "Total loans were RMB361.7 billion, of which RMB22.5 billion was added in the fourth quarter alone.",
        "Total loans were RMB361.7 billion, of which RMB22.5 billion matures in 2025.",
    ],
)
def test_a_part_that_a_verb_tells_is_not_the_whole_at_another_time(text: str) -> None:
    """The part is left open, and does not speak against the whole."""
    whole, part = (row for row in rows_of(text) if row.text.endswith("billion"))

    assert reading_of(whole)[0] == "LoansAndAdvancesToCustomers"
    assert part.status == "unresolved"


def test_a_part_of_a_flow_is_what_it_came_to_in_a_part_of_the_year() -> None:
    """A flow has a value for each stretch of time."""
    text = "Net profit was RMB12.1 billion, of which RMB4.3 billion in the fourth quarter."

    assert readings_of(text, language="en")[-1] == ("NetProfit", "", "2024-10-01/2024-12-31", "4300000000")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("RMB1.2 billion of green loans were granted.", ("LoansGranted", "GreenLoans", YEAR, "1200000000")),
        ("RMB1.2 billion of loans were written off.", ("LoansWrittenOff", "", YEAR, "1200000000")),
        ("RMB12 billion of loans were outstanding at the end of the year.", (LOANS, "", END, "12000000000")),
        ("RMB1.2 billion of loans were sold.", None),
        ("RMB1.2 billion of loans was secured by property.", None),
        ("RMB1.2 billion of deposits are insured.", None),
    ],
)
def test_what_was_done_with_an_amount_of_a_thing_is_not_the_thing(
    text: str, reading: tuple[str, str, str, str] | None
) -> None:
    """The name stands behind the amount, and the deed behind the name."""
    found = readings_of(text, language="en")[0]

    assert found == reading if reading else found[0].startswith("unresolved")


def test_a_part_named_with_a_word_of_the_concept_stays_a_part() -> None:
    """Credit cards were issued: no cards of all kinds."""
    text = "During the year 1.36 million credit cards were newly issued."

    assert readings_of(text, language="en")[0] == (
        "NumberOfBankCardsNewlyIssued",
        "CreditCards",
        YEAR,
        "1360000",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Bank saw record growth in the balances of both personal loans and corporate loans by 52% and 65% respectively.",
        "Growth was seen in personal deposits (5.2%).",
        "There was a decline in green loans (3%).",
    ],
)
def test_a_per_cent_in_a_clause_that_tells_of_growth_is_no_share(text: str) -> None:
    """Which of them it is no word says; a share would need one."""
    assert not any(concept.startswith("ShareOf") for concept, *_ in readings_of(text, language="en"))


def test_a_share_may_have_risen() -> None:
    """What it reached is told, and of what."""
    text = "Personal deposits rose to 58% of customer deposits."

    assert readings_of(text, language="en")[0] == (
        "ShareOfDepositsFromCustomers",
        "PersonalCustomers",
        END,
        "0.58",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Employees came from 46 nations.",
        "61 of the outlets were renovated.",
        "61 of our outlets are open on Saturdays.",
    ],
)
def test_a_count_of_other_things_or_of_some_of_them_is_not_how_many_there_are(text: str) -> None:
    """Nations are no employees, and those renovated not all outlets."""
    assert [row.status for row in rows_of(text)] == ["unresolved"]


def test_some_of_the_things_counted_may_be_a_part_that_a_member_names() -> None:
    """412 of our employees are women."""
    assert readings_of("412 of our employees are women.")[0][:2] == ("NumberOfEmployees", "FemaleEmployees")


@pytest.mark.parametrize(
    "text",
    [
        "Loan repayments came to RMB12 billion in the year.",
        "Loan sales came to RMB12 billion in the year.",
        "Deposit withdrawals amounted to RMB12 billion.",
        "The redemption volume of wealth management products was RMB12 billion in the year.",
        "2024年贷款归还额为12亿元。",
        "全年存款支取额达12亿元。",
    ],
)
def test_what_was_done_to_a_thing_is_not_the_thing(text: str) -> None:
    """A deed beside a name, which no term holds with it, is asked about."""
    assert (
        reading_of(next(row for row in rows_of(text) if row.text.startswith("12")))[0]
        == "unresolved left_over"
    )


def test_a_deed_that_a_term_holds_is_a_fact() -> None:
    """Counter-examples: what was raised by what was issued; a deed elsewhere in the sentence."""
    issued = readings_of("The issuance of wealth management products was RMB12 billion in the year.")
    elsewhere = readings_of(
        "We returned RMB3 billion to shareholders in a buyback and deposits were RMB12 billion."
    )

    assert ("AmountRaisedByWealthManagementProducts", "", YEAR, "12000000000") in issued
    assert ("DepositsFromCustomers", "", END, "12000000000") in elsewhere
