"""The label linkbases, one a language, and the reference linkbase.

A concept has any number of terms; XBRL 2.1 allows several labels of one role and language, and their document
order is kept.

Spec: XBRL 2.1 sections 5.2.2 and 5.2.3; ref-2006 for the parts of a reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.compile.linkbase import document, locator, role_ref
from taxonomy.compile.links import unlisted
from taxonomy.compile.markup import attributes, escape_text
from taxonomy.compile.names import (
    CONCEPT_LABEL,
    CONCEPT_REFERENCE,
    STANDARD_LINK,
    Names,
    line_items,
    local,
    table,
)
from taxonomy.labels import words_of_name
from taxonomy.model import TERM_ROLE, Label, LabelRole, Reference, Taxonomy
from taxonomy.source_keys import UNITS_ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROLE_URI: Final[dict[LabelRole, str]] = {
    "standard": "http://www.xbrl.org/2003/role/label",
    "verbose": "http://www.xbrl.org/2003/role/verboseLabel",
    "terse": "http://www.xbrl.org/2003/role/terseLabel",
    "documentation": "http://www.xbrl.org/2003/role/documentation",
    "term": TERM_ROLE,
}
REFERENCE_ROLE: Final = "http://www.xbrl.org/2003/role/reference"
TERM_ROLE_ID: Final = "role.term"

_Labelled = list[tuple[str, tuple[Label, ...]]]


def label_linkbases(taxonomy: Taxonomy, names: Names) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of the label linkbase of each language."""
    labelled = _labelled(taxonomy, names)
    for language in sorted({label.language for _, labels in labelled for label in labels}):
        yield names.file(f"label-{language}"), _label_linkbase(names, language, labelled)


def _labelled(taxonomy: Taxonomy, names: Names) -> _Labelled:
    """Return every element with its labels, those that only the package has too."""
    labelled: _Labelled = [(local(concept.qname), concept.labels) for concept in taxonomy.concepts]
    labelled.extend((local(axis.qname), axis.labels) for axis in taxonomy.axes)
    labelled.extend((local(member.qname), member.labels) for member in taxonomy.member_by_qname.values())
    labelled.extend((local(unit.qname), unit.labels) for unit in taxonomy.units)
    labelled.extend((group.root, group.group.labels) for group in names.groups)
    rest = unlisted(taxonomy)
    for cube in (*taxonomy.hypercubes, *([rest] if rest else [])):
        words = words_of_name(cube.name)
        labelled.append((table(cube), (Label("en", f"{words} [table]"),)))
        labelled.append((line_items(cube), (Label("en", f"{words} [line items]"),)))
    if taxonomy.units:
        labelled.append((UNITS_ROOT, (Label("en", "Count units"),)))
    return labelled


def _label_linkbase(names: Names, language: str, labelled: _Labelled) -> str:
    body: list[str] = []
    has_terms = False
    for name, labels in labelled:
        chosen = [label for label in labels if label.language == language]
        has_terms = has_terms or any(label.role == "term" for label in chosen)
        resources = (_label(name, label) for label in chosen)
        body.append(_with_resources(names, name, "label", CONCEPT_LABEL, resources))
    term_role = [role_ref(TERM_ROLE, f"{names.schema_file}#{TERM_ROLE_ID}")] if has_terms else []
    return document(term_role, (_standard_link("label", body),))


def _label(name: str, label: Label) -> str:
    pairs = (
        ("xlink:type", "resource"),
        ("xlink:label", f"{name}..label"),
        ("xlink:role", ROLE_URI[label.role]),
        ("xml:lang", label.language),
    )
    return f"    <link:label{attributes(*pairs)}>{escape_text(label.text)}</link:label>\n"


def reference_linkbase(taxonomy: Taxonomy, names: Names) -> str:
    """Return the reference linkbase."""
    body = [
        _with_resources(
            names,
            local(concept.qname),
            "reference",
            CONCEPT_REFERENCE,
            (_reference(local(concept.qname), reference) for reference in concept.references),
        )
        for concept in taxonomy.concepts
    ]
    return document((), (_standard_link("reference", body),))


def _reference(name: str, reference: Reference) -> str:
    pairs = (
        ("xlink:type", "resource"),
        ("xlink:label", f"{name}..reference"),
        ("xlink:role", REFERENCE_ROLE),
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
