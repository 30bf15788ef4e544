"""What the page says of a figure is said in the reader's language, whatever the tagger wrote down."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import tagwright
from exports.page.sentences import say_sentences
from tagger.ledger import UNRESOLVED_CODES, Evidence, Ledger, Proof, Reason
from tests.page_example import TEXT, row_of

SAMPLES = Path(__file__).parent.parent / "samples"
ENGLISH = re.compile("[a-z]{3,}")


def said_of(reason: Reason, *evidence: Evidence) -> dict[str, str]:
    """Return what is said in other languages of a figure with the reason."""
    row = replace(row_of(1, TEXT, "80家"), reason=reason, evidence=evidence)
    found = say_sentences(Ledger(TEXT, (row,)), {}, [])
    sentence = found.get(reason.text, {})
    assert isinstance(sentence, dict)
    return {language: str(text) for language, text in sentence.items()}


@pytest.mark.parametrize("code", UNRESOLVED_CODES)
def test_a_sentence_that_nobody_translated_is_told_by_its_code(code: str) -> None:
    """So a new sentence of the tagger never stands in English among Chinese."""
    said = said_of(Reason(code, "a sentence that is new"))

    assert set(said) == {"zh-Hant", "zh-Hans"}
    assert not any(ENGLISH.search(text) for text in said.values())


def test_a_check_that_nobody_translated_is_told_by_its_kind() -> None:
    """So a new kind of check never stands in English among Chinese."""
    proof = Proof("p0001", "parts_of_whole", (), "agrees", text="a sentence that is new")

    said = say_sentences(Ledger(TEXT, (), (proof,)), {}, [])

    assert said == {"a sentence that is new": {"zh-Hant": "部分與整體", "zh-Hans": "部分与整体"}}


def test_a_persons_own_words_stay() -> None:
    """They are in the language that the team speaks."""
    assert said_of(Reason("decided", "only an example"), Evidence("decision", "decided")) == {}


@pytest.mark.slow
def test_no_reason_of_a_real_report_is_in_english_on_a_chinese_page() -> None:
    """Neither of figures nor of checks."""
    folder = SAMPLES / "harbour-bank"
    tagged = tagwright.tag(
        folder / "report.txt", taxonomy="bank-disclosure", entity=folder / "entity.yaml", period="2025"
    )
    wanted = {row.reason.text for row in tagged.ledger.rows if row.reason}
    wanted |= {proof.text for proof in tagged.ledger.proofs}

    said = say_sentences(tagged.ledger, {}, [])

    assert set(said) == wanted
    for sentence, texts in said.items():
        assert isinstance(texts, dict)
        assert not ENGLISH.search(str(texts["zh-Hant"])), sentence
        assert not ENGLISH.search(str(texts["zh-Hans"])), sentence
