"""Rates that central banks and markets set, in words that say nothing by themselves: Bank Rate fell from 4.75% to 3.75%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.clauses.claim import Claim
from tagger.figures.figure import RATES
from tagger.words.alternation import alternation
from tagger.words.language import Language


def market_rates_in(claim: Claim, text: str, floor: int, language: Language) -> Iterator[tuple[int, int]]:
    """Yield where the clause of a rate names such a one before it, which no term of the taxonomy holds.

    floor: how far back its sentence is its own, where its clause has no name: Bank Rate came down in steps, from 4.75%.
    """
    if claim.figure.kind not in RATES:
        return
    terms = [token for token in (*claim.lead, *claim.left) if token.is_term]
    since = floor if not claim.left_terms else claim.clause_start
    for found in _named(tuple(language.extra["market_rates"])).finditer(text, since, claim.figure.start):
        start, end = found.span()
        held = any(token.start < end and start < token.end for token in terms)
        behind = start < claim.clause_start and any(token.start >= end for token in terms)
        if not held and not behind:
            yield start, end


@cache
def _named(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z-])(?:{alternation(words) or '(?!)'})(?![a-z-])")
