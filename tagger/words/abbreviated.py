"""Terms that their abbreviation interrupts, in brackets: the common equity tier 1 (‘CET1’) capital ratio."""

from __future__ import annotations

import re

from tagger.words.forms import WORD_START
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Token

_BRACKET = re.compile(r" ?[(（]\s?['‘“\"「『]?[a-z][a-z0-9&.-]{0,11}['’”\"」』]?\s?[)）] ?")
_REACH, _BEHIND = 60, 40
"""How far before and behind the brackets the term may go on."""
_STOP = re.compile(r"[，,。；;:：、（(）)]|\. ")
_WORD_END = re.compile(r"(?<=[a-z0-9])(?![a-z0-9])")
_HAN = "\u2e80"


def with_abbreviations(tokens: list[Token], vocabulary: Vocabulary, text: str) -> list[Token]:
    """Return the words of a line with the terms that brackets part, in place of what stands in and around these."""
    for found in _BRACKET.finditer(text):
        whole = _around(found, vocabulary, text)
        inside = [token for token in tokens if found.start() < token.start and token.end < found.end()]
        if whole is None or any(_names_else(token, whole) for token in inside):
            continue  # (AUM) names something else
        others = [token for token in tokens if token.end <= whole.start or whole.end <= token.start]
        tokens = sorted([*others, whole], key=lambda token: token.start)
    return tokens


def _names_else(token: Token, whole: Token) -> bool:
    """Return whether a word in the brackets names another concept than the term that they interrupt."""
    return token.is_term and not set(token.meanings.concepts) <= set(whole.meanings.concepts)


def _around(bracket: re.Match[str], vocabulary: Vocabulary, text: str) -> Token | None:
    """Return the longest term of a concept that begins before a bracket and ends behind it."""
    floor = max(bracket.start() - _REACH, 0)
    floor = max((stop.end() for stop in _STOP.finditer(text, floor, bracket.start())), default=floor)
    limit = min(bracket.end() + _BEHIND, len(text))
    stop = _STOP.search(text, bracket.end(), limit)
    limit = stop.start() if stop is not None else limit
    if bracket.end() >= limit or bracket.start() <= floor:
        return None
    han = text[bracket.end()] >= _HAN
    starts, ends = list(range(floor, bracket.start())), list(range(limit, bracket.end(), -1))
    if not han:
        starts = [found.start() for found in WORD_START.finditer(text, floor, bracket.start())]
        ends = [found.start() for found in _WORD_END.finditer(text, bracket.end(), limit + 1)][::-1]
    between = "" if han else " "
    for start in starts:
        if text[start] not in vocabulary.beginnings:
            continue
        for end in ends:
            word = vocabulary.terms.get(
                f"{text[start : bracket.start()]}{between}{text[bracket.end() : end]}"
            )
            if word is not None and word.is_term:
                return Token(start, end, word, is_term=True)
    return None
