"""What holds in every report of a taxonomy: the proofs that figures can be held to, whoever wrote them.

The same list is compiled into XBRL formula assertions (`taxonomy.compile.formula`) and proven by the tagger
(`tagger.proofs.prove`), so that both speak of the same facts. Numbers agree where their rounding intervals meet.

Spec: Formula 1.0; Calculations 1.1 section 3 (intervals of rounded values).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from taxonomy.relation import Between, PartsOfWhole, RatioOf, SumOf, Term, axes_of_terms, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.model import Axis, Concept, PeriodType, Taxonomy, Variant
    from taxonomy.relation import Relation

_CHANGING: Final[tuple[Variant, ...]] = ("change", "growth")
AssertionKind = Literal[
    "difference", "growth", "growth_of_levels", "between", "part", "total", "sum", "ratio"
]
"""
difference        the level less the level before is the change
growth            the change, over the level less the change, is the growth
growth_of_levels  where no change is reported: the level less the level before, over the latter, is the growth
between           the value lies within bounds
part              a part does not exceed the whole
total             the parts, where all are reported, add up to the whole
sum               the parts, of other concepts or members, where all are reported, add up to the whole
ratio             the value is the numerator over the denominator
"""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that holds of each of some concepts; names are QNames.

    One assertion for all concepts, not one for each: a processor reads, compiles and starts each on its own.
    id: the kind and what tells it from others of the kind, such as "growth.instant" or "part.GeographyAxis".
    concepts: the levels, the values or the wholes that it is said of. changes, growths: of each concept, in the
    same order, empty where it has none. over, default, members: the axis of the parts, its default, which means
    the whole, and the members that make the whole. terms: of a sum, the total and its parts; of a ratio, it, its
    numerator and its denominator; each with a member, or the default, of every axis that one of them names.
    """

    id: str
    kind: AssertionKind
    concepts: tuple[str, ...]
    period_type: PeriodType = "duration"
    changes: tuple[str, ...] = ()
    growths: tuple[str, ...] = ()
    over: str = ""
    default: str = ""
    members: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    terms: tuple[Term, ...] = ()


def assertions_of(taxonomy: Taxonomy) -> tuple[Assertion, ...]:
    """Return everything that holds: over time, within bounds, and of parts and wholes."""
    found = [*_over_time(taxonomy)]
    bounded: dict[tuple[Decimal | None, Decimal | None], list[str]] = {}
    for bounds in bounds_of(taxonomy):
        bounded.setdefault((bounds.low, bounds.high), []).append(bounds.concept)
    for (low, high), concepts in bounded.items():
        ends = (("from", low), ("to", high))
        name = "".join(f".{word}.{end:f}" for word, end in ends if end is not None)
        found.append(Assertion(f"between{name}", "between", tuple(concepts), low=low, high=high))
    parts = [relation for relation in taxonomy.relations if isinstance(relation, PartsOfWhole)]
    for over in dict.fromkeys(relation.over for relation in parts):
        axis = taxonomy.axis_by_qname[over]
        members = whole_members(axis)
        of = [relation for relation in parts if relation.over == over]
        wholes = tuple(relation.concept for relation in of)
        found.append(Assertion(f"part.{_local(over)}", "part", wholes, over=over, default=axis.default))
        totals = tuple(relation.concept for relation in of if relation.complete)
        if totals and members:
            found.append(
                Assertion(
                    f"total.{_local(over)}", "total", totals, over=over, default=axis.default, members=members
                )
            )
    return (*found, *_of_terms(taxonomy))


def _of_terms(taxonomy: Taxonomy) -> Iterator[Assertion]:
    """Yield what holds of sums and ratios, each by itself: their parts are other ones."""
    taken: Counter[str] = Counter()
    for relation in taxonomy.relations:
        if isinstance(relation, SumOf | RatioOf):
            kind: AssertionKind = "sum" if isinstance(relation, SumOf) else "ratio"
            name = f"{kind}.{_local(relation.concept)}"
            taken[name] += 1
            number = f".{taken[name]}" if taken[name] > 1 else ""
            terms = whole_terms(relation, taxonomy)
            yield Assertion(f"{name}{number}", kind, (relation.concept,), terms=terms)


def whole_terms(relation: Relation, taxonomy: Taxonomy) -> tuple[Term, ...]:
    """Return the fact that a sum or ratio is said of and its terms, each with all axes of the relation.

    Where a term names no member of an axis it has the default, which a fact without the axis means.
    """
    axes = [(axis, taxonomy.axis_by_qname[axis].default) for axis in axes_of_terms(relation)]
    return tuple(
        replace(term, members=tuple((axis, dict(term.members).get(axis, default)) for axis, default in axes))
        for term in (Term(relation.concept), *terms_of(relation))
    )


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
    # Where somebody else's processor read the tree, what stands right under the axis stands under its default.
    above = {None, axis.default}
    top = [member for member in axis.members if member.parent in above and member.qname != axis.default]
    return tuple(member.qname for member in top) if all(member.usable for member in top) else ()


def _over_time(taxonomy: Taxonomy) -> Iterator[Assertion]:
    """Yield what holds of levels and their changes and growths, for levels on a day and those over a period."""
    kinds: tuple[AssertionKind, ...] = ("difference", "growth", "growth_of_levels")
    periods: tuple[PeriodType, ...] = ("instant", "duration")
    varied = tuple(_with_variants(taxonomy))
    for kind in kinds:
        for period in periods:
            levels = [
                (concept.qname, change, growth)
                for concept, change, growth in varied
                if concept.period_type == period
                and (change or kind == "growth_of_levels")
                and (growth or kind == "difference")
            ]
            if levels:
                concepts, changes, growths = zip(*levels, strict=True)
                yield Assertion(f"{kind}.{period}", kind, concepts, period, changes, growths)


def _with_variants(taxonomy: Taxonomy) -> Iterator[tuple[Concept, str, str]]:
    """Yield each concept that has a change or growth, with their QNames, empty for the one it has not."""
    of = taxonomy.variants
    for concept in taxonomy.concepts:
        if concept.qname in taxonomy.variants_of and concept.variant in (None, "share"):
            change, growth = (of.get((concept.qname, kind), "") for kind in _CHANGING)
            if change or growth:
                yield concept, change, growth


def _local(qname: str) -> str:
    return qname.partition(":")[2]
