"""Headings over aligned columns that several lines hold: which line over a column begins what the line below it ends.

The lines of one heading end where the others end, at the edge of its column's values (Wealth and / Personal / Banking); a
heading over several columns stands over the middle of them. Where columns are narrow, one blank may part two headings.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tagger.readers.grids import width
from tagger.readers.head_words import is_time
from tagger.readers.text_lines import Piece
from tagger.readers.values import ends_open

_OFF = 2
"""How far the ends of two lines in one column may be apart: one stands in brackets, or has the mark of a footnote."""
_FAR_IN = 8
_MOST_COLUMNS = 60
_LONGEST = 120
_WORD = re.compile(r"\S+")

Over = list[tuple[int, int]]
"""The columns [low, high) that each heading of a line stands over."""


def over_columns(columns: list[tuple[int, int]], row: list[Piece]) -> list[Piece]:
    """Return the pieces of a row of headings that stand over the columns of values."""
    named = len(row) > 1 and row[0].left < columns[0][0] - _FAR_IN and row[0].right <= columns[0][0]
    return row[1:] if len(row) > len(columns) or named else row


def stacked_heads(
    rows: list[list[Piece]], columns: list[tuple[int, int]]
) -> tuple[list[list[Piece]], dict[int, Over]]:
    """Return the lines of headings, each heading a piece of its own, and what those lines stand over that begin others.

    Only above a line that has a heading for each column; a line of which one heading fits no column is of groups, and so
    is all above it.
    """
    found: dict[int, Over] = {}
    rows = list(rows)
    tops: list[Piece] = []
    if len(columns) > _MOST_COLUMNS:
        return rows, found
    for number in range(len(rows) - 1, -1, -1):
        edges = [piece.right for piece in tops] or [right for _, right in columns]
        row = rows[number] = [part for piece in rows[number] for part in _parted(piece, edges, tops)]
        inner = over_columns(columns, row)
        if len(inner) == len(columns):
            tops = inner
            continue
        over = _own_columns(inner, tops) if tops else None
        if over is None:
            if tops and len(inner) == len(row):
                break
            continue
        found[number] = [(at, at + 1) for at in over]
        for at, piece in zip(over, inner, strict=True):
            tops = [*tops[:at], piece, *tops[at + 1 :]]
    return rows, found


def _own_columns(inner: list[Piece], tops: list[Piece]) -> list[int] | None:
    """Return the column that each piece of a line ends over, None where one is of no single column or of a group.

    Pieces over the first of equal shares of the columns are names of groups, unless they go on below, or no two columns
    are called alike.
    """
    if any(map(_tells_time, inner)):
        return None
    found = [[at for at, top in enumerate(tops) if abs(top.right - piece.right) <= _OFF] for piece in inner]
    if not found or any(len(at) != 1 for at in found):
        return None
    over = [at[0] for at in found]
    if any(is_time(tops[at].text) for at in over) or len(set(over)) < len(over):
        return None
    each = len(tops) // len(inner)
    shares = each > 1 and over == list(range(0, len(tops), each))
    if shares and not all(ends_open(piece.text) for piece in inner):
        called = [top.text for top in tops]
        return over if len(inner) > 1 and len(set(called)) == len(called) else None
    return over


def _tells_time(piece: Piece) -> bool:
    return any(character.isdecimal() for character in piece.text)


def _parted(piece: Piece, edges: list[int], tops: list[Piece]) -> list[Piece]:
    """Return the headings that single blanks part in a piece, each ending over a column of its own; else the piece."""
    if len(piece.text) > _LONGEST or " " not in piece.text or _tells_time(piece):
        return [piece]
    first = bisect_left(edges, piece.left + 1)
    last = bisect_left(edges, piece.right - _OFF)
    if not first < last < len(edges) or abs(edges[last] - piece.right) > _OFF:
        return [piece]
    if any(is_time(top.text) for top in tops[first : last + 1]):
        return [piece]
    spans = [found.span() for found in _WORD.finditer(piece.text)]
    ends = [piece.left + width(piece.text[:end]) for _, end in spans]
    parts: list[Piece] = []
    begun = 0
    for edge in edges[first : last + 1]:
        near = [at for at in range(begun, len(ends)) if abs(ends[at] - edge) <= _OFF]
        if not near:
            return [piece]
        at = min(near, key=lambda word: abs(ends[word] - edge))
        low, high = spans[begun][0], spans[at][1]
        left = piece.left + width(piece.text[:low])
        parts.append(Piece(piece.start + low, piece.start + high, piece.text[low:high], left, ends[at]))
        begun = at + 1
    return parts if begun == len(spans) else [piece]
