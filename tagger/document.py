"""A document as the tagger sees it, whatever format it came in: text, and blocks that cover it.

Offsets count Unicode code points in `Document.text`. A reader of another format makes the same value and
says by `Document.place` where a stretch of text stands in its source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "cell", "caption", "chart", "page"]
Place = dict[str, str | int]
Span = tuple[int, int]
_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table's cell stands, and the stretches of the document's text that say what it is about.

    table, row, column: numbers from 1 in reading order. heading: the cell names others and states nothing itself.
    row_headings: of its own row, column_headings: of its column at all levels, above: of the rows that its row
    is a part of (indented under them, or in their section), captions: title and unit lines; the nearest first.
    A reader makes these with `tagger.readers.grids.blocks_of_grid`; it needs to know only where cells stand.
    """

    table: int
    row: int
    column: int
    heading: bool = False
    row_headings: tuple[Span, ...] = ()
    column_headings: tuple[Span, ...] = ()
    above: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that reads as one: a heading, a paragraph, a table cell, a chart's numbers, a page's head or foot.

    level: of a heading, 1 is the highest; 0 for other kinds.
    breaks: offsets of the white-space runs inside it that a page or line broke and that mean nothing,
    as (start, end); read across them. The head and foot of a page lie in one where a paragraph goes on behind
    them; their own blocks then stand behind the paragraph's.
    cell: of a table's cell, its place in the table and its headings; None for other kinds.
    aside: where a line begins whose place says that the rest stands in brackets, of a tile's: 2024: £1,315m; -1 for none.
    is_item: the markup says that it is an item of a list.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    breaks: tuple[tuple[int, int], ...] = ()
    cell: Cell | None = None
    aside: int = -1
    is_item: bool = False


@dataclass(frozen=True)
class Document:
    """A document: its name (no folder, no ending), its text, its blocks in order of their starts, and its places."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    place: Callable[[int, int], Place]

    @property
    def is_page(self) -> bool:
        """Return whether it is a page (HTML): each line of its text is a cell, a paragraph or a tile."""
        return self.place(0, 0)["kind"] == "html"


def text_places(text: str) -> Callable[[int, int], Place]:
    """Return the function from (start, end) to the line and column (both from 1) of a text file."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def place(start: int, _end: int) -> Place:
        line = bisect_right(starts, start)
        return {"kind": "text", "line": line, "column": start - starts[line - 1] + 1}

    return place
