"""Rules on definitions and references: what decides whether a concept is the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from taxonomy.model import Axis, Concept, Member, Reference, TypedAxis
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject, folded, local

_STANDARD: Final = frozenset({"Name", "Publisher"})
_PLACES: Final = frozenset(
    {
        "Paragraph", "Section", "Article", "Chapter", "Appendix", "Clause", "Page", "Note", "Subsection",
        "Subparagraph", "Example", "Exhibit", "URI",
    }
)  # fmt: skip


def _references(subject: Subject) -> Iterator[tuple[Named, Reference]]:
    """Yield every reference with what it is of."""
    for named in subject.elements:
        element = named.element
        if isinstance(element, Axis | TypedAxis | Member | Concept):
            for reference in element.references:
                yield named, reference


def _undefined(subject: Subject) -> Iterator[Remark]:
    for named, concept in subject.reported:
        if not concept.references and not any(named.of_role("documentation")):
            yield Remark(named.at(), f"{named.qname} has neither a definition nor a reference")


def _undefined_member(subject: Subject) -> Iterator[Remark]:
    known = {axis.default for axis in subject.taxonomy.axes} | {
        named.qname for named, _ in _references(subject)
    }
    for named in subject.elements:
        is_clear = named.qname in known
        if (
            named.kind in {"member", "axis", "unit"}
            and not is_clear
            and not any(named.of_role("documentation"))
        ):
            yield Remark(named.at(), f"the {named.kind} {named.qname} has no definition")


def _repeats(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        standard = {label.language: folded(label.text) for label in named.of_role("standard")}
        for label in named.of_role("documentation"):
            if folded(label.text) == standard.get(label.language):
                message = (
                    f'the {label.language} definition of {named.qname} is its label again: "{label.text}"'
                )
                yield Remark(named.at_label(label), message)


def _language_of_definition(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        there = {label.language for label in named.of_role("documentation")}
        missing = [language for language in subject.languages if language not in there]
        if there and missing:
            yield Remark(named.at("definition"), f"{named.qname} is not defined in {', '.join(missing)}")


def _same_definition(subject: Subject) -> Iterator[Remark]:
    defaults = {axis.default for axis in subject.taxonomy.axes}
    first: dict[tuple[str, str, str], str] = {}
    for named in subject.elements:
        for label in named.of_role("documentation") if named.qname not in defaults else ():
            other = first.setdefault((named.kind, label.language, label.text), named.qname)
            if other != named.qname:
                message = f"{named.qname} and {other} have the same {label.language} definition"
                yield Remark(named.at_label(label), message)
                break


def _nameless_reference(subject: Subject) -> Iterator[Remark]:
    for named, reference in _references(subject):
        said = {name for name, _ in reference.parts}
        if not said & _STANDARD:
            parts = ", ".join(sorted(said))
            message = f"a reference of {named.qname} names no publisher or standard, only: {parts}"
            yield Remark(named.at("reference"), message)


def _placeless_reference(subject: Subject) -> Iterator[Remark]:
    for named, reference in _references(subject):
        said = dict(reference.parts)
        if said.keys() & _STANDARD and not said.keys() & _PLACES:
            standard = " ".join(text for name, text in reference.parts if name in {"Name", "Number"})
            message = f"a reference of {named.qname} names {standard or 'a standard'} but no place in it"
            yield Remark(named.at("reference"), message)


def _bad_address(subject: Subject) -> Iterator[Remark]:
    for named, reference in _references(subject):
        for name, text in reference.parts:
            if local(name) == "URI" and not (urlsplit(text).scheme and re.match(r"[a-z]+:\S+$", text)):
                message = f'the URI "{text}" of a reference of {named.qname} is no address'
                yield Remark(named.at("reference"), message)


RULES: Final = (
    Rule(
        "TW-D001", "warning", "Concept without definition and reference",
        "Nobody can decide whether a figure is what the concept means; two filers will decide differently.",
        "FRTA 1.0, 2.1.12 (as the XBRL US GAAP Taxonomies 1.0 Technical Guide, 2.4, quotes it); XBRL US Style Guide (2017), 6",
        "Write a definition, or name the place in a standard that defines it.",
        _undefined,
    ),
    Rule(
        "TW-D002", "advice", "Axis, member or unit without definition",
        "Its borders are left to the reader: what counts as the thing, and what does not.",
        "XBRL US Style Guide (2017), 6 Guidelines for Documentation Labels",
        "Write a definition.",
        _undefined_member,
    ),
    Rule(
        "TW-D003", "warning", "Definition repeats the label",
        "It promises an answer and gives none.",
        "XBRL US Style Guide (2017), 6 Guidelines for Documentation Labels",
        "Say what is counted in and what is not, or remove the definition.",
        _repeats,
    ),
    Rule(
        "TW-D004", "advice", "Definition missing in a language of the taxonomy",
        "Readers of that language must rely on the label.",
        "XBRL International guidance, Taxonomy labelling: multilingual labels",
        "Add the definition in that language.",
        _language_of_definition,
    ),
    Rule(
        "TW-D005", "warning", "Two things with one definition",
        "Either they are one thing, or the definition does not say what tells them apart.",
        "FRTA 1.0, 2.1.11, in its spirit",
        "Remove one of the two, or define what tells them apart.",
        _same_definition,
    ),
    Rule(
        "TW-D010", "warning", "Reference to no standard",
        "A paragraph without the name of its standard leads nowhere.",
        "XBRL 2.1, 5.2.3 (references)",
        "Add the publisher and the name of the standard.",
        _nameless_reference,
    ),
    Rule(
        "TW-D011", "advice", "Reference without a place",
        "A standard has hundreds of pages; the reader needs the paragraph.",
        "XBRL 2.1, 5.2.3 (references)",
        "Add the section, article or paragraph.",
        _placeless_reference,
    ),
    Rule(
        "TW-D012", "warning", "URI of a reference is no address",
        "A reader who follows it gets nowhere.",
        "RFC 3986, 3",
        "Write a whole address, https://… .",
        _bad_address,
    ),
)  # fmt: skip
