"""Phrases of time whose last character begins a term: 113年初年度保費 is of 113年, 2024年末期股息 of 2024年."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.vocabulary import Vocabulary

_HAN_FIRST = "\u2e80"
_LENGTHS = range(3, 13)
"""How many characters such a term has: of two, 末 and one more, the phrase is as likely right."""


def cut_at_terms(
    phrases: Iterable[TimePhrase], text: str, vocabulary: Vocabulary, words: Language, period: ReportingPeriod
) -> Iterator[TimePhrase]:
    """Yield the phrases of time of Han prose; one that is a phrase without its last character too leaves that to a term."""
    for phrase in phrases:
        last = phrase.end - 1
        if text[last] >= _HAN_FIRST and _begins_term(text, last, vocabulary):
            shorter = find_time_phrases(text[phrase.start : last], words, period)
            if len(shorter) == 1 and (shorter[0].start, shorter[0].end) == (0, last - phrase.start):
                yield replace(shorter[0], start=phrase.start, end=last)
                continue
        yield phrase


def _begins_term(text: str, at: int, vocabulary: Vocabulary) -> bool:
    return text[at] in vocabulary.beginnings and any(
        text[at : at + length] in vocabulary.terms for length in _LENGTHS
    )
