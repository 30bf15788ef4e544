"""Tables whose cells single blanks part, as the text layer of a PDF gives them: 正常類 9,812.45 97.21% 9,280.13 97.10%.

Nothing but their rhythm tells them: lines of a name and as many values each, below a line of as many headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tagger.readers.change_heads import change_lines
from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import (
    heads_notes,
    heads_units,
    is_day,
    is_head,
    is_nothing,
    is_stretch,
    is_time,
)
from tagger.readers.heads import Placed, Word, heads_of, put_together, word_of
from tagger.readers.row_names import are_coded, names_of, without_code
from tagger.readers.text_lines import LIST_MARK, SENTENCE, SHORT, WIDE_GAP, TextLine, TextTable
from tagger.readers.times_a_line import times_a_line
from tagger.readers.values import is_number, is_unit_in_brackets, is_value, month_names
from tagger.words.alternation import alternation

_LEAST_ROWS = 2
_LEAST_COLUMNS = 2
_MOST_HEADING_LINES = 14
_MOST_SECTIONS = 2
_LONGEST_SECTION = 24
_LONGEST_NAME = 200
"""Of a row below others of as many values."""
_MAY_END_VALUE = "%％)）-–—*"
_UNIT_BEHIND = 16
_DIGIT = re.compile(r"\d")


def spaced_table(lines: list[TextLine], at: int) -> TextTable | None:
    """Return the table that begins at a line, or a line before it: its headings, or a row of a table that has none.

    Without headings the columns stay nameless, and so do the figures in them: rows are no sentences.
    """
    found = _first_row(lines, at)
    if found is None:
        return None
    begins, row = found
    count = len(row) - 1
    head, beside = _head(lines[at:begins], count)
    if head is not None and _is_below_others(lines, at):
        head = None
    if head is None:
        # or years that stand above no column that can be told
        alone = _row(lines[at])
        if begins > at + 1 or alone is None or len(alone) != count + 1 or LIST_MARK.match(lines[at].text):
            return None  # items of a list are read as sentences
        head, begins, beside = [], at, None
    rows = list(_rows_from(lines, begins, count))
    if sum(len(words) > 1 for _, words in rows) < _LEAST_ROWS:
        return None
    coded = int(bool(head) and are_coded([words[0].text for _, words in rows if len(words) > 1]))
    first = 1 + coded + (beside is not None)
    cells = [
        GridCell(
            words[0].start, words[-1].end, depth, column + (first - 1 if column else 0), columns=wide,
            breaks=tuple((one.end, other.start) for one, other in pairwise(words)),
        )
        for depth, line in enumerate(head)
        for column, wide, words in line
    ]  # fmt: skip
    if beside is not None:
        cells.append(GridCell(beside.start, beside.end, len(head) - 1, first - 1))
        cells.sort(key=lambda cell: (cell.row, cell.column))
    for number, words in rows:
        placed = [*names_of(words[0], beside, coded=bool(coded)), *enumerate(words[1:], start=first)]
        cells.extend(GridCell(w.start, w.end, number - begins + len(head), at) for at, w in placed)
    end = rows[-1][0] + 1
    if head and end < len(lines) and _is_rest_of_name(lines[end]):
        cells.append(GridCell(lines[end].start, lines[end].end, end - begins + len(head), 0))
        end += 1
    return TextTable(at, end, cells)


def _head(lines: list[TextLine], count: int) -> tuple[list[list[Placed]] | None, Word | None]:
    """Return the headings of so many columns that lines are, None where they are none, and that over units or notes.

    A stretch may stand over all of them (Three Months Ended September 30, over 2024 2023), and a section below: Interest income.
    """
    over = lines[:1] if len(lines) > 1 and is_stretch(lines[0].text) else []
    below = lines[-1:] if len(lines) > 1 and _is_section(lines[-1]) and not is_head(lines[-1].text) else []
    # most lines have neither: then there is one way alone
    ways = dict.fromkeys(((0, 0), (0, len(below)), (len(over), 0), (len(over), len(below))))
    for first, last in ways:
        head, beside = _head_alone(lines[first : len(lines) - last], count)
        if head is not None:
            named = [[(0, 1, [word_of(line)])] for line in below[:last]]
            return [*([(1, count, [word_of(line)])] for line in over[:first]), *head, *named], beside
    return None, None


def _head_alone(lines: list[TextLine], count: int) -> tuple[list[list[Placed]] | None, Word | None]:
    if not lines:
        return None, None
    *above, last = [_headings(line) for line in lines]
    last, beside = _with_corner(last, count)
    return (
        change_lines(lines, [*above, last], count)
        or heads_of([*above, last], count)
        or times_a_line(lines, count)
    ), beside


def _is_rest_of_name(line: TextLine) -> bool:
    """Return whether a line right below the last row is the unit of that alone, in brackets: （元/股）."""
    return not line.after_blank and _A_SHARE.search(line.text) is not None and is_unit_in_brackets(line.text)


_A_SHARE = re.compile("[/／]")


def _with_corner(words: list[Word], count: int) -> tuple[list[Word], Word | None]:
    """Return the words of a line of headings with those over the names of rows as one, and that over units or notes.

    (US$ million) 2024 2023: the last words head as many columns; 指标 单位 2023年 2024年: one of them heads the units.
    """
    heads = _last_heads(words, count)
    corner = words[: len(words) - sum(len(head) for head in heads)]
    if not corner or any(is_time(word.text) for word in corner):
        return words, None
    beside = corner[-1] if heads_units(corner[-1].text) or heads_notes(corner[-1].text) else None
    corner = corner[:-1] if beside is not None else corner
    if not heads and (beside is None or len(corner) > 1):
        return words, None
    return [*_as_one(corner), *(word for head in heads for word in _as_one(head))], beside


_MOST_WORDS = 3
"""Of a heading of a column that says by itself that it is one: Year-on-year change (%)."""


def _last_heads(words: list[Word], count: int) -> list[list[Word]]:
    """Return the last words of a line as headings of so many columns that each say that they are, or none.

    The shortest that leave no time to what stands before them.
    """
    ends: list[dict[int, int]] = [
        {len(words): 0}
    ]  # by how many are found, where the first begins and the next does
    for _ in range(count):
        begins: dict[int, int] = {}
        for last in ends[-1]:
            for size in range(1, min(_MOST_WORDS, last) + 1):
                head = words[last - size : last]
                timed = size > 1 and any(is_time(word.text) for word in head)
                said = " ".join(word.text for word in head)
                if not timed and (is_head(said) or heads_notes(said)):
                    begins.setdefault(last - size, last)
        ends.append(begins)
    free = [at for at in ends[-1] if not any(is_time(word.text) for word in words[:at])]
    if not free:
        return []
    at, found = max(free), list[list[Word]]()
    for begins in ends[:0:-1]:
        found.append(words[at : begins[at]])
        at = begins[at]
    return found


def _as_one(words: list[Word]) -> list[Word]:
    said = " ".join(word.text for word in words)
    return [Word(words[0].start, words[-1].end, said)] if words else []


def _is_below_others(lines: list[TextLine], at: int) -> bool:
    """Return whether years stand over headings that do not say which of them they are of."""
    above = _headings(lines[at - 1]) if at and not lines[at].after_blank else []
    return len(above) > 1 and any(character.isdigit() for word in above for character in word.text)


def openings_above(lines: list[TextLine], at: int) -> Iterator[int]:
    """Yield the lines above a line, the nearest first, where a table may begin of which it may be the first row."""
    for number in range(at - 1, max(at - _MOST_HEADING_LINES, -1), -1):
        if lines[number + 1].after_blank:
            return
        yield number
        if not _may_head(lines[number]) or (may_end_row(lines[number].text) and _row(lines[number])):
            return


def _may_head(line: TextLine) -> bool:
    return len(line.text) <= SHORT and not SENTENCE.search(line.text) and not _gaps_between(line.text)


def _gaps_between(text: str) -> bool:
    """Return whether wide gaps part the cells of a line; one alone may part a name, or the corner, from all the others."""
    gap = WIDE_GAP.search(text)
    if gap is None:
        return False
    before, behind = text[: gap.start()], text[gap.end() :].lstrip()
    if WIDE_GAP.search(behind) or not any(character.isalpha() for character in before):
        return True
    cells = [found[0] for found in _heading().finditer(behind)]
    if len(cells) < _LEAST_COLUMNS:
        return True
    return not (all(map(is_value, behind.split(" "))) or all(is_day(cell) or is_time(cell) for cell in cells))


def _first_row(lines: list[TextLine], at: int) -> tuple[int, list[Word]] | None:
    """Return the first row of values below a line, with nothing but lines of headings between."""
    for number in range(at + 1, min(at + _MOST_HEADING_LINES, len(lines))):
        line = lines[number]
        if line.after_blank:
            return None
        row = _row(line)
        if row is not None:
            return number, row
        if not _may_head(line):
            return None
    return None


def may_end_row(text: str) -> bool:
    """Return whether a line ends as a row of values may: in a value, or in its unit."""
    last = text[-1]
    if last.isdecimal() or last in _MAY_END_VALUE:
        return True
    return last.isalpha() and _DIGIT.search(text, max(0, len(text) - _UNIT_BEHIND)) is not None


def _rows_from(lines: list[TextLine], begins: int, count: int) -> Iterator[tuple[int, list[Word]]]:
    """Yield the rows of as many values with the numbers of their lines, and the names of sections between them."""
    sections: list[tuple[int, list[Word]]] = []
    for number in range(begins, len(lines)):
        line = lines[number]
        row = None if number > begins and line.after_blank else _row(line, _LONGEST_NAME)
        if row is not None and len(row) == count + 1:
            yield from sections
            sections = []
            yield number, row
        elif row is None and number > begins and len(sections) < _MOST_SECTIONS and _is_section(line):
            sections.append((number, [word_of(line)]))
        else:
            return


def _is_section(line: TextLine) -> bool:
    """Return whether a line among the rows is a name without values."""
    text = without_code(line.text)
    return (
        not line.after_blank
        and len(text) <= (SHORT if text.isascii() and text[0].isupper() else _LONGEST_SECTION)
        and not SENTENCE.search(text)
        and not any(character.isdigit() for character in text)
    )


def _row(line: TextLine, longest: int = SHORT) -> list[Word] | None:
    """Return the name and the values of a line, None where it is no row."""
    if not may_end_row(line.text) or _gaps_between(line.text):
        return None
    words = _words(line)
    if line.text.count(_RULE) == 1:
        words = [word for word in words if word.text != _RULE]  # 16,519 | 21,848: a rule that a scan left
    coded = without_code(line.text) is not line.text
    words = [*words[:1], *_with_units(words[1:])] if coded else _with_units(words)
    first = len(words)
    while first and (is_value(words[first - 1].text) or is_nothing(words[first - 1].text)):
        first -= 1
    values = words[first:]
    if len(values) < _LEAST_COLUMNS or not first or not any(is_number(word.text) for word in values):
        return None
    name = line.text[: words[first - 1].end - line.start]
    if len(name) > longest or SENTENCE.search(name) or not any(character.isalpha() for character in name):
        return None
    return [Word(line.start, words[first - 1].end, name), *values]


_RULE = "|"


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


_IN_BRACKETS = r"[(（](?: [0-9][0-9,.]*[%％]? ?|[0-9][0-9,.]*[%％]? )[)）][%％]?(?!\S)"
_WORD = re.compile(
    rf"{_IN_BRACKETS}|(?:(?:[↑↓]|[A-Z]{{0,3}}[$€£¥₹])\s(?=[(]?[0-9]))?"
    r"\S+?(?:(?<=[a-zA-Z][)])(?=[0-9][0-9.,]*[%％]?(?!\S))|(?!\S))"
)
"""An arrow and a currency's sign go with the number behind them: ▲ 4.1%, $ 56,361. A bracket ends a name: (Non-GAAP)2.95%. Blanks
may stand within those of a number: ( 38,867 )."""


def _words(line: TextLine, word: re.Pattern[str] = _WORD) -> list[Word]:
    return [
        Word(line.start + found.start(), line.start + found.end(), found[0])
        for found in word.finditer(line.text)
    ]


def _headings(line: TextLine) -> list[Word]:
    """Return the headings of a line, none where it holds a value, a sentence or wide gaps."""
    if SENTENCE.search(line.text) or _gaps_between(line.text):
        return []
    found = put_together(_words(line, _heading()))
    return [] if any(is_number(word.text) for word in found if " " not in word.text) else found


@cache
def _heading() -> re.Pattern[str]:
    """Return the pattern of a heading of one word, or of a day or month, with its year or above it: June 30, 2024; June 30,."""
    months = alternation(month_names())
    day = r"(?:(?:19|20)\d\d|(?:9\d|1[0-2]\d)) ?年(?: ?度)?(?: ?\d{1,2}(?:[-–至]\d{1,2})? ?月)?(?: ?\d{1,2} ?日)?"
    return re.compile(
        r"[(（][^()（）]{1,40}[)）]|(?:(?:[1-4]q|q[1-4]|[12]h|h[12]|[369]m) ?(?:fy ?)?'?(?:20)?[0-9]{2}(?!\S)"
        rf"|{day}\S*|(?:\d{{1,2}} )?(?:{months})\.?,? (?:\d{{1,2}},? )?\d{{4}}"
        rf"|\d{{1,2}} (?:{months})\b\.?|(?:{months})\.? \d{{1,2}},?(?!\S)"
        r"|\d{1,2} ?月 ?\d{1,2} ?日|[%％](?:[^\W\d_]+| (?![qh][1-4])[a-z]+)|\S+)(?: [(（][^()（）\d]{1,24}[)）])?",
        re.IGNORECASE,
    )
