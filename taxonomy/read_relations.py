"""Relations from the arcs that say them: of a package of ours, and of what Arelle discovered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from taxonomy.compile.names import BETWEEN, DENOMINATOR, NUMERATOR, PARTS_OF_WHOLE, SUM_PART
from taxonomy.relation import Between, PartsOfWhole, RatioOf, Relation, SumOf, Term, named_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

RELATION_ARCROLES: Final = (PARTS_OF_WHOLE, BETWEEN, SUM_PART, NUMERATOR, DENOMINATOR)
_RATIO: Final = (NUMERATOR, DENOMINATOR)


@dataclass(frozen=True, slots=True)
class RelationArc:
    """An arc of a relation by QNames; said: what our own attributes on it say, by local name."""

    arcrole: str
    role: str
    source: str
    target: str
    said: Mapping[str, str]


def relations_in(arcs: Iterable[RelationArc]) -> Iterator[Relation]:
    """Yield the relations in the order of their first arcs.

    Raises: ValueError, KeyError, InvalidOperation where an arc does not say what it must.
    """
    for together in _together(arcs):
        yield _relation(together)


def readable_relations(
    arcs: Iterable[RelationArc], names: Mapping[str, Collection[str]]
) -> Iterator[Relation]:
    """Yield the relations of arcs that anybody may have written; what makes no sense is left out.

    names: what there is, by kind: "concept", "axis" and "member".
    """
    for together in _together(arcs):
        try:
            relation = _relation(together)
        except (ValueError, KeyError, InvalidOperation):
            continue
        if all(name in names[kind] for kind, name in named_in(relation)):
            yield relation


def _together(arcs: Iterable[RelationArc]) -> list[list[RelationArc]]:
    """Return the arcs by the relation that they say together."""
    found: dict[tuple[str, ...], list[RelationArc]] = {}
    for arc in arcs:
        if arc.arcrole in _RATIO:
            key: tuple[str, ...] = ("ratio", arc.role, arc.source)
        elif arc.arcrole == SUM_PART:
            key = ("sum", arc.role, arc.source, arc.said.get("sum", ""))
        else:
            key = (arc.arcrole, arc.role, arc.source, arc.target)
        found.setdefault(key, []).append(arc)
    return list(found.values())


def _relation(arcs: list[RelationArc]) -> Relation:
    first = arcs[0]
    by_arcrole = {arc.arcrole: arc for arc in arcs}
    if first.arcrole in _RATIO:
        return RatioOf(first.source, *(_term(by_arcrole[arcrole]) for arcrole in _RATIO))
    if first.arcrole == SUM_PART:
        return SumOf(first.source, tuple(map(_term, arcs)))
    if first.arcrole == PARTS_OF_WHOLE:
        return PartsOfWhole(first.source, first.target, first.said.get("complete") == "true")
    if first.arcrole == BETWEEN:
        low, high = (_bound(first.said.get(key)) for key in ("low", "high"))
        return Between(first.source, low, high)
    raise ValueError(f"unknown relation {first.arcrole}")


def _bound(text: str | None) -> Decimal | None:
    if text is None:
        return None
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(f"{text} is no bound")
    return number


def _term(arc: RelationArc) -> Term:
    said = (each.partition("=") for each in arc.said.get("members", "").split())
    weight = int(arc.said.get("weight", "1"))
    if weight == 0:
        raise ValueError("a part weighs nothing")
    return Term(arc.target, tuple((axis, member) for axis, _, member in said), weight)
