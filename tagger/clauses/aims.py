"""A target that something is held against, a number of things, and what something would come of."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.planning import hold_against
from tagger.words.language import Language


def read_aims(claim: Claim, floor: int, text: str, language: Language) -> None:
    """Read a target that something is held against, a number of things, and what something would come of."""
    if claim.scenario and claim.is_before and not claim.times:
        claim.is_before, claim.base = False, None  # disbursed $139m, against a target of $150m
    if claim.is_planned_behind:
        hold_against(claim, text, language)
    claim.is_number = claim.figure.kind != "money" and any(
        word in text[floor : claim.figure.start] for word in language.extra["numbers_of"]
    )
    claim.hypothetical |= "hypothetical" in claim.marks and _would_be(claim, text, language)


def _would_be(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a figure only says what something else would come of: a shift of 200 basis points would take $5m."""
    if not any("hypothetical" in token.meanings.kinds for token in claim.right):
        return False
    nouns = language.extra["nouns_of_change"]
    for token in claim.left:
        said = text[token.start : token.end]
        if token.meanings.verb and not (said in nouns or said.split()[-1] in language.links):
            return False  # deposits were $5m, which would
    return True
