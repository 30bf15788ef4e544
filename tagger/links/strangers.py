"""Figures of somebody whose name nothing explains: 淡馬租賃總資產X, 香港分行淨利潤Y; HPX had loans of $5m."""

from __future__ import annotations

from tagger.clauses.claim import Claim


def is_of_stranger(claim: Claim, *, unsure: bool, before: bool) -> bool:
    """Return whether a claim, or one before that it may go on from, is of a name that nothing explains."""
    if "own" in claim.marks and any("own" in token.meanings.kinds for token in claim.left):
        return False
    if claim.is_latin:
        return claim.of_unit or before
    if not (before or (unsure and claim.unread)) or (unsure and claim.of_unit):
        return unsure and claim.of_unit
    terms = [token for token in claim.left if token.is_term]
    if unsure and claim.named_to and _is_subject(claim):
        return True  # 「安居貸」餘額X，客戶Y
    if not unsure or not claim.unread or not terms:
        return before and not any(token.meanings.members for token in terms)
    start, end = claim.unread[0]
    return (
        (start, end) not in claim.apart
        and end - start >= _SHORTEST_STRANGER
        and start - claim.clause_start <= 1
        and end == terms[0].start
    )


def _is_subject(claim: Claim) -> bool:
    """Return whether a name in quotation marks opens a clause, and what is told of it stands right behind: 「安居貸」餘額X."""
    end = claim.named_to
    if any(t.is_term or t.meanings.verb for t in claim.left if t.start < claim.unread[0][0]):
        return False
    if any(hole[1] > end for hole in claim.unread):
        return False
    return end == claim.figure.start or any(t.start <= end < t.end for t in claim.left)


_SHORTEST_STRANGER = 3
