"""A table as any format gives it, cells in rows and columns, made into blocks that know their headings.

This is the seam for readers: text, HTML and later PDF, Word and Excel say where cells stand (`GridCell`), and what is
a heading of what is decided here, for all of them alike and without knowing a language: a row of values has headings
to its left and above it; a row that is indented, or stands under a row without values, is a part of that row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from tagger.document import Block, Cell, Span
from tagger.readers.grid_cell import MAX_COLUMN, GridCell
from tagger.readers.head_words import is_in_place_of_value, is_nothing, is_stretch, says_change
from tagger.readers.other_sign import other_signs
from tagger.readers.sections import ABOVE_ALL, Stub, opening, says_day
from tagger.readers.spread_letters import spread_letters
from tagger.readers.unit_columns import units_behind
from tagger.readers.values import is_net, is_unit, is_value, is_year, mentions_unit

_SAMPLE = 200
_LONG = 200
"""A longer cell beside the values is prose and no heading."""


Heads = dict[int, tuple[Span, ...]]
"""By the number of a column, from 1, the headings over it, the nearest first."""
NAMES_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[0-9]{2,3} ?年|[〇○零一二三四五六七八九]{4}年")
TITLE_NUMBER = r"(?:[0-9]{1,2}|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?|[0-9]{1,2}[.)])(?:[(（]?[a-z][)）]?)?"
"""The number of a title, as a pattern: 7, 7.2, 7(a)."""
_LINE_END = re.compile(r"\s*\n\s*")
_TITLED = re.compile(rf"{TITLE_NUMBER}\s{{2,}}(?=\S)")


def is_titled(text: str) -> bool:
    """Return whether a text is a title behind its number and a wide gap."""
    return _TITLED.match(text) is not None


def width(text: str) -> int:
    """Return how many columns of a page the text takes: a Han character two, others one."""
    # three bytes of UTF-8 are a wide character, one byte a narrow one
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2


@dataclass(slots=True)
class _Row:
    """The cells of a row; `stated`: those with a value (a year is one only below the headings)."""

    cells: list[GridCell]
    stated: list[GridCell]
    marked: bool


@dataclass(slots=True)
class _Headings:
    """The rows of column headings that hold at the moment, and what was made of them for a column.

    over_all: they are one heading over all columns.
    """

    text: str
    before: Heads
    rows: list[tuple[list[int], list[GridCell]]] = field(default_factory=list)
    known: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    over_all: bool = False

    def of(self, column: int) -> tuple[Span, ...]:
        """Return the headings over a column, the nearest first; of the table before what it leaves open: all, or the time."""
        if column not in self.known:
            found: list[Span] = []
            for starts, cells in reversed(self.rows):
                at = bisect_right(starts, column) - 1
                if at >= 0 and column < cells[at].column + cells[at].columns:
                    span = (cells[at].start, cells[at].end)
                    if span not in found:
                        found.append(span)
            carried = self.before.get(column + 1, ())
            timed = any(NAMES_YEAR.search(self.text, *span) for span in found)
            if not timed:
                found.extend([s for s in carried if not found or NAMES_YEAR.search(self.text, *s)])
            elif self.over_all and len(found) == 1:  # the year alone, of columns that the table before names
                found[:0] = [s for s in carried if not NAMES_YEAR.search(self.text, *s)]
            self.known[column] = tuple(found)
        return self.known[column]

    def _are_units(self, cells: list[GridCell]) -> bool:
        return len(cells) > 1 and all(is_unit(cell.said(self.text)) for cell in cells)

    def _goes_on(self, cells: list[GridCell], over: list[GridCell]) -> bool:
        """Return whether a row of headings holds below new ones: the unit of all columns, what stands over units alone."""
        if len(cells) == 1 and cells[0].columns == MAX_COLUMN:
            names_unit, *others = (mentions_unit(c.said(self.text)) for c in (*cells, *over))
            if names_unit:
                return not any(others)
        return self._are_units(over) and not self._are_units(cells)

    def put(self, cells: list[GridCell], stub: int, *, afresh: bool) -> None:
        """Add a row of headings; `afresh` where the rows before belong to a part of the table that is over."""
        over = [cell for cell in cells if cell.column + cell.columns > stub]
        if afresh:
            self.rows = [row for row in self.rows if self._goes_on(row[1], over)]
        self.known.clear()
        if over:
            self.rows.append(([cell.column for cell in over], over))
            self.over_all = len(self.rows) == 1 and over[0].columns == MAX_COLUMN


def blocks_of_grid(
    table: int, cells: list[GridCell], captions: tuple[Span, ...], text: str, before: Heads | None = None
) -> Iterator[Block]:
    """Yield the blocks of a table's cells in reading order, each with its headings.

    cells: in reading order. captions: title and unit lines of the table, the nearest first. before: what stands over its
    columns in the table right before.
    """
    rows = [_row(list(group), text) for _, group in groupby(cells, key=lambda cell: cell.row)]
    first = next((at for at, row in enumerate(rows) if _states(row, text)), len(rows))
    rows[first + 1 :] = [_without_marks(row, text) for row in rows[first + 1 :]]
    stub = _stub(rows[first:], text)
    units = units_behind(cells, stub, text)
    titles = _titles(rows[:first], text)
    captions = (*((row.cells[0].start, row.cells[0].end) for row in reversed(titles)), *captions)
    corner = tuple(_corner(rows[:first], stub, titles, text))
    captions = (*corner, *captions)
    dated = _dated(rows, first, corner, stub, text)
    headings, under, spans = _Headings(text, before or {}), Stub(), _Spans()
    was_heading = True
    for number, row in enumerate(rows):
        is_heading = number < first or _heads(row, stub, text)
        is_title = row in titles
        below = number >= first or bool(headings.rows or before)
        alone = _is_name_alone(row.cells, stub, text)
        section = is_heading and below and alone and not is_title
        if number + 1 < first and any(cell.column >= stub for cell in rows[number + 1].cells):
            section = False  # 項目 in the middle of the lines of headings
        if number > first and is_heading and _is_stray(row, stub, text):
            is_heading = False
        elif is_heading and not section and not is_title:
            below_others = bool(headings.rows) and was_heading
            over = _spread(
                row.cells, stub, rows, text, below=below_others or _fills_a_gap(row, rows[:first], stub)
            )
            headings.put(over, stub, afresh=not was_heading)
        was_heading = is_heading and not section
        own = spans.of(row, stub, text) if not was_heading else ()
        indent = ABOVE_ALL if section and row in dated else _indent(row, text, stub, section=section)
        name = text[slice(*own[0])] if own else ""
        above = under.enter(indent, own, name, stated=bool(row.stated)) if own else ()
        if row.stated and not is_heading and (not own or is_net(name)):
            under.total()
            above = ()
        own = (*units.get(row.cells[0].row, ()), *own) if own else ()
        for cell in row.cells:
            yield Block(
                "cell", cell.start, cell.end, 0, _breaks(cell, text),
                Cell(
                    table, cell.row + 1, cell.column + 1,
                    heading=(is_heading or cell.column < stub) and _length(cell) <= _LONG,
                    row_headings=own if cell.column >= stub else (),
                    column_headings=headings.of(cell.column) if not was_heading and cell.column >= stub else (),
                    above=above, captions=captions,
                ),
            )  # fmt: skip


def _length(cell: GridCell) -> int:
    return cell.end - cell.start - sum(end - start for start, end in cell.breaks)


def _breaks(cell: GridCell, text: str) -> tuple[Span, ...]:
    """Return what is read across in a cell: ends of lines, blanks in a spread word, a name for a value below zero."""
    if not cell.breaks and "\n" in text[cell.start : cell.end]:  # $ / 84,156
        return tuple(found.span() for found in _LINE_END.finditer(text, cell.start, cell.end))
    if not cell.breaks:
        return other_signs(text, cell.start, cell.end) or spread_letters(text, cell.start, cell.end)
    signs = [span for start, end in cell.parts for span in other_signs(text, start, end)]
    return tuple(sorted((*cell.breaks, *signs)))


def _stub(rows: list[_Row], text: str) -> int:
    """Return the first column of values: the one after the names, before which numbers are codes (11000 | Cash | 5)."""
    values: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for row in [row for row in rows if row.stated][:_SAMPLE]:
        stated = {cell.start for cell in row.stated}
        for cell in row.cells[:_SAMPLE]:
            (values if cell.start in stated else texts)[cell.column] += 1
    if values[0] and not texts[0] and len(values) > 1 and _years_lead(rows, text):
        return 1
    of_values = sorted(column for column, count in values.items() if count >= texts[column])
    if not of_values:
        return min(values, default=1)
    names = [c for c in sorted(texts) if texts[c] > values[c] and of_values[0] < c <= of_values[0] + 2]
    if of_values[0] == 0 and names and names[0] < of_values[-1]:
        return names[0] + 1
    return of_values[0]


def _years_lead(rows: list[_Row], text: str) -> bool:
    """Return whether each row begins with a year of its own: periods stand in the rows and concepts in the columns."""
    leading = [row.cells[0] for row in rows if row.stated and row.cells[0].column == 0]
    years = {cell.said(text) for cell in leading}
    return len(years) == len(leading) and all(is_year(year) for year in years)


def _titles(rows: list[_Row], text: str) -> list[_Row]:
    """Return the rows of one cell among the headings that speak for all of the table, as a caption does.

    One over them that spans the table; a title with its number, apart from it (33   CAPITAL ADEQUACY); what stands over
    a unit alone in its line.
    """
    width_of_table = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    alone = [(row, below) for row, below in zip_longest(rows, rows[1:]) if len(row.cells) == 1]
    return [row for row, below in alone if _is_title(row.cells[0], below, width_of_table, text)]


def _is_title(cell: GridCell, below: _Row | None, width_of_table: int, text: str) -> bool:
    said = cell.said(text)
    if is_titled(said):
        return True
    if below is None:
        return False
    unit = below.cells[0].said(text)
    over_unit = len(below.cells) == 1 and mentions_unit(unit) and not _is_of_its_column(unit)
    spans = cell.columns > 1 and cell.column + cell.columns >= width_of_table
    if spans and cell.column and (is_stretch(said) or (cell.column > 1 and says_change(said))):
        return False  # Three Months Ended, over days; Change vs., over some of the columns
    return spans or (over_unit and not mentions_unit(said) and NAMES_YEAR.search(said) is None)


def _corner(rows: list[_Row], stub: int, titles: list[_Row], text: str) -> Iterator[Span]:
    """Yield what stands over the names of the rows (人民幣百萬元, 截至6月30日止六個月): it speaks for the table.

    A cell alone in its row does where it gives a unit.
    """
    for row in reversed(rows):
        alone = len(row.cells) == 1 and not mentions_unit(row.cells[0].said(text))
        if row not in titles and not alone:
            yield from (
                (cell.start, cell.end) for cell in row.cells if cell.column + cell.columns <= max(stub, 1)
            )


def _dated(rows: list[_Row], first: int, corner: tuple[Span, ...], stub: int, text: str) -> list[_Row]:
    """Return the rows that say at which time all below them is, where one stands before the values or the corner says a time.

    Sections of the table stand below each of them, no matter how far in. first: the first row of values.
    """
    lone = [row for row in rows if len(row.cells) == 1 and row.cells[0].column < stub and not row.stated]
    timed = [row for row in lone if says_day(text, (row.cells[0].start, row.cells[0].end))]
    before = bool(timed) and timed[0].cells[0].row < rows[min(first, len(rows) - 1)].cells[0].row
    return timed if before or any(says_day(text, span) for span in corner) else []


def _row(cells: list[GridCell], text: str) -> _Row:
    stated = [cell for cell in cells if is_value(cell.said(text)) and not cell.marked]
    return _Row(cells, stated, all(cell.marked for cell in cells))


def _without_marks(row: _Row, text: str) -> _Row:
    """Return a row below values as one of values, where all of it is marked as headings and states some: <th>Total<th>90.4."""
    stated = [cell for cell in row.cells if cell.column and is_value(cell.said(text))]
    if not row.marked or not stated or any(is_year(cell.said(text)) for cell in stated):
        return row
    named = row.cells[0].column == 0 and not is_value(row.cells[0].said(text))
    return _Row(row.cells, stated, marked=False) if named else row


def _states(row: _Row, text: str) -> bool:
    """Return whether the row holds values and not the years over them."""
    return any(not is_year(cell.said(text)) for cell in row.stated)


def _is_stray(row: _Row, stub: int, text: str) -> bool:
    """Return whether a row among the values is one piece of a cell's own text, over one column: it heads nothing."""
    cell = row.cells[0]
    said = cell.said(text)
    return (
        len(row.cells) == 1
        and not row.marked
        and cell.columns == 1
        and cell.column > stub
        and not any(character.isdecimal() for character in said)
        and not mentions_unit(said)
    )


def _is_name_alone(cells: list[GridCell], stub: int, text: str) -> bool:
    """Return whether nothing but a name stands in a row, with the code of an account before it or without."""
    coded = len(cells) == 2 and cells[0].said(text).isdecimal()  # noqa: PLR2004
    return (len(cells) == 1 or coded) and cells[-1].column < max(stub, 1)


def _heads(row: _Row, stub: int, text: str) -> bool:
    """Return whether a row below the first values is one of headings again: no value, or all marked."""
    if row.marked or any(cell.column >= stub for cell in row.stated):
        return row.marked
    over = [cell for cell in row.cells if cell.column >= stub]
    return not over or not all(is_nothing(cell.said(text)) for cell in over)


def _fills_a_gap(row: _Row, heads: list[_Row], stub: int) -> bool:
    """Return whether a heading alone in its row stands over a column that the row of most headings leaves out."""
    over = [cell for cell in row.cells if cell.column + cell.columns > stub]
    others = [[c for c in head.cells if c.column + c.columns > stub] for head in heads if head is not row]
    main = max(others, key=len, default=[])
    if len(over) != 1 or len(main) < 2:  # noqa: PLR2004
        return False
    first, last = over[0].column, over[0].column + over[0].columns
    return not any(cell.column < last and first < cell.column + cell.columns for cell in main)


def _spread(cells: list[GridCell], stub: int, rows: list[_Row], text: str, *, below: bool) -> list[GridCell]:
    """Return a row's headings; one alone over the values (單位：人民幣千元) speaks for all of them.

    below: other headings stand right above, or leave the column of this one out; one alone that names no unit is then
    of its column alone, as is one over the last of many.
    """
    over = [cell for cell in cells if cell.column + cell.columns > stub]
    if len(over) != 1 or len(rows) == 1:
        return cells
    cell = over[0]
    if len(cells) > 1 and cell.columns > 1:
        return cells
    said = cell.said(text)
    if 1 < cell.columns < MAX_COLUMN and cell.column > stub and (is_stretch(said) or says_change(said)):
        return cells
    if _is_last_of_many(cell, stub, rows) and not (mentions_unit(said) or _PER_CENT.search(said)):
        return cells
    if below and cell.column > stub:
        if not mentions_unit(said) or _is_of_its_column(said):
            return cells
        if len(said) == 1 and _corner_gives_unit(rows, cell.row, stub, text):
            return cells
    return [GridCell(cell.start, cell.end, cell.row, stub, 1, MAX_COLUMN, cell.marked, cell.indent)]


def _is_last_of_many(cell: GridCell, stub: int, rows: list[_Row]) -> bool:
    """Return whether a heading stands over the last column alone, and the row below has one for each: Year-on-year / change."""
    below = next((row for row in rows if row.cells[0].row > cell.row), None)
    columns = [other.column for other in below.cells if other.column >= stub] if below else []
    return len(columns) > 2 and cell.columns == 1 and cell.column == columns[-1]  # noqa: PLR2004


def _is_of_its_column(said: str) -> bool:
    """Return whether a rate is a part of what a heading says, and not the unit of all columns: As a %, 佔比（%）."""
    rest = _PER_CENT.sub("", said)
    return rest != said and any(letter.isalpha() for letter in rest) and not mentions_unit(rest)


_PER_CENT = re.compile("[%％]")


def _corner_gives_unit(rows: list[_Row], last: int, stub: int, text: str) -> bool:
    """Return whether a unit stands over the names of the rows: a lone % elsewhere is of its column alone."""
    return any(
        cell.column < stub and cell.row < last and mentions_unit(cell.said(text))
        for row in rows[:8]
        for cell in row.cells
    )


def _indent(row: _Row, text: str, stub: int, *, section: bool) -> int:
    """Return how far in a row stands, doubled; a row without values stands before those of its own indent."""
    # a code may stand before the name, its unit behind it
    names = [cell for cell in row.cells[:_SAMPLE] if cell.column < stub] or row.cells[:1]
    farthest = max(cell.indent + width(opening(text, cell.start, cell.end)) for cell in names)
    return 2 * farthest - (1 if section else 0)


@dataclass(slots=True)
class _Spans:
    """Row headings that go on over several rows: by what they span, or (filled, by column) over blanks before names."""

    going_on: list[tuple[int, GridCell]] = field(default_factory=list)
    filled: dict[int, GridCell] = field(default_factory=dict)

    def of(self, row: _Row, stub: int, text: str) -> tuple[Span, ...]:
        """Return the headings of a row, the nearest first."""
        at = row.cells[0].row
        self.going_on = [item for item in self.going_on if item[0] > at]
        own = [
            cell
            for cell in row.cells
            if cell.column < max(stub, 1) and not is_in_place_of_value(cell.said(text))
        ] or [cell for cell in row.cells[:1] if cell.column < stub and is_year(cell.said(text))]
        blank = own[0].column if own else 0
        self.filled = {column: cell for column, cell in self.filled.items() if column < blank}
        found = [*(cell for _, cell in self.going_on), *self.filled.values(), *own]
        self.filled.update((cell.column, cell) for cell in own[:-1] if cell.rows == 1)
        self.going_on.extend((at + cell.rows, cell) for cell in own[:8] if cell.rows > 1)
        found.sort(key=lambda cell: -cell.column)
        return tuple((cell.start, cell.end) for cell in found)
