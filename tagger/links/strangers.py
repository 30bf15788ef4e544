"""Figures of somebody whose name nothing explains, of Han prose: 淡馬租賃總資產X, 香港分行淨利潤Y."""

from __future__ import annotations

from tagger.clauses.claim import Claim


def is_of_stranger(claim: Claim, *, unsure: bool, before: bool) -> bool:
    """Return whether a claim, or one before that it may go on from, is of a name that nothing explains."""
    if claim.is_latin or (
        "own" in claim.marks and any("own" in token.meanings.kinds for token in claim.left)
    ):
        return False
    if not (before or (unsure and claim.unread)) or (unsure and claim.of_unit):
        return unsure and claim.of_unit
    terms = [token for token in claim.left if token.is_term]
    if not unsure or not claim.unread or not terms:
        return before and not any(token.meanings.members for token in terms)
    start, end = claim.unread[0]
    return (
        (start, end) not in claim.apart
        and end - start >= _SHORTEST_STRANGER
        and start - claim.clause_start <= 1
        and end == terms[0].start
    )


_SHORTEST_STRANGER = 3
