"""Decides the figures in a table's cells: what is said of one are its headings and the table's caption.

A row's heading speaks first, then its column's, then the rows it is a part of, then the captions; farther words are
asked only for what the nearer ones leave open. A word of a heading that nothing explains leaves its cells unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tagger.clauses.claims import Claim, Line
from tagger.document import Block, Cell, Document, Span
from tagger.figures.find import Figure, value_of
from tagger.links.candidates import Context, candidates_of
from tagger.links.decided import Decided, read_candidate
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.profile import Profile
from tagger.readers.grids import is_value
from tagger.reporting_period import ReportingPeriod
from tagger.tables.cell_figures import Nil
from tagger.tables.cell_words import Row, Said
from tagger.tables.columns import Column, column_of, compared, time_of
from tagger.tables.headings import Heading, HeadingReader
from tagger.tables.units import TableUnit, take_unit
from tagger.tables.words import table_words
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose
from tagger.words.vocabulary import Vocabulary

_KEPT_HEADINGS = 4096
_WITHHELD = 0.9
"""The price of a reading that leaves words unexplained: its confidence is below a half."""
_LEFT_OVER = ("left_over", "words of the headings that matter are in no term of the taxonomy")
_NO_TIME = ("no_period", "the headings name times that do not go together")
_AMBIGUOUS = ("ambiguous", "the headings of row and column name different concepts")


@dataclass(slots=True)
class Tables:
    """The tables of a document while its lines are decided, one after the other."""

    document: Document
    prose: Prose
    reader: HeadingReader
    language: Language
    index: TaxonomyIndex
    profile: Profile
    period: ReportingPeriod
    block_starts: list[int]
    headings: dict[Span, Heading] = field(default_factory=dict)
    columns: dict[tuple[Span, ...], Column] = field(default_factory=dict)
    table: int = 0
    row: Row | None = None
    plain_row: tuple[Span, ...] = ()  # the last row that is no part of another
    subject_row: tuple[Span, ...] = ()  # the last row that names something

    def takes(self, line: Line) -> bool:
        """Return whether the line is a cell that holds one value and nothing else."""
        cell = self.document.blocks[line.number].cell
        return (
            cell is not None
            and not cell.heading
            and len(line.figures) == 1
            and is_value(self.prose.text[line.start : line.end])
        )

    def decide(self, line: Line) -> Decided | None:
        """Return the decision on a cell; None where it is no quantity (a reference, a dash that says nothing)."""
        cell = self.document.blocks[line.number].cell
        figure = line.figures[0]
        if cell is None or figure.reason:
            return None
        self._enter(cell)
        column = self._column(cell, line.number)
        if column.is_reference:
            figure.reason = "reference"
            return None
        item = self._decided(line, figure, cell, column)
        if isinstance(figure, Nil) and (item.best is None or item.reason):
            figure.reason = "word"
            return None
        return item

    def _enter(self, cell: Cell) -> None:
        if cell.table != self.table:
            self.table, self.row = cell.table, None
            self.columns.clear()
            self.plain_row = self.subject_row = ()
        if len(self.headings) > _KEPT_HEADINGS:
            self.headings.clear()

    def _heading(self, span: Span) -> Heading:
        found = self.headings.get(span)
        if found is None:
            at = bisect_right(self.block_starts, span[0]) - 1
            found = self.headings[span] = self.reader.read(*self.prose.lines[max(at, 0)])
        return found

    def _column(self, cell: Cell, number: int) -> Column:
        found = self.columns.get(cell.column_headings)
        if found is None:
            found = self._read_column(cell.column_headings)
            if found.kind == "change":
                found = compared(found, list(self._columns_before(cell, number)), self.period)
            self.columns[cell.column_headings] = found
        return found

    def _read_column(self, spans: tuple[Span, ...]) -> Column:
        headings = tuple(self._heading(span) for span in spans)
        is_reference = bool(headings) and self.reader.is_reference(headings[0])
        return column_of(headings, self.prose.text, self.language, self.period, is_reference=is_reference)

    def _columns_before(self, cell: Cell, number: int) -> Iterator[Column]:
        """Yield the columns of the row to the left of a cell, in order."""
        first = number
        while first and _same_row(self.document.blocks[first - 1], cell):
            first -= 1
        for block in self.document.blocks[max(first, number - 8) : number]:
            if block.cell and block.cell.column_headings and not block.cell.heading:
                yield self._read_column(block.cell.column_headings)

    def _decided(self, line: Line, figure: Figure, cell: Cell, column: Column) -> Decided:
        row = self._row(cell)
        said = row.of(column)
        kind, sign = _kind_of(row.rows, column)
        negative = sign < 0 or _is_negative(self.prose.text, line, figure)
        time, unclear = self._time(said, column)
        best: Decided | None = None
        units = said.units(column)
        bare = figure if len(units) == 1 else replace(figure)
        for unit in units:
            _give_unit(figure, bare, unit, said, kind)
            item = self._read(figure, line, said, _kind_for(kind, figure), sign, time, column)
            if best is None or item.best:
                best = item
            if item.best:
                break
        assert best is not None  # noqa: S101  # there is always a unit to try, an empty one at least
        best.value = -best.value if negative and best.value else best.value
        reason = _LEFT_OVER if said.left_over() else _NO_TIME if unclear else None
        if reason and best.readings:
            best.reason = reason
            for reading in best.readings:
                reading.price += _WITHHELD
        return best

    def _row(self, cell: Cell) -> Row:
        """Return the headings of the cell's row; cells of a row share them, and what was found out from them."""
        if self.row is None or self.row.number != cell.row or self.row.spans != cell.row_headings:
            rows = [self._heading(span) for span in cell.row_headings]
            above = self._above(cell, rows)
            self.row = Row(
                cell.row, cell.row_headings, rows, above, [self._heading(s) for s in cell.captions]
            )
        return self.row

    def _above(self, cell: Cell, rows: list[Heading]) -> list[Heading]:
        """Return the headings of the rows that the cell's row is a part of, the nearest first."""
        spans = cell.above
        if not any(heading.has("of_which") for heading in rows):
            self.plain_row = cell.row_headings
        if any(heading.has_term for heading in rows):
            self.subject_row = cell.row_headings
        if not spans and any(heading.has("of_which") for heading in rows):
            spans = self.plain_row
        if rows and any(h.kind for h in rows) and not any(h.has_term for h in rows):
            spans = (*self.subject_row, *spans)  # 增減（%）below the row it is of
        return [self._heading(span) for span in spans]

    def _time(self, said: Said, column: Column) -> tuple[TimePhrase | None, bool]:
        """Return the time of a cell: the column's, else the row's, else that of a row above or the caption."""
        own = [p for heading in said.rows for p in heading.phrases if not p.base]
        if column.time and own:
            return time_of([own[0], column.time], self.prose.text, self.language, self.period)
        if column.time or column.unclear:
            return column.time, column.unclear
        farther = [p for h in (*said.above, *said.captions) for p in h.phrases if not p.base]
        return next(iter((*own, *farther)), None), False

    def _read(
        self,
        figure: Figure,
        line: Line,
        said: Said,
        kind: str,
        sign: int,
        time: TimePhrase | None,
        column: Column,
    ) -> Decided:
        """Return the decision on a cell read with a unit."""
        found = said.found(figure, kind, self.index)
        claim = Claim(
            figure, line.number, -1 - line.number, line.start, left=found.left, right=[], lead=[],
            unread=found.unread, right_unread=[], kind=kind, sign=sign, times=[time] if time else [], base=column.base,
        )  # fmt: skip
        if found.candidates is None:
            found.candidates = candidates_of(claim, Context(), self.index)
        value, decimals = value_of(figure)
        item = Decided(
            figure, value, decimals, "", [], claim, currency=figure.currency or self.profile.currency
        )
        blocked: tuple[str, str] | None = None
        for candidate in found.candidates:
            reading, why = read_candidate(candidate, claim, time, self.index, self.period)
            if reading:
                item.readings.append(reading)
            else:
                blocked = blocked or why
        if not item.readings:
            item.reason = blocked or ("no_concept", "no concept of the taxonomy covers what the headings say")
        elif found.clash:
            item.reason = _AMBIGUOUS
        return item


def tables_of_document(
    document: Document,
    prose: Prose,
    phrases: list[TimePhrase],
    vocabulary: Vocabulary,
    language: Language,
    index: TaxonomyIndex,
    profile: Profile,
    period: ReportingPeriod,
) -> Tables:
    """Return what decides the cells of a document."""
    words = table_words(language, index.counted)
    reader = HeadingReader(prose.text, phrases, [p.start for p in phrases], vocabulary, language, words)
    return Tables(
        document, prose, reader, language, index, profile, period, [block.start for block in document.blocks]
    )


def _same_row(block: Block, cell: Cell) -> bool:
    return block.cell is not None and block.cell.table == cell.table and block.cell.row == cell.row


def _is_negative(text: str, line: Line, figure: Figure) -> bool:
    before = text[line.start : figure.start]
    return any(mark in before for mark in "(（-−–—－△▲▼")


def _kind_of(rows: list[Heading], column: Column) -> tuple[str, int]:
    """Return what row and column make of a figure: a column of changes holds changes whatever the row says."""
    if column.kind != "level":
        return column.kind, column.sign
    for heading in rows:
        if heading.kind:
            return heading.kind, heading.sign
    return "level", 1


def _kind_for(kind: str, figure: Figure) -> str:
    return "growth" if kind == "change" and figure.kind == "percent" else kind


def _give_unit(figure: Figure, bare: Figure, unit: TableUnit, said: Said, kind: str) -> None:
    """Give the figure, which is printed as `bare`, a unit of its headings."""
    if bare is not figure:
        figure.kind, figure.scale, figure.currency = bare.kind, bare.scale, bare.currency
        figure.unit_word = bare.unit_word
    without = not figure.kind
    take_unit(figure, unit)
    of_a_rate = any(u.kind == "percent" for h in said.rows if not h.kind for u in h.units.units)
    if kind == "change" and of_a_rate and without and figure.kind == "percent":
        figure.kind = "percentage_points"  # what a ratio has changed by
