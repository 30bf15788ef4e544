"""The label linkbases, one a language, and the reference linkbase.

A concept has any number of terms; XBRL 2.1 allows several labels of one role and language, and their document
order is kept.

Spec: XBRL 2.1 sections 5.2.2 and 5.2.3; ref-2006 for the parts of a reference.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from taxonomy.compile.linkbase import document, locator, role_ref
from taxonomy.compile.links import unlisted
from taxonomy.compile.markup import attributes, escape_name, escape_text
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
from taxonomy.elements import elements_of
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


_Resource = tuple[str, str, str, str]
"""A label as it stands in a linkbase: the element's name, the role there, the language and the text."""


def label_linkbases(
    taxonomy: Taxonomy, names: Names, more: tuple[tuple[str, tuple[Label, ...]], ...] = ()
) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of the label linkbase of each language.

    more: labels of elements that are not the taxonomy's, by the name that they go by here.
    """
    written: dict[str, dict[str, list[str]]] = {}
    # What stands before a text is the same for all of a language and role: a large taxonomy has half a million.
    heads: dict[tuple[str, str], str] = {}
    for name, role, language, text in chain(_resources(taxonomy, names), _said_of(more)):
        head = heads.get((language, role))
        if head is None:
            head = heads[language, role] = f'..label" xlink:role="{escape_name(role)}" xml:lang="{language}">'
            written.setdefault(language, {})
        line = f'    <link:label xlink:type="resource" xlink:label="{name}{head}{escape_text(text)}</link:label>\n'
        labels = written[language]
        if name in labels:
            labels[name].append(line)
        else:
            labels[name] = [line]
    for language, labels in sorted(written.items()):
        roles = {role for spoken, role in heads if spoken == language}
        yield names.file(f"label-{language}"), _label_linkbase(names, labels, roles)


def _resources(taxonomy: Taxonomy, names: Names) -> Iterator[_Resource]:
    """Yield the labels of every element, then the day and the reasons of each deprecation."""
    yield from _said_of(_labelled(taxonomy, names))
    for item in lasting(taxonomy):
        if item.deprecated is None:
            continue
        language = item.labels[0].language if item.labels else "en"  # the day in the element's first language
        yield local(item.qname), DEPRECATED_DATE_LABEL, language, item.deprecated.date
        for reason in item.deprecated.reasons:
            yield local(item.qname), DEPRECATED_LABEL, reason.language, reason.text


def _said_of(items: Iterable[tuple[str, tuple[Label, ...]]]) -> Iterator[_Resource]:
    for name, labels in items:
        for label in labels:
            yield name, ROLE_URI.get(label.role, label.role), label.language, label.text


def _labelled(taxonomy: Taxonomy, names: Names) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """Yield every element with its labels, those that only the package has too."""
    for qname, element in elements_of(taxonomy).items():
        yield local(qname), element.labels
    for group in names.groups:
        yield group.root, group.group.labels
    rest = unlisted(taxonomy)
    for cube in (*taxonomy.hypercubes, *([rest] if rest else [])):
        words = words_of_name(cube.name)
        yield table(cube), (Label("en", f"{words} [table]"),)
        yield line_items(cube), (Label("en", f"{words} [line items]"),)
    if taxonomy.units:
        yield UNITS_ROOT, (Label("en", "Count units"),)


def _label_linkbase(names: Names, labels: dict[str, list[str]], roles: set[str]) -> str:
    body = [_with_resources(names, name, "label", CONCEPT_LABEL, written) for name, written in labels.items()]
    refs = [role_ref(TERM_ROLE, f"{names.schema_file}#{TERM_ROLE_ID}")] if TERM_ROLE in roles else []
    refs.extend(
        role_ref(role, f"{DEPRECATED_ROLES}#{role.rpartition('/')[2]}")
        for role in (DEPRECATED_LABEL, DEPRECATED_DATE_LABEL)
        if role in roles
    )
    return document(refs, (_standard_link("label", body),))


def reference_linkbase(taxonomy: Taxonomy, names: Names) -> str:
    """Return the reference linkbase."""
    body = [
        _with_resources(
            names,
            local(item.qname),
            "reference",
            CONCEPT_REFERENCE,
            [_reference(local(item.qname), reference) for reference in item.references],
        )
        for item in lasting(taxonomy)
        if item.references
    ]
    return document((), (_standard_link("reference", body),))


def _reference(name: str, reference: Reference) -> str:
    role = escape_name(REFERENCE_ROLE_URI.get(reference.role, reference.role))
    parts = "".join([f"<ref:{part}>{escape_text(text)}</ref:{part}>" for part, text in reference.parts])
    return (
        f'    <link:reference xlink:type="resource" xlink:label="{name}..reference" xlink:role="{role}" '
        f'xmlns:ref="http://www.xbrl.org/2006/ref">{parts}</link:reference>\n'
    )


def _with_resources(names: Names, name: str, kind: str, arcrole: str, written: list[str]) -> str:
    """Return a locator, its resources and the one arc between them."""
    return (
        f"{locator(names, name, name)}{''.join(written)}"
        f'    <link:{kind}Arc xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="{name}" '
        f'xlink:to="{name}..{kind}"/>\n'
    )


def _standard_link(kind: str, body: list[str]) -> str:
    opening = f"  <link:{kind}Link{attributes(('xlink:type', 'extended'), ('xlink:role', STANDARD_LINK))}>\n"
    return "".join((opening, *body, f"  </link:{kind}Link>\n"))
