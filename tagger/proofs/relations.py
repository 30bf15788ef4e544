"""Checks figures against what the taxonomy says of its concepts: bounds, parts and wholes, sums and ratios.

The same relations are compiled into formula assertions (`taxonomy.assertions`), which say the same of the same facts.

Spec: Calculations 1.1 section 3 (intervals of rounded values).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.number import EXACT, INFINITY, Interval
from tagger.proofs.check import Proven, slack_of
from tagger.proofs.choice import FactKey
from taxonomy.assertions import whole_members
from taxonomy.relation import Between, PartsOfWhole, RatioOf, SumOf, Term, axes_of_terms

REPORTED: Final = frozenset({"parts_of_whole", "total", "ratio"})
"""Kinds of checks whose contradictions withhold nothing: no arithmetic can say which of the figures is wrong."""

_TOTAL: Final = ("the parts add up to the whole", "contradicted: the parts do not add up to the whole")
_PART: Final = ("a part does not exceed the whole", "contradicted: a part exceeds the whole")
_RATIO: Final = (
    "the numerator over the denominator is the ratio",
    "contradicted: the numerator over the denominator is not the ratio",
)
Groups = dict[FactKey, list[Decided]]


def prove_relations(groups: Groups, proven: Proven, numbers: Iterator[int], index: TaxonomyIndex) -> None:
    """Check what the taxonomy itself says of its concepts."""
    by_concept: dict[str, Groups] = defaultdict(dict)
    for key, items in groups.items():
        by_concept[key[0]][key] = items
    for bounds in [bounds for bounds in index.bounds if bounds.concept in by_concept]:
        _between(bounds, by_concept[bounds.concept], proven, numbers)
    for relation in [relation for relation in index.taxonomy.relations if relation.concept in by_concept]:
        stated = by_concept[relation.concept]
        if isinstance(relation, PartsOfWhole):
            _parts(relation, stated, proven, numbers)
            if relation.complete:
                _members_of(relation, stated, proven, numbers, index)
        elif isinstance(relation, SumOf):
            _sum(relation, stated, groups, proven, numbers)
        elif isinstance(relation, RatioOf) and relation.numerator.concept in by_concept:
            _ratio(relation, stated, groups, proven, numbers)


def _between(relation: Between, groups: Groups, proven: Proven, numbers: Iterator[int]) -> None:
    low = relation.low if relation.low is not None else -INFINITY
    high = relation.high if relation.high is not None else INFINITY
    for items in groups.values():
        if not items[0].interval.meets(Interval(low, high)):
            text = f"contradicted: {relation.concept} {_bounds_told(relation)}"
            proven.note(numbers, "between", (items[0],), (False, "", text))


def _bounds_told(relation: Between) -> str:
    if relation.high is None:
        return f"is never below {relation.low}"
    if relation.low is None:
        return f"is never above {relation.high}"
    return f"lies between {relation.low} and {relation.high}"


def _parts(relation: PartsOfWhole, groups: Groups, proven: Proven, numbers: Iterator[int]) -> None:
    for (name, dimensions, start, end, currency), parts in groups.items():
        if not dimensions:
            continue
        rest = tuple([pair for pair in dimensions if pair[0] != relation.over])
        if rest == dimensions:
            continue
        wholes = groups.get((name, rest, start, end, currency))
        if wholes:
            holds = parts[0].interval.low <= wholes[0].interval.high
            proven.note(numbers, "parts_of_whole", (parts[0], wholes[0]), (holds, *_PART))


def _members_of(
    relation: PartsOfWhole, groups: Groups, proven: Proven, numbers: Iterator[int], index: TaxonomyIndex
) -> None:
    """Check that the members of an axis add up to the whole, where each of them is stated."""
    members = whole_members(index.taxonomy.axis_by_qname[relation.over])
    if members:
        parts = tuple(Term(relation.concept, ((relation.over, member),)) for member in members)
        _sum(SumOf(relation.concept, parts), groups, groups, proven, numbers)


def _sum(relation: SumOf, wholes: Groups, groups: Groups, proven: Proven, numbers: Iterator[int]) -> None:
    """Check that the parts add up to the whole, where each of them is stated."""
    over = axes_of_terms(relation)
    for key, whole in wholes.items():
        if not dict(key[1]).keys().isdisjoint(over):
            continue
        found = [groups.get(_key(term, key, key[4])) for term in relation.parts]
        parts = [items[0] for items in found if items]
        if len(parts) == len(relation.parts):
            weighted = zip(parts, relation.parts, strict=True)
            total = _total([(part.interval, term.weight) for part, term in weighted])
            proven.note(numbers, "total", (whole[0], *parts), (total.meets(whole[0].interval), *_TOTAL))


def _total(parts: list[tuple[Interval, int]]) -> Interval:
    """Return the interval of a weighted sum: what is taken off has its ends exchanged."""
    low = high = Decimal(0)
    for interval, weight in parts:
        ends = (interval.low, interval.high) if weight > 0 else (interval.high, interval.low)
        low, high = (
            EXACT.add(total, EXACT.multiply(end, weight))
            for total, end in zip((low, high), ends, strict=True)
        )
    return Interval(low, high)


def _ratio(relation: RatioOf, ratios: Groups, groups: Groups, proven: Proven, numbers: Iterator[int]) -> None:
    """Check that the numerator over the denominator, in each currency that both are stated in, is the ratio."""
    over = axes_of_terms(relation)
    currencies = dict.fromkeys(key[4] for key in groups if key[0] == relation.numerator.concept)
    for key, ratio in ratios.items():
        if not dict(key[1]).keys().isdisjoint(over):
            continue
        for currency in currencies:
            numerator = groups.get(_key(relation.numerator, key, currency))
            denominator = groups.get(_key(relation.denominator, key, currency))
            if not numerator or not denominator:
                continue
            computed = numerator[0].interval.over(denominator[0].interval)
            if computed is not None:
                items = (ratio[0], numerator[0], denominator[0])
                holds, slack = computed.meets(ratio[0].interval), slack_of(computed, ratio[0].interval)
                proven.note(numbers, "ratio", items, (holds, *_RATIO), slack)


def _key(term: Term, beside: FactKey, currency: str) -> FactKey:
    """Return the fact of a term that has all other aspects of a fact, in a currency."""
    _, dimensions, start, end, _ = beside
    return term.concept, tuple(sorted((*dimensions, *term.members))), start, end, currency
