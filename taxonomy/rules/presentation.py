"""Rules on presentation: every concept has a place, and every group has something to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from taxonomy.model import label_of
from taxonomy.rules.remark import At, Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Subject

LONGEST_GROUP: Final = 60


def _unplaced(subject: Subject) -> Iterator[Remark]:
    placed = {name for group in subject.taxonomy.groups for name in group.items}
    for named in subject.concepts:
        if named.qname not in placed:
            yield Remark(named.at(), f"{named.qname} is in no presentation group")


def _empty(subject: Subject) -> Iterator[Remark]:
    for number, group in enumerate(subject.taxonomy.groups):
        if not group.items:
            yield Remark(
                At("group", str(number), ("items",)), f'the group "{label_of(group.labels, "en")}" is empty'
            )


def _unnamed(subject: Subject) -> Iterator[Remark]:
    used = {label.language for group in subject.taxonomy.groups for label in group.labels}
    for number, group in enumerate(subject.taxonomy.groups):
        there = {label.language for label in group.labels}
        missing = [language for language in subject.languages if language in used - there]
        if missing:
            message = f'the group "{label_of(group.labels, "en")}" has no label in {", ".join(missing)}'
            yield Remark(At("group", str(number), ("group",)), message)


def _same_group(subject: Subject) -> Iterator[Remark]:
    first: dict[tuple[str, str], int] = {}
    for number, group in enumerate(subject.taxonomy.groups):
        for label in group.labels:
            if first.setdefault((label.language, label.text), number) != number:
                message = f'two groups have the {label.language} label "{label.text}"'
                yield Remark(At("group", str(number), ("group", label.language)), message)


def _unknown(subject: Subject) -> Iterator[Remark]:
    known = {named.qname for named in subject.elements} | {*subject.taxonomy.concept_by_qname}
    if dts := subject.taxonomy.dts:
        known.update(element.qname for element in dts.elements)
    for number, group in enumerate(subject.taxonomy.groups):
        for name in group.items:
            if name not in known:
                message = f"the presentation shows {name}, which the taxonomy does not declare"
                yield Remark(At("group", str(number), ("items", name)), message)


def _crowded(subject: Subject) -> Iterator[Remark]:
    for number, group in enumerate(subject.taxonomy.groups):
        if len(group.items) > LONGEST_GROUP:
            title = label_of(group.labels, "en")
            message = f'the group "{title}" shows {len(group.items)} concepts, more than {LONGEST_GROUP}'
            yield Remark(At("group", str(number), ("items",)), message)


def _scattered(subject: Subject) -> Iterator[Remark]:
    counted = Counter(name for group in subject.taxonomy.groups for name in set(group.items))
    for named in subject.concepts:
        if counted[named.qname] > 3:  # noqa: PLR2004 - main statement, note and summary are three
            yield Remark(named.at(), f"{named.qname} stands in {counted[named.qname]} groups")


RULES: Final = (
    Rule(
        "TW-P001", "warning", "Concept in no presentation group",
        "Who looks through the taxonomy never comes across it.",
        "ESEF 3.4.6 (UsableConceptsNotIncludedInPresentationLink, as Arelle's ESEF rules quote it)",
        "Put it into the group where a reader looks for it.",
        _unplaced,
    ),
    Rule(
        "TW-P002", "warning", "Group without concepts",
        "A heading above nothing.",
        "tagwright: what it has seen",
        "Put concepts into it, or remove it.",
        _empty,
    ),
    Rule(
        "TW-P003", "warning", "Group without a label in a language of the taxonomy",
        "Readers of that language see a heading in another.",
        "FRTA 1.0, 3.1.10 (a role has a definition); GFM 1.5.3",
        "Add the label in that language.",
        _unnamed,
    ),
    Rule(
        "TW-P004", "warning", "Two groups with one label",
        "A reader cannot tell them apart, nor where to look.",
        "FRTA 1.0, 3.1.10 (a role has a definition)",
        "Say in the label what each is about.",
        _same_group,
    ),
    Rule(
        "TW-P005", "error", "Presentation of something unknown",
        "It leads nowhere.",
        "XBRL 2.1, 5.2.4 (presentation)",
        "Declare the concept, or correct its name.",
        _unknown,
    ),
    Rule(
        "TW-P006", "advice", "Group too long to read",
        "Nobody finds one of a hundred lines under one heading.",
        "tagwright: what it has seen",
        "Split the group by subject.",
        _crowded,
    ),
    Rule(
        "TW-P007", "advice", "Concept in many groups",
        "A concept with a place everywhere has none.",
        "tagwright: what it has seen",
        "Keep the group where a reader looks for it first.",
        _scattered,
    ),
)  # fmt: skip
