"""What the document reports nowhere else: a concept or a member of a taxonomy that was made for it.

Words that nothing explains make a reading dear, for they may say that the figure is of something else. Where nearly all
concepts of the taxonomy are reported by the document, the taxonomy was written for it, and what is left of it is in the
document too: a figure whose only trouble is such words is then more likely of the concept that nothing else reports than
of one that the taxonomy does not have. Of a large taxonomy most concepts are never reported, and this says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from tagger.clauses.claim import Claim
from tagger.links.candidate import Dimensions
from tagger.links.decided import Decided, Reading
from tagger.links.prices import TOO_UNSURE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.proofs.choice import FactKey

_MADE_FOR_IT = 0.75
"""The share of the concepts that the document reports, from which on the taxonomy was made for it."""
_LEAST = 8
"""How many concepts have to be reported before their share tells anything."""
_TOO_DEAR = 2.5
"""From this price on a reading is as often wrong as right, reported elsewhere or not."""
_GOES_ON_FOR = 1.1
"""What a figure that goes on from such a level may cost beyond it: that its thing is said before, and its words once more."""


def take_unreported(items: list[Decided], groups: dict[FactKey, list[Decided]], index: TaxonomyIndex) -> bool:
    """Mark the figures whose reading alone reports its concept or one of its members. Tell whether there are such.

    items: in the order of the document. groups: the figures that are facts already, by what they state. Only levels: a change,
    growth or share of a thing has a concept of its own whether the document states one or not. But what goes on from such a
    level, a change, a growth or the level that it came from, is of the same thing: 1,264戶，較上年增加347戶;
    came down to $109m from $113m.
    """
    reported = _reported(groups)
    bases = index.base_concepts
    known = len(reported.concepts & bases)
    if known < _LEAST or known < _MADE_FOR_IT * len(bases):
        return False
    found = False
    roles = frozenset(index.role_axes.values())
    before: Decided | None = None
    for item in items:
        if not item.reason and item.readings:
            best = item.readings[0]
            if best.price >= TOO_UNSURE and (best.concept, best.dimensions) not in reported.stated:
                if before is not None and _goes_on(item, before.readings[0], roles):
                    item.unreported = before.unreported
                elif best.kind == "level" and best.price < _TOO_DEAR:
                    item.unreported = _alone(best, reported, roles)
        before = item if item.unreported else None
        found = found or before is not None
    return found


@dataclass(frozen=True, slots=True)
class _Reported:
    """The base concepts, the concepts with their dimensions, and the members that facts report."""

    concepts: set[str]
    stated: set[tuple[str, Dimensions]]
    members: set[tuple[str, str]]


def _alone(reading: Reading, reported: _Reported, roles: frozenset[str]) -> str:
    """Return what a reading alone reports, "" where it reports nothing new or arithmetic chose it."""
    if reading.candidate.by_arithmetic:
        return ""
    if not reading.dimensions:
        return "" if reading.concept in reported.concepts else "concept"
    new = [pair for pair in reading.dimensions if pair[0] not in roles and pair not in reported.members]
    return "member" if new else ""


def _goes_on(item: Decided, level: Reading, roles: frozenset[str]) -> bool:
    """Return whether a change, a growth or what a level came from has its concept from the level before it, and all else too."""
    reading, claim = item.readings[0], item.claim
    of_before = isinstance(claim, Claim) and claim.is_before and reading.kind == "level"
    return (
        (of_before or reading.kind in ("change", "growth"))
        and reading.price < max(_TOO_DEAR, level.price + _GOES_ON_FOR)
        and bool(reading.candidate.inherited)
        and reading.base_concept == level.base_concept
        and _without(reading.dimensions, roles) == _without(level.dimensions, roles)
    )


def _without(dimensions: Dimensions, roles: frozenset[str]) -> list[tuple[str, str]]:
    return [pair for pair in dimensions if pair[0] not in roles]


def _reported(groups: dict[FactKey, list[Decided]]) -> _Reported:
    found = _Reported(set(), set(), set())
    for key, group in groups.items():
        found.concepts.add(group[0].readings[0].base_concept)
        found.stated.add((key[0], key[1]))
        found.members.update(key[1])
    return found
