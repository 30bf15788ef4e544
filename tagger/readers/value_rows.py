"""Rows of values among the lines of a table, and the columns of the page that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tagger.readers.text_lines import FILLER, Piece
from tagger.readers.values import is_number, is_value, is_year


def is_data(row: list[Piece]) -> bool:
    """Return whether a line is a heading and values: all but the first, with one at least that is no year.

    Before two values and more words may stand that say more of the name: an address.
    """
    if len(row) < 2 or (is_value(row[0].text) and not is_year(row[0].text)):  # noqa: PLR2004
        return False
    rest = row[1:]
    if _are_values(rest):
        return any(is_number(piece.text) for piece in rest)
    words = _leading_words(row)
    return (
        bool(words) and sum(is_number(piece.text) for piece in rest[words:]) > 1 and _are_values(rest[words:])
    )


def _are_values(pieces: list[Piece]) -> bool:
    return all([is_value(p.text) or p.right - p.left <= FILLER for p in pieces])  # noqa: C419  # half the time


def columns_of(rows: Iterator[list[Piece]]) -> list[tuple[int, int]]:
    """Return the columns of the page that values take, those that overlap as one.

    Where all rows have as many values, order alone tells the columns: blanks may only part the values.
    """
    values = [row[1:] for row in rows]
    if len({len(row) for row in values}) == 1:
        return [
            (min(p.left for p in column), max(p.right for p in column))
            for column in zip(*values, strict=True)
        ]
    spans = sorted({(piece.left, piece.right) for row in values for piece in row})
    merged: list[tuple[int, int]] = []
    for left, right in spans:
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def filled(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Return the rows of a table with empty pieces where a total has nothing in the columns of words between name and values.

    Only where the page does not tell the columns: words of uneven width stand before the values, and most rows have all.
    """
    most = max(map(len, rows), default=0)
    if most < _LEAST or all(len(row) == most for row in rows):
        return list(rows)
    data = [row for row in rows if is_data(row)]
    most = max((len(row) for row in data), default=0)
    full = [row for row in data if len(row) == most]
    words = min((_leading_words(row) for row in full), default=0)
    lacking = {len(row) for row in data} - {most}
    if not words or lacking != {most - words} or 2 * len(full) <= len(data):
        return list(rows)
    if len(columns_of(iter(data))) == most - 1:
        return list(rows)
    nothing = [piece._replace(start=piece.end, text="") for piece in full[0][1 : 1 + words]]
    return [[row[0], *nothing, *row[1:]] if is_data(row) and len(row) < most else row for row in rows]


_LEAST = 4
"""A name, words, and two values."""


def _leading_words(row: list[Piece]) -> int:
    """Return how many pieces of words stand between the name of a row and its first value."""
    return next((at for at, piece in enumerate(row[1:]) if is_value(piece.text)), 0)


def part_close_values(pieces: list[list[Piece]], data: list[int]) -> list[int]:
    """Part values from the names that a single blank parts them from, in place; return the rows of values, in order.

    Where a name is as long as its column is wide (Total dividend per share (cents) 11.0), its value ends where those of
    the rows beside it do, and nothing else stands in that column.
    """
    rows = set(data)
    for at in sorted({near for row in data for near in (row - 1, row, row + 1)}):
        if not 0 <= at < len(pieces) or (at not in rows and len(pieces[at]) > 1):
            continue
        found = _CLOSE.fullmatch(pieces[at][0].text) if pieces[at] else None
        if found is None or is_year(found[2]) or not is_number(found[2]):
            continue
        beside = [near for near in range(at - _NEAR, at + _NEAR + 1) if near != at and near in rows]
        if any(_ends_in_free_column(pieces[at], pieces[near]) for near in beside):
            first = pieces[at][0]
            long = len(found[2])
            name = first._replace(end=first.end - long - 1, text=found[1], right=first.right - long - 1)
            value = first._replace(start=first.end - long, text=found[2], left=first.right - long)
            pieces[at] = [name, value, *pieces[at][1:]]
            rows.add(at)
    return [at for at in sorted(rows) if is_data(pieces[at])]


_NEAR = 3
"""Lines to either side in which the values stand whose column one ends in."""
_CLOSE = re.compile(
    r"(.*[^\W\d_].*?)[ \u3000]([(（]?[-–—−+]?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?[)）]?[%％]?)"
)


def _ends_in_free_column(row: list[Piece], beside: list[Piece]) -> bool:
    """Return whether the first piece of a row ends where a value of another does, in a column that the row leaves empty."""
    first, *rest = row
    return any(
        abs(first.right - piece.right) <= 1
        and first.left < piece.left
        and is_number(piece.text)
        and not any(other.left < piece.right and piece.left < other.right for other in rest)
        for piece in beside[1:2]
    )
