"""The schema of a taxonomy: elements for units, axes, members and concepts; item types, roles, arcroles.

A count unit `bank:customer` is an abstract element of that name, which carries its labels, and the item type
`bank:customerItemType` of the concepts that count it.

Spec: XBRL 2.1 section 5.1; Dimensions 1.0 section 2; OIM's restriction to items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.compile.labels import TERM_ROLE_ID
from taxonomy.compile.linkbase import arcrole_id
from taxonomy.compile.links import unlisted
from taxonomy.compile.markup import DECLARATION, attributes, escape_text
from taxonomy.compile.names import (
    ATTRIBUTES,
    BETWEEN,
    FORMAT,
    OWN_ARCROLES,
    Names,
    Role,
    line_items,
    local,
    table,
)
from taxonomy.item_types import DTR_TYPES, DTR_TYPES_LOCATION, QNAME_OF_SHORT_NAME, XBRLI
from taxonomy.model import TERM_ROLE, Concept, Taxonomy, Unit
from taxonomy.source_keys import UNITS_ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN_ITEM: Final = "dtr-types:domainItemType"
STRING_ITEM: Final = "xbrli:stringItemType"
ITEM: Final = "xbrli:item"
HYPERCUBE_ITEM: Final = "xbrldt:hypercubeItem"
DIMENSION_ITEM: Final = "xbrldt:dimensionItem"
_LINKBASE: Final = "http://www.w3.org/1999/xlink/properties/linkbase"


def schema(taxonomy: Taxonomy, names: Names, linkbases: tuple[tuple[str, str], ...]) -> str:
    """Return the schema; `linkbases` are (kind, file name) of the linkbases it refers to."""
    parts = [DECLARATION, f"<xsd:schema{_namespaces(taxonomy)}>\n"]
    parts.append("  <xsd:annotation>\n    <xsd:appinfo>\n")
    parts.extend(_linkbase_ref(kind, file) for kind, file in linkbases)
    parts.extend(_role_type(role) for role in names.roles())
    parts.append(
        _role_type(Role(TERM_ROLE, TERM_ROLE_ID, "Words that find a concept, member or unit", ("label",)))
    )
    parts.extend(_arcrole_type(arcrole, text) for arcrole, text in OWN_ARCROLES.items())
    parts.append("    </xsd:appinfo>\n  </xsd:annotation>\n")
    parts.extend(
        f"  <xsd:import{attributes(('namespace', namespace), ('schemaLocation', location))}/>\n"
        for namespace, location in (
            (XBRLI, "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
            ("http://xbrl.org/2005/xbrldt", "http://www.xbrl.org/2005/xbrldt-2005.xsd"),
            ("http://www.xbrl.org/2006/ref", "http://www.xbrl.org/2006/ref-2006-02-27.xsd"),
            (DTR_TYPES, DTR_TYPES_LOCATION),
        )
    )
    parts.extend(_unit_type(unit) for unit in taxonomy.units)
    parts.extend(_elements(taxonomy, names))
    parts.append("</xsd:schema>\n")
    return "".join(parts)


def _namespaces(taxonomy: Taxonomy) -> str:
    return attributes(
        ("xmlns:xsd", "http://www.w3.org/2001/XMLSchema"),
        ("xmlns:xbrli", XBRLI),
        ("xmlns:link", "http://www.xbrl.org/2003/linkbase"),
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ("xmlns:xbrldt", "http://xbrl.org/2005/xbrldt"),
        ("xmlns:dtr-types", DTR_TYPES),
        ("xmlns:tagwright", ATTRIBUTES),
        (f"xmlns:{taxonomy.prefix}", taxonomy.namespace),
        ("targetNamespace", taxonomy.namespace),
        ("elementFormDefault", "qualified"),
        ("attributeFormDefault", "unqualified"),
        ("tagwright:format", FORMAT),
    )


def _linkbase_ref(kind: str, file: str) -> str:
    pairs = [("xlink:type", "simple"), ("xlink:href", file), ("xlink:arcrole", _LINKBASE)]
    pairs.append(("xlink:role", f"http://www.xbrl.org/2003/role/{kind}LinkbaseRef"))
    return f"      <link:linkbaseRef{attributes(*pairs)}/>\n"


def _role_type(role: Role) -> str:
    used = "".join(f"<link:usedOn>link:{link}</link:usedOn>" for link in role.links)
    return (
        f"      <link:roleType{attributes(('roleURI', role.uri), ('id', role.id))}>"
        f"<link:definition>{escape_text(role.definition)}</link:definition>{used}</link:roleType>\n"
    )


def _arcrole_type(arcrole: str, text: str) -> str:
    cycles = "any" if arcrole == BETWEEN else "undirected"
    pairs = (("id", arcrole_id(arcrole)), ("cyclesAllowed", cycles), ("arcroleURI", arcrole))
    return (
        f"      <link:arcroleType{attributes(*pairs)}><link:definition>{escape_text(text)}</link:definition>"
        f"<link:usedOn>link:definitionArc</link:usedOn></link:arcroleType>\n"
    )


def _unit_type(unit: Unit) -> str:
    """Return the item type of a count; a decimal, because an average count may have a fraction."""
    return (
        f"  <xsd:complexType{attributes(('name', f'{local(unit.qname)}ItemType'))}><xsd:simpleContent>"
        f'<xsd:restriction base="xbrli:decimalItemType"/></xsd:simpleContent></xsd:complexType>\n'
    )


def _elements(taxonomy: Taxonomy, names: Names) -> Iterator[str]:
    for concept in taxonomy.concepts:
        yield _concept(taxonomy, concept)
    for axis in taxonomy.axes:
        yield _abstract(taxonomy, local(axis.qname), STRING_ITEM, DIMENSION_ITEM)
    for name in taxonomy.member_by_qname:
        yield _abstract(taxonomy, local(name), DOMAIN_ITEM)
    for unit in taxonomy.units:
        yield _abstract(taxonomy, local(unit.qname), f"{unit.qname}ItemType")
    for group in names.groups:
        yield _abstract(taxonomy, group.root, STRING_ITEM)
    rest = unlisted(taxonomy)
    for cube in (*taxonomy.hypercubes, *([rest] if rest else [])):
        yield _abstract(taxonomy, table(cube), STRING_ITEM, HYPERCUBE_ITEM)
        yield _abstract(taxonomy, line_items(cube), STRING_ITEM)
    if taxonomy.units:
        yield _abstract(taxonomy, UNITS_ROOT, STRING_ITEM)


def _concept(taxonomy: Taxonomy, concept: Concept) -> str:
    name = local(concept.qname)
    item_type = (
        f"{concept.unit}ItemType" if concept.unit else QNAME_OF_SHORT_NAME.get(concept.type, concept.type)
    )
    pairs = [
        ("name", name),
        ("id", f"{taxonomy.prefix}_{name}"),
        ("type", item_type),
        ("substitutionGroup", ITEM),
        ("xbrli:periodType", concept.period_type),
    ]
    if concept.balance:
        pairs.append(("xbrli:balance", concept.balance))
    return f"  <xsd:element{attributes(*pairs, ('nillable', 'true'))}/>\n"


def _abstract(taxonomy: Taxonomy, name: str, item_type: str, substitution_group: str = ITEM) -> str:
    pairs = (
        ("name", name),
        ("id", f"{taxonomy.prefix}_{name}"),
        ("type", item_type),
        ("substitutionGroup", substitution_group),
        ("xbrli:periodType", "duration"),
        ("abstract", "true"),
        ("nillable", "true"),
    )
    return f"  <xsd:element{attributes(*pairs)}/>\n"
