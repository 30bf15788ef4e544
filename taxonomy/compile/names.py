"""The names that a package gives to what a taxonomy leaves unnamed: files, roles, abstract elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from taxonomy.dts import ContextElement
from taxonomy.model import (
    ARCROLE,
    Axis,
    AxisRole,
    Concept,
    Group,
    Hypercube,
    Label,
    Member,
    Taxonomy,
    TypedAxis,
    Variant,
    label_of,
)
from taxonomy.source_keys import RESERVED_NAMES

ATTRIBUTES: Final = "http://tagwright.org/attribute"
"""Namespace of the few attributes of our own on arcs and on the schema."""

FORMAT: Final = "1"
"""Says in the schema that tagwright wrote it, and how."""

FOLDER: Final = "taxonomy"
"""The package's folder that the entry point's address is mapped to."""

DOMAIN_MEMBER: Final = "http://xbrl.org/int/dim/arcrole/domain-member"
DIMENSION_DOMAIN: Final = "http://xbrl.org/int/dim/arcrole/dimension-domain"
DIMENSION_DEFAULT: Final = "http://xbrl.org/int/dim/arcrole/dimension-default"
HYPERCUBE_DIMENSION: Final = "http://xbrl.org/int/dim/arcrole/hypercube-dimension"
ALL: Final = "http://xbrl.org/int/dim/arcrole/all"
PARENT_CHILD: Final = "http://www.xbrl.org/2003/arcrole/parent-child"
SUMMATION_ITEM: Final = "https://xbrl.org/2023/arcrole/summation-item"
CONCEPT_LABEL: Final = "http://www.xbrl.org/2003/arcrole/concept-label"
CONCEPT_REFERENCE: Final = "http://www.xbrl.org/2003/arcrole/concept-reference"
SUCCESSION: Final = "http://www.xbrl.org/2009/arcrole/dep-concept-deprecatedConcept"
DEPRECATED_ROLES: Final = "http://www.xbrl.org/lrr/role/deprecated-2009-12-16.xsd"
DEPRECATED_ARCROLES: Final = "http://www.xbrl.org/lrr/arcrole/deprecated-2009-12-16.xsd"
STANDARD_LINK: Final = "http://www.xbrl.org/2003/role/link"

VARIANT_ARCROLE: Final[dict[Variant, str]] = {
    "change": f"{ARCROLE}change-of",
    "growth": f"{ARCROLE}growth-of",
    "share": f"{ARCROLE}share-of",
}
AXIS_ROLE_ARCROLE: Final[dict[AxisRole, str]] = {
    "comparison": f"{ARCROLE}comparison-axis",
    "basis": f"{ARCROLE}basis-axis",
    "scenario": f"{ARCROLE}scenario-axis",
    "bound": f"{ARCROLE}bound-axis",
}
SENSE: Final = f"{ARCROLE}sense"
PARTS_OF_WHOLE: Final = f"{ARCROLE}parts-of-whole"
BETWEEN: Final = f"{ARCROLE}between"
SUM_PART: Final = f"{ARCROLE}sum-part"
NUMERATOR: Final = f"{ARCROLE}numerator"
DENOMINATOR: Final = f"{ARCROLE}denominator"
TERM_ARCROLES: Final = (SUM_PART, NUMERATOR, DENOMINATOR)

OWN_ARCROLES: Final = {
    VARIANT_ARCROLE["change"]: "From a concept to the concept whose increase or decrease it reports",
    VARIANT_ARCROLE["growth"]: "From a concept to the concept whose growth rate it reports",
    VARIANT_ARCROLE[
        "share"
    ]: "From a concept to the concept of which it reports a part as a share of the whole",
    AXIS_ROLE_ARCROLE["comparison"]: "From an axis that says what a change is against to its default",
    AXIS_ROLE_ARCROLE[
        "basis"
    ]: "From an axis that says by which scope or rules a figure was made to its default",
    AXIS_ROLE_ARCROLE[
        "scenario"
    ]: "From an axis that tells targets and forecasts from actual figures to its default",
    AXIS_ROLE_ARCROLE["bound"]: "From an axis that names the ends of a range to its default",
    SENSE: "From an axis to a member whose sense a program knows by the attribute sense",
    PARTS_OF_WHOLE: "From a concept to an axis whose members are parts that never exceed the whole",
    BETWEEN: "From a concept to itself: its values lie between the attributes low and high",
    SUM_PART: "From a total to the concept of a part, with its members and weight; parts with one number make one sum",
    NUMERATOR: "From a ratio to the concept of its numerator, with its members",
    DENOMINATOR: "From a ratio to the concept of its denominator, with its members",
}

NO_AXES: Final = Hypercube("NoAxes", (), ())
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Role:
    """A role of extended links; `links` are the local names of the links it is used on."""

    uri: str
    id: str
    definition: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupNames:
    """A presentation group with the abstract element above its items and its role."""

    group: Group
    root: str
    role: Role


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that the files of one package share.

    imported: the address of each element of another taxonomy that the package refers to, by the name it goes by
    here. imported_roles: the address of each role of another taxonomy, by its URI. imported_axes: the role in
    which an axis of another taxonomy has its members. context_element: where hypercubes want the dimensions.
    """

    prefix: str
    schema_file: str
    groups: tuple[GroupNames, ...]
    hypercube_roles: dict[str, Role]
    axis_roles: dict[str, Role]
    calculation_roles: tuple[Role, ...]
    variants: Role
    relations: Role
    units: Role
    no_axes: Role
    domain_roles: dict[str, Role]
    successions: Role | None
    imported: Mapping[str, str] = field(default_factory=dict)
    imported_roles: Mapping[str, str] = field(default_factory=dict)
    imported_axes: Mapping[str, str] = field(default_factory=dict)
    context_element: ContextElement = "scenario"

    def file(self, kind: str) -> str:
        """Return the name of the linkbase file of a kind: "label-en" → "bank-label-en.xml"."""
        return f"{self.schema_file.removesuffix('.xsd')}-{kind}.xml"

    def roles(self) -> tuple[Role, ...]:
        """Return every role in the order of the schema."""
        return (
            *(group.role for group in self.groups),
            *self.hypercube_roles.values(),
            *self.axis_roles.values(),
            *self.calculation_roles,
            self.variants,
            self.relations,
            self.units,
            self.no_axes,
            *self.domain_roles.values(),
            *([self.successions] if self.successions else []),
        )


def local(qname: str) -> str:
    """Return the local name of a QName."""
    return qname.partition(":")[2]


def table(cube: Hypercube) -> str:
    """Return the name of the hypercube's element."""
    return f"{cube.name}Table"


def line_items(cube: Hypercube) -> str:
    """Return the name of the abstract element above the hypercube's concepts."""
    return f"{cube.name}LineItems"


def names_of(taxonomy: Taxonomy) -> Names:
    """Return the names for a taxonomy."""
    base = taxonomy.namespace.rstrip("/")
    definition, presentation, calculation = "definitionLink", "presentationLink", "calculationLink"

    def role(path: str, text: str, *links: str) -> Role:
        return Role(f"{base}/role/{path}", f"role.{path.replace('/', '.')}", text, links)

    taken = _taken(taxonomy)
    groups: list[GroupNames] = []
    for number, group in enumerate(taxonomy.groups, 1):
        root = _free_name(group.labels, number, taken)
        text = f"{number:03} {label_of(group.labels, 'en')}"
        groups.append(GroupNames(group, root, role(f"group/{root}", text, presentation)))
    return Names(
        taxonomy.prefix,
        taxonomy.entry_point.rpartition("/")[2],
        tuple(groups),
        {
            cube.name: role(f"hypercube/{cube.name}", f"Hypercube {cube.name}", presentation, definition)
            for cube in taxonomy.hypercubes
        },
        {
            axis.qname: role(f"axis/{local(axis.qname)}", f"Axis {label_of(axis.labels, 'en')}", definition)
            for axis in taxonomy.axes
        },
        tuple(
            role(f"calculation/{number}", f"Calculation of {local(item.total)}", calculation)
            for number, item in enumerate(taxonomy.calculations, 1)
        ),
        variants=role("variants", "Change, growth and share concepts", definition),
        relations=role("relations", "Relations between figures", definition),
        units=role("units", "Count units", presentation),
        no_axes=role("no-axes", "Concepts that carry no axis", definition),
        domain_roles={
            domain.qname: role(
                f"domain/{local(domain.qname)}",
                f"Domain {label_of(domain.labels, 'en')}",
                presentation,
                definition,
            )
            for domain in taxonomy.domains
        },
        successions=(
            role("successions", "What is used instead of what is deprecated", definition)
            if any(item.deprecated and item.deprecated.successors for item in lasting(taxonomy))
            else None
        ),
    )


def lasting(taxonomy: Taxonomy) -> tuple[Concept | Axis | TypedAxis | Member, ...]:
    """Return everything that has references, a version that brought it and perhaps an end."""
    return (
        *taxonomy.concepts,
        *taxonomy.axes,
        *taxonomy.typed_axes,
        *taxonomy.member_by_qname.values(),
    )


def _taken(taxonomy: Taxonomy) -> set[str]:
    qnames = [concept.qname for concept in taxonomy.concepts]
    qnames.extend(unit.qname for unit in taxonomy.units)
    qnames.extend(axis.qname for axis in taxonomy.axes)
    qnames.extend(name for axis in taxonomy.typed_axes for name in (axis.qname, axis.domain))
    qnames.extend(domain.qname for domain in taxonomy.domains)
    qnames.extend(heading.qname for heading in taxonomy.headings)
    taken = {local(name) for name in (*qnames, *taxonomy.member_by_qname)}
    taken.update(RESERVED_NAMES)
    taken.update(name for cube in taxonomy.hypercubes for name in (table(cube), line_items(cube)))
    return taken


def _free_name(labels: tuple[Label, ...], number: int, taken: set[str]) -> str:
    """Return a name made from the English label that no other element has, and take it."""
    words = _NOT_IN_A_NAME.split(label_of(labels, "en"))
    made = "".join(word[:1].upper() + word[1:] for word in words)[:80]
    if not made[:1].isalpha():
        made = f"Group{number}"
    name, count = f"{made}Abstract", 1
    while name in taken:
        count += 1
        name = f"{made}{count}Abstract"
    taken.add(name)
    return name
