"""From what Arelle discovered to a `Taxonomy`: pure functions over plain values.

Spec: Dimensions 1.0 section 2 (how a concept inherits hypercubes, and an axis its members); XBRL 2.1 section 5.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

from taxonomy.compile.names import AXIS_ROLE_ARCROLE, SENSE, VARIANT_ARCROLE
from taxonomy.dts import ContextElement, DefinitionArc, Dts
from taxonomy.dts_reading import Arc, Declared, Discovered
from taxonomy.dts_trees import calculations_of, groups_of, relations_of
from taxonomy.labels import in_order
from taxonomy.model import (
    Axis,
    Concept,
    Domain,
    Heading,
    Hypercube,
    Label,
    Member,
    Reference,
    Taxonomy,
    TypedAxis,
    Unit,
    Variant,
)

DIMENSIONS: Final = "http://xbrl.org/int/dim/arcrole/"
_ALL: Final = f"{DIMENSIONS}all"
_NOT_ALL: Final = f"{DIMENSIONS}notAll"
_HYPERCUBE_DIMENSION: Final = f"{DIMENSIONS}hypercube-dimension"
_DIMENSION_DOMAIN: Final = f"{DIMENSIONS}dimension-domain"
_DOMAIN_MEMBER: Final = f"{DIMENSIONS}domain-member"
_DIMENSION_DEFAULT: Final = f"{DIMENSIONS}dimension-default"
_AXIS_ROLES: Final = {arcrole: role for role, arcrole in AXIS_ROLE_ARCROLE.items()}
_VARIANTS: Final = {arcrole: variant for variant, arcrole in VARIANT_ARCROLE.items()}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A member in a tree: its parent (None right under the axis or head), and whether a fact may carry it."""

    qname: str
    parent: str | None
    usable: bool


@dataclass(frozen=True, slots=True)
class _Networks:
    """Arcs by (arcrole, role, source), in order."""

    arcs: dict[tuple[str, str, str], list[Arc]]

    def below(self, source: str, role: str) -> list[_Placed]:
        """Return the tree of domain-member arcs below an element, depth first, each member once."""
        placed: dict[str, _Placed] = {}
        waiting: list[tuple[Arc, str | None]] = [
            (arc, None) for arc in reversed(self.arcs.get((_DOMAIN_MEMBER, role, source), []))
        ]
        while waiting:
            arc, parent = waiting.pop()
            if arc.target in placed or arc.target == source:
                continue
            placed[arc.target] = _Placed(arc.target, parent, arc.usable)
            role = arc.target_role or arc.role
            following = self.arcs.get((_DOMAIN_MEMBER, role, arc.target), [])
            waiting.extend((item, arc.target) for item in reversed(following))
        return list(placed.values())

    def members(self, axis: str, role: str) -> list[_Placed]:
        """Return the members of an axis as a hypercube of the role has them, the domain's head first."""
        found: dict[str, _Placed] = {}
        for arc in self.arcs.get((_DIMENSION_DOMAIN, role, axis), []):
            found.setdefault(arc.target, _Placed(arc.target, None, arc.usable))
            for item in self.below(arc.target, arc.target_role or arc.role):
                found.setdefault(item.qname, _Placed(item.qname, item.parent or arc.target, item.usable))
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a taxonomy was found: what its instances refer to, its version, its names.

    moved: (start of a file's place on this machine, start of its address), for files without an address.
    """

    entry_point: str
    version: str
    labels: tuple[Label, ...]
    moved: tuple[str, str] = ("", "")

    def address(self, place: str) -> str:
        """Return the address of a file's place."""
        before, after = self.moved
        return after + place.removeprefix(before) if before and place.startswith(before) else place


def taxonomy_of(found: Discovered, origin: Origin) -> Taxonomy:
    """Return the taxonomy of what Arelle discovered."""
    labels = {name: in_order(items) for name, items in found.labels.items()}
    references = {name: tuple(items) for name, items in found.references.items()}
    networks = _networks(found.definition)
    axes = tuple(_axes(found, networks, labels, references))
    domains = tuple(_domains(found, networks, labels, references))
    members = {member.qname for axis in axes for member in axis.members}
    members.update(member.qname for domain in domains for member in domain.members)
    members.update(domain.qname for domain in domains)
    units = tuple(
        Unit(name, labels.get(name, ()))
        for item in found.elements
        if item.element.type == f"{(name := item.element.qname)}ItemType"
    )
    variants = {
        arc.source: (_VARIANTS[arc.arcrole], arc.target)
        for arc in found.definition
        if arc.arcrole in _VARIANTS
    }
    concepts = tuple(
        _concept(item, labels, references, {unit.qname for unit in units}, variants)
        for item in found.elements
        if _is_reported(item, members)
    )
    return Taxonomy(
        found.prefix,
        found.namespace,
        origin.version,
        origin.entry_point,
        origin.labels,
        units,
        axes,
        concepts,
        tuple(_hypercubes(found, networks, axes, {concept.qname for concept in concepts})),
        tuple(groups_of(found)),
        tuple(calculations_of(found)),
        tuple(
            relations_of(
                found,
                {concept.qname for concept in concepts},
                {axis.qname for axis in axes},
                {member.qname for axis in axes for member in axis.members},
            )
        ),
        typed_axes=tuple(
            TypedAxis(
                item.element.qname,
                labels.get(item.element.qname, ()),
                *item.typed_domain,
                references.get(item.element.qname, ()),
            )
            for item in found.elements
            if item.typed_domain
        ),
        domains=domains,
        headings=tuple(
            Heading(name, labels.get(name, ()), references.get(name, ()))
            for item in found.elements
            if (name := item.element.qname) not in members
            and item.element.type != f"{name}ItemType"
            and item.kind != "dimension"
            and not _is_reported(item, members)
        ),
        dts=Dts(
            found.namespaces,
            tuple(
                replace(item.element, address=origin.address(item.element.address)) for item in found.elements
            ),
            tuple(replace(role, address=origin.address(role.address)) for role in found.roles),
            tuple(_definition_arc(arc) for arc in found.definition),
            found.entry_namespace,
            found.formulas,
            found.tables,
        ),
    )


def _is_reported(item: Declared, members: set[str]) -> bool:
    """Return whether facts report the element: a domain's member does not, even where it is not abstract."""
    if item.kind != "item":
        return False
    return item.element.qname not in members or not item.element.type.endswith(":domainItemType")


def _concept(
    item: Declared,
    labels: dict[str, tuple[Label, ...]],
    references: dict[str, tuple[Reference, ...]],
    units: set[str],
    variants: dict[str, tuple[Variant, str]],
) -> Concept:
    name = item.element.qname
    unit = item.element.type.removesuffix("ItemType")
    variant, variant_of = variants.get(name, (None, None))
    return Concept(
        name,
        "count" if unit in units else item.type or item.element.type,
        item.element.period_type or "duration",
        labels.get(name, ()),
        item.element.balance,
        unit if unit in units else None,
        variant,
        variant_of,
        references=references.get(name, ()),
        domain=item.domain[0] if item.domain else None,
    )


def _networks(arcs: tuple[Arc, ...]) -> _Networks:
    by_source: dict[tuple[str, str, str], list[Arc]] = {}
    for arc in arcs:
        by_source.setdefault((arc.arcrole, arc.role, arc.source), []).append(arc)
    return _Networks(by_source)


def _axes(
    found: Discovered,
    networks: _Networks,
    labels: dict[str, tuple[Label, ...]],
    references: dict[str, tuple[Reference, ...]],
) -> Iterator[Axis]:
    """Yield the explicit dimensions, each with its members over all roles; usable where any role says so."""
    roles: dict[str, dict[str, None]] = {}
    defaults: dict[str, str] = {}
    own = {arc.source: _AXIS_ROLES[arc.arcrole] for arc in found.definition if arc.arcrole in _AXIS_ROLES}
    senses = {
        (arc.source, arc.target): dict(arc.said).get("sense")
        for arc in found.definition
        if arc.arcrole == SENSE
    }
    for arc in found.definition:
        if arc.arcrole == _DIMENSION_DOMAIN:
            roles.setdefault(arc.source, {})[arc.role] = None
        elif arc.arcrole == _DIMENSION_DEFAULT:
            defaults.setdefault(arc.source, arc.target)
    for item in found.elements:
        name = item.element.qname
        if item.kind != "dimension" or item.typed_domain:
            continue
        placed: dict[str, _Placed] = {}
        default = defaults.get(name, "")
        trees = [networks.members(name, role) for role in roles.get(name, ())]
        for tree in sorted(trees, key=len, reverse=True):  # the fullest says where a member stands
            for member in tree:
                known = placed.setdefault(member.qname, member)
                if member.usable and not known.usable:
                    placed[member.qname] = _Placed(known.qname, known.parent, usable=True)
        if default and default not in placed:
            placed = {default: _Placed(default, None, usable=True), **placed}
        yield Axis(
            name,
            labels.get(name, ()),
            default,
            tuple(
                replace(
                    _member(member, labels, references), comparison=senses.get((name, member.qname)) or None
                )
                for member in _top_down(placed)
            ),
            own.get(name),
            references.get(name, ()),
        )


def _top_down(placed: dict[str, _Placed]) -> Iterator[_Placed]:
    """Yield the members with every parent before its parts, whatever roles they were placed in."""
    done: set[str] = set()
    for member in placed.values():
        chain: list[_Placed] = []
        step: _Placed | None = member
        while step is not None and step.qname not in done and step not in chain:
            chain.append(step)
            step = placed.get(step.parent) if step.parent else None
        for one in reversed(chain):
            done.add(one.qname)
            parent = one.parent if one.parent in done else None
            yield _Placed(one.qname, parent, one.usable)


def _member(
    placed: _Placed, labels: dict[str, tuple[Label, ...]], references: dict[str, tuple[Reference, ...]]
) -> Member:
    name = placed.qname
    return Member(
        name,
        labels.get(name, ()),
        placed.parent,
        usable=placed.usable,
        references=references.get(name, ()),
    )


def _hypercubes(
    found: Discovered, networks: _Networks, axes: tuple[Axis, ...], reported: set[str]
) -> Iterator[Hypercube]:
    names: dict[str, int] = {}
    whole = {axis.qname: frozenset(m.qname for m in axis.members if m.usable) for axis in axes}
    for arc in found.definition:
        if arc.arcrole not in {_ALL, _NOT_ALL}:
            continue
        local = arc.target.partition(":")[2]
        names[local] = names.get(local, 0) + 1
        role = arc.target_role or arc.role
        dimensions = networks.arcs.get((_HYPERCUBE_DIMENSION, role, arc.target), [])
        concepts = [arc.source, *(item.qname for item in networks.below(arc.source, arc.role))]
        yield Hypercube(
            local if names[local] == 1 else f"{local}.{names[local]}",
            tuple(name for name in concepts if name in reported),
            tuple(dict.fromkeys(item.target for item in dimensions)),
            arc.role,
            arc.target,
            arc.closed,
            arc.arcrole == _NOT_ALL,
            cast("ContextElement", arc.context_element or "scenario"),
            tuple(_some_members(networks, dimensions, whole)),
        )


def _some_members(
    networks: _Networks, dimensions: list[Arc], whole: dict[str, frozenset[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in dimensions:
        if item.target in whole:
            placed = networks.members(item.target, item.target_role or item.role)
            usable = tuple(member.qname for member in placed if member.usable)
            if frozenset(usable) != whole[item.target]:
                yield item.target, usable


def _domains(
    found: Discovered,
    networks: _Networks,
    labels: dict[str, tuple[Label, ...]],
    references: dict[str, tuple[Reference, ...]],
) -> Iterator[Domain]:
    heads: dict[str, tuple[str, bool]] = {}
    for item in found.elements:
        if item.domain:
            name, role, usable = item.domain
            heads.setdefault(name, (role, usable))
    for name, (role, usable) in heads.items():
        members = tuple(_member(member, labels, references) for member in networks.below(name, role))
        yield Domain(name, labels.get(name, ()), members, usable)


def _definition_arc(arc: Arc) -> DefinitionArc:
    return DefinitionArc(
        arc.arcrole,
        arc.role,
        arc.source,
        arc.target,
        arc.target_role,
        arc.usable,
        arc.closed,
        cast("ContextElement | None", arc.context_element or None),
    )
