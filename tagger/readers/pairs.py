"""Names with one value each below each other, which nothing heads: shareholders, the figures at a glance of a report.

Which name a value has is told by the blank lines between the pairs, or by the ends: names first behind a title that
leads over to them, and a value last; or a value first. What may be both is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_head
from tagger.readers.stacks import Segment, Stack, parts_of
from tagger.readers.text_lines import TextLine, TextTable

_LEAST_PAIRS = 3
_SAYS_MORE = re.compile(r"[^\W\d_]{2}.*\d\s*[%％]")
"""Words with a share behind them: customer deposits, up 17%. They are read as a sentence is."""


def pairs_table(
    lines: Sequence[TextLine], before: list[int], first: Segment, segments: Iterator[Segment]
) -> TextTable | None:
    """Return the table of names and values that begins with a value (`first`); before: the lines that may be its name."""
    named = first.names and not lines[first.names[0]].after_blank
    behind = not before or (lines[first.values[0]].after_blank and named)
    table = (_pairs_behind if behind else _pairs)(lines, before, first, segments)
    return None if table is None or say_more(lines[table.first : table.last]) else table


def say_more(lines: Sequence[TextLine]) -> bool:
    """Return whether one of the lines is no name but says something of a figure: customer deposits, up 17%."""
    return any(_SAYS_MORE.search(line.text) for line in lines)


def _pairs(
    lines: Sequence[TextLine], before: list[int], first: Segment, segments: Iterator[Segment]
) -> TextTable | None:
    """Return the table of names with a value each, which nothing heads: blank lines say which belong together, or the ends do."""
    opening = max(
        (number for number, at in enumerate(before) if lines[at].text.endswith((":", "："))), default=-1
    )
    before, opened = before[opening + 1 :], opening >= 0
    if len(before) > 1 and lines[before[-1]].after_blank and not lines[first.values[0]].after_blank:
        before = before[-1:]  # a title stands apart from the first pair
    table = Stack(lines, 1)
    name, here = before[-1:], first
    together = not lines[first.values[0]].after_blank
    while len(here.values) == 1:
        if not name or is_head(lines[name[0]].text):
            return None  # 2022, 17,236.18: of a series
        table.row(name, here.values, [])
        following = next(segments)
        name = here.names
        if not name or not following.values:
            break
        parts = parts_of(lines, name)
        if len(parts) != 1 or len(following.values) != 1:
            return None
        name, here = parts[0], following
    if table.stated < _LEAST_PAIRS or len(before) > 1:
        return None
    if name and not together and not opened:
        return _open_pairs(table, before[0])
    return TextTable(before[0], table.last, table.cells)


def _open_pairs(table: Stack, first: int) -> TextTable:
    """Return the table of names and values that leaves open whose name is whose: a name is before the first and behind the last.

    A title, then 8,412 / Employees / 214 / Branches; or Employees / 8,412 / Branches / 214, then a title.
    """
    cells = [
        GridCell(cell.start, cell.end, cell.row, 2 - cell.column if cell.column else 2)
        for cell in table.cells
    ]
    return TextTable(first, table.last, cells, titled=True)


def _pairs_behind(
    lines: Sequence[TextLine], before: list[int], first: Segment, segments: Iterator[Segment]
) -> TextTable | None:
    """Return the table of values with their names behind, below each other: no other name is before the first of them.

    before: a title apart from them, where no blank line parts a value from its name.
    """
    table = Stack(lines, 1)
    here = first
    while len(here.values) == 1 and here.names:
        apart = len(here.names) if not before else 1
        while apart < len(here.names) and not lines[here.names[apart]].after_blank:
            apart += 1
        name = here.names[:apart] if before else here.names[:1]
        if is_head(lines[name[0]].text) or (before and lines[name[0]].after_blank):
            return None
        table.row([], here.values, name)
        if len(here.names) > len(name):
            break
        here = next(segments)
    return TextTable(first.values[0], table.last, table.cells) if table.stated >= _LEAST_PAIRS else None
