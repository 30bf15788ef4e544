"""A cell of a table as any format gives it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tagger.document import Span

MAX_COLUMN = 20_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that is not empty: offsets in the document's text, row and column from 0, what it spans.

    marked: the format says that it is a heading. indent: how far in its text stands, in narrow characters.
    breaks: as of a block.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    marked: bool = False
    indent: int = 0
    breaks: tuple[Span, ...] = ()

    @property
    def parts(self) -> list[Span]:
        """Return what stands in the cell between its breaks."""
        starts = (self.start, *(end for _, end in self.breaks))
        ends = (*(start for start, _ in self.breaks), self.end)
        return list(zip(starts, ends, strict=True))

    def said(self, text: str, begins: int = 0) -> str:
        """Return what stands in the cell, read across its breaks. begins: where the text does, in the document's."""
        if not self.breaks:
            return text[self.start - begins : self.end - begins]
        return " ".join([text[start - begins : end - begins] for start, end in self.parts])

    def joined(self, behind: GridCell, column: int) -> GridCell:
        """Return this cell and one behind it in its row as one, in a column."""
        breaks = (*self.breaks, (self.end, behind.start), *behind.breaks)
        return replace(self, end=behind.end, column=column, breaks=breaks)
