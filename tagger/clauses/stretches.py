"""The words and phrases of time that lie in a stretch of a line."""

from __future__ import annotations

from bisect import bisect_left

from tagger.words.periods import TimePhrase
from tagger.words.word import Token

REACH = 160
"""How far back a clause or lead is looked for; hostile text costs no more."""


def tokens_between(tokens: list[Token], starts: list[int], start: int, end: int) -> list[Token]:
    """Return the words that lie in a stretch; `starts`: of the words."""
    return [
        token for token in tokens[bisect_left(starts, start) : bisect_left(starts, end)] if token.end <= end
    ]


def phrases_between(phrases: list[TimePhrase], starts: list[int], start: int, end: int) -> list[TimePhrase]:
    """Return the phrases of time that lie in a stretch; `starts`: of the phrases."""
    return [
        phrase
        for phrase in phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        if phrase.end <= end
    ]
