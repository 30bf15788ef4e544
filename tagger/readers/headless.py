"""The second part of a table with one cell a line, behind the end of a page: names and as many values as the first part has.

It says so itself (income statement (continued), 續表); its headings are those of the part before.
"""

from __future__ import annotations

from collections.abc import Sequence

from tagger.readers.continued import says_continued
from tagger.readers.grid_cell import GridCell
from tagger.readers.text_lines import TextLine, TextTable
from tagger.readers.values import is_value, is_year

_MOST_BETWEEN = 8
_LEAST_ROWS = 2


def goes_on_headless(lines: Sequence[TextLine], at: int, before: TextTable | None) -> TextTable | None:
    """Return the table without headings that begins at a line, None where it is no part of the one before."""
    if before is None or before.columns or not before.cells or at - before.last > _MOST_BETWEEN:
        return None
    if before.last - before.first < len(before.cells) or is_value(lines[at].text):
        return None  # several cells stood in a line
    if not any(says_continued(line.text) for line in lines[before.last : at]):
        return None
    count = max(cell.column for cell in before.cells)
    cells: list[GridCell] = []
    rows = 0
    place = at
    while count and place + count < len(lines) and _is_row(lines[place : place + count + 1]):
        for column, line in enumerate(lines[place : place + count + 1]):
            cells.append(GridCell(line.start, line.end, rows, column))
        rows, place = rows + 1, place + count + 1
    return TextTable(at, place, cells) if rows >= _LEAST_ROWS else None


def _is_row(lines: Sequence[TextLine]) -> bool:
    name, *values = lines
    return not is_value(name.text) and all(is_value(line.text) and not is_year(line.text) for line in values)
