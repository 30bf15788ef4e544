"""Units, axes with their members, and concepts of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast, get_args

from yaml.nodes import MappingNode

from taxonomy.item_types import ITEM_TYPES, QNAME_OF_SHORT_NAME, SHORT_NAME_OF_QNAME, is_monetary, is_numeric
from taxonomy.labels import default_member_labels
from taxonomy.model import Axis, AxisRole, Balance, Concept, Member, PeriodType, Reference, Unit, Variant
from taxonomy.source_keys import (
    AXIS,
    AXIS_ROLES,
    CONCEPT,
    MEMBER,
    REFERENCE,
    REFERENCE_PARTS,
    SENSES,
    UNIT,
    VARIANTS,
)
from taxonomy.source_labels import read_labels
from taxonomy.source_walk import Walker
from taxonomy.variants import variants_of

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.yaml_nodes import Entry

_SENSE: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class _AxisPlace:
    """Where a member is read: its axis, the axis's role and default, and the member above it."""

    prefix: str
    axis: str
    role: AxisRole | None
    default: str | None
    parent: str | None = None


def read_units(walker: Walker, node: Node | None, prefix: str) -> tuple[Unit, ...]:
    """Return the count units."""
    units: list[Unit] = []
    entries = walker.mapping(node, "units") if node else {}
    for name, entry in entries.items():
        if walker.name(entry.key, "the unit") is None or not walker.declare(entry.key, "unit", name):
            continue
        keys = walker.record(entry.value, f'the unit "{name}"', UNIT)
        units.append(Unit(f"{prefix}:{name}", read_labels(walker, keys, f'the unit "{name}"')))
    return tuple(units)


def read_axes(walker: Walker, node: Node | None, prefix: str) -> tuple[Axis, ...]:
    """Return the axes; each one's default is its first member, made here if the source only names it."""
    axes: list[Axis] = []
    shared: dict[str, Member] = {}
    entries = walker.mapping(node, "axes") if node else {}
    for name, entry in entries.items():
        if walker.name(entry.key, "the axis") is not None and walker.declare(entry.key, "axis", name):
            axes.append(_read_axis(walker, entry, prefix, shared))
    return tuple(axes)


def _read_axis(walker: Walker, entry: Entry, prefix: str, shared: dict[str, Member]) -> Axis:
    name = entry.key.value
    what = f'the axis "{name}"'
    keys = walker.record(entry.value, what, AXIS)
    labels = read_labels(walker, keys, what)
    role = walker.choice(keys["role"].value, f"the role of {what}", AXIS_ROLES) if "role" in keys else None
    default = walker.name(keys["default"].value, f"the default of {what}") if "default" in keys else None
    place = _AxisPlace(prefix, name, cast("AxisRole | None", role), default)
    members: dict[str, Member] = {}
    if "members" in keys:
        _read_members(walker, keys["members"].value, place, members, shared)
    if default is not None and default not in members:
        made = default_member_labels(default, labels, has_role=role is not None)
        member = Member(f"{prefix}:{default}", made)
        if _is_free(walker, keys["default"].value, default, members, shared):
            member = replace(member, labels=shared.setdefault(default, member).labels)
        members[default] = member
    return Axis(
        f"{prefix}:{name}", labels, f"{prefix}:{default}", _default_first(members, default), place.role
    )


def _default_first(members: dict[str, Member], default: str | None) -> tuple[Member, ...]:
    """Return the default and then the others: what is part of the default stands right under the axis."""
    if default is None or default not in members:
        return tuple(members.values())
    first = members.pop(default)
    others = (
        replace(member, parent=None) if member.parent == first.qname else member
        for member in members.values()
    )
    return (first, *others)


def _read_members(
    walker: Walker, node: Node, place: _AxisPlace, members: dict[str, Member], shared: dict[str, Member]
) -> None:
    """Add the members of a mapping, depth first."""
    for name, entry in walker.mapping(node, f'the members of the axis "{place.axis}"').items():
        if walker.name(entry.key, "the member") is None or not _is_free(
            walker, entry.key, name, members, shared
        ):
            continue
        if name == place.default and place.parent is not None:
            message = f'the default "{name}" is part of another member: move it to the top of the axis'
            walker.fail(entry.key, "value", message)
        what = f'the member "{name}"'
        keys = walker.record(entry.value, what, MEMBER)
        labels = read_labels(walker, keys, what)
        member = Member(
            f"{place.prefix}:{name}", labels, place.parent, _sense(walker, keys, what, place.role)
        )
        members[name] = member
        if shared.setdefault(name, member).labels != labels:
            message = (
                f'the member "{name}" has other labels in another axis: give it the same ones or another name'
            )
            walker.fail(entry.key, "duplicate", message)
        if "members" in keys:
            _read_members(walker, keys["members"].value, replace(place, parent=member.qname), members, shared)


def _is_free(
    walker: Walker, node: Node, name: str, members: dict[str, Member], shared: dict[str, Member]
) -> bool:
    """Return whether a member may have the name: a member of another axis may be said again."""
    return (name in shared and name not in members) or walker.declare(node, "member", name)


def _sense(walker: Walker, keys: dict[str, Entry], what: str, role: AxisRole | None) -> str | None:
    """Return what a member of an axis with a role says of itself, under the key named like the role."""
    sense: str | None = None
    for key in AXIS_ROLES:
        if key not in keys:
            continue
        if key != role:
            said = f'has the role "{role}"' if role else "has no role"
            walker.fail(
                keys[key].key, "unknown-key", f'{what} has the key "{key}", but its axis {said}: remove it'
            )
        elif SENSES[key]:
            sense = walker.choice(keys[key].value, f'the key "{key}" of {what}', SENSES[key])
        else:
            sense = walker.text(keys[key].value, f'the key "{key}" of {what}')
            if sense is not None and not _SENSE.fullmatch(sense):
                message = f'the key "{key}" of {what} is "{sense}": expected a word of a-z, 0-9 and _'
                walker.fail(keys[key].value, "value", message)
    return sense


def read_concepts(
    walker: Walker, node: Node | None, prefix: str, units: tuple[Unit, ...]
) -> tuple[Concept, ...]:
    """Return the concepts, each followed by its variants."""
    concepts: list[Concept] = []
    unit_names = tuple(unit.qname.partition(":")[2] for unit in units)
    entries = walker.mapping(node, "concepts") if node else {}
    for name, entry in entries.items():
        if walker.name(entry.key, "the concept") is None or not walker.declare(entry.key, "concept", name):
            continue
        concept, keys = _read_concept(walker, entry, prefix, unit_names)
        concepts.append(concept)
        if "variants" in keys:
            concepts.extend(_read_variants(walker, keys["variants"], concept))
    if isinstance(node, MappingNode) and not node.value:
        walker.fail(node, "value", "there are no concepts: a taxonomy needs at least one")
    return tuple(concepts)


def _read_concept(
    walker: Walker, entry: Entry, prefix: str, unit_names: tuple[str, ...]
) -> tuple[Concept, dict[str, Entry]]:
    name = entry.key.value
    what = f'the concept "{name}"'
    keys = walker.record(entry.value, what, CONCEPT)
    kind = _read_type(walker, keys["type"].value, what) if "type" in keys else None
    period = (
        walker.choice(keys["period"].value, f"the period of {what}", get_args(PeriodType))
        if "period" in keys
        else None
    )
    balance = (
        walker.choice(keys["balance"].value, f"the balance of {what}", get_args(Balance))
        if "balance" in keys
        else None
    )
    if kind is not None and balance is not None and not is_monetary(kind):
        message = f"{what} has a balance but is of type {kind}: only monetary concepts have one, remove it"
        walker.fail(keys["balance"].key, "value", message)
    concept = Concept(
        qname=f"{prefix}:{name}",
        type=kind or "monetary",
        period_type=cast("PeriodType", period or "instant"),
        labels=read_labels(walker, keys, what),
        balance=cast("Balance | None", balance),
        unit=_read_unit(walker, keys, what, kind, unit_names, prefix),
        references=_read_references(walker, keys["reference"].value, what) if "reference" in keys else (),
    )
    return concept, keys


def _read_type(walker: Walker, node: Node, what: str) -> str | None:
    text = walker.text(node, f"the type of {what}")
    if text is None or text in QNAME_OF_SHORT_NAME:
        return text
    if text in ITEM_TYPES:
        return SHORT_NAME_OF_QNAME.get(text, text)
    hint = walker.hint(text, (*QNAME_OF_SHORT_NAME, *sorted(ITEM_TYPES)))
    expected = f"{', '.join(QNAME_OF_SHORT_NAME)}, or an item type such as dtr-types:perShareItemType"
    walker.fail(node, "value", f'the type of {what} is "{text}"{hint}; expected {expected}')
    return None


def _read_unit(
    walker: Walker,
    keys: dict[str, Entry],
    what: str,
    kind: str | None,
    unit_names: tuple[str, ...],
    prefix: str,
) -> str | None:
    if "unit" not in keys:
        return None
    unit = walker.known(keys["unit"].value, "unit", unit_names)
    if kind is not None and kind != "count":
        walker.fail(
            keys["unit"].key,
            "value",
            f"{what} has a unit but is of type {kind}: only a count has one, remove it",
        )
        return None
    return None if unit is None else f"{prefix}:{unit}"


def _read_references(walker: Walker, node: Node, what: str) -> tuple[Reference, ...]:
    references: dict[Reference, None] = {}
    for item in walker.listing(node, f"the reference of {what}"):
        parts: list[tuple[str, str]] = []
        for key, entry in walker.record(item, f"the reference of {what}", REFERENCE).items():
            text = walker.any_text(entry.value, f'the part "{key}" of a reference')
            if text is not None:
                parts.append((REFERENCE_PARTS[key], text))
        if parts:
            references[Reference(tuple(parts))] = None
    return tuple(references)


def _read_variants(walker: Walker, entry: Entry, concept: Concept) -> tuple[Concept, ...]:
    name = concept.qname.partition(":")[2]
    wanted: list[Variant] = []
    for node in walker.listing(entry.value, f'the variants of "{name}"'):
        variant = walker.choice(node, "the variant", VARIANTS)
        if variant in wanted:
            walker.fail(node, "duplicate", f'the variant "{variant}" stands in this list twice: remove one')
        elif variant is not None:
            wanted.append(cast("Variant", variant))
    if wanted and not is_numeric(concept.type):
        message = f'the concept "{name}" is of type {concept.type}: only numbers have variants, remove them'
        walker.fail(entry.key, "value", message)
        return ()
    made = variants_of(concept, tuple(wanted))
    kind = f'concept that the variants of "{name}" make'
    return tuple(item for item in made if walker.declare(entry.value, kind, item.qname.partition(":")[2]))
