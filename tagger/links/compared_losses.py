"""Amounts that are compared with one that words made negative: a net loss of $61 million, compared with $118 million."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.below_zero import CHANGE_OF_LOSS
from tagger.links.candidate import Frame
from tagger.links.decided import Decided


def goes_on_below_zero(item: Decided, claim: Claim, before: Frame | None) -> Decided:
    """Make an amount negative that is compared with one that words made so: a loss of $61m, compared with $118m.

    How such a loss has changed, in Han prose, is no change of the profit: 淨虧損1.85億元，較2024年收窄43%.
    """
    best = item.best
    if before is None or not before.below_zero or best is None or not best.candidate.inherited:
        return item
    if best.kind != "level":
        if best.base_concept == before.candidate.concept and not claim.is_latin:
            item.reason = item.reason or CHANGE_OF_LOSS
        return item
    compared = bool(claim.times) and (claim.in_bracket or bool(claim.times[-1].base))  # 較2024年的3.2億元減少
    beside = claim.is_before or compared
    if beside and best.base_concept == before.candidate.concept and not (claim.unread or claim.left_terms):
        item.value = -abs(item.value)
    return item
