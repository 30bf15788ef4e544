"""The schema of a package that tagwright wrote: its elements by kind, and its roles.

Spec: XBRL 2.1 section 5.1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from taxonomy.compile.schema import DIMENSION_ITEM, DOMAIN_ITEM, HYPERCUBE_ITEM
from taxonomy.item_types import ENUMERATIONS, SHORT_NAME_OF_QNAME, XBRLI
from taxonomy.labels import canonical_labels
from taxonomy.model import Label, Version
from taxonomy.read_linkbase import LINK, OWN
from taxonomy.source_keys import PER_UNIT_ENDING
from taxonomy.xml_reading import attribute

if TYPE_CHECKING:
    from lxml import etree

_XSD: Final = "{http://www.w3.org/2001/XMLSchema}"
_ENUM: Final = f"{{{ENUMERATIONS}}}"
_XBRLDT: Final = "http://xbrl.org/2005/xbrldt"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class ElementOfConcept:
    """What the schema says of a concept."""

    name: str
    type: str
    unit: str | None
    period_type: str
    balance: str | None
    domain: str | None


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a schema by kind, local names in document order.

    typed_axes: with the element that holds the values. domains: with whether the head is usable. types: of the
    elements that are no items. since: of whatever says it.
    """

    prefix: str
    namespace: str
    concepts: list[ElementOfConcept] = field(default_factory=list)
    axes: list[str] = field(default_factory=list)
    typed_axes: list[tuple[str, str]] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    domains: dict[str, bool] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    since: dict[str, str] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)


def read_elements(schema: etree._Element) -> Elements:
    """Return the elements of a schema."""
    namespace = attribute(schema, "targetNamespace")
    prefix = next((key for key, uri in schema.nsmap.items() if uri == namespace and key), None)
    if prefix is None:
        raise ValueError("the target namespace has no prefix")
    found = Elements(prefix, namespace)
    for element in schema.iterchildren(f"{_XSD}element"):
        _add(found, element)
    found.versions.extend(_version(item) for item in schema.iter(f"{OWN}version"))
    return found


def _add(found: Elements, element: etree._Element) -> None:
    """Add an element to those of its kind."""
    name, item_type = attribute(element, "name"), attribute(element, "type")
    group, kind = element.get("substitutionGroup"), element.get(f"{OWN}kind")
    if version := element.get(f"{OWN}since"):
        found.since[name] = version
    if group is None:
        found.types[name] = item_type
    elif element.get("abstract") != "true":
        found.concepts.append(_concept(element, found.prefix))
    elif group == DIMENSION_ITEM:
        typed = element.get(f"{{{_XBRLDT}}}typedDomainRef")
        if typed:
            found.typed_axes.append((name, typed.removeprefix(f"#{found.prefix}_")))
        else:
            found.axes.append(name)
    elif kind == "domain":
        found.domains[name] = element.get(f"{OWN}headUsable") == "true"
    elif kind == "heading":
        found.headings.append(name)
    elif item_type == DOMAIN_ITEM:
        found.members.append(name)
    elif group != HYPERCUBE_ITEM and item_type == f"{found.prefix}:{name}ItemType":
        found.units.append(name)


def _version(item: etree._Element) -> Version:
    notes = [Label(attribute(note, _LANGUAGE), note.text or "") for note in item.iterchildren(f"{OWN}note")]
    return Version(attribute(item, "number"), attribute(item, "date"), canonical_labels(notes))


def _concept(element: etree._Element, prefix: str) -> ElementOfConcept:
    item_type, unit = attribute(element, "type"), None
    if item_type.startswith(f"{prefix}:"):
        unit, item_type = item_type.removesuffix("ItemType"), "count"
        if unit.endswith(PER_UNIT_ENDING):
            unit, item_type = unit.removesuffix(PER_UNIT_ENDING), "per_unit"
    domain = element.get(f"{_ENUM}domain")
    return ElementOfConcept(
        attribute(element, "name"),
        SHORT_NAME_OF_QNAME.get(item_type, item_type),
        unit,
        attribute(element, f"{{{XBRLI}}}periodType"),
        element.get(f"{{{XBRLI}}}balance"),
        domain.removeprefix(f"{prefix}:") if domain else None,
    )


def role_ids(schema: etree._Element) -> dict[str, str]:
    """Return the URI of each role by its id, in document order."""
    return {attribute(item, "id"): attribute(item, "roleURI") for item in schema.iter(f"{LINK}roleType")}
