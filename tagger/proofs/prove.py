"""Proves by arithmetic what can be proved: the same fact said twice, and level, change and growth of one thing.

A value with decimals d stands for an interval; numbers agree where intervals meet. Agreement proves values and roles,
not the concept; a contradiction withholds every figure in it until a person decides. A part that exceeds its whole is
reported and withheld nothing for: which of the two is wrong, or whether one has another scope, no arithmetic can say.

Spec: Calculations 1.1 section 3 (intervals of rounded values).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from tagger.ledger import Outcome
from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.number import EXACT, INFINITY, Interval
from tagger.proofs.choice import FactKey, fact_key, settled
from taxonomy.assertions import whole_members
from taxonomy.model import Between, PartsOfWhole

_DAY = timedelta(days=1)
_CONFIRMING = ("level_change_growth",)
"""A second mention confirms the value, not the concept: the same words lead to it twice."""
_REPORTED = ("parts_of_whole", "total")
"""Contradictions that withhold nothing: no arithmetic can say which of the figures is wrong."""
Dimensions = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Check:
    """A proof with the decided figures that took part."""

    id: str
    kind: str
    items: tuple[Decided, ...]
    outcome: Outcome
    slack: str
    text: str


@dataclass(slots=True)
class Proven:
    """Decided figures with the checks between them; `fact`: the number of the fact that each of them says."""

    items: list[Decided]
    checks: list[Check]
    facts: dict[int, int] = field(default_factory=dict)


def prove(items: list[Decided], index: TaxonomyIndex, threshold: float) -> Proven:
    """Check the figures against each other; figures that contradict each other get that as their reason."""
    groups = settled(items, threshold)
    numbers = count(1)
    proven = Proven(items, [])
    _same_facts(groups, proven, numbers)
    for group in groups.values():
        # what is filed is the most precise mention, so that is the one that must hold
        if len(group) > 1:
            group.sort(key=lambda item: -INFINITY if item.decimals is None else Decimal(-item.decimals))
    _triples(groups, proven, numbers, index)
    _relations(groups, proven, numbers, index)
    _tell(proven, groups)
    return proven


_DOUBTFUL = 0.15
"""By how much a reading must be dearer than all others of a check to be the one that was misread."""


def _suspects(check: Check) -> tuple[Decided, ...]:
    """Return the figures that a contradiction withholds: one that is clearly less sure than all others, else all."""
    ordered = sorted(check.items, key=lambda item: item.readings[0].price)
    clearly = len(ordered) > 1 and ordered[-1].readings[0].price - ordered[-2].readings[0].price >= _DOUBTFUL
    return (ordered[-1],) if clearly else check.items


def _tell(proven: Proven, groups: dict[FactKey, list[Decided]]) -> None:
    """Tell the figures what came of their checks."""
    for check in proven.checks:
        for item in check.items:
            item.proofs.append(check.id)
            if check.outcome == "agrees" and check.kind in _CONFIRMING:
                item.confirmed = True
        if check.outcome == "contradicts" and check.kind not in _REPORTED:
            for item in _suspects(check):
                item.reason = ("contradicted", check.text)
    for group in groups.values():  # whoever states the fact that arithmetic agrees with is confirmed by it
        if any(item.confirmed for item in group):
            for item in group:
                item.confirmed = True


def _same_facts(groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int]) -> None:
    for number, group in enumerate(groups.values(), start=1):
        for item in group:
            proven.facts[id(item)] = number
        if len(group) < 2:  # noqa: PLR2004
            continue
        # intervals meet each other where the highest low end does not lie above the lowest high end
        intervals = [item.interval for item in group]
        agree = max(i.low for i in intervals) <= min(i.high for i in intervals)
        text = "these figures state one fact with " + ("values that agree" if agree else "different values")
        proven.checks.append(
            Check(
                f"p{next(numbers):04}",
                "same_fact",
                tuple(group),
                "agrees" if agree else "contradicts",
                "",
                text,
            )
        )


def _triples(
    groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int], index: TaxonomyIndex
) -> None:
    variants = index.taxonomy.variants
    by_end: dict[tuple[str, Dimensions, date], list[tuple[FactKey, Decided]]] = defaultdict(list)
    for key, items in groups.items():
        by_end[key[0], key[1], key[3]].append((key, items[0]))
    for (name, dimensions, start, end, currency), levels in groups.items():
        concept = index.taxonomy.concept_by_qname[name]
        change_name, growth_name = variants.get((name, "change")), variants.get((name, "growth"))
        if concept.variant not in (None, "share") or not (change_name or growth_name):
            continue
        for key, others in _variant_groups(by_end, (change_name, growth_name), dimensions, end):
            if start is not None and key[2] != start:
                continue  # a quarter's growth is none of the half-year that ends with it
            change = next((o for n, o in others if n == change_name and _of_currency(o, currency)), None)
            growth = next((o for n, o in others if n == growth_name), None)
            before_key = (name, dimensions, *_before(start, end, key[2]), currency)
            before = groups.get(before_key, [None])[0]
            _check_triple(levels[0], before, change, growth, proven, numbers)


def _variant_groups(
    by_end: dict[tuple[str, Dimensions, date], list[tuple[FactKey, Decided]]],
    names: tuple[str | None, str | None],
    dimensions: Dimensions,
    end: date,
) -> Iterator[tuple[FactKey, list[tuple[str, Decided]]]]:
    """Yield the changes and growths of a thing that end on the same day, put together by when they start."""
    by_start: dict[date | None, tuple[FactKey, list[tuple[str, Decided]]]] = {}
    for name in names:
        if name is None:
            continue
        for key, item in by_end.get((name, dimensions, end), ()):
            by_start.setdefault(key[2], (key, []))[1].append((name, item))
    yield from by_start.values()


def _of_currency(change: Decided, currency: str) -> bool:
    return fact_key(change)[4] == currency


def _before(start: date | None, end: date, change_start: date | None) -> tuple[date | None, date]:
    """Return the period of the value that the change started from."""
    if start is None:
        return None, (change_start or end) - _DAY
    return _year_earlier(start), _year_earlier(end + _DAY) - _DAY


def _year_earlier(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)


def _check_triple(
    level: Decided,
    before: Decided | None,
    change: Decided | None,
    growth: Decided | None,
    proven: Proven,
    numbers: Iterator[int],
) -> None:
    """Check growth = change / before and level − before = change, whichever of them the text gives."""
    if change and before:
        difference = level.interval.minus(before.interval)
        _add(
            proven,
            numbers,
            (level, before, change),
            difference,
            change.interval,
            "level less the level before is the change",
        )
    if not growth:
        return
    if change:
        start, items = level.interval.minus(change.interval), (level, change, growth)
        if not all(end.is_finite() for end in (start.low, start.high)):
            return
        rate = change.interval.over(start)
    elif before:
        items = (level, before, growth)
        rate = level.interval.minus(before.interval).over(before.interval)
    else:
        return
    if rate is None:
        return
    _add(proven, numbers, items, rate, growth.interval, "change over the level before is the growth")


def _add(
    proven: Proven,
    numbers: Iterator[int],
    items: tuple[Decided, ...],
    computed: Interval,
    printed: Interval,
    text: str,
) -> None:
    agrees = computed.meets(printed)
    width = EXACT.add(EXACT.subtract(computed.high, computed.low), EXACT.subtract(printed.high, printed.low))
    middle = abs(printed.low + printed.high) / 2
    slack = (
        f"{EXACT.divide(width, middle):.2g}" if width.is_finite() and middle and middle.is_finite() else ""
    )
    proven.checks.append(
        Check(
            f"p{next(numbers):04}", "level_change_growth", items, "agrees" if agrees else "contradicts",
            _plain(slack), text if agrees else f"contradicted: {text} does not hold",
        )
    )  # fmt: skip


def _plain(slack: str) -> str:
    return f"{Decimal(slack):f}" if slack else ""


def _relations(
    groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int], index: TaxonomyIndex
) -> None:
    """Check what the taxonomy itself says of its concepts: bounds, and parts that do not exceed the whole."""
    by_concept: dict[str, list[FactKey]] = defaultdict(list)
    for key in groups:
        by_concept[key[0]].append(key)
    for bounds in index.bounds:
        if bounds.concept in by_concept:
            _between(bounds, {key: groups[key] for key in by_concept[bounds.concept]}, proven, numbers)
    for relation in index.taxonomy.relations:
        if isinstance(relation, PartsOfWhole) and relation.concept in by_concept:
            stated = {key: groups[key] for key in by_concept[relation.concept]}
            _parts(relation, stated, proven, numbers)
            if relation.complete:
                members = whole_members(index.taxonomy.axis_by_qname[relation.over])
                _total(relation.over, members, stated, proven, numbers)


def _between(
    relation: Between, groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int]
) -> None:
    low = relation.low if relation.low is not None else Decimal("-Infinity")
    high = relation.high if relation.high is not None else Decimal("Infinity")
    for items in groups.values():
        if not items[0].interval.meets(Interval(low, high)):
            text = f"contradicted: {relation.concept} {_bounds_told(relation)}"
            proven.checks.append(
                Check(f"p{next(numbers):04}", "between", (items[0],), "contradicts", "", text)
            )


def _bounds_told(relation: Between) -> str:
    if relation.high is None:
        return f"is never below {relation.low}"
    if relation.low is None:
        return f"is never above {relation.high}"
    return f"lies between {relation.low} and {relation.high}"


def _parts(
    relation: PartsOfWhole, groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int]
) -> None:
    for (name, dimensions, start, end, currency), parts in groups.items():
        if relation.over not in dict(dimensions):
            continue
        rest = tuple(pair for pair in dimensions if pair[0] != relation.over)
        wholes = groups.get((name, rest, start, end, currency))
        if not wholes:
            continue
        holds = parts[0].interval.low <= wholes[0].interval.high
        text = "a part does not exceed the whole" if holds else "contradicted: a part exceeds the whole"
        items = (parts[0], wholes[0])
        proven.checks.append(
            Check(
                f"p{next(numbers):04}",
                "parts_of_whole",
                items,
                "agrees" if holds else "contradicts",
                "",
                text,
            )
        )


def _total(
    over: str,
    members: tuple[str, ...],
    groups: dict[FactKey, list[Decided]],
    proven: Proven,
    numbers: Iterator[int],
) -> None:
    """Check that the parts add up to the whole, where each of them is stated."""
    for (name, dimensions, start, end, currency), wholes in groups.items():
        if over in dict(dimensions):
            continue
        keys = [
            (name, tuple(sorted((*dimensions, (over, member)))), start, end, currency) for member in members
        ]
        parts = [groups[key][0] for key in keys if key in groups]
        if not parts or len(parts) < len(members):
            continue
        low = sum((part.interval.low for part in parts), Decimal(0))
        high = sum((part.interval.high for part in parts), Decimal(0))
        holds = Interval(low, high).meets(wholes[0].interval)
        text = (
            "the parts add up to the whole" if holds else "contradicted: the parts do not add up to the whole"
        )
        proven.checks.append(
            Check(
                f"p{next(numbers):04}",
                "total",
                (wholes[0], *parts),
                "agrees" if holds else "contradicts",
                "",
                text,
            )
        )
