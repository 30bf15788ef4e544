"""Tables whose cells tabs part, as a spreadsheet or the tables of a word processor's file give them as text.

A row ends in the tabs of its empty cells, and a row of nothing but tabs parts no tables. A title with its number may stand
right above, in cells of its own (3.   Lease liability); a table that a sentence parts from the one before may have no
headings, and the columns are the same then.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from tagger.readers.blank_heads import over_blanks
from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_time
from tagger.readers.text_lines import SENTENCE, SHORT, TextLine, TextTable
from tagger.readers.values import goes_on, is_nil, is_number, is_value, is_year

_NUMBER = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?|[(（][0-9a-zA-Z]{1,4}[)）])\Z")
_APART = 100
_LEAST_ROWS = 2
_MOST_GROUPS = 12
_MOST_COLUMNS = 60
_MOST_UNSTATED = 30
"""Rows without a value at the beginning of a table: more are a list of names."""


class _Field(NamedTuple):
    """A cell: where it begins, and what it says."""

    start: int
    text: str


def tabbed_table(lines: list[TextLine], first: int, wide: int) -> TextTable | None:
    """Return the table of cells parted by one tab each that begins at a line.

    Its first line names every column but perhaps the first, or groups of those that the second names; with more than one
    tab between two names they only align. wide: how many columns the table before has, as one without headings must.
    """
    if not lines[first].tabs and "\t" not in lines[first].text:
        return None
    head, groups = _fields(lines[first]), False
    if _is_title(head):
        return None
    if first + 1 < len(lines) and not lines[first + 1].after_blank and _are_groups(head, lines[first + 1]):
        head, groups = _fields(lines[first + 1]), True
    below = _fields(lines[first + 1]) if first + 1 < len(lines) and not lines[first + 1].after_blank else []
    both = not groups and _name_columns_together(head, below)
    count = _count_of_columns(lines, first, head, below if both else [], wide)
    if not count:
        return None
    cells: list[GridCell] = []
    last, stated = first, 0
    timed = all(is_time(text) for _, text in head[1:])
    while last < len(lines) and (last == first or not _ends_before(lines[last], count)):
        fields = _fields(lines[last])
        row = last - first
        cells.extend(_over_groups(fields, count) if groups and not row else _cells(fields, row))
        stated += any(is_number(text) or (timed and is_nil(text)) for _, text in fields[1:])
        last += 1
        if not stated and row > _MOST_UNSTATED:
            return None
    columns = tuple((_APART * column, _APART * column) for column in range(1, count))
    if not stated:
        return None
    if both:
        cells = over_blanks(
            cells, 2, lambda cell: cell.said(lines[first + cell.row].text, lines[first + cell.row].start)
        )
    return TextTable(
        first, last, _with_broken_names(cells, {line.start: line for line in lines[first:last]}), columns
    )


def _count_of_columns(
    lines: list[TextLine], first: int, head: list[_Field], below: list[_Field], wide: int
) -> int:
    """Return how many columns the table at a line has, 0 where it is none; below: a row that names them with the first."""
    if below or _names_columns(head):
        return max(len(head), len(below))
    return wide if wide > 1 and _goes_on(lines, first, wide) else 0


def columns_of(table: TextTable) -> int:
    """Return how many columns a table has whose cells tabs part."""
    return len(table.columns) + 1


def _names_columns(head: list[_Field]) -> bool:
    """Return whether a row names each column but perhaps the first."""
    return len(head) > 1 and all(text and not is_number(text) for _, text in head[1:])


def _name_columns_together(head: list[_Field], below: list[_Field]) -> bool:
    """Return whether two rows name all columns: one names groups of two at least, and the other their columns."""
    if _names_columns(head) or len(head) > _MOST_COLUMNS:
        return False
    names = [[text for _, text in row[1:]] for row in (head, below)]
    if sum(map(bool, names[0])) < 2 or any(map(is_number, (*names[0], *names[1]))):  # noqa: PLR2004
        return False
    padded = [row + [""] * (max(map(len, names)) - len(row)) for row in names]
    return all(one or other for one, other in zip(*padded, strict=True))


def _is_title(fields: list[_Field]) -> bool:
    """Return whether a row holds nothing but a title behind its number."""
    said = [field.text for field in fields if field.text]
    return len(said) == 2 and _NUMBER.match(said[0]) is not None and said[1][0].isalpha()  # noqa: PLR2004


def _ends_before(line: TextLine, count: int) -> bool:
    """Return whether a line is no row of a table of so many columns any more."""
    if line.after_blank and not line.after_row:
        return True
    fields = _fields(line)
    if len(fields) > count or _is_title(fields):
        return True
    return len(fields) == 1 and (SENTENCE.search(line.text) is not None or line.width > 2 * SHORT)


def _goes_on(lines: list[TextLine], first: int, count: int) -> bool:
    """Return whether rows of a name and values begin at a line, none of them of more columns than the table before."""
    rows = 0
    for at in range(first, min(first + _LEAST_ROWS, len(lines))):
        fields = _fields(lines[at])
        values = [text for _, text in fields[1:] if text]
        if at > first and _ends_before(lines[at], count):
            return False
        rows += (
            bool(fields[0].text) and bool(values) and len(fields) <= count and all(map(_may_state, values))
        )
    return rows == _LEAST_ROWS


def _may_state(text: str) -> bool:
    return is_value(text) and not is_year(text)


def _are_groups(fields: list[_Field], below: TextLine) -> bool:
    """Return whether a row stands over groups of the columns that the row below it names: Group, Company over 2024, 2023."""
    said = [text for _, text in fields[1:] if text]
    head = _fields(below)
    if not _names_columns(head) or not 1 < len(said) <= _MOST_GROUPS or any(map(is_number, said)):
        return False
    return len(fields) <= len(head) and len(said) < len(head) - 1 and (len(head) - 1) % len(said) == 0


def _over_groups(fields: list[_Field], count: int) -> list[GridCell]:
    """Return the cells of headings over groups of columns: each in the first of its own, or all in the first columns."""
    said = [(column, field) for column, field in enumerate(fields) if field.text and column]
    each = (count - 1) // len(said)
    apart = [column for column, _ in said] != list(range(1, len(said) + 1))
    starts = [column for column, _ in said] if apart else [1 + each * at for at in range(len(said))]
    cells = [GridCell(f.start, f.start + len(f.text), 0, 0) for f in fields[:1] if f.text]
    for (low, high), (_, (start, text)) in zip(pairwise([*starts, count]), said, strict=True):
        cells.append(GridCell(start, start + len(text), 0, low, columns=high - low))
    return cells


def _with_broken_names(cells: list[GridCell], lines: dict[int, TextLine]) -> list[GridCell]:
    """Return the cells with the names of rows put together whose first line stands alone in the row above.

    lines: by where they begin.
    """
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: cell.row)]
    kept: list[GridCell] = []
    for number, row in enumerate(rows):
        before = rows[number - 1] if number else []
        first, name = before[0] if before else None, row[0]
        alone = first is not None and len(before) == 1 and not first.column and first.row + 1 == name.row
        if alone and first and kept[-1:] == [first] and len(row) > 1 and not name.column:
            following = rows[number + 1][0] if number + 1 < len(rows) else None
            said = [_said(cell, lines) for cell in (first, name, following)]
            if goes_on(said[0], said[1], said[2]):
                kept[-1] = replace(
                    name, start=first.start, indent=first.indent, breaks=((first.end, name.start),)
                )
                kept.extend(row[1:])
                continue
        kept.extend(row)
    return kept


def _said(cell: GridCell | None, lines: dict[int, TextLine]) -> str:
    line = lines.get(cell.start) if cell and not cell.column else None
    return line.text[: cell.end - cell.start] if line and cell else ""


def _cells(fields: list[_Field], row: int) -> list[GridCell]:
    return [
        GridCell(start, start + len(text), row, column) for column, (start, text) in enumerate(fields) if text
    ]


def _fields(line: TextLine) -> list[_Field]:
    """Return the cells of a line by its tabs."""
    fields = [_Field(line.start, "")] * line.tabs
    at = line.start
    for part in line.text.split("\t"):
        bare = part.strip()
        fields.append(_Field(at + len(part) - len(part.lstrip()), bare))
        at += len(part) + 1
    return fields
