"""What may be reported: concepts, axes, members, units, and the relations between them.

Every value is frozen. Names are QNames as written in instances, `prefix:LocalName`, so that they can be
compared, sorted and printed without a namespace table; the table is `Taxonomy.prefix` / `Taxonomy.namespace`.

Spec: XBRL 2.1 section 5 (taxonomies), Dimensions 1.0 section 2, Calculations 1.1, Taxonomy Packages 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from taxonomy.dts import ContextElement, Dts
from taxonomy.relation import Between as Between  # noqa: PLC0414 - others import the three from here
from taxonomy.relation import PartsOfWhole as PartsOfWhole  # noqa: PLC0414
from taxonomy.relation import Relation as Relation  # noqa: PLC0414

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

PeriodType = Literal["instant", "duration"]
Balance = Literal["debit", "credit"]
OwnLabelRole = Literal["standard", "verbose", "terse", "documentation", "term"]
LabelRole = str
"""One of `OwnLabelRole`, or the URI of another role of a taxonomy that somebody else wrote."""
Variant = Literal["change", "growth", "share"]
AxisRole = Literal["comparison", "basis", "scenario", "bound"]
TypedDomainType = Literal["text", "integer", "decimal", "date", "year", "boolean", "uri"]
OwnReferenceRole = Literal[
    "reference", "definition", "disclosure", "presentation", "measurement", "commentary", "example"
]
ReferenceRole = str
"""One of `OwnReferenceRole`, or another role of a taxonomy that somebody else wrote."""

TERM_ROLE = "http://tagwright.org/role/term"
"""Label role of the words that find a concept, member or unit in a text."""

ARCROLE = "http://tagwright.org/arcrole/"
"""Our own arcroles: `change-of`, `growth-of`, `share-of`, `parts-of-whole`, …"""


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a concept, axis, member, unit or group."""

    language: str  # BCP 47: "en", "zh-Hant", "zh-Hans"
    text: str
    role: LabelRole = "standard"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a standard; parts in document order, as (local name of the ref:* element, text).

    role: what the place says of the concept: "reference" where it is said in general.
    """

    parts: tuple[tuple[str, str], ...]
    role: ReferenceRole = "reference"


@dataclass(frozen=True, slots=True)
class Deprecation:
    """From which day on something is not to be used any more.

    date: ISO 8601. successors: QNames of what is used instead. reasons: why, one label a language.
    """

    date: str
    successors: tuple[str, ...] = ()
    reasons: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the taxonomy before this one, the day it was published, and what it brought."""

    number: str
    date: str
    notes: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A count unit such as `bank:customer`."""

    qname: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that a fact may report.

    type: a short name of `taxonomy.item_types` ("monetary", "count", "text_block", …), or an item type by QName.
    unit: QName of the count unit, for type "count" where the taxonomy names one, and for "per_unit".
    variant, variant_of: for a change, growth or share concept, which it is and of which concept.
    domain: QName of the domain that the values of an enumeration are members of.
    since: the version of the taxonomy that brought it.
    """

    qname: str
    type: str
    period_type: PeriodType
    labels: tuple[Label, ...]
    balance: Balance | None = None
    unit: str | None = None
    variant: Variant | None = None
    variant_of: str | None = None
    references: tuple[Reference, ...] = ()
    domain: str | None = None
    since: str | None = None
    deprecated: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A domain member; `parent` is the member it is a part of, or None right under the axis.

    comparison: what the member of a comparison axis compares with (`preceding_period`, `previous_year`,
    `previous_full_year`, `multi_year`, `compound_annual`, `constant_currency`); other role axes use
    `basis`, `scenario` (`target`, `forecast`), `bound` (`low`, `high`) words in the same field.
    usable: whether a fact may carry it; one that only holds others together may not.
    """

    qname: str
    labels: tuple[Label, ...]
    parent: str | None = None
    comparison: str | None = None
    usable: bool = True
    references: tuple[Reference, ...] = ()
    since: str | None = None
    deprecated: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """An explicit dimension with the members below it, depth first, the default among them.

    A fact without the axis means the default, which therefore never stands in an instance. An axis that
    somebody else wrote may have none (an empty `default`): a fact must then name a member.
    """

    qname: str
    labels: tuple[Label, ...]
    default: str
    members: tuple[Member, ...]
    role: AxisRole | None = None
    references: tuple[Reference, ...] = ()
    since: str | None = None
    deprecated: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class TypedAxis:
    """A typed dimension: its values are no members but texts, numbers or dates that the filer writes.

    A fact of a hypercube with the axis always carries it: there is no default. domain: QName of the element
    that holds the value in an instance. type: a `TypedDomainType`, or the base type of somebody else's.

    Spec: Dimensions 1.0 section 2.5.2.
    """

    qname: str
    labels: tuple[Label, ...]
    domain: str
    type: str
    references: tuple[Reference, ...] = ()
    since: str | None = None
    deprecated: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class Domain:
    """The members that an enumeration may name, depth first, below a head which is one of them if usable.

    Spec: Extensible Enumerations 2.0 section 3.
    """

    qname: str
    labels: tuple[Label, ...]
    members: tuple[Member, ...]
    head_usable: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """An abstract concept: it reports nothing and stands above others in the presentation.

    In a taxonomy that somebody else wrote also a tuple, or the element of a hypercube.
    """

    qname: str
    labels: tuple[Label, ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypercube:
    """A hypercube: these concepts may carry these axes, typed ones too, and no others where it is closed.

    In those that somebody else wrote: role: the URI of the role whose hypercubes must all hold at once.
    element: its QName. excludes: what it describes is forbidden (notAll). members: of axes, where a fact may
    carry some only.
    """

    name: str
    concepts: tuple[str, ...]
    axes: tuple[str, ...]
    role: str = ""
    element: str = ""
    closed: bool = True
    excludes: bool = False
    context_element: ContextElement = "scenario"
    members: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A presentation group; items are QNames of concepts and headings, in order.

    depths: how far each item stands below the group (0, 1, …), empty where all stand right under it.
    role: the URI of the role. preferred: the label role that each item is shown with, empty for the standard
    one; none at all where no item has another.
    """

    labels: tuple[Label, ...]
    items: tuple[str, ...]
    depths: tuple[int, ...] = ()
    role: str = ""
    preferred: tuple[LabelRole, ...] = ()

    def parents(self) -> tuple[int | None, ...]:
        """Return the index of the item that each item stands under, None right under the group."""
        above: list[int] = []
        found: list[int | None] = []
        for index, depth in enumerate(self.depths or (0,) * len(self.items)):
            del above[depth:]
            found.append(above[-1] if above else None)
            above.append(index)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Calculation:
    """A total and its weighted parts within one context.

    version: of the specification that says how sums are checked. Spec: Calculations 1.1; XBRL 2.1 section 5.2.5.
    """

    total: str
    parts: tuple[tuple[str, int | Decimal], ...]
    role: str = ""
    version: Literal["1.1", "1.0"] = "1.1"


@dataclass(frozen=True)
class Taxonomy:
    """A whole taxonomy. `source` never enters it: the same taxonomy from YAML or a package is equal.

    date: the day this version was published. versions: those before it, the oldest first.
    dts: there for a taxonomy that somebody else wrote, which Arelle has read.
    """

    prefix: str
    namespace: str
    version: str
    entry_point: str
    labels: tuple[Label, ...]
    units: tuple[Unit, ...]
    axes: tuple[Axis, ...]
    concepts: tuple[Concept, ...]
    hypercubes: tuple[Hypercube, ...]
    groups: tuple[Group, ...]
    calculations: tuple[Calculation, ...] = ()
    relations: tuple[Relation, ...] = ()
    typed_axes: tuple[TypedAxis, ...] = ()
    domains: tuple[Domain, ...] = ()
    headings: tuple[Heading, ...] = ()
    date: str | None = None
    versions: tuple[Version, ...] = ()
    dts: Dts | None = None

    @cached_property
    def concept_by_qname(self) -> dict[str, Concept]:
        """Return the concepts by QName."""
        return {concept.qname: concept for concept in self.concepts}

    @cached_property
    def axis_by_qname(self) -> dict[str, Axis]:
        """Return the explicit axes by QName."""
        return {axis.qname: axis for axis in self.axes}

    @cached_property
    def typed_axis_by_qname(self) -> dict[str, TypedAxis]:
        """Return the typed axes by QName."""
        return {axis.qname: axis for axis in self.typed_axes}

    @cached_property
    def domain_by_qname(self) -> dict[str, Domain]:
        """Return the domains of enumerations by QName."""
        return {domain.qname: domain for domain in self.domains}

    @cached_property
    def heading_by_qname(self) -> dict[str, Heading]:
        """Return the headings by QName."""
        return {heading.qname: heading for heading in self.headings}

    @cached_property
    def member_by_qname(self) -> dict[str, Member]:
        """Return the members of all axes by QName, and those that are in domains of enumerations only."""
        members = {member.qname: member for axis in self.axes for member in axis.members}
        for domain in self.domains:
            for member in domain.members:
                members.setdefault(member.qname, member)
        return members

    @cached_property
    def unit_by_qname(self) -> dict[str, Unit]:
        """Return the count units by QName."""
        return {unit.qname: unit for unit in self.units}

    @cached_property
    def variants(self) -> dict[tuple[str, Variant], str]:
        """Return the QName of a concept's change, growth or share by (concept, variant)."""
        return {
            (concept.variant_of, concept.variant): concept.qname
            for concept in self.concepts
            if concept.variant_of and concept.variant
        }

    @cached_property
    def variants_of(self) -> dict[str, tuple[str, ...]]:
        """Return the QNames of the variants of each concept that has some, in order."""
        found: dict[str, list[str]] = {}
        for concept in self.concepts:
            if concept.variant_of:
                found.setdefault(concept.variant_of, []).append(concept.qname)
        return {name: tuple(variants) for name, variants in found.items()}

    @cached_property
    def axes_of(self) -> dict[str, frozenset[str]]:
        """Return the axes that each concept may carry, over all its hypercubes."""
        allowed: dict[str, set[str]] = {concept.qname: set() for concept in self.concepts}
        for cube in self.hypercubes:
            if not cube.excludes:
                for name in cube.concepts:
                    allowed[name].update(cube.axes)
        return {name: frozenset(axes) for name, axes in allowed.items()}

    @cached_property
    def hypercubes_of(self) -> dict[str, tuple[tuple[Hypercube, ...], ...]]:
        """Return the hypercubes of each concept: those of one role must all hold, one role is enough."""
        found: dict[str, dict[str, list[Hypercube]]] = {}
        for cube in self.hypercubes:
            for name in cube.concepts:
                found.setdefault(name, {}).setdefault(cube.role or cube.name, []).append(cube)
        return {name: tuple(tuple(cubes) for cubes in roles.values()) for name, roles in found.items()}

    @cached_property
    def needed_axes(self) -> frozenset[str]:
        """Return the axes without a default: a fact of a hypercube that has one must carry it."""
        return frozenset((*self.typed_axis_by_qname, *(axis.qname for axis in self.axes if not axis.default)))

    def permits(self, concept: str, axes: frozenset[str]) -> bool:
        """Return whether some one hypercube of the concept allows all the axes (or none are needed).

        A typed axis has no default: a hypercube with one allows only what carries it. What a hypercube forbids
        (`excludes`) depends on the members and is not asked here.
        """
        roles = self.hypercubes_of.get(concept)
        if not roles:
            return not axes
        return any(all(self._fits(cube, axes) for cube in cubes) for cubes in roles)

    def _fits(self, cube: Hypercube, axes: frozenset[str]) -> bool:
        own = frozenset(cube.axes)
        return cube.excludes or (own & self.needed_axes <= axes and (not cube.closed or axes <= own))

    def all_labels(self) -> Iterator[tuple[str, Label]]:
        """Yield (QName, label) of every unit, axis, member, concept, domain and heading."""
        labelled: list[Unit | Axis | TypedAxis | Member | Concept | Domain | Heading] = [*self.units]
        labelled.extend((*self.axes, *self.typed_axes, *self.member_by_qname.values(), *self.concepts))
        labelled.extend((*self.domains, *self.headings))
        for item in labelled:
            for label in item.labels:
                yield item.qname, label


def label_of(labels: tuple[Label, ...], language: str, role: LabelRole = "standard") -> str:
    """Return the label in the language, else in English, else the first of that role, else an empty string."""
    of_role = [label for label in labels if label.role == role]
    for wanted in (language, "en"):
        for label in of_role:
            if label.language == wanted:
                return label.text
    return of_role[0].text if of_role else ""
