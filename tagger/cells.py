"""Decides the figures in a table's cells: what is said of one are its headings and the table's caption.

A row's heading speaks first, then its column's, then the rows it is a part of, then the captions; farther words are
asked only for what the nearer ones leave open. A word of a heading that nothing explains leaves its cells unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tagger.claims import Claim, Line
from tagger.confidence import confidence_of
from tagger.decided import Decided, read_candidate
from tagger.document import Block, Cell, Document, Span
from tagger.figures import Figure, value_of
from tagger.grids import is_nil, is_value
from tagger.language import Language
from tagger.links import Context, candidates_of
from tagger.periods import TimePhrase
from tagger.profile import Profile
from tagger.proofs import Proven, fact_key
from tagger.prose import Prose
from tagger.reporting_period import ReportingPeriod
from tagger.table_columns import Column, column_of, compared, time_of
from tagger.table_headings import Heading, HeadingReader
from tagger.table_units import TableUnit, take_unit
from tagger.table_words import table_words
from tagger.taxonomy_index import TaxonomyIndex
from tagger.vocabulary import Meaning, Token, Vocabulary

_KEPT_HEADINGS = 4096
_RATES = ("percent", "percentage_points", "basis_points", "per_mille")
_LEFT_OVER = ("left_over", "words of the headings that matter are in no term of the taxonomy")
_NO_TIME = ("no_period", "the headings name times that do not go together")
_AMBIGUOUS = ("ambiguous", "the headings of row and column name different concepts")


@dataclass(slots=True)
class Nil(Figure):
    """A dash in a cell of figures: there is no such amount."""


def nils_of(document: Document, prose: Prose) -> Iterator[Nil]:
    """Yield a figure for each dash that stands in a table's cell in place of a value."""
    for (start, end), block in zip(prose.lines, document.blocks, strict=True):
        if block.cell and not block.cell.heading and end - start < 4 and is_nil(prose.text[start:end]):  # noqa: PLR2004
            yield Nil(start, end, end, Decimal(0), 0)


def add_nils(proven: Proven, nils: list[Decided], threshold: float) -> None:
    """Add the dashes that are facts to what is proven; no arithmetic speaks of them, and a doubtful one is dropped."""
    number = max(proven.facts.values(), default=0)
    stated = {fact_key(item) for item in proven.items if id(item) in proven.facts}
    for item in nils:
        if item.best is None or confidence_of(item) < threshold or fact_key(item) in stated:
            item.figure.reason = "word"
            continue
        number += 1
        stated.add(fact_key(item))
        proven.items.append(item)
        proven.facts[id(item)] = number


def settle_figures(document: Document, prose: Prose, figures: list[Figure]) -> None:
    """Say of the figures in cells what their place makes of them: no quantity in a heading, one below a heading."""
    at = 0
    titles = {span[0] for block in document.blocks if block.cell for span in block.cell.captions}
    for (start, end), block in zip(prose.lines, document.blocks, strict=True):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        if block.cell is None and block.start in titles:
            _in_a_title(figures[first:at])
        if block.cell is None or first == at:
            continue
        for figure in figures[first:at]:
            if block.cell.heading and not figure.reason:
                # a number alone beside the names is a code: 11000 | Cash
                figure.reason = "identifier" if is_value(prose.text[start:end]) else "name"
            elif figure.reason == "year" and block.cell.column_headings and not block.cell.heading:
                _below_a_year(figure, prose, start, end)


def _in_a_title(figures: list[Figure]) -> None:
    """Say of the bare figures in a table's title that they number something: 表4-2."""
    before = None
    for figure in figures:
        if not figure.reason and not figure.kind and not figure.scale:
            near = (
                before is not None and before.reason == "reference" and figure.start - before.digits_end <= 1
            )
            figure.reason = "reference" if near else "name"
        before = figure


def _below_a_year(figure: Figure, prose: Prose, start: int, end: int) -> None:
    # 1987 in a column of figures is one of them
    if is_value(prose.text[start:end]) and figure.digits_end - figure.start == len(
        prose.text[start:end].strip("()")
    ):
        figure.reason = ""


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
    row: int = 0
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
        rows = [self._heading(span) for span in cell.row_headings]
        item = self._decided(line, figure, cell, rows, column)
        if isinstance(figure, Nil) and (item.best is None or item.reason):
            figure.reason = "word"
            return None
        return item

    def _enter(self, cell: Cell) -> None:
        if cell.table != self.table:
            self.table, self.row = cell.table, 0
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

    def _decided(
        self, line: Line, figure: Figure, cell: Cell, rows: list[Heading], column: Column
    ) -> Decided:
        above = self._above(cell, rows)
        captions = [self._heading(span) for span in cell.captions]
        said = _Said(rows, list(column.headings), above, captions)
        kind, sign = _kind_of(rows, column)
        negative = _is_negative(self.prose.text, line, figure)
        time, unclear = self._time(said, column)
        reason = _NO_TIME if unclear else None
        if any(heading.holes for heading in (*rows, *column.headings)):
            reason = _LEFT_OVER
        best: Decided | None = None
        for unit in said.units(column):
            tried = _with_unit(figure, unit, said, kind)
            item = self._read(tried, line, said, _kind_for(kind, tried), sign, time, column)
            if best is None or (item.best and not best.best):
                best = item
            if item.best:
                break
        assert best is not None  # noqa: S101  # there is always a unit to try, an empty one at least
        _copy_unit(best.figure, figure)
        best.figure = figure
        best.value = -abs(best.value) if negative != (sign < 0 and best.value != 0) else abs(best.value)
        if best.claim:
            best.claim.figure = figure
        if reason and best.readings:
            best.reason = reason
            for reading in best.readings:
                reading.price += 0.9
        return best

    def _above(self, cell: Cell, rows: list[Heading]) -> list[Heading]:
        """Return the headings of the rows that the cell's row is a part of, the nearest first."""
        spans = cell.above
        if cell.row != self.row:
            self.row = cell.row
            if not any(heading.has("of_which") for heading in rows):
                self.plain_row = cell.row_headings
            if any(heading.has_term for heading in rows):
                self.subject_row = cell.row_headings
        if not spans and any(heading.has("of_which") for heading in rows):
            spans = self.plain_row
        if rows and any(h.kind for h in rows) and not any(h.has_term for h in rows):
            spans = (*self.subject_row, *spans)  # 增減（%）below the row it is of
        return [self._heading(span) for span in spans]

    def _time(self, said: _Said, column: Column) -> tuple[TimePhrase | None, bool]:
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
        said: _Said,
        kind: str,
        sign: int,
        time: TimePhrase | None,
        column: Column,
    ) -> Decided:
        """Return the decision on a cell read with a unit."""
        left, clash = said.tokens(figure, kind, self.index)
        claim = Claim(
            figure, line.number, -1 - line.number, line.start, left=left, right=[], lead=[], unread=[], right_unread=[],
            kind=kind, sign=sign, times=[time] if time else [], base=column.base,
        )  # fmt: skip
        if said.caption_holes(left):
            claim.unread = said.caption_holes(left)
        value, decimals = value_of(figure)
        item = Decided(
            figure, value, decimals, "", [], claim, currency=figure.currency or self.profile.currency
        )
        blocked: tuple[str, str] | None = None
        for candidate in candidates_of(claim, Context(), self.index):
            reading, why = read_candidate(candidate, claim, time, self.index, self.period)
            if reading:
                item.readings.append(reading)
            else:
                blocked = blocked or why
        if not item.readings:
            item.reason = blocked or ("no_concept", "no concept of the taxonomy covers what the headings say")
        elif clash:
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


def _with_unit(figure: Figure, unit: TableUnit, said: _Said, kind: str) -> Figure:
    tried = replace(figure)
    take_unit(tried, unit)
    of_a_rate = any(u.kind == "percent" for h in said.rows for u in h.units.units)
    if kind == "change" and of_a_rate and not figure.kind and tried.kind == "percent":
        tried.kind = "percentage_points"  # what a ratio has changed by
    return tried


def _copy_unit(source: Figure, target: Figure) -> None:
    target.kind, target.scale, target.currency = source.kind, source.scale, source.currency
    target.unit_word = source.unit_word


@dataclass(frozen=True, slots=True)
class _Said:
    """The headings that speak for a cell, by how near they are."""

    rows: list[Heading]
    columns: list[Heading]
    above: list[Heading]
    captions: list[Heading]

    def units(self, column: Column) -> tuple[TableUnit, ...]:
        """Return the units that the cell may have, those of the nearest heading that gives any."""
        rates = [u for h in self.columns for u in h.units.units if u.kind in _RATES]
        if rates and column.kind != "level":
            return (rates[0],)
        for headings in (self.rows, self.columns, self.above, self.captions):
            for heading in headings:
                if heading.units.units:
                    return heading.units.units
        return (TableUnit(),)

    def tokens(self, figure: Figure, kind: str, index: TaxonomyIndex) -> tuple[list[Token], bool]:
        """Return the cell's own words in order of place, and whether row and column name different concepts."""
        rows = [token for h in self.rows for token in h.tokens]
        columns = [token for h in self.columns for token in h.tokens]
        of_rows, of_columns = (_concepts(part, figure, kind, index) for part in (rows, columns))
        clash = False
        if of_rows and of_columns and of_rows.isdisjoint(of_columns):
            # the one whose words name members as well is a breakdown of what the other measures
            if _names_members(rows) and not _names_members(columns):
                rows = list(_members_only(rows))
            elif _names_members(columns) and not _names_members(rows):
                columns = list(_members_only(columns))
            else:
                clash = True
        left = [*columns, *rows]
        named = _concepts(left, figure, kind, index)
        for heading in (*self.above, *self.captions):
            concepts = _concepts(heading.tokens, figure, kind, index)
            if not named:
                left.extend(_without_axes(heading.tokens, left, concepts=bool(concepts)))
                named = concepts
            elif heading in self.above or not named.isdisjoint(concepts):
                left.extend(_permitted(_without_axes(heading.tokens, left, concepts=False), named, index))
        left.sort(key=lambda token: (token.start, token.end))
        return left, clash

    def caption_holes(self, left: list[Token]) -> list[tuple[int, int]]:
        """Return what is left over in a caption or row above that gives the cell its concept."""
        return [
            hole
            for heading in (*self.above, *self.captions)
            if any(
                m.kind == "concept" and heading.start <= t.start < heading.end
                for t in left
                for m in t.meanings
            )
            for hole in heading.holes
        ]


def _concepts(tokens: Iterable[Token], figure: Figure, kind: str, index: TaxonomyIndex) -> set[str]:
    """Return the concepts that words name and whose unit fits the figure."""
    named = {
        m.target for t in tokens for part in (t, *t.nested) for m in part.meanings if m.kind == "concept"
    }
    return {concept for concept in named if index.unit_price(concept, figure, kind) is not None}


def _names_members(tokens: Iterable[Token]) -> bool:
    return any(m.kind == "member" for t in tokens for part in (t, *t.nested) for m in part.meanings)


def _member_meanings(token: Token) -> tuple[Meaning, ...]:
    own = tuple(m for m in token.meanings if m.kind == "member")
    return own or tuple(m for part in token.nested for m in part.meanings if m.kind == "member")


def _members_only(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        members = _member_meanings(token)
        if members:
            yield Token(token.start, token.end, members, is_term=True)


def _without_axes(tokens: Iterable[Token], left: list[Token], *, concepts: bool) -> Iterator[Token]:
    """Yield a farther heading's terms; members only on axes that nearer words leave open."""
    taken = {m.axis for t in left for part in (t, *t.nested) for m in part.meanings if m.kind == "member"}
    for token in tokens:
        members = tuple(m for m in _member_meanings(token) if m.axis not in taken)
        own = tuple(m for m in token.meanings if m.kind == "concept") if concepts else ()
        nested = (
            [
                Token(n.start, n.end, tuple(m for m in n.meanings if m.kind == "concept"), is_term=True)
                for n in token.nested
            ]
            if concepts
            else []
        )
        if members or own or any(n.meanings for n in nested):
            yield Token(
                token.start,
                token.end,
                (*own, *members),
                is_term=True,
                nested=[n for n in nested if n.meanings],
            )


def _permitted(tokens: Iterable[Token], concepts: set[str], index: TaxonomyIndex) -> Iterator[Token]:
    for token in tokens:
        members = tuple(
            m
            for m in token.meanings
            if any(index.permits(concept, frozenset((m.axis,))) for concept in concepts)
        )
        if members:
            yield Token(token.start, token.end, members, is_term=True)
