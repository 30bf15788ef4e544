"""The words of a line whose cells single blanks part, as headings of columns and as values, and whether wide gaps part them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from tagger.readers.head_words import is_day, is_time
from tagger.readers.heads import as_one, put_together
from tagger.readers.said_times import with_whole_times
from tagger.readers.text_lines import SENTENCE, WIDE_GAP, TextLine, Word
from tagger.readers.values import is_amounts_in, is_number, is_value, month_names
from tagger.words.alternation import alternation

LEAST_COLUMNS = 2


def gaps_between(line: TextLine) -> bool:
    """Return whether wide gaps part the cells of a line; one alone may part a name, or the corner, from all the others."""
    text = line.text
    gap = WIDE_GAP.search(text) if not line.ragged else None
    if gap is None:
        return False
    before, behind = text[: gap.start()], text[gap.end() :].lstrip()
    if WIDE_GAP.search(behind) or not any(character.isalpha() for character in before):
        return True
    cells = [found[0] for found in _heading().finditer(behind)]
    if len(cells) < LEAST_COLUMNS:
        return True
    return not (all(map(is_value, behind.split(" "))) or all(is_day(cell) or is_time(cell) for cell in cells))


_IN_BRACKETS = r"[(（](?: [0-9][0-9,.]*[%％]? ?|[0-9][0-9,.]*[%％]? )[)）][%％]?(?!\S)"
_WORD = re.compile(
    rf"{_IN_BRACKETS}|(?:(?:[↑↓]|[A-Z]{{0,3}}[$€£¥₹])\s(?=[(]?[0-9]))?"
    r"\S+?(?:(?<=[a-zA-Z][)])(?=[0-9][0-9.,]*[%％]?(?!\S))|(?!\S))"
)
"""An arrow and a currency's sign go with the number behind them: ▲ 4.1%, $ 56,361. A bracket ends a name: (Non-GAAP)2.95%. Blanks
may stand within those of a number: ( 38,867 )."""


def words_in(line: TextLine, word: re.Pattern[str] = _WORD) -> list[Word]:
    """Return the words of a line, by default those of a row."""
    return [
        Word(line.start + found.start(), line.start + found.end(), found[0])
        for found in word.finditer(line.text)
    ]


def headings_of(line: TextLine) -> list[Word]:
    """Return the headings of a line, none where it holds a value, a sentence or wide gaps."""
    return list(_headings_of(line))


@lru_cache(maxsize=256)
def _headings_of(line: TextLine) -> list[Word]:
    """Return the headings of a line, which is asked for each line above some rows that may be the first of a table."""
    if SENTENCE.search(line.text) or gaps_between(line):
        return []
    found = _units_as_one(line) or with_whole_times(line, put_together(words_in(line, _heading())))
    found = _with_numbers(found) if _NUMBERED.search(line.text) else found
    return [] if any(is_number(word.text) for word in found if " " not in word.text) else found


_NUMBERED = re.compile(r"([A-Z][a-z]+) [1-9] .*\b\1 [1-9](?![\w.,%])")
"""A name that comes again with another number: Stage 1 Stage 2."""


def _with_numbers(words: list[Word]) -> list[Word]:
    """Return the words of a line with the number of a name that comes again as a part of it: Stage 1 Stage 2 Stage 3 Total."""
    again = Counter(word.text for word in words)
    found: list[Word] = []
    for word in words:
        if found and is_digit(word.text) and again[found[-1].text] > 1 and found[-1].text.isalpha():
            found[-1] = as_one([found[-1], word])
        else:
            found.append(word)
    return found


def is_digit(text: str) -> bool:
    """Return whether a word is one digit that may number what stands before it: Stage 1."""
    return len(text) == 1 and "1" <= text <= "9"


def _units_as_one(line: TextLine) -> list[Word]:
    """Return the units of columns where a line is nothing but one of two words or three, once or again and again: RMB m RMB m."""
    if is_amounts_in(line.text):
        return [Word(line.start, line.end, line.text)]
    first = line.text[: line.text.find(" ")] if len(line.text) <= _LONGEST else ""
    if not first or line.text.count(first) < LEAST_COLUMNS or _DIGIT.search(line.text):
        return []
    words = words_in(line)
    size = next((at for at in range(1, len(words)) if words[at].text == first), 0)
    said = [word.text for word in words]
    if not 1 < size <= _MOST_OF_UNIT or len(words) % size or said != said[:size] * (len(words) // size):
        return []
    if not is_amounts_in(" ".join(said[:size])):
        return []
    parts = [words[at : at + size] for at in range(0, len(words), size)]
    return list(map(as_one, parts))


_LONGEST = 160
_MOST_OF_UNIT = 3
_DIGIT = re.compile(r"\d")


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of a heading of one word, or of a day or month, with its year or above it: June 30, 2024; June 30,."""
    months = alternation(month_names())
    day = r"(?:(?:19|20)\d\d|(?:9\d|1[0-2]\d)) ?年(?: ?度)?(?: ?\d{1,2}(?:[-–至]\d{1,2})? ?月)?(?: ?\d{1,2} ?日)?"
    return re.compile(
        r"[(（][^()（）]{1,40}[)）]|(?:(?:[1-4]q|q[1-4]|[12]h|h[12]|[369]m) ?(?:fy ?)?'?(?:20)?[0-9]{2}(?!\S)"
        rf"|{day}\S*|(?:\d{{1,2}} )?(?:{months})\.?,? (?:\d{{1,2}}(?:, ?| ))?\d{{4}}"
        rf"|\d{{1,2}} (?:{months})\b\.?|(?:{months})\.? \d{{1,2}},?(?!\S)"
        r"|\d{1,2} ?月 ?\d{1,2} ?日|[%％](?:[^\W\d_]+| (?![qh][1-4])[a-z]+)|\S+)(?: [(（][^()（）\d]{1,24}[)）])?",
        re.IGNORECASE,
    )
