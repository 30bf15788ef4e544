"""What the document reports nowhere else: a concept or a member of a taxonomy that was made for it.

Words that nothing explains make a reading dear, for they may say that the figure is of something else. Where nearly all
concepts of the taxonomy are reported by the document, the taxonomy was written for it, and what is left of it is in the
document too: a figure whose only trouble is such words is then more likely of the concept that nothing else reports than
of one that the taxonomy does not have. Of a large taxonomy most concepts are never reported, and this says nothing.
"""

from __future__ import annotations

from tagger.links.decided import Decided
from tagger.links.prices import TOO_UNSURE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.proofs.choice import FactKey
from taxonomy.item_types import is_numeric

_MADE_FOR_IT = 0.75
"""The share of the concepts that the document reports, from which on the taxonomy was made for it."""
_LEAST = 8
"""How many concepts have to be reported before their share tells anything."""
_TOO_DEAR = 2.5
"""From this price on a reading is as often wrong as right, reported elsewhere or not."""


def take_unreported(items: list[Decided], groups: dict[FactKey, list[Decided]], index: TaxonomyIndex) -> bool:
    """Mark the figures whose reading alone reports its concept or one of its members. Tell whether there are such.

    groups: the figures that are facts already, by what they state. Only levels: a change, growth or share of a thing
    has a concept of its own whether the document states one or not.
    """
    reported, stated, members = _reported(groups)
    bases = {concept.qname for concept in index.taxonomy.concepts if _counts(concept.type, concept.variant)}
    known = len(reported & bases)
    if known < _LEAST or known < _MADE_FOR_IT * len(bases):
        return False
    found = False
    roles = index.role_axes.values()
    for item in items:
        if item.reason or not item.readings:
            continue
        best = item.readings[0]
        if best.kind != "level" or not TOO_UNSURE <= best.price < _TOO_DEAR or best.candidate.by_arithmetic:
            continue
        if (best.concept, best.dimensions) in stated:
            continue
        if best.dimensions:
            others = [pair for pair in best.dimensions if pair[0] not in roles and pair not in members]
            item.unreported = "member" if others else ""
        elif best.concept not in reported:
            item.unreported = "concept"
        found = found or bool(item.unreported)
    return found


def _counts(item_type: str, variant: str | None) -> bool:
    return variant is None and is_numeric(item_type)


def _reported(
    groups: dict[FactKey, list[Decided]],
) -> tuple[set[str], set[tuple[str, tuple[tuple[str, str], ...]]], set[tuple[str, str]]]:
    """Return the base concepts, the concepts with their dimensions, and the members that facts report."""
    reported: set[str] = set()
    stated: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
    members: set[tuple[str, str]] = set()
    for key, group in groups.items():
        reported.add(group[0].readings[0].base_concept)
        stated.add((key[0], key[1]))
        members.update(key[1])
    return reported, stated, members
