"""Notes that say of the per cents of a table that they are changes: (Note) Percentages indicate year-on-year changes.

They stand in a title, in a line above or below the table, or in its last row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tagger.document import Document, Span
from tagger.tables.cell_units import first_of_table
from tagger.tables.headings import HeadingReader
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.prose import Prose

_BESIDE = 4
"""How many blocks before and behind a table are read."""
_LAST_CELLS = 3
_LONGEST = 400
_NO_BASES = ("", "since", "constant_currency")


def changes_noted(
    document: Document, prose: Prose, reader: HeadingReader, cells: range
) -> tuple[bool, TimePhrase | None]:
    """Return whether something at a table says that its per cents are changes, and the base of comparison if it says it.

    cells: the numbers of the table's blocks.
    """
    for start, end in _lines_at(document, prose, cells):
        if end - start > _LONGEST:
            continue
        for found in reader.words.noted.finditer(prose.text, start, end):
            at, stop = found.end("of"), found.end("said")
            phrases = find_time_phrases(prose.text[at:stop], reader.language, reader.period)
            bases = [phrase for phrase in phrases if phrase.base not in _NO_BASES]
            if bases:
                one = bases[0].undated()
                return True, replace(one, start=at + one.start, end=at + one.end)
            if reader.words.moved.search(prose.text, at, stop):
                return True, None
    return False, None


def _lines_at(document: Document, prose: Prose, cells: range) -> Iterator[Span]:
    """Yield where the lines stand in the prose that may say something of a table: titles, last rows, what is below."""
    blocks = document.blocks
    first = first_of_table(document, cells.start)
    cell = blocks[cells.start].cell
    titles = cell.captions if cell else ()
    stop = next((n + 1 for n in range(cells.stop - 1, first, -1) if blocks[n].cell is not None), cells.stop)
    inside = chain(range(first, cells.start), range(max(stop - _LAST_CELLS, cells.start), stop))
    beside = chain(range(max(first - _BESIDE, 0), first), range(stop, min(stop + _BESIDE, len(blocks))))
    for number in inside:
        yield prose.lines[number]
    for number in beside:
        block = blocks[number]
        if block.cell is None and (number > first or any(block.start <= at < block.end for at, _ in titles)):
            yield prose.lines[number]
