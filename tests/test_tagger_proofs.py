"""The report proves itself: rounded numbers that say the same agree, and what contradicts is withheld and reported."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, members_of, reading_of

AGREE = [
    ("個人存款100億元，比上年末增加10億元，增長11.1%。", "level_change_growth"),
    ("個人存款1,234.56億元，比上年末增加234.56億元，增長23.5%。", "level_change_growth"),
    ("個人存款100億元，上年末為90億元，增加10億元。", "level_change_growth"),
    ("信用卡消費額90億元，同比減少10億元，降幅10%。", "level_change_growth"),
    ("本集團個人存款100億元。個人存款餘額100億元。", "same_fact"),
    ("個人存款100億元。個人存款餘額100.4億元。", "same_fact"),
    ("個人存款約100億元。個人存款餘額102億元。", "same_fact"),
    ("個人存款超100億元。個人存款餘額105億元。", "same_fact"),
    ("客戶存款100億元，其中個人存款40億元。", "parts_of_whole"),
    ("不良貸款率1.35%。", "between"),
]
CONTRADICT = [
    ("個人存款100億元，比上年末增加10億元，增長20%。", "level_change_growth", 3),
    ("個人存款100億元，上年末為90億元，增加20億元。", "level_change_growth", 3),
    ("個人存款100億元。個人存款餘額103億元。", "same_fact", 2),
    ("個人存款100.0億元。個人存款餘額100.4億元。", "same_fact", 2),
    ("个人存款100亿元，比上年末增加10亿元，增长20%。", "level_change_growth", 3),
    ("不良貸款率135%。", "between", 1),
]


@pytest.mark.parametrize(("text", "kind"), AGREE, ids=[text for text, _ in AGREE])
def test_numbers_that_agree_between_their_rounding_are_facts(text: str, kind: str) -> None:
    """Rounding is not an error, a rough number neither; where a check stands in the ledger, it agrees."""
    ledger = ledger_of(text)
    outcomes = {proof.outcome for proof in ledger.proofs if proof.kind == kind}

    assert all(row.status == "fact" for row in ledger.rows)
    assert outcomes <= {"agrees"}
    assert outcomes or kind == "between"


@pytest.mark.parametrize(("text", "kind", "withheld"), CONTRADICT, ids=[text for text, *_ in CONTRADICT])
def test_numbers_that_contradict_each_other_are_withheld_and_reported(
    text: str, kind: str, withheld: int
) -> None:
    """All that took part stay unresolved until a person decides: arithmetic cannot say which is wrong."""
    ledger = ledger_of(text)
    (proof,) = [proof for proof in ledger.proofs if proof.outcome == "contradicts"]
    rows = [row for row in ledger.rows if row.reason and row.reason.code == "contradicted"]

    assert (proof.kind, len(proof.rows)) == (kind, withheld)
    assert [row.id for row in rows] == list(proof.rows)
    assert all(row.fact is None and proof.id in row.proofs for row in rows)


def test_a_bound_on_one_side_is_told_as_one() -> None:
    """What has no upper bound is never said to have one."""
    (row,) = ledger_of("The Group's operating expenses were (7,607) million US dollars.").rows

    assert row.reason is not None
    assert row.reason.text == "contradicted: bank:OperatingExpenses is never below 0"


def test_a_part_above_its_whole_is_reported_and_not_withheld() -> None:
    """Which of the two is wrong, or whether the part is one of another whole, is for a person."""
    ledger = ledger_of("客戶存款100億元，其中個人存款150億元。")

    assert [(proof.kind, proof.outcome) for proof in ledger.proofs] == [("parts_of_whole", "contradicts")]
    assert all(row.status == "fact" for row in ledger.rows)


def test_a_contradiction_leaves_all_else_as_it_is() -> None:
    """Other figures of the same paragraph are tagged."""
    ledger = ledger_of("個人存款100億元，比上年末增加10億元，增長20%。公司存款200億元。")

    assert [row.status for row in ledger.rows] == ["unresolved"] * 3 + ["fact"]


def test_the_same_fact_said_twice_shares_its_fact_and_keeps_two_rows() -> None:
    """At different precision too; another day's is another fact."""
    rows = ledger_of("個人存款100億元。個人存款餘額100.4億元。上年末個人存款90億元。").rows

    assert rows[0].fact == rows[1].fact != rows[2].fact
    assert len({row.id for row in rows}) == 3


def test_different_dates_members_and_currencies_are_different_facts() -> None:
    """So different values of them are no contradiction."""
    text = "個人存款100億元。上年末個人存款90億元。公司存款50億元。個人存款20億港元。"
    ledger = ledger_of(text)

    assert [row.status for row in ledger.rows] == ["fact"] * 4
    assert len({row.fact for row in ledger.rows}) == 4


def test_a_check_says_how_wide_it_was() -> None:
    """A growth rate to a tenth of a per cent catches less than one to a hundredth."""
    wide, narrow = (
        next(proof for proof in ledger_of(text).proofs if proof.kind == "level_change_growth")
        for text in (
            "個人存款100億元，比上年末增加10億元，增長11%。",
            "個人存款100億元，比上年末增加10億元，增長11.1%。",
        )
    )

    assert float(wide.slack) > float(narrow.slack) > 0


QUARTER = """\
Total deposits increased by $212 million to $13.1 billion. Total loans grew by $395 million.

| At period end (in millions) | Sep 30, 2024 | Jun 30, 2024 | Dec 31, 2023 |
| --- | ---: | ---: | ---: |
| Total loans | 12,806 | 12,679 | 12,411 |
| Total deposits | 13,096 | 12,884 | 12,950 |
"""


def test_levels_tell_what_a_change_is_measured_against() -> None:
    """Deposits rose by 212 since June and by 146 since December: the text says 212, and not since when."""
    rows = {row.text: row for row in ledger_of(QUARTER, "2024-07-01/2024-09-30").rows}
    deposits, loans = rows["212 million"], rows["395 million"]

    assert (deposits.status, deposits.period) == ("fact", "2024-07-01/2024-09-30")
    assert members_of(deposits) == "PrecedingPeriod"
    assert (loans.period, members_of(loans)) == (
        "2024-01-01/2024-09-30",
        "",
    )  # since the year's start, as is usual


def test_a_change_that_no_level_tells_keeps_its_usual_base() -> None:
    """Without the levels of other days nothing is known, and nothing is changed."""
    text = QUARTER.replace("| Jun 30, 2024 |", "| Mar 31, 2024 |")
    row = next(row for row in ledger_of(text, "2024-07-01/2024-09-30").rows if row.text == "212 million")

    assert row.period == "2024-01-01/2024-09-30"


@pytest.mark.parametrize(
    "text",
    [
        "Net profit was RMB5.1 billion. Net profit was 4.2 billion.",
        "Total deposits stood at 318.2 billion; loans were RMB204.6 billion. Total deposits were RMB381.2 billion.",
        "淨利潤51.3億元。本行淨利潤為人民幣42.6億元。",
    ],
)
def test_two_values_of_one_fact_are_seen_though_one_leaves_the_currency_out(text: str) -> None:
    """The surer one at most is taken: what leaves its currency out is in the entity's."""
    taken = [reading_of(row)[0] for row in ledger_of(text).rows if row.status == "fact"]

    assert len(taken) == len(set(taken))


UNDATED = """\
Net profit was RMB8.1m, and operating expenses came to RMB12.6m.

| RMB m | Three months ended 30 September 2025 | Nine months ended 30 September 2025 |
|---|---|---|
| Net profit | 8.1 | 20.4 |
| Operating expenses | 12.1 | 36.9 |
"""


def test_a_figure_whose_time_nothing_says_gives_way_to_a_table_that_says_its_own() -> None:
    """The quarter's profit is no nine months' profit: its value tells which; what agrees with neither is a question."""
    rows = {row.text: row for row in ledger_of(UNDATED, "2025-01-01/2025-09-30").rows}

    assert [rows[figure].status for figure in ("8.1", "20.4", "12.1", "36.9")] == ["fact"] * 4
    assert (rows["8.1m"].status, rows["8.1m"].period) == ("fact", "2025-07-01/2025-09-30")
    assert rows["12.6m"].status == "unresolved"


@pytest.mark.parametrize(
    "text",
    [
        "Deposits from customers were $41.2 billion, up from $39.6 billion in 2023, an increase of 4.0%. Deposits rose by 9.3%.",
        "Deposits from customers rose by $1.6 billion to $41.2 billion, an increase of 4.0%. Deposits rose by 9.3%.",
        "Deposits from customers were $41.2 billion, up $1.6 billion. Deposits rose by 9.3%. Deposits rose by 4.0%.",
        "客戶存款412億元，比上年末增加16億元，增長4.0%。客戶存款增長9.3%。",
        "客户存款412亿元，比上年末增加16亿元，增长4.0%。客户存款增长9.3%。",
    ],
)
def test_the_growth_that_levels_agree_with_keeps_its_fact(text: str) -> None:
    """Another that is surer of its words but does not come out was misread, and takes nothing with it."""
    rows = [row for row in ledger_of(text).rows if row.status != "not_a_fact"]

    assert [row.text for row in rows if row.status != "fact"] == ["9.3%"]


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        # the change is dealt with by what it agrees with; the level of another day goes on from it
        ("個人存款100億元，比上年末增加10億元，增長11.1%。上年末個人存款95億元。", ["95億元"]),
        ("个人存款100亿元，比上年末增加10亿元，增长11.1%。上年末个人存款95亿元。", ["95亿元"]),
        ("Time deposits were $100.0 billion, up $10.0 billion or 11.1%. At the end of 2023 time deposits were $95.0 billion.",
         ["95.0 billion"]),
    ],
)  # fmt: skip
def test_what_arithmetic_confirms_stands_against_what_contradicts_it(text: str, withheld: list[str]) -> None:
    """Of figures that do not come out those that come out with others are beyond doubt."""
    rows = [row for row in ledger_of(text).rows if row.status != "not_a_fact"]

    assert [row.text for row in rows if row.status != "fact"] == withheld
