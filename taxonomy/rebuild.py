"""From the elements, labels and arcs of a package to the `Taxonomy` they were made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from taxonomy.compile.names import (
    AXIS_ROLE_ARCROLE,
    DIMENSION_DEFAULT,
    DOMAIN_MEMBER,
    HYPERCUBE_DIMENSION,
    PARENT_CHILD,
    SENSE,
    SUMMATION_ITEM,
    VARIANT_ARCROLE,
)
from taxonomy.compile.schema import XSD_TYPE
from taxonomy.labels import canonical_labels
from taxonomy.model import (
    Axis,
    Balance,
    Calculation,
    Concept,
    Deprecation,
    Domain,
    Group,
    Heading,
    Hypercube,
    Label,
    Member,
    PeriodType,
    Reference,
    Taxonomy,
    TypedAxis,
    Unit,
    Variant,
)
from taxonomy.read_relations import RelationArc, relations_in
from taxonomy.relation import Relation, named_in

if TYPE_CHECKING:
    from taxonomy.read_linkbase import ReadArc
    from taxonomy.read_schema import Elements

_VARIANT_OF_ARCROLE: Final = {arcrole: variant for variant, arcrole in VARIANT_ARCROLE.items()}
_TYPE_OF_XSD: Final = {xsd: kind for kind, xsd in XSD_TYPE.items()}
_SUCCESSIONS: Final = "role.successions"
_ROLE_OF_ARCROLE: Final = {arcrole: role for role, arcrole in AXIS_ROLE_ARCROLE.items()}


@dataclass(frozen=True)
class Package:
    """What the files of a package say; elements go by local name, roles by id."""

    labels: tuple[Label, ...]
    version: str
    date: str | None
    entry_point: str
    elements: Elements
    roles: dict[str, str]
    labels_of: dict[str, tuple[Label, ...]]
    deprecations_of: dict[str, tuple[str | Label, ...]]
    references_of: dict[str, tuple[Reference, ...]]
    arcs_of_role: dict[str, list[ReadArc]]

    def qname(self, name: str) -> str:
        """Return the QName of a local name."""
        return f"{self.elements.prefix}:{name}"

    def with_role(self, role: str) -> tuple[ReadArc, ...]:
        """Return the arcs of a role, by its id."""
        return tuple(self.arcs_of_role.get(self.roles[role], ()))

    def life(self, name: str) -> tuple[tuple[Reference, ...], str | None, Deprecation | None]:
        """Return the references of an element, the version that brought it, and its deprecation."""
        said = self.deprecations_of.get(name, ())
        days = [item for item in said if isinstance(item, str)]
        deprecated = None
        if days:
            reasons = canonical_labels(item for item in said if isinstance(item, Label))
            deprecated = Deprecation(days[0], self.successors.get(name, ()), reasons)
        return self.references_of.get(name, ()), self.elements.since.get(name), deprecated

    @cached_property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """Return the QNames of what follows each deprecated element."""
        found: dict[str, tuple[str, ...]] = {}
        if _SUCCESSIONS in self.roles:
            for arc in self.with_role(_SUCCESSIONS):
                found[arc.target] = (*found.get(arc.target, ()), self.qname(arc.source))
        return found

    def role_names(self, kind: str) -> tuple[str, ...]:
        """Return what follows `role.KIND.` in the ids of the roles, in order."""
        start = f"role.{kind}."
        return tuple(role.removeprefix(start) for role in self.roles if role.startswith(start))


def rebuild(package: Package) -> Taxonomy:
    """Return the taxonomy.

    Raises: KeyError, ValueError, InvalidOperation where the package contradicts itself.
    """
    found = package.elements
    taxonomy = Taxonomy(
        found.prefix,
        found.namespace,
        package.version,
        package.entry_point,
        package.labels,
        tuple(Unit(package.qname(name), package.labels_of.get(name, ())) for name in found.units),
        tuple(_axis(package, name) for name in found.axes),
        _concepts(package),
        tuple(_hypercube(package, name) for name in package.role_names("hypercube")),
        tuple(_group(package, root) for root in package.role_names("group")),
        tuple(_calculation(package, number) for number in package.role_names("calculation")),
        _relations(package),
        tuple(_typed_axis(package, name, domain) for name, domain in found.typed_axes),
        tuple(_domain(package, name, usable=usable) for name, usable in found.domains.items()),
        tuple(Heading(package.qname(name), package.labels_of.get(name, ())) for name in found.headings),
        package.date,
        tuple(found.versions),
    )
    _check_names(taxonomy)
    return taxonomy


def _check_names(taxonomy: Taxonomy) -> None:
    """Raise ValueError where something speaks of a concept or axis that there is none of."""
    concepts = [name for cube in taxonomy.hypercubes for name in cube.concepts]
    presented = {name for group in taxonomy.groups for name in group.items}
    concepts.extend(presented - {*taxonomy.heading_by_qname})
    concepts.extend(
        name for item in taxonomy.calculations for name in (item.total, *(part for part, _ in item.parts))
    )
    concepts.extend(concept.variant_of for concept in taxonomy.concepts if concept.variant_of)
    axes = [name for cube in taxonomy.hypercubes for name in cube.axes]
    related = {kind: set[str]() for kind in ("concept", "axis", "member")}
    for relation in taxonomy.relations:
        for kind, name in named_in(relation):
            related[kind].add(name)
    concepts.extend(related["concept"])
    axes.extend(related["axis"])
    units = [concept.unit for concept in taxonomy.concepts if concept.unit]
    known_axes = {*taxonomy.axis_by_qname, *taxonomy.typed_axis_by_qname}
    missing = {*concepts} - {*taxonomy.concept_by_qname} | {*axes} - known_axes
    missing |= {item.domain for item in taxonomy.concepts if item.domain} - {*taxonomy.domain_by_qname}
    missing |= {*units} - {*taxonomy.unit_by_qname} | related["member"] - {*taxonomy.member_by_qname}
    if missing:
        raise ValueError(f"there is no {min(missing)}")


def _concepts(package: Package) -> tuple[Concept, ...]:
    variants: dict[str, tuple[Variant, str]] = {
        arc.source: (_VARIANT_OF_ARCROLE[arc.arcrole], package.qname(arc.target))
        for arc in package.with_role("role.variants")
    }
    made: list[Concept] = []
    for element in package.elements.concepts:
        variant, variant_of = variants.get(element.name, (None, None))
        references, since, deprecated = package.life(element.name)
        made.append(
            Concept(
                package.qname(element.name),
                element.type,
                cast("PeriodType", element.period_type),
                package.labels_of.get(element.name, ()),
                cast("Balance | None", element.balance),
                element.unit,
                variant,
                variant_of,
                references,
                package.qname(element.domain) if element.domain else None,
                since,
                deprecated,
            )
        )
    return tuple(made)


def _axis(package: Package, name: str) -> Axis:
    arcs = package.with_role(f"role.axis.{name}")
    defaults = [arc.target for arc in arcs if arc.arcrole == DIMENSION_DEFAULT]
    if len(defaults) != 1:
        raise ValueError(f"the axis {name} has {len(defaults)} defaults")
    default = defaults[0]
    role = next((_ROLE_OF_ARCROLE[arc.arcrole] for arc in arcs if arc.arcrole in _ROLE_OF_ARCROLE), None)
    members = _members(package, arcs, default, default)
    return Axis(
        package.qname(name),
        package.labels_of.get(name, ()),
        package.qname(default),
        members,
        role,
        *package.life(name),
    )


def _members(
    package: Package, arcs: tuple[ReadArc, ...], root: str, default: str | None
) -> tuple[Member, ...]:
    """Return the members below a root, the default before them."""
    senses = {arc.target: arc.extra["sense"] for arc in arcs if arc.arcrole == SENSE}
    parents: dict[str, str | None] = {default: None} if default else {}
    unusable: set[str] = set()
    for arc in arcs:
        if arc.arcrole == DOMAIN_MEMBER:
            parents[arc.target] = None if arc.source == root else package.qname(arc.source)
            if arc.extra.get("usable") == "false":
                unusable.add(arc.target)
    return tuple(
        Member(
            package.qname(member),
            package.labels_of.get(member, ()),
            parent,
            senses.get(member),
            member not in unusable,
            *package.life(member),
        )
        for member, parent in parents.items()
    )


def _typed_axis(package: Package, name: str, domain: str) -> TypedAxis:
    kind = _TYPE_OF_XSD[package.elements.types[domain]]
    labels = package.labels_of.get(name, ())
    return TypedAxis(package.qname(name), labels, package.qname(domain), kind, *package.life(name))


def _domain(package: Package, name: str, *, usable: bool) -> Domain:
    members = _members(package, package.with_role(f"role.domain.{name}"), name, None)
    return Domain(package.qname(name), package.labels_of.get(name, ()), members, usable)


def _hypercube(package: Package, name: str) -> Hypercube:
    # The presentation of the hypercube has the same role; the arcroles tell them apart.
    arcs = package.with_role(f"role.hypercube.{name}")
    concepts = tuple(package.qname(arc.target) for arc in arcs if arc.arcrole == DOMAIN_MEMBER)
    axes = tuple(package.qname(arc.target) for arc in arcs if arc.arcrole == HYPERCUBE_DIMENSION)
    return Hypercube(name, concepts, axes)


def _group(package: Package, root: str) -> Group:
    """Return a group; variants, which the package shows below their concept, are no items of it."""
    arcs = [arc for arc in package.with_role(f"role.group.{root}") if arc.arcrole == PARENT_CHILD]
    variants = {(arc.source, arc.target) for arc in package.with_role("role.variants")}
    items: dict[str, int] = {}
    for arc in arcs:
        if arc.source == root:
            items[arc.target] = 0
        elif (arc.target, arc.source) not in variants or "listed" in arc.extra:
            items[arc.target] = items[arc.source] + 1
    depths = tuple(items.values()) if any(items.values()) else ()
    return Group(package.labels_of.get(root, ()), tuple(package.qname(name) for name in items), depths)


def _calculation(package: Package, number: str) -> Calculation:
    arcs = [arc for arc in package.with_role(f"role.calculation.{number}") if arc.arcrole == SUMMATION_ITEM]
    parts = tuple((package.qname(arc.target), int(arc.extra["weight"])) for arc in arcs)
    return Calculation(package.qname(arcs[0].source), parts)


def _relations(package: Package) -> tuple[Relation, ...]:
    arcs = (
        RelationArc(arc.arcrole, "", package.qname(arc.source), package.qname(arc.target), arc.extra)
        for arc in package.with_role("role.relations")
    )
    return tuple(relations_in(arcs))
