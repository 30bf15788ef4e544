"""Values that nothing names: in a row without a name, or in one of several columns without headings."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.document import Block, Cell, Document
from tagger.readers.values import is_value
from tagger.words.prose import Prose

_NAMELESS = ("ambiguous", "nothing says what its row or its column stands for")


def nameless(document: Document, prose: Prose, number: int, *, among_names: bool) -> tuple[str, str] | None:
    """Return why the cell that is block `number` cannot be told from others, None where its headings tell it.

    among_names: other rows of the table have names.
    """
    cell = document.blocks[number].cell
    if cell is None:
        return None
    if not cell.row_headings:
        return _NAMELESS if among_names else None
    if cell.column_headings:
        return None
    rate = "%" in _printed(prose, number)
    others = _beside(document.blocks, prose, cell, number)
    return _NAMELESS if any(rate or "%" not in _printed(prose, other) for other in others) else None


def _printed(prose: Prose, number: int) -> str:
    start, end = prose.lines[number]
    return prose.text[start:end]


def _beside(blocks: tuple[Block, ...], prose: Prose, cell: Cell, number: int) -> Iterator[int]:
    """Yield the numbers of the other values in the row of a cell that have no column headings either."""
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(blocks) and (other := blocks[at].cell) is not None:
            if (other.table, other.row) != (cell.table, cell.row):
                break
            if not other.heading and not other.column_headings and is_value(_printed(prose, at)):
                yield at
            at += step
