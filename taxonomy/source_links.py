"""What the source says of its concepts and axes together: hypercubes, groups, calculations and relations."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode

from taxonomy.item_types import is_monetary, is_numeric
from taxonomy.model import (
    Axis,
    Between,
    Calculation,
    Concept,
    Group,
    Heading,
    Hypercube,
    PartsOfWhole,
    Relation,
    TypedAxis,
)
from taxonomy.source_keys import BETWEEN, CALCULATION, GROUP, HYPERCUBE, HYPERCUBE_ENDINGS, PARTS_OF_WHOLE
from taxonomy.source_labels import read_texts
from taxonomy.source_walk import place

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.model import Taxonomy
    from taxonomy.source_walk import Walker
    from taxonomy.yaml_nodes import Entry

_MAXIMUM_WEIGHT = 1_000_000


class Declared:
    """The concepts and axes by local name that the rest of the source may speak of."""

    def __init__(
        self,
        prefix: str,
        concepts: tuple[Concept, ...],
        axes: tuple[Axis, ...],
        typed_axes: tuple[TypedAxis, ...],
        headings: tuple[Heading, ...],
        base: Taxonomy | None = None,
    ) -> None:
        """Index them; those of a taxonomy that the source extends go by their QNames."""
        self.prefix = prefix
        self.concepts = {concept.qname.partition(":")[2]: concept for concept in concepts}
        self._variants: dict[str | None, list[str]] = {}
        for concept in concepts:
            self._variants.setdefault(concept.variant_of, []).append(concept.qname)
        self.explicit_axes = tuple(axis.qname.partition(":")[2] for axis in axes)
        self.axes = (*self.explicit_axes, *(axis.qname.partition(":")[2] for axis in typed_axes))
        self.headings = {heading.qname.partition(":")[2]: heading for heading in headings}
        self.presented = {*self.concepts, *self.headings}
        if base is not None:
            self.concepts.update(base.concept_by_qname)
            self.explicit_axes += tuple(base.axis_by_qname)
            self.axes += (*base.axis_by_qname, *base.typed_axis_by_qname)
            self.presented |= {
                *base.concept_by_qname,
                *base.heading_by_qname,
                *base.member_by_qname,
                *base.axis_by_qname,
            }

    def qname(self, name: str) -> str:
        """Return the QName of a local name, or what is one already."""
        return name if ":" in name else f"{self.prefix}:{name}"

    def with_variants(self, qname: str) -> list[str]:
        """Return the QName of a concept and of its variants, theirs too, in order."""
        found = [qname]
        for variant in self._variants.get(qname, ()):
            found.extend(self.with_variants(variant))
        return found


def read_hypercubes(walker: Walker, node: Node | None, declared: Declared) -> tuple[Hypercube, ...]:
    """Return the hypercubes; a concept listed brings its variants."""
    cubes: list[Hypercube] = []
    entries = walker.mapping(node, "hypercubes") if node else {}
    for name, entry in entries.items():
        if walker.name(entry.key, "the hypercube") is None:
            continue
        for ending in HYPERCUBE_ENDINGS:
            walker.declare(entry.key, "hypercube (with its ending)", f"{name}{ending}")
        what = f'the hypercube "{name}"'
        keys = walker.record(entry.value, what, HYPERCUBE)
        concepts = _hypercube_concepts(walker, keys, what, declared)
        axes: tuple[str, ...] = ()
        if "axes" in keys:
            listed = walker.listing(keys["axes"].value, f"the axes of {what}")
            axes = tuple(declared.qname(axis) for axis in walker.distinct(listed, "axis", declared.axes))
        cubes.append(Hypercube(name, concepts, axes))
    return tuple(cubes)


def _hypercube_concepts(
    walker: Walker, keys: dict[str, Entry], what: str, declared: Declared
) -> tuple[str, ...]:
    if "concepts" not in keys:
        return ()
    nodes = walker.listing(keys["concepts"].value, f"the concepts of {what}")
    if not nodes:
        walker.fail(keys["concepts"].value, "value", f"{what} lists no concepts: list one or remove it")
    names = tuple(walker.distinct(nodes, "concept", declared.concepts))
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys(declared.with_variants(declared.qname(name))))
    return tuple(found)


def read_groups(walker: Walker, node: Node | None, declared: Declared) -> tuple[Group, ...]:
    """Return the presentation groups."""
    groups: list[Group] = []
    for item in walker.listing(node, "the presentation") if node else ():
        keys = walker.record(item, "a presentation group", GROUP)
        labels = read_texts(walker, keys["group"].value, "the group's label") if "group" in keys else ()
        items: dict[str, int] = {}
        if "items" in keys:
            _read_items(walker, keys["items"].value, declared, items, 0)
        depths = tuple(items.values()) if any(items.values()) else ()
        groups.append(Group(labels, tuple(items), depths))
    return tuple(groups)


def _read_items(walker: Walker, node: Node, declared: Declared, items: dict[str, int], depth: int) -> None:
    """Add the items of a list with their depth; an item with others below it is a mapping {Name: [items]}."""
    for item in walker.listing(node, "the items of the group"):
        if not isinstance(item, MappingNode):
            _read_item(walker, item, declared, items, depth)
            continue
        for entry in walker.mapping(item, "an item of the group").values():
            _read_item(walker, entry.key, declared, items, depth)
            _read_items(walker, entry.value, declared, items, depth + 1)


def _read_item(walker: Walker, node: Node, declared: Declared, items: dict[str, int], depth: int) -> None:
    name = walker.known(node, "concept", declared.presented)
    if name is None:
        return
    if declared.qname(name) in items:
        walker.fail(node, "duplicate", f'the concept "{name}" stands in this group twice: remove one')
    items.setdefault(declared.qname(name), depth)


def read_calculations(walker: Walker, node: Node | None, declared: Declared) -> tuple[Calculation, ...]:
    """Return the sums that hold within one context. Spec: XBRL 2.1 section 5.1.1.2 (balances)."""
    sums: list[Calculation] = []
    for item in walker.listing(node, "the calculation") if node else ():
        keys = walker.record(item, "a calculation", CALCULATION)
        if set(CALCULATION.required) - set(keys):
            continue
        total = walker.known(keys["total"].value, "concept", declared.concepts)
        parts: list[tuple[str, int]] = []
        entries = walker.mapping(keys["parts"].value, "the parts of a calculation")
        for name, entry in entries.items():
            weight = _weight(walker, entry, name)
            if (
                walker.known(entry.key, "concept", declared.concepts) is None
                or weight is None
                or total is None
            ):
                continue
            _check_part(walker, entry, (declared.concepts[total], declared.concepts[name]), weight)
            parts.append((declared.qname(name), weight))
        if not entries:
            walker.fail(keys["parts"].value, "value", "a calculation needs at least one part, {Part: 1}")
        sums.append(Calculation(declared.qname(total or ""), tuple(parts)))
    return tuple(sums)


def _weight(walker: Walker, entry: Entry, name: str) -> int | None:
    weight = walker.value(entry.value, f'the weight of "{name}"')
    if isinstance(weight, int) and not isinstance(weight, bool) and 0 < abs(weight) <= _MAXIMUM_WEIGHT:
        return weight
    walker.fail(
        entry.value, "value", f'the weight of "{name}" must be a whole number other than 0, such as 1 or -1'
    )
    return None


def _check_part(walker: Walker, entry: Entry, ends: tuple[Concept, Concept], weight: int) -> None:
    total, part = ends
    name, of = part.qname.partition(":")[2], total.qname.partition(":")[2]
    if total == part:
        message = f'"{name}" is a part of itself: remove it'
    elif not (is_numeric(total.type) and is_numeric(part.type)):
        message = f'"{of}" ({total.type}) and "{name}" ({part.type}) must both be numbers to be added up'
    elif (is_monetary(total.type), total.unit) != (is_monetary(part.type), part.unit):
        message = f'"{name}" is in another unit than its total "{of}": they cannot be added up'
    elif total.period_type != part.period_type:
        periods = f"{part.period_type} and {total.period_type}"
        message = f'"{name}" and its total "{of}" have different periods ({periods}): they never meet'
    elif total.balance and part.balance and (total.balance == part.balance) != (weight > 0):
        side = "the same balance" if total.balance == part.balance else "the other balance"
        sign = "positive" if total.balance == part.balance else "negative"
        message = f'"{name}" has {side} as its total "{of}", so its weight must be {sign}, not {weight}'
    else:
        return
    walker.fail(entry.key, "value", message)


def read_relations(walker: Walker, node: Node | None, declared: Declared) -> tuple[Relation, ...]:
    """Return what proofs may use beyond level, change and growth."""
    relations: dict[Relation, None] = {}
    said: dict[tuple[str, str], Node] = {}
    for item in walker.listing(node, "the relations") if node else ():
        entries = walker.mapping(item, "a relation")
        read = _read_between if "between" in entries else _read_parts_of_whole
        relation = read(walker, item, declared)
        if relation is None:
            continue
        about = (relation.concept, relation.over if isinstance(relation, PartsOfWhole) else "")
        if about in said:
            message = f"this was already said of {about[0]} on {place(said[about], item)}: remove one"
            walker.fail(item, "duplicate", message)
        said[about] = item
        relations[relation] = None
    return tuple(relations)


def _read_parts_of_whole(walker: Walker, node: Node, declared: Declared) -> PartsOfWhole | None:
    keys = walker.record(node, "a relation (parts_of_whole or between)", PARTS_OF_WHOLE)
    if set(PARTS_OF_WHOLE.required) - set(keys):
        return None
    concept = _numeric(walker, keys["parts_of_whole"], declared)
    axis = walker.known(keys["over"].value, "axis", declared.axes)
    if axis is not None and axis not in declared.explicit_axes:
        message = f'the axis "{axis}" is typed and has no members that could be parts: name another'
        walker.fail(keys["over"].value, "value", message)
    complete: object = False
    if "complete" in keys:
        complete = walker.value(keys["complete"].value, '"complete"')
        if not isinstance(complete, bool):
            walker.fail(keys["complete"].value, "type", 'expected "complete" as true or false')
    if concept is None or axis is None:
        return None
    return PartsOfWhole(declared.qname(concept), declared.qname(axis), complete is True)


def _read_between(walker: Walker, node: Node, declared: Declared) -> Between | None:
    keys = walker.record(node, "a relation (between)", BETWEEN)
    concept = _numeric(walker, keys["between"], declared)
    low = _bound(walker, keys["low"]) if "low" in keys else None
    high = _bound(walker, keys["high"]) if "high" in keys else None
    if "low" not in keys and "high" not in keys:
        walker.fail(node, "missing-key", 'the relation "between" needs "low", "high" or both')
    if low is not None and high is not None and low > high:
        walker.fail(keys["low"].value, "value", f"low ({low}) is greater than high ({high}): exchange them")
    return None if concept is None else Between(declared.qname(concept), low, high)


def _numeric(walker: Walker, entry: Entry, declared: Declared) -> str | None:
    name = walker.known(entry.value, "concept", declared.concepts)
    if name is not None and not is_numeric(declared.concepts[name].type):
        walker.fail(entry.value, "value", f'the concept "{name}" is no number: a relation is about numbers')
        return None
    return name


def _bound(walker: Walker, entry: Entry) -> Decimal | None:
    name = entry.key.value
    text = walker.any_text(entry.value, f'"{name}"')
    if text is None:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and len(text) <= 100:  # noqa: PLR2004 - longer than any bound, shorter than an attack
        return number
    walker.fail(entry.value, "value", f'"{name}" must be a number such as "0" or "0.25", found {text[:40]}')
    return None
