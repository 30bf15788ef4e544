"""The rows that a row of a table is a part of: names of sections, rows that stand less far in, days of what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from tagger.document import Span
from tagger.readers.values import is_total, opens_part

_OPENING = re.compile("[^\\d:：]{1,12}[:：]\\s*(?=\\S)")
"""其中：, of which: — what follows stands as far in as the words after it."""
_BULLET = re.compile(r"[-–—－•·*]\s+(?=\S)")
_LONGEST_DAY = 40
_DAY = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}\s?(?:年(?:[0-9]{1,2}月[0-9]{1,2}日)?)?\s?[:：]?\Z")
ABOVE_ALL = -2
"""How far in a row stands that all below it is a part of."""


class _Open(NamedTuple):
    """A row that those below it may be a part of: how far in it stands, its headings, whether it has values."""

    indent: int
    headings: tuple[Span, ...]
    stated: bool


@dataclass(slots=True)
class Stub:
    """The rows that a row may be a part of, by how far in they stand."""

    open: list[_Open] = field(default_factory=list)
    summed: bool = False  # the last row is a total without a name

    def enter(self, indent: int, headings: tuple[Span, ...], name: str, *, stated: bool) -> tuple[Span, ...]:
        """Return the headings of the rows above which this row is a part of, and remember the row.

        A section has an odd indent, one less than its own rows may have; one right below another is a part of that. What
        is taken off a total without a name does not end its section, and a row called Total may be that of the section
        that stands as far in. name: of the row.
        """
        if self.summed and not opens_part(name):
            self._end_section()
        self.summed = False
        if is_total(name) and self.open and indent > self.open[-1].indent:
            self._end_rows()  # centred below the names it adds up, it is a part of none of them
        inner = not stated and self.open and not self.open[-1].stated and self.open[-1].indent == indent
        while self.open and self.open[-1].indent >= indent + bool(inner):
            if self.open[-1].indent == indent and not self.open[-1].stated and is_total(name):
                break
            self.open.pop()
        if self.open and indent > self.open[-1].indent + 1 and self.open[-1].indent % 2:
            # its rows stand farther in than the section does: one as far in as its name is no part of it
            self.open[-1] = self.open[-1]._replace(indent=self.open[-1].indent + 1)
        above = tuple(span for row in reversed(self.open[-4:]) for span in row.headings)
        self.open.append(_Open(indent, headings, stated))
        return above

    def total(self) -> None:
        """Note a row of values without a name: it ends the rows of values above it."""
        self._end_rows()
        self.summed = True

    def _end_rows(self) -> None:
        while self.open and self.open[-1].stated:
            self.open.pop()

    def _end_section(self) -> None:
        """End the section that a total without a name has summed up, with those that begin as far in."""
        if self.open and self.open[-1].indent != ABOVE_ALL:
            indent = self.open[-1].indent
            while self.open and self.open[-1].indent >= indent:
                self.open.pop()


def opening(text: str, start: int, end: int) -> str:
    """Return what the name text[start:end] of a row stands in by, besides blanks: the mark of an item, 其中：."""
    found = _OPENING.match(text, start, end) or _BULLET.match(text, start, end)
    return found.group() if found and found.end() < end else ""


def says_day(text: str, span: Span) -> bool:
    """Return whether a short text ends in a year: it names a day or a year (At 31 December 2023, 2023年12月31日)."""
    return span[1] - span[0] <= _LONGEST_DAY and _DAY.search(text, *span) is not None
