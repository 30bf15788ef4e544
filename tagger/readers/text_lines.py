"""The lines of a plain text and the pieces that wide gaps part them into, as the finders of tables see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from tagger.readers.grids import GridCell, width

PIECE = re.compile("[^\\s]+(?:[ \u3000\u00a0][^\\s]+)*")
WIDE_GAP = re.compile(r"\s\s|[^\S \u3000\u00a0]")
SENTENCE = re.compile("[。！？；!?;]\\s*\\Z|[。；]")
FILLER = 12
"""The widest text that may stand in place of a value: 不適用, n/a."""
HEADING_LINES = 5
SHORT = 60


class TextLine(NamedTuple):
    """A line that is not blank, without its indentation: offsets, text, indentation, a blank line before it, width.

    tabs: how many stand before it. bare: it holds nothing but numbers.
    """

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    width: int
    tabs: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class TextTable:
    """The lines [first, last) that are a table, and its cells."""

    first: int
    last: int
    cells: list[GridCell]


class Piece(NamedTuple):
    """A stretch of a line between wide gaps; left and right are columns of the page."""

    start: int
    end: int
    text: str
    left: int
    right: int


def has_wide_gap(text: str) -> bool:
    """Return whether white space parts a line; a single blank is the only white space that counts as printable."""
    return ("  " in text or not text.isprintable()) and WIDE_GAP.search(text) is not None


def pieces_of(line: TextLine) -> list[Piece]:
    """Return the stretches of a line that wide gaps part."""
    if not has_wide_gap(line.text):
        return [Piece(line.start, line.end, line.text, line.indent, line.indent + line.width)]
    found: list[Piece] = []
    column, before = line.indent, 0
    for piece in PIECE.finditer(line.text):
        column += width(line.text[before : piece.start()])
        right = column + width(piece.group())
        found.append(
            Piece(line.start + piece.start(), line.start + piece.end(), piece.group(), column, right)
        )
        column, before = right, piece.end()
    return _put_together(found, line)


def _put_together(found: list[Piece], line: TextLine) -> list[Piece]:
    """Return the pieces with a name put together whose Han characters are spread over its column: 合   計."""
    count = 0
    while (
        count < min(len(found), _MOST_SPREAD)
        and len(found[count].text) == 1
        and found[count].text >= "\u4e00"
        and (not count or found[count].left - found[count - 1].right <= _WIDEST_SPREAD)
    ):
        count += 1
    if count < 2:  # noqa: PLR2004  # one character is a word
        return found
    first, last = found[0], found[count - 1]
    text = line.text[first.start - line.start : last.end - line.start]
    return [Piece(first.start, last.end, text, first.left, last.right), *found[count:]]


_MOST_SPREAD = 4
_WIDEST_SPREAD = 4
"""Blanks between two characters of a word; 男 and 女 over two columns stand farther apart."""
