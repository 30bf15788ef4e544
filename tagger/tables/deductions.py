"""Whether brackets about a table's figures say that they are negative, or only that a total subtracts them.

An income statement may print its expenses in brackets; a table of them prints them bare. What a concept's balance says
(a flow that is a debit is an expense, a credit among assets an allowance) holds where a table prints them all so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tagger.clauses.claim import Line
from tagger.document import Cell, Document, Span
from tagger.figures.figure import RATES, Figure
from tagger.links.decided import Decided, Reading
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named
from tagger.tables.cell_words import Row
from tagger.tables.columns import Column
from tagger.tables.headings import Heading
from tagger.tables.net_assets import subtracted_credits
from tagger.tables.outgoing import is_outgoing
from tagger.tables.totals import AmountRow, adds_up, rows_of_amounts
from tagger.words.prose import Prose

_NOTHING = "0-–—－−. "
_BRACKETS = "(（"
_FALL = "↓"
_MARKS = f"(（-−–—－{_FALL}"
"""What a figure that is deducted may begin with: an income statement prints its expenses in brackets or with a minus."""
_FEW = 4
"""Times as many rows of expenses stand in brackets as stand bare; one of both (a charge that was released) is neither."""


@dataclass(slots=True)
class Deductions:
    """How a table prints its expenses: counts of figures in brackets (or with a minus) and bare, of expenses and of income.

    by_sums: of the expenses that the taxonomy's sums subtract. rows: of expenses, all in brackets or all bare. mixed:
    the headings of those that have both. subtracted: of those that sums of the table prove to be subtracted as printed.
    """

    by_sums: list[int] = field(default_factory=lambda: [0, 0])
    expenses: list[int] = field(default_factory=lambda: [0, 0])
    income: list[int] = field(default_factory=lambda: [0, 0])
    assets: list[int] = field(default_factory=lambda: [0, 0])
    credits: list[int] = field(default_factory=lambda: [0, 0])
    rows: list[int] = field(default_factory=lambda: [0, 0])
    mixed: set[tuple[Span, ...]] = field(default_factory=set)
    subtracted: set[tuple[Span, ...]] = field(default_factory=set)

    @property
    def in_brackets(self) -> bool:
        """Return whether it prints what the sums subtract in brackets rather than bare."""
        return self.by_sums[0] > self.by_sums[1]

    @property
    def as_debits(self) -> bool:
        """Return whether nearly all rows of expenses stand in brackets beside income that stands bare."""
        return self.rows[0] > _FEW * self.rows[1] and self.income[1] > self.income[0]

    @property
    def from_assets(self) -> bool:
        """Return whether all credits stand in brackets beside assets that stand bare: allowances."""
        return not self.credits[1] and self.assets[1] > self.assets[0]


def deductions_of(
    document: Document,
    prose: Prose,
    cells: range,
    names: Mapping[Span, tuple[Named, ...]],
    index: TaxonomyIndex,
    is_level: Callable[[Cell], bool],
    columns: Mapping[tuple[Span, ...], Column],
    heading: Callable[[Span], Heading],
) -> Deductions:
    """Return how a table prints flows that a total subtracts (expenses).

    heading: reads one, that of a section too.
    cells: the numbers of its blocks. names: what its headings name. is_level: whether a cell's column is no change.
    columns: by their headings.
    """
    found = Deductions()
    kinds = {span: kind for span, items in names.items() if (kind := _kind_of(items, index))}
    of_columns = _kinds_of_columns(columns, index)
    levels: dict[tuple[Span, ...], bool] = {}
    expenses: dict[tuple[Span, ...], set[bool]] = {}
    sections: dict[Span, str] = {}
    unnamed = False  # whether something in brackets is called by what names nothing as a whole
    for number in cells:
        cell = document.blocks[number].cell
        if cell is None or cell.heading:
            continue
        kind = next((kinds[span] for span in cell.row_headings if span in kinds), "")
        kind = kind or of_columns.get(cell.column_headings, "")
        kind = kind or _of_section(cell, sections, heading, index)
        start, end = prose.lines[number]
        bracketed = prose.text[start] in _MARKS
        if not kind:
            unnamed = unnamed or bracketed
            continue
        if cell.column_headings not in levels:
            levels[cell.column_headings] = cell.column_headings in of_columns or is_level(cell)
        if not levels[cell.column_headings] or not prose.text[start:end].strip(_NOTHING):
            continue
        counts = {"income": found.income, "asset": found.assets, "credit": found.credits}.get(
            kind, found.expenses
        )
        counts[not bracketed] += 1
        if counts is found.expenses:
            expenses.setdefault(cell.row_headings, set()).add(bracketed)
        found.by_sums[not bracketed] += kind == "subtracted"
    if found.expenses[0] or found.credits[0] or unnamed:
        rows = rows_of_amounts(document, prose, cells, is_level)
        found.subtracted = _subtracted(rows, kinds) | subtracted_credits(rows, kinds)
    for row, marks in expenses.items():
        if len(marks) > 1:
            found.mixed.add(row)
        else:
            found.rows[True not in marks] += 1
    return found


def _of_section(
    cell: Cell, known: dict[Span, str], heading: Callable[[Span], Heading], index: TaxonomyIndex
) -> str:
    """Return which flow the sections are of that a row is in whose own name says none: Interest expense, above Banks."""
    for span in cell.above:
        if span not in known:
            kind = _kind_of(_told(heading(span)), index)
            known[span] = kind if kind == "income" or kind in _EXPENSES else ""
        if known[span]:
            return known[span]
    return ""


def _told(section: Heading) -> tuple[Named, ...]:
    """Return what a section's name is, or the concepts in it where it says nothing else."""
    if section.named or section.holes:
        return tuple(section.named)
    concepts = sorted({name for token in section.tokens for name in token.meanings.concepts})
    return tuple(Named(name) for name in concepts)


def _kinds_of_columns(
    columns: Mapping[tuple[Span, ...], Column], index: TaxonomyIndex
) -> dict[tuple[Span, ...], str]:
    """Return which columns are of assets and which of credits beside them, none where no column is of credits.

    Amounts in a column beside that names nothing as a whole count as assets: of them allowances are subtracted.
    """
    kinds = {
        spans: next((k for h in column.headings if (k := _kind_of(tuple(h.named), index))), "asset")
        for spans, column in columns.items()
        if spans and column.is_of_levels
    }
    if "credit" not in kinds.values():
        return {}
    return {spans: kind for spans, kind in kinds.items() if kind in ("asset", "credit")}


_MOST_ROWS = 12
_LEAST_ROWS = 2


def _subtracted(rows: list[AmountRow], kinds: Mapping[Span, str]) -> set[tuple[Span, ...]]:
    """Return the rows of expenses that are proved to be subtracted as printed: a total that is none adds them up.

    Those too that name nothing as a whole: what they are of is told later.
    """
    said = [next((kinds[span] for span in row.headings if span in kinds), "") for row in rows]
    found: set[tuple[Span, ...]] = set()
    for at, row in enumerate(rows):
        if said[at] not in _PERHAPS_EXPENSES or not any(amount < 0 for amount in row.amounts.values()):
            continue
        for total in range(at + 1, min(len(rows), at + _MOST_ROWS)):
            if said[total] in _EXPENSES or not _prints_enough(rows[total]):
                continue
            firsts = range(min(at, total - _LEAST_ROWS), max(-1, total - _MOST_ROWS), -1)
            if any(adds_up(rows[first:total], rows[total]) for first in firsts):
                found.add(row.headings)
                break
    return found


def _prints_enough(row: AmountRow) -> bool:
    """Return whether a row has an amount of so many digits that it hardly is a sum by chance."""
    return any(len(amount.as_tuple().digits) >= _LEAST_DIGITS for amount in row.amounts.values())


_LEAST_DIGITS = 4
_EXPENSES = ("debit", "subtracted")
_PERHAPS_EXPENSES = ("debit", "subtracted", "")


def _kind_of(items: tuple[Named, ...], index: TaxonomyIndex) -> str:
    """Return what a heading names: a flow that the sums subtract, another debit that flows, income, or nothing of these."""
    concepts, deducted = index.taxonomy.concept_by_qname, index.labels.deducted
    if not items or any(item.axis for item in items):
        return ""
    found = [concepts[item.target] for item in items]
    periods, balances = {concept.period_type for concept in found}, {concept.balance for concept in found}
    if periods == {"instant"}:
        return "asset" if balances == {"debit"} else "credit" if balances == {"credit"} else ""
    if periods != {"duration"}:
        return ""
    if all(item.target in deducted for item in items):
        return "subtracted"
    return "debit" if balances == {"debit"} else "income" if balances == {"credit"} else ""


_RELEASED = (
    "ambiguous",
    "it stands bare in a row of expenses with others in brackets: which of them are income is not said",
)
_UNCLEAR = ("ambiguous", "whether brackets say that it is negative or that it is subtracted cannot be told")


def first_mark(text: str, line: Line, figure: Figure) -> str:
    """Return the first mark of a negative beside a cell's number, a minus, a bracket or an arrow; "" where there is none."""
    before, behind = text[line.start : figure.start], text[figure.end : line.end]
    return next((mark for mark in before if mark in _MARKS), _FALL if _FALL in behind else "")


def sign_printed(
    item: Decided, mark: str, row: Row, index: TaxonomyIndex, table: Deductions
) -> tuple[int, tuple[str, str] | None]:
    """Return the sign of a figure, and what is not clear about it.

    A minus or brackets may only say that its total subtracts it. mark: of a negative before its number, if there is one.
    """
    best = item.best
    if best is None or item.figure.kind in RATES or best.kind not in ("level", "change"):
        return -1 if mark else 1, None
    bare = (
        table.expenses[0] < table.expenses[1]
    )  # then an expense is one that stands bare, whatever a title says
    if best.kind == "level" and not bare and _says_charged(best.base_concept, row, index):
        return 1 if mark else -1, None
    if not mark:
        return _sign_of_bare(best, row, index, table)
    if row.spans in table.subtracted and best.kind == "level" and _is_subtracted(best.base_concept, index):
        return 1, None
    bracketed = mark in _BRACKETS
    sign, unclear = _sign_of_level(best.base_concept, row.rows, index, table)
    if best.kind == "change":
        return -1 if not bracketed or best.base_concept in index.never_negative else sign, None
    return sign, unclear if bracketed else None


def _is_subtracted(name: str, index: TaxonomyIndex) -> bool:
    """Return whether a concept is one that totals subtract: a flow that is a debit, a credit beside assets."""
    concept = index.taxonomy.concept_by_qname[name]
    balance = "debit" if concept.period_type == "duration" else "credit"
    return concept.balance == balance or name in index.labels.deducted


def _says_charged(name: str, row: Row, index: TaxonomyIndex) -> bool:
    """Return whether the headings say that brackets stand for an expense, which is one by its concept: Recovered (charged)."""
    concept = index.taxonomy.concept_by_qname[name]
    if concept.period_type != "duration" or concept.balance != "debit":
        return False
    return any(heading.of_charges for heading in (*row.rows, *row.above, *row.captions))


def _sign_of_bare(
    best: Reading, row: Row, index: TaxonomyIndex, table: Deductions
) -> tuple[int, tuple[str, str] | None]:
    """Return the sign of a bare figure; in a row of expenses with others in brackets a charge may have been released."""
    if best.kind != "level" or row.spans not in table.mixed or best.base_concept in index.never_negative:
        return 1, None
    if row.spans in table.subtracted:
        return -1, None
    return 1, _RELEASED if table.as_debits else None


def _sign_of_level(
    name: str, rows: list[Heading], index: TaxonomyIndex, table: Deductions
) -> tuple[int, tuple[str, str] | None]:
    if name in index.never_negative or any(heading.is_deducted for heading in rows):
        return 1, None
    concept = index.taxonomy.concept_by_qname[name]
    flows = concept.period_type == "duration"
    if name in index.labels.deducted:
        return 1 if table.in_brackets or not flows else -1, None
    if any(heading.of_change for heading in rows):
        return -1, None
    if flows and is_outgoing(concept.labels):
        return 1, None
    if flows and concept.balance == "debit":
        mostly = table.expenses[0] > table.expenses[1]
        unclear = not table.as_debits and mostly and not table.income[0]
        return 1 if table.as_debits else -1, _UNCLEAR if unclear else None
    if not flows and concept.balance == "credit" and not table.credits[1]:
        return (1, None) if table.from_assets else (-1, _UNCLEAR)
    return -1, None
