"""Rules on enumerations and headings: values that can be chosen, headings that stand above something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from taxonomy.item_types import is_enumeration
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject


def _without_domain(subject: Subject) -> Iterator[Remark]:
    domains = subject.taxonomy.domain_by_qname
    for named, concept in subject.reported:
        if is_enumeration(concept.type) and concept.domain not in domains:
            said = f"the domain {concept.domain}, which is not declared" if concept.domain else "no domain"
            yield Remark(named.at("domain"), f"the enumeration {named.qname} has {said}")


def _unused_domain(subject: Subject) -> Iterator[Remark]:
    used = {concept.domain for concept in subject.taxonomy.concepts}
    for domain in subject.taxonomy.domains:
        if domain.qname not in used:
            yield Remark(Named("domain", domain).at(), f"no enumeration has the domain {domain.qname}")


def _no_choice(subject: Subject) -> Iterator[Remark]:
    for domain in subject.taxonomy.domains:
        usable = sum(member.usable for member in domain.members) + domain.head_usable
        if usable < 2:  # noqa: PLR2004 - a choice is between two
            many = "one value" if usable else "no value"
            yield Remark(Named("domain", domain).at("members"), f"{domain.qname} has {many} to choose")


def _idle_heading(subject: Subject) -> Iterator[Remark]:
    """In sources only: in a DTS headings are tuples and the elements of hypercubes, too."""
    if subject.is_foreign:
        return
    shown: set[str] = set()
    for group in subject.taxonomy.groups:
        parents = set(group.parents())
        shown.update(name for index, name in enumerate(group.items) if index in parents)
    for heading in subject.taxonomy.headings:
        if heading.qname not in shown:
            message = f"the heading {heading.qname} stands above nothing in the presentation"
            yield Remark(Named("heading", heading).at(), message)


RULES: Final = (
    Rule(
        "TW-E001", "error", "Enumeration without a domain",
        "Nothing says which values a fact may have.",
        "Extensible Enumerations 2.0 (domain and linkrole of an enumeration)",
        "Name a domain with its members.",
        _without_domain,
    ),
    Rule(
        "TW-E002", "warning", "Domain that no enumeration has",
        "It is a leftover, or a concept forgot it.",
        "tagwright: what it has seen",
        "Use the domain, or remove it.",
        _unused_domain,
    ),
    Rule(
        "TW-E003", "warning", "Domain without a choice",
        "An enumeration of one value says nothing, and one of none cannot be reported.",
        "Extensible Enumerations 2.0 (domain and linkrole of an enumeration)",
        "Add members, or let the head be chosen.",
        _no_choice,
    ),
    Rule(
        "TW-E004", "warning", "Heading above nothing",
        "A reader finds a title and nothing under it.",
        "tagwright: what it has seen",
        "Put concepts under it in the presentation, or remove it.",
        _idle_heading,
    ),
)  # fmt: skip
