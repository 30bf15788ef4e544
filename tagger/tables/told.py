"""What a column is whose heading does not say: of growths, of changes in amount or of shares, told by its table's figures.

2025 2024 % may end in how much more the first is than the second, or in how much of the whole; Change in per cent or in
amounts. Each row computes it from its own amounts; what holds for most of the rows holds for the column. So is told
between which columns: Q1 2026 Q4 2025 % Q1 2025 % ends in how much more the first is than the last but one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from tagger.document import Document, Span
from tagger.figures.figure import RATES
from tagger.number import EXACT
from tagger.tables.columns import Column
from tagger.tables.heading_words import text_beside
from tagger.tables.headings import HeadingReader
from tagger.tables.percent_notes import changes_noted
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose

Spans = tuple[Span, ...]
_NUMBER = re.compile(
    r"(?P<minus>[(（\-−–—－↓])?\D{0,6}?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<rate>[%％])?"
)
_LEAST_ROWS = 2
_SURE = 3
"""As many rows tell changes also where the heading above says a time: % below 2024, beside the amounts of that."""
_MOST = Decimal("0.7")
"""The share of rows that must compute so."""
_FARTHEST = 4
"""How many columns of levels before it are looked at."""
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


class Told(NamedTuple):
    """What a column is: "growth", "amount" or "share"; of changes the times of the columns of levels that they lie between.

    "points": of changes of the shares before it. "noted": a note says that it is of growths; base: of these, where it says
    that too. time: that of the amount beside it.
    """

    kind: str
    between: tuple[TimePhrase, TimePhrase] | None = None
    base: TimePhrase | None = None
    time: TimePhrase | None = None


@dataclass(frozen=True, slots=True)
class _Value:
    """A printed number, half of its last place, and whether a per cent sign stands behind it."""

    value: Decimal
    half: Decimal
    is_rate: bool


def told_by_rows(
    document: Document, prose: Prose, reader: HeadingReader, cells: range, columns: Mapping[Spans, Column]
) -> dict[Spans, Told]:
    """Return what columns are that do not say it themselves: as their rows compute it, else as a note says.

    cells: the numbers of the table's blocks. columns: by the stretches of their headings.
    """
    asked = [spans for spans, column in columns.items() if _leaves_open(column, prose.text)]
    shares = [spans for spans, column in columns.items() if column.kind == "share"]
    changes = [s for s, column in columns.items() if column.kind == "change"] if len(shares) > 1 else []
    if not asked and not changes:
        return {}
    levels = {
        spans: column
        for spans, column in columns.items()
        if column.is_of_levels and spans not in asked and spans
    }
    rows = list(_rows(document, prose, cells))
    told = {spans: _told(spans, rows, levels, timed=columns[spans].time is not None) for spans in asked}
    found = {spans: said for spans, said in told.items() if said is not None}
    found.update({spans: Told("points") for spans in changes if _of_shares(spans, rows, shares)})
    left = [spans for spans in asked if spans not in found and columns[spans].kind == "level"]
    amounts = {spans: _amount_beside(spans, rows, levels, prose.text) for spans in left}
    if any(amounts.values()):
        noted, base = changes_noted(document, prose, reader, cells)
        found.update(
            {s: Told("noted", None, base, amount.time) for s, amount in amounts.items() if noted and amount}
        )
    return found


def as_told(column: Column, said: Told | None) -> Column:
    """Return a column as its rows told what it is."""
    if said is None:
        return column
    if said.kind == "share":
        return replace(column, kind="share")
    if said.kind == "points":
        return replace(column, told="points")
    if said.kind == "noted":
        return replace(column, kind="change", told="growth", base=said.base, time=column.time or said.time)
    return replace(column, kind="change", told=said.kind, between=said.between, time=None, unclear=False)


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


def _told(
    asked: Spans, rows: list[dict[Spans, _Value]], levels: dict[Spans, Column], *, timed: bool
) -> Told | None:
    """Return what most rows compute a column to be, None where they do not. timed: a heading over it says a time."""
    shares = _told_shares(asked, rows, levels)
    votes: dict[tuple[str, Spans], int] = {}
    tried: dict[Spans, int] = {}
    nearest: Spans = ()
    for row in rows:
        if asked not in row or row[asked].is_rate:
            continue
        keys = list(row)
        before = [key for key in keys[: keys.index(asked)] if key in levels][-_FARTHEST:]
        if len(before) < 2 or row[before[-1]].is_rate:  # noqa: PLR2004
            continue
        nearest = before[-1]
        for other in before[:-1]:
            if not row[other].is_rate:
                tried[other] = tried.get(other, 0) + 1
                new, old = _in_time((other, nearest), (row[other], row[nearest]), levels)
                for kind, computes in (("growth", _is_growth), ("amount", _is_difference)):
                    votes[kind, other] = votes.get((kind, other), 0) + computes(new, old, row[asked])
    least = _SURE if timed else _LEAST_ROWS
    told = [key for key, count in votes.items() if count >= least and count >= _MOST * tried[key[1]]]
    if shares or len(told) != 1:
        return Told("share") if shares and not told else None
    kind, other = told[0]
    return Told(kind, _between(levels[other], levels[nearest]))


def _amount_beside(
    asked: Spans, rows: list[dict[Spans, _Value]], levels: dict[Spans, Column], text: str
) -> Column | None:
    """Return the column of amounts right before one of per cents, if what stands over that stands over it as well."""
    row = next((row for row in rows if asked in row), {})
    keys = list(row)
    before = keys[keys.index(asked) - 1] if asked in row and keys[0] != asked else ()
    if before not in levels:
        return None
    above = {text[heading.start : heading.end] for heading in levels[before].headings}
    same = set(asked[1:]) <= set(before) or all(text[slice(*span)] in above for span in asked[1:])
    return levels[before] if same else None


def _of_shares(asked: Spans, rows: list[dict[Spans, _Value]], shares: list[Spans]) -> bool:
    """Return whether most rows compute a column of changes to be by how much the last two shares before it differ."""
    votes = tried = 0
    for row in rows:
        if asked not in row:
            continue
        keys = list(row)
        before = [row[key] for key in keys[: keys.index(asked)] if key in shares][-2:]
        if len(before) == 2:  # noqa: PLR2004
            tried += 1
            votes += _is_difference(before[0], before[1], row[asked]) or _is_difference(
                before[1], before[0], row[asked]
            )
    return votes >= _LEAST_ROWS and votes >= _MOST * tried


def _told_shares(asked: Spans, rows: list[dict[Spans, _Value]], levels: dict[Spans, Column]) -> bool:
    """Return whether most rows compute a column to be how much the amount before it is of that in a row of 100 per cent."""
    wholes = [row for row in rows if asked in row and row[asked].value == _HUNDRED]
    votes, tried = 0, -1
    for row in rows:
        if asked not in row or row[asked].is_rate:
            continue
        keys = list(row)
        before = next((key for key in reversed(keys[: keys.index(asked)]) if key in levels), None)
        if before is None or row[before].is_rate:
            continue
        tried += 1
        if wholes and before in wholes[0] and row is not wholes[0]:
            votes += _is_share(row[before], wholes[0][before], row[asked])
    return votes >= _LEAST_ROWS and votes >= _MOST * tried


def _between(one: Column, other: Column) -> tuple[TimePhrase, TimePhrase] | None:
    """Return the times of two columns of levels, None where one says none that is known."""
    if one.unclear or other.unclear or one.time is None or other.time is None:
        return None
    return one.time, other.time


def _in_time(
    keys: tuple[Spans, Spans], amounts: tuple[_Value, _Value], levels: dict[Spans, Column]
) -> tuple[_Value, _Value]:
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
