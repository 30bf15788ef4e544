"""What it costs to read an amount that something was done with as all there is of a thing."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex


def price_of_deed(concept: str, claim: Claim, index: TaxonomyIndex) -> float:
    """Return what it costs to read what was done with so much of a thing as all there is of it, where no name says so."""
    stock = not index.is_flow(concept) and not index.is_called(concept, claim.done)
    return PRICE["acted_on"] * stock


def price_of_doing(concept: str, claim: Claim, index: TaxonomyIndex, where: str) -> float:
    """Return what it costs to read what was done as what is there, or what is there as what was done in the year.

    代销理财产品余额 are not what was sold, and £9m on cards are no balance. where: the name stands, "left" or "right".
    """
    done = claim.is_acted_on or (claim.is_on if where == "right" else claim.is_made)
    price = price_of_deed(concept, claim, index) if done else 0.0
    flows = bool(claim.balance) and index.is_flow(concept) and not index.is_called(concept, claim.balance)
    return price + PRICE["unread_telling"] * flows


def counts_all(claim: Claim, flow: str, index: TaxonomyIndex, kind: str) -> bool:
    """Return whether what was done by a day is all there is of what the figure counts: it had issued 6.1 million cards."""
    if not (claim.accumulated and index.is_flow(flow)):
        return False
    counted = (concept for token in claim.right for concept in token.meanings.concepts)
    return any(
        not index.is_flow(concept)
        and index.unit_price(concept, claim.figure, kind, claim.counted) is not None
        for concept in counted
    )
