"""The unit that others have: of money in all tables of a document, of rates in the rows beside; one that says none has it too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tagger.document import Cell, Document, Span
from tagger.tables.columns import Column
from tagger.tables.headings import Heading
from tagger.tables.units import TableUnit
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import every_language

_LEAST_COLUMNS = 6
_LONGEST = 24


@dataclass(slots=True)
class Agreed:
    """The units of money that the columns of a document have so far, each with where the headings begin that give it.

    rates: the unit of rates that rows of the table say by their names (Net interest margin (%)), or print beside the value.
    each: that of amounts a share, whose currency other amounts print: $0.79 above 0.82.
    own: the units of money that columns of the table at hand have so far.
    by_points: points may group digits in the table: 1.812 beside 172, and no other number with a point or a comma.
    """

    columns: dict[TableUnit, set[int]] = field(default_factory=dict)
    rates: tuple[TableUnit, ...] = (TableUnit(),)
    each: tuple[TableUnit, ...] = (TableUnit(),)
    by_points: bool = False
    own: set[TableUnit] = field(default_factory=set)

    def note_rows(
        self, rows: Iterable[Heading], document: Document, cells: range, is_level: Callable[[Cell], bool]
    ) -> None:
        """Note whether the names of a table's rows, or values in its columns of levels, give the unit of rates."""
        printed = list(_printed(document, cells, is_level))
        said = any(unit.kind == "percent" for row in rows for unit in row.units.units)
        said = said or any(value[-1] in "%％" for value in printed) or _in_points(document, cells)
        self.rates = (TableUnit(0, "percent", "") if said else TableUnit(),)
        money = any(value[0] in "$£€¥" for value in printed)
        self.each = (TableUnit(0, "money", "") if money else TableUnit(),)
        self.by_points = _may_group_by_points(document, cells)
        self.own.clear()

    def note(self, units: tuple[TableUnit, ...], column: Column) -> None:
        """Note the units that a column's headings give, or what stands over its table."""
        for unit in units:
            if unit.kind == "money" and column.headings:
                self.columns.setdefault(unit, set()).add(column.headings[0].start)
                if any(unit in heading.units.units for heading in column.headings):
                    self.own.add(unit)

    def units(self) -> tuple[TableUnit, ...]:
        """Return the units of a table that says none: none, or that of all amounts before where many columns agree.

        Of a part of a table that has heads of its own, that of the parts before.
        """
        if len(self.own) == 1:
            return TableUnit(), next(iter(self.own))
        if len(self.columns) == 1:
            unit, columns = next(iter(self.columns.items()))
            if len(columns) >= _LEAST_COLUMNS:
                return TableUnit(), unit
        return (TableUnit(),)


_NUMBER = re.compile(r"[(（\-–−]?(?P<digits>[0-9][0-9.,]*)[)）]?\Z")
_BY_POINTS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_LEAST_BY_POINTS = 2


def _may_group_by_points(document: Document, cells: range) -> bool:
    """Return whether all numbers of a table with a point have three digits behind it, beside others of three digits or fewer."""
    grouped = whole = 0
    for block in document.blocks[cells.start : cells.stop]:
        if block.cell is None or block.cell.heading or block.end - block.start > _LONGEST:
            continue
        found = _NUMBER.match(document.text[block.start : block.end])
        if found is None:
            continue
        digits = found["digits"]
        if _BY_POINTS.match(digits):
            grouped += 1
        elif not digits.isdecimal() or len(digits) > _DIGITS_OF_A_GROUP:
            return False
        else:
            whole += len(digits) == _DIGITS_OF_A_GROUP
    return grouped >= _LEAST_BY_POINTS and whole > 0


_DIGITS_OF_A_GROUP = 3


@cache
def _points() -> re.Pattern[str]:
    """Return the pattern of a number of points, which only rates move by, in all languages there are: (1.9) pts, 7 bps."""
    kinds = ("percentage_points", "basis_points")
    words = {word for language in every_language() for word, kind in language.units.items() if kind in kinds}
    return re.compile(rf"[^a-z]*[0-9][)]?\s?(?:{alternation(words)})[)]?\Z")


def _in_points(document: Document, cells: range) -> bool:
    """Return whether a cell of a table prints by how many points something has moved: rates beside it are in per cent."""
    return any(
        block.cell is not None
        and not block.cell.heading
        and block.end - block.start <= _LONGEST
        and not document.text[block.end - 1].isdecimal()
        and _points().match(fold(document.text[block.start : block.end])) is not None
        for block in document.blocks[cells.start : cells.stop]
    )


def _printed(document: Document, cells: range, is_level: Callable[[Cell], bool]) -> Iterator[str]:
    """Yield what cells of columns of levels print that begins with a currency or ends in a per cent sign."""
    levels: dict[tuple[Span, ...], bool] = {}
    for block in document.blocks[cells.start : cells.stop]:
        cell = block.cell
        if cell is None or cell.heading or not cell.column_headings:
            continue
        said = document.text[block.start : block.end].strip("() ")
        if not said or not (said[-1] in "%％" or said[0] in "$£€¥"):
            continue
        if cell.column_headings not in levels:
            levels[cell.column_headings] = is_level(cell)
        if levels[cell.column_headings]:
            yield said
