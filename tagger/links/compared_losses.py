"""Amounts that are compared with one that words made negative: a net loss of $61 million, compared with $118 million."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Frame
from tagger.links.decided import Decided


def goes_on_below_zero(item: Decided, claim: Claim, before: Frame | None) -> Decided:
    """Make an amount negative that is compared with one that words made so: a loss of $61m, compared with $118m."""
    best = item.best
    if (
        before is None
        or not before.below_zero
        or best is None
        or not best.candidate.inherited
        or best.kind != "level"
    ):
        return item
    beside = claim.is_before or (claim.in_bracket and bool(claim.times))
    if beside and best.base_concept == before.candidate.concept and not (claim.unread or claim.left_terms):
        item.value = -abs(item.value)
    return item
