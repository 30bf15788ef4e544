"""Axes, typed ones too, and domains of enumerations, with the members below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, cast

from yaml.nodes import MappingNode

from taxonomy.labels import default_member_labels
from taxonomy.model import Axis, AxisRole, Domain, Member, TypedAxis, TypedDomainType
from taxonomy.source_keys import AXIS, AXIS_ROLES, DOMAIN, MEMBER, SENSES, TYPED_AXIS, TYPED_DOMAIN_TYPES
from taxonomy.source_labels import read_labels
from taxonomy.source_walk import Walker

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.source_life import Lifetimes
    from taxonomy.yaml_nodes import Entry

_SENSE: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a member is read: below which axis or domain, the axis's role and default, the member above it."""

    owner: str
    role: AxisRole | None = None
    default: str | None = None
    parent: str | None = None


@dataclass(slots=True)
class DimensionReader:
    """Reads axes and domains; a member may stand in several of them if it is the same in each."""

    walker: Walker
    prefix: str
    lifetimes: Lifetimes
    _shared: dict[str, Member] = field(default_factory=dict)

    def read_axes(self, node: Node | None) -> tuple[tuple[Axis, ...], tuple[TypedAxis, ...]]:
        """Return the explicit axes, each with its default first, and the typed ones."""
        axes: list[Axis] = []
        typed: list[TypedAxis] = []
        for name, entry in (self.walker.mapping(node, "axes") if node else {}).items():
            if self.walker.name(entry.key, "the axis") is None:
                continue
            if not self.walker.declare(entry.key, "axis", name):
                continue
            if _has_key(entry.value, "typed"):
                typed.append(self._read_typed_axis(entry))
            else:
                axes.append(self._read_axis(entry))
        return tuple(axes), tuple(typed)

    def read_domains(self, node: Node | None) -> tuple[Domain, ...]:
        """Return the domains of enumerations."""
        domains: list[Domain] = []
        for name, entry in (self.walker.mapping(node, "domains") if node else {}).items():
            if self.walker.name(entry.key, "the domain") is None:
                continue
            if self.walker.declare(entry.key, "domain", name):
                domains.append(self._read_domain(entry))
        return tuple(domains)

    def _read_axis(self, entry: Entry) -> Axis:
        walker, name = self.walker, entry.key.value
        what = f'the axis "{name}"'
        keys = walker.record(entry.value, what, AXIS)
        labels = read_labels(walker, keys, what)
        role = (
            walker.choice(keys["role"].value, f"the role of {what}", AXIS_ROLES) if "role" in keys else None
        )
        default = walker.name(keys["default"].value, f"the default of {what}") if "default" in keys else None
        place = _Place(what, cast("AxisRole | None", role), default)
        members: dict[str, Member] = {}
        if "members" in keys:
            self._read_members(keys["members"].value, place, members)
        if default is not None and default not in members:
            made = default_member_labels(default, labels, has_role=role is not None)
            member = Member(f"{self.prefix}:{default}", made)
            if self._is_free(keys["default"].value, default, members):
                shared = self._shared.setdefault(default, member)
                member = replace(shared, parent=None, comparison=None, usable=True)
            members[default] = member
        life = self.lifetimes.read(keys, "axis", name)
        return Axis(
            f"{self.prefix}:{name}",
            labels,
            f"{self.prefix}:{default}",
            _default_first(members, default),
            place.role,
            life.references,
            life.since,
            life.deprecated,
        )

    def _read_typed_axis(self, entry: Entry) -> TypedAxis:
        walker, name = self.walker, entry.key.value
        what = f'the typed axis "{name}"'
        keys = walker.record(entry.value, what, TYPED_AXIS)
        kind = walker.choice(keys["typed"].value, f"the type of {what}", TYPED_DOMAIN_TYPES)
        element: str | None = f"{name.removesuffix('Axis')}Domain"
        node = keys["element"].value if "element" in keys else entry.key
        if "element" in keys:
            element = walker.name(node, f"the element of {what}")
        if element is not None:
            walker.declare(node, f'element that holds the values of "{name}"', element)
        life = self.lifetimes.read(keys, "axis", name)
        return TypedAxis(
            f"{self.prefix}:{name}",
            read_labels(walker, keys, what),
            f"{self.prefix}:{element}",
            cast("TypedDomainType", kind or "text"),
            life.references,
            life.since,
            life.deprecated,
        )

    def _read_domain(self, entry: Entry) -> Domain:
        walker, name = self.walker, entry.key.value
        what = f'the domain "{name}"'
        keys = walker.record(entry.value, what, DOMAIN)
        members: dict[str, Member] = {}
        if "members" in keys:
            self._read_members(keys["members"].value, _Place(what), members)
        head_usable = _truth(walker, keys, "head_usable", what, default=False)
        if "members" in keys and not head_usable and not any(member.usable for member in members.values()):
            message = f"{what} has no member that a fact may name: list one, or make one usable"
            walker.fail(keys["members"].value, "value", message)
        labels = read_labels(walker, keys, what)
        return Domain(f"{self.prefix}:{name}", labels, tuple(members.values()), head_usable)

    def _read_members(self, node: Node, place: _Place, members: dict[str, Member]) -> None:
        """Add the members of a mapping, depth first."""
        walker = self.walker
        for name, entry in walker.mapping(node, f"the members of {place.owner}").items():
            if walker.name(entry.key, "the member") is None or not self._is_free(entry.key, name, members):
                continue
            if name == place.default and place.parent is not None:
                message = f'the default "{name}" is part of another member: move it to the top of the axis'
                walker.fail(entry.key, "value", message)
            member, keys = self._read_member(entry, place)
            members[name] = member
            if "members" in keys:
                self._read_members(keys["members"].value, replace(place, parent=member.qname), members)

    def _read_member(self, entry: Entry, place: _Place) -> tuple[Member, dict[str, Entry]]:
        walker, name = self.walker, entry.key.value
        what = f'the member "{name}"'
        keys = walker.record(entry.value, what, MEMBER)
        usable = _truth(walker, keys, "usable", what, default=True)
        if not usable and name == place.default:
            message = f"{what} is what a fact without the axis means, so it must be usable: remove the key"
            walker.fail(keys["usable"].key, "value", message)
        life = self.lifetimes.read(keys, "member", name)
        member = Member(
            f"{self.prefix}:{name}",
            read_labels(walker, keys, what),
            place.parent,
            _sense(walker, keys, what, place.role),
            usable,
            life.references,
            life.since,
            life.deprecated,
        )
        first = self._shared.setdefault(name, member)
        if first.labels != member.labels:
            message = f"{what} has other labels in another axis: give it the same ones or another name"
            walker.fail(entry.key, "duplicate", message)
        elif (first.references, first.since, first.deprecated) != (
            member.references,
            member.since,
            member.deprecated,
        ):
            message = f'{what} has another "reference", "since" or "deprecated" in another axis: say the same'
            walker.fail(entry.key, "duplicate", message)
        return member, keys

    def _is_free(self, node: Node, name: str, members: dict[str, Member]) -> bool:
        """Return whether a member may have the name: a member of another axis may be said again."""
        return (name in self._shared and name not in members) or self.walker.declare(node, "member", name)


def _has_key(node: Node, key: str) -> bool:
    return isinstance(node, MappingNode) and any(name.value == key for name, _ in node.value)


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


def _truth(walker: Walker, keys: dict[str, Entry], key: str, what: str, *, default: bool) -> bool:
    """Return the true or false of a key."""
    if key not in keys:
        return default
    value = walker.value(keys[key].value, f'the key "{key}" of {what}')
    if isinstance(value, bool):
        return value
    walker.fail(keys[key].value, "type", f'expected the key "{key}" of {what} as true or false')
    return default


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
