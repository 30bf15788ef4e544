"""Finds the tables of a plain text: pipes as in Markdown, aligned columns, and one cell a line as PDFs give them.

Each kind only says where cells stand (`tagger.readers.grids.GridCell`). What looks like a table and is none (a chart's bare
numbers, prose with two blanks after a sentence) has no regular rows, and is left to `tagger.readers.layout`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tagger.readers.grids import GridCell, width
from tagger.readers.values import goes_on, is_number, is_value, is_year

_PIPES = "|｜│┃"
_RULE = re.compile("(?=.*?[-─━=]{2})[|｜│┃+:\\-=─━┼├┤┬┴┌┐└┘\\s]++\\Z")
_PIECE = re.compile("[^\\s]+(?:[ \u3000\u00a0][^\\s]+)*")
_WIDE_GAP = re.compile(r"\s\s|[^\S \u3000\u00a0]")
_SENTENCE = re.compile("[。！？；!?;]\\s*\\Z|[。；]")
_FILLER = 12
"""The widest text that may stand in place of a value: 不適用, n/a."""
_HEADING_LINES = 5
_SECTION_LINES = 2
"""Lines without values between the headings of columns and the first row of values: a section, the first line of a name."""
_SHORT = 60
_MAX_CELLS_A_ROW = 12
_LEAST_LINES = 5
"""A heading, and two rows of a name and a value."""


class TextLine(NamedTuple):
    """A line that is not blank, without its indentation: offsets, text, indentation, a blank line before it, width.

    tabs: how many stand before it.
    """

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    width: int
    tabs: int = 0


@dataclass(frozen=True, slots=True)
class TextTable:
    """The lines [first, last) that are a table, and its cells."""

    first: int
    last: int
    cells: list[GridCell]


class _Piece(NamedTuple):
    """A stretch of a line between wide gaps; left and right are columns of the page."""

    start: int
    end: int
    text: str
    left: int
    right: int


def tables_of(lines: list[TextLine]) -> Iterator[TextTable]:
    """Yield the tables among the lines of a text, in order."""
    pieces = [_pieces(line) for line in lines]
    data = [number for number, row in enumerate(pieces) if len(row) > 1 and _is_data(row)]
    short = [_short(line) for line in lines]
    at = 0
    while at < len(lines):
        table = (
            _piped(lines, at)
            or _tabbed(lines, at)
            or _aligned(lines, pieces, data, at)
            or _one_a_line(lines, pieces, short, at)
        )
        if table is None:
            at += 1
            continue
        yield table
        at = table.last


def _pieces(line: TextLine) -> list[_Piece]:
    if len(line.text.split(None, 1)) == 1 or not _WIDE_GAP.search(line.text):
        return [_Piece(line.start, line.end, line.text, line.indent, line.indent + line.width)]
    found: list[_Piece] = []
    column, before = line.indent, 0
    for piece in _PIECE.finditer(line.text):
        column += width(line.text[before : piece.start()])
        right = column + width(piece.group())
        found.append(
            _Piece(line.start + piece.start(), line.start + piece.end(), piece.group(), column, right)
        )
        column, before = right, piece.end()
    return found


def _piped(lines: list[TextLine], first: int) -> TextTable | None:
    """Return the table of pipes that begins at a line."""
    if not _may_be_piped(lines[first].text):
        return None
    last = first
    while (
        last < len(lines) and _is_piped(lines[last].text) and (last == first or not lines[last].after_blank)
    ):
        last += 1
    if last - first < 2:  # noqa: PLR2004  # one line with bars is no table
        return None
    cells: list[GridCell] = []
    rules = [at for at in range(first, last) if _RULE.match(lines[at].text)]
    head = rules[0] if rules and rules[0] > first else first
    for row, at in enumerate(range(first, last)):
        if at not in rules[:1] and not _RULE.match(lines[at].text):
            cells.extend(_between_pipes(lines[at], row, marked=at < head))
    return TextTable(first, last, cells)


def _may_be_piped(text: str) -> bool:
    return "|" in text or "｜" in text or "│" in text or "┃" in text or text[0] in "+┌├└"


def _is_piped(text: str) -> bool:
    bars = sum(text.count(bar) for bar in _PIPES)
    return (
        bars > 1
        or (bars == 1 and text[0] in _PIPES)
        or (bool(bars or text[0] in "+┌├└") and bool(_RULE.match(text)))
    )


def _between_pipes(line: TextLine, row: int, *, marked: bool) -> Iterator[GridCell]:
    column, begin = 0, 0
    text = line.text
    if text[0] in _PIPES:
        begin = 1
    for at in [*(i for i in range(begin, len(text)) if text[i] in _PIPES), len(text)]:
        said = text[begin:at]
        bare = said.strip()
        if bare:
            lead = len(said) - len(said.lstrip())
            start = line.start + begin + lead
            yield GridCell(
                start, start + len(bare), row, column, marked=marked, indent=max(width(said[:lead]) - 1, 0)
            )
        column, begin = column + 1, at + 1


def _tabbed(lines: list[TextLine], first: int) -> TextTable | None:
    """Return the table of cells parted by one tab each that begins at a line, as a spreadsheet gives them.

    Its first line names every column but perhaps the first; with more than one tab between two names they only align.
    """
    if not lines[first].tabs and "\t" not in lines[first].text:
        return None
    head = _fields(lines[first])
    if len(head) < 2 or not all(text for _, text in head[1:]) or any(is_number(text) for _, text in head[1:]):  # noqa: PLR2004
        return None
    cells: list[GridCell] = []
    last, stated = first, 0
    while last < len(lines) and (last == first or not lines[last].after_blank):
        fields = _fields(lines[last])
        if len(fields) > len(head) or (len(fields) == 1 and _SENTENCE.search(lines[last].text)):
            break
        for column, (start, text) in enumerate(fields):
            if text:
                cells.append(GridCell(start, start + len(text), last - first, column))
        stated += last > first and any(is_number(text) for _, text in fields[1:])
        last += 1
    return TextTable(first, last, cells) if stated else None


def _fields(line: TextLine) -> list[tuple[int, str]]:
    """Return the cells of a line by its tabs, with where each begins."""
    fields: list[tuple[int, str]] = [(line.start, "")] * line.tabs
    at = line.start
    for part in line.text.split("\t"):
        bare = part.strip()
        fields.append((at + len(part) - len(part.lstrip()), bare))
        at += len(part) + 1
    return fields


def _aligned(lines: list[TextLine], pieces: list[list[_Piece]], rows: list[int], at: int) -> TextTable | None:
    """Return the table of aligned columns whose first row of values (one of `rows`) stands at the line or soon after."""
    following = bisect_left(rows, at)
    if following == len(rows) or rows[following] > at + _HEADING_LINES:
        return None
    data = rows[following]
    first = _first_heading(lines, pieces, at, data)
    if first > at or (first == data and is_year(pieces[data][0].text)):
        return None
    last, count = _data_end(lines, pieces, data)
    if count < 2 and first == data:  # noqa: PLR2004  # one row without headings is no table
        return None
    return TextTable(first, last, list(_placed(pieces, first, last, data)))


def _first_heading(lines: list[TextLine], pieces: list[list[_Piece]], at: int, data: int) -> int:
    """Return the line where the headings over a row of values begin; names of sections may stand below them."""
    columns = [(piece.left, piece.right) for piece in pieces[data][1:]]
    first = above = data
    while above > at and data - above < _HEADING_LINES + _SECTION_LINES and first - above <= _SECTION_LINES:
        above -= 1
        if _may_head(lines, pieces, above, columns):
            if data - above > _HEADING_LINES and first == data:
                break
            first = above
        elif lines[above + 1].after_blank or len(pieces[above]) > 1 or _SENTENCE.search(lines[above].text):
            break
    return first


def _is_data(row: list[_Piece]) -> bool:
    """Return whether a line is a heading and values: all but the first, with one at least that is no year."""
    if len(row) < 2 or (is_value(row[0].text) and not is_year(row[0].text)):  # noqa: PLR2004
        return False
    rest = row[1:]
    return any(is_number(piece.text) for piece in rest) and all(
        is_value(piece.text) or piece.right - piece.left <= _FILLER for piece in rest
    )


def _may_head(
    lines: list[TextLine], pieces: list[list[_Piece]], at: int, columns: list[tuple[int, int]]
) -> bool:
    """Return whether a line above the values can be one of column headings: pieces over them, no sentence."""
    row, line = pieces[at], lines[at]
    if _SENTENCE.search(line.text) or lines[at + 1].after_blank or _is_data(row):
        return False
    if len(row) > 1:
        return all(piece.right - piece.left < _SHORT for piece in row)
    return row[0].left > 2 and row[0].right > columns[0][0] and row[0].right - row[0].left < _SHORT  # noqa: PLR2004


def _data_end(lines: list[TextLine], pieces: list[list[_Piece]], data: int) -> tuple[int, int]:
    """Return where the rows end, and how many of them hold values.

    Below a blank line, or a section's name after it, the table goes on where values stand in its columns.
    """
    last, count, wanted = data, 0, len(pieces[data])
    columns = [(piece.left, piece.right) for piece in pieces[data][1:]]
    at = data
    while at < len(lines):
        row, line = pieces[at], lines[at]
        near = not line.after_blank or at == data or len(row) == wanted
        if _is_data(row) and (near or _stands_in(columns, row)):
            count, last = count + 1, at + 1
        elif at - last > 1 or not _may_stand_between(lines, pieces, at):
            break
        elif line.after_blank and not _section_goes_on(lines, pieces, at, columns):
            break
        at += 1
    return last, count


def _stands_in(columns: list[tuple[int, int]], row: list[_Piece]) -> bool:
    """Return whether the values of a row, two at least, stand in columns of their own among these."""
    found = [
        [at for at, (left, right) in enumerate(columns) if left <= piece.right and piece.left <= right]
        for piece in row[1:]
    ]
    return len(found) > 1 and all(len(at) == 1 for at in found) and len({at[0] for at in found}) == len(found)


def _section_goes_on(
    lines: list[TextLine], pieces: list[list[_Piece]], at: int, columns: list[tuple[int, int]]
) -> bool:
    """Return whether a line after a blank one is the name of a section of the table: a row of its columns follows."""
    if len(pieces[at]) > 1 or at + 1 >= len(lines) or lines[at + 1].after_blank:
        return False
    following = pieces[at + 1]
    return _is_data(following) and _stands_in(columns, following) and pieces[at][0].left <= following[0].left


def _may_stand_between(lines: list[TextLine], pieces: list[list[_Piece]], at: int) -> bool:
    """Return whether a line among the rows is a heading of the rows below it."""
    return lines[at].width < _SHORT * 2 and not _SENTENCE.search(lines[at].text) and bool(pieces[at])


def _placed(pieces: list[list[_Piece]], first: int, last: int, data: int) -> Iterator[GridCell]:
    """Yield the cells of aligned rows, each in the column of the values that it stands over or among."""
    columns = _columns(row for row in pieces[data:last] if _is_data(row))
    begun: _Piece | None = None  # the first line of a name that goes on in the next
    for number in range(first, last):
        row = pieces[number]
        values = _is_data(row)
        alone = len(row) == 1 and row[0].right <= columns[0][0] and number + 1 < last
        if (
            alone
            and _is_data(pieces[number + 1])
            and goes_on(row[0].text, *_names_below(pieces, number, last))
        ):
            begun = row[0]
            continue
        inner = (
            row[1:]
            if values or len(row) > len(columns) or (row[0].left < columns[0][0] - 8 and len(row) > 1)
            else row
        )
        same = len(inner) == len(columns)
        for order, piece in enumerate(row):
            place = order - (len(row) - len(inner))
            if begun is not None:
                breaks = ((begun.end, piece.start),)
                yield GridCell(begun.start, piece.end, number - first, 0, indent=begun.left, breaks=breaks)
                begun = None
            elif place < 0 or (len(row) == 1 and piece.right <= columns[0][0]):
                yield GridCell(piece.start, piece.end, number - first, 0, indent=piece.left)
            elif same:
                yield GridCell(piece.start, piece.end, number - first, place + 1)
            else:
                low, high = _overlapped(columns, piece)
                each = len(columns) // len(inner)
                if (
                    not values
                    and len(inner) > 1
                    and each * len(inner) == len(columns)
                    and low // each == place
                ):
                    low, high = place * each, (place + 1) * each  # a heading over its share of the columns
                yield GridCell(piece.start, piece.end, number - first, low + 1, columns=high - low)


def _names_below(pieces: list[list[_Piece]], number: int, last: int) -> tuple[str, str]:
    """Return the names of the next two rows, the second empty where there is none."""
    return pieces[number + 1][0].text, pieces[number + 2][0].text if number + 2 < last else ""


def _columns(rows: Iterator[list[_Piece]]) -> list[tuple[int, int]]:
    """Return the columns of the page that values take, those that overlap as one.

    Where all rows have as many values, order alone tells the columns: blanks may only part the values.
    """
    values = [row[1:] for row in rows]
    if len({len(row) for row in values}) == 1:
        return [
            (min(p.left for p in column), max(p.right for p in column))
            for column in zip(*values, strict=True)
        ]
    spans = sorted({(piece.left, piece.right) for row in values for piece in row})
    merged: list[tuple[int, int]] = []
    for left, right in spans:
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _overlapped(columns: list[tuple[int, int]], piece: _Piece) -> tuple[int, int]:
    """Return the columns [low, high) that a piece stands over; the nearest where it stands over none."""
    over = [at for at, (left, right) in enumerate(columns) if left < piece.right and piece.left < right]
    if over:
        return over[0], over[-1] + 1
    middle = piece.left + piece.right
    nearest = min(range(len(columns)), key=lambda at: abs(sum(columns[at]) - middle))
    return nearest, nearest + 1


def _one_a_line(
    lines: list[TextLine], pieces: list[list[_Piece]], short: list[bool], at: int
) -> TextTable | None:
    """Return the table that begins at a line and has one cell on each: headings, then a name and its values."""
    if at and short[at - 1] and not lines[at].after_blank:
        return None
    last = at + 1
    while last < len(lines) and short[last] and not lines[last].after_blank and len(pieces[last]) == 1:
        last += 1
    if last - at < _LEAST_LINES:
        return None
    run = lines[at:last]
    stated = [is_value(line.text) and not is_year(line.text) for line in run]
    first = next((number for number, value in enumerate(stated) if value), None)
    if first is None or first < 2:  # noqa: PLR2004  # a heading of the column and one of the row stand before it
        return None
    count = next((n for n in range(1, len(run) - first) if _names(run[first + n])), len(run) - first)
    if not 1 <= count <= _MAX_CELLS_A_ROW or first - 1 < count:
        return None
    title = first - 1 - count - (1 if first - 1 > count else 0)
    head, rows = first - 1, 0
    while head + (rows + 1) * (count + 1) <= len(run) and _is_row(run, head + rows * (count + 1), count):
        rows += 1
    end = head + rows * (count + 1)
    if rows < 2 or title > _HEADING_LINES or any(stated[end:]):  # noqa: PLR2004  # no rhythm: no table
        return None
    return TextTable(at + title, at + end, list(_stacked(run, title, end, count, head)))


def _short(line: TextLine) -> bool:
    return line.width < _SHORT and not _SENTENCE.search(line.text)


def _names(line: TextLine) -> bool:
    return (not is_value(line.text) and line.width > _FILLER // 2) or (
        not is_value(line.text) and not any(character.isdigit() for character in line.text)
    )


def _is_row(run: list[TextLine], at: int, count: int) -> bool:
    """Return whether a name and as many values as the table has columns begin at the line."""
    values = run[at + 1 : at + 1 + count]
    return (
        not is_value(run[at].text)
        and any(is_value(line.text) for line in values)
        and all(is_value(line.text) or line.width <= _FILLER for line in values)
    )


def _stacked(run: list[TextLine], title: int, end: int, count: int, head: int) -> Iterator[GridCell]:
    corner = head - count - title
    for number in range(title, end):
        line = run[number]
        if number < head:
            column = number - title - corner + 1
            row = 0
        else:
            row, column = divmod(number - head, count + 1)
            row += 1
        yield GridCell(
            line.start, line.end, row, max(column, 0), indent=2 * line.indent if column == 0 else 0
        )
