"""The label linkbases, one a language, and the reference linkbase.

A concept has any number of terms; XBRL 2.1 allows several labels of one role and language, and their document
order is kept.

Spec: XBRL 2.1 sections 5.2.2 and 5.2.3; ref-2006 for the parts of a reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taxonomy.compile.linkbase import document, locator, role_ref
from taxonomy.compile.links import unlisted
from taxonomy.compile.markup import attributes, escape_text
from taxonomy.compile.names import (
    CONCEPT_LABEL,
    CONCEPT_REFERENCE,
    DEPRECATED_ROLES,
    STANDARD_LINK,
    Names,
    lasting,
    line_items,
    local,
    table,
)
from taxonomy.labels import words_of_name
from taxonomy.model import TERM_ROLE, Label, LabelRole, Reference, ReferenceRole, Taxonomy
from taxonomy.source_keys import REFERENCE_ROLES, UNITS_ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROLE_URI: Final[dict[LabelRole, str]] = {
    "standard": "http://www.xbrl.org/2003/role/label",
    "verbose": "http://www.xbrl.org/2003/role/verboseLabel",
    "terse": "http://www.xbrl.org/2003/role/terseLabel",
    "documentation": "http://www.xbrl.org/2003/role/documentation",
    "term": TERM_ROLE,
}
REFERENCE_ROLE_URI: Final[dict[ReferenceRole, str]] = {
    role: f"http://www.xbrl.org/2003/role/{role if role == 'reference' else f'{role}Ref'}"
    for role in REFERENCE_ROLES
}
DEPRECATED_LABEL: Final = "http://www.xbrl.org/2009/role/deprecatedLabel"
DEPRECATED_DATE_LABEL: Final = "http://www.xbrl.org/2009/role/deprecatedDateLabel"
TERM_ROLE_ID: Final = "role.term"


@dataclass(frozen=True, slots=True)
class _Resource:
    """A label as it stands in a linkbase: its role there, its language and its text."""

    role: str
    language: str
    text: str


_Labelled = list[tuple[str, list[_Resource]]]


def label_linkbases(taxonomy: Taxonomy, names: Names) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of the label linkbase of each language."""
    labelled = [*_labelled(taxonomy, names), *_deprecated(taxonomy)]
    by_language: dict[str, dict[str, list[_Resource]]] = {}
    for name, resources in labelled:
        for resource in resources:
            by_language.setdefault(resource.language, {}).setdefault(name, []).append(resource)
    for language, resources_of in sorted(by_language.items()):
        yield names.file(f"label-{language}"), _label_linkbase(names, resources_of)


def _labelled(taxonomy: Taxonomy, names: Names) -> _Labelled:
    """Return every element with its labels, those that only the package has too."""
    items: list[tuple[str, tuple[Label, ...]]] = [
        (local(concept.qname), concept.labels) for concept in taxonomy.concepts
    ]
    items.extend((local(axis.qname), axis.labels) for axis in taxonomy.axes)
    items.extend((local(axis.qname), axis.labels) for axis in taxonomy.typed_axes)
    items.extend((local(member.qname), member.labels) for member in taxonomy.member_by_qname.values())
    items.extend((local(domain.qname), domain.labels) for domain in taxonomy.domains)
    items.extend((local(heading.qname), heading.labels) for heading in taxonomy.headings)
    items.extend((local(unit.qname), unit.labels) for unit in taxonomy.units)
    items.extend((group.root, group.group.labels) for group in names.groups)
    rest = unlisted(taxonomy)
    for cube in (*taxonomy.hypercubes, *([rest] if rest else [])):
        words = words_of_name(cube.name)
        items.append((table(cube), (Label("en", f"{words} [table]"),)))
        items.append((line_items(cube), (Label("en", f"{words} [line items]"),)))
    if taxonomy.units:
        items.append((UNITS_ROOT, (Label("en", "Count units"),)))
    return [
        (name, [_Resource(ROLE_URI[label.role], label.language, label.text) for label in labels])
        for name, labels in items
    ]


def _deprecated(taxonomy: Taxonomy) -> _Labelled:
    """Return the day and the reasons of each deprecation, the day in the element's first language."""
    found: _Labelled = []
    for item in lasting(taxonomy):
        if item.deprecated is None:
            continue
        language = item.labels[0].language if item.labels else "en"
        resources = [_Resource(DEPRECATED_DATE_LABEL, language, item.deprecated.date)]
        resources.extend(
            _Resource(DEPRECATED_LABEL, reason.language, reason.text) for reason in item.deprecated.reasons
        )
        found.append((local(item.qname), resources))
    return found


def _label_linkbase(names: Names, resources_of: dict[str, list[_Resource]]) -> str:
    body = [
        _with_resources(names, name, "label", CONCEPT_LABEL, (_label(name, item) for item in resources))
        for name, resources in resources_of.items()
    ]
    roles = {resource.role for resources in resources_of.values() for resource in resources}
    refs = [role_ref(TERM_ROLE, f"{names.schema_file}#{TERM_ROLE_ID}")] if TERM_ROLE in roles else []
    refs.extend(
        role_ref(role, f"{DEPRECATED_ROLES}#{role.rpartition('/')[2]}")
        for role in (DEPRECATED_LABEL, DEPRECATED_DATE_LABEL)
        if role in roles
    )
    return document(refs, (_standard_link("label", body),))


def _label(name: str, label: _Resource) -> str:
    pairs = (
        ("xlink:type", "resource"),
        ("xlink:label", f"{name}..label"),
        ("xlink:role", label.role),
        ("xml:lang", label.language),
    )
    return f"    <link:label{attributes(*pairs)}>{escape_text(label.text)}</link:label>\n"


def reference_linkbase(taxonomy: Taxonomy, names: Names) -> str:
    """Return the reference linkbase."""
    body = [
        _with_resources(
            names,
            local(item.qname),
            "reference",
            CONCEPT_REFERENCE,
            (_reference(local(item.qname), reference) for reference in item.references),
        )
        for item in lasting(taxonomy)
    ]
    return document((), (_standard_link("reference", body),))


def _reference(name: str, reference: Reference) -> str:
    pairs = (
        ("xlink:type", "resource"),
        ("xlink:label", f"{name}..reference"),
        ("xlink:role", REFERENCE_ROLE_URI[reference.role]),
    )
    parts = "".join(f"<ref:{part}>{escape_text(text)}</ref:{part}>" for part, text in reference.parts)
    return f'    <link:reference{attributes(*pairs)} xmlns:ref="http://www.xbrl.org/2006/ref">{parts}</link:reference>\n'


def _with_resources(names: Names, name: str, kind: str, arcrole: str, resources: Iterable[str]) -> str:
    """Return a locator, its resources and the one arc between them, or nothing where there are none."""
    written = "".join(resources)
    if not written:
        return ""
    pairs = (
        ("xlink:type", "arc"),
        ("xlink:arcrole", arcrole),
        ("xlink:from", name),
        ("xlink:to", f"{name}..{kind}"),
    )
    return f"{locator(names, name, name)}{written}    <link:{kind}Arc{attributes(*pairs)}/>\n"


def _standard_link(kind: str, body: list[str]) -> str:
    opening = f"  <link:{kind}Link{attributes(('xlink:type', 'extended'), ('xlink:role', STANDARD_LINK))}>\n"
    return "".join((opening, *body, f"  </link:{kind}Link>\n"))
