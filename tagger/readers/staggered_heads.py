"""Headings over aligned columns that no line names all of: each stands in the middle of a cell as high as the longest.

報告期末 and 持股 in one line, 報告期內 in the next, 持股數量 and 比例 below: what stands one below the other in a column is
one heading, whatever lines of others lie between.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tagger.document import Span
from tagger.readers.grids import is_titled
from tagger.readers.head_words import is_time
from tagger.readers.stacked_heads import over_columns
from tagger.readers.text_lines import Piece
from tagger.readers.values import is_value, mentions_unit

_MOST_COLUMNS = 40
_MOST_WIDE = 3
"""Headings over several columns, or titles, that may stand among those of the columns."""
_MIDDLE = 0.15
"""How far off the middle of the table, as a share of its width, a line may stand that speaks for all of it."""
_HAN_FIRST = "\u2e80"

Rows = list[list[Piece]]
Parts = dict[int, tuple[Span, ...]]


def staggered_heads(rows: Rows, columns: list[tuple[int, int]]) -> tuple[Rows, list[Parts]] | None:
    """Return lines of headings with those of the columns as one line, and by line what lies between the parts of each.

    None where the lines do not hold one heading for each column that way, or a line of them names all columns.
    """
    if len(rows) < 2 or not 2 <= len(columns) <= _MOST_COLUMNS:  # noqa: PLR2004
        return None
    if any(len(over_columns(columns, row)) >= len(columns) or _names_times(row) for row in rows):
        return None
    # what stands over the middle may head the one column that no other line names
    for middle in (_MIDDLE, 0.0):
        lines = [number for number, row in enumerate(rows) if row and not _is_of_all(row, columns, middle)]
        lines.extend(_units_of_one(rows, lines))
        heads = _stacks([piece for number in lines for piece in rows[number]], columns)
        if heads is not None and any(len(stack) > 1 for stack in heads):
            return as_one_line(rows, lines, heads)
    return None


def as_one_line(rows: Rows, lines: list[int], heads: list[list[Piece]]) -> tuple[Rows, list[Parts]]:
    """Return the lines with the headings of the columns, by column, as one in the place of the last of `lines`."""
    used = {piece for stack in heads for piece in stack}
    kept: Rows = []
    parts: list[Parts] = []
    last = max(number for number in lines if used.intersection(rows[number]))
    for number, row in enumerate(rows):
        left = [piece for piece in row if piece not in used]
        if left:
            kept.append(left)
            parts.append({})
        if number == last:
            kept.append([_joined(stack) for stack in heads])
            parts.append({at: _between(stack) for at, stack in enumerate(heads) if len(stack) > 1})
    return kept, parts


def _units_of_one(rows: Rows, lines: list[int]) -> list[int]:
    """Return the lines of one unit each that end a heading which begins above the longest of the other lines.

    Assets / Name, Offices, Staff / (RMB million): the middle of each heading stands in the line of those that are short.
    """
    longest = max(lines, key=lambda number: len(rows[number]), default=0)
    found: list[int] = []
    for number, row in enumerate(rows):
        if number in lines or number < longest or len(row) > 1 or not mentions_unit(row[0].text):
            continue
        over = [line for line in lines for piece in rows[line] if _overlap(piece, row[0])]
        if over and max(over) < longest:
            found.append(number)
    return found


def _overlap(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right


def _is_of_all(row: list[Piece], columns: list[tuple[int, int]], middle: float) -> bool:
    """Return whether a line is one heading that speaks for all columns: a unit, a time, what stands over their middle."""
    if len(row) > 1:
        return False
    piece = row[0]
    if is_titled(piece.text) or mentions_unit(piece.text) or is_time(piece.text):
        return True
    first, last = columns[0][0], columns[-1][1]
    return piece.right > first and abs(piece.left + piece.right - first - last) <= 2 * middle * (last - first)


def _names_times(row: list[Piece]) -> bool:
    """Return whether a line names times of groups of columns: two or more, and nothing beside them but a corner."""
    times = [piece for piece in row if is_time(piece.text)]
    return len(times) > 1 and len(row) - len(times) <= 1


def spans_all(row: list[Piece], heads: list[Piece]) -> bool:
    """Return whether a line above headings is one title of the table: it stands over many of them."""
    piece = row[0]
    if len(row) > 1 or mentions_unit(_PER_CENT.sub("", piece.text)) or is_time(piece.text):
        return False
    over = sum(_overlap(piece, head) for head in heads)
    return over > max(2, len(heads) // 3)


_PER_CENT = re.compile(r"[0-9]\s?[%％]")


def _stacks(pieces: list[Piece], columns: list[tuple[int, int]]) -> list[list[Piece]] | None:
    """Return the pieces by column, from the top, that of the names of the rows first if there is one."""
    if any(is_value(piece.text) for piece in pieces):
        return None
    left = sorted(pieces, key=lambda piece: piece.right - piece.left)
    for _ in range(_MOST_WIDE + 1):
        found = clusters(left)
        corner = len(found) == len(columns) + 1 and found[0][0].right <= columns[0][0]
        if len(found) - corner == len(columns) and _stand_over(found[corner:], columns):
            return [sorted(stack, key=lambda piece: piece.start) for stack in found]
        if len(found) > len(columns) or not left:
            return None
        left.pop()
    return None


def clusters(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces that overlap one another, from left to right."""
    found: list[list[Piece]] = []
    edge = -1
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if found and piece.left < edge:
            found[-1].append(piece)
        else:
            found.append([piece])
        edge = max(edge, piece.right)
    return found


def _stand_over(stacks: list[list[Piece]], columns: list[tuple[int, int]]) -> bool:
    """Return whether each stack is nearer to its own column than to any but the one beside it."""
    middles = [left + right for left, right in columns]
    for number, stack in enumerate(stacks):
        low, high = min(piece.left for piece in stack), max(piece.right for piece in stack)
        if abs(nearest(middles, low + high) - number) > 1:
            return False
    return True


def nearest(middles: list[int], middle: int) -> int:
    """Return which of the columns is nearest to a place; both doubled: the sum of where a piece begins and ends."""
    return min(range(len(middles)), key=lambda at: abs(middles[at] - middle))


def _between(stack: list[Piece]) -> tuple[Span, ...]:
    return tuple((one.end, other.start) for one, other in pairwise(stack))


def _joined(stack: list[Piece]) -> Piece:
    text = "".join(piece.text if piece.text[0] >= _HAN_FIRST else f" {piece.text}" for piece in stack).strip()
    left, right = min(piece.left for piece in stack), max(piece.right for piece in stack)
    return Piece(stack[0].start, stack[-1].end, text, left, right)
