"""What the source says of its concepts and axes together: hypercubes, groups and calculations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.nodes import MappingNode

from taxonomy.item_types import is_monetary, is_numeric
from taxonomy.model import (
    Axis,
    Calculation,
    Concept,
    Group,
    Heading,
    Hypercube,
    TypedAxis,
)
from taxonomy.source_keys import CALCULATION, GROUP, HYPERCUBE, HYPERCUBE_ENDINGS
from taxonomy.source_labels import read_texts

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
        self.explicit_axes = {axis.qname.partition(":")[2]: axis for axis in axes}
        self.axes = (*self.explicit_axes, *(axis.qname.partition(":")[2] for axis in typed_axes))
        self.headings = {heading.qname.partition(":")[2]: heading for heading in headings}
        self.presented = {*self.concepts, *self.headings}
        if base is not None:
            self.concepts.update(base.concept_by_qname)
            self.explicit_axes.update(base.axis_by_qname)
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
            weight = read_weight(walker, entry, name)
            if (
                walker.known(entry.key, "concept", declared.concepts) is None
                or weight is None
                or total is None
            ):
                continue
            if message := part_mistake(declared.concepts[total], declared.concepts[name], weight):
                walker.fail(entry.key, "value", message)
            parts.append((declared.qname(name), weight))
        if not entries:
            walker.fail(keys["parts"].value, "value", "a calculation needs at least one part, {Part: 1}")
        sums.append(Calculation(declared.qname(total or ""), tuple(parts)))
    return tuple(sums)


def read_weight(walker: Walker, entry: Entry, name: str) -> int | None:
    """Return the weight of a part, or None after noting that it is none."""
    weight = walker.value(entry.value, f'the weight of "{name}"')
    if isinstance(weight, int) and not isinstance(weight, bool) and 0 < abs(weight) <= _MAXIMUM_WEIGHT:
        return weight
    walker.fail(
        entry.value, "value", f'the weight of "{name}" must be a whole number other than 0, such as 1 or -1'
    )
    return None


def part_mistake(total: Concept, part: Concept, weight: int) -> str:
    """Return why a concept cannot be a part of a calculation, or an empty string."""
    return addition_mistake(total, part) or side_mistake(total, part, weight)


def addition_mistake(total: Concept, part: Concept, *, of_itself: bool = False) -> str:
    """Return why a concept cannot be added up to another, whatever its sign, or an empty string.

    of_itself: whether a concept may be a part of itself, as its members are.
    """
    name, of = part.qname.partition(":")[2], total.qname.partition(":")[2]
    if total == part and not of_itself:
        return f'"{name}" is a part of itself: remove it'
    if not (is_numeric(total.type) and is_numeric(part.type)):
        return f'"{of}" ({total.type}) and "{name}" ({part.type}) must both be numbers to be added up'
    if (is_monetary(total.type), total.unit) != (is_monetary(part.type), part.unit):
        return f'"{name}" is in another unit than its total "{of}": they cannot be added up'
    if total.period_type != part.period_type:
        periods = f"{part.period_type} and {total.period_type}"
        return f'"{name}" and its total "{of}" have different periods ({periods}): they never meet'
    return ""


def side_mistake(total: Concept, part: Concept, weight: int) -> str:
    """Return why the sign of a weight cannot be right, or an empty string. Spec: XBRL 2.1 section 5.1.1.2."""
    name, of = part.qname.partition(":")[2], total.qname.partition(":")[2]
    if total.balance and part.balance and (total.balance == part.balance) != (weight > 0):
        side = "the same balance" if total.balance == part.balance else "the other balance"
        sign = "positive" if total.balance == part.balance else "negative"
        return f'"{name}" has {side} as its total "{of}", so its weight must be {sign}, not {weight}'
    return ""
