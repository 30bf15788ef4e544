"""Values that nothing names, and names without values: rows and columns without headings, sections of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tagger.document import Block, Cell, Document, Span
from tagger.links.whole_labels import WholeLabels
from tagger.readers.values import is_value
from tagger.tables.headings import Heading
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


def as_section(
    heading: Heading, span: Span, blocks: Sequence[Block], starts: list[int], labels: WholeLabels
) -> Heading:
    """Return the heading of a row above, told as a section's where it has no values and names a member.

    Of a member that the presentation shows, the presentation says where it may stand. starts: of the blocks.
    """
    if not heading.names_member or any(item.target in labels.places for item in heading.named):
        return heading
    at = max(bisect_right(starts, span[0]) - 1, 0)
    rows = [(block.cell.table, block.cell.row) for block in blocks[at : at + 2] if block.cell]
    return heading if len(rows) > 1 and rows[0] == rows[1] else replace(heading, is_section=True)


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
