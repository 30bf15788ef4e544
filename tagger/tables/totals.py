"""Rows that a total below adds up: what the total is of, its parts are of too.

現金股票 51.3, 衍生品 37.4, 結算 26.5, 收入總額 115.2 is the revenue of three segments, although no heading says so. Only
the sum proves it, so every column of amounts must give it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tagger.document import Cell, Document, Span
from tagger.links.whole_labels import Named
from tagger.tables.headings import Heading
from tagger.words.prose import Prose

Spans = tuple[Span, ...]
_AMOUNT = re.compile(r"(?P<minus>[(（\-−–—－↓])?\D{0,6}?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)[)）]?\Z")
_LEAST_PARTS = 2
_MOST_PARTS = 40


@dataclass(slots=True)
class AmountRow:
    """The amounts of a row, with the sign that is printed, by the headings of their columns; above: as of its cells."""

    headings: Spans
    amounts: dict[Spans, Decimal] = field(default_factory=dict)
    number: int = 0
    above: Spans = ()


@dataclass(slots=True)
class Totals:
    """of_parts: by the headings of each row that only names members those of the row below that it is a part of.

    wholes: the headings of rows in words that nothing explains, which add up all the members above: Worldwide.
    """

    of_parts: dict[Spans, Spans] = field(default_factory=dict)
    wholes: set[Spans] = field(default_factory=set)


def totals_of(
    document: Document,
    prose: Prose,
    cells: range,
    named: Mapping[Span, tuple[Named, ...]],
    heading: Callable[[Span], Heading],
    is_level: Callable[[Cell], bool],
) -> Totals:
    """Return which rows of members are proved parts of a row below, and which rows are proved to be a total.

    named: what the headings of the table are whole labels of.
    """
    found = Totals()
    if not any(item.axis for items in named.values() for item in items):
        return found
    parts: list[AmountRow] = []
    run: list[AmountRow] = []  # all rows since the last total, whatever they name
    members: set[int] = set()  # those of them that name members
    for row in rows_of_amounts(document, prose, cells, is_level):
        names = [heading(span) for span in row.headings]
        run.append(row)
        if any(name.names_member for name in names) and not _names_concept(names):
            parts.append(row)
            members.add(row.number)
            continue
        if _names_concept(names) and not any(name.names_member for name in names):
            proven = _proven(parts, row) or _proven(run[:-1], row)
            found.of_parts.update((p.headings, row.headings) for p in proven if p.number in members)
            if proven:
                run = []
        elif _is_unknown(names) and _proven(parts, row):
            found.wholes.add(row.headings)
        parts = []
    return found


def _proven(parts: list[AmountRow], total: AmountRow) -> list[AmountRow]:
    """Return the last rows above a total where it adds them up, none where it does not."""
    last = parts[-_MOST_PARTS:]
    return last if len(last) >= _LEAST_PARTS and adds_up(last, total) else []


def _is_unknown(names: list[Heading]) -> bool:
    return any(name.holes for name in names) and not any(name.has_term for name in names)


def _names_concept(names: list[Heading]) -> bool:
    return any(item.axis == "" for name in names for item in name.named) or (
        not any(name.named for name in names)
        and any(t.meanings.concepts for name in names for t in name.tokens)
    )


def rows_of_amounts(
    document: Document,
    prose: Prose,
    cells: range,
    is_level: Callable[[Cell], bool],
    *,
    nameless: bool = False,
) -> list[AmountRow]:
    """Return the rows of amounts, in order; `nameless`: those without a name too."""
    rows: list[AmountRow] = []
    levels: dict[Spans, bool] = {}
    before = 0
    for number in cells:
        cell = document.blocks[number].cell
        if cell is None or cell.heading or not (cell.row_headings or nameless):
            continue
        if cell.column_headings not in levels:
            levels[cell.column_headings] = is_level(cell)
        start, end = prose.lines[number]
        amount = _AMOUNT.match(prose.text, start, end) if levels[cell.column_headings] else None
        if amount is None:
            continue
        if not rows or before != cell.row:
            rows.append(AmountRow(cell.row_headings, number=cell.row, above=cell.above))
            before = cell.row
        value = Decimal(amount["number"].replace(",", ""))
        rows[-1].amounts[cell.column_headings] = -value if amount["minus"] else value
    return rows


def adds_up(parts: list[AmountRow], total: AmountRow) -> bool:
    """Return whether the total is the sum of its parts in every column that it has, between rounding."""
    for column, value in total.amounts.items():
        amounts = [part.amounts.get(column, Decimal(0)) for part in parts]
        places = max(-int(number.as_tuple().exponent) for number in (value, *amounts))
        if abs(sum(amounts) - value) > Decimal(len(amounts) + 1).scaleb(-places) / 2:
            return False
        if not any(amounts):
            return False
    return bool(total.amounts)
