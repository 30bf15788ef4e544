"""Decides the figures in a table's cells: what is said of one are its headings and the table's caption.

A row's heading speaks first, then its column's, then the rows it is a part of, then the captions; farther words are
asked only for what the nearer ones leave open. A word of a heading that nothing explains leaves its cells unresolved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter

from tagger.clauses.claim import Claim, Line, Trace
from tagger.document import Cell, Document, Span
from tagger.figures.find import Figure, value_of
from tagger.links.candidates import Context, candidates_of
from tagger.links.decided import Decided, qualifier_of, read_candidate, timing_unread
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named, plain
from tagger.native import listen
from tagger.profile import Profile
from tagger.readers.values import says_fall
from tagger.reporting_period import ReportingPeriod
from tagger.tables.agreed_units import Agreed
from tagger.tables.broken import read_together
from tagger.tables.cell_figures import Nil, bounds_printed, passes_over
from tagger.tables.cell_units import (
    first_of_row,
    first_of_table,
    give_unit,
    held_on,
    open_question,
    stub_columns,
    units_for,
    unread,
)
from tagger.tables.cell_words import Row, Said, parted_by_rows
from tagger.tables.changes_beside import holds_one_value, of_changes
from tagger.tables.columns import Column, beside_level, column_of, compared, kind_for, kind_of
from tagger.tables.dated_rows import with_day
from tagger.tables.deductions import Deductions, deductions_of, first_mark, sign_printed
from tagger.tables.flows import among_flows, of_one_side, parts_a_flow, parts_a_level, why_not
from tagger.tables.from_above import FromAbove, RowsAbove, from_above
from tagger.tables.headings import Heading, HeadingReader
from tagger.tables.implied import implied_in
from tagger.tables.introduced import introduced_by, priced
from tagger.tables.joined import JoinedNames
from tagger.tables.nameless import as_section, nameless, on_another_side
from tagger.tables.names import Line as NameLine
from tagger.tables.names import names_of_table, put_lines
from tagger.tables.printed_changes import Changes
from tagger.tables.row_kinds import kinds_of_rows
from tagger.tables.said_again import as_titles, without_other_topics, without_said_again
from tagger.tables.sections import section_of
from tagger.tables.shares import of_wholes, units_of_share, wholes_of_titles, with_rates
from tagger.tables.signs_of_changes import settle_direction
from tagger.tables.sums import parts_of_flows
from tagger.tables.times import at_the_edge, flow_time, is_of_a_day, level_time, prefer_by_time, time_of_cell
from tagger.tables.told import Told, as_told, told_by_rows
from tagger.tables.totals import Totals, totals_of
from tagger.tables.units import TableUnit
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose
from tagger.words.word import Token

_KEPT_HEADINGS, _KEPT_CAPTIONS = 4096, 8
_NO_TOKENS: list[Token] = []
_NO_SPANS: list[tuple[int, int]] = []
_NO_TIMES: list[TimePhrase] = []  # what a cell's claim has none of: one list, which nobody adds to
_WITHHELD = 0.9  # the price of a reading that leaves words unexplained: its confidence is below a half
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
    joined: JoinedNames
    headings: dict[Span, Heading] = field(default_factory=dict)
    columns: dict[tuple[Span, ...], Column] = field(default_factory=dict)
    table: int = 0
    read_to: int = 0  # the block up to which the headings of the table are read
    captions: tuple[Span, ...] = ()  # the last that a table had
    stub: dict[int, str] = field(default_factory=dict)  # columns before the values that hold no names
    before: tuple[Span, ...] = ()  # those of the table right before, whose unit holds on
    throughout: tuple[tuple[int, tuple[TableUnit, ...]], ...] = ()  # the units of all tables from a place on
    stated: tuple[TableUnit, ...] = (TableUnit(),)  # those that hold for this table
    agreed: Agreed = field(default_factory=Agreed)
    deductions: Deductions = field(default_factory=Deductions)
    parts: frozenset[int] = frozenset()  # the rows called as levels are that add up to a flow
    has_names: bool = False  # some row of the table has a name
    told: dict[tuple[Span, ...], Told] = field(default_factory=dict)  # what its rows tell of columns
    kinds: list[Column] = field(default_factory=list)  # all columns that the headings read stand over
    parts_a_flow: bool = False
    parts_a_level: bool = False
    totals: Totals = field(default_factory=Totals)
    from_above: FromAbove = field(default_factory=FromAbove)
    section: tuple[Heading, ...] = ()  # the name of the part that the table's section is about
    implied: frozenset[str] = frozenset()  # members said over the table that the names of its rows say
    parted: frozenset[str] = frozenset()  # concepts that its rows name with a member
    changes: Changes | None = None  # of this table
    row: Row | None = None
    times: dict[TimePhrase, list[TimePhrase]] = field(default_factory=dict)
    traces: dict[Trace, Trace] = field(default_factory=dict)  # what is left of the claims of cells
    rows_above: RowsAbove = field(default_factory=RowsAbove)
    lead: tuple[Token, ...] = ()  # of the paragraph above, the concepts that the rows may break down

    def takes(self, line: Line) -> bool:
        """Return whether the line is a cell that holds one value, and at most its change behind it."""
        cell = self.document.blocks[line.number].cell
        named = cell is None or cell.heading
        return not named and holds_one_value(line.figures, self.prose.text[line.start : line.end])

    def decide(self, line: Line, *, change: bool = False) -> Decided | None:
        """Return the decision on a cell; None where it is no quantity (a reference, a dash that says nothing)."""
        listen()
        cell = self.document.blocks[line.number].cell
        figure = line.figures[0]
        if cell is None or figure.reason:
            return None
        self._enter(cell, line.number)
        column = self._column(cell, line.number)
        column = of_changes(column, self.period, self.prose.text[line.start]) if change else column
        if column.is_reference:
            figure.reason = "reference"
            return None
        item = self._decided(line, figure, cell, column)
        if isinstance(figure, Nil) and (item.best is None or item.reason or passes_over(column, item)):
            figure.reason = "word"
            return None
        return item

    def _enter(self, cell: Cell, number: int) -> None:
        if cell.table != self.table:
            first = first_of_table(self.document, number)
            # nothing stands between a table and the one before: its unit line holds on
            self.before = held_on(self.document, first, self.table, self.captions, self._heading)
            self.captions = (*cell.captions, *self.before)[:_KEPT_CAPTIONS]
            self.table, self.row = cell.table, None
            at = bisect_left(self.throughout, self.prose.lines[number][0], key=itemgetter(0))
            self.stated = self.throughout[at - 1][1] if at else (TableUnit(),)
            self.columns.clear()
            self.times.clear()
            self.rows_above, self.has_names = RowsAbove(), False
            self.changes = Changes(self.document, first)
            self.read_to = number
            self.stub = stub_columns(self.document, self.prose, self.reader.words, first, number)
        if number >= self.read_to:
            self._read_headings(cell.table, number)

    def _read_headings(self, table: int, number: int) -> None:
        """Read the headings of a table's next rows together: one tells what another names."""
        self.headings.clear()
        self.columns.clear()
        self.row = None
        lines: dict[Span, NameLine] = {}
        seen: set[tuple[Span, ...]] = set()
        columns: set[tuple[Span, ...]] = set()
        blocks, first = self.document.blocks, number
        while number < len(blocks) and len(lines) < _KEPT_HEADINGS:
            cell = blocks[number].cell
            number += 1
            if cell is None:
                continue
            if cell.table != table:
                break
            self.has_names = self.has_names or bool(cell.row_headings)
            columns.add(cell.column_headings)
            for spans, above in ((cell.row_headings, cell.above), (cell.column_headings, ())):
                if spans and spans not in seen:
                    seen.add(spans)
                    put_lines(lines, spans, above, self._heading, self._plain)
        self.read_to = number
        over = {s for spans in columns for s in spans}
        names = names_of_table(tuple(lines.values()), over, map(self._heading, self.captions), self.index)
        for span, items in names.names.items():
            self.headings[span] = self.headings[span].as_named(items, supported=span in names.supported)
        self.told.clear()
        read = {spans: self._read_column(spans) for spans in columns}
        self.told.update(told_by_rows(self.document, self.prose, self.reader, range(first, number), read))
        self.kinds = [as_told(column, self.told.get(spans)) for spans, column in read.items()]
        titles = {span: self._heading(span) for span in self.captions}
        taxonomy = self.index.taxonomy
        self.parts_a_flow = parts_a_flow(self.kinds, names.names.values(), titles.values(), taxonomy)
        rows = {span: self._heading(span) for span in sorted({s for spans in seen - columns for s in spans})}
        self.parted = parted_by_rows(rows.values())
        self.parts_a_level = parts_a_level(titles.values(), rows.values(), taxonomy)
        heads = [self._heading(span) for span in sorted(over)]
        self.agreed.note_rows(rows.values(), self.document, range(first, number), self._is_level)
        self.lead = introduced_by(self.document, self.prose, self.reader, first, rows, heads, self.index)
        self.headings.update(rows | kinds_of_rows(seen - columns, rows, self.reader))
        self.headings.update(without_other_topics(titles, rows.values(), self.prose.text, self.language))
        self._relate(range(first, number), names.names, read)

    def _relate(
        self,
        cells: range,
        names: Mapping[Span, tuple[Named, ...]],
        columns: Mapping[tuple[Span, ...], Column],
    ) -> None:
        """Find out what the rows of a table have from one another and from what stands over them."""
        document, prose, heading = self.document, self.prose, self._heading
        self.totals = totals_of(document, prose, cells, names, heading, self._is_level)
        self.from_above = from_above(document, prose, cells, heading, self._is_level)
        self.implied = implied_in(document, cells, heading, map(heading, self.captions), self.index)
        self.section = section_of(document, prose, self.reader, cells.start)
        self.deductions = deductions_of(
            document, prose, cells, names, self.index, self._is_level, columns, heading
        )
        self.parts = parts_of_flows(document, cells, names, self.index)

    def _plain(self, span: Span) -> str:
        return plain(self.prose.text[slice(*self._place(span))])

    def _place(self, span: Span) -> tuple[int, int]:
        at = max(bisect_right(self.block_starts, span[0]) - 1, 0)
        block, (start, end) = self.document.blocks[at], self.prose.lines[at]
        first, last = start, end
        if span[0] != block.start:
            first = start + bisect_left(range(start, end), span[0], key=self.prose.origin)
        if span[1] < block.end:
            last = start + bisect_left(range(start, end), span[1], key=self.prose.origin)
        return first, last

    def _heading(self, span: Span) -> Heading:
        found = self.headings.get(span)
        if found is None:
            cell = self.document.blocks[max(bisect_right(self.block_starts, span[0]) - 1, 0)].cell
            kind = self.stub.get(cell.column, "") if cell else ""
            found = self.headings[span] = self.reader.read_in(kind, *self._place(span))
        return found

    def _column(self, cell: Cell, number: int) -> Column:
        found = self.columns.get(cell.column_headings)
        if found is None:
            found = self._read_column(cell.column_headings)
            if found.kind == "change":
                found = compared(found, list(self._columns_before(number)), self.period, self.prose.text)
                found = of_one_side(found, self.kinds)
            elif found.kind == "share":
                found = beside_level(found, list(self._columns_before(number)), self.prose.text)
            self.columns[cell.column_headings] = found
        return found

    def _read_column(self, spans: tuple[Span, ...]) -> Column:
        headings = read_together(tuple(self._heading(span) for span in spans), self.reader)
        is_reference = any(map(self.reader.is_reference, headings))
        column = column_of(headings, self.prose.text, self.language, self.period, is_reference=is_reference)
        return as_told(column, self.told.get(spans))

    def _is_level(self, cell: Cell) -> bool:
        column = self._read_column(cell.column_headings)
        return column.is_of_levels and not any(heading.holes for heading in column.headings)

    def _columns_before(self, number: int) -> Iterator[Column]:
        """Yield the columns of the row to the left of a cell, in order."""
        first = first_of_row(self.document, number)
        for block in self.document.blocks[max(first, number - 8) : number]:
            if block.cell and block.cell.column_headings and not block.cell.heading:
                yield self._read_column(block.cell.column_headings)

    def _decided(self, line: Line, figure: Figure, cell: Cell, column: Column) -> Decided:
        said = self.joined.of((row := self._row(cell)).of(column), of_levels=self.parts_a_level)
        kind, sign = kind_of(row.rows, column)
        fell = sign < 0 or says_fall(self.prose.text[line.start : line.end])
        mark = first_mark(self.prose.text, line, figure) or "-" * fell
        time, unclear = time_of_cell(said, column, self.prose.text, self.language, self.period)
        time = at_the_edge(row.rows, time, self.prose.text, self.language)
        time = with_day(time, self.from_above.days.get(cell.row), unclear=unclear)
        best, units = None, units_of_share(self._units(said, column), figure, said, column)
        if self.changes and column.kind == "change":
            units = self.changes.units(line.number, column, figure, units, of_column=said.of_column())
        bare = figure if len(units) == 1 else replace(figure)
        for unit in units:
            give_unit(figure, bare, unit, said, kind)
            item = self._read(figure, line, cell.row, said, kind_for(kind, figure), sign, time, column)
            if not (item.best or mark) and (wholes := wholes_of_titles(figure, kind, row, self.index)):
                share = self._read(figure, line, cell.row, said, "share", sign, time, column)
                item = of_wholes(share, wholes) or item
            if best is None or item.best:
                best = item
            if item.best:
                break
        assert best is not None  # noqa: S101  # there is always a unit to try, an empty one at least
        prefer_by_time(best, said, time, self.index)
        unsigned = None
        if best.value:
            printed, unsigned = sign_printed(best, mark, row, self.index, self.deductions)
            best.value *= printed
            unsigned = unsigned or on_another_side(best, row, mark, self.index)
            settle_direction(best, column, self.prose.text, self.index, self.deductions)
        best.whole_label = any(h.supported for h in (*row.rows, *column.headings))
        among_names = self.has_names and cell.row not in self.from_above.totals
        reason = unread(said, column, self.kinds, best, self.reader, self.index, unclear=unclear)
        reason = reason or self.from_above.question(cell.row)
        reason = reason or nameless(self.document, self.prose, line.number, among_names=among_names)
        kind = best.best.kind if best.best else kind
        reason = reason or unsigned or open_question(best, said, kind, self.reader, self.index, self.agreed)
        if reason and best.readings:
            best.reason = reason
            for reading in best.readings:
                reading.price += _WITHHELD
        return best

    def _units(self, said: Said, column: Column) -> tuple[TableUnit, ...]:
        before = [h.units.units for h in map(self._heading, self.before) if h.units.units]
        return units_for(said, column, next(iter(before), self.stated), self.reader, self.index, self.agreed)

    def _row(self, cell: Cell) -> Row:
        """Return the headings of the cell's row; cells of a row share them, and what was found out from them."""
        if self.row is None or self.row.number != cell.row or self.row.spans != cell.row_headings:
            rows = [self._heading(span) for span in cell.row_headings]
            if cell.row_headings in self.totals.wholes:
                rows = [replace(heading, holes=()) for heading in rows]
            rows = without_said_again(rows, self.kinds, self.index, self.prose.text)
            above = self._above(cell, rows)
            captions = without_said_again(
                as_titles(map(self._heading, cell.captions), self.reader), (), self.index, self.prose.text
            )
            totals = [self._heading(s) for s in self.totals.of_parts.get(cell.row_headings, ())]
            self.row = Row(
                cell.row, cell.row_headings, rows, above, captions, totals, self.lead, self.section,
                self.implied, self.parted,
            )  # fmt: skip
        return self.row

    def _above(self, cell: Cell, rows: list[Heading]) -> list[Heading]:
        """Return the headings of the rows that the cell's row is a part of, the nearest first."""
        spans = self.from_above.totals.get(cell.row, cell.above)
        spans = self.rows_above.of(cell, rows, spans, self.document.text)
        document, starts, labels = self.document, self.block_starts, self.index.labels
        return [
            as_section(self._heading(span), span, cell.row_headings, document, starts, labels)
            for span in spans
        ]

    def _read(
        self,
        figure: Figure,
        line: Line,
        row: int,
        said: Said,
        kind: str,
        sign: int,
        time: TimePhrase | None,
        column: Column,
    ) -> Decided:
        """Return the decision on a cell read with a unit."""
        found = said.found(figure, "share_change" if column.told == "points" else kind, self.index)
        claim = Claim(
            figure, line.number, -1 - line.number, line.start, left=found.left, right=_NO_TOKENS, lead=_NO_TOKENS,
            unread=found.unread, right_unread=_NO_SPANS, kind=kind, sign=sign, says_share=column.told == "points",
            qualifiers=bounds_printed(self.prose.text, line, figure, self.language),
            times=self.times.setdefault(time, [time]) if time else _NO_TIMES,
            base=column.base or said.base, scope=_NO_TOKENS, whole=_NO_TOKENS, part=_NO_TOKENS, telling=_NO_SPANS,
            whole_unread=_NO_SPANS, joined=_NO_SPANS, since=_NO_TIMES, scenario=column.scenario or said.scenario,
        )  # fmt: skip
        if found.candidates is None:
            candidates = priced(candidates_of(claim, Context(), self.index), introduced=found.of_lead)
            found.candidates = with_rates(candidates, claim, column, self.index, self.language)
        figure.qualifiers = tuple(claim.qualifiers)
        value, decimals = value_of(figure)
        item = Decided(
            figure, value, decimals, qualifier_of(claim), [], claim, currency=figure.currency or self.profile.currency
        )  # fmt: skip
        blocked: tuple[str, str] | None = None
        day = self.from_above.days.get(row)
        flow = flow_time(said, column, time, self.prose.text, self.period, self.kinds, day)
        level = level_time(said, column, time, self.prose.text)
        parted = row in self.parts or self.parts_a_flow
        of_flows, of_a_day = among_flows(said, column, self.prose.text, self.index, parted), is_of_a_day(said)
        for candidate in found.candidates:
            why = why_not(candidate, said, column, time, self.index, of_flows=of_flows, of_a_day=of_a_day)
            if why:
                blocked = blocked or why
                continue
            when = flow if self.index.is_flow(candidate.concept) else level
            reading, why = read_candidate(candidate, claim, when, self.index, self.period)
            if reading:
                item.readings.append(reading)
            else:
                blocked = blocked or why
        if not item.readings:
            item.reason = blocked or ("no_concept", "no concept of the taxonomy covers what the headings say")
            item.unread = timing_unread(claim, flow, found.candidates, self.index, self.period)
        elif found.clash:
            item.reason = _AMBIGUOUS
        return item
