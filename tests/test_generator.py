"""Generated texts: their gold is what the contract asks for, they are many, varied and always the same."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.development.arithmetic import contradictions
from tests.development.generator import LANGUAGES, generate
from tests.development.passages import Passage, row_mistakes
from tests.development.printed_figures import simplifying
from tests.development.vocabulary import SOURCES, vocabulary

SEEDS = range(300)


@cache
def passages() -> tuple[Passage, ...]:
    """Return the passages of all seeds, made once."""
    return tuple(generate(seed) for seed in SEEDS)


def test_three_hundred_passages_hold_five_thousand_facts() -> None:
    """As many as the claim about confidence needs; each lies in its text where its gold says."""
    rows = [(passage, row) for passage in passages() for row in passage.gold]

    assert sum(row.kind == "fact" for _, row in rows) >= 5000
    assert all(passage.text[row.start : row.end] == row.text for passage, row in rows)


def test_the_same_seed_is_the_same_passage() -> None:
    """Nothing but the seed decides, so that a wrong figure can be looked at again."""
    assert generate(7) == passages()[7]
    assert generate(7) != generate(8)


def test_gold_keeps_to_the_contract() -> None:
    """Names, dimensions, periods, units, values and decimals are what a written passage would have to say too."""
    wrong = [
        (passage.name, row.text, mistake)
        for passage in passages()
        for row in passage.gold
        for mistake in row_mistakes(row, vocabulary(passage.taxonomy))
    ]

    assert wrong == []


def test_levels_changes_and_growths_are_roundings_of_one_truth() -> None:
    """No passage contradicts itself: a tagger that proves figures must not find a misprint."""
    assert [(passage.name, wrong) for passage in passages() for wrong in contradictions(passage)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_of_every_taxonomy(language: str) -> None:
    """All patterns of sentences, all sources, several periods and currencies."""
    mine = [passage for passage in passages() if passage.language == language]
    every = {
        "bracket", "from_to", "growth", "level", "level_change", "level_change_growth", "level_growth", "list",
        "non_facts", "of_which", "rate", "share",
    }  # fmt: skip

    assert {passage.taxonomy for passage in mine} == set(SOURCES)
    assert {name for passage in mine for name in passage.phenomena} == every
    assert len({passage.period for passage in mine}) == 4
    assert len({passage.currency for passage in mine}) == 3


def test_simplified_texts_hold_no_traditional_character_of_ours() -> None:
    """The wordings are written once, in Traditional Chinese."""
    traditional = re.compile(f"[{''.join(map(chr, simplifying()))}]")
    mine = [passage for passage in passages() if passage.language == "zh-Hans"]

    assert [hit[0] for passage in mine for hit in [traditional.search(passage.text)] if hit] == []
