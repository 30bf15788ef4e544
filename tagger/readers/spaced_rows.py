"""The rows of a table whose cells single blanks part: a name and its values, which may stand in the line below the name.

Net profit attributable to / shareholders 4,734 7,050: what belongs to one name is put together in `tagger.tables`; what
stands behind the values of a name that ends open is a part of it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tagger.document import Span
from tagger.readers.head_words import is_head, is_nothing, is_time
from tagger.readers.heads import word_of
from tagger.readers.ragged import closes_alone
from tagger.readers.row_names import is_note, without_code
from tagger.readers.spaced_heads import LEAST_COLUMNS, gaps_between, is_digit, words_in
from tagger.readers.text_lines import SENTENCE, SHORT, TextLine, Word, is_capital
from tagger.readers.values import ends_open, goes_on, is_nil, is_number, is_value, month_names

MOST_SECTIONS = 2
_MOST_LINES = 6
"""Of names of sections above a row, and of lines that begin its name."""
_LONGEST_SECTION = 24
_LONGEST_NAME = 200
"""Of a row below others of as many values."""
_MAY_END_VALUE = "%％)）-–—*"
_UNIT_BEHIND = 16
_DIGIT = re.compile(r"\d")
_RULE = "|"


class Row(NamedTuple):
    """A row: its line, the name and the values, the line behind its last; what lies between the parts of its name.

    A name alone is that of a section; one that says nothing is none, before values.
    """

    line: int
    words: list[Word]
    end: int
    breaks: tuple[Span, ...] = ()


def may_end_row(text: str) -> bool:
    """Return whether a line ends as a row of values may: in a value, or in its unit."""
    last = text[-1]
    if last.isdecimal() or last in _MAY_END_VALUE:
        return True
    return last.isalpha() and _DIGIT.search(text, max(0, len(text) - _UNIT_BEHIND)) is not None


def rows_from(lines: list[TextLine], begins: int, count: int, *, noted: bool) -> Iterator[Row]:
    """Yield the rows of as many values, and the names of sections between them. noted: a note may stand before the values."""
    above: list[TextLine] = []  # lines without values since the last row
    first = number = begins
    while number < len(lines):
        line = lines[number]
        if number > begins and line.after_blank:
            return
        row = _fitting(row_of(line, _LONGEST_NAME, nil=number > begins), count, noted=noted)
        alone = values_alone(line, count) if row is None and number > begins else []
        if row is not None or alone:
            opened = _beginnings(above, row, _name_below(lines, number))
            row = row or [Word(line.start, line.start, ""), *alone]
            sections = above[: len(above) - opened]
            if len(sections) > MOST_SECTIONS:
                return
            yield from (Row(first + at, [word_of(one)], first + at + 1) for at, one in enumerate(sections))
            found = _with_rest(lines, number, _named(above[len(sections) :], row))
            yield found._replace(breaks=(*_breaks(above[len(sections) :], row), *found.breaks))
            first = number = found.end
            above = []
        elif len(above) < _MOST_LINES and (
            opens_name(line)
            if number == begins
            else is_section(line)
            or _says_time_alone(line)
            or (above and _goes_on(above[-1], line))
            or _is_named_below(lines, number, count)
            or _is_long_section(lines, number, count, noted=noted)
        ):
            above.append(line)
            number += 1
        else:
            return


def _name_below(lines: list[TextLine], number: int) -> str:
    return lines[number + 1].text if number + 1 < len(lines) else ""


def _beginnings(above: list[TextLine], row: list[Word] | None, following: str) -> int:
    """Return how many of the lines above a row begin its name, that of values alone where it is None: a section's do not.

    Financial assets designated and / otherwise measured at fair value / through profit or loss 10,529 34,127
    """
    name, count = row[0].text if row is not None else "", 0
    for line in reversed(above):
        opens = not name or goes_on(line.text, name, following if not count else "")
        if not (opens or opens_name(line)) or is_head(line.text) or _says_time_alone(line):
            break
        name, count = line.text, count + 1
    return count


def _named(beginnings: list[TextLine], row: list[Word]) -> list[Word]:
    """Return a row with the lines above it that begin its name."""
    if not beginnings:
        return row
    name = row[0]
    said = " ".join([*(line.text for line in beginnings), *([name.text] if name.text else [])])
    end = name.end if name.text else beginnings[-1].end
    return [Word(beginnings[0].start, end, said), *row[1:]]


def _breaks(beginnings: list[TextLine], row: list[Word]) -> tuple[Span, ...]:
    """Return what lies between the lines of a name, and before the part of it beside the values."""
    parts = [(line.start, line.end) for line in beginnings]
    if row[0].text:
        parts.append((row[0].start, row[0].end))
    return tuple((one[1], other[0]) for one, other in pairwise(parts))


def _goes_on(before: TextLine, line: TextLine) -> bool:
    """Return whether a line without values is the rest of the line before: it begins small, or that ends open."""
    rest = line.text[0].islower() or ends_open(before.text)
    return rest and not line.after_blank and len(line.text) <= SHORT and _is_name(line.text)


def _says_time_alone(line: TextLine) -> bool:
    """Return whether a line is one time and no more, of which the rows below it are: 2023, At 31 December 2023."""
    return len(line.text) <= _LONGEST_TIME and is_time(line.text) and _TIME_ALONE.match(line.text) is not None


_LONGEST_TIME = 40
_TIME_ALONE = re.compile(
    r"(?:[A-Z][a-z]+ ){0,3}(?:[0-9]{1,2} [A-Za-z]{3,9}\.?,? |[A-Za-z]{3,9}\.? [0-9]{1,2}, )?(?:19|20)[0-9]{2}[:：]?\Z"
)


def _is_named_below(lines: list[TextLine], number: int, count: int) -> bool:
    """Return whether a line, however long, is the name of the values that alone stand in the next."""
    line = lines[number]
    if number + 1 == len(lines) or len(line.text) > _LONGEST_NAME or not _is_name(line.text):
        return False
    return line.text[0].isalpha() and bool(values_alone(lines[number + 1], count))


def _is_long_section(lines: list[TextLine], number: int, count: int, *, noted: bool) -> bool:
    """Return whether a line longer than names of sections mostly are stands right above a row of as many values."""
    line = lines[number]
    if (
        number + 1 == len(lines)
        or line.after_blank
        or len(line.text) > _LONGEST_TITLE
        or not _is_name(line.text)
    ):
        return False
    following = lines[number + 1]
    if following.after_blank or not is_capital(line.text) or ends_open(line.text):
        return False
    return _fitting(row_of(following, _LONGEST_NAME, nil=True), count, noted=noted) is not None


_LONGEST_TITLE = 110


def opens_name(line: TextLine) -> bool:
    """Return whether a line without values is the beginning of a row's name that goes on in the next: Profit attributable to."""
    return ends_open(line.text) and is_section(line) and not is_head(line.text)


def _fitting(row: list[Word] | None, count: int, *, noted: bool) -> list[Word] | None:
    """Return a row with its name and as many values as there are columns, None where it has others.

    The first of one more is the number of a note, or belongs to the name: stage 1.
    """
    if (
        row is not None
        and len(row) == count + 2
        and (is_note(row[1].text) if noted else is_digit(row[1].text))
    ):
        name, note, *values = row
        return [Word(name.start, note.end, f"{name.text} {note.text}"), *values]
    return row if row is not None and len(row) == count + 1 else None


def values_alone(line: TextLine, count: int) -> list[Word]:
    """Return the values of a line that holds nothing but as many as there are columns, else none."""
    if not may_end_row(line.text) or gaps_between(line):
        return []
    words = _with_units(words_in(line))
    stated = len(words) == count and all(is_value(word.text) or is_nothing(word.text) for word in words)
    return words if stated and any(is_number(word.text) for word in words) else []


def _with_rest(lines: list[TextLine], number: int, row: list[Word]) -> Row:
    """Return a row with the rest of its name, where that ends open, or begins small, in a line without values."""
    rest = lines[number + 1] if number + 1 < len(lines) else None
    name, *values = row
    if (
        rest is None
        or not name.text
        or _is_of_digits(rest.text)
        or not is_section(rest)
        or is_head(rest.text)
    ):
        return Row(number, row, number + 1)
    following = lines[number + 2].text if number + 2 < len(lines) else ""
    if not ends_open(name.text) and not goes_on(name.text, rest.text, following):
        return Row(number, row, number + 1)
    whole = Word(name.start, rest.end, f"{name.text} {rest.text}")
    return Row(number, [whole, *values], number + 2, ((name.end, rest.start),))


def _is_of_digits(text: str) -> bool:
    """Return whether a line begins with a code or ends in a value, as a row of its own does."""
    return text[0].isdecimal() or text[-1].isdecimal()


def is_section(line: TextLine) -> bool:
    """Return whether a line among the rows is a name without values."""
    text = without_code(line.text)
    return (
        not line.after_blank
        and len(text) <= (SHORT if text.isascii() and text[0].isupper() else _LONGEST_SECTION)
        and _is_name(text)
    )


def _is_name(text: str) -> bool:
    """Return whether a text may be a name: no sentence, and no digits but those that number what it names: Stage 3, (1+2)."""
    return not SENTENCE.search(text) and not _DIGIT.search(_NUMBERED.sub("", text))


_NUMBERED = re.compile(r"(?<=[A-Za-z] )[1-9](?![\w.,%])|[(（][1-9]?[0-9](?:\s?[-+&,]\s?[1-9]?[0-9])*[)）]")
"""A digit behind a word, and numbers in brackets that say which part of a table or of its notes a line is: (1), (1+2)."""


@lru_cache(maxsize=256)
def row_of(line: TextLine, longest: int = SHORT, *, nil: bool = False) -> list[Word] | None:
    """Return the name and the values of a line, None where it is no row. nil: all of them may be dashes."""
    if not may_end_row(line.text) or gaps_between(line):
        return None
    words = words_in(line)
    if line.text.count(_RULE) == 1:
        words = [word for word in words if word.text != _RULE]  # 16,519 | 21,848: a rule that a scan left
    coded = without_code(line.text) is not line.text
    words = [*words[:1], *_with_units(words[1:])] if coded else _with_units(words)
    first = len(words)
    while first and _is_in_cell(words[first - 1].text):
        first -= 1
    if first and _ends_a_day(words[first - 1 :: -1]):
        year = _YEAR.match(words[first].text) if first < len(words) else None
        if year is not None:
            words[first] = Word(words[first].start, words[first].start + len(year[1]), year[1])
            first += 1
    values = words[first:]
    if len(values) < LEAST_COLUMNS or not first:
        return None
    stated = any(is_number(word.text) for word in values)
    if not stated and not (nil and all(is_nil(word.text) or is_nothing(word.text) for word in values)):
        return None
    name = line.text[: words[first - 1].end - line.start]
    if len(name) > longest or SENTENCE.search(name) or not any(character.isalpha() for character in name):
        return None
    return [Word(line.start, words[first - 1].end, name), *values]


def _ends_a_day(back: list[Word]) -> bool:
    """Return whether words, read backwards, begin with a month, or a day of one, behind which its year stands: At 31 Dec."""
    day = len(back) > 1 and _DAY.match(back[0].text) is not None
    return back[int(day)].text.rstrip(".,").lower() in month_names()


_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?,?\Z")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})[0-9]?\Z")
"""A year, and the mark of a footnote that sticks to it: At 31 Dec 20241."""


def _is_in_cell(text: str) -> bool:
    return (is_value(text) and not closes_alone(text)) or is_nothing(text)


def _with_units(words: list[Word]) -> list[Word]:
    """Return the words of a row with a number and its unit as one: -0.33 個百分點."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if (
            before
            and not is_value(word.text)
            and is_number(before.text)
            and is_value(f"{before.text} {word.text}")
        ):
            joined[-1] = Word(before.start, word.end, f"{before.text} {word.text}")
        else:
            joined.append(word)
    return joined
