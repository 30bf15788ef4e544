"""Points of a score, which are no percentage points, and rates that are changes themselves.

The net promoter score rose by 4 points to 46; prices fell by 3%, of price change.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.figures.find import value_of
from tagger.links.candidate import Context
from tagger.links.decided import Decided
from tagger.links.directions import turn_judged
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex


def take_as_score(item: Decided, index: TaxonomyIndex) -> None:
    """Give a figure in points the number it says, where what its best reading is of is no rate in per cent."""
    concept = index.taxonomy.concept_by_qname[item.readings[0].base_concept]
    if concept.type != "percent":
        item.figure.kind, item.figure.is_points = "", False
        item.value, item.decimals = value_of(item.figure)


def take_as_change(claim: Claim, context: Context, setting: Setting) -> None:
    """Read how far something moved as the value of a rate that is its change by name: prices fell by 3%, of price change.

    The rate is what the clause names, else what the figure before is of.
    """
    turn_judged(claim, setting)
    if claim.kind != "growth" or claim.figure.kind != "percent" or claim.unsure_sign:
        return
    index, last = setting.index, context.before_claim(claim)
    named = [concept for token in claim.left_terms for concept in token.meanings.concepts]
    if not named and last is not None:
        named = [last.candidate.concept]
    nouns = tuple(setting.language.extra["nouns_of_change"])
    claim.is_change_by_name = bool(named) and all(
        index.taxonomy.concept_by_qname[concept].type == "percent"
        and index.variant(concept, "growth") is None
        and index.is_called(concept, nouns)
        for concept in named
    )
