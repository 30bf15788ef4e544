"""The schema of a package that tagwright wrote: its elements by kind, and its roles.

Spec: XBRL 2.1 section 5.1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from taxonomy.compile.schema import DIMENSION_ITEM, DOMAIN_ITEM, HYPERCUBE_ITEM
from taxonomy.item_types import SHORT_NAME_OF_QNAME, XBRLI
from taxonomy.read_linkbase import LINK
from taxonomy.xml_reading import attribute

if TYPE_CHECKING:
    from lxml import etree

_XSD: Final = "{http://www.w3.org/2001/XMLSchema}"


@dataclass(frozen=True, slots=True)
class ElementOfConcept:
    """What the schema says of a concept."""

    name: str
    type: str
    unit: str | None
    period_type: str
    balance: str | None


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a schema by kind, local names in document order."""

    prefix: str
    namespace: str
    concepts: list[ElementOfConcept] = field(default_factory=list)
    axes: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)


def read_elements(schema: etree._Element) -> Elements:
    """Return the elements of a schema."""
    namespace = attribute(schema, "targetNamespace")
    prefix = next((key for key, uri in schema.nsmap.items() if uri == namespace and key), None)
    if prefix is None:
        raise ValueError("the target namespace has no prefix")
    found = Elements(prefix, namespace)
    for element in schema.iterchildren(f"{_XSD}element"):
        name, item_type = attribute(element, "name"), attribute(element, "type")
        group = attribute(element, "substitutionGroup")
        if element.get("abstract") != "true":
            found.concepts.append(_concept(element, prefix))
        elif group == DIMENSION_ITEM:
            found.axes.append(name)
        elif item_type == DOMAIN_ITEM:
            found.members.append(name)
        elif group != HYPERCUBE_ITEM and item_type == f"{prefix}:{name}ItemType":
            found.units.append(name)
    return found


def _concept(element: etree._Element, prefix: str) -> ElementOfConcept:
    item_type, unit = attribute(element, "type"), None
    if item_type.startswith(f"{prefix}:"):
        unit, item_type = item_type.removesuffix("ItemType"), "count"
    return ElementOfConcept(
        attribute(element, "name"),
        SHORT_NAME_OF_QNAME.get(item_type, item_type),
        unit,
        attribute(element, f"{{{XBRLI}}}periodType"),
        element.get(f"{{{XBRLI}}}balance"),
    )


def role_ids(schema: etree._Element) -> dict[str, str]:
    """Return the URI of each role by its id, in document order."""
    return {attribute(item, "id"): attribute(item, "roleURI") for item in schema.iter(f"{LINK}roleType")}
