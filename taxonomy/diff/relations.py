"""What changed in sums and in relations between concepts, and in the order in which a reader meets them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from taxonomy.diff.change import Change, Values
from taxonomy.diff.items import labels_by
from taxonomy.model import Calculation, Taxonomy, label_of
from taxonomy.relation import Between, PartsOfWhole, RatioOf, Relation, SumOf, Term, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.diff.pairing import Pairs
    from taxonomy.model import Group

Parts = tuple[tuple[str, int | Decimal], ...]


def sum_changes(pairs: Pairs) -> Iterator[Change]:
    """Yield the changes of calculations: totals, parts and weights."""
    known = pairs.concepts.pairs
    old, new = _sums(pairs.old.calculations, known), _sums(pairs.new.calculations, None)
    old_name = {new_name: name for name, new_name in known.items()}
    for total in dict.fromkeys((*old, *new)):
        before = [parts for parts in old.get(total, []) if parts not in new.get(total, [])]
        after = [parts for parts in new.get(total, []) if parts not in old.get(total, [])]
        name = old_name.get(total, total)
        for index in range(max(len(before), len(after))):
            if index >= len(before):
                told: Values = (("to", _told(after[index])),)
                yield Change("calculation", "added", "look", name, "more_sums", (total,), told)
            elif index >= len(after):
                told = (("from", _told(before[index])),)
                yield Change("calculation", "removed", "harmless", name, "fewer_sums", (total,), told)
            else:
                gone = _told(tuple(part for part in before[index] if part not in after[index])) or "–"
                more = _told(tuple(part for part in after[index] if part not in before[index])) or "–"
                told = (("from", gone), ("to", more))
                yield Change("calculation", "parts", "look", name, "other_sums", (total,), told)


def _sums(calculations: tuple[Calculation, ...], known: dict[str, str] | None) -> dict[str, list[Parts]]:
    """Return the parts of each total, by names of the new version."""
    found: dict[str, list[Parts]] = defaultdict(list)
    for item in calculations:
        total = item.total if known is None else known.get(item.total, item.total)
        parts = (((name if known is None else known.get(name, name)), weight) for name, weight in item.parts)
        found[total].append(tuple(sorted(parts)))
    return found


def _told(parts: Parts) -> str:
    return ", ".join(f"{'+' if weight > 0 else '−'}{'' if abs(weight) == 1 else abs(weight)} {name}"
                     for name, weight in parts)  # fmt: skip


def relation_changes(pairs: Pairs) -> Iterator[Change]:
    """Yield the changes of what proofs and formulas hold a value against."""
    old = [_as_new(item, pairs) for item in pairs.old.relations]
    new = list(pairs.new.relations)
    gone = [item for item in old if item not in new]
    more = [item for item in new if item not in old]
    old_name = {name: before for before, name in pairs.concepts.pairs.items()}
    for item in gone:
        now = next((other for other in more if _same_place(item, other)), None)
        name = old_name.get(item.concept, item.concept)
        if now is None:
            told: Values = (("from", _said(item)),)
            yield Change("relation", "removed", "harmless", name, "fewer_proofs", (item.concept,), told)
            continue
        more.remove(now)
        told = (("from", _said(item)), ("to", _said(now)))
        yield Change("relation", "bounds", "look", name, "other_proofs", (item.concept,), told)
    for item in more:
        name = old_name.get(item.concept, item.concept)
        yield Change(
            "relation", "added", "look", name, "more_proofs", (item.concept,), (("to", _said(item)),)
        )


def _as_new(item: Relation, pairs: Pairs) -> Relation:
    concept = pairs.concepts.pairs.get(item.concept, item.concept)
    match item:
        case PartsOfWhole():
            return PartsOfWhole(concept, pairs.axes.pairs.get(item.over, item.over), item.complete)
        case Between():
            return Between(concept, item.low, item.high)
        case SumOf():
            return SumOf(concept, tuple(_term_as_new(part, pairs) for part in item.parts))
        case RatioOf():
            return RatioOf(concept, *(_term_as_new(term, pairs) for term in terms_of(item)))


def _term_as_new(term: Term, pairs: Pairs) -> Term:
    members = tuple(
        (pairs.axes.pairs.get(axis, axis), pairs.members.pairs.get(member, member))
        for axis, member in term.members
    )
    return Term(pairs.concepts.pairs.get(term.concept, term.concept), members, term.weight)


def _same_place(one: Relation, other: Relation) -> bool:
    if isinstance(one, PartsOfWhole) and isinstance(other, PartsOfWhole):
        return (one.concept, one.over) == (other.concept, other.over)
    return type(one) is type(other) and one.concept == other.concept


def _said(item: Relation) -> str:
    match item:
        case PartsOfWhole():
            return f"{'=' if item.complete else '≤'} 1: {item.over}"
        case Between():
            low = "−∞" if item.low is None else f"{item.low:f}"
            high = "∞" if item.high is None else f"{item.high:f}"
            return f"{low} … {high}"
        case SumOf():
            return f"= {_told(tuple((_named(part), part.weight) for part in item.parts))}"
        case RatioOf():
            return f"= {_named(item.numerator)} / {_named(item.denominator)}"


def _named(term: Term) -> str:
    members = ", ".join(member for _, member in term.members)
    return f"{term.concept} [{members}]" if members else term.concept


def order_changes(pairs: Pairs) -> Iterator[Change]:
    """Yield the changes of the presentation: groups, which concepts stand in them, and in which order."""
    groups = _pair_groups(pairs)
    taken = {id(new) for new in groups.values()}
    for index, group in enumerate(pairs.old.groups):
        if index not in groups:
            yield Change("group", "removed", "harmless", _name(group), "presentation")
    for group in pairs.new.groups:
        if id(group) not in taken:
            yield Change("group", "added", "harmless", _name(group), "presentation", (_name(group),))
    for index, new in groups.items():
        yield from _relabelled(pairs.old.groups[index], new)
    yield from _moved(pairs, {id(pairs.old.groups[index]): new for index, new in groups.items()})
    known = _known(pairs)
    for index, new in groups.items():
        here = frozenset(new.items)
        before = list(dict.fromkeys(known.get(name, "") for name in pairs.old.groups[index].items))
        shared = [name for name in before if name in here]
        among = frozenset(shared)
        after = [name for name in dict.fromkeys(new.items) if name in among]
        if moved := _out_of_order(shared, after):
            yield Change("group", "reordered", "harmless", _name(new), "presentation", also=tuple(moved))


def _pair_groups(pairs: Pairs) -> dict[int, Group]:
    """Return the group of the new version by the index of the old: by label, else by most of its concepts."""
    by_label: dict[str, Group] = {}
    for group in pairs.new.groups:
        for label in group.labels:
            by_label.setdefault(f"{label.language} {label.text}", group)
    found: dict[int, Group] = {}
    taken: set[int] = set()
    known = _known(pairs)
    for index, old in enumerate(pairs.old.groups):
        same = (by_label.get(f"{label.language} {label.text}") for label in old.labels)
        new = next((group for group in same if group is not None and id(group) not in taken), None)
        if new is not None:
            found[index] = new
            taken.add(id(new))
    for index, old in enumerate(pairs.old.groups):
        if index in found:
            continue
        items = {known.get(name) for name in old.items}
        for group in pairs.new.groups:
            both = len(items.intersection(group.items))
            if id(group) not in taken and 2 * both > max(len(items), len(group.items)):
                found[index] = group
                taken.add(id(group))
                break
    return found


def _relabelled(old: Group, new: Group) -> Iterator[Change]:
    one, other = labels_by(old.labels), labels_by(new.labels)
    for key in sorted({*one, *other}):
        before, after = " / ".join(one.get(key, ["–"])), " / ".join(other.get(key, ["–"]))
        if before != after:
            told: Values = (("language", key[1]), ("role", key[0]), ("from", before), ("to", after))
            yield Change("group", "relabelled", "harmless", _name(old), "presentation", (_name(new),), told)


def _moved(pairs: Pairs, groups: dict[int, Group]) -> Iterator[Change]:
    """Yield the concepts that stand in another group now, or under another heading or concept of it."""
    known = _known(pairs)
    before, after = _places(pairs.old), _places(pairs.new)
    for old_name, new_name in pairs.concepts.pairs.items():
        one = {
            (id(groups.get(id(group), group)), known.get(above, above)) for group, above in before[old_name]
        }
        other = {(id(group), above) for group, above in after[new_name]}
        if one != other:
            told = tuple(
                (key, " / ".join(_told_place(*place) for place in places) or "–")
                for key, places in (("from", before[old_name]), ("to", after[new_name]))
            )
            yield Change("concept", "moved", "harmless", old_name, "presentation", (new_name,), told)


def _known(pairs: Pairs) -> dict[str, str]:
    """Return the names in the new version of all that may stand in a group."""
    return {old: new for matched in pairs.matched for old, new in matched.pairs.items()}


def _places(taxonomy: Taxonomy) -> defaultdict[str, list[tuple[Group, str]]]:
    """Return where each concept stands: the group, and what it stands under there."""
    found: defaultdict[str, list[tuple[Group, str]]] = defaultdict(list)
    for group in taxonomy.groups:
        for name, above in zip(group.items, group.parents(), strict=True):
            found[name].append((group, "" if above is None else group.items[above]))
    return found


def _told_place(group: Group, above: str) -> str:
    return f"{_name(group)} › {above}" if above else _name(group)


def _name(group: Group) -> str:
    return label_of(group.labels, "en")


def _out_of_order(before: list[str], after: list[str]) -> list[str]:
    """Return the fewest names that would have to be moved: those outside a longest common order."""
    place = {name: index for index, name in enumerate(before)}
    ends: list[int] = []  # for each length the index in `after` at which the best such run ends
    previous: list[int] = []
    for index, name in enumerate(after):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            if place[after[ends[middle]]] < place[name]:
                low = middle + 1
            else:
                high = middle
        previous.append(ends[low - 1] if low else -1)
        ends[low : low + 1] = [index]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = previous[at]
    return [name for index, name in enumerate(after) if index not in kept]
