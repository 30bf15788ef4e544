"""The rows of relations: one each, but for sums and ratios, which have one a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from taxonomy.relation import Between, PartsOfWhole, RatioOf, Relation, SumOf, Term
from taxonomy.source_keys import RATIO_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

_RELATIONS: Final = ("parts_of_whole", "between", "sum_of", "ratio_of")
Row = dict[str, str]
Plain = Any  # text, or lists and mappings of it


def relation_rows(item: dict[str, Plain], number: str) -> Iterator[Row]:
    """Yield the rows of a relation as a source says it. number: tells sums apart."""
    kind = next(kind for kind in _RELATIONS if kind in item)
    start = {"relation": kind, "concept": item[kind]}
    if kind == "sum_of":
        for part in item["parts"]:
            yield {**start, "sum": number, **_term_cells(part)}
    elif kind == "ratio_of":
        for end in RATIO_OF.required[1:]:
            yield {**start, "end": end, **_term_cells(item[end])}
    else:
        yield {**start, **{key: value for key, value in item.items() if key != kind}}


def by_qname(relation: Relation) -> dict[str, Plain]:
    """Return a relation as a source would say it by QNames."""
    match relation:
        case PartsOfWhole():
            complete = "true" if relation.complete else "false"
            return {"parts_of_whole": relation.concept, "over": relation.over, "complete": complete}
        case Between():
            bounds = (("low", relation.low), ("high", relation.high))
            return {"between": relation.concept, **{key: str(end) for key, end in bounds if end is not None}}
        case SumOf():
            return {"sum_of": relation.concept, "parts": [_term(part) for part in relation.parts]}
        case RatioOf():
            ends = {"numerator": _term(relation.numerator), "denominator": _term(relation.denominator)}
            return {"ratio_of": relation.concept, **ends}


def _term(term: Term) -> Plain:
    return {
        "concept": term.concept,
        "members": dict(term.members),
        "weight": "" if term.weight == 1 else str(term.weight),
    }


def _term_cells(term: Plain) -> Row:
    if isinstance(term, str):
        return {"part": term}
    members = ", ".join(f"{axis}={member}" for axis, member in term.get("members", {}).items())
    return {"part": term["concept"], "weight": term.get("weight", ""), "members": members}
