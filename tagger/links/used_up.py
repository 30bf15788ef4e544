"""What something used up, which is no balance and no income of it: farm loans gobbled up $5m of capital."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.decided import Reading
from tagger.links.taxonomy_index import TaxonomyIndex

USED_UP = "no_concept", "so much was used up, which is no balance and no income"


def is_used_up(claim: Claim, best: Reading, index: TaxonomyIndex) -> bool:
    """Return whether something used up an amount that is read as all there is of it, or as its income."""
    if not claim.is_used or best.kind != "level":
        return False
    concept = index.taxonomy.concept_by_qname[best.base_concept]
    return concept.period_type != "duration" or concept.balance == "credit"
