"""Tables whose cells single blanks part, as the text layer of a PDF gives them: 正常類 9,812.45 97.21% 9,280.13 97.10%.

Nothing but their rhythm tells them: lines of a name and as many values each, below a line of as many headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tagger.readers.change_heads import change_lines
from tagger.readers.grid_cell import GridCell
from tagger.readers.grids import NAMES_YEAR
from tagger.readers.head_words import heads_notes, heads_units, is_head, is_time, says_stretch
from tagger.readers.heads import Placed, as_one, heads_of, word_of
from tagger.readers.row_names import are_coded, is_note, names_of
from tagger.readers.said_times import leaves_years_open
from tagger.readers.spaced_heads import LEAST_COLUMNS, gaps_between, headings_of, words_in
from tagger.readers.spaced_rows import (
    MOST_SECTIONS,
    Row,
    is_section,
    may_end_row,
    opens_name,
    row_of,
    rows_from,
)
from tagger.readers.text_lines import LIST_MARK, SENTENCE, SHORT, TextLine, TextTable, Word
from tagger.readers.times_a_line import times_a_line
from tagger.readers.unit_lines import below_times, stretches_over, units_of
from tagger.readers.values import is_unit_in_brackets, is_year
from tagger.readers.wrapped_heads import says_unit

_LEAST_ROWS = 2
_MOST_HEADING_LINES = 14
_DIGIT = re.compile(r"\d")
_NAME_AND_VALUE = 2
_CHANGE = re.compile(r"[(][+±−–-] ?[0-9.,]+ ?%[)]")
_DASHES = ("-", "–", "—")


def spaced_table(lines: list[TextLine], at: int) -> TextTable | None:
    """Return the table that begins at a line, or a line before it: its headings, or a row of a table that has none.

    Without headings the columns stay nameless, and so do the figures in them: rows are no sentences.
    """
    found = _first_row(lines, at)
    if found is None:
        return None
    begins, row = found
    while begins > at + 1 and opens_name(lines[begins - 1]):
        begins -= 1
    head, beside, count = _heads_over(lines, at, begins, row)
    if head is None:
        # or years that stand above no column that can be told
        alone = row_of(lines[at])
        if begins > at + 1 or alone is None or len(alone) != count + 1 or LIST_MARK.match(lines[at].text):
            return None  # items of a list are read as sentences
        if count == _NAME_AND_VALUE and (alone[1].text in _DASHES or _CHANGE.fullmatch(alone[2].text)):
            return (
                None  # Casualty – $1,610 million, Casualty: 1,610 (+4%): so are lines of a name and its value
            )
        head, begins, beside = [], at, None
    noted = beside is not None and heads_notes(beside.text)
    rows = list(rows_from(lines, begins, count, noted=noted))
    if sum(len(row.words) > 1 for row in rows) < _LEAST_ROWS:
        return None
    coded = bool(head) and are_coded([row.words[0].text for row in rows if len(row.words) > 1])
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
        depth = next((cell.row for cell in cells if cell.start > beside.start), len(head) - 1)
        cells.append(GridCell(beside.start, beside.end, depth, first - 1))
        cells.sort(key=lambda cell: (cell.row, cell.column))
    for number, one in enumerate(rows, start=len(head)):
        cells.extend(_cells_of(one, number, beside, first, coded=coded))
    end, behind = rows[-1].end, len(head) + len(rows)
    if head and end < len(lines) and _is_rest_of_name(lines[end]):
        cells.append(GridCell(lines[end].start, lines[end].end, behind, 0))
        end += 1
    return TextTable(at, end, cells, across=any(row.breaks for row in rows))


def _cells_of(row: Row, number: int, beside: Word | None, first: int, *, coded: bool) -> Iterator[GridCell]:
    """Yield the cells of a row; first: the column of its first value."""
    name, *values = row.words
    if row.breaks:
        yield GridCell(name.start, name.end, number, int(coded), breaks=row.breaks)
    elif name.text:
        for column, word in names_of(name, beside, coded=coded):
            yield GridCell(word.start, word.end, number, column)
    for column, word in enumerate(values, start=first):
        yield GridCell(word.start, word.end, number, column)


_Head = tuple[list[list[Placed]] | None, Word | None]
"""Lines of headings, None where they are none, and that over units or notes."""


def _heads_over(
    lines: list[TextLine], at: int, begins: int, row: list[Word]
) -> tuple[list[list[Placed]] | None, Word | None, int]:
    """Return the headings from a line on over a row, that over units or notes, and how many columns of values there are."""
    count = len(row) - 1
    head, beside = _head_with_notes(lines[at:begins], row)
    if head is not None:
        count -= 1
    else:
        head, beside = _head(lines[at:begins], count)
    if head and any(leaves_years_open(lines[number], lines, number) for number in range(at, begins)):
        head = [_under_one(line) for line in head]
    if head is not None and not _name_years(head) and _is_below_others(lines, at):
        head = None
    return head, beside, count


def _head_with_notes(lines: list[TextLine], row: list[Word]) -> _Head:
    """Return the headings where the first of a row's values is the number of a note, and one of them heads these; else none."""
    if len(row) < _LEAST_ROWS + LEAST_COLUMNS or not is_note(row[1].text):
        return None, None
    if not any(
        heads_notes(word.text) for line in lines for word in (*headings_of(line), *words_in(line)[:1])
    ):
        return None, None
    head, beside = _head(lines, len(row) - 2)
    return (head, beside) if beside is not None and heads_notes(beside.text) else (None, None)


def _under_one(line: list[Placed]) -> list[Placed]:
    """Return headings with the bare years among them, and a part of a year where only one is behind it, as one over all."""
    years = [at for at, (_, _, words) in enumerate(line) if all(is_year(word.text) for word in words)]
    first = min(years, default=0)
    first -= len(years) == 1 and first > 0
    if not years:
        return line
    column, together = line[first][0], line[first:]
    return [*line[:first], (column, len(together), [word for _, _, words in together for word in words])]


def _head(lines: list[TextLine], count: int) -> _Head:
    """Return the headings of so many columns that lines are, None where they are none, and that over units or notes.

    A stretch may stand over all of them (Three Months Ended September 30, over 2024 2023), and a section below: Interest income.
    """
    dated = any(NAMES_YEAR.search(line.text) for line in lines[1:])
    over = stretches_over(lines[0], headings_of(lines[1]), count, dated=dated) if len(lines) > 1 else []
    below = _sections_below(lines)
    # most lines have neither: then there is one way alone
    ways = dict.fromkeys((first, last) for first in (0, int(bool(over))) for last in range(len(below) + 1))
    for first, last in ways if over is not None else ():
        told = bool(first) and over is not None and len(over) > 1
        head, beside = _head_over_units(lines[first : len(lines) - last], count, told=told)
        if head is not None:
            named = [
                [(0, 1, [word_of(line)])]
                for line in below[len(below) - last :]
                if not NAMES_YEAR.search(line.text)
            ]
            return [*([over] if first and over else []), *head, *named], beside
    return None, None


def _sections_below(lines: list[TextLine]) -> list[TextLine]:
    """Return the last of some lines that are names of sections, the first line never: Assets, and Loans below it.

    Or titles, which stand below the times of the columns and may name the day of the first again.
    """
    first = len(lines)
    while first > max(1, len(lines) - MOST_SECTIONS):
        line = lines[first - 1]
        if first < len(lines) and not any(_are_times(one) or units_of(one)[0] for one in lines[: first - 1]):
            break  # two of them below times or units alone
        if is_head(line.text) or not (is_section(line) or _is_dated_title(line)):
            break
        first -= 1
    return lines[first:]


def _is_dated_title(line: TextLine) -> bool:
    """Return whether a line is a name, of several words, with a day behind it: Coverage of loans as at 31 December 2024."""
    year = NAMES_YEAR.search(line.text)
    name = line.text[: year.start()] if year else ""
    words = [word for word in name.split() if word[0].isalpha()]
    return (
        len(words) >= _TITLE and name[0].isupper() and not SENTENCE.search(line.text) and not line.after_blank
    )


_TITLE = 4


def _head_over_units(lines: list[TextLine], count: int, *, told: bool) -> _Head:
    """Return the headings that lines are, the last of which may say the units of all columns, and that they are audited."""
    rows: list[list[Placed]] = []
    note: Word | None = None
    end = len(lines)
    while end > 1:
        row, beside = below_times(lines[end - 1], count)
        if not row or (note is not None and beside is not None):
            break
        rows, note, end = [row, *rows], note or beside, end - 1
    if rows:
        head, beside = _head_alone(lines[:end], count, told=told)
        if head is not None and (beside is None or note is None):
            return [*head, *rows], beside or note
    return _head_alone(lines, count, told=told)


def _head_alone(lines: list[TextLine], count: int, *, told: bool) -> _Head:
    if not lines:
        return None, None
    *above, last = [headings_of(line) for line in lines]
    last, beside = _with_corner(last, count)
    if beside is None and above:
        above[-1], beside = _without_notes(above[-1])
    return (
        change_lines(lines, [*above, last], count)
        or heads_of([*above, last], count, told=told)
        or times_a_line(lines, count)
    ), beside


def _without_notes(words: list[Word]) -> tuple[list[Word], Word | None]:
    """Return headings over others without that over the numbers of notes, which stands before the first time; and that."""
    for at, word in enumerate(words[:-1]):
        if is_time(word.text):
            break
        if heads_notes(word.text) and is_time(words[at + 1].text):
            return [*words[:at], *words[at + 1 :]], word
    return words, None


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
    if not corner and len(words) > count and heads:
        return list(map(as_one, heads)), None
    if not corner or any(is_time(word.text) for word in corner):
        return words, None
    beside = corner[-1] if heads_units(corner[-1].text) or heads_notes(corner[-1].text) else None
    corner = corner[:-1] if beside is not None else corner
    if not heads and (beside is None or len(corner) > 1):
        return words, None
    return [*([as_one(corner)] if corner else []), *map(as_one, heads)], beside


_MOST_WORDS = 3
"""Of a heading of a column that says by itself that it is one: Year-on-year change (%)."""


def _last_heads(words: list[Word], count: int) -> list[list[Word]]:
    """Return the last words of a line as headings of so many columns that each say that they are, or none.

    The shortest that leave no time to what stands before them; all words only where they are parted in one way.
    """
    # by how many are found, where the first begins, where the next does and in how many ways
    ends: list[dict[int, tuple[int, int]]] = [{len(words): (0, 1)}]
    for _ in range(count):
        begins: dict[int, tuple[int, int]] = {}
        for last, (_, ways) in ends[-1].items():
            for size in range(1, min(_MOST_WORDS, last) + 1):
                head = words[last - size : last]
                timed = size > 1 and any(is_time(word.text) for word in head)
                if timed or len({word.text for word in head}) < size:
                    continue
                said = " ".join(word.text for word in head)
                if is_head(said) or heads_notes(said):
                    following, others = begins.get(last - size, (last, 0))
                    begins[last - size] = following, others + ways
        ends.append(begins)
    free = [at for at in ends[-1] if not any(is_time(word.text) for word in words[:at])]
    if not free or (max(free) == 0 and ends[-1][0][1] > 1):
        return []
    at, found = max(free), list[list[Word]]()
    for begins in ends[:0:-1]:
        following, _ = begins[at]
        found.append(words[at:following])
        at = following
    return found


def _name_years(head: list[list[Placed]]) -> bool:
    """Return whether headings of several columns name years."""
    return (
        sum(NAMES_YEAR.search(w.text) is not None for line in head for _, _, words in line for w in words) > 1
    )


def _is_below_others(lines: list[TextLine], at: int) -> bool:
    """Return whether years stand over headings that do not say which of them they are of."""
    above = headings_of(lines[at - 1]) if at and not lines[at].after_blank else []
    return len(above) > 1 and any(_DIGIT.search(_without_unit(word.text)) for word in above)


def _without_unit(text: str) -> str:
    """Return a text without the unit in brackets that it ends in: Scale (RMB'000)."""
    begins = max(text.rfind("("), text.rfind("（"))
    return text[:begins] if begins >= 0 and is_unit_in_brackets(text[begins:]) else text


def openings_above(lines: list[TextLine], at: int) -> Iterator[int]:
    """Yield the lines above a line, the nearest first, where a table may begin of which it may be the first row."""
    for number in range(at - 1, max(at - _MOST_HEADING_LINES, -1), -1):
        if lines[number + 1].after_blank:
            return
        yield number
        if not _may_head(lines[number]) or (may_end_row(lines[number].text) and row_of(lines[number])):
            return


def _may_head(line: TextLine) -> bool:
    if len(line.text) > SHORT and (
        len(line.text) > _LONGEST_TIMES
        or not (_are_times(line) or _is_dated_title(line) or _come_again(line))
    ):
        return False
    return not SENTENCE.search(line.text) and not gaps_between(line)


def _come_again(line: TextLine) -> bool:
    """Return whether a line is nothing but a few headings again and again: US$000 US$000, Stage 1 Stage 2 Stage 1 Stage 2.

    Or headings between the time of them all and the unit of the last: 31 December 2024 Corporate Retail EGP'000.
    """
    words = [word.text for word in headings_of(line)]
    if len(words) < _AGAIN:
        return False
    return all(count > 1 for count in Counter(words).values()) or (is_time(words[0]) and says_unit(words[-1]))


_AGAIN = 4


def _are_times(line: TextLine) -> bool:
    """Return whether a line is nothing but times, or a stretch over some of them."""
    words = headings_of(line)
    return (bool(words) and all(is_time(word.text) for word in words)) or says_stretch(line.text)


_LONGEST_TIMES = 160


def _first_row(lines: list[TextLine], at: int) -> tuple[int, list[Word]] | None:
    """Return the first row of values below a line, with nothing but lines of headings between."""
    for number in range(at + 1, min(at + _MOST_HEADING_LINES, len(lines))):
        line = lines[number]
        if line.after_blank:
            return None
        row = row_of(line)
        if row is not None:
            return number, row
        if not _may_head(line):
            return None
    return None
