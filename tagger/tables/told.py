"""What a column is whose heading does not say: of growths, of changes in amount or of shares, told by its table's figures.

2025 2024 % may end in how much more the first is than the second, or in how much of the whole; Change in per cent or in
amounts. Each row computes it from its own amounts; what holds for most of the rows holds for the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tagger.document import Document, Span
from tagger.figures.figure import RATES
from tagger.number import EXACT
from tagger.tables.columns import Column
from tagger.tables.heading_words import text_beside
from tagger.words.prose import Prose

Spans = tuple[Span, ...]
_NUMBER = re.compile(
    r"(?P<minus>[(（\-−–—－△▲▼])?\D{0,6}?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<rate>[%％])?"
)
_LEAST_ROWS = 2
_MOST = Decimal("0.7")
"""The share of rows that must compute so."""
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Value:
    """A printed number, half of its last place, and whether a per cent sign stands behind it."""

    value: Decimal
    half: Decimal
    is_rate: bool


def told_by_rows(
    document: Document, prose: Prose, cells: range, columns: Mapping[Spans, Column]
) -> dict[Spans, str]:
    """Return what columns are that do not say it themselves: "growth", "amount" or "share".

    cells: the numbers of the table's blocks. columns: by the stretches of their headings.
    """
    asked = [spans for spans, column in columns.items() if _leaves_open(column, prose.text)]
    if not asked:
        return {}
    levels = {
        spans: column
        for spans, column in columns.items()
        if column.is_of_levels and spans not in asked and spans
    }
    rows = list(_rows(document, prose, cells))
    told = {spans: _told(spans, rows, levels) for spans in asked}
    # below a date, beside the amounts of that, it is of no change
    return {s: said for s, said in told.items() if said == "share" or (said and columns[s].time is None)}


def as_told(column: Column, said: str | None) -> Column:
    """Return a column as its rows told what it is."""
    if not said:
        return column
    if said == "share":
        return replace(column, kind="share")
    return replace(column, kind="change", told=said)


def _leaves_open(column: Column, text: str) -> bool:
    """Return whether a column's heading says nothing but a per cent sign, or that it is of changes and not in what."""
    if not column.headings or column.is_reference:
        return False
    units = [unit for heading in column.headings for unit in heading.units.units]
    if column.kind == "change":
        return not units and column.time is None
    nearest = column.headings[0]
    said = text_beside(text, nearest.start, nearest.end, nearest.units.spans).strip(" ()（）")
    return column.kind == "level" and not said and bool(units) and all(unit.kind in RATES for unit in units)


def _rows(document: Document, prose: Prose, cells: range) -> Iterator[dict[Spans, _Value]]:
    """Yield the numbers of each row by their columns, in order."""
    found: dict[Spans, _Value] = {}
    before = 0
    for number in cells:
        cell = document.blocks[number].cell
        if cell is None or cell.heading:
            continue
        if cell.row != before and found:
            yield found
            found = {}
        before = cell.row
        start, end = prose.lines[number]
        said = _NUMBER.match(prose.text, start, end)
        if said is not None:
            digits = said["digits"].replace(",", "")
            places = len(digits.partition(".")[2])
            value = -Decimal(digits) if said["minus"] else Decimal(digits)
            found[cell.column_headings] = _Value(value, _HALF.scaleb(-places), said["rate"] is not None)
    if found:
        yield found


def _told(asked: Spans, rows: list[dict[Spans, _Value]], levels: dict[Spans, Column]) -> str:
    """Return what most rows compute a column to be, "" where they do not."""
    votes = {"growth": 0, "amount": 0, "share": 0}
    tried = of_whole = 0
    wholes = [row for row in rows if asked in row and row[asked].value == _HUNDRED]
    for row in rows:
        if asked not in row or row[asked].is_rate:
            continue
        keys = list(row)
        before = [key for key in keys[: keys.index(asked)] if key in levels][-2:]
        amounts = [row[key] for key in before]
        if not amounts or any(amount.is_rate for amount in amounts):
            continue
        of_whole += 1
        if wholes and before[-1] in wholes[0] and row is not wholes[0]:
            votes["share"] += _is_share(amounts[-1], wholes[0][before[-1]], row[asked])
        if len(amounts) == 2:  # noqa: PLR2004
            tried += 1
            new, old = _in_time(before, amounts, levels)
            votes["growth"] += _is_growth(new, old, row[asked])
            votes["amount"] += _is_difference(new, old, row[asked])
    most = {"growth": tried, "amount": tried, "share": of_whole - 1}
    told = [said for said, count in votes.items() if count >= _LEAST_ROWS and count >= _MOST * most[said]]
    return told[0] if len(told) == 1 else ""


def _in_time(keys: list[Spans], amounts: list[_Value], levels: dict[Spans, Column]) -> tuple[_Value, _Value]:
    """Return the later and the earlier of two amounts."""
    first, second = (levels[key].time for key in keys)
    if first and second and first.span and second.span and second.span.end > first.span.end:
        return amounts[1], amounts[0]
    return amounts[0], amounts[1]


def _is_growth(new: _Value, old: _Value, printed: _Value) -> bool:
    """Return whether a printed per cent is how much more `new` is than `old`, between rounding; of expenses, how much larger."""
    if not old.value:
        return False
    for first, second in ((new.value, old.value), (abs(new.value), abs(old.value))):
        rate = EXACT.divide(first - second, abs(second)) * _HUNDRED
        slack = (
            EXACT.divide(new.half + EXACT.divide(abs(first) * old.half, abs(second)), abs(second)) * _HUNDRED
        )
        if abs(rate - printed.value) <= slack + printed.half:
            return True
    return False


def _is_difference(new: _Value, old: _Value, printed: _Value) -> bool:
    slack = new.half + old.half + printed.half
    return any(
        abs(difference - printed.value) <= slack
        for difference in (new.value - old.value, abs(new.value) - abs(old.value))
    )


def _is_share(part: _Value, whole: _Value, printed: _Value) -> bool:
    if not whole.value:
        return False
    share = EXACT.divide(part.value, whole.value) * _HUNDRED
    slack = EXACT.divide(part.half + whole.half, abs(whole.value)) * _HUNDRED
    return abs(share - printed.value) <= slack + printed.half
