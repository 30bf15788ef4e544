"""The headings that hold for a table right below another: its own are missing, or name no year.

A statement is printed note by note, and only the first of a page says over its columns what time and unit they are of.
Values that stand in the same columns of the page stand under the same headings.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tagger.document import Block
from tagger.readers.grids import NAMES_YEAR, Heads, is_titled
from tagger.readers.text_lines import SENTENCE, SHORT, TextLine, TextTable
from tagger.readers.values import mentions_unit

_OFF = 3
"""How far apart the ends of values may be that stand in one column."""
_MOST_COLUMNS = 60
_LEAST = 2
"""Columns that must be the same where one beside them is not."""
_BETWEEN = 6
"""Lines that may stand between the tables: titles, a section, the first row's day."""


@dataclass(slots=True)
class CarriedHeads:
    """What the last table of aligned columns had over them."""

    table: TextTable | None = None
    heads: Heads = field(default_factory=dict)

    def over(self, table: TextTable, lines: list[TextLine]) -> Heads:
        """Return the headings that the table before has over the columns of a table; none where it stands too far off."""
        if self.table is None or not self.heads or not table.columns:
            return {}
        same = same_columns(self.table, table.first, table.columns, lines)
        return {column: self.heads[before] for column, before in same.items() if before in self.heads}

    def remember(self, table: TextTable, blocks: list[Block], text: str) -> None:
        """Keep what stands over the columns of a table, from its blocks; units that it gives for all of them are a part."""
        self.table, self.heads = table, {}
        cells = [block.cell for block in blocks if block.cell and block.cell.column_headings]
        if not cells:
            return
        units = [
            span
            for span in cells[0].captions
            if span[0] >= blocks[0].start
            and mentions_unit(text[slice(*span)])
            and not is_titled(text[slice(*span)])
        ]
        self.heads = {cell.column: (*cell.column_headings, *units) for cell in cells}


def same_columns(
    before: TextTable, first: int, columns: tuple[tuple[int, int], ...], lines: list[TextLine]
) -> dict[int, int]:
    """Return which columns (from 2) of the values below a line (`first`) are which of the table before, none unless all are.

    The numbers of notes, left of two others, need not be. None too where a sentence, a year or too much stands between them.
    """
    between = lines[before.last : first]
    if len(between) > _BETWEEN or any(_is_prose(line) or NAMES_YEAR.search(line.text) for line in between):
        return {}
    return _at_the_same_ends(columns, before.columns)


def _is_prose(line: TextLine) -> bool:
    return line.width >= 2 * SHORT or SENTENCE.search(line.text) is not None or line.text.endswith(".")


def _at_the_same_ends(
    columns: tuple[tuple[int, int], ...], before: tuple[tuple[int, int], ...]
) -> dict[int, int]:
    found: dict[int, int] = {}
    if max(len(columns), len(before)) > _MOST_COLUMNS:
        return found
    for at, (_, right) in enumerate(columns):
        near = [other for other, (_, end) in enumerate(before) if abs(end - right) <= _OFF]
        if len(near) == 1:
            found[at + 2] = near[0] + 2
        elif at or len(columns) <= _LEAST:
            return {}
    return found if len(set(found.values())) == len(found) else {}
