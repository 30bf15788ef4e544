"""Facts that say two things of one: what merging concepts may bring about.

Spec: OIM common 1.0 section 4.3 (duplicate facts); Calculations 1.1 section 5 (rounding).
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.report import Fact


def contradicting(facts: list[Fact]) -> dict[str, str]:
    """Return, by id, the facts that another one contradicts: with the ids of those."""
    together: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        key = (fact.concept, fact.entity, fact.period, fact.dimensions, fact.typed, fact.unit, fact.language)
        together[key].append(fact)
    found: dict[str, str] = {}
    for same in together.values():
        if len(same) > 1:
            for fact in same:
                others = [other.id for other in same if other is not fact and not _agree(fact, other)]
                if others:
                    found[fact.id] = ", ".join(others)
    return found


def _agree(one: Fact, other: Fact) -> bool:
    if one.value == other.value:
        return True
    if one.value is None or other.value is None or one.unit is None:
        return False
    distance = abs(Decimal(one.value) - Decimal(other.value))
    return distance <= _slack(one) + _slack(other)


def _slack(fact: Fact) -> Decimal:
    return Decimal(0) if fact.decimals is None else Decimal(5).scaleb(-fact.decimals - 1)
