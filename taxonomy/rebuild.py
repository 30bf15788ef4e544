"""From the elements, labels and arcs of a package to the `Taxonomy` they were made from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from taxonomy.compile.names import (
    AXIS_ROLE_ARCROLE,
    BETWEEN,
    DIMENSION_DEFAULT,
    DOMAIN_MEMBER,
    HYPERCUBE_DIMENSION,
    PARENT_CHILD,
    PARTS_OF_WHOLE,
    SENSE,
    SUMMATION_ITEM,
    VARIANT_ARCROLE,
)
from taxonomy.model import (
    Axis,
    Balance,
    Between,
    Calculation,
    Concept,
    Group,
    Hypercube,
    Label,
    Member,
    PartsOfWhole,
    PeriodType,
    Reference,
    Relation,
    Taxonomy,
    Unit,
    Variant,
)

if TYPE_CHECKING:
    from taxonomy.read_linkbase import ReadArc
    from taxonomy.read_schema import Elements

_VARIANT_OF_ARCROLE: Final = {arcrole: variant for variant, arcrole in VARIANT_ARCROLE.items()}
_ROLE_OF_ARCROLE: Final = {arcrole: role for role, arcrole in AXIS_ROLE_ARCROLE.items()}


@dataclass(frozen=True, slots=True)
class Package:
    """What the files of a package say; elements go by local name, roles by id."""

    labels: tuple[Label, ...]
    version: str
    entry_point: str
    elements: Elements
    roles: dict[str, str]
    labels_of: dict[str, tuple[Label, ...]]
    references_of: dict[str, tuple[Reference, ...]]
    arcs_of_role: dict[str, list[ReadArc]]

    def qname(self, name: str) -> str:
        """Return the QName of a local name."""
        return f"{self.elements.prefix}:{name}"

    def with_role(self, role: str) -> tuple[ReadArc, ...]:
        """Return the arcs of a role, by its id."""
        return tuple(self.arcs_of_role.get(self.roles[role], ()))

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
        tuple(_relation(package, arc) for arc in package.with_role("role.relations")),
    )
    _check_names(taxonomy)
    return taxonomy


def _check_names(taxonomy: Taxonomy) -> None:
    """Raise ValueError where something speaks of a concept or axis that there is none of."""
    concepts = [name for cube in taxonomy.hypercubes for name in cube.concepts]
    concepts.extend(name for group in taxonomy.groups for name in group.items)
    concepts.extend(
        name for item in taxonomy.calculations for name in (item.total, *(part for part, _ in item.parts))
    )
    concepts.extend(relation.concept for relation in taxonomy.relations)
    concepts.extend(concept.variant_of for concept in taxonomy.concepts if concept.variant_of)
    axes = [name for cube in taxonomy.hypercubes for name in cube.axes]
    axes.extend(relation.over for relation in taxonomy.relations if isinstance(relation, PartsOfWhole))
    units = [concept.unit for concept in taxonomy.concepts if concept.unit]
    missing = {*concepts} - {*taxonomy.concept_by_qname} | {*axes} - {*taxonomy.axis_by_qname}
    missing |= {*units} - {*taxonomy.unit_by_qname}
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
                package.references_of.get(element.name, ()),
            )
        )
    return tuple(made)


def _axis(package: Package, name: str) -> Axis:
    arcs = package.with_role(f"role.axis.{name}")
    defaults = [arc.target for arc in arcs if arc.arcrole == DIMENSION_DEFAULT]
    if len(defaults) != 1:
        raise ValueError(f"the axis {name} has {len(defaults)} defaults")
    default = defaults[0]
    senses = {arc.target: arc.extra["sense"] for arc in arcs if arc.arcrole == SENSE}
    parents: dict[str, str | None] = {default: None}
    for arc in arcs:
        if arc.arcrole == DOMAIN_MEMBER:
            parents[arc.target] = None if arc.source == default else package.qname(arc.source)
    members = tuple(
        Member(package.qname(member), package.labels_of.get(member, ()), parent, senses.get(member))
        for member, parent in parents.items()
    )
    role = next((_ROLE_OF_ARCROLE[arc.arcrole] for arc in arcs if arc.arcrole in _ROLE_OF_ARCROLE), None)
    return Axis(package.qname(name), package.labels_of.get(name, ()), package.qname(default), members, role)


def _hypercube(package: Package, name: str) -> Hypercube:
    # The presentation of the hypercube has the same role; the arcroles tell them apart.
    arcs = package.with_role(f"role.hypercube.{name}")
    concepts = tuple(package.qname(arc.target) for arc in arcs if arc.arcrole == DOMAIN_MEMBER)
    axes = tuple(package.qname(arc.target) for arc in arcs if arc.arcrole == HYPERCUBE_DIMENSION)
    return Hypercube(name, concepts, axes)


def _group(package: Package, root: str) -> Group:
    arcs = package.with_role(f"role.group.{root}")
    items = tuple(
        package.qname(arc.target) for arc in arcs if arc.arcrole == PARENT_CHILD and arc.source == root
    )
    return Group(package.labels_of.get(root, ()), items)


def _calculation(package: Package, number: str) -> Calculation:
    arcs = [arc for arc in package.with_role(f"role.calculation.{number}") if arc.arcrole == SUMMATION_ITEM]
    parts = tuple((package.qname(arc.target), int(arc.extra["weight"])) for arc in arcs)
    return Calculation(package.qname(arcs[0].source), parts)


def _relation(package: Package, arc: ReadArc) -> Relation:
    concept = package.qname(arc.source)
    if arc.arcrole == PARTS_OF_WHOLE:
        return PartsOfWhole(concept, package.qname(arc.target), arc.extra["complete"] == "true")
    if arc.arcrole == BETWEEN:
        low, high = (arc.extra.get(key) for key in ("low", "high"))
        return Between(
            concept, None if low is None else Decimal(low), None if high is None else Decimal(high)
        )
    raise ValueError(f"unknown relation {arc.arcrole}")
