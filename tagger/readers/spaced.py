"""Tables whose cells single blanks part, as the text layer of a PDF gives them: 正常類 9,812.45 97.21% 9,280.13 97.10%.

Nothing but their rhythm tells them: lines of a name and as many values each, below a line of as many headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from tagger.readers.grids import GridCell
from tagger.readers.text_lines import SENTENCE, SHORT, WIDE_GAP, TextLine, TextTable
from tagger.readers.values import is_number, is_value, month_names
from tagger.words.language import alternation

_LEAST_ROWS = 2
_LEAST_COLUMNS = 2
_MAY_END_VALUE = "%％)）-–—*"


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def spaced_table(lines: list[TextLine], at: int) -> TextTable | None:
    """Return the table that begins at a line, or a line before it: its headings, or a row of a table that has none.

    Without headings the columns stay nameless, and so do the figures in them: rows are no sentences.
    """
    if at + 1 >= len(lines):
        return None
    first = None if lines[at + 1].after_blank else _row(lines[at + 1])
    if first is None:
        return None
    count = len(first) - 1
    head = _headings(lines[at])
    above = _headings(lines[at - 1]) if at and not lines[at].after_blank else []
    is_above = _LEAST_COLUMNS <= len(above) < count and count % len(above) == 0
    if len(head) not in (count, count + 1) or (_has_digits(above) and not is_above):
        head, above, is_above = [], [], False  # or years that stand above no column that can be told
        first = _row(lines[at])
        if first is None or len(first) != count + 1:
            return None
    begins = at + bool(head)
    rows = list(_rows_from(lines, begins, count))
    if len(rows) < _LEAST_ROWS:
        return None
    cells = _cells(above if is_above else [], head, rows, count)
    return TextTable(at - is_above, begins + len(rows), list(cells))


def may_end_row(text: str) -> bool:
    """Return whether a line ends as a row of values may."""
    return text[-1].isdecimal() or text[-1] in _MAY_END_VALUE


def _rows_from(lines: list[TextLine], begins: int, count: int) -> Iterator[list[_Word]]:
    for number, line in enumerate(islice(lines, begins, None)):
        row = None if number and line.after_blank else _row(line)
        if row is None or len(row) != count + 1:
            return
        yield row


def _has_digits(words: list[_Word]) -> bool:
    return any(character.isdigit() for word in words for character in word.text)


def _cells(above: list[_Word], head: list[_Word], rows: list[list[_Word]], count: int) -> Iterator[GridCell]:
    for number, word in enumerate(above):
        wide = count // len(above)
        yield GridCell(word.start, word.end, 0, 1 + number * wide, columns=wide)
    for number, word in enumerate(head):
        yield GridCell(word.start, word.end, int(bool(above)), number + count + 1 - len(head))
    for row, words in enumerate(rows, start=bool(head) + bool(above)):
        for column, word in enumerate(words):
            yield GridCell(word.start, word.end, row, column)


def _row(line: TextLine) -> list[_Word] | None:
    """Return the name and the values of a line, None where it is no row."""
    if not may_end_row(line.text) or WIDE_GAP.search(line.text):
        return None
    words = _words(line)
    first = len(words)
    while first and is_value(words[first - 1].text):
        first -= 1
    values = words[first:]
    if len(values) < _LEAST_COLUMNS or not first or not any(is_number(word.text) for word in values):
        return None
    name = line.text[: words[first - 1].end - line.start]
    if len(name) > SHORT or SENTENCE.search(name) or not any(character.isalpha() for character in name):
        return None
    return [_Word(line.start, words[first - 1].end, name), *values]


_WORD = re.compile(r"\S+")


def _words(line: TextLine, word: re.Pattern[str] = _WORD) -> list[_Word]:
    return [
        _Word(line.start + found.start(), line.start + found.end(), found[0])
        for found in word.finditer(line.text)
    ]


def _headings(line: TextLine) -> list[_Word]:
    """Return the headings of a line, none where it holds a value, a sentence or wide gaps."""
    if SENTENCE.search(line.text) or WIDE_GAP.search(line.text):
        return []
    found = _words(line, _heading())
    return [] if any(is_number(word.text) for word in found if " " not in word.text) else found


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of a heading of one word, or of a day or month with its year: 30 June 2024, June 30, 2024."""
    months = alternation(month_names())
    day = r"(?:19|20)\d\d ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?"
    return re.compile(
        rf"{day}\S*|(?:\d{{1,2}} )?(?:{months})\.?,? (?:\d{{1,2}},? )?\d{{4}}|[%％] ?[^\W\d_]+|\S+",
        re.IGNORECASE,
    )
