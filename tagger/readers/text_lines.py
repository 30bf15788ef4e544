"""The lines of a plain text and the pieces that wide gaps part them into, as the finders of tables see them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tagger.readers.grid_cell import GridCell
from tagger.readers.grids import width
from tagger.readers.values import is_number

PIECE = re.compile("[^\\s]+(?:[ \u3000\u00a0][^\\s]+)*")
WIDE_GAP = re.compile(r"\s\s|[^\S \u3000\u00a0]")
SENTENCE = re.compile("[。！？；!?;]\\s*\\Z|[。；]")
LIST_MARK = re.compile(
    r"[\uf020-\uf0ff•●○◎◆◇■□▪▶►➢➤✓✔√★☆※❖‣‧·\-–—－*]\s+|o\s+(?=[A-Z][a-z])|[•●○◎◆◇■□▪▶►➢➤✓✔√★☆※❖‣‧－](?=[\u4e00-\u9fff])"
)
"""The mark of an item of a list."""
FILLER = 12
"""The widest text that may stand in place of a value: 不適用, n/a."""
HEADING_LINES = 8
SHORT = 60


class TextLine(NamedTuple):
    """A line that is not blank, without its indentation: offsets, text, indentation, a blank line before it, width.

    tabs: how many stand before it. bare: it holds nothing but numbers. begins_page: a form feed stands before it.
    after_row: the blank lines before it hold tabs, as rows of empty cells do. ragged: its blanks, however many, only part
    words.
    """

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    width: int
    tabs: int = 0
    bare: bool = False
    begins_page: bool = False
    after_row: bool = False
    ragged: bool = False


class Word(NamedTuple):
    """A stretch of a line between blanks, with its offsets in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TextTable:
    """The lines [first, last) that are a table, and its cells.

    columns: where on the page its values stand, from its second column on, where that is known. titled: a title with a
    number stands in it. across: the text gives its cells in another order than row by row. tiles: lines that say one
    thing together, as a sentence does; then it has no cells.
    """

    first: int
    last: int
    cells: list[GridCell]
    columns: tuple[tuple[int, int], ...] = ()
    titled: bool = False
    across: bool = False
    tiles: tuple[tuple[int, ...], ...] = ()


class Piece(NamedTuple):
    """A stretch of a line between wide gaps; left and right are columns of the page."""

    start: int
    end: int
    text: str
    left: int
    right: int


_RULES = re.compile(r"(?:[-–—─=_]{3,}\s{1,200}){0,40}[-–—─=_]{3,}\Z")
_FAR_IN = 16
"""How far in a line that rules one column begins, at least: one at the margin may part sections."""


def without_rules(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines without those that only rule columns, over a total or under it: ------- -------."""
    kept: list[TextLine] = []
    after_blank = False
    for line in lines:
        if line.text[0] in _OF_RULES and _RULES.match(line.text) and _is_over_columns(line):
            after_blank = after_blank or line.after_blank
            continue
        kept.append(line._replace(after_blank=True) if after_blank and not line.after_blank else line)
        after_blank = False
    return kept


_OF_RULES = "-–—─=_"


def _is_over_columns(line: TextLine) -> bool:
    return line.indent >= _FAR_IN or WIDE_GAP.search(line.text) is not None


def has_wide_gap(text: str) -> bool:
    """Return whether white space parts a line; a single blank is the only white space that counts as printable."""
    return ("  " in text or not text.isprintable()) and WIDE_GAP.search(text) is not None


def pieces_of(line: TextLine, width: Callable[[str], int] = width) -> list[Piece]:
    """Return the stretches of a line that wide gaps part; a number (no year), its currency and its per cent sign are one.

    width: how many columns of the page a text takes.
    """
    if not has_wide_gap(line.text):
        return [Piece(line.start, line.end, line.text, line.indent, line.indent + width(line.text))]
    found: list[Piece] = []
    column, before = line.indent, 0
    for start, end in _spans(line.text):
        column += width(line.text[before:start])
        right = column + width(line.text[start:end])
        found.append(Piece(line.start + start, line.start + end, line.text[start:end], column, right))
        column, before = right, end
    return found


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where the stretches of a line begin and end."""
    found: list[tuple[int, int]] = []
    for piece in PIECE.finditer(text):
        start, end = piece.span()
        said = piece.group()
        low, high = found[-1] if found else (0, 0)
        behind = said in _BEHIND and text[high - 1].isdecimal() and is_number(text[low:high])
        currency = said[0] in _NUMBER_BEGINS and _CURRENCY.fullmatch(text, low, high)
        spaced = start - high <= _SPACED_OUT and _ONE_HAN.fullmatch(said) and _HANS.fullmatch(text, low, high)
        if found and (behind or currency or spaced):
            found[-1] = low, end
            continue
        if _RUN_TOGETHER.fullmatch(said):
            blanks = [start + at for at, character in enumerate(said) if character.isspace()]
            edges = [start, *blanks, end]
            found.extend((a + (a in blanks), b) for a, b in pairwise(edges))
        else:
            found.append((start, end))
    return found


_SPACED_OUT = 4
"""The most blanks between two characters of a word (項  目); 男 and 女 over two columns stand farther apart."""
_ONE_HAN = re.compile("[\u4e00-\u9fff]")
_HANS = re.compile("[\u4e00-\u9fff](?:\\s+[\u4e00-\u9fff])*")
_BEHIND = frozenset(("%", "％", ")", "）", "%)", ")%"))
_NUMBER_BEGINS = frozenset("0123456789(（-–—")
_CURRENCY = re.compile(r"[A-Za-z]{0,3}[$€£¥￥₹]")
_MARKED = r"(?:[(（][0-9][0-9,.]*[)）]|[-–]?[0-9]+[.,][0-9,.]*[0-9]|[-–]?[0-9]+(?:[.,][0-9]+)*%)"
_RUN_TOGETHER = re.compile(rf"{_MARKED}(?:\s{_MARKED})+")
"""Values of two columns that a single blank parts, each with a mark that makes it a number of its own: 5.5 (13,912)."""


def is_capital(text: str) -> bool:
    """Return whether a text begins with a Latin capital."""
    return "A" <= text[0] <= "Z"
