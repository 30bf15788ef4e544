"""What holds in every report of a taxonomy: the proofs that figures can be held to, whoever wrote them.

The same list is compiled into XBRL formula assertions (`taxonomy.compile.formula`) and proven by the tagger
(`tagger.proofs.prove`), so that both speak of the same facts. Numbers agree where their rounding intervals meet.

Spec: Formula 1.0; Calculations 1.1 section 3 (intervals of rounded values).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from taxonomy.model import Between, PartsOfWhole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.model import Axis, Concept, PeriodType, Taxonomy

AssertionKind = Literal["difference", "growth", "growth_of_levels", "between", "part", "total"]
"""
difference        the level less the level before is the change
growth            the change, over the level less the change, is the growth
growth_of_levels  where no change is reported: the level less the level before, over the latter, is the growth
between           the value lies within bounds
part              a part does not exceed the whole
total             the parts, where all are reported, add up to the whole
"""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that holds; names are QNames.

    id: the kind and the local names it is about, such as "growth.DepositsFromCustomers" or "part.GeographyAxis".
    concepts: the level, the values or the wholes that it is said of. over, default, members: the axis of the
    parts, its default, which means the whole, and the members that make the whole.
    """

    id: str
    kind: AssertionKind
    concepts: tuple[str, ...]
    period_type: PeriodType = "duration"
    change: str = ""
    growth: str = ""
    over: str = ""
    default: str = ""
    members: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None


def assertions_of(taxonomy: Taxonomy) -> tuple[Assertion, ...]:
    """Return everything that holds, in the order of the concepts and then of the relations."""
    found = [item for concept in taxonomy.concepts for item in _of_variants(taxonomy, concept)]
    bounded: dict[tuple[Decimal | None, Decimal | None], list[str]] = {}
    for bounds in bounds_of(taxonomy):
        bounded.setdefault((bounds.low, bounds.high), []).append(bounds.concept)
    for (low, high), concepts in bounded.items():
        ends = (("from", low), ("to", high))
        name = "".join(f".{word}.{end:f}" for word, end in ends if end is not None)
        found.append(Assertion(f"between{name}", "between", tuple(concepts), low=low, high=high))
    parts = [relation for relation in taxonomy.relations if isinstance(relation, PartsOfWhole)]
    for over in dict.fromkeys(relation.over for relation in parts):
        wholes = tuple(relation.concept for relation in parts if relation.over == over)
        default = taxonomy.axis_by_qname[over].default
        found.append(Assertion(f"part.{_local(over)}", "part", wholes, over=over, default=default))
    for relation in parts:
        axis = taxonomy.axis_by_qname[relation.over]
        members = whole_members(axis) if relation.complete else ()
        if members:
            name = f"total.{_local(relation.concept)}.{_local(relation.over)}"
            about = (relation.concept,)
            found.append(
                Assertion(name, "total", about, over=axis.qname, default=axis.default, members=members)
            )
    return tuple(found)


def bounds_of(taxonomy: Taxonomy) -> tuple[Between, ...]:
    """Return the bounds that the taxonomy states, and that a count of what is there at one moment is not negative.

    A count over a period may be the net of what came and went: of those the source must say it.
    """
    stated = tuple(relation for relation in taxonomy.relations if isinstance(relation, Between))
    said = {relation.concept for relation in stated}
    implied = (
        Between(concept.qname, Decimal(0), None)
        for concept in taxonomy.concepts
        if concept.type == "count" and concept.period_type == "instant" and concept.variant is None
    )
    return (*stated, *(bounds for bounds in implied if bounds.concept not in said))


def whole_members(axis: Axis) -> tuple[str, ...]:
    """Return the members right under the axis, which make the whole; none where one of them cannot be reported."""
    top = [member for member in axis.members if member.parent is None and member.qname != axis.default]
    return tuple(member.qname for member in top) if all(member.usable for member in top) else ()


def _of_variants(taxonomy: Taxonomy, concept: Concept) -> Iterator[Assertion]:
    if concept.variant not in (None, "share"):
        return
    change = taxonomy.variants.get((concept.qname, "change"), "")
    growth = taxonomy.variants.get((concept.qname, "growth"), "")
    name, period_type = _local(concept.qname), concept.period_type
    if change:
        yield Assertion(f"difference.{name}", "difference", (concept.qname,), period_type, change)
    if change and growth:
        yield Assertion(f"growth.{name}", "growth", (concept.qname,), period_type, change, growth)
    if growth:
        kind: AssertionKind = "growth_of_levels"
        yield Assertion(f"{kind}.{name}", kind, (concept.qname,), period_type, change, growth)


def _local(qname: str) -> str:
    return qname.partition(":")[2]
