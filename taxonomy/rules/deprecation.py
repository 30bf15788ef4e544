"""Rules on what is not to be used any more: where it leads, and what still rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from taxonomy.model import Axis, Concept, Deprecation, Member, TypedAxis
from taxonomy.relation import PartsOfWhole, named_in
from taxonomy.rules.remark import At, Kind, Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject


def _deprecated(subject: Subject) -> Iterator[tuple[Named, Deprecation]]:
    for named in subject.elements:
        element = named.element
        if isinstance(element, Axis | Concept | Member | TypedAxis) and element.deprecated:
            yield named, element.deprecated


def _known(subject: Subject) -> dict[str, Kind]:
    return {named.qname: named.kind for named in subject.elements} | {
        concept.qname: "concept" for concept in subject.taxonomy.concepts
    }


def _no_successor(subject: Subject) -> Iterator[Remark]:
    for named, said in _deprecated(subject):
        if not said.successors and not said.reasons:
            message = f"{named.qname} is deprecated without a successor or a reason"
            yield Remark(named.at("deprecated"), message)


def _unknown_successor(subject: Subject) -> Iterator[Remark]:
    known = _known(subject)
    for named, said in _deprecated(subject):
        for name in said.successors:
            if known.get(name) != named.kind:
                message = f"the successor {name} of {named.qname} is no {named.kind} of the taxonomy"
                yield Remark(named.at("deprecated", "successor"), message)


def _dead_successor(subject: Subject) -> Iterator[Remark]:
    dead = {named.qname for named, _ in _deprecated(subject)}
    for named, said in _deprecated(subject):
        for name in said.successors:
            if name in dead:
                message = f"the successor {name} of {named.qname} is deprecated itself"
                yield Remark(named.at("deprecated", "successor"), message)


def _other_successor(subject: Subject) -> Iterator[Remark]:
    concepts = subject.taxonomy.concept_by_qname
    for named, said in _deprecated(subject):
        for name in said.successors if named.kind == "concept" else ():
            before, after = concepts[named.qname], concepts.get(name)
            if after is not None and (before.type, before.period_type) != (after.type, after.period_type):
                kinds = f"{before.type}, {before.period_type} → {after.type}, {after.period_type}"
                message = f"the successor {name} of {named.qname} is of another kind ({kinds})"
                yield Remark(named.at("deprecated", "successor"), message)


def _uses(subject: Subject) -> Iterator[tuple[At, str, str]]:
    """Yield (place, what uses, what is used) of sums, relations and hypercubes."""
    taxonomy = subject.taxonomy
    for number, item in enumerate(taxonomy.calculations):
        for part, _ in item.parts:
            yield At("calculation", str(number), ("parts", part)), item.total, part
    for number, relation in enumerate(taxonomy.relations):
        path = ("over",) if isinstance(relation, PartsOfWhole) else ()
        for _, name in named_in(relation):
            if name != relation.concept:
                yield At("relation", str(number), path), relation.concept, name


def _rests_on_dead(subject: Subject) -> Iterator[Remark]:
    dead = {named.qname for named, _ in _deprecated(subject)}
    for at, user, used in _uses(subject):
        if used in dead and user not in dead:
            yield Remark(at, f"{user} rests on {used}, which is deprecated")


def _not_yet(subject: Subject) -> Iterator[Remark]:
    day = subject.taxonomy.date
    for named, said in _deprecated(subject):
        if day and said.date > day:
            message = f"{named.qname} is deprecated from {said.date}, after the version of {day}"
            yield Remark(named.at("deprecated", "date"), message)


RULES: Final = (
    Rule(
        "TW-Y001", "warning", "Deprecated without successor or reason",
        "Who reports it today must find out alone what to do instead.",
        "Link Role Registry, deprecated labels (what replaces it is to be said); tagwright: migration needs it",
        "Name the successor, or say why there is none.",
        _no_successor,
    ),
    Rule(
        "TW-Y002", "error", "Successor unknown",
        "It leads nowhere, and a report cannot be moved to it.",
        "tagwright: migration needs it",
        "Name a successor of the same kind that the taxonomy declares.",
        _unknown_successor,
    ),
    Rule(
        "TW-Y003", "warning", "Successor deprecated itself",
        "Who follows it must change again at once.",
        "tagwright: migration needs it",
        "Name what is in use at the end of the chain.",
        _dead_successor,
    ),
    Rule(
        "TW-Y004", "warning", "Successor of another kind",
        "The values of the one are no values of the other: a report cannot be moved by its name alone.",
        "tagwright: migration needs it",
        "Say in the reason how a value becomes one of the successor's, or leave the successor out.",
        _other_successor,
    ),
    Rule(
        "TW-Y005", "warning", "Rests on what is deprecated",
        "When it goes, the sum or relation goes with it, or is wrong.",
        "tagwright: what it has seen",
        "Use the successor.",
        _rests_on_dead,
    ),
    Rule(
        "TW-Y006", "advice", "Deprecated after the version",
        "Until that day it is in use: the version announces what a later one will do.",
        "tagwright: docs/taxonomy-source.md, deprecated",
        "Leave it for the version that does it, or say in the reason that it is announced.",
        _not_yet,
    ),
)  # fmt: skip
