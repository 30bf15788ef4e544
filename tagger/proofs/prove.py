"""Proves by arithmetic what can be proved: the same fact said twice, and level, change and growth of one thing.

A value with decimals d stands for an interval; numbers agree where intervals meet. Agreement proves values and roles,
not the concept; a contradiction withholds every figure in it until a person decides. A part that exceeds its whole is
reported and withheld nothing for: which of the two is wrong, or whether one has another scope, no arithmetic can say.

Spec: Calculations 1.1 section 3 (intervals of rounded values).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from tagger.clauses.claim import Claim
from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.number import INFINITY, Interval
from tagger.proofs.check import Check, Proven, slack_of
from tagger.proofs.choice import FactKey, agree, fact_key, give_way, settled, stated, surest_of
from tagger.proofs.relations import REPORTED, prove_relations
from tagger.proofs.unreported import take_unreported

_DAY = timedelta(days=1)
_CONFIRMING = ("level_change_growth",)
"""A second mention confirms the value, not the concept: the same words lead to it twice."""
Dimensions = tuple[tuple[str, str], ...]
_ByEnd = dict[tuple[str, Dimensions, date], list[tuple[FactKey, Decided]]]
"""The first figure of each fact, by concept, dimensions and the day that its time ends on."""
_Checked = tuple[tuple[Decided, ...], Interval, Interval, str]
"""The figures of a check, what is computed of them, what is printed, and the rule."""
_OF_ANOTHER = (
    "contradicted",
    "another figure states this fact, and arithmetic agrees with that one",
)


def prove(items: list[Decided], index: TaxonomyIndex, threshold: float) -> Proven:
    """Check the figures against each other; figures that contradict each other get that as their reason."""
    for item in _told_by_arithmetic(stated(items, threshold), index, ("change", "growth")):
        give_way(item, threshold, _OF_ANOTHER)
    groups = settled(items, threshold)
    if take_unreported(items, groups, index):
        groups = settled(items, threshold)
    for item in _told_by_arithmetic(groups, index, ("level", "change", "growth")):
        item.reason = _OF_ANOTHER
    numbers = count(1)
    proven = Proven(items, [])
    _same_facts(groups, proven, numbers)
    for group in groups.values():
        # what is filed is the most precise mention, so that is the one that must hold
        if len(group) > 1:
            group.sort(key=lambda item: -INFINITY if item.decimals is None else Decimal(-item.decimals))
    _triples(groups, proven, numbers, index)
    prove_relations(groups, proven, numbers, index)
    _tell(proven, groups)
    return proven


_DOUBTFUL = 0.15
"""By how much a reading must be dearer than all others of a check to be the one that was misread."""


def _outvoted(items: tuple[Decided, ...]) -> tuple[Decided, ...]:
    """Return the one mention of a fact that no other agrees with, where all others agree; none where votes are split."""
    if len(items) <= _PAIR or len(items) > _VOTERS:
        return ()
    intervals = [item.interval for item in items]
    alone = [
        number
        for number, one in enumerate(intervals)
        if not any([one.meets(other) for at, other in enumerate(intervals) if at != number])  # noqa: C419
    ]
    return _where_others_agree(items, [items[alone[0]]]) if len(alone) == 1 else ()


_PAIR, _VOTERS = 2, 12


def _unexplained(items: tuple[Decided, ...]) -> tuple[Decided, ...]:
    """Return the mentions whose clauses hold words that nothing explains, where all others agree; none where all do or none."""
    return _where_others_agree(items, [item for item in items if _is_left_over(item)])


def _gone_on(items: tuple[Decided, ...]) -> tuple[Decided, ...]:
    """Return the mentions that name nothing and go on from another in their sentence, where all others agree.

    Equities had net inflows of $1bn and closed at $35bn: what is told first is what is named. Rates and what is there at a day
    are often told in a row, of parts that no words name.
    """
    reading = items[0].readings[0]
    if not reading.is_money or fact_key(items[0])[2] is None:
        return ()
    named = {item.claim.sentence for item in items if isinstance(item.claim, Claim) and not _goes_on(item)}
    doubtful = [
        item
        for item in items
        if isinstance(item.claim, Claim) and _goes_on(item) and item.claim.sentence in named
    ]
    return _where_others_agree(items, doubtful)


def _where_others_agree(items: tuple[Decided, ...], doubtful: list[Decided]) -> tuple[Decided, ...]:
    """Return the doubtful mentions of a fact where all others agree; none where there are no such, or no others."""
    others = [item for item in items if not any(item is one for one in doubtful)]
    return tuple(doubtful) if doubtful and others and agree(others) else ()


def _goes_on(item: Decided) -> bool:
    return item.readings[0].candidate.inherited == "sentence"


def _is_left_over(item: Decided) -> bool:
    claim = item.claim
    return claim is not None and (
        claim.is_left_over or (isinstance(claim, Claim) and bool(claim.right_unread))
    )


def _suspects(check: Check) -> tuple[Decided, ...]:
    """Return the figures that a contradiction withholds: those that are clearly less sure than the others, else all."""
    if check.kind == "same_fact":
        others = _outvoted(check.items) or _unexplained(check.items) or _gone_on(check.items)
        if others:
            return others
    rivals = check.kind == "same_fact"  # of which only the first was computed with
    doubted = [item for item in check.items if rivals or not item.confirmed]
    if not doubted:
        return check.items
    ordered = sorted(doubted, key=lambda item: item.readings[0].price)
    prices = [item.readings[0].price for item in ordered]
    steps = [at for at in range(1, len(prices)) if prices[at] - prices[at - 1] >= _DOUBTFUL]
    return tuple(ordered[steps[-1] if steps else 0 :])


def _tell(proven: Proven, groups: dict[FactKey, list[Decided]]) -> None:
    """Tell the figures what came of their checks."""
    for check in proven.checks:
        for item in check.items:
            item.proofs.append(check.id)
            if check.outcome == "agrees" and check.kind in _CONFIRMING:
                item.confirmed = True
    for group in groups.values():  # whoever states the fact that arithmetic agrees with is confirmed by it
        told = [item.interval for item in group if item.confirmed]
        for item in group:
            item.confirmed = any(item.interval.meets(other) for other in told)
    for check in proven.checks:
        if check.outcome == "contradicts" and check.kind not in REPORTED:
            for item in _suspects(check):
                item.reason = ("contradicted", check.text)


def _same_facts(groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int]) -> None:
    for number, group in enumerate(groups.values(), start=1):
        for item in group:
            proven.facts[id(item)] = number
        if len(group) < 2:  # noqa: PLR2004
            continue
        same = agree(group)
        text = "these figures state one fact with " + ("values that agree" if same else "different values")
        proven.note(numbers, "same_fact", tuple(group), (same, text, text))


def _triples(
    groups: dict[FactKey, list[Decided]], proven: Proven, numbers: Iterator[int], index: TaxonomyIndex
) -> None:
    by_end = _by_end(groups)
    for key, levels in groups.items():
        for items, computed, printed, text in _triples_of(key, levels[0], groups, by_end, index):
            said = (computed.meets(printed), text, f"contradicted: {text} does not hold")
            proven.note(numbers, "level_change_growth", items, said, slack_of(computed, printed))


def _by_end(groups: dict[FactKey, list[Decided]]) -> _ByEnd:
    by_end: _ByEnd = defaultdict(list)
    for key, items in groups.items():
        by_end[key[0], key[1], key[3]].append((key, items[0]))
    return by_end


def _triples_of(
    key: FactKey,
    level: Decided,
    groups: dict[FactKey, list[Decided]],
    by_end: _ByEnd,
    index: TaxonomyIndex,
) -> list[_Checked]:
    """Return what can be computed of a level, its change and its growth, and what is printed."""
    name, dimensions, start, end, currency = key
    variants = index.taxonomy.variants
    concept = index.taxonomy.concept_by_qname[name]
    change_name, growth_name = variants.get((name, "change")), variants.get((name, "growth"))
    found: list[_Checked] = []
    if concept.variant not in (None, "share") or not (change_name or growth_name):
        return found
    for moved, others in _variant_groups(by_end, (change_name, growth_name), dimensions, end):
        if start is not None and moved[2] != start:
            continue  # a quarter's growth is none of the half-year that ends with it
        change = next((o for n, o in others if n == change_name and _of_currency(o, currency)), None)
        growth = next((o for n, o in others if n == growth_name), None)
        before_key = (name, dimensions, *_before(start, end, moved[2]), currency)
        before = groups.get(before_key, [None])[0]
        found.extend(checks_of(level, before, change, growth))
    return found


def _variant_groups(
    by_end: _ByEnd,
    names: tuple[str | None, str | None],
    dimensions: Dimensions,
    end: date,
) -> Iterable[tuple[FactKey, list[tuple[str, Decided]]]]:
    """Return the changes and growths of a thing that end on the same day, put together by when they start."""
    by_start: dict[date | None, tuple[FactKey, list[tuple[str, Decided]]]] = {}
    for name in names:
        if name is None:
            continue
        for key, item in by_end.get((name, dimensions, end), ()):
            by_start.setdefault(key[2], (key, []))[1].append((name, item))
    return by_start.values()


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


def _told_by_arithmetic(
    groups: dict[FactKey, list[Decided]], index: TaxonomyIndex, kinds: tuple[str, ...]
) -> Iterator[Decided]:
    """Take from the figures that state one fact differently those that arithmetic says are of something else.

    Where a level, change or growth agrees with the two others of its thing, and what contradicts it does not, the latter was
    misread: the former need not wait for a person. What it is computed with must be beyond doubt itself.
    """
    open_groups = [
        (key, group)
        for key, group in groups.items()
        if len(group) > 1 and group[0].readings[0].kind in kinds and not agree(group)
    ]
    if not open_groups:
        return
    sure: dict[Dimensions, dict[FactKey, list[Decided]]] = defaultdict(dict)
    for key, group in groups.items():
        if standing := surest_of(group):
            sure[key[1]][key] = standing
    for key, group in open_groups:
        told: list[Decided] = []
        others: list[Decided] = []
        for item in group:
            (told if _comes_out(key, item, sure[key[1]], index) else others).append(item)
        if told and others and agree(told):
            group[:] = told
            yield from others


def _comes_out(key: FactKey, item: Decided, sure: dict[FactKey, list[Decided]], index: TaxonomyIndex) -> bool:
    """Return whether a figure of a fact is what is computed of other figures with its dimensions, which are sure."""
    base = item.readings[0].base_concept
    tried = {**sure, key: [item]}
    by_end = _by_end(tried)
    levels = [k for k in tried if k[0] == base and k[3] == key[3]]
    return any(
        computed.meets(printed)
        for level in levels
        for items, computed, printed, _ in _triples_of(level, tried[level][0], tried, by_end, index)
        if any(one is item for one in items)
    )


def checks_of(
    level: Decided, before: Decided | None, change: Decided | None, growth: Decided | None
) -> Iterator[_Checked]:
    """Yield what can be computed: growth = change / before and level − before = change, whichever the text gives."""
    if change and before:
        difference = level.interval.minus(before.interval)
        yield (
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
    if rate is not None:
        yield items, rate, growth.interval, "change over the level before is the growth"
