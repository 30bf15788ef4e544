"""Headings of columns that are times, a line each, over rows whose cells single blanks part; what stretches stand over them.

3 Months Ended 9 Months Ended / Sep. 30, 2018 / Sep. 30, 2017 / Sep. 30, 2018 / Sep. 30, 2017.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tagger.readers.head_words import is_corner, is_day, is_head, is_time
from tagger.readers.heads import Placed, word_of
from tagger.readers.text_lines import TextLine, Word
from tagger.readers.values import is_year, said_in_tables
from tagger.words.alternation import alternation
from tagger.words.folding import fold

_MOST_SECTIONS = 2


def times_a_line(lines: Sequence[TextLine], count: int) -> list[list[Placed]] | None:
    """Return lines of headings over `count` columns where each is a time in a line of its own; None where they are others.

    lines: those above the first row of values, all of them: stretches, times, and the names of sections.
    """
    broken = _broken_days(lines, count)
    if broken is not None:
        return broken
    last = len(lines)
    while last and len(lines) - last < _MOST_SECTIONS and not _is_time(lines[last - 1]):
        last -= 1
    first = last - count
    if first not in (0, 1) or count < 2 or not all(map(_is_time, lines[first:last])):  # noqa: PLR2004
        return None
    over = _stretches(lines[0]) if first else []
    if first and (not over or count % len(over)):
        return None
    each = count // len(over) if over else count
    return [
        *([[(1 + each * at, each, [word]) for at, word in enumerate(over)]] if over else []),
        [(at + 1, 1, [word_of(line)]) for at, line in enumerate(lines[first:last])],
        *([(0, 1, [word_of(line)])] for line in lines[last:]),
    ]


def _broken_days(lines: Sequence[TextLine], count: int) -> list[list[Placed]] | None:
    """Return headings that are days over two lines each, below one another; what follows them is the last heading.

    2025年 / 12月31日 / 2024年 / 12月31日 / 本年末比上年末 / 增減.
    """
    corner = int(bool(lines) and is_corner(_letters_joined(lines[0].text)))
    columns: list[list[Word]] = []
    at, days = corner, 0
    while at + 1 < len(lines) and _breaks_day(lines[at].text, lines[at + 1].text):
        columns.append([word_of(lines[at]), word_of(lines[at + 1])])
        at, days = at + 2, days + 1
    rest = [word_of(line) for line in lines[at:]]
    if days < 2 or len(rest) > _MOST_LINES:  # noqa: PLR2004
        return None
    if rest and is_head("".join(word.text for word in rest)):
        columns.append(rest)
        rest = []
    if rest or len(columns) != count:
        return None
    return [
        *([[(0, 1, [word_of(lines[0])])]] if corner else []),
        [(column, 1, words) for column, words in enumerate(columns, start=1)],
    ]


_MOST_LINES = 3


def _letters_joined(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "")


def _breaks_day(one: str, other: str) -> bool:
    """Return whether two lines are a year and its day, or a day and its year."""
    first, second = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    if _YEAR.match(first):
        return _DAY_OF_YEAR.match(second) is not None
    return is_day(one) and is_year(other)


_YEAR = re.compile(r"(?:19|20)?[0-9]{2,3}年\Z")
_DAY_OF_YEAR = re.compile(r"[0-9]{1,2}月(?:[0-9]{1,2}日)?\Z")


def _is_time(line: TextLine) -> bool:
    """Return whether a line heads a column by nothing but a time."""
    return is_head(line.text) and is_time(line.text)


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(rf"\S.*?(?:{alternation(said_in_tables('stretches'))})(?![a-z])\s*")


def _stretches(line: TextLine) -> list[Word]:
    """Return the stretches that a line is made of, none where it holds anything else."""
    folded, at, found = fold(line.text), 0, list[Word]()
    while at < len(folded):
        piece = _stretch().match(folded, at)
        if piece is None:
            return []
        said = line.text[at : piece.end()].rstrip()
        found.append(Word(line.start + at, line.start + at + len(said), said))
        at = piece.end()
    return found
