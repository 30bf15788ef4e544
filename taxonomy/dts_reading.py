"""What Arelle discovered, as plain frozen values: elements, labels, references, roles, arcs.

The argument of `read_model` is Arelle's `ModelXbrl`. Nothing of Arelle's leaves this file, and nothing of
Arelle's is imported: importing it costs half a second, and one file of `taxonomy/` alone may.

Spec: XBRL 2.1 section 5; Dimensions 1.0 section 2; Generic Labels 1.0; Extensible Enumerations 2.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import Any, Final

from taxonomy.dts import Element, Formula, Role, Table
from taxonomy.dts_formulas import formulas_of, tables_of
from taxonomy.item_types import DTR_TYPES, ITEM_TYPES, SHORT_NAME_OF_QNAME, XBRLI
from taxonomy.model import ARCROLE, Label, Reference

_LABEL: Final = "http://www.xbrl.org/2003/arcrole/concept-label"
_REFERENCE: Final = "http://www.xbrl.org/2003/arcrole/concept-reference"
_GENERIC_LABEL: Final = "http://xbrl.org/arcrole/2008/element-label"
_PARENT_CHILD: Final = "http://www.xbrl.org/2003/arcrole/parent-child"
_SUMMATION_ITEMS: Final = (
    "http://www.xbrl.org/2003/arcrole/summation-item",
    "https://xbrl.org/2023/arcrole/summation-item",
)
_STANDARD_ROLE: Final = "http://www.xbrl.org/2003/role/"
_GENERIC_ROLE: Final = "http://www.xbrl.org/2008/role/"
_OWN_LABEL_ROLES: Final = {
    "label": "standard",
    "verboseLabel": "verbose",
    "terseLabel": "terse",
    "documentation": "documentation",
}
_TERM_ROLE: Final = "http://tagwright.org/role/term"
_FOUNDATIONS: Final = frozenset({XBRLI, "http://xbrl.org/2005/xbrldt"})
"""Namespaces whose elements every DTS has and no taxonomy means."""

_TAKEN_PREFIXES: Final = {
    XBRLI: "xbrli",
    "http://xbrl.org/2005/xbrldt": "xbrldt",
    DTR_TYPES: "dtr-types",
}
_RESERVED_PREFIXES: Final = frozenset(
    [
        "iso4217",
        "link",
        "xlink",
        "xbrldi",
        "xsi",
        "xml",
        "ix",
        "ixt",
        "xbrl",
        "scheme",
        "xmlns",
        "xsd",
        "enum2",
        "utr",
    ]
)
_TYPES: Final = {
    XBRLI: "xbrli",
    "http://www.xbrl.org/dtr/type/": "dtr-types",
    "http://xbrl.org/2020/extensible-enumerations-": "enum2",
    "http://www.w3.org/2001/XMLSchema": "xsd",
}
"""Where the types stand that others derive from, by the start of the namespace."""

_OWN_ATTRIBUTE: Final = "{http://tagwright.org/attribute}"
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Arc:
    """An arc between two elements, or from an element's role to another, by QName.

    said: what our own attributes on it say, by local name.
    """

    arcrole: str
    role: str
    source: str
    target: str
    order: Decimal
    weight: Decimal | None = None
    preferred: str = ""
    target_role: str = ""
    usable: bool = True
    closed: bool = False
    context_element: str = ""
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """An element, and what its declaration says beyond `Element`.

    kind: what it is. type: the short name of its base type, or the base type's QName. typed_domain: (QName, base
    type) of a typed dimension's values. domain: (QName of the head, role, whether the head is usable) of an enumeration.
    """

    element: Element
    kind: str  # "item", "abstract", "tuple", "hypercube", "dimension"
    type: str
    typed_domain: tuple[str, str] | None = None
    domain: tuple[str, str, bool] | None = None


@dataclass(frozen=True, slots=True)
class Discovered:
    """All that Arelle discovered."""

    prefix: str
    namespace: str
    namespaces: tuple[tuple[str, str], ...]
    elements: tuple[Declared, ...]
    roles: tuple[Role, ...]
    labels: dict[str, list[Label]]
    references: dict[str, list[Reference]]
    presentation: tuple[Arc, ...]
    calculation: tuple[Arc, ...]
    definition: tuple[Arc, ...]
    entry_namespace: str
    formulas: tuple[Formula, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Prefixes by namespace, unique, and not those that XBRL uses itself."""

    prefixes: dict[str, str] = field(default_factory=dict)

    def qname(self, name: Any) -> str:  # noqa: ANN401 - Arelle's QName
        """Return the name as `prefix:local`."""
        namespace = str(name.namespaceURI or "")
        prefix = self.prefixes.get(namespace)
        if prefix is None:
            prefix = self._new(str(name.prefix or ""), namespace)
            self.prefixes[namespace] = prefix
        return f"{prefix}:{name.localName}"

    def _new(self, prefix: str, namespace: str) -> str:
        if namespace in _TAKEN_PREFIXES:
            return _TAKEN_PREFIXES[namespace]
        made = prefix if _NAME.fullmatch(prefix) else "ns"
        taken = {*self.prefixes.values(), *_RESERVED_PREFIXES, *_TAKEN_PREFIXES.values()}
        found, number = made, 1
        while found in taken:
            number += 1
            found = f"{made}{number}"
        return found


def read_model(model: Any) -> Discovered:  # noqa: ANN401 - Arelle's ModelXbrl
    """Return what Arelle discovered."""
    names = _Names()
    concepts = [
        concept
        for concept in model.qnameConcepts.values()
        if (concept.isItem or concept.isTuple) and concept.qname.namespaceURI not in _FOUNDATIONS
    ]
    declared = tuple(_declared(model, names, concept) for concept in concepts)
    labels: dict[str, list[Label]] = {}
    references: dict[str, list[Reference]] = {}
    for arcrole in (_LABEL, _GENERIC_LABEL):
        for concept, resource in _resources(model, arcrole):
            if _is_element(concept):
                labels.setdefault(names.qname(concept.qname), []).append(_label(resource))
    for concept, resource in _resources(model, _REFERENCE):
        references.setdefault(names.qname(concept.qname), []).append(_reference(resource))
    namespace = _namespace(model, [str(concept.qname.namespaceURI) for concept in concepts])
    elements_of = {declared_.element.qname for declared_ in declared}
    presentation = tuple(_arcs(model, names, _PARENT_CHILD))
    calculation = tuple(arc for arcrole in _SUMMATION_ITEMS for arc in _arcs(model, names, arcrole))
    definition = tuple(
        arc
        for arcrole in _definition_arcroles(model)
        for arc in _arcs(model, names, arcrole)
        if arc.source in elements_of and arc.target in elements_of
    )
    prefix = names.prefixes.get(namespace) or _entry_prefix(model, names, namespace)
    formulas = formulas_of(model, names.qname, language_tag)
    return Discovered(
        prefix,
        namespace,
        tuple(sorted((prefix, uri) for uri, prefix in names.prefixes.items() if uri)),
        declared,
        tuple(_roles(model)),
        labels,
        references,
        presentation,
        calculation,
        definition,
        str(getattr(model.modelDocument, "targetNamespace", None) or ""),
        formulas,
        tables_of(model, language_tag),
    )


def _namespace(model: Any, spaces: list[str]) -> str:  # noqa: ANN401 - Arelle's ModelXbrl
    """Return the entry point's namespace, or where it has none of weight that of the most elements."""
    own = str(getattr(model.modelDocument, "targetNamespace", None) or "")
    named = own in (getattr(model.modelDocument.xmlRootElement, "nsmap", {}) or {}).values()
    if own and (named or own in spaces or not spaces):
        return own
    return max(dict.fromkeys(spaces), key=spaces.count) if spaces else ""


def _entry_prefix(model: Any, names: _Names, namespace: str) -> str:  # noqa: ANN401 - Arelle's ModelXbrl
    """Return the entry point's own prefix for its namespace, which no element has."""
    spaces = getattr(model.modelDocument.xmlRootElement, "nsmap", {}) or {}
    wanted = sorted(prefix for prefix, uri in spaces.items() if uri == namespace and prefix)
    made = names._new(wanted[0] if wanted else "taxonomy", namespace)  # noqa: SLF001 - the same file
    names.prefixes[namespace] = made
    return made


def _is_element(item: Any) -> bool:  # noqa: ANN401 - Arelle's
    return bool(getattr(item, "isItem", False) or getattr(item, "isTuple", False))


def _declared(model: Any, names: _Names, concept: Any) -> Declared:  # noqa: ANN401 - Arelle's
    typed = concept.typedDomainElement if concept.isTypedDimension else None
    domain = None
    if concept.isEnumeration and concept.enumDomainQname is not None:
        domain = (
            names.qname(concept.enumDomainQname),
            str(concept.enumLinkrole or ""),
            bool(concept.isEnumDomainUsable),
        )
    period = concept.periodType if concept.periodType in ("instant", "duration") else None
    balance = concept.balance if concept.balance in ("debit", "credit") else None
    return Declared(
        Element(
            names.qname(concept.qname),
            names.qname(concept.typeQname) if concept.typeQname is not None else "",
            names.qname(concept.substitutionGroupQname),
            period,
            balance,
            bool(concept.isAbstract),
            bool(concept.isNillable),
            str(concept.modelDocument.basename),
            concept.sourceline,
            f"{concept.modelDocument.uri}#{concept.id}" if concept.id else "",
        ),
        _kind(concept),
        _base_type(model, names, concept.typeQname),
        None if typed is None else (names.qname(typed.qname), _base_type(model, names, typed.typeQname)),
        domain,
    )


def _kind(concept: Any) -> str:  # noqa: ANN401 - Arelle's
    if concept.isTuple:
        return "tuple"
    if concept.isHypercubeItem:
        return "hypercube"
    if concept.isDimensionItem:
        return "dimension"
    return "abstract" if concept.isAbstract else "item"


def _base_type(model: Any, names: _Names, type_name: Any) -> str:  # noqa: ANN401 - Arelle's
    """Return the short name, or the QName, of the type of XBRL 2.1 or of the registry that a type derives from."""
    seen: set[str] = set()
    while type_name is not None and str(type_name) not in seen:
        seen.add(str(type_name))
        namespace = str(type_name.namespaceURI)
        start = next((prefix for uri, prefix in _TYPES.items() if namespace.startswith(uri)), "")
        made = f"{start}:{type_name.localName}"
        if made in ITEM_TYPES or start == "xsd":
            return SHORT_NAME_OF_QNAME.get(made, made)
        found = model.qnameTypes.get(type_name)
        derived = found.qnameDerivedFrom if found is not None else None
        type_name = derived[0] if isinstance(derived, list) else derived
    return str(names.qname(type_name)) if type_name is not None else ""


def _relationships(model: Any, arcrole: str) -> Iterator[Any]:  # noqa: ANN401 - Arelle's
    yield from model.relationshipSet(arcrole).modelRelationships


def _resources(model: Any, arcrole: str) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - Arelle's
    for relationship in _relationships(model, arcrole):
        source, resource = relationship.fromModelObject, relationship.toModelObject
        if source is not None and resource is not None:
            yield source, resource


def _label(resource: Any) -> Label:  # noqa: ANN401 - Arelle's
    text = " ".join(str(resource.textValue).split())
    return Label(language_tag(str(resource.xmlLang or "")), text, label_role(str(resource.role or "")))


def label_role(uri: str) -> str:
    """Return the short name of a label role, or its URI."""
    for start in (_STANDARD_ROLE, _GENERIC_ROLE):
        if uri.startswith(start):
            return _OWN_LABEL_ROLES.get(uri.removeprefix(start), uri)
    return "term" if uri == _TERM_ROLE else uri


def language_tag(tag: str) -> str:
    """Return a language tag in its usual form, Chinese by its script: "zh-tw" → "zh-Hant", "EN" → "en".

    Chinese without region or script is read as Simplified, which is what publishers of many languages mean.
    """
    first, *rest = tag.strip().replace("_", "-").split("-")
    language, parts = first.lower(), {part.lower() for part in rest}
    if language == "zh":
        return "zh-Hant" if parts & {"hant", "tw", "hk", "mo"} else "zh-Hans"
    shaped = [part.title() if len(part) == 4 else part.upper() for part in rest]  # noqa: PLR2004 - a script
    return "-".join((language, *shaped))


def _reference(resource: Any) -> Reference:  # noqa: ANN401 - Arelle's
    parts = tuple(
        (str(part.localName), " ".join(str(part.textValue).split()))
        for part in resource.iterchildren()
        if hasattr(part, "localName")
    )
    role = str(resource.role or "").removeprefix(_STANDARD_ROLE)
    return Reference(parts, role.removesuffix("Ref") or "reference")


def _roles(model: Any) -> Iterator[Role]:  # noqa: ANN401 - Arelle's
    labels: dict[str, list[tuple[str, str]]] = {}
    for source, resource in _resources(model, _GENERIC_LABEL):
        label = _label(resource)
        if not _is_element(source) and getattr(source, "roleURI", None) and label.role == "standard":
            labels.setdefault(str(source.roleURI), []).append((label.language, label.text))
    for uri, types in model.roleTypes.items():
        definition = " ".join(str(types[0].definition or "").split())
        address = f"{types[0].modelDocument.uri}#{types[0].id}" if types[0].id else ""
        yield Role(str(uri), definition, tuple(sorted(labels.get(str(uri), ()), key=itemgetter(0))), address)


def _definition_arcroles(model: Any) -> list[str]:  # noqa: ANN401 - Arelle's
    """Return the arcroles of definition arcs, those of dimensions first."""
    found = {
        str(arcrole)
        for arcrole, _, _, arc_name in model.baseSets
        if arc_name is not None and arc_name.localName == "definitionArc"
    }
    return sorted(found)


def _arcs(model: Any, names: _Names, arcrole: str) -> Iterator[Arc]:  # noqa: ANN401 - Arelle's
    for item in _relationships(model, arcrole):
        source, target = item.fromModelObject, item.toModelObject
        if not (_is_element(source) and _is_element(target)):
            continue
        weight = item.weightDecimal if item.get("weight") is not None else None
        yield Arc(
            arcrole,
            str(item.linkrole),
            names.qname(source.qname),
            names.qname(target.qname),
            item.orderDecimal,
            weight,
            label_role(str(item.preferredLabel or "")),
            str(item.targetRole or ""),
            bool(item.isUsable),
            bool(item.isClosed),
            str(item.contextElement or ""),
            tuple(_own_attributes(item.arcElement)) if arcrole.startswith(ARCROLE) else (),
        )


def _own_attributes(arc: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - Arelle's
    for name, value in arc.items():
        if str(name).startswith(_OWN_ATTRIBUTE):
            yield str(name).removeprefix(_OWN_ATTRIBUTE), str(value)
