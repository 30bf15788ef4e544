"""The unit that others have: of money in all tables of a document, of rates in the rows beside; one that says none has it too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tagger.tables.columns import Column
from tagger.tables.headings import Heading
from tagger.tables.units import TableUnit

_LEAST_COLUMNS = 6


@dataclass(slots=True)
class Agreed:
    """The units of money that the columns of a document have so far, each with where the headings begin that give it.

    rates: the unit of rates that rows of the table say by their names: Net interest margin (%).
    """

    columns: dict[TableUnit, set[int]] = field(default_factory=dict)
    rates: tuple[TableUnit, ...] = (TableUnit(),)

    def note_rows(self, rows: Iterable[Heading]) -> None:
        """Note whether the names of a table's rows give the unit of rates."""
        said = any(unit.kind == "percent" for row in rows for unit in row.units.units)
        self.rates = (TableUnit(0, "percent", "") if said else TableUnit(),)

    def note(self, units: tuple[TableUnit, ...], column: Column) -> None:
        """Note the units that a column's headings give, or what stands over its table."""
        for unit in units:
            if unit.kind == "money" and column.headings:
                self.columns.setdefault(unit, set()).add(column.headings[0].start)

    def units(self) -> tuple[TableUnit, ...]:
        """Return the units of a table that says none: none, or that of all amounts before where many columns agree."""
        if len(self.columns) == 1:
            unit, columns = next(iter(self.columns.items()))
            if len(columns) >= _LEAST_COLUMNS:
                return TableUnit(), unit
        return (TableUnit(),)
