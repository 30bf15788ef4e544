"""Laws that hold for every text, sensible or not: every digit is accounted for, and the same text gives the same rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tagger.ledger import (
    NOT_A_FACT_CODES,
    QUALIFIERS,
    UNRESOLVED_CODES,
    Ledger,
    Row,
    row_from_json,
    row_to_json,
)
from tests.tagging_example import ledger_of, reading_of, rows_of

PIECES = [
    "個人存款", "公司貸款", "綠色貸款餘額", "營業網點", "不良貸款率", "比上年末", "同比", "環比", "增加", "下降", "增長",
    "佔全部存款的", "分別為", "其中", "突破", "近", "約", "累計", "至", "和", "、", "，", "；", "。", "（", "）", "\n", "\n\n",
    "億元", "萬戶", "家", "%", "個百分點", "年", "月末", "第", "位", "1", "2024", "12.5", "1,234.56", "0.", ",", ".", "七成",
    "一百", "100億元", "5.3%", "2023年末", "HK$", "-", "×", "+", " ", "Deposits were ", "RMB5 million", " up ", "\f",
    "３", "①", "²", "٣", "𠝹", "存款余额",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join).filter(str.strip)
ANY = st.text(max_size=120).map(lambda text: text.replace("\x00", "")).filter(
    lambda text: bool(text.strip()) and not any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in text)
)  # fmt: skip
DIGITS = frozenset("0123456789０１２３４５６７８９")
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def digits_of(text: str) -> list[int]:
    """Return the places of a text's digits."""
    return [at for at, character in enumerate(text) if character in DIGITS]


def is_well_formed(row: Row) -> bool:
    """Return whether a row has what its status asks for, and nothing else."""
    match row.status:
        case "fact":
            whole = None not in (row.concept, row.period, row.unit, row.fact, row.decimals, row.confidence)
            return whole and row.reason is None
        case "not_a_fact":
            return row.reason is not None and row.reason.code in NOT_A_FACT_CODES and row.concept is None
        case "unresolved":
            return row.reason is not None and row.reason.code in UNRESOLVED_CODES and row.fact is None


def check_laws(text: str) -> Ledger:
    """Tag a text and hold its ledger against what every ledger must be."""
    ledger = ledger_of(text)
    covered = [at for row in ledger.rows for at in range(row.start, row.end) if text[at] in DIGITS]
    assert covered == digits_of(text)
    assert all(text[row.start : row.end] == row.text for row in ledger.rows)
    assert all(one.end <= other.start for one, other in pairwise(ledger.rows))
    assert all(map(is_well_formed, ledger.rows))
    assert all(row_from_json(row_to_json(row)) == row for row in ledger.rows)
    assert [row.id for row in ledger.rows] == [f"r{n:04}" for n in range(1, len(ledger.rows) + 1)]
    return ledger


@SLOW
@given(TEXTS)
def test_every_digit_of_a_text_of_banking_words_lies_in_exactly_one_row(text: str) -> None:
    """Rows stand in reading order, do not overlap, and are slices of the text; each status has its keys."""
    check_laws(text)


@SLOW
@given(ANY)
@example("0..0")
def test_every_digit_of_any_text_lies_in_exactly_one_row(text: str) -> None:
    """Whatever a file holds: other scripts, emoji, half a word."""
    check_laws(text)


@SLOW
@given(TEXTS)
def test_the_same_text_gives_the_same_ledger(text: str) -> None:
    """Rows and proofs, byte for byte."""
    first, second = ledger_of(text), ledger_of(text)

    assert first == second


@SLOW
@given(TEXTS)
def test_values_are_printed_to_their_decimals(text: str) -> None:
    """A value has exactly max(decimals, 0) digits behind the point, and its qualifiers stand in their order."""
    for row in ledger_of(text).rows:
        if row.value is not None:
            places = len(row.value.partition(".")[2])
            assert places == (0 if row.decimals in (None, "INF") else max(int(row.decimals), 0))
        parts = [part for part in row.qualifier.split("+") if part]
        assert parts == [part for part in QUALIFIERS if part in parts]


@SLOW
@given(
    st.lists(st.sampled_from(["4.2", "本行", "服務", "「快貸2.0」", "2024年", "。"]), max_size=12).map(
        "".join
    )
)
def test_what_is_added_before_a_paragraph_does_not_change_its_reading(before: str) -> None:
    """A paragraph that names its subjects reads the same wherever it stands."""
    text = "年末個人存款100億元，比上年末增加10億元，增長11.1%。\n"
    alone = [reading_of(row) for row in rows_of(text)]

    assert [reading_of(row) for row in rows_of(f"{before}。\n\n{text}")][-3:] == alone


@pytest.mark.parametrize("noise", ["\u3000", " "], ids=["wide", "narrow"])
def test_blanks_between_words_and_figures_change_nothing(noise: str) -> None:
    """As a PDF's text layer puts them."""
    text = f"個人存款{noise}100億元，比上年末增加{noise}10億元。"

    assert [reading_of(row) for row in rows_of(text)] == [
        reading_of(row) for row in rows_of(text.replace(noise, ""))
    ]
