"""Formulas and tables of what Arelle discovered, as plain values: what they test, say and speak of.

The argument is Arelle's `ModelXbrl`; nothing of Arelle's leaves this file.

Spec: Formula 1.0; Value, Existence and Consistency Assertions 1.0; Generic Messages 1.0; Table Linkbase 1.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from taxonomy.dts import Formula, FormulaKind, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_2008: Final = "http://xbrl.org/arcrole/2008/"
_WITHIN: Final = tuple(
    f"{_2008}{name}"
    for name in (
        "variable-set",
        "variable-set-filter",
        "variable-set-precondition",
        "variable-filter",
        "boolean-filter",
        "consistency-assertion-formula",
    )
)
"""Arcs from a formula to its variables, from those to their filters, and from a consistency assertion to its formula."""

_UNSATISFIED: Final = "http://xbrl.org/arcrole/2010/assertion-unsatisfied-message"
_ELEMENT_LABEL: Final = f"{_2008}element-label"
_STANDARD_LABEL: Final = "http://www.xbrl.org/2008/role/label"
_NAMES_OF_CONCEPTS: Final = frozenset({"http://xbrl.org/2008/filter/concept", "http://xbrl.org/2008/formula"})
_KINDS: Final[dict[str, FormulaKind]] = {
    "valueAssertion": "value",
    "existenceAssertion": "existence",
    "consistencyAssertion": "consistency",
    "formula": "formula",
}
_TESTED: Final = ("test", "value", "proportionalAcceptanceRadius", "absoluteAcceptanceRadius")


def formulas_of(
    model: Any,  # noqa: ANN401 - Arelle's ModelXbrl
    qname: Callable[[Any], str],
    language: Callable[[str], str],
) -> tuple[Formula, ...]:
    """Return the assertions and formulas, in the order of their files and lines.

    qname: gives a name as `prefix:local`. language: gives a language tag in its usual form.
    """
    arcs = {arcrole: model.relationshipSet(arcrole) for arcrole in (*_WITHIN, _UNSATISFIED, _ELEMENT_LABEL)}
    known = {(item.qname.namespaceURI, item.qname.localName): item for item in model.qnameConcepts.values()}
    found = {*model.modelVariableSets, *model.modelConsistencyAssertions}
    made = []
    for item in found:
        kind = _KINDS.get(str(item.localName))
        if kind is None:
            continue
        names = {pair for resource in _reached(arcs, item) for pair in _concepts(resource)}
        made.append(
            Formula(
                str(item.id or item.xlinkLabel or ""),
                kind,
                _test(item),
                tuple(sorted(qname(known[pair].qname) for pair in names if pair in known)),
                _texts(arcs[_ELEMENT_LABEL], item, language),
                _texts(arcs[_UNSATISFIED], item, language),
                *_place(item),
            )
        )
    return tuple(sorted(made, key=lambda item: (item.file, item.line or 0, item.id)))


def tables_of(model: Any, language: Callable[[str], str]) -> tuple[Table, ...]:  # noqa: ANN401 - Arelle's ModelXbrl
    """Return the tables, in the order of their files and lines."""
    labels = model.relationshipSet(_ELEMENT_LABEL)
    made = (
        Table(str(item.id or item.xlinkLabel or ""), _texts(labels, item, language), *_place(item))
        for item in model.modelRenderingTables
    )
    return tuple(sorted(made, key=lambda item: (item.file, item.line or 0, item.id)))


def _place(item: Any) -> tuple[str, int | None]:  # noqa: ANN401 - Arelle's
    return str(item.modelDocument.basename), item.sourceline


def _test(item: Any) -> str:  # noqa: ANN401 - Arelle's
    found = next((text for name in _TESTED if (text := item.get(name))), "")
    return " ".join(str(found).split())


def _reached(arcs: dict[str, Any], start: Any) -> Iterator[Any]:  # noqa: ANN401 - Arelle's
    """Yield a formula and every resource that it is made of, each once."""
    seen = {id(start)}
    waiting = [start]
    while waiting:
        item = waiting.pop()
        yield item
        for arcrole in _WITHIN:
            for relationship in arcs[arcrole].fromModelObject(item):
                target = relationship.toModelObject
                if target is not None and id(target) not in seen:
                    seen.add(id(target))
                    waiting.append(target)


def _concepts(resource: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - Arelle's
    """Yield (namespace, local name) of each concept that a filter, or a formula's own rule, names."""
    for element in resource.iter():
        parent = element.getparent()
        if getattr(element, "localName", "") != "qname" or getattr(parent, "localName", "") != "concept":
            continue
        if element.namespaceURI in _NAMES_OF_CONCEPTS:
            prefix, _, local = str(element.textValue).strip().rpartition(":")
            yield str(element.nsmap.get(prefix or None) or ""), local


def _texts(
    relationships: Any,  # noqa: ANN401 - Arelle's
    item: Any,  # noqa: ANN401 - Arelle's
    language: Callable[[str], str],
) -> tuple[tuple[str, str], ...]:
    """Return (language, text) of the resources that arcs lead to, sorted; of labels the standard ones, if there are."""
    arcs = (each.toModelObject for each in relationships.fromModelObject(item))
    resources = [resource for resource in arcs if resource is not None]
    standard = [resource for resource in resources if resource.role in {None, _STANDARD_LABEL}]
    found = {
        (language(str(resource.xmlLang or "")), text)
        for resource in standard or resources
        if (text := " ".join(str(resource.textValue).split()))
    }
    return tuple(sorted(found))
