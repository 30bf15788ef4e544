"""What rows have from the rows above them: the day they are of, the parts that a total without a name adds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tagger.document import Cell, Document, Span
from tagger.readers.values import is_net
from tagger.tables.closed_sections import totals_of_sections
from tagger.tables.dated_rows import days_of_rows
from tagger.tables.headings import Heading
from tagger.tables.totals import rows_of_amounts
from tagger.tables.unnamed_totals import unnamed_totals
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose


@dataclass(frozen=True, slots=True)
class FromAbove:
    """By a row's number: days, of the row above that is called by a day; totals, with what all of their parts are of."""

    days: dict[int, TimePhrase] = field(default_factory=dict)
    totals: dict[int, tuple[Span, ...]] = field(default_factory=dict)


def from_above(
    document: Document,
    prose: Prose,
    cells: range,
    heading: Callable[[Span], Heading],
    is_level: Callable[[Cell], bool],
) -> FromAbove:
    """Return what the rows of a table have from those above them; `cells`: the numbers of its blocks."""
    totals = unnamed_totals(document, prose, cells, is_level)
    if any(cell.above for block in document.blocks[cells.start : cells.stop] if (cell := block.cell)):
        rows = rows_of_amounts(document, prose, cells, is_level)
        # Net is what the whole table comes to, also where it adds up one section alone
        net = {row.number for row in rows if is_net(document.text[slice(*row.headings[0])])}
        closed = totals_of_sections(rows, heading)
        totals = totals | {number: above for number, above in closed.items() if number not in net}
    return FromAbove(days_of_rows(document, cells, heading), totals)


@dataclass(slots=True)
class RowsAbove:
    """The rows of a table that a row without an indentation may be a part of.

    plain: the last that is no part of another. subject: the last that names something.
    """

    plain: tuple[Span, ...] = ()
    subject: tuple[Span, ...] = ()

    def of(self, cell: Cell, rows: list[Heading], spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return what the row of a cell is a part of: `spans`, or the row above; and remember the row."""
        of_which = any(heading.has("of_which") for heading in rows)
        if not of_which:
            self.plain = cell.row_headings
        if any(heading.has_term for heading in rows):
            self.subject = cell.row_headings
        if not spans and of_which:
            spans = self.plain
        if rows and any(h.kind for h in rows) and not any(h.has_term for h in rows):
            spans = (*self.subject, *spans)  # 增減（%）below the row it is of
        return spans
