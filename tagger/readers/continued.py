"""A table that goes on as another behind the end of a page: what stands over the first holds for the second.

It says so itself, in a line before it or in its first (income statement (continued), 利潤表（續）), or it has no headings and
nothing but the numbers of pages stand between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from tagger.document import Block, Span
from tagger.readers.grid_cell import GridCell
from tagger.readers.grids import Heads
from tagger.readers.pages import is_page_number
from tagger.readers.values import is_number, said_in_tables
from tagger.words.alternation import alternation
from tagger.words.folding import fold

_MOST_BETWEEN = 8
"""How many blocks may stand between the two: the foot and the head of a page, a title said again, a unit."""
_LONGEST = 120
_MOST_CAPTIONS = 6
_SAMPLE = 400
_HAN_FIRST = "\u2e80"


@dataclass(slots=True)
class Continued:
    """The last table: what stands over its columns, its titles and units, its columns of values; how many blocks end with it.

    head: what stands in its first row.
    """

    heads: Heads = field(default_factory=dict)
    captions: tuple[Span, ...] = ()
    columns: tuple[int, ...] = ()
    end: int = -1
    head: tuple[str, ...] = ()

    def over(
        self, cells: Sequence[GridCell], blocks: Sequence[Block], text: str
    ) -> tuple[Heads, tuple[Span, ...]]:
        """Return the headings that hold over a table's columns from the one before, and its titles; none where it does not go on.

        blocks: all before the table.
        """
        between = blocks[self.end :] if self.end >= 0 else ()
        if not self.heads or not cells or len(between) > _MOST_BETWEEN or any(b.cell for b in between):
            return {}, ()
        said = (line for block in between for line in text[block.start : block.end].splitlines())
        first = takewhile(lambda cell: cell.row == cells[0].row, cells)
        goes_on = any(map(says_continued, (*said, *(cell.said(text) for cell in first))))
        if not goes_on and not (
            (_is_headless(cells, text) or _head_of(cells, text) == self.head)
            and all(_is_of_page(text[b.start : b.end]) for b in between)
        ):
            return {}, ()
        columns = _columns_of(cells, text)
        if len(columns) == len(self.columns):
            heads = {new: self.heads[old] for new, old in zip(columns, self.columns, strict=True)}
        elif set(columns) < set(self.columns):
            heads = {column: self.heads[column] for column in columns}
        else:
            return {}, ()
        return heads, self.captions

    def remember(self, blocks: Iterable[Block], cells: Sequence[GridCell], end: int, text: str) -> None:
        """Keep what stands over the columns of a table, from its blocks, the last of `end` in all."""
        heads: Heads = {}
        self.captions = ()
        for block in blocks:
            cell = block.cell
            if cell is not None and not cell.heading and cell.column_headings and cell.column not in heads:
                heads[cell.column] = cell.column_headings
                self.captions = self.captions or cell.captions[:_MOST_CAPTIONS]
        self.heads, self.columns, self.end = heads, tuple(sorted(heads)), end
        self.head = _head_of(cells, text)


def _columns_of(cells: Sequence[GridCell], text: str) -> list[int]:
    """Return the numbers, from 1, of a table's columns in which numbers stand."""
    return sorted({c.column + 1 for c in cells[:_SAMPLE] if c.column and is_number(c.said(text))})


def _head_of(cells: Sequence[GridCell], text: str) -> tuple[str, ...]:
    """Return what stands in the first row of a table."""
    return tuple(cell.said(text) for cell in takewhile(lambda cell: cell.row == cells[0].row, cells))


def _is_headless(cells: Sequence[GridCell], text: str) -> bool:
    """Return whether the first row of a table, below lone names of sections, holds values."""
    row = cells[0].row
    for cell in cells[:_SAMPLE]:
        if cell.column and is_number(cell.said(text)):
            return cell.row == row
        if cell.column or cell.marked:
            return False
        row = cell.row
    return False


def _is_of_page(said: str) -> bool:
    return is_page_number(said.strip())


def says_continued(said: str) -> bool:
    """Return whether a line says that what stood before goes on: (continued), 續表."""
    return len(said) <= _LONGEST and _patterns().search(fold(said).strip()) is not None


@cache
def _patterns() -> re.Pattern[str]:
    """Return the pattern of a word for going on, in brackets or last in its line; of several characters in Han anywhere."""
    words = said_in_tables("continued")
    long = [word for word in words if word[0] >= _HAN_FIRST and len(word) > 1]
    one = alternation(words)
    number = r"\s?[0-9一二三四]?\s?"
    return re.compile(
        rf"[(（\[【]\s?(?:{one}){number}[)）\]】]|(?:\A|[\s\-–—,，:：])(?:{one})[.…:：\s]*\Z|(?:{alternation(long)})"
    )
