"""What may be reported: concepts, axes, members, units, and the relations between them.

Every value is frozen. Names are QNames as written in instances, `prefix:LocalName`, so that they can be
compared, sorted and printed without a namespace table; the table is `Taxonomy.prefix` / `Taxonomy.namespace`.

Spec: XBRL 2.1 section 5 (taxonomies), Dimensions 1.0 section 2, Calculations 1.1, Taxonomy Packages 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

PeriodType = Literal["instant", "duration"]
Balance = Literal["debit", "credit"]
LabelRole = Literal["standard", "verbose", "terse", "documentation", "term"]
Variant = Literal["change", "growth", "share"]
AxisRole = Literal["comparison", "basis", "scenario", "bound"]

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
    """A place in a standard; parts in document order, as (local name of the ref:* element, text)."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A count unit such as `bank:customer`."""

    qname: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that a fact may report.

    type: "monetary", "percent", "count", "decimal", "text", "date", "boolean", or an item type by QName.
    unit: QName of the count unit, for type "count" where the taxonomy names one.
    variant, variant_of: for a change, growth or share concept, which it is and of which concept.
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


@dataclass(frozen=True, slots=True)
class Member:
    """A domain member; `parent` is the member it is a part of, or None right under the axis.

    comparison: what the member of a comparison axis compares with (`preceding_period`, `previous_year`,
    `previous_full_year`, `multi_year`, `compound_annual`, `constant_currency`); other role axes use
    `basis`, `scenario` (`target`, `forecast`), `bound` (`low`, `high`) words in the same field.
    """

    qname: str
    labels: tuple[Label, ...]
    parent: str | None = None
    comparison: str | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """An explicit dimension with the members below it, depth first, the default among them.

    A fact without the axis means the default, which therefore never stands in an instance.
    """

    qname: str
    labels: tuple[Label, ...]
    default: str
    members: tuple[Member, ...]
    role: AxisRole | None = None


@dataclass(frozen=True, slots=True)
class Hypercube:
    """A closed hypercube: these concepts may carry these axes and no others."""

    name: str
    concepts: tuple[str, ...]
    axes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A presentation group; items are QNames of concepts, in order."""

    labels: tuple[Label, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calculation:
    """A total and its weighted parts within one context. Spec: Calculations 1.1."""

    total: str
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PartsOfWhole:
    """The parts that members of `over` name never exceed the whole; if complete they sum to it."""

    concept: str
    over: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Every value of the concept lies between low and high, both included; None is no bound."""

    concept: str
    low: Decimal | None
    high: Decimal | None


Relation = PartsOfWhole | Between


@dataclass(frozen=True)
class Taxonomy:
    """A whole taxonomy. `source` never enters it: the same taxonomy from YAML or a package is equal."""

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

    @cached_property
    def concept_by_qname(self) -> dict[str, Concept]:
        """Return the concepts by QName."""
        return {concept.qname: concept for concept in self.concepts}

    @cached_property
    def axis_by_qname(self) -> dict[str, Axis]:
        """Return the axes by QName."""
        return {axis.qname: axis for axis in self.axes}

    @cached_property
    def member_by_qname(self) -> dict[str, Member]:
        """Return the members of all axes by QName."""
        return {member.qname: member for axis in self.axes for member in axis.members}

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
    def axes_of(self) -> dict[str, frozenset[str]]:
        """Return the axes that each concept may carry, over all its hypercubes."""
        allowed: dict[str, set[str]] = {concept.qname: set() for concept in self.concepts}
        for cube in self.hypercubes:
            for name in cube.concepts:
                allowed[name].update(cube.axes)
        return {name: frozenset(axes) for name, axes in allowed.items()}

    def permits(self, concept: str, axes: frozenset[str]) -> bool:
        """Return whether some one hypercube of the concept allows all the axes (or none are needed)."""
        cubes = [cube for cube in self.hypercubes if concept in cube.concepts]
        if not cubes:
            return not axes
        return any(axes <= frozenset(cube.axes) for cube in cubes)

    def all_labels(self) -> Iterator[tuple[str, Label]]:
        """Yield (QName, label) of every unit, axis, member and concept."""
        labelled: list[Unit | Axis | Member | Concept] = [*self.units, *self.axes]
        labelled.extend((*self.member_by_qname.values(), *self.concepts))
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
