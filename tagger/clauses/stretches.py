"""The words and phrases of time that lie in a stretch of a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from tagger.clauses.claim import Claim
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

REACH = 160
"""How far back a clause or lead is looked for; hostile text costs no more."""


def tokens_between(tokens: list[Token], starts: list[int], start: int, end: int) -> list[Token]:
    """Return the words that lie in a stretch; `starts`: of the words."""
    found = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
    if found and found[-1].end > end:  # they are in order of their ends
        return [token for token in found if token.end <= end]
    return found


def outside(stretches: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches that no part of another lies in."""
    return [stretch for stretch in stretches if stretch[1] <= start or stretch[0] >= end]


def said_between(
    words: Mapping[str, str], text: str, start: int, end: int, phrases: Iterable[TimePhrase]
) -> list[str]:
    """Return what words mean that a stretch says outside the phrases of time: to date, but not of year to date."""
    said, found = text[start:end], []
    for word, meaning in words.items():
        if word in said:
            at = start + said.find(word)
            if not any(phrase.start <= at < phrase.end for phrase in phrases):
                found.append(meaning)
    return found


def phrases_between(phrases: list[TimePhrase], starts: list[int], start: int, end: int) -> list[TimePhrase]:
    """Return the phrases of time that lie in a stretch; `starts`: of the phrases."""
    found = phrases[bisect_left(starts, start) : bisect_left(starts, end)]
    if found and found[-1].end > end:
        return [phrase for phrase in found if phrase.end <= end]
    return found


def before_amount(claim: Claim, text: str, language: Language) -> str:
    """Return the clause up to a figure and its currency: RMB 5 billion of clearing fees are no renminbi clearing."""
    before = text[claim.clause_start : claim.figure.start]
    last = _LAST_WORD.search(before) if claim.figure.kind == "money" else None
    return before[: last.start()] if last is not None and last[1] in language.currencies else before


_LAST_WORD = re.compile(r"([a-z]+) ?\Z")
