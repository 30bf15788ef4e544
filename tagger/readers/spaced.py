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
from tagger.readers.values import is_number, is_value
from tagger.words.folding import fold
from tagger.words.language import alternation, available, load_language

_LEAST_ROWS = 2
_LEAST_COLUMNS = 2
_VALUE_ENDS = re.compile(r"[\d%％)）\-–—*]\Z")


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def spaced_table(lines: list[TextLine], at: int) -> TextTable | None:
    """Return the table whose line of headings, the last where there are two, stands at a line."""
    if at + _LEAST_ROWS >= len(lines) or not _VALUE_ENDS.search(lines[at + 1].text):
        return None
    first = _row(lines[at + 1])
    if first is None or lines[at + 1].after_blank:
        return None
    count = len(first) - 1
    head = _headings(lines[at])
    if len(head) not in (count, count + 1):
        return None
    rows = [first]
    for line in islice(lines, at + 2, None):
        row = None if line.after_blank else _row(line)
        if row is None or len(row) != count + 1:
            break
        rows.append(row)
    if len(rows) < _LEAST_ROWS:
        return None
    above = _headings(lines[at - 1]) if at and not lines[at].after_blank else []
    if not (_LEAST_COLUMNS <= len(above) < count and count % len(above) == 0):
        above = []
    begins = at - bool(above)
    return TextTable(begins, at + 1 + len(rows), list(_cells(above, head, rows, count)))


def _cells(above: list[_Word], head: list[_Word], rows: list[list[_Word]], count: int) -> Iterator[GridCell]:
    for number, word in enumerate(above):
        wide = count // len(above)
        yield GridCell(word.start, word.end, 0, 1 + number * wide, columns=wide)
    for number, word in enumerate(head):
        yield GridCell(word.start, word.end, int(bool(above)), number + count + 1 - len(head))
    for row, words in enumerate(rows, start=1 + bool(above)):
        for column, word in enumerate(words):
            yield GridCell(word.start, word.end, row, column)


def _row(line: TextLine) -> list[_Word] | None:
    """Return the name and the values of a line, None where it is no row."""
    if not _VALUE_ENDS.search(line.text) or WIDE_GAP.search(line.text):
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


def _words(line: TextLine) -> list[_Word]:
    return [
        _Word(line.start + found.start(), line.start + found.end(), found[0])
        for found in re.finditer(r"\S+", line.text)
    ]


def _headings(line: TextLine) -> list[_Word]:
    """Return the headings of a line, none where it holds a value, a sentence or wide gaps."""
    if SENTENCE.search(line.text) or WIDE_GAP.search(line.text):
        return []
    found = [
        _Word(line.start + found.start(), line.start + found.end(), found[0])
        for found in _heading().finditer(line.text)
    ]
    return [] if any(is_number(word.text) for word in found) else found


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of a heading of one word, or of a day or month with its year: 30 June 2024, June 30, 2024."""
    months = alternation(
        month for tag in available() for month in load_language(tag).extra["months"] if fold(month) == month
    )
    return re.compile(
        rf"(?:\d{{1,2}} )?(?:{months})\.?,? (?:\d{{1,2}},? )?\d{{4}}|[%％] ?[^\W\d_]+|\S+",
        re.IGNORECASE,
    )
