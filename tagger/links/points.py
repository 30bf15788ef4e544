"""Points of a score, which are no percentage points: the net promoter score rose by 4 points to 46."""

from __future__ import annotations

from tagger.figures.find import value_of
from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex


def take_as_score(item: Decided, index: TaxonomyIndex) -> None:
    """Give a figure in points the number it says, where what its best reading is of is no rate in per cent."""
    concept = index.taxonomy.concept_by_qname[item.readings[0].base_concept]
    if concept.type != "percent":
        item.figure.kind, item.figure.is_points = "", False
        item.value, item.decimals = value_of(item.figure)
