"""Headings over aligned columns that several lines hold: which line over a column begins what the line below it ends.

The lines of one heading end where the others end, at the edge of its column's values (Wealth and / Personal / Banking); a
heading over several columns stands over the middle of them. Where columns are narrow, one blank may part two headings.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tagger.readers.grids import width
from tagger.readers.groups import groups_of
from tagger.readers.head_words import is_stretch, is_time, says_both_ways
from tagger.readers.text_lines import Piece
from tagger.readers.values import ends_open, is_amounts_in, mentions_unit

_OFF = 2
"""How far the ends of two lines in one column may be apart: one stands in brackets, or has the mark of a footnote."""
_NEAR = 4
"""How far off both ends may be of a line that is about as wide as the one below it: letters of a page differ in width."""
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

    A line of which one heading fits no column is of groups, and so is all above it.
    """
    found: dict[int, Over] = {}
    rows = list(rows)
    if len(columns) > _MOST_COLUMNS:
        return rows, found
    tops = [Piece(0, 0, "", left, right) for left, right in columns]
    for number in range(len(rows) - 1, -1, -1):
        if _are_groups(over_columns(columns, rows[number]), tops):
            break
        row = rows[number] = _all_parted(rows[number], tops, columns)
        inner = over_columns(columns, row)
        if len(inner) == len(columns):
            tops = inner
            continue
        below = any(len(over_columns(columns, above)) == len(columns) for above in rows[:number])
        over = _own_columns(inner, tops, may_be_groups=not below)
        if over is None:
            if row[-1].right > columns[0][0]:
                break
            continue
        found[number] = [(at, at + 1) for at in over]
        for at, piece in zip(over, inner, strict=True):
            tops = [*tops[:at], piece, *tops[at + 1 :]]
    return rows, found


def _are_groups(row: list[Piece], tops: list[Piece]) -> bool:
    """Return whether a line names groups of columns, each by a name of its own, whose heads come again: amount, %."""
    said = {piece.text for piece in row}
    return (
        1 < len(row) == len(said) < len(tops) and groups_of([top.text for top in tops], len(row)) is not None
    )


def _all_parted(row: list[Piece], tops: list[Piece], columns: list[tuple[int, int]]) -> list[Piece]:
    """Return the headings of a line; those that end farther off only where there is one for each column then."""
    found = [part for piece in row for part in _parted(piece, tops, _OFF)]
    if len(over_columns(columns, found)) == len(columns):
        return found
    looser = [part for piece in found for part in _parted(piece, tops, _NEAR)]
    return looser if len(over_columns(columns, looser)) == len(columns) else found


def _own_columns(inner: list[Piece], tops: list[Piece], *, may_be_groups: bool) -> list[int] | None:
    """Return the column that each piece of a line ends over, None where one is of no single column or of a group.

    Pieces over one of each of equal shares of the columns are names of groups, unless they go on below, stand over the last
    of each, or over the first where no two columns are called alike; may_be_groups: no line above names all columns.
    """
    if any(map(_tells_number, inner)):
        return None
    found = [[at for at, top in enumerate(tops) if _in_line(piece, top)] for piece in inner]
    if not found or any(len(at) != 1 for at in found):
        return None
    over = [at[0] for at in found]
    if any(is_time(tops[at].text) for at in over) or len(set(over)) < len(over):
        return None
    each = len(tops) // len(inner)
    shares = (
        may_be_groups
        and each > 1
        and each * len(inner) == len(tops)
        and over == list(range(over[0], len(tops), each))
    )
    if shares and not all(ends_open(piece.text) for piece in inner):
        called = [top.text for top in tops]
        apart = len(inner) > 1 and len(set(called)) == len(called)
        return over if over[0] == each - 1 or (apart and not over[0]) else None
    return over


def _in_line(piece: Piece, top: Piece) -> bool:
    """Return whether two lines are in one column: they end alike, or are about as wide and stand over one another."""
    off = abs(top.right - piece.right)
    return off <= _OFF or (off <= _NEAR and abs(top.left - piece.left) <= _NEAR)


def _tells_number(piece: Piece) -> bool:
    return any(character.isdecimal() for character in piece.text)


def _parted(piece: Piece, tops: list[Piece], off: int) -> list[Piece]:
    """Return the headings that single blanks part in a piece, each ending over a column of its own; else the piece.

    off: how far off they may end, all as far as the last of them rather than otherwise.
    """
    if len(piece.text) > _LONGEST or " " not in piece.text or is_time(piece.text) or is_stretch(piece.text):
        return [piece]
    if piece.text[0] in "([（" or (_tells_number(piece) and mentions_unit(piece.text)):
        return [piece]  # (Rupees in '000)
    if is_amounts_in(piece.text) or says_both_ways(piece.text):
        return [piece]
    edges = [top.right for top in tops]
    first = bisect_left(edges, piece.left + 1)
    last = bisect_left(edges, piece.right - off)
    if not first < last < len(edges) or abs(edges[last] - piece.right) > off:
        return [piece]
    if any(is_time(top.text) for top in tops[first : last + 1]):
        return [piece]
    shift = piece.right - edges[last]
    spans = [found.span() for found in _WORD.finditer(piece.text)]
    ends = [piece.left + width(piece.text[:end]) for _, end in spans]
    parts: list[Piece] = []
    begun = 0
    for edge in edges[first : last + 1]:
        near = [at for at in range(begun, len(ends)) if abs(ends[at] - edge) <= off]
        if not near:
            return [piece]
        at = min(near, key=lambda word: abs(ends[word] - edge - shift))
        low, high = spans[begun][0], spans[at][1]
        left = piece.left + width(piece.text[:low])
        parts.append(Piece(piece.start + low, piece.start + high, piece.text[low:high], left, ends[at]))
        begun = at + 1
    return parts if begun == len(spans) else [piece]
