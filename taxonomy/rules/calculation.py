"""Rules on calculations: sums that can hold, and that hold once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from taxonomy.item_types import is_monetary, is_numeric
from taxonomy.model import Concept
from taxonomy.rules.remark import At, Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Subject


def _at(number: int, *path: str) -> At:
    return At("calculation", str(number), path)


def _pairs(subject: Subject) -> Iterator[tuple[At, Concept, Concept, int | Decimal]]:
    """Yield (place, total, part, weight) of every part of every sum whose two ends are known."""
    known = subject.taxonomy.concept_by_qname
    for number, item in enumerate(subject.taxonomy.calculations):
        for name, weight in item.parts:
            if item.total in known and name in known:
                yield _at(number, "parts", name), known[item.total], known[name], weight


def _periods(subject: Subject) -> Iterator[Remark]:
    for at, total, part, _ in _pairs(subject):
        if total.period_type != part.period_type:
            periods = f"{part.period_type} and {total.period_type}"
            yield Remark(at, f"{part.qname} and its total {total.qname} have different periods ({periods})")


def _balances(subject: Subject) -> Iterator[Remark]:
    for at, total, part, weight in _pairs(subject):
        if total.balance and part.balance and (total.balance == part.balance) != (weight > 0):
            sides = f"{part.balance} in {total.balance}"
            yield Remark(at, f"{part.qname} in {total.qname}: {sides} with the weight {weight}")


def _kinds(subject: Subject) -> Iterator[Remark]:
    for at, total, part, _ in _pairs(subject):
        if not (is_numeric(total.type) and is_numeric(part.type)):
            continue
        if (is_monetary(total.type), total.unit) != (is_monetary(part.type), part.unit):
            kinds = f"{part.unit or part.type} and {total.unit or total.type}"
            yield Remark(at, f"{part.qname} and its total {total.qname} are in different units ({kinds})")


def _not_numbers(subject: Subject) -> Iterator[Remark]:
    for at, total, part, _ in _pairs(subject):
        if not (is_numeric(total.type) and is_numeric(part.type)):
            wrong = part if is_numeric(total.type) else total
            yield Remark(at, f"{wrong.qname} is of the type {wrong.type}, which cannot be added up")


def _itself(subject: Subject) -> Iterator[Remark]:
    for at, total, part, _ in _pairs(subject):
        if total.qname == part.qname:
            yield Remark(at, f"{total.qname} is a part of itself")


def _loops(subject: Subject) -> Iterator[Remark]:
    """Colours each concept once: white unknown, grey on the way down, black done; a grey part closes a loop."""
    below: dict[str, list[tuple[str, int]]] = {}
    for number, item in enumerate(subject.taxonomy.calculations):
        below.setdefault(item.total, []).extend(
            (part, number) for part, _ in item.parts if part != item.total
        )
    done: set[str] = set()
    for start in below:
        path: dict[str, None] = {}
        waiting: list[tuple[str, int, bool]] = [(start, 0, False)]
        while waiting:
            name, number, leaving = waiting.pop()
            if leaving:
                path.pop(name, None)
                done.add(name)
            elif name in path:
                yield Remark(_at(number), f"{name} is a part of its own parts: {' → '.join((*path, name))}")
            elif name not in done:
                path[name] = None
                waiting.append((name, number, True))
                waiting.extend((part, at, False) for part, at in below.get(name, ()))


def _weights(subject: Subject) -> Iterator[Remark]:
    for at, total, part, weight in _pairs(subject):
        if abs(weight) != 1:
            yield Remark(at, f"{part.qname} in {total.qname} has the weight {weight}")


def _apart(subject: Subject) -> Iterator[Remark]:
    for at, total, part, _ in _pairs(subject):
        theirs, own = subject.cubes_of.get(part.qname, ()), subject.cubes_of.get(total.qname, ())
        axes = subject.axes_of(total.qname)
        if own and theirs and axes and not set(own) & set(theirs) and not axes <= subject.axes_of(part.qname):
            yield Remark(at, f"{part.qname} and its total {total.qname} are in no hypercube together")


def _unknown(subject: Subject) -> Iterator[Remark]:
    known = subject.taxonomy.concept_by_qname
    for number, item in enumerate(subject.taxonomy.calculations):
        if item.total not in known:
            yield Remark(
                _at(number, "total"), f"a sum is of {item.total}, which the taxonomy does not declare"
            )
        for name, _ in item.parts:
            if name not in known:
                message = f"a part of {item.total} is {name}, which the taxonomy does not declare"
                yield Remark(_at(number, "parts", name), message)


def _single(subject: Subject) -> Iterator[Remark]:
    for number, item in enumerate(subject.taxonomy.calculations):
        if len(item.parts) == 1:
            yield Remark(_at(number), f"{item.total} is the sum of one part, {item.parts[0][0]}")


def _said_before(subject: Subject) -> Iterator[Remark]:
    first: dict[tuple[str, frozenset[str]], int] = {}
    for number, item in enumerate(subject.taxonomy.calculations):
        key = (item.total, frozenset(name for name, _ in item.parts))
        if first.setdefault(key, number) != number:
            yield Remark(_at(number), f"the parts of {item.total} were given before")


def _counted_twice(subject: Subject) -> Iterator[Remark]:
    """Find each part that is also a part of another part of the same sum, one level down."""
    parts_of: dict[str, set[str]] = {}
    counted: dict[str, int] = {}
    for item in subject.taxonomy.calculations:
        counted[item.total] = counted.get(item.total, 0) + 1
        parts_of.setdefault(item.total, set()).update(name for name, _ in item.parts)
    for number, item in enumerate(subject.taxonomy.calculations):
        own = {name for name, weight in item.parts if weight > 0}
        for name, weight in item.parts:
            if weight > 0 and counted.get(name) == 1 and item.total != name:
                for twice in sorted(own & parts_of[name] - {name}):
                    message = f"{twice} is counted twice in {item.total}: by itself and in {name}"
                    yield Remark(_at(number, "parts", twice), message)


def _out_of_sight(subject: Subject) -> Iterator[Remark]:
    groups = [frozenset(group.items) for group in subject.taxonomy.groups]
    of: dict[str, set[int]] = {}
    for number, items in enumerate(groups):
        for name in items:
            of.setdefault(subject.base_of(name), set()).add(number)
    for at, total, part, _ in _pairs(subject):
        ours, theirs = of.get(subject.base_of(total.qname)), of.get(subject.base_of(part.qname))
        if ours and theirs and not ours & theirs:
            yield Remark(at, f"{part.qname} and its total {total.qname} stand in different groups")


def _out_of_order(subject: Subject) -> Iterator[Remark]:
    """Find totals that stand between their parts in a group that shows them all."""
    orders = [{name: place for place, name in enumerate(group.items)} for group in subject.taxonomy.groups]
    groups_of: dict[str, list[int]] = {}
    for number, order in enumerate(orders):
        for name in order:
            groups_of.setdefault(name, []).append(number)
    for number, item in enumerate(subject.taxonomy.calculations):
        for group in groups_of.get(item.total, ()):
            order = orders[group]
            places = sorted(order[name] for name, _ in item.parts if name in order)
            total = order[item.total]
            if len(places) == len(item.parts) > 1 and places[0] < total < places[-1]:
                yield Remark(_at(number), f"{item.total} is shown in the middle of its parts")
                break


RULES: Final = (
    Rule(
        "TW-C001", "error", "Sum across period types",
        "A sum holds within one context; a level and a flow are never in one.",
        "GFM 1.7.3 (as Arelle's EDINET rules quote it); XBRL 2.1, 5.2.5.2",
        "Take the part out; a movement from level to level is a proof of its own.",
        _periods,
    ),
    Rule(
        "TW-C002", "error", "Weight against the balances",
        "What is on the other side is taken away; added, the sum is wrong by twice the part.",
        "XBRL 2.1, 5.1.1.2 (balances and weights)",
        "Weigh the same side 1 and the other -1, or correct the balance.",
        _balances,
    ),
    Rule(
        "TW-C003", "error", "Sum over different units",
        "Money, numbers and rates cannot be added up.",
        "XBRL 2.1, 5.2.5.2 (items of equal units are summed)",
        "Take the part out.",
        _kinds,
    ),
    Rule(
        "TW-C004", "error", "Sum of what is no number",
        "Texts and dates cannot be added up.",
        "XBRL 2.1, 5.2.5.2",
        "Take the concept out.",
        _not_numbers,
    ),
    Rule(
        "TW-C005", "error", "Total in its own parts",
        "It can hold only where all other parts come to nothing.",
        "XBRL 2.1, 5.2.5.2",
        "Take the total out of the parts.",
        _itself,
    ),
    Rule(
        "TW-C006", "error", "Sums in a circle",
        "A total that is a part of its own parts can hold only where the rest comes to nothing.",
        "XBRL 2.1, 5.2.5.2",
        "Break the circle where the whole is named as a part.",
        _loops,
    ),
    Rule(
        "TW-C007", "warning", "Weight other than 1 and -1",
        "Scales belong into units; a weight of 2 is mostly a misprint.",
        "GFM 1.7.2 (as Arelle's EDINET rules quote it)",
        "Use 1 or -1.",
        _weights,
    ),
    Rule(
        "TW-C008", "warning", "Total and part in no hypercube together",
        "Broken down by an axis, the sum has no parts to check.",
        "Dimensions 1.0 (hypercubes and their primary items); XBRL 2.1, 5.2.5.2 (sums hold within one context)",
        "Put both into one hypercube.",
        _apart,
    ),
    Rule(
        "TW-C009", "error", "Sum over something unknown",
        "It leads nowhere.",
        "XBRL 2.1, 5.2.5.2",
        "Declare the concept, or correct its name.",
        _unknown,
    ),
    Rule(
        "TW-C010", "advice", "Sum of one part",
        "A total of one part is the part; or the others are missing.",
        "tagwright: what it has seen",
        "Add the other parts, or remove the sum.",
        _single,
    ),
    Rule(
        "TW-C011", "warning", "Sum given twice",
        "Each breach is told twice, and one of the two will be forgotten in a change.",
        "tagwright: what it has seen",
        "Remove one.",
        _said_before,
    ),
    Rule(
        "TW-C012", "error", "Part counted twice",
        "A part that also is in another part is added twice.",
        "XBRL 2.1, 5.2.5.2",
        "Keep either the part or what it is in.",
        _counted_twice,
    ),
    Rule(
        "TW-C013", "advice", "Total and part shown apart",
        "A reader who sees the total does not see what it is made of.",
        "GFM 1.7.5 (as Arelle's EDINET rules quote it)",
        "Show both in one group.",
        _out_of_sight,
    ),
    Rule(
        "TW-C014", "advice", "Total in the middle of its parts",
        "Readers expect a total after its parts, or before them.",
        "tagwright: what it has seen",
        "Move the total behind its parts.",
        _out_of_order,
    ),
)  # fmt: skip
