"""Rules on terms: the words that must find one thing and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from taxonomy.item_types import is_monetary, is_numeric
from taxonomy.model import Concept, Label
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import OWN, Rule
from taxonomy.rules.subject import Named, Subject, folded

LONGEST_TERM: Final = 60


def _matched(named: Named) -> Iterator[Label]:
    """Yield what the tagger finds an element by: its terms and its standard labels."""
    yield from named.of_role("standard")
    yield from named.of_role("term")


def _form(label: Label) -> str:
    """Return a term as it is compared: case and the width of blanks do not tell two apart."""
    return " ".join(label.text.casefold().split())


def _what_tells(concept: Concept) -> tuple[str, ...]:
    """Return what the tagger can tell concepts of one term apart by: kind of value, unit and period.

    Not by axes: a figure that names no member fits both.
    """
    kind = "money" if is_monetary(concept.type) else concept.type
    return (kind, concept.unit or "", concept.period_type)


def _shared_by_concepts(subject: Subject) -> Iterator[Remark]:
    first: dict[tuple[str, str, tuple[str, ...]], Named] = {}
    for named, concept in subject.reported:
        if not is_numeric(concept.type):
            continue
        tells = _what_tells(concept)
        for label in _matched(named):
            other = first.setdefault((label.language, _form(label), tells), named)
            if other is not named:
                message = (
                    f'the {label.language} term "{label.text}" finds both {other.qname} and {named.qname}'
                )
                yield Remark(named.at_label(label), message)


def _shared_by_members(subject: Subject) -> Iterator[Remark]:
    for axis in subject.taxonomy.axes:
        first: dict[tuple[str, str], Named] = {}
        for member in axis.members:
            named = Named("member", member)
            for label in _matched(named):
                other = first.setdefault((label.language, _form(label)), named)
                if other is not named:
                    both = f"{other.qname} and {named.qname} of {axis.qname}"
                    message = f'the {label.language} term "{label.text}" finds both {both}'
                    yield Remark(named.at_label(label), message)


def _function_words(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.of_role("term"):
            if label.text.casefold() in subject.words.of(label.language).function_words:
                message = f'the {label.language} term "{label.text}" of {named.qname} is a function word'
                yield Remark(named.at_label(label), message)


def _no_words(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.of_role("term"):
            if not any(character.isalpha() for character in label.text):
                message = f'the {label.language} term "{label.text}" of {named.qname} holds no letter'
                yield Remark(named.at_label(label), message)


def _one_character(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.of_role("term"):
            if named.kind != "unit" and len(folded(label.text)) == 1:
                message = f'the {label.language} term "{label.text}" of {named.qname} is one character'
                yield Remark(named.at_label(label), message)


def _repeated(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        seen: dict[tuple[str, str], str] = {}
        for label in named.of_role("term"):
            key = (label.language, _form(label))
            if key in seen:
                message = (
                    f'the {label.language} term "{label.text}" of {named.qname} says "{seen[key]}" again'
                )
                yield Remark(named.at_label(label), message)
            seen.setdefault(key, label.text)


def _too_long(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.of_role("term"):
            if len(label.text) > LONGEST_TERM:
                message = f'the {label.language} term "{label.text[:40]}…" of {named.qname} has {len(label.text)} characters'
                yield Remark(named.at_label(label), message)


def _bracketed(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.of_role("term"):
            if re.search(r"[()（）\[\]]", label.text):
                message = f'the {label.language} term "{label.text}" of {named.qname} holds brackets'
                yield Remark(named.at_label(label), message)


def _termless(subject: Subject) -> Iterator[Remark]:
    has_terms = any(label.role == "term" for named in subject.concepts for label in named.labels)
    for named in subject.concepts if has_terms else ():
        concept = subject.taxonomy.concept_by_qname[named.qname]
        there = {label.language for label in named.of_role("term")}
        if is_numeric(concept.type) and not there:
            yield Remark(named.at(), f"{named.qname} has no terms in any language")


RULES: Final = (
    Rule(
        "TW-W001", "warning", "Term that two concepts share",
        "With one kind of value, unit and period nothing is left to tell the two apart: the figure stays "
        "unresolved, or the wrong one is tagged.",
        OWN,
        "Leave the term to the concept that a text means by it, or make it longer.",
        _shared_by_concepts,
    ),
    Rule(
        "TW-W002", "warning", "Term that two members of an axis share",
        "A fact carries one member of an axis, and nothing says which.",
        OWN,
        "Leave the term to the member that a text means by it, or make it longer.",
        _shared_by_members,
    ),
    Rule(
        "TW-W003", "warning", "Term is a function word",
        "It stands in every sentence and finds the concept where nobody speaks of it.",
        OWN,
        "Remove the term, or make it a phrase.",
        _function_words,
    ),
    Rule(
        "TW-W004", "warning", "Term without a letter",
        "Digits and marks are figures in a text, not words for them.",
        OWN,
        "Remove the term.",
        _no_words,
    ),
    Rule(
        "TW-W005", "warning", "Term of one character",
        "It stands inside other words; only units are that short.",
        OWN,
        "Write the word that the text uses.",
        _one_character,
    ),
    Rule(
        "TW-W006", "advice", "Term said twice",
        "Case makes no other term.",
        OWN,
        "Remove the term.",
        _repeated,
    ),
    Rule(
        "TW-W007", "advice", "Term too long to be met",
        "A phrase that long is hardly ever written the same way twice.",
        OWN,
        "Keep the words that matter, with a gap (…) between them.",
        _too_long,
    ),
    Rule(
        "TW-W008", "advice", "Term with brackets",
        "Brackets are added for readers of the taxonomy; texts do not have them.",
        OWN,
        "Write the term as a text says it.",
        _bracketed,
    ),
    Rule(
        "TW-W009", "advice", "Concept without terms",
        "The tagger has the label alone, and texts rarely use it word for word.",
        OWN,
        "List the words that texts use, at least in one language.",
        _termless,
    ),
)  # fmt: skip
