"""The measure over the development set counts what it says it counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import cast

from tagger.ledger import Ledger, Reason, Row, Status
from tests.development.measure import COLUMNS, line_of, measure
from tests.development.passages import Gold, Passage, load_passages


def test_gold_held_against_itself_is_right_in_every_column() -> None:
    """A ledger that says what gold says scores one everywhere, and nothing is tagged that should not be."""
    counts = measure(_perfect, load_passages())["all"]

    assert {column: counts[column] for column in COLUMNS} == dict.fromkeys(COLUMNS, counts["fact"])
    assert counts["whole"] == counts["tagged"] == counts["sure"] == counts["fact"]
    assert counts["not_a_fact: right"] == counts["not_a_fact"]
    assert counts["unresolved: right"] == counts["unresolved"]
    assert counts["tagged, no gold"] == 0


def test_one_wrong_period_is_one_wrong_fact() -> None:
    """A fact is right only as a whole; the other columns keep their counts."""
    passage = next(passage for passage in load_passages() if passage.gold[-1].kind == "fact")
    rows = _perfect(passage).rows
    ledger = Ledger(passage.text, (*rows[:-1], replace(rows[-1], period="1999-12-31")))

    counts = measure(lambda _: ledger, (passage,))["all"]

    assert counts["whole"] == counts["fact"] - 1
    assert counts["period"] == counts["fact"] - 1
    assert counts["value"] == counts["fact"]
    assert counts["sure but wrong"] == 1


def test_an_empty_ledger_finds_nothing() -> None:
    """Nothing tagged is recall nought, and no division by nought."""
    counts = measure(lambda passage: Ledger(passage.text, ()), load_passages()[:1])["all"]

    assert counts["fact: found"] == 0
    assert "whole P 0.000 R 0.000" in line_of("all", counts)
    assert "found 0" in line_of("nothing", Counter())


def _perfect(passage: Passage) -> Ledger:
    return Ledger(passage.text, tuple(_row(number, gold) for number, gold in enumerate(passage.gold)))


def _row(number: int, gold: Gold) -> Row:
    is_fact = gold.kind == "fact"
    return Row(
        id=f"r{number:04}",
        fact=None,
        start=gold.start,
        end=gold.end,
        text=gold.text,
        place={},
        status=cast("Status", gold.kind),
        reason=None if is_fact else Reason(gold.code, ""),
        value=gold.value or None,
        unit=f"x:{gold.unit}" if gold.unit else None,
        decimals="INF" if gold.decimals == "INF" else int(gold.decimals) if gold.decimals else None,
        qualifier=gold.qualifier,
        period=gold.period or None,
        concept=f"x:{gold.concept}",
        dimensions=tuple((f"x:{axis}", f"x:{member}") for axis, member in gold.dimensions),
        confidence=0.99 if is_fact else None,
    )
