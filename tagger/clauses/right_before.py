"""What stands right before the name of a concept in Han prose and makes another thing of it: 淨資產, 範圍2排放量."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.clauses.claim import Claim
from tagger.figures.figure import Figure
from tagger.words.language import Language
from tagger.words.periods import TimePhrase

Span = tuple[int, int]
_OF_NAMES = ("name", "product_name")
"""Why a number is none of a fact that belongs to a name; one of a telephone (熱線95718接通率) tells nothing apart."""


def take_right_before(
    claim: Claim, spoken_for: list[TimePhrase | Figure], text: str, language: Language
) -> None:
    """Take such words as not understood: what the taxonomy knows by the name alone is not what the clause speaks of."""
    if not claim.is_latin and claim.left:
        told = [hole for hole in _told(claim, spoken_for, text, language) if hole not in claim.unread]
        if told:
            claim.leave_apart(told)


def _told(
    claim: Claim, spoken_for: list[TimePhrase | Figure], text: str, language: Language
) -> Iterator[Span]:
    prefixes = language.extra["net_prefixes"]
    numbers = {f.end: f.start for f in spoken_for if isinstance(f, Figure) and f.reason in _OF_NAMES}
    said = {(token.start, token.end) for token in claim.left if not token.is_term}
    for token in claim.left:
        if not token.is_term or not token.meanings.concepts:
            continue
        start = numbers.get(token.start, token.start - 1)
        numbered = token.start in numbers and text[start - 1 : start].isalpha()
        if numbered or ((start, token.start) in said and text[start : token.start] in prefixes):
            yield start, token.start
