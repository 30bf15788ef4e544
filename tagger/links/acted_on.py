"""What it costs to read an amount that something was done with as all there is of a thing."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex


def price_of_deed(concept: str, claim: Claim, index: TaxonomyIndex) -> float:
    """Return what it costs to read what was done with so much of a thing as all there is of it, where no name says so."""
    stock = not index.is_flow(concept) and not index.is_called(concept, claim.done)
    return PRICE["acted_on"] * stock
