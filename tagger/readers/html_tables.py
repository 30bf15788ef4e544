"""The tables of a page: which cell stands in which row and column, with what it spans.

A table without values, or with a table inside, only arranges the page: its cells are paragraphs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tagger.document import Block
from tagger.readers.grid_cell import MAX_COLUMN, GridCell

MAX_SPAN = 1000
"""Of rows and columns, as browsers cap the latter."""
_MAX_GOING_ON = 64
"""Cells of rows above that are kept in mind; a page with more is not laid out by a person."""
_DIGITS = 9


@dataclass(slots=True)
class HtmlTable:
    """A table while it is read. first_block, last_block: its blocks among the page's. depth: of its element.

    going_on: columns that a cell of a row above still takes, as (first, last + 1, last row). cell_start: the first
    block of the cell at hand, -1 between cells. split: blocks that go on in the next block of the same cell.
    """

    first_block: int
    depth: int
    last_block: int = -1
    split: list[int] = field(default_factory=list)
    cells: list[GridCell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    going_on: list[tuple[int, int, int]] = field(default_factory=list)
    holds_table: bool = False
    is_layout: bool = False
    cell_start: int = -1
    cell_span: tuple[int, int] = (1, 1)
    cell_marked: bool = False
    cell_indent: int = 0

    def start_row(self) -> None:
        """Begin the next row."""
        self.row += 1
        self.column = 0
        self.going_on = [item for item in self.going_on if item[2] >= self.row]

    def start_cell(self, name: str, attributes: Mapping[str, str], block: int) -> None:
        """Begin a cell in the next free column; a cell outside any row begins one."""
        if self.row < 0:
            self.start_row()
        moved = True
        while moved:
            moved = False
            for low, high, _ in self.going_on:
                if low <= self.column < high:
                    self.column, moved = high, True
        self.cell_start = block
        self.cell_span = (span_of(attributes, "rowspan"), span_of(attributes, "colspan"))
        self.cell_marked = name == "th"
        self.cell_indent = 0

    def end_cell(self, blocks: list[Block], first: int) -> None:
        """End the cell at hand, which consists of the page's blocks from `first` on."""
        rows, columns = self.cell_span
        if first < len(blocks):
            start, end = blocks[first].start, blocks[-1].end
            self.split.extend(range(first, len(blocks) - 1))
            column = min(self.column, MAX_COLUMN - 1)
            self.cells.append(
                GridCell(start, end, self.row, column, rows, columns, self.cell_marked, self.cell_indent)
            )
        if rows > 1 and len(self.going_on) < _MAX_GOING_ON:
            self.going_on.append((self.column, self.column + columns, self.row + rows - 1))
        self.column += columns
        self.cell_start = -1


def span_of(attributes: Mapping[str, str], name: str) -> int:
    """Return how many rows or columns a cell says it takes, within reason."""
    said = attributes.get(name, "").strip()
    if not (said.isascii() and said.isdigit()):
        return 1
    return min(max(int(said[:_DIGITS]), 1), MAX_SPAN)
