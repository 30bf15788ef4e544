"""What rows have from the rows above them: the day they are of, the parts that a total without a name adds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tagger.document import Cell, Document, Span
from tagger.readers.values import is_net, opens_part
from tagger.tables.closed_sections import behind_totals, totals_of_all, totals_of_sections
from tagger.tables.columns import says_base_alone
from tagger.tables.dated_rows import days_of_rows
from tagger.tables.headings import Heading
from tagger.tables.parts_below import parts_below
from tagger.tables.totals import rows_of_amounts
from tagger.tables.unknown_sections import UNKNOWN_SECTION, rows_of_unknown_sections
from tagger.tables.unnamed_totals import unnamed_totals
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose


@dataclass(frozen=True, slots=True)
class FromAbove:
    """By a row's number: days, of the row above that is called by a day; totals, with what all of their parts are of.

    unknown: the rows of sections that nothing explains.
    """

    days: dict[int, TimePhrase] = field(default_factory=dict)
    totals: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    unknown: frozenset[int] = frozenset()

    def question(self, row: int) -> tuple[str, str] | None:
        """Return why a row of such a section cannot be told, None for another."""
        return UNKNOWN_SECTION if row in self.unknown else None


def from_above(
    document: Document,
    prose: Prose,
    cells: range,
    heading: Callable[[Span], Heading],
    is_level: Callable[[Cell], bool],
) -> FromAbove:
    """Return what the rows of a table have from those above them; `cells`: the numbers of its blocks."""
    totals = unnamed_totals(document, prose, cells, is_level)
    rows = rows_of_amounts(document, prose, cells, is_level)
    if any(row.above for row in rows):
        # Net is what the whole table comes to, also where it adds up one section alone
        net = {row.number for row in rows if is_net(document.text[slice(*row.headings[0])])}
        closed = totals_of_sections(rows, heading)
        totals = totals | totals_of_all(rows)
        totals = totals | {number: above for number, above in closed.items() if number not in net}
        totals = behind_totals(rows, lambda span: document.text[slice(*span)]) | totals
    else:
        totals = totals | parts_below(rows, lambda spans: document.text[slice(*spans[-1])])
    unknown = rows_of_unknown_sections(document, cells, heading)
    return FromAbove(days_of_rows(document, cells, heading), totals, unknown)


@dataclass(slots=True)
class RowsAbove:
    """The rows of a table that a row without an indentation may be a part of.

    plain: the last that is no part of another. subject: the last that names something. axes: of the members that the part
    before it names (其中：女性), and this one goes on with (男性).
    """

    plain: tuple[Span, ...] = ()
    subject: tuple[Span, ...] = ()
    axes: frozenset[str] = frozenset()

    def of(self, cell: Cell, rows: list[Heading], spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
        """Return what the row of a cell is a part of: `spans`, or the row above; and remember the row. text: the document's."""
        of_which = any(heading.has("of_which") for heading in rows)
        if not of_which and not any(heading.is_deducted for heading in rows):
            of_which = any(opens_part(text[start:end]) for start, end in cell.row_headings)
        axes = _axes_alone(rows)
        goes_on = not of_which and bool(axes) and axes == self.axes
        if not of_which and not goes_on:
            self.plain = cell.row_headings
        change = _is_of_the_row_above(cell, rows, self.subject)
        if any(heading.has_term for heading in rows) and not change:
            self.subject = cell.row_headings
        if not goes_on:
            self.axes = axes if of_which else frozenset()
        if not spans and (of_which or goes_on):
            spans = self.plain
        if change:  # Total increase: of what the table moves, and not of the row before
            spans = (*self.subject, *spans)  # 增減（%）below the row it is of
        return spans


def _is_of_the_row_above(cell: Cell, rows: list[Heading], subject: tuple[Span, ...]) -> bool:
    """Return whether a row says a change or a share and not of what; a name over several rows is that of the row above too."""
    own = [h for h, span in zip(rows, cell.row_headings, strict=True) if h is rows[0] or span not in subject]
    return any(h.kind or says_base_alone(h) for h in own) and not any(
        h.has_term or h.has("total") for h in own
    )


def _axes_alone(rows: list[Heading]) -> frozenset[str]:
    """Return the axes of the members that a row names, none where it names a concept too."""
    tokens = [token for heading in rows for token in heading.tokens]
    if any(token.meanings.concepts for token in tokens):
        return frozenset()
    return frozenset(axis for token in tokens for axis, _ in token.meanings.members)
