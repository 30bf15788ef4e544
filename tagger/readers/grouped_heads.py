"""Headings over groups of columns that two or three lines hold: Operating / profit, beside Net sales, over Million yen, %.

The headings of the columns come again below each; the lines of one heading stand over one another.
"""

from __future__ import annotations

from tagger.readers.groups import groups_of
from tagger.readers.stacked_heads import over_columns
from tagger.readers.staggered_heads import Parts, Rows, as_one_line, clusters

_MOST_LINES = 3
_MOST_COLUMNS = 40


def grouped_heads(rows: Rows, columns: list[tuple[int, int]]) -> tuple[Rows, list[Parts]] | None:
    """Return lines of headings with those of groups as one line, and by line what lies between the parts of each.

    None where no heading of a group has more lines than another: lines that name all groups are levels.
    """
    if len(columns) > _MOST_COLUMNS:
        return None
    named = [number for number, row in enumerate(rows) if len(over_columns(columns, row)) == len(columns)]
    if not named or named[0] < 2:  # noqa: PLR2004
        return None
    names = [piece.text for piece in over_columns(columns, rows[named[0]])]
    for count in range(2, min(_MOST_LINES, named[0]) + 1):
        lines = list(range(named[0] - count, named[0]))
        pieces = [piece for number in lines for piece in over_columns(columns, rows[number])]
        if any(character.isdecimal() for piece in pieces for character in piece.text):
            return None
        stacks = clusters(pieces)
        if len({len(stack) for stack in stacks}) > 1 and groups_of(names, len(stacks)) is not None:
            return as_one_line(rows, lines, [sorted(s, key=lambda piece: piece.start) for s in stacks])
    return None
