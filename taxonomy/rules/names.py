"""Rules on names: the habits of the style guides, which readers of a taxonomy rely on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from taxonomy.labels import words_of_name
from taxonomy.rules.remark import At, Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject, folded
from taxonomy.variants import PREFIX as VARIANT_PREFIX

LONGEST_NAME: Final = 100
_CAMEL: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_SERVANTS: Final = ("Axis", "Member", "Domain", "Table", "LineItems", "Abstract", "Hypercube")
"""Endings that say what an element is for; none of them is a concept that facts report."""
_SHARED_ENOUGH: Final = 2  # of a name's words, every second must stand in the label


def _not_camel(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        if named.kind != "unit" and not _CAMEL.fullmatch(named.local_name):
            yield Remark(named.at(), f"the name {named.local_name} is not in UpperCamelCase")


def _endings(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        if named.kind == "axis" and not named.local_name.endswith(("Axis", "Dimension")):
            yield Remark(named.at(), f"the axis {named.local_name} does not end in Axis")


def _member_endings(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        if named.kind == "member" and not named.local_name.endswith(("Member", "Domain")):
            yield Remark(named.at(), f"the member {named.local_name} does not end in Member or Domain")


def _concept_endings(subject: Subject) -> Iterator[Remark]:
    for named in subject.concepts:
        ending = next((end for end in _SERVANTS if named.local_name.endswith(end)), "")
        if ending:
            yield Remark(named.at(), f"the concept {named.local_name} ends in {ending}, which facts are not")


def _cube_endings(subject: Subject) -> Iterator[Remark]:
    for cube in subject.taxonomy.hypercubes if not subject.is_foreign else ():
        if cube.name.endswith(("Table", "LineItems", "Hypercube")):
            message = (
                f"the hypercube {cube.name} will be {cube.name}Table and {cube.name}LineItems in the package"
            )
            yield Remark(At("hypercube", cube.name), message)


def _hypercube_elements(subject: Subject) -> Iterator[Remark]:
    for name in dict.fromkeys(cube.element for cube in subject.taxonomy.hypercubes if cube.element):
        if not name.endswith(("Table", "Hypercube")):
            yield Remark(At("hypercube", name), f"the hypercube {name} does not end in Table")


def _long(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        if len(named.local_name) > LONGEST_NAME:
            message = f"the name {named.local_name} has {len(named.local_name)} characters, more than {LONGEST_NAME}"
            yield Remark(named.at(), message)


def _words(named: Named) -> list[str]:
    return [word.casefold() for word in words_of_name(named.local_name).split()]


def _articles(subject: Subject) -> Iterator[Remark]:
    articles = subject.words.of("en").articles
    for named in subject.elements:
        found = next((word for word in _words(named)[:-1] if word in articles), "")
        if found and named.kind != "unit":
            yield Remark(named.at(), f'the name {named.local_name} holds the article "{found}"')


def _digits(subject: Subject) -> Iterator[Remark]:
    for named in subject.elements:
        if re.search(r"\d", named.local_name):
            yield Remark(named.at(), f"the name {named.local_name} holds digits")


def _same_but_case(subject: Subject) -> Iterator[Remark]:
    first: dict[tuple[str, str], Named] = {}
    for named in subject.elements:
        prefix = named.qname.partition(":")[0]
        other = first.setdefault((prefix, folded(named.local_name)), named)
        if other.qname != named.qname:
            message = f"the names {named.local_name} and {other.local_name} differ in case or marks only"
            yield Remark(named.at(), message)


def _unlike_label(subject: Subject) -> Iterator[Remark]:
    for named in subject.concepts:
        labels = [
            label
            for label in (*named.of_role("standard"), *named.of_role("verbose"))
            if label.language.startswith("en")
        ]
        words = [word for word in _words(named) if len(word) > 3]  # noqa: PLR2004 - longer than of, and, the
        if not labels or not words:
            continue
        said = folded(" ".join(label.text for label in labels))
        shared = sum(word[:5] in said for word in words)
        if shared * _SHARED_ENOUGH < len(words):
            message = f'the name {named.local_name} shares few words with the label "{labels[0].text}"'
            yield Remark(named.at(), message)


def _hand_made_variant(subject: Subject) -> Iterator[Remark]:
    for named in subject.concepts if not subject.is_foreign else ():
        for variant, start in VARIANT_PREFIX.items():
            if not named.local_name.startswith(start):
                continue
            prefix, _, name = named.qname.partition(":")
            if f"{prefix}:{name.removeprefix(start)}" in subject.taxonomy.concept_by_qname:
                base = name.removeprefix(start)
                yield Remark(named.at(), f"{name} is written by hand; it is the {variant} of {base}")


RULES: Final = (
    Rule(
        "TW-N001", "warning", "Name not in UpperCamelCase",
        "Names are read by people and turned into names of columns and classes; one form for all is expected.",
        "GFM 2.3.5 (LC3, as Arelle's EDINET rules quote it); ESEF 3.2.1 (as Arelle's ESEF rules quote it)",
        "Write the words of the label together, each with a capital, without blanks and marks.",
        _not_camel,
    ),
    Rule(
        "TW-N002", "warning", "Axis without its ending",
        "Tools and readers tell an axis by its name.",
        "GFM 1.3.25 (as Arelle's EDINET rules quote it)",
        "Let the name end in Axis.",
        _endings,
    ),
    Rule(
        "TW-N003", "warning", "Member without its ending",
        "Tools and readers tell a member by its name.",
        "GFM 1.3.29 (as Arelle's EDINET rules quote it)",
        "Let the name end in Member (or Domain, for the one above all).",
        _member_endings,
    ),
    Rule(
        "TW-N004", "warning", "Concept with the ending of something else",
        "A reader takes it for an axis, a member, a table or a heading, and reports nothing under it.",
        "GFM 1.3.25, 1.3.26, 1.3.28 and 1.3.29 (as Arelle's EDINET rules quote them)",
        "Give the concept a name without that ending.",
        _concept_endings,
    ),
    Rule(
        "TW-N005", "warning", "Hypercube named with an ending",
        "The package adds Table and LineItems itself, so the ending comes twice.",
        "GFM 1.3.26 and 1.3.28 (as Arelle's EDINET rules quote them)",
        "Remove the ending from the hypercube's name.",
        _cube_endings,
    ),
    Rule(
        "TW-N006", "advice", "Name too long",
        "Databases and file systems cut long names, and people cannot tell them apart.",
        "tagwright: names become names of columns",
        "Shorten the name; the label and the definition may be long.",
        _long,
    ),
    Rule(
        "TW-N007", "advice", "Article in a name",
        "Articles make names longer, not clearer, and are left out or not by chance.",
        "LC3 as ESMA's MiCA taxonomy has it (without articles), and older ESEF rules of Arelle; newer ones keep them",
        "Leave the article out of the name.",
        _articles,
    ),
    Rule(
        "TW-N008", "advice", "Digits in a name",
        "Digits are for regulations known by their number; anything else numbered is not described.",
        "GFM 2.3.5, 4 (as Arelle's EDINET rules quote it)",
        "Say in words what the digits stand for.",
        _digits,
    ),
    Rule(
        "TW-N009", "warning", "Names that differ in case or marks only",
        "Many databases and file systems take them for one.",
        "tagwright: names become names of columns",
        "Rename one of the two.",
        _same_but_case,
    ),
    Rule(
        "TW-N010", "advice", "Name unlike the label",
        "The name promises something else than the label; one of them was left behind when the other changed.",
        "XBRL US GAAP Taxonomies 1.0 Technical Guide, 2.5.1 (the name is the label without blanks and marks); GFM 2.3.5 (LC3)",
        "Bring the name and the English label together; in a published taxonomy, the label.",
        _unlike_label,
    ),
    Rule(
        "TW-N011", "warning", "Variant written by hand",
        "The tagger and the proofs know a change, growth or share only where it is said to be one.",
        "tagwright: docs/taxonomy-source.md, variants",
        "Remove the concept and list the variant under its base.",
        _hand_made_variant,
    ),
    Rule(
        "TW-N012", "warning", "Hypercube without its ending",
        "Tools and readers tell a table by its name.",
        "GFM 1.3.26 (as Arelle's EDINET rules quote it)",
        "Let the name end in Table.",
        _hypercube_elements,
    ),
)  # fmt: skip
