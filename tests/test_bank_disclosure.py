"""The bank taxonomy: whole in three languages, and found by the words that reports use for what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from taxonomy.load import load_taxonomy
from tests.development.measure import is_whole, rows_by_gold, tag_passage
from tests.development.passages import read_passage

if TYPE_CHECKING:
    from taxonomy.model import Axis, Concept, Member, Unit

TEXTS = Path(__file__).parent / "data" / "bank-business"
LANGUAGES = ("en", "zh-Hant", "zh-Hans")


@pytest.mark.parametrize("name", ["en-business", "zh-Hant-business", "zh-Hans-business"])
def test_a_review_of_business_is_tagged_without_a_mistake(name: str) -> None:
    """Cards, trade, channels, people, sustainability, service and community, as an invented bank reports them."""
    passage = read_passage(TEXTS / f"{name}.txt")

    rows = tag_passage(passage).rows

    gold = [pair for pair in rows_by_gold(passage, rows) if pair[0].kind == "fact"]
    assert [one.text for one, row in gold if row is None or not is_whole(one, row)] == []
    assert sum(row.status == "fact" for row in rows) == len(gold)


def test_everything_is_named_and_defined_in_three_languages() -> None:
    """Nobody is left to guess from a name what counts as the thing."""
    taxonomy = load_taxonomy("bank-disclosure")
    things: list[Concept | Member | Axis | Unit] = [
        *(concept for concept in taxonomy.concepts if concept.variant is None),
        *(member for axis in taxonomy.axes for member in axis.members),
        *taxonomy.axes,
        *taxonomy.units,
    ]

    lacking = [
        (thing.qname, role, language)
        for thing in things
        for role in ("standard", "documentation")
        for language in LANGUAGES
        if not any(label.role == role and label.language == language for label in thing.labels)
    ]

    assert lacking == []


def test_it_is_as_large_as_a_bank_report_asks_for() -> None:
    """No subject is lost in silence."""
    taxonomy = load_taxonomy("bank-disclosure")
    concepts = {concept.qname for concept in taxonomy.concepts if concept.variant is None}
    members = {member.qname for axis in taxonomy.axes for member in axis.members}

    assert len(concepts) + len(members) >= 400
