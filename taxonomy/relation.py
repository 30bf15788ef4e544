"""Relations between figures that a taxonomy states beyond calculations, for proofs and formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PartsOfWhole:
    """The parts that members of `over` name never exceed the whole; if complete they sum to it."""

    concept: str
    over: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Every value of the concept lies between low and high, both included; None is no bound."""

    concept: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Term:
    """A fact that a sum or a ratio is made of, beside a fact that has no member of the axes it names.

    members: (axis, member), each axis once, in the order of the source.
    """

    concept: str
    members: tuple[tuple[str, str], ...] = ()
    weight: int = 1


@dataclass(frozen=True, slots=True)
class SumOf:
    """A fact of the concept is the sum of the parts, which may be of other concepts and of members."""

    concept: str
    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class RatioOf:
    """A fact of the concept is the numerator over the denominator, of the same period and all other axes."""

    concept: str
    numerator: Term
    denominator: Term


Relation = PartsOfWhole | Between | SumOf | RatioOf


def terms_of(relation: Relation) -> tuple[Term, ...]:
    """Return the terms of a sum or ratio: the numerator before the denominator; of other relations none."""
    match relation:
        case SumOf():
            return relation.parts
        case RatioOf():
            return (relation.numerator, relation.denominator)
        case _:
            return ()


def axes_of_terms(relation: Relation) -> tuple[str, ...]:
    """Return the axes that the terms of a relation name, each once."""
    return tuple(dict.fromkeys(axis for term in terms_of(relation) for axis, _ in term.members))


def named_in(relation: Relation) -> Iterator[tuple[str, str]]:
    """Yield (kind, QName) of every concept, axis and member that a relation speaks of."""
    yield "concept", relation.concept
    if isinstance(relation, PartsOfWhole):
        yield "axis", relation.over
    for term in terms_of(relation):
        yield "concept", term.concept
        for axis, member in term.members:
            yield "axis", axis
            yield "member", member
