"""Finds the tables of a plain text: pipes as in Markdown, aligned columns, cells that single blanks part, one cell a line.

Each kind only says where cells stand (`tagger.readers.grids.GridCell`). What looks like a table and is none (a chart's bare
numbers, prose with two blanks after a sentence) has no regular rows, and is left to `tagger.readers.layout`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tagger.readers.aligned import aligned_table
from tagger.readers.blank_heads import over_blanks
from tagger.readers.centred_names import centred_names
from tagger.readers.cornerless import in_place
from tagger.readers.grid_cell import GridCell
from tagger.readers.grids import width
from tagger.readers.head_pieces import prepared
from tagger.readers.headless import goes_on_headless
from tagger.readers.levels import two_levels
from tagger.readers.loose import loose_table, may_open
from tagger.readers.markup import across_markup
from tagger.readers.parted_values import with_whole_values
from tagger.readers.ragged import ragged_lines
from tagger.readers.spaced import openings_above, spaced_table
from tagger.readers.spaced_rows import may_end_row
from tagger.readers.stack_heads import has_levels
from tagger.readers.stacks import is_name_between
from tagger.readers.tabbed import columns_of, tabbed_table
from tagger.readers.text_lines import (
    FILLER,
    HEADING_LINES,
    SENTENCE,
    SHORT,
    Piece,
    TextLine,
    TextTable,
    has_wide_gap,
    pieces_of,
)
from tagger.readers.tiles import tiles_at
from tagger.readers.value_rows import is_data, part_close_values
from tagger.readers.values import is_number, is_value, is_year

_PIPES = "|｜│┃"
_OF_PIPED = (*_PIPES, "\n+", "\n┌", "\n├", "\n└")
"""What a table of pipes holds, or a line of it begins with."""
_BARS = re.compile("[|｜│┃]")
_RULE = re.compile("(?=.*?[-─━=]{2})[|｜│┃+:\\-=─━┼├┤┬┴┌┐└┘\\s]++\\Z")
_MAX_CELLS_A_ROW = 12
_FAR = 9
_LONG_NAME = 120
_TITLE_LINES = 5
_LEAST_LINES = 5
"""A heading, and two rows of a name and a value."""


def tables_of(lines: list[TextLine]) -> Iterator[TextTable]:
    """Yield the tables among the lines of a text, in order."""
    wide = [at for at, line in enumerate(lines) if has_wide_gap(line.text)]
    pieces = [_pieces_of(line) for line in lines] if wide else []
    parted = {at for at in wide if len(pieces[at]) > 1}
    data = [at for at in wide if is_data(pieces[at])]
    if any(not lines[number].text.isascii() for number in data):
        narrow = [_pieces_of(line, len) for line in lines]
        pieces = narrow if _unevenness(narrow, data) < _unevenness(pieces, data) else pieces
    if data:
        data = part_close_values(pieces, data)
        parted.update(data)
        ragged = ragged_lines(lines, pieces, wide)
        if ragged:
            lines = [line._replace(ragged=at in ragged) for at, line in enumerate(lines)]
            pieces = [[_whole(lines[at])] if at in ragged else row for at, row in enumerate(pieces)]
            parted -= ragged
            data = [at for at in data if at not in ragged]
    short = [line.width < SHORT and not SENTENCE.search(line.text) for line in lines]
    may_be_cell = [one and at not in parted for at, one in enumerate(short)]
    for at in range(1, len(lines) - 1):  # a long name between values
        if not may_be_cell[at] and lines[at].width < _LONG_NAME and is_name_between(lines[at - 1 : at + 2]):
            may_be_cell[at] = at not in parted
    done = wide_of_tabbed = 0
    tabbed: TextTable | None = None
    before: TextTable | None = None
    for at in _openings(lines, data, short, may_be_cell):
        if at < done:
            continue
        table = (
            _piped(lines, at)
            or (tabbed := tabbed_table(lines, at, wide_of_tabbed))
            or aligned_table(lines, pieces, data, at, before)
            or spaced_table(lines, at)
            or _one_a_line(lines, parted, short, at)
            or goes_on_headless(lines, at, before)
            or (_loose(lines, may_be_cell, at, done) if may_open(lines, may_be_cell, at) else None)
        )
        if table is not None:
            yield table
            before, done = table, table.last
            wide_of_tabbed = columns_of(table) if table is tabbed else 0


def _loose(lines: list[TextLine], may_be_cell: list[bool], at: int, floor: int) -> TextTable | None:
    """Return the tiles, or the table with one cell a line, whose first value stands in a line."""
    tiles = tiles_at(lines, may_be_cell, at, floor)
    if tiles:
        return TextTable(tiles[0][0], tiles[-1][-1] + 1, [], tiles=tuple(tiles))
    return loose_table(lines, may_be_cell, at, floor)


def _whole(line: TextLine) -> Piece:
    return Piece(line.start, line.end, line.text, line.indent, line.indent + line.width)


def _pieces_of(line: TextLine, measure: Callable[[str], int] = width) -> list[Piece]:
    found = pieces_of(line, measure)
    return prepared(found, line.text, line.start) if len(found) > 1 or "--" in line.text else found


def _openings(
    lines: list[TextLine], data: list[int], short: list[bool], may_be_cell: list[bool]
) -> list[int]:
    """Return the lines where a table may begin, in order: most lines of prose are told from them at a glance."""
    said = "\n".join(["", *[line.text for line in lines]])
    found: set[int] = set()
    if any(mark in said for mark in _OF_PIPED):
        found.update([at for at, line in enumerate(lines) if _may_be_piped(line.text)])
    if "\t" in said or any([line.tabs for line in lines]):  # noqa: C419  # no generator: half the time
        found.update([at for at, line in enumerate(lines) if line.tabs or "\t" in line.text])
    for number in data:
        found.update(range(max(0, number - HEADING_LINES), number + 1))
    follow = 0  # how many lines behind a line may be cells as it may be
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if follow >= _LEAST_LINES - 1:
            found.add(at)
        if line.after_blank:
            follow = 0
            continue
        follow = follow + 1 if short[at] else 0
        if at and may_end_row(line.text):
            found.update(openings_above(lines, at))
    found.update([at for at in range(len(lines)) if may_open(lines, may_be_cell, at)])
    return sorted(found)


def _unevenness(pieces: list[list[Piece]], data: list[int]) -> int:
    """Return how far the values of neighbouring rows end from those above them, in all.

    A terminal gives a Han character two columns; what the layout of a page gives it, only its columns tell.
    """
    return sum(
        min(abs(one.right - other.right), _FAR)
        for above, below in pairwise(data)
        if below == above + 1 and len(pieces[above]) == len(pieces[below])
        for one, other in zip(pieces[above][1:], pieces[below][1:], strict=True)
    )


def _piped(lines: list[TextLine], first: int) -> TextTable | None:
    """Return the table of pipes that begins at a line."""
    if not _may_be_piped(lines[first].text):
        return None
    last = first
    ruled = first + 1 < len(lines) and _parts_columns(lines[first + 1].text)
    while (
        last < len(lines)
        and (_is_piped(lines[last].text) or (ruled and _may_be_piped(lines[last].text)))
        and (last == first or not lines[last].after_blank)
    ):
        last += 1
    if last - first < 2:  # noqa: PLR2004  # one line with bars is no table
        return None
    cells: list[GridCell] = []
    rules = [at for at in range(first, last) if _RULE.match(lines[at].text)]
    head = rules[0] if rules and rules[0] > first else first
    edged = sum(lines[at].text[0] in _PIPES for at in range(first, last)) * 2 > last - first
    for row, at in enumerate(range(first, last)):
        if at not in rules[:1] and not _RULE.match(lines[at].text):
            cells.extend(_between_pipes(lines[at], row, marked=at < head, edged=edged))
    stated = next((row for row, at in enumerate(range(first, last)) if _holds_number(lines[at].text)), 0)
    counts = {row: _count(lines[at].text, edged=edged) for row, at in enumerate(range(first, last))}

    def said(cell: GridCell) -> str:
        return _said(lines[first + cell.row], cell)

    whole = with_whole_values(cells, said)
    placed = in_place(whole, stated, said)
    spread = placed if placed != whole else over_blanks(whole, stated, said, counts)
    named = centred_names(spread, stated)
    return TextTable(first, last, named or spread, across=named is not None)


def _said(line: TextLine, cell: GridCell) -> str:
    return cell.said(line.text, line.start)


def _count(text: str, *, edged: bool) -> int:
    """Return how many cells a line has, blank ones among them."""
    bars = len(_BARS.findall(text))
    return bars + 1 - (text[0] in _PIPES) * edged - (text[-1] in _PIPES) * edged


def _holds_number(text: str) -> bool:
    return any(is_number(said.strip()) for said in _BARS.split(text) if said.strip())


def _may_be_piped(text: str) -> bool:
    return "|" in text or "｜" in text or "│" in text or "┃" in text or text[0] in "+┌├└"


def _is_piped(text: str) -> bool:
    bars = sum(text.count(bar) for bar in _PIPES)
    return (
        bars > 1
        or (bars == 1 and text[0] in _PIPES)
        or (bool(bars or text[0] in "+┌├└") and bool(_RULE.match(text)))
        or _parts_columns(text)
    )


def _parts_columns(text: str) -> bool:
    """Return whether a line is a rule that parts columns, below a heading without bars at its ends: -----+----, ---|---."""
    return "--" in text and ("+" in text or "|" in text) and bool(_RULE.match(text))


def _between_pipes(line: TextLine, row: int, *, marked: bool, edged: bool) -> Iterator[GridCell]:
    """Yield the cells of a line; edged: a bar at its beginning is the table's edge, and no empty corner before it."""
    column, begin = 0, 0
    text = line.text
    if edged and text[0] in _PIPES:
        begin = 1
    for at in [*(i for i in range(begin, len(text)) if text[i] in _PIPES), len(text)]:
        said = text[begin:at]
        bare = said.strip()
        if bare:
            lead = len(said) - len(said.lstrip())
            start, end, marks = across_markup(bare, line.start + begin + lead)
            indent = max(width(said[:lead]) - 1, 0)
            yield GridCell(start, end, row, column, marked=marked, indent=indent, breaks=marks)
        column, begin = column + 1, at + 1


def _one_a_line(lines: list[TextLine], parted: set[int], short: list[bool], at: int) -> TextTable | None:
    """Return the table that begins at a line and has one cell on each: headings, then a name and its values.

    parted: the lines that wide gaps part.
    """
    if at and short[at - 1] and not lines[at].after_blank:
        return None
    last = at + 1
    while last < len(lines) and short[last] and not lines[last].after_blank and last not in parted:
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
    levels = two_levels([line.text for line in run[: first - 1]], count)
    if levels is None and has_levels([line.text for line in run[:first]], count):
        return None  # of two levels: they are read with the rows below them
    title = first - 1 - count - (1 if first - 1 > count else 0)
    title = max(min(levels) - 1, 0) if levels else title
    head, rows = first - 1, 0
    while head + (rows + 1) * (count + 1) <= len(run) and _is_row(run, head + rows * (count + 1), count):
        rows += 1
    end = head + rows * (count + 1)
    if rows < 2 or title > _TITLE_LINES or any(stated[end:]):  # noqa: PLR2004  # no rhythm: no table
        return None
    return TextTable(at + title, at + end, list(_stacked(run, title, end, count, head)))


def _names(line: TextLine) -> bool:
    return (not is_value(line.text) and line.width > FILLER // 2) or (
        not is_value(line.text) and not any(character.isdigit() for character in line.text)
    )


def _is_row(run: list[TextLine], at: int, count: int) -> bool:
    """Return whether a name and as many values as the table has columns begin at the line."""
    values = run[at + 1 : at + 1 + count]
    return (
        not is_value(run[at].text)
        and any(is_value(line.text) for line in values)
        and all(is_value(line.text) or line.width <= FILLER for line in values)
    )


def _stacked(run: list[TextLine], title: int, end: int, count: int, head: int) -> Iterator[GridCell]:
    levels = two_levels([line.text for line in run[:head]], count)
    said = [run[number].text for number in range(head - count, head)]
    known = levels is not None or len(set(said)) == count  # two columns called alike are told by nothing
    corner = head - count - title
    for number in range(title, end):
        line = run[number]
        wide = 1
        if number < head:
            column = number - title - corner + 1
            row = 0
            if levels:
                row, column, wide = levels.get(number, (0, 0, 1))
            elif column > 0 and not known:
                continue
        else:
            row, column = divmod(number - head, count + 1)
            row += 2 if levels else 1
        indent = 2 * line.indent if column <= 0 else 0
        yield GridCell(line.start, line.end, row, max(column, 0), columns=wide, indent=indent)
