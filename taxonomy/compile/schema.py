"""The schema of a taxonomy: elements for units, axes, members and concepts; item types, roles, arcroles.

A count unit `bank:customer` is an abstract element of that name, which carries its labels, and the item type
`bank:customerItemType` of the concepts that count it.

Spec: XBRL 2.1 section 5.1; Dimensions 1.0 section 2; OIM's restriction to items.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taxonomy.compile.labels import TERM_ROLE_ID
from taxonomy.compile.linkbase import arcrole_id
from taxonomy.compile.links import unlisted
from taxonomy.compile.markup import DECLARATION, LINK_NAMESPACES, attributes, escape_text
from taxonomy.compile.names import (
    ATTRIBUTES,
    BETWEEN,
    FORMAT,
    OWN_ARCROLES,
    TERM_ARCROLES,
    Names,
    Role,
    line_items,
    local,
    table,
)
from taxonomy.item_types import (
    DTR_TYPES,
    DTR_TYPES_LOCATION,
    ENUMERATIONS,
    ENUMERATIONS_LOCATION,
    QNAME_OF_SHORT_NAME,
    XBRLI,
)
from taxonomy.model import TERM_ROLE, Concept, Taxonomy, Version
from taxonomy.source_keys import PER_UNIT_ENDING, UNITS_ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN_ITEM: Final = "dtr-types:domainItemType"
STRING_ITEM: Final = "xbrli:stringItemType"
ITEM: Final = "xbrli:item"
HYPERCUBE_ITEM: Final = "xbrldt:hypercubeItem"
DIMENSION_ITEM: Final = "xbrldt:dimensionItem"
XSD_TYPE: Final[dict[str, str]] = {
    "text": "xsd:string",
    "integer": "xsd:integer",
    "decimal": "xsd:decimal",
    "date": "xsd:date",
    "year": "xsd:gYear",
    "boolean": "xsd:boolean",
    "uri": "xsd:anyURI",
}
_LINKBASE: Final = "http://www.w3.org/1999/xlink/properties/linkbase"


@dataclass(frozen=True, slots=True)
class Added:
    """What an extension's schema holds beyond its taxonomy: (namespace, address) that it imports, roles, members."""

    imports: tuple[tuple[str, str], ...] = ()
    roles: tuple[Role, ...] = ()
    members: tuple[str, ...] = ()


def schema(
    taxonomy: Taxonomy, names: Names, linkbases: tuple[tuple[str, str], ...], added: Added | None = None
) -> str:
    """Return the schema; `linkbases` are (kind, file name) of the linkbases it refers to.

    added: for an extension, which alone gives no taxonomy back and so does not say that tagwright wrote it.
    """
    more = added or Added()
    parts = [DECLARATION, f"<xsd:schema{_namespaces(taxonomy, says_format=added is None)}>\n"]
    parts.append("  <xsd:annotation>\n    <xsd:appinfo>\n")
    parts.extend(_linkbase_ref(kind, file) for kind, file in linkbases)
    parts.extend(_role_type(role) for role in (*names.roles(), *more.roles))
    parts.append(
        _role_type(Role(TERM_ROLE, TERM_ROLE_ID, "Words that find a concept, member or unit", ("label",)))
    )
    parts.extend(_arcrole_type(arcrole, text) for arcrole, text in OWN_ARCROLES.items())
    parts.extend(_version(version) for version in taxonomy.versions)
    parts.append("    </xsd:appinfo>\n  </xsd:annotation>\n")
    parts.extend(
        f"  <xsd:import{attributes(('namespace', namespace), ('schemaLocation', location))}/>\n"
        for namespace, location in (
            (XBRLI, "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
            ("http://xbrl.org/2005/xbrldt", "http://www.xbrl.org/2005/xbrldt-2005.xsd"),
            ("http://www.xbrl.org/2006/ref", "http://www.xbrl.org/2006/ref-2006-02-27.xsd"),
            (DTR_TYPES, DTR_TYPES_LOCATION),
            *([(ENUMERATIONS, ENUMERATIONS_LOCATION)] if taxonomy.domains else []),
            *more.imports,
        )
    )
    parts.extend(_unit_type(local(unit.qname)) for unit in taxonomy.units)
    per_unit = dict.fromkeys(concept.unit for concept in taxonomy.concepts if concept.type == "per_unit")
    parts.extend(_unit_type(f"{local(unit)}{PER_UNIT_ENDING}") for unit in per_unit if unit)
    parts.extend(_elements(taxonomy, names))
    parts.extend(_abstract(taxonomy, name, DOMAIN_ITEM) for name in more.members)
    parts.append("</xsd:schema>\n")
    return "".join(parts)


def _namespaces(taxonomy: Taxonomy, *, says_format: bool) -> str:
    return attributes(
        ("xmlns:xsd", "http://www.w3.org/2001/XMLSchema"),
        ("xmlns:xbrli", XBRLI),
        *LINK_NAMESPACES,
        ("xmlns:xbrldt", "http://xbrl.org/2005/xbrldt"),
        ("xmlns:dtr-types", DTR_TYPES),
        *([("xmlns:enum2", ENUMERATIONS)] if taxonomy.domains else []),
        ("xmlns:tagwright", ATTRIBUTES),
        (f"xmlns:{taxonomy.prefix}", taxonomy.namespace),
        ("targetNamespace", taxonomy.namespace),
        ("elementFormDefault", "qualified"),
        ("attributeFormDefault", "unqualified"),
        *([("tagwright:format", FORMAT)] if says_format else []),
    )


def _linkbase_ref(kind: str, file: str) -> str:
    pairs = [("xlink:type", "simple"), ("xlink:href", file), ("xlink:arcrole", _LINKBASE)]
    if kind != "formula":  # XBRL 2.1 has roles for its own linkbases only
        pairs.append(("xlink:role", f"http://www.xbrl.org/2003/role/{kind}LinkbaseRef"))
    return f"      <link:linkbaseRef{attributes(*pairs)}/>\n"


def _role_type(role: Role) -> str:
    used = "".join(f"<link:usedOn>link:{link}</link:usedOn>" for link in role.links)
    return (
        f"      <link:roleType{attributes(('roleURI', role.uri), ('id', role.id))}>"
        f"<link:definition>{escape_text(role.definition)}</link:definition>{used}</link:roleType>\n"
    )


def _arcrole_type(arcrole: str, text: str) -> str:
    cycles = "any" if arcrole == BETWEEN or arcrole in TERM_ARCROLES else "undirected"
    pairs = (("id", arcrole_id(arcrole)), ("cyclesAllowed", cycles), ("arcroleURI", arcrole))
    return (
        f"      <link:arcroleType{attributes(*pairs)}><link:definition>{escape_text(text)}</link:definition>"
        f"<link:usedOn>link:definitionArc</link:usedOn></link:arcroleType>\n"
    )


def _version(version: Version) -> str:
    """Return an earlier version, for which neither XBRL nor Taxonomy Packages has a place with its date."""
    notes = "".join(
        f"<tagwright:note{attributes(('xml:lang', note.language))}>{escape_text(note.text)}</tagwright:note>"
        for note in version.notes
    )
    pairs = attributes(("number", version.number), ("date", version.date))
    return f"      <tagwright:version{pairs}>{notes}</tagwright:version>\n"


def _unit_type(name: str) -> str:
    """Return the item type of a count; a decimal, because an average count may have a fraction."""
    return (
        f"  <xsd:complexType{attributes(('name', f'{name}ItemType'))}><xsd:simpleContent>"
        f'<xsd:restriction base="xbrli:decimalItemType"/></xsd:simpleContent></xsd:complexType>\n'
    )


def _elements(taxonomy: Taxonomy, names: Names) -> Iterator[str]:
    for concept in taxonomy.concepts:
        yield _concept(taxonomy, names, concept)
    for axis in taxonomy.axes:
        yield _abstract(taxonomy, local(axis.qname), STRING_ITEM, DIMENSION_ITEM, _since(axis.since))
    for member in taxonomy.member_by_qname.values():
        yield _abstract(taxonomy, local(member.qname), DOMAIN_ITEM, extra=_since(member.since))
    yield from _typed_axes(taxonomy, names)
    for domain in taxonomy.domains:
        usable = (("tagwright:headUsable", "true"),) if domain.head_usable else ()
        kind = ("tagwright:kind", "domain")
        yield _abstract(taxonomy, local(domain.qname), DOMAIN_ITEM, extra=(kind, *usable))
    for heading in taxonomy.headings:
        yield _abstract(taxonomy, local(heading.qname), STRING_ITEM, extra=(("tagwright:kind", "heading"),))
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


def _typed_axes(taxonomy: Taxonomy, names: Names) -> Iterator[str]:
    """Yield each typed axis and the element that holds its values, which is no item."""
    for axis in taxonomy.typed_axes:
        domain = (("xbrldt:typedDomainRef", f"#{names.prefix}_{local(axis.domain)}"), *_since(axis.since))
        yield _abstract(taxonomy, local(axis.qname), STRING_ITEM, DIMENSION_ITEM, domain)
        pairs = (
            ("name", local(axis.domain)),
            ("id", f"{names.prefix}_{local(axis.domain)}"),
            ("type", XSD_TYPE[axis.type]),
        )
        yield f"  <xsd:element{attributes(*pairs)}/>\n"


def _concept(taxonomy: Taxonomy, names: Names, concept: Concept) -> str:
    name = local(concept.qname)
    pairs: list[tuple[str, str]] = []
    if concept.balance:
        pairs.append(("xbrli:balance", concept.balance))
    if concept.domain:
        usable = taxonomy.domain_by_qname[concept.domain].head_usable
        pairs.append(("enum2:domain", concept.domain))
        pairs.append(("enum2:linkrole", names.domain_roles[concept.domain].uri))
        pairs.append(("enum2:headUsable", "true" if usable else "false"))
    pairs.extend(_since(concept.since))
    return (
        f'  <xsd:element name="{name}" id="{taxonomy.prefix}_{name}" type="{_item_type(concept)}" '
        f'substitutionGroup="{ITEM}" xbrli:periodType="{concept.period_type}"{attributes(*pairs)} nillable="true"/>\n'
    )


def _item_type(concept: Concept) -> str:
    if concept.unit:
        return f"{concept.unit}{PER_UNIT_ENDING if concept.type == 'per_unit' else ''}ItemType"
    return QNAME_OF_SHORT_NAME.get(concept.type, concept.type)


def _since(version: str | None) -> tuple[tuple[str, str], ...]:
    return (("tagwright:since", version),) if version else ()


def _abstract(
    taxonomy: Taxonomy,
    name: str,
    item_type: str,
    substitution_group: str = ITEM,
    extra: tuple[tuple[str, str], ...] = (),
) -> str:
    return (
        f'  <xsd:element name="{name}" id="{taxonomy.prefix}_{name}" type="{item_type}" '
        f'substitutionGroup="{substitution_group}" xbrli:periodType="duration" abstract="true" nillable="true"'
        f"{attributes(*extra)}/>\n"
    )
