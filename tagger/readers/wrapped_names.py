"""The names of rows that several lines hold, with the values in the middle of them, as `pdftotext -layout` gives them.

A cell of a page is as high as its longest text, and its values stand in the middle of that: as many lines of the name
above them as below, and one beside them or none. A name of a section has nothing of that below the row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from tagger.document import Span
from tagger.readers.text_lines import SENTENCE, Piece
from tagger.readers.values import ends_open, is_value, opens_part

MOST_LINES = 4
"""How many lines of a name may stand above the values, and below them."""
_HAN_FIRST = "\u2e80"
_NEARLY = 0.7
"""How much of the names' column a line of Han takes that goes on in the next; a latin word may be longer."""
_EVEN = 3
"""How far apart the ends of two lines of Han may be that the same column breaks."""
_BROKEN_WIDTH = 8
"""The narrowest column that breaks names."""


@dataclass(slots=True)
class Wrapped:
    """The rows of a table with each name put together: its line, its pieces, and what lies between the parts of its name.

    taken: how many lines behind the last row belong to it.
    """

    rows: list[list[Piece]] = field(default_factory=list)
    breaks: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    data: int = 0
    taken: int = 0


def put_together(
    rows: list[list[Piece]], near: list[bool], columns: list[tuple[int, int]], data: int, last: int
) -> Wrapped:
    """Return the rows up to `last` with names of several lines as one piece each.

    rows: by line, with those behind the table that may belong to its last row. near: whether no blank line stands
    before each. columns: of the values, left to right. data: the first row of values.
    """
    found, gone = _Names(rows, near, columns, last).found(data)
    put = Wrapped(taken=sum(number >= last for number in gone))
    for number in range(last + put.taken):
        if number == data:
            put.data = len(put.rows)
        if number in gone:
            continue
        row = rows[number]
        if number in found:
            parts = [rows[line][0] for line in found[number]]
            own = row[1:] if number in found[number] else row
            row = [_joined(parts), *own]
            put.breaks[len(put.rows)] = tuple((one.end, other.start) for one, other in pairwise(parts))
        put.rows.append(row)
    return put


def _joined(parts: list[Piece]) -> Piece:
    first = parts[0]
    text = " ".join(part.text for part in parts)
    return Piece(first.start, parts[-1].end, text, first.left, max(part.right for part in parts))


@dataclass(slots=True)
class _Names:
    """The lines of a table as lines of names and rows of values."""

    rows: list[list[Piece]]
    near: list[bool]
    columns: list[tuple[int, int]]
    last: int
    widest: int = 0
    widest_alone: int = 0

    def __post_init__(self) -> None:
        edge = self.columns[0][0]
        rights = [row[0].right for row in self.rows[: self.last] if row[0].right <= edge]
        self.widest = max(rights, default=0)
        alone = [self.rows[at][0].right for at in range(len(self.rows)) if self.is_name(at)]
        self.widest_alone = max(alone, default=0)

    def found(self, data: int) -> tuple[dict[int, list[int]], set[int]]:
        """Return the lines that hold the name of a row, by the line that it is put into, and those that are put into others.

        data: the first row of values.
        """
        found: dict[int, list[int]] = {}
        gone: set[int] = set()
        for number in range(data, self.last):
            lines = self.around(number, gone) if self.is_row(number) else []
            if lines:
                found[number] = lines
                gone.update(line for line in lines if line != number)
        for number in range(data, self.last):
            if number not in found and number not in gone and self.goes_on_below(number, gone):
                found[number] = [number, number + 1]
                gone.add(number + 1)
        for number in range(self.last - 1):
            if number not in found and number not in gone and self.is_opened(number, gone):
                found[number + 1] = [number, number + 1]
                gone.add(number)
        return found, gone

    def is_name(self, number: int) -> bool:
        """Return whether a line is nothing but a name, or a part of one, before the columns of values."""
        row = self.rows[number]
        if len(row) != 1 or row[0].right > self.columns[0][0]:
            return False
        return not is_value(row[0].text) and not SENTENCE.search(row[0].text)

    def is_row(self, number: int) -> bool:
        """Return whether a line holds values in the columns."""
        return any(is_value(piece.text) and piece.right >= self.columns[0][0] for piece in self.rows[number])

    def is_opened(self, number: int, gone: set[int]) -> bool:
        """Return whether a line begins a section's name that the next line ends: Loans at fair value and."""
        below = number + 1
        if not self.is_name(number) or not self.is_name(below) or below in gone or not self.near[below]:
            return False
        return ends_open(self.rows[number][0].text) and below + 1 < len(self.rows)

    def goes_on_below(self, number: int, gone: set[int]) -> bool:
        """Return whether a row's name goes on in the line below its values: Net fee and 1,204 / commission income.

        Its first line ends open; or the second begins small where the names of rows do not, and opens no part of a whole.
        """
        below = number + 1
        if below >= len(self.rows) or below in gone or not self.near[below] or not self.is_name(below):
            return False
        first, more = self.rows[number][0], self.rows[below][0]
        if not self.is_row(number) or not self._is_named(number, self.widest + 1):
            return False
        if ends_open(first.text):
            return True
        after = self.rows[below + 1][0].text if below + 1 < len(self.rows) else "A"
        return (
            more.text[0].islower()
            and not first.text[0].islower()
            and not after[0].islower()
            and more.left > first.left
            and not opens_part(more.text)
        )

    def around(self, number: int, gone: set[int]) -> list[int]:
        """Return the lines of a row's name, in order, where it has as many above its values as below; else none."""
        above, below = self._run(number, -1, gone), self._run(number, 1, gone)
        named = self._is_named(number, self.widest_alone)
        for count in range(min(len(above), len(below)), 0, -1):
            lines = [*reversed(above[:count]), *([number] if named else []), *below[:count]]
            if self._is_broken(lines, strictly=named):
                return lines
        return []

    def _run(self, number: int, step: int, gone: set[int]) -> list[int]:
        """Return the lines of names right above or below a row, the nearest first."""
        found: list[int] = []
        at = number + step
        while 0 <= at < len(self.rows) and len(found) < MOST_LINES:
            if at in gone or not self.near[max(at, at - step)] or not self.is_name(at):
                break
            found.append(at)
            at += step
        return found

    def _is_named(self, number: int, before: int) -> bool:
        """Return whether a row begins with a name, `before` a place."""
        first = self.rows[number][0]
        left, right = self.columns[0]
        inside = left <= first.left and first.left <= right
        return not inside and not is_value(first.text) and first.left < before

    def _is_broken(self, lines: list[int], *, strictly: bool) -> bool:
        """Return whether each line but the last is one that the next word did not fit into.

        strictly: the row has a name beside its values, so the lines about it may be names of sections.
        """
        parts = [self.rows[at][0] for at in lines]
        if any(part.text.endswith((":", "：")) for part in parts[:-1]):
            return False
        if not all(map(self._is_full, parts, parts[1:])):
            return False
        if not strictly:
            return True
        rights = [part.right for part in parts[:-1] if part.text[-1] >= _HAN_FIRST]
        return not rights or max(rights) - min(rights) <= _EVEN

    def _is_full(self, part: Piece, following: Piece) -> bool:
        if following.text[0] >= _HAN_FIRST or part.text[-1] >= _HAN_FIRST:
            return part.right >= self.widest * _NEARLY and part.right - part.left >= _BROKEN_WIDTH
        fits = part.right + 1 + len(following.text.split(" ", 1)[0]) <= self.widest
        return not fits and not following.text[0].isupper()
