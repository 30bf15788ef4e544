"""What an instance does not say of its own facts, and its taxonomy does.

xBRL-JSON and xBRL-CSV hold the value of a typed axis but not the element that XML wraps it in, and a member's
name in a value looks like any text. A taxonomy package answers both; its schemas are read here for nothing else.

Spec: Dimensions 1.0 section 2.5.2.1 (typedDomainRef), Extensible Enumerations 1.0 and 2.0, XBRL 2.1 section 5.1.1.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal

from lxml import etree

from exports.errors import PackageError
from exports.report import Kind
from taxonomy.xml_reading import SAFE

DefinedKind = Kind | Literal["number"]
"""What the taxonomy says of a concept: the kind of its value, or that it is a number."""

XS = "{http://www.w3.org/2001/XMLSchema}"
TYPED_DOMAIN = "{http://xbrl.org/2005/xbrldt}typedDomainRef"
_ENUMERATIONS = (
    "http://xbrl.org/2020/extensible-enumerations-2.0",
    "http://xbrl.org/2016/extensible-enumerations-",
)
_XBRLI = "{http://www.xbrl.org/2003/instance}"
_REGISTRY = "http://www.xbrl.org/dtr/type/"
_KNOWN = frozenset({XS[1:-1], _XBRLI[1:-1]})
_NUMBERS = frozenset(
    f"{name}ItemType"
    for name in [
        "decimal",
        "float",
        "double",
        "integer",
        "nonPositiveInteger",
        "negativeInteger",
        "long",
        "int",
        "short",
        "byte",
        "nonNegativeInteger",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
        "positiveInteger",
        "monetary",
        "shares",
        "pure",
    ]
)
_FLOATING = frozenset(f"{_XBRLI}{name}ItemType" for name in ("double", "float"))
_NO_NUMBERS = frozenset(
    f"{name}ItemType"
    for name in [
        "domain",
        "textBlock",
        "escaped",
        "noLangToken",
        "noLangString",
        "nonEmptyNoLangToken",
        "nonEmptyNormalizedString",
        "guidance",
        "prefixedContent",
        "xml",
        "xmlNodes",
        "SQName",
        "SQNames",
        "gYearList",
        "dateTime",
        "nonemptyURI",
    ]
)
"""What the registry of data types holds beside numbers."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a schema says of an element.

    base: the type that its own leads back to, "{namespace}name": one of XML Schema's, of XBRL 2.1's or of the
    registry's; empty where it leads nowhere. period: "instant", "duration", or nothing.
    """

    base: str
    period: str
    abstract: bool


@dataclass(frozen=True, slots=True)
class Definitions:
    """kinds: of each concept. typed_domains: of each typed axis. All names are "{namespace}name".

    elements: all that the schemas declare, concepts, axes and members among them.
    """

    kinds: Mapping[str, DefinedKind] = field(default_factory=dict)
    typed_domains: Mapping[str, str] = field(default_factory=dict)
    elements: Mapping[str, Declared] = field(default_factory=dict)

    def is_floating(self, concept: str) -> bool:
        """Return whether the concept's numbers may have an exponent: of double and float, and of no other type."""
        declared = self.elements.get(concept)
        return declared is not None and declared.base in _FLOATING


NONE = Definitions()
"""Where no taxonomy is at hand."""


@dataclass(frozen=True, slots=True)
class _Element:
    identifier: str
    name: str
    type_name: str
    typed_domain: str
    period: str
    abstract: bool


@dataclass(frozen=True, slots=True)
class _Schema:
    """What one schema declares: elements, and bases of types."""

    path: str
    elements: tuple[_Element, ...]
    bases: tuple[tuple[str, str], ...]


def definitions_of_package(members: Iterable[tuple[str, bytes]]) -> Definitions:
    """Return what the schemas of a taxonomy package define; members are (path in the package, bytes).

    Raises: PackageError where a schema is not well-formed or has a DOCTYPE.
    """
    schemas = [_schema(path, data) for path, data in members if path.lower().endswith(".xsd")]
    bases = {name: base for schema in schemas for name, base in schema.bases}
    by_place = {
        (schema.path, element.identifier): element.name for schema in schemas for element in schema.elements
    }
    by_id = {element.identifier: element.name for schema in schemas for element in schema.elements}
    kinds: dict[str, DefinedKind] = {}
    domains: dict[str, str] = {}
    declared: dict[str, Declared] = {}
    for schema in schemas:
        for each in schema.elements:
            base = _base(each.type_name, bases)
            kinds[each.name] = _kind(base)
            declared[each.name] = Declared(base, each.period, each.abstract)
            if each.typed_domain:
                place, _, identifier = each.typed_domain.partition("#")
                path = posixpath.normpath(posixpath.join(posixpath.dirname(schema.path), place))
                element = by_place.get((path if place else schema.path, identifier)) or by_id.get(identifier)
                if element is not None:
                    domains[each.name] = element
    return Definitions(kinds, domains, declared)


def _base(type_name: str, bases: Mapping[str, str]) -> str:
    """Return the type that a type leads back to among those that everybody knows."""
    seen: set[str] = set()
    while type_name and type_name not in seen:
        namespace = type_name[1:].partition("}")[0]
        if namespace in _KNOWN or namespace.startswith((*_ENUMERATIONS, _REGISTRY)):
            return type_name
        seen.add(type_name)
        type_name = bases.get(type_name, "")
    return ""


def _kind(base: str) -> DefinedKind:
    namespace, _, local = base[1:].partition("}")
    if namespace.startswith(_ENUMERATIONS):
        # The first version of enumerations holds a QName, as XML Schema has it.
        return "qname" if "2016" in namespace or "2014" in namespace else "enumeration"
    if base in {f"{_XBRLI}QNameItemType", f"{XS}QName"}:
        return "qname"
    if namespace == _XBRLI[1:-1] or namespace.startswith(_REGISTRY):
        is_number = local in _NUMBERS if namespace == _XBRLI[1:-1] else local not in _NO_NUMBERS
        return "number" if is_number and "nonNumeric" not in namespace else "plain"
    return "plain"


def _schema(path: str, data: bytes) -> _Schema:
    parser = etree.XMLParser(**SAFE)
    try:
        tree = etree.parse(BytesIO(data), parser)
    except etree.XMLSyntaxError as error:
        raise PackageError(
            f"{path} is not well-formed XML ({error}): make or fetch the package again."
        ) from None
    if tree.docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        raise PackageError(f"{path} has a DOCTYPE, which may hide anything: take it out.")
    root = tree.getroot()
    namespace = root.get("targetNamespace", "")
    return _Schema(path, tuple(_elements(root, namespace)), tuple(_bases(root, namespace)))


def _elements(root: etree._Element, namespace: str) -> Iterator[_Element]:
    for element in root.iterchildren(f"{XS}element"):
        type_name = _clark(element, element.get("type", ""))
        if not type_name:
            found = element.find(f".//{XS}restriction")
            type_name = "" if found is None else _clark(found, found.get("base", ""))
        yield _Element(
            element.get("id", ""),
            f"{{{namespace}}}{element.get('name', '')}",
            type_name,
            element.get(TYPED_DOMAIN, ""),
            element.get(f"{_XBRLI}periodType", ""),
            element.get("abstract") in {"true", "1"},
        )


def _bases(root: etree._Element, namespace: str) -> Iterator[tuple[str, str]]:
    for element in root.iterchildren(f"{XS}complexType", f"{XS}simpleType"):
        found = element.find(f".//{XS}restriction")
        found = element.find(f".//{XS}extension") if found is None else found
        if found is not None:
            yield f"{{{namespace}}}{element.get('name', '')}", _clark(found, found.get("base", ""))


def _clark(element: etree._Element, qname: str) -> str:
    prefix, colon, local = qname.rpartition(":")
    namespace = element.nsmap.get(prefix if colon else None)
    return f"{{{namespace}}}{local}" if namespace and local else ""
