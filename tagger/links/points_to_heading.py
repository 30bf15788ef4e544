"""Nouns for the part that a heading names, which say no more than it: total income of the segment, this division's costs."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.words.language import Language


def leave_heading_again(claim: Claim, context: Context, text: str, language: Language) -> None:
    """Take out of the unread words of a claim a bare noun for the part that its heading names: the segment, in this division."""
    if not any(token.meanings.members for token in context.headings):
        return
    nouns = language.extra["units_of_business"]
    pointing = language.extra["demonstratives"]

    def is_heading(hole: tuple[int, int]) -> bool:
        before = text[max(hole[0] - _NEAR, claim.clause_start) : hole[0]].split()
        return text[slice(*hole)] in nouns and bool(before) and before[-1] in pointing

    claim.unread = [hole for hole in claim.unread if not is_heading(hole)]


_NEAR = 12
