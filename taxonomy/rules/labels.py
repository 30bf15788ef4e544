"""Rules on labels: that they are there, in every language, one each, and tell things apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from taxonomy.model import Label, LabelRole
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject, folded, said_role

_ROLES_READ: Final[tuple[LabelRole, ...]] = ("standard", "verbose")


def _without_label(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        if not any(named.of_role("standard")):
            yield Remark(named.at("label"), f"{named.qname} has no standard label")


def _without_language(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        there = {label.language for label in named.of_role("standard")}
        missing = [language for language in subject.languages if language not in there]
        if there and missing:
            yield Remark(named.at("label"), f"{named.qname} has no standard label in {', '.join(missing)}")


def _said_twice(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        counted = Counter((label.role, label.language) for label in named.labels if label.role != "term")
        for (role, language), count in counted.items():
            if count > 1:
                path = (said_role(role), language)
                message = f"{named.qname} has {count} labels of the role {said_role(role)} in {language}"
                yield Remark(named.at(*path), message)


def _families(subject: Subject) -> Iterator[list[Named]]:
    """Yield what a reader must tell apart: concepts, axes, and the members of each axis.

    Not units: several things may be counted with one counter word.
    """
    for kind in ("concept", "axis"):
        yield [named for named in subject.elements if named.kind == kind]
    for axis in subject.taxonomy.axes:
        yield [Named("member", member) for member in axis.members]


def _alike(subject: Subject, key: Callable[[str], str]) -> Iterator[tuple[Named, Label, Named, Label]]:
    """Yield each element whose standard label equals another's before it by the key, with that other.

    Those that verbose labels tell apart are left out (FRTA 2.1.11 asks for either).
    """
    for family in _families(subject):
        first: dict[tuple[str, str], tuple[Named, Label, str]] = {}
        for named in family:
            verbose = {label.language: label.text for label in named.of_role("verbose")}
            for label in named.of_role("standard"):
                apart = verbose.get(label.language, label.text)
                known = first.setdefault((label.language, key(label.text)), (named, label, apart))
                if known[0] is not named and key(known[2]) == key(apart):
                    yield named, label, known[0], known[1]


def _same_label(subject: Subject) -> Iterator[Remark]:
    for named, label, other, _ in _alike(subject, str):
        message = f'{named.qname} and {other.qname} have the same {label.language} label "{label.text}"'
        yield Remark(named.at_label(label), message)


def _nearly_same_label(subject: Subject) -> Iterator[Remark]:
    for named, label, other, theirs in _alike(subject, folded):
        if label.text != theirs.text and folded(label.text):
            message = (
                f'the {label.language} labels "{label.text}" of {named.qname} and "{theirs.text}" of '
                f"{other.qname} differ in case, blanks or punctuation only"
            )
            yield Remark(named.at_label(label), message)


def _idle_label(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        standard = {label.language: label.text for label in named.of_role("standard")}
        for role in ("verbose", "terse"):
            for label in named.of_role(role):
                if standard.get(label.language) == label.text:
                    message = (
                        f"the {role} {label.language} label of {named.qname} is its standard label again"
                    )
                    yield Remark(named.at_label(label), message)


def _long_terse(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        standard = {label.language: label.text for label in named.of_role("standard")}
        for label in named.of_role("terse"):
            if len(label.text) > len(standard.get(label.language, label.text)):
                message = f'the terse {label.language} label "{label.text}" of {named.qname} is longer than the standard one'
                yield Remark(named.at_label(label), message)


def _placeholder(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.labels:
            if label.text.strip().casefold() in subject.words.placeholders:
                message = f'the {said_role(label.role)} "{label.text}" of {named.qname} is a placeholder'
                yield Remark(named.at_label(label), message)


def _name_as_label(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        for label in named.of_role("standard"):
            is_name = label.text in {named.local_name, named.qname}
            if is_name and any(letter.isupper() for letter in label.text[1:]):
                message = f"the {label.language} label of {named.qname} is its name"
                yield Remark(named.at_label(label), message)


RULES: Final = (
    Rule(
        "TW-L001", "error", "Standard label missing",
        "Without a standard label a reader sees a technical name, and the tagger has nothing to find it by.",
        "FRTA 1.0, 2.1.10 (as the XBRL US GAAP Taxonomies 1.0 Technical Guide, 2.4, quotes it); XBRL International"
        " guidance, Taxonomy labelling: standard label, 3",
        "Give it a label in each language of the taxonomy.",
        _without_label,
    ),
    Rule(
        "TW-L002", "warning", "Label missing in a language of the taxonomy",
        "Readers of that language see a label of another, and a text in it finds nothing.",
        "GFM 1.5.1 and 1.5.3 (as Arelle's EDINET rules quote them)",
        "Add the label in that language.",
        _without_language,
    ),
    Rule(
        "TW-L003", "warning", "Two things with one label",
        "Who reads the label, a person or the tagger, cannot tell which of the two is meant.",
        "FRTA 1.0, 2.1.11",
        "Say in one of the labels what tells the two apart, or give both a verbose label that does.",
        _same_label,
    ),
    Rule(
        "TW-L004", "warning", "Labels that differ in looks only",
        "Case, blanks and punctuation get lost in speech, search and print; the two will be confused.",
        "FRTA 1.0, 2.1.11, in its spirit",
        "Say in one of the labels what tells the two apart.",
        _nearly_same_label,
    ),
    Rule(
        "TW-L005", "warning", "Several labels of one role and language",
        "Which of them a processor shows is left to chance.",
        "GFM 1.5.2 (as Arelle's EDINET rules quote it); ESEF 3.4.5 (as Arelle's ESEF rules quote it); "
        "EDGAR Filer Manual 65, 6.10.2",
        "Keep one of them; other words that find it are terms.",
        _said_twice,
    ),
    Rule(
        "TW-L006", "advice", "Verbose or terse label says nothing more",
        "A label of another role that repeats the standard one is one more text to keep in step, for nothing.",
        "XBRL International guidance, Taxonomy labelling: label roles",
        "Remove it.",
        _idle_label,
    ),
    Rule(
        "TW-L007", "advice", "Terse label longer than the standard label",
        "Terse labels are for narrow columns.",
        "XBRL 2.1, 5.2.2.2.2 (label roles)",
        "Shorten it, or move it to the verbose label.",
        _long_terse,
    ),
    Rule(
        "TW-L008", "warning", "Placeholder left",
        "Somebody meant to write something here.",
        "tagwright: what it has seen",
        "Write the text, or remove the key.",
        _placeholder,
    ),
    Rule(
        "TW-L009", "warning", "Name in place of a label",
        "A label is for people: words with blanks between them.",
        "XBRL International guidance, Taxonomy labelling: standard label, 3",
        "Write the label as words.",
        _name_as_label,
    ),
)  # fmt: skip
