"""Columns of shares: the unit of one that gives none (佔總額百分比, among amounts in millions), and rates called otherwise.

The share of non-performing loans beside their amount is what a taxonomy calls the non-performing loan ratio.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.figures.figure import Figure
from tagger.links.candidates import Candidate
from tagger.links.decided import Decided
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.cell_words import Row, Said
from tagger.tables.columns import Column
from tagger.tables.headings import concepts_of
from tagger.tables.units import TableUnit
from tagger.words.language import Language


def units_of_share(
    units: tuple[TableUnit, ...], figure: Figure, said: Said, column: Column
) -> tuple[TableUnit, ...]:
    """Return the units of a cell, per cent before others in a column of shares that says none: 35.47, among amounts."""
    if column.kind != "share" or figure.kind or said.of_column() or figure.number > _ALL:
        return units
    return (TableUnit(0, "percent", ""), *units)


_ALL = 100


def of_wholes(item: Decided, wholes: set[str]) -> Decided | None:
    """Return the decision on a cell read as a share, None where it is one of something else."""
    return item if item.best and item.best.base_concept in wholes else None


def wholes_of_titles(figure: Figure, kind: str, row: Row, index: TaxonomyIndex) -> set[str]:
    """Return what titles say that parts make up, of which per cents beside them are shares: 營業收入構成, in %.

    What is itself a rate is only parted so: 不良貸款率分布. Nor is anything a whole that a title says more of.
    """
    parted = (
        kind == "level"
        and figure.kind == "percent"
        and any(t.meanings.members for h in row.rows for t in h.tokens)
    )
    said = [title for title in row.captions if title.has_term] if parted else []
    if any(title.holes or title.kind not in ("", "share") for title in said):
        return set()
    wholes = set(concepts_of(title for title in said if title.parts or title.kind == "share"))
    concepts = index.taxonomy.concept_by_qname
    return wholes if all(concepts[whole].type in _OF_PARTS for whole in wholes) else set()


_OF_PARTS = frozenset(("monetary", "count", "decimal"))
"""The types of what parts add up to."""


def with_rates(
    candidates: list[Candidate], claim: Claim, column: Column, index: TaxonomyIndex, language: Language
) -> list[Candidate]:
    """Return candidates, shares that no concept is, or of all, as the one rate called by the thing: 不良貸款, 不良貸款率.

    It pays for its whole, which nothing says, and not for a share of all. Not where the column says of what whole.
    """
    endings = language.tables.get("ratio_endings", ())
    if column.kind != "share" or column.whole or not endings:
        return candidates
    return [_as_rate(candidate, claim, index, endings) for candidate in candidates]


def _as_rate(candidate: Candidate, claim: Claim, index: TaxonomyIndex, endings: tuple[str, ...]) -> Candidate:
    if (
        claim.figure.number == _ALL
        or candidate.kind != "share"
        or (candidate.dimensions and index.variant(candidate.concept, "share"))
    ):
        return candidate
    rates = list(_rates_of(candidate.concept, index, endings))
    if len(rates) != 1 or not index.permits(rates[0], frozenset(axis for axis, _ in candidate.dimensions)):
        return candidate
    of_all = 0.0 if candidate.dimensions else PRICE["share_of_all"]
    if "total" in claim.marks and not any(token.meanings.members for token in claim.left):
        of_all += PRICE["joint"]
    price = max(candidate.price - of_all, 0.0) + PRICE["whole_unsaid"]
    return replace(candidate, concept=rates[0], kind="level", price=price)


def _rates_of(concept: str, index: TaxonomyIndex, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the rates that are called as a thing with one of the endings behind it: the non-performing loan ratio."""
    parts = index.named_parts
    own = {name.removesuffix("s") for name in parts.names.get(concept, ())}
    called = {f"{name} {end}" if name.isascii() else f"{name}{end}" for name in own for end in endings}
    return (rate for rate in sorted(parts.rates) if not called.isdisjoint(parts.names[rate]))
