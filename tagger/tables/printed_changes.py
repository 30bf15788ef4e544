"""The units of changes in tables that print none, or a per cent sign for points: told by the values beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from tagger.document import Document
from tagger.figures.figure import RATES, Figure
from tagger.readers.values import printed_number
from tagger.tables.cell_units import first_of_row
from tagger.tables.columns import Column
from tagger.tables.units import TableUnit

_COMPARED = 8
"""How many values of a row, its change among them, are looked at."""
_PER_CENT = (TableUnit(0, "percent", None, "%"),)
_POINTS = (TableUnit(0, "percentage_points"),)


@dataclass(slots=True)
class Changes:
    """The changes of a table that print no unit, and have decimals. first: the table's first block.

    in_per_cent: the columns where a per cent sign makes a growth of some amount, once asked for. A row that begins with
    a per cent is of a ratio, whose change tells nothing about the others.
    """

    document: Document
    first: int
    in_per_cent: frozenset[int] | None = None

    def units(
        self, number: int, column: Column, figure: Figure, units: tuple[TableUnit, ...], *, of_column: bool
    ) -> tuple[TableUnit, ...]:
        """Return the units of the change that is block `number`, from those that its headings give.

        It is per cent where others of its column print that (2.2 %, 3.9); where the caption gives amounts and per cent,
        rather that if the amount that its row begins with has no decimals. A per cent that is printed beside a rate is
        of the points that it changed by, where it is these. of_column: its column's heading gives them.
        """
        if column.told == "points":
            figure.kind = "percentage_points" if figure.kind in ("", "percent") else figure.kind
            return _POINTS
        if figure.kind or of_column:
            if figure.kind == "percent" and self._is_of_rates(number) and self._is_difference(number):
                figure.kind = "percentage_points"
            return units
        if column.told or not figure.places:
            return _PER_CENT if column.told == "growth" else units
        if self.in_per_cent is None:
            self.in_per_cent = frozenset(self._in_per_cent())
        cell = self.document.blocks[number].cell
        if cell and cell.column in self.in_per_cent:
            return units if self._is_difference(number) else _PER_CENT
        if len(units) > 1 and self._begins_whole(number):
            return tuple(sorted(units, key=lambda unit: unit.kind not in RATES))
        return units

    def _is_of_rates(self, number: int) -> bool:
        """Return whether the first value in the row of block `number` prints a per cent sign."""
        row = self.document.blocks[first_of_row(self.document, number) : number]
        level = next((block for block in row if block.cell and not block.cell.heading), None)
        return level is not None and self.document.text[level.end - 1] in "%％"

    def _in_per_cent(self) -> Iterator[int]:
        table = self.document.blocks[self.first].cell
        row, of_amounts = 0, False
        for block in islice(self.document.blocks, self.first, None):
            if block.cell is None or table is None or block.cell.table != table.table:
                break
            if block.cell.heading:
                continue
            is_rate = self.document.text[block.end - 1] in "%％"
            if block.cell.row != row:
                row, of_amounts = block.cell.row, not is_rate
            elif is_rate and of_amounts:
                yield block.cell.column

    def _is_difference(self, number: int) -> bool:
        """Return whether two values of the row of block `number` differ by its own: 0.56, 0.63, -0.07 among growths."""
        row = self.document.blocks[first_of_row(self.document, number) : number + 1]
        printed = [
            printed_number(self.document.text[block.start : block.end])
            for block in row[-_COMPARED:]
            if block.cell and not block.cell.heading
        ]
        *levels, change = printed or [None]
        known = [level for level in levels if level is not None]
        return change is not None and any(
            abs(one - other - change[0]) <= half + of_other + change[1]
            for (one, half), (other, of_other) in pairwise(known)
        )

    def _begins_whole(self, number: int) -> bool:
        """Return whether the first value in the row of block `number` has no decimals."""
        row = self.document.blocks[first_of_row(self.document, number) : number + 1]
        first = next((block for block in row if block.cell and not block.cell.heading), row[-1])
        return "." not in self.document.text[first.start : first.end]
