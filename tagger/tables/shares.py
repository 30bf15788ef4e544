"""The unit of a column of shares that gives none: 佔總額百分比, among amounts in millions."""

from __future__ import annotations

from tagger.figures.figure import Figure
from tagger.tables.cell_words import Said
from tagger.tables.columns import Column
from tagger.tables.units import TableUnit


def units_of_share(
    units: tuple[TableUnit, ...], figure: Figure, said: Said, column: Column
) -> tuple[TableUnit, ...]:
    """Return the units of a cell, per cent before others in a column of shares that says none: 35.47, among amounts."""
    if column.kind != "share" or figure.kind or said.of_column() or figure.number > _ALL:
        return units
    return (TableUnit(0, "percent", ""), *units)


_ALL = 100
