"""The joint choice: of two figures that claim one fact with different values, the surer one keeps it.

The other takes its next reading, or is unresolved. Where both are equally sure, neither gives way: that is a
contradiction in the text, and `tagger.proofs.prove` withholds both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from tagger.links.decided import Decided, Reading
from tagger.proofs.confidence import confidence_of
from tagger.proofs.going_on import REACH, go_along

CLEARLY_SURER = 0.1
"""By how much a price must be lower for its reading to stand against another."""
_PASSES = 3

FactKey = tuple[str, tuple[tuple[str, str], ...], date | None, date, str]


def fact_key(item: Decided) -> FactKey:
    """Return the aspects of the fact that the best reading of a figure states; its unit counts by its currency."""
    best = item.readings[0]
    kind = item.figure.kind
    currency = item.currency if kind == "money" or (best.is_money and not kind) else ""
    return best.concept, best.dimensions, best.timing.start, best.timing.end, currency


def settled(items: list[Decided], threshold: float) -> dict[FactKey, list[Decided]]:
    """Return the figures by the fact that they state.

    The less sure of figures that state one fact differently takes its next reading, or none.
    """
    places = {id(item): number for number, item in enumerate(items, 1)}
    for _ in range(_PASSES):
        moved = False
        groups = stated(items, threshold)
        for group in groups.values():
            if len(group) == 1:
                continue
            if _part_of_longer(group) or _undated_gives_way(group, groups, threshold):
                moved = True
                continue
            surest = min(group, key=_cost)
            for item in group:
                surer_by = _cost(item) - _cost(surest)
                if surer_by >= CLEARLY_SURER and not item.interval.meets(surest.interval):
                    was = item.readings[0]
                    give_way(item, threshold)
                    go_along(item, was, items[places[id(item)] : places[id(item)] + REACH])
                    moved = True
        if not moved:
            return groups
    return stated(items, threshold)


def _part_of_longer(group: list[Decided]) -> bool:
    """Leave open what came together over more than the period of others of one flow: 投放511億元，累計投放2,033億元.

    Tell whether there are such.
    """
    longer = [item for item in group if "cumulative" in item.qualifier]
    others = [item for item in group if "cumulative" not in item.qualifier]
    if not longer or not others or group[0].readings[0].timing.start is None:
        return False
    exceeding = [
        item
        for item in longer
        if all(item.value > o.value and not item.interval.meets(o.interval) for o in others)
    ]
    for item in exceeding:
        item.reason = (
            "ambiguous",
            "it is what came together over more than the period of another of this flow",
        )
    return bool(exceeding)


def _undated_gives_way(group: list[Decided], groups: dict[FactKey, list[Decided]], threshold: float) -> bool:
    """Let figures whose time nothing says give way to those that state the fact at that time with another value.

    Such a one is of the only other time whose figures state its value, as the quarter of a release's table; else it is
    what its words name besides (541,000 customers are digitally active), or open.
    Tell whether there are such.
    """
    dated = [item for item in group if not item.undated]
    if not dated or len(dated) == len(group):
        return False
    first, surest = dated[0].interval, min(map(_cost, dated))
    astray = [
        item for item in group if item.undated and _cost(item) >= surest and not item.interval.meets(first)
    ]
    if not astray or not all(item.interval.meets(first) for item in dated):
        return False
    name, dimensions, *_, currency = fact_key(astray[0])
    others = [
        items
        for key, items in groups.items()
        if key[:2] == (name, dimensions) and key[4] == currency and items is not group
    ]
    for item in astray:
        times = [
            o.readings[0].timing
            for items in others
            for o in items[:1]
            if not o.undated and o.interval.meets(item.interval)
        ]
        if len(times) == 1:
            item.readings = [replace(item.readings[0], timing=times[0]), *item.readings[1:]]
            item.undated = False
        elif not _names_besides(item, threshold):
            item.reason = (
                "ambiguous",
                "its time is not said, and at that of the report another value states this fact",
            )
    return True


def _names_besides(item: Decided, threshold: float) -> bool:
    """Take the next reading of a figure where that names another concept in words of its clause, and tell whether it does."""
    best, following = item.readings[0], item.readings[1:2]
    if not following or following[0].kind != best.kind or following[0].concept == best.concept:
        return False
    if following[0].candidate.inherited or _is_inside(following[0], best):
        return False
    if confidence_of(item, following[0]) < threshold:
        return False
    item.readings = [*following, best]
    return True


def _cost(item: Decided) -> float:
    """Return a price by which a row that the presentation of the taxonomy shows just so outdoes words in a sentence."""
    return item.readings[0].price - (CLEARLY_SURER if item.whole_label else 0.0)


def agree(group: list[Decided]) -> bool:
    """Return whether values meet each other: the highest low end does not lie above the lowest high end."""
    intervals = [item.interval for item in group]
    return max([i.low for i in intervals]) <= min([i.high for i in intervals])


def surest_of(group: list[Decided]) -> list[Decided]:
    """Return those of the figures of one fact that are clearly surer than all that contradict them, if there are such."""
    surest = min(group, key=_cost)
    meeting = [item for item in group if item.interval.meets(surest.interval)]
    others = [item for item in group if not item.interval.meets(surest.interval)]
    if agree(meeting) and all(_cost(item) - _cost(surest) >= CLEARLY_SURER for item in others):
        return meeting
    return []


def stated(items: list[Decided], threshold: float) -> dict[FactKey, list[Decided]]:
    """Return the figures that are sure enough, by the fact that they state."""
    groups: dict[FactKey, list[Decided]] = defaultdict(list)
    for item in items:
        if item.readings and not item.reason and confidence_of(item) >= threshold:
            groups[fact_key(item)].append(item)
    return groups


def _is_inside(reading: Reading, best: Reading) -> bool:
    """Return whether a reading rests on a name inside that of the best: income, in net interest income, says nothing else."""
    if not (reading.candidate.clues and best.candidate.clues):
        return False
    (_, start, end, _), (_, first, last, _) = (r.candidate.clues[0] for r in (reading, best))
    return first <= start and end <= last and end - start < last - first


_SURER = ("ambiguous", "a figure that is surer of it states this fact with another value")


def give_way(item: Decided, threshold: float, reason: tuple[str, str] = _SURER) -> None:
    """Take the next reading of the same kind and sign, if it is sure enough; else be unresolved, for that reason."""
    best = item.readings[0]
    following = [r for r in item.readings[1:] if r.kind == best.kind and not _is_inside(r, best)]
    if following and confidence_of(item, following[0]) >= threshold:
        item.readings = [*following, item.readings[0]]
    else:
        item.reason = reason
