"""What stands one cell a line below each other: values, and lines without one between them, and the rows made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_nothing, says_parts
from tagger.readers.text_lines import SENTENCE, TextLine
from tagger.readers.values import is_value, is_year

MOST_COLUMNS = 12
_MOST_NAMES = 2 * MOST_COLUMNS + 4
"""Lines without a value that are looked at between values: titles, a corner, headings of two levels."""


class Segment(NamedTuple):
    """Values that stand below each other, with the lines without one behind them."""

    values: list[int]
    names: list[int]


@dataclass(slots=True)
class Stack:
    """The cells as they are found, by the numbers of their lines; names_behind: of the part that is read."""

    lines: Sequence[TextLine]
    count: int
    cells: list[GridCell] = field(default_factory=list)
    rows: int = 0
    stated: int = 0
    last: int = 0
    names_behind: bool = False
    turned: bool = False

    def put(self, lines: Sequence[int], column: int, *, marked: bool = False) -> None:
        """Put lines into the row as one cell."""
        first, last = self.lines[lines[0]], self.lines[lines[-1]]
        breaks = tuple((self.lines[a].end, self.lines[b].start) for a, b in pairwise(lines))
        self.cells.append(GridCell(first.start, last.end, self.rows, column, marked=marked, breaks=breaks))
        self.last = lines[-1] + 1

    def row(self, before: Sequence[int], values: Sequence[int], behind: Sequence[int]) -> None:
        """Put a row, its name before or behind its values."""
        if before:
            self.put(before, 0, marked=self.turned)
        for column, line in enumerate(values, start=1):
            self.put([line], column)
        if behind:
            self.put(behind, 0)
        self.rows += 1
        self.stated += 1


def is_stated(line: TextLine) -> bool:
    """Return whether a line is a value, and no year, or stands in place of one."""
    return (is_value(line.text) and not is_year(line.text)) or is_nothing(line.text)


def is_name_between(lines: Sequence[TextLine]) -> bool:
    """Return whether the second of three lines is a name with a value before it and one behind: it may be long."""
    before, line, behind = lines
    if not behind.bare or not is_stated(behind) or not is_stated(before):
        return False
    return line.text[0].isupper() and not SENTENCE.search(line.text) and not _DIGIT.search(line.text)


_DIGIT = re.compile(r"\d")


def names_before(lines: Sequence[TextLine], cells: Sequence[bool], at: int, floor: int) -> list[int]:
    """Return the lines right before a value that may be its name and the headings over it, in order."""
    first = at
    while first > max(floor, at - _MOST_NAMES) and cells[first - 1] and not is_stated(lines[first - 1]):
        first -= 1
    if first > floor and not cells[first - 1] and not lines[first].after_blank and first < at:
        first += 1  # the end of a paragraph
    return list(range(first, at))


def segments_from(lines: Sequence[TextLine], cells: Sequence[bool], at: int) -> Iterator[Segment]:
    """Yield values with the names behind them, from a line on, until a line is no cell; one with no values is the last."""
    while True:
        values: list[int] = []
        while at < len(lines) and cells[at] and is_stated(lines[at]):
            values.append(at)
            at += 1
        names: list[int] = []
        while at < len(lines) and cells[at] and not is_stated(lines[at]) and len(names) < _MOST_NAMES:
            names.append(at)
            at += 1
        yield Segment(values, names)


def parts_of(lines: Sequence[TextLine], names: list[int]) -> list[list[int]]:
    """Return the lines between two rows as a section's name and a row's, each over one line or more without a blank one.

    A line that says by what the rows below it part something (按年龄) is a section's name, and so is a year.
    """
    parts: list[list[int]] = []
    for at in names:
        on = parts and not lines[at].after_blank and len(lines[at].text) > 1
        if on and not (says_parts(above := lines[parts[-1][-1]].text) or is_year(above)):
            parts[-1].append(at)
        else:
            parts.append([at])
    return parts
