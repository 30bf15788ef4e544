"""Rules on variants and relations: proofs that can be made."""

from __future__ import annotations

from collections.abc import Container, Iterator
from decimal import Decimal
from typing import Final

from taxonomy.relation import Between, PartsOfWhole, named_in, terms_of
from taxonomy.rules.remark import At, Remark
from taxonomy.rules.rule import OWN, Rule
from taxonomy.rules.subject import Named, Subject, local

_LARGEST_SHARE: Final = Decimal(10)
"""A bound of a percentage beyond this was meant in percent: 100 for 1."""


def _at(number: int, *path: str) -> At:
    return At("relation", str(number), path)


def _baseless(subject: Subject) -> Iterator[Remark]:
    known = subject.taxonomy.concept_by_qname
    for concept in subject.taxonomy.concepts:
        if concept.variant and (concept.variant_of or "") not in known:
            message = f"{concept.qname} is the {concept.variant} of {concept.variant_of or 'nothing'}, which is not declared"
            yield Remark(Named("concept", concept).at(), message)


def _idle_share(subject: Subject) -> Iterator[Remark]:
    for concept in subject.taxonomy.concepts:
        if concept.variant == "share" and concept.variant_of and not subject.axes_of(concept.variant_of):
            message = (
                f"the share of {concept.variant_of} is of a part that members name, but it carries no axis"
            )
            yield Remark(Named("concept", concept).at(), message)


def _growth_of_rate(subject: Subject) -> Iterator[Remark]:
    known = subject.taxonomy.concept_by_qname
    for concept in subject.taxonomy.concepts:
        base = known.get(concept.variant_of or "")
        if concept.variant == "growth" and base is not None and base.type == "percent":
            message = f"{concept.qname} is the growth of a rate; texts say its change, in percentage points"
            yield Remark(Named("concept", concept).at(), message)


def _unknown(subject: Subject) -> Iterator[Remark]:
    taxonomy = subject.taxonomy
    known: dict[str, Container[str]] = {
        "concept": taxonomy.concept_by_qname, "axis": taxonomy.axis_by_qname, "member": taxonomy.member_by_qname
    }  # fmt: skip
    for number, item in enumerate(taxonomy.relations):
        for kind, name in dict.fromkeys(named_in(item)):
            if name not in known[kind]:
                path = ("over",) if kind == "axis" and isinstance(item, PartsOfWhole) else ()
                message = (
                    f"a relation is {'over' if path else 'about'} {name}, which the taxonomy does not declare"
                )
                yield Remark(_at(number, *path), message)


def _parts_without_axis(subject: Subject) -> Iterator[Remark]:
    for number, item in enumerate(subject.taxonomy.relations):
        is_known = item.concept in subject.taxonomy.concept_by_qname
        if isinstance(item, PartsOfWhole) and is_known and item.over not in subject.axes_of(item.concept):
            message = f"{item.concept} never carries {local(item.over)}, so it has no parts over it"
            yield Remark(_at(number, "over"), message)
        for term in terms_of(item):
            carried = (
                subject.axes_of(term.concept) if term.concept in subject.taxonomy.concept_by_qname else None
            )
            for axis, _ in term.members:
                if carried is not None and axis not in carried:
                    message = f"{term.concept} never carries {local(axis)}, so nothing is its part there"
                    yield Remark(_at(number), message)


def _parts_of_rate(subject: Subject) -> Iterator[Remark]:
    for number, item in enumerate(subject.taxonomy.relations):
        concept = subject.taxonomy.concept_by_qname.get(item.concept)
        is_rate = concept is not None and concept.type == "percent" and concept.variant != "share"
        if isinstance(item, PartsOfWhole) and is_rate:
            yield Remark(
                _at(number), f"{item.concept} is a rate: the rates of parts do not add up to the whole's"
            )


def _bounds_in_percent(subject: Subject) -> Iterator[Remark]:
    for number, item in enumerate(subject.taxonomy.relations):
        concept = subject.taxonomy.concept_by_qname.get(item.concept)
        if not isinstance(item, Between) or concept is None or concept.type != "percent":
            continue
        for key, bound in (("low", item.low), ("high", item.high)):
            if bound is not None and abs(bound) > _LARGEST_SHARE:
                message = f"the bound {bound} of {item.concept} is {bound * 100}%: 8.3% is 0.083"
                yield Remark(_at(number, key), message)


def _same_bounds(subject: Subject) -> Iterator[Remark]:
    for number, item in enumerate(subject.taxonomy.relations):
        if (
            isinstance(item, Between)
            and item.low is not None
            and item.high is not None
            and item.low >= item.high
        ):
            message = f"{item.concept} lies between {item.low} and {item.high}, which leaves it no room"
            yield Remark(_at(number, "low"), message)


RULES: Final = (
    Rule(
        "TW-V001", "error", "Variant without its concept",
        "A change, growth or share is one of something; without it no proof holds the two together.",
        OWN,
        "Declare the concept, or make the variant a concept of its own.",
        _baseless,
    ),
    Rule(
        "TW-V002", "warning", "Share without an axis",
        "A share is the part that members name; a concept without axes has no parts.",
        OWN,
        "Put the concept into a hypercube with axes, or remove the variant.",
        _idle_share,
    ),
    Rule(
        "TW-V003", "advice", "Growth of a rate",
        "From 2% to 3% is one percentage point to every reader, and 50% growth to none.",
        OWN,
        "Ask for the change instead.",
        _growth_of_rate,
    ),
    Rule(
        "TW-V004", "error", "Relation to something unknown",
        "It leads nowhere, and no proof is made.",
        OWN,
        "Declare the concept or axis, or correct its name.",
        _unknown,
    ),
    Rule(
        "TW-V005", "warning", "Parts over an axis that the concept never carries",
        "There are no parts to compare with the whole.",
        OWN,
        "Add the axis to a hypercube of the concept, or remove the relation.",
        _parts_without_axis,
    ),
    Rule(
        "TW-V006", "warning", "Parts of a rate",
        "Rates of parts are averages, not parts: they exceed the whole's in every other report.",
        OWN,
        "Remove the relation; bounds can be said with between.",
        _parts_of_rate,
    ),
    Rule(
        "TW-V007", "warning", "Bound of a rate in percent",
        "Percentages are reported as fractions of one, so the bound never catches anything.",
        "Data Type Registry, percentItemType",
        "Divide the bound by 100.",
        _bounds_in_percent,
    ),
    Rule(
        "TW-V008", "warning", "Bounds without room",
        "Every value but one, or every value, is then an error.",
        OWN,
        "Correct the bounds.",
        _same_bounds,
    ),
)  # fmt: skip
