"""The units that a table's cell may have: of its headings, with what a caption does not speak for."""

from __future__ import annotations

from tagger.document import Document
from tagger.figures.find import Figure
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.cell_words import RATES, Said
from tagger.tables.columns import Column
from tagger.tables.headings import HeadingReader
from tagger.tables.units import TableUnit, take_unit, units_said
from tagger.words.prose import Prose

_UNSCALED = frozenset(("per_share", "shares", "decimal", "ratio", "percent"))


_STATEMENT = 120
"""How long a paragraph may be that says in what the amounts of a whole document are."""


def units_throughout(
    document: Document, prose: Prose, reader: HeadingReader
) -> tuple[tuple[int, tuple[TableUnit, ...]], ...]:
    """Return the units of money that paragraphs give for all that follows, with where each begins to hold."""
    found: list[tuple[int, tuple[TableUnit, ...]]] = []
    for block, (start, end) in zip(document.blocks, prose.lines, strict=True):
        is_prose = block.kind in ("paragraph", "heading") and end - start <= _STATEMENT
        if is_prose and reader.words.throughout.search(prose.text, start, end):
            units = units_said(prose.text, start, end, reader.words, reader.language).units
            if any(unit.kind == "money" for unit in units):
                found.append((start, units))
    return tuple(found)


def units_for(
    said: Said,
    column: Column,
    before: tuple[TableUnit, ...],
    reader: HeadingReader,
    index: TaxonomyIndex,
) -> tuple[TableUnit, ...]:
    """Return the units that a cell may have; an amount a share has no scale, a number of shares no currency.

    What a caption says of a table of amounts does not hold for these, unless row or column say it. before: the units
    of the table right before, which hold where this one says none.
    """
    concepts = index.taxonomy.concept_by_qname
    types = {concepts[item.target].type for h in said.rows for item in h.named if not item.axis}
    units = said.units(column)
    if units == (TableUnit(),):
        units = before
    if any(h.units.units for h in (*said.rows, *said.columns)):
        return units
    if types == {"per_share"} or any(map(reader.is_per_unit, said.rows)):
        return tuple(dict.fromkeys(TableUnit(0, unit.kind, unit.currency) for unit in units))
    if not types or not types <= _UNSCALED:
        return units
    return tuple(unit for unit in units if unit.kind in RATES) or (TableUnit(),)


def give_unit(figure: Figure, bare: Figure, unit: TableUnit, said: Said, kind: str) -> None:
    """Give the figure, which is printed as `bare`, a unit of its headings."""
    if bare is not figure:
        figure.kind, figure.scale, figure.currency = bare.kind, bare.scale, bare.currency
        figure.unit_word = bare.unit_word
    without = not figure.kind
    take_unit(figure, unit)
    of_a_rate = any(u.kind == "percent" for h in said.rows if not h.kind for u in h.units.units)
    if kind == "change" and of_a_rate and without and figure.kind == "percent":
        figure.kind = "percentage_points"  # what a ratio has changed by
