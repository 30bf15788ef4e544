"""Lines of tables whose blanks say nothing: one before a value here and three there, as some readers of PDFs give them.

Due from banks 95,151,872   101,470,935: a name that ends in an amount holds a value of its row, where the rows about it have
as many and no value ends where those above it do. Such lines are read word by word, as those with single blanks are.
"""

from __future__ import annotations

import re
from collections import Counter

from tagger.readers.text_lines import Piece, TextLine
from tagger.readers.values import is_nil, is_value

_ENDS_IN_AMOUNT = re.compile(
    r"[^\W\d_].*[ \u00a0][(（]?[-–—−]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+[%％])[)）]?\Z"
)
_MOST_LINES = 60
"""Of a table, above or below a line."""
_LEAST_ROWS = 2
_EVEN = 1
"""How far apart values may end that stand in one column of a page."""
_MOSTLY = 0.6


def ragged_lines(lines: list[TextLine], pieces: list[list[Piece]], wide: list[int]) -> set[int]:
    """Return the lines of tables in which blanks part nothing, by the lines whose name ends in an amount.

    wide: the lines that wide gaps part.
    """
    found: set[int] = set()
    done = -1
    for at in wide:
        if at <= done or not _holds_value_in_name(pieces[at]):
            continue
        first, last = _block(lines, at)
        done = last
        if _are_ragged(lines, first, last, at):
            found.update(range(first, last + 1))
    return found


def _holds_value_in_name(row: list[Piece]) -> bool:
    return (
        len(row) > 1
        and _ENDS_IN_AMOUNT.search(row[0].text) is not None
        and all(is_value(piece.text) for piece in row[1:])
    )


def _block(lines: list[TextLine], at: int) -> tuple[int, int]:
    """Return the first and the last line of those about a line that no blank line parts from it."""
    first = last = at
    while first and not lines[first].after_blank and at - first < _MOST_LINES:
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].after_blank and last - at < _MOST_LINES:
        last += 1
    return first, last


def _are_ragged(lines: list[TextLine], first: int, last: int, at: int) -> bool:
    """Return whether rows have as many values as a line, word by word, and end anywhere."""
    count = _values_at_end(lines[at])
    ends = [
        line.indent + line.width
        for line in lines[first : last + 1]
        if line.text[-1] in _MAY_END and _values_at_end(line) == count
    ]
    if count < _LEAST_ROWS or len(ends) < _LEAST_ROWS:
        return False
    most = max(sum(abs(one - end) <= _EVEN for one in ends) for end in Counter(ends))
    return most <= max(_MOSTLY * len(ends), 1)


_MAY_END = "0123456789)）%％-–—"


def _values_at_end(line: TextLine) -> int:
    """Return how many of the last words of a line are values, with a name before them."""
    words = line.text.split()
    for count, word in enumerate(reversed(words)):
        if closes_alone(word) or not (is_value(word) or is_nil(word)):
            return count
    return 0


def closes_alone(word: str) -> bool:
    """Return whether a word closes a bracket that another opens: 15), of (note 15)."""
    return word[-1] in ")）" and "(" not in word and "（" not in word
