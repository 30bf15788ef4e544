"""Text that a page shows as it is written (`pre`): its lines and columns are those of a plain text, and are read so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tagger.document import Block, Cell, Span
from tagger.readers.layout import blocks_of
from tagger.readers.values import mentions_unit

_LEAST_LINES = 2
_LINES_ABOVE = 12
_UNIT_LINE = 40
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A stretch of such text: the blocks [first, last) that its lines are, and where it stands in the page's text."""

    first: int
    last: int
    start: int
    end: int


def with_verbatim(
    blocks: Sequence[Block], first: int, last: int, stretches: Sequence[Verbatim], text: str, tables: int
) -> Iterator[Block]:
    """Yield the blocks [first, last) of a page with those of each stretch read as a plain text.

    tables: how many tables stand before them; these count on from there.
    """
    at = first
    for stretch in stretches:
        if not at <= stretch.first <= stretch.last - _LEAST_LINES <= last - _LEAST_LINES:
            continue
        yield from blocks[at : stretch.first]
        known = tables
        unit = _unit_above(blocks[: stretch.first], text)
        for block in blocks_of(text[stretch.start : stretch.end]):
            moved = _with_unit(_moved(block, stretch.start, tables), unit, text)
            known = max(known, moved.cell.table if moved.cell else 0)
            yield moved
        tables, at = known, stretch.last
    yield from blocks[at:last]


def _unit_above(blocks: Sequence[Block], text: str) -> tuple[Span, ...]:
    """Return the nearest line above that is nothing but a unit: 單位：新臺幣仟元. It holds until another one."""
    for block in reversed(blocks[-_LINES_ABOVE:]):
        said = text[block.start : block.end]
        cue, mark, unit = said.replace("：", ":").partition(":")
        if mark and len(said) <= _UNIT_LINE and cue and mentions_unit(unit) and not _DIGIT.search(said):
            return ((block.start, block.end),)
    return ()


def _with_unit(block: Block, unit: tuple[Span, ...], text: str) -> Block:
    cell = block.cell
    if cell is None or not unit or any(mentions_unit(text[slice(*span)]) for span in cell.captions):
        return block
    return replace(block, cell=replace(cell, captions=(*cell.captions, *unit)))


def _moved(block: Block, by: int, tables: int) -> Block:
    """Return a block of a part of a text as one of the whole text."""
    cell = block.cell
    return replace(
        block,
        start=block.start + by,
        end=block.end + by,
        breaks=_spans(block.breaks, by),
        cell=cell and _moved_cell(cell, by, tables),
    )


def _moved_cell(cell: Cell, by: int, tables: int) -> Cell:
    return replace(
        cell,
        table=cell.table + tables,
        row_headings=_spans(cell.row_headings, by),
        column_headings=_spans(cell.column_headings, by),
        above=_spans(cell.above, by),
        captions=_spans(cell.captions, by),
    )


def _spans(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)
