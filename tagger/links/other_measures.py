"""Words that make another measure of the name right before them, though a member is called so too: loan losses are no loans."""

from __future__ import annotations

from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.words.language import Language
from tagger.words.word import Token


def leave_other_measures(claim: Claim, text: str, language: Language) -> None:
    """Take a name and the measure right behind it as not understood: loan losses of $5 million are no loans of grade loss."""
    pair = _measured(claim.left, text, language)
    if pair is not None:
        claim.left = [token for token in claim.left if token not in pair]
        claim.unread = sorted([*claim.unread, (pair[0].start, pair[1].end)])
    pair = _measured(claim.right, text, language)
    if pair is not None:
        claim.right = [token for token in claim.right if token not in pair]
        claim.right_unread = sorted([*claim.right_unread, (pair[0].start, pair[1].end)])
        claim.part = [token for token in claim.part if token not in pair]


def _measured(tokens: list[Token], text: str, language: Language) -> tuple[Token, Token] | None:
    """Return a concept's name and the measure right behind it, which is not itself before the name of a concept."""
    for place, (name, measure) in enumerate(pairwise(tokens), 2):
        if not (name.meanings.concepts and measure.meanings.members) or measure.meanings.concepts:
            continue
        following = tokens[place] if place < len(tokens) else None
        goes_on = following is not None and following.meanings.concepts and following.start == measure.end + 1
        if (
            measure.start == name.end + 1
            and text[measure.start : measure.end] in language.extra["measures_of"]
        ):
            return None if goes_on else (name, measure)
    return None
