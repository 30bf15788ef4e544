"""What time a figure is of: every way of saying it, against every kind of reporting period.

Spec: docs/ledger.md.
"""

from __future__ import annotations

import pytest

from tagger.reporting_period import parse_reporting_period
from tagger.words.folding import fold
from tagger.words.language import load_language
from tagger.words.periods import find_time_phrases
from tests.tagging_example import ledger_of, local, profile_of, row_of, rows_of

DEPOSITS, SPENDING = "個人存款100億元。", "信用卡消費額100億元。"

SAID = [
    ("2024", DEPOSITS, "2024-12-31"),
    ("2024", SPENDING, "2024-01-01/2024-12-31"),
    ("2024", "年末" + DEPOSITS, "2024-12-31"),
    ("2024", "年初" + DEPOSITS, "2023-12-31"),
    ("2024", "上年末" + DEPOSITS, "2023-12-31"),
    ("2024", "2023年末" + DEPOSITS, "2023-12-31"),
    ("2024", "2024年6月末" + DEPOSITS, "2024-06-30"),
    ("2024", "2024年2月末" + DEPOSITS, "2024-02-29"),
    ("2024", "6月末" + DEPOSITS, "2024-06-30"),
    ("2024", "截至2024年9月30日，" + DEPOSITS, "2024-09-30"),
    ("2024", "二〇二四年末" + DEPOSITS, "2024-12-31"),
    ("2024", "民國112年底" + DEPOSITS, "2023-12-31"),
    ("2024", "112年底" + DEPOSITS, "2023-12-31"),
    ("2024", "民國113年" + SPENDING, "2024-01-01/2024-12-31"),
    ("2024", "全年" + SPENDING, "2024-01-01/2024-12-31"),
    ("2024", "上年" + SPENDING, "2023-01-01/2023-12-31"),
    ("2024", "2022年" + SPENDING, "2022-01-01/2022-12-31"),
    ("2024", "上半年" + SPENDING, "2024-01-01/2024-06-30"),
    ("2024", "2024年下半年" + SPENDING, "2024-07-01/2024-12-31"),
    ("2024", "第二季度" + SPENDING, "2024-04-01/2024-06-30"),
    ("2024H1", DEPOSITS, "2024-06-30"),
    ("2024H1", "報告期內" + SPENDING, "2024-01-01/2024-06-30"),
    ("2024H1", "上年同期" + SPENDING, "2023-01-01/2023-06-30"),
    ("2024H1", "年初" + DEPOSITS, "2023-12-31"),
    ("2024H1", "上年同期末" + DEPOSITS, "2023-06-30"),
    ("2024Q3", SPENDING, "2024-01-01/2024-09-30"),
    ("2024Q3", "本季" + SPENDING, "2024-07-01/2024-09-30"),
    ("2024Q3", "第三季度" + SPENDING, "2024-07-01/2024-09-30"),
    ("2024Q3", "前三季度" + SPENDING, "2024-01-01/2024-09-30"),
    ("2024Q3", "2024年1-9月" + SPENDING, "2024-01-01/2024-09-30"),
    ("2024", "2024年首季" + SPENDING, "2024-01-01/2024-03-31"),
    ("2024", "2024年次季" + SPENDING, "2024-04-01/2024-06-30"),
    ("2024", "2024年末季" + SPENDING, "2024-10-01/2024-12-31"),
    ("2024", "2024年頭三季" + SPENDING, "2024-01-01/2024-09-30"),
    ("2024", "2024年首半年" + SPENDING, "2024-01-01/2024-06-30"),
    ("2024", "2024年上半年度" + SPENDING, "2024-01-01/2024-06-30"),
    ("2024", "前年末" + DEPOSITS, "2022-12-31"),
    ("2024H1", "前年同期" + SPENDING, "2022-01-01/2022-06-30"),
    ("2024", "去年尾季" + SPENDING, "2023-10-01/2023-12-31"),
    ("2024", "去年首半年" + SPENDING, "2023-01-01/2023-06-30"),
    ("2024", "截至2024年9月底止九個月" + SPENDING, "2024-01-01/2024-09-30"),
    ("2024", "截至2024年6月底止半年" + SPENDING, "2024-01-01/2024-06-30"),
    ("2024", "截至2024年6月30日止季度" + SPENDING, "2024-04-01/2024-06-30"),
    ("2024", "2024年6月止季度" + SPENDING, "2024-04-01/2024-06-30"),
    ("2024", "截至2023年12月止年度" + SPENDING, "2023-01-01/2023-12-31"),
    ("2024", "回顧年度" + SPENDING, "2024-01-01/2024-12-31"),
    ("2024", "2024年末季度獎金派發前，" + DEPOSITS, "2024-12-31"),
    ("2024Q3", "今年頭三季" + SPENDING, "2024-01-01/2024-09-30"),
    ("2024Q3", "截至九月三十日止三個月" + SPENDING, "2024-07-01/2024-09-30"),
    ("2024Q3", "截至9月底止季度" + SPENDING, "2024-07-01/2024-09-30"),
    ("2024Q3", "去年首三個季度" + SPENDING, "2023-01-01/2023-09-30"),
    ("2024Q3", "今年6月底" + DEPOSITS, "2024-06-30"),
    ("2024-09-30", DEPOSITS, "2024-09-30"),
    ("2024-07-01/2024-09-30", SPENDING, "2024-07-01/2024-09-30"),
    ("2024", "At the end of 2023, deposits were RMB100 billion.", "2023-12-31"),
    ("2024", "Deposits at 30 June 2024 were RMB100 billion.", "2024-06-30"),
    ("2024Q3", "Card spending for the nine months ended 30 September 2024 was RMB5 million.",
     "2024-01-01/2024-09-30"),
    ("2024", "2023年末个人存款100亿元。", "2023-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("period", "text", "wanted"), SAID, ids=[f"{p} {t[:-1]}" for p, t, _ in SAID])
def test_a_figure_has_the_time_that_its_sentence_says(period: str, text: str, wanted: str) -> None:
    """A level is at the end of a day, a flow over days; undated, of the reporting period."""
    assert rows_of(text, period)[-1].period == wanted


FISCAL = [
    ("2024", "年末" + DEPOSITS, "2024-03-31"),
    ("2024", "年初" + DEPOSITS, "2023-03-31"),
    ("2024", "全年" + SPENDING, "2023-04-01/2024-03-31"),
    ("2024", "上年" + SPENDING, "2022-04-01/2023-03-31"),
    ("2024", "2023/24年度" + SPENDING, "2023-04-01/2024-03-31"),
    ("2024", "上半年" + SPENDING, "2023-04-01/2023-09-30"),
    ("2024", "2023年6月30日" + DEPOSITS, "2023-06-30"),
    ("2024H1", SPENDING, "2023-04-01/2023-09-30"),
    ("2024Q3", "本季" + SPENDING, "2023-10-01/2023-12-31"),
]


@pytest.mark.parametrize(("period", "text", "wanted"), FISCAL, ids=[f"{p} {t[:-1]}" for p, t, _ in FISCAL])
def test_a_fiscal_year_that_ends_in_march_has_its_own_halves_and_quarters(
    period: str, text: str, wanted: str
) -> None:
    """The year is called after the calendar year it ends in; a day of the calendar is what it says."""
    ledger = ledger_of(text, period, profile=profile_of((3, 31)))

    assert ledger.rows[-1].period == wanted


CHANGES = [
    ("2024", "個人存款100億元，比上年末增加5億元。", "2024-01-01/2024-12-31", ""),
    ("2024H1", "個人存款100億元，比上年末增加5億元。", "2024-01-01/2024-06-30", ""),
    ("2024H1", "信用卡消費額100億元，同比增加5億元。", "2024-01-01/2024-06-30", ""),
    ("2024", "個人存款100億元，環比增加5億元。", "2024-10-01/2024-12-31", "PrecedingPeriod"),
    ("2024", "過去五年個人存款年均複合增長5%。", "2020-01-01/2024-12-31", "CompoundAnnual"),
    ("2024", "按固定匯率計算，客戶存款增長5%。", "2024-01-01/2024-12-31", "ConstantExchangeRate"),
]


@pytest.mark.parametrize(
    ("period", "text", "wanted", "base"), CHANGES, ids=[f"{p} {t}" for p, t, *_ in CHANGES]
)
def test_a_change_has_the_time_it_is_measured_across(period: str, text: str, wanted: str, base: str) -> None:
    """The usual base is the year's start for a level, the year before for a flow; any other is a member."""
    row = rows_of(text, period)[-1]
    members = [
        local(member).removesuffix("Member") for axis, member in row.dimensions if "Comparison" in axis
    ]

    assert row.period == wanted
    assert members == ([base] if base else [])


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("年末個人存款100億元，上年末為90億元。", "2024-12-31", "2023-12-31"),
        ("個人存款由90億元增至100億元。", "2023-12-31", "2024-12-31"),
        ("信用卡消費額100億元，上年為90億元。", "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"),
    ],
)
def test_a_second_value_of_the_same_thing_is_another_date_s(text: str, first: str, second: str) -> None:
    """Both are levels: none is read as a change."""
    one, other = rows_of(text)

    assert (one.concept, one.period, other.period) == (other.concept, first, second)


def test_a_target_lies_in_its_own_year() -> None:
    """It carries the member of the axis for scenarios."""
    row = row_of("2025年綠色貸款目標300億元。", "300億元")

    assert row.period == "2025-12-31"
    assert ("bank:ScenarioAxis", "bank:TargetMember") in row.dimensions


@pytest.mark.parametrize("text", ["3年期", "150年", "99月末", "13月", "2024家", "32日"])
def test_numbers_that_are_no_time_are_no_phrase_of_time(text: str) -> None:
    """A count, a tenor or an impossible date is not taken for a day."""
    found = find_time_phrases(text, load_language("zh-Hant"), parse_reporting_period("2024"))

    assert [phrase for phrase in found if phrase.span] == []


def test_a_time_said_of_nothing_but_its_clause_goes_no_farther() -> None:
    """What the second quarter saw without a figure is no time of the next sentence's income."""
    text = "信用卡消費額58億元，惟第二季已見放緩。票據貼現額6.48億元，減少3.3%。"

    assert {row.period for row in rows_of(text, "2024H1") if row.status == "fact"} == {
        "2024-01-01/2024-06-30"
    }


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("去年下半年", "2023-07-01/2023-12-31"),
        ("上年第四季度", "2023-10-01/2023-12-31"),
        ("去年前三季度", "2023-01-01/2023-09-30"),
        ("去年首九個月", "2023-01-01/2023-09-30"),
    ],
)
def test_parts_of_the_year_before(said: str, period: str) -> None:
    """A part of last year is a stretch of its own, not all of last year."""
    (row,) = [row for row in rows_of(f"{said}的信用卡消費額為6.90億元。", "2024H1") if row.text == "6.90億元"]

    assert (row.status, row.period) == ("fact", period)


def test_a_growth_over_the_half_year_before_is_against_the_preceding_period() -> None:
    """與去年下半年比較 is the comparison of a half-year with the one right before it."""
    rows = rows_of("信用卡消費額為34.92億元，與去年下半年比較微跌0.6%。", "2024H1")
    growth = next(row for row in rows if row.text == "0.6%")

    assert growth.period == "2024-01-01/2024-06-30"
    assert ("bank:ComparisonAxis", "bank:PrecedingPeriodMember") in growth.dimensions


UNREAD = [
    ("2024", "2023年末紫水晶餘額100億元。", "100億元", "2023-12-31"),
    ("2024", "2023年全年紫水晶開採額100億元。", "100億元", "2023-01-01/2023-12-31"),
    ("2024", "紫水晶開採額較上年增長8.1%。", "8.1%", "2024-01-01/2024-12-31"),
    ("2024H1", "Purple crystals came to RMB100 million at 31 March 2024.", "100 million", "2024-03-31"),
    ("2024", "紫水晶餘額100億元。", "100億元", None),
]


@pytest.mark.parametrize(
    ("period", "text", "figure", "wanted"), UNREAD, ids=[t[:-1] for _, t, _, _ in UNREAD]
)
def test_the_time_that_is_said_stands_in_the_row_of_a_figure_that_nothing_names(
    period: str, text: str, figure: str, wanted: str | None
) -> None:
    """It is there for the person who decides, and empty where it hangs on the concept: a balance, or a flow."""
    row = next(row for row in rows_of(text, period) if row.text == figure)

    assert (row.status, row.period) == ("unresolved", wanted)


@pytest.mark.parametrize(
    "text",
    [
        "前三季度淨利潤61.3億元。第三季度單季淨利潤20.1億元，環比增長3.3%。業務及管理費48.1億元。",
        "本行前三季度实现净利润61.3亿元；第三季度净利润20.1亿元，同比增长6.1%。业务及管理费48.1亿元。",
        "淨利潤61.3億元，淨息差1.62%，第三季度淨息差1.65%，環比上升2個基點。業務及管理費48.1億元。",
    ],
)
def test_a_quarter_said_in_passing_is_over_with_its_sentence(text: str) -> None:
    """A report of nine months speaks of its third quarter, and then of the nine months again."""
    row = next(row for row in rows_of(text, "2024-01-01/2024-09-30") if row.text.startswith("48.1"))

    assert row.period == "2024-01-01/2024-09-30"


def test_a_quarter_that_opens_a_paragraph_holds_for_it() -> None:
    """第三季度單季…, and all that follows in its paragraph."""
    text = "第三季度單季淨利潤20.1億元，環比增長3.3%。業務及管理費15.1億元。"
    row = next(row for row in rows_of(text, "2024-01-01/2024-09-30") if row.text.startswith("15.1"))

    assert row.period == "2024-07-01/2024-09-30"


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("Nine months 2025", "2025-01-01/2025-09-30"),
        ("9 months 2025", "2025-01-01/2025-09-30"),
        ("First nine months 2024", "2024-01-01/2024-09-30"),
        ("Jan-Sep '25", "2025-01-01/2025-09-30"),
        ("Jan–Sep 25", "2025-01-01/2025-09-30"),
        ("nine months through end-September 2025", "2025-01-01/2025-09-30"),
        ("in the six-month period which ended 30 June 2025", "2025-01-01/2025-06-30"),
        ("over the twelve months ended September 2025", "2024-10-01/2025-09-30"),
        ("in the June half-year of last year", "2024-01-01/2024-06-30"),
        ("3rd quarter of 2025", "2025-07-01/2025-09-30"),
        ("year-earlier nine months", "2024-01-01/2024-09-30"),
        ("the comparable three months of the prior year", "2024-01-01/2024-03-31"),
        ("fiscal year-end 2024", "2024-12-31"),
    ],
)
def test_a_time_is_put_together_from_its_parts(said: str, time: str) -> None:
    """What begins a phrase of time, how long it is and what it ends with may each be said in every way."""
    text, period = fold(said), parse_reporting_period("2025-01-01/2025-09-30")
    found = find_time_phrases(text, load_language("en"), period)

    assert [(text[phrase.start : phrase.end], phrase.base) for phrase in found] == [
        (text.removeprefix("the "), "")
    ]
    span = found[0].span
    assert span is not None
    assert "/".join(str(day) for day in (span.start, span.end) if day is not None) == time


def test_the_end_of_the_year_is_no_time_of_what_is_told_after_it() -> None:
    """After the end of the year is a time that is not said, which no level has."""
    found = find_time_phrases(
        "after the end of the year", load_language("en"), parse_reporting_period("2025")
    )

    assert [(phrase.start, phrase.base) for phrase in found] == [(0, "unclear")]
