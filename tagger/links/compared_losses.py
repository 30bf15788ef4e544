"""Amounts that are compared with one that words made negative: a net loss of $61 million, compared with $118 million."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD
from tagger.links.below_zero import CHANGE_OF_LOSS
from tagger.links.candidate import Frame
from tagger.links.decided import Decided
from tagger.links.setting import Setting


def goes_on_below_zero(item: Decided, claim: Claim, before: Frame | None, setting: Setting) -> Decided:
    """Make an amount negative that is compared with one that words made so: a loss of $61m, compared with $118m.

    Not where the word behind it is again the concept's own: a writeback of €103m, compared with a €120m charge.
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
    goes_on = claim.lead_is_behind and before.claim.is_before and bool(claim.times)
    beside = claim.is_before or compared or goes_on  # less than the £1.6bn of 2023 and the £1.2bn of 2022
    same = best.base_concept == before.candidate.concept and not (claim.unread or claim.left_terms)
    if beside and same and not (claim.is_latin and _is_called_so(claim, best.base_concept, setting)):
        item.value = -abs(item.value)
    return item


def _is_called_so(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether the word behind an amount is the last of a name of the concept: a €120m (impairment) charge."""
    behind = NEXT_WORD.match(setting.prose.text, claim.figure.end)
    names = setting.index.named_parts.names.get(concept, ())
    return behind is not None and any(name.endswith(behind[1]) for name in names)
