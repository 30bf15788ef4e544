"""Days that stand in the rows: what follows a row that is called by a day alone is of the year to that day.

At 31 December 2025 / Average / Maximum / At 31 December 2024 / Average / Maximum: the days run back. Where they run on
(At 1 January / Charge / At 31 December) what stands between them leads from one to the other, and is of the days between.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from tagger.document import Document, Span
from tagger.reporting_period import ReportingPeriod
from tagger.tables.dates import moved_to_year
from tagger.tables.headings import Heading
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span as Days


def days_of_rows(
    document: Document, cells: range, heading: Callable[[Span], Heading]
) -> dict[int, TimePhrase]:
    """Return by the number of a row the day of the row above that is called by it alone, or the stretch between two.

    cells: the numbers of the table's blocks.
    """
    found: dict[int, TimePhrase] = {}
    days: list[TimePhrase] = []
    dated: dict[int, TimePhrase] = {}
    flows: dict[int, TimePhrase] = {}
    for number in cells:
        cell = document.blocks[number].cell
        if cell is None or cell.heading or not cell.row_headings or cell.row in found:
            continue
        rows = [heading(span) for span in cell.row_headings]
        day = _day_alone(rows)
        if day is not None:
            days.append(day)
            dated[cell.row] = day
        if days and (day is not None or not any(row.phrases for row in rows)):
            found[cell.row] = days[-1]
        elif days and all(p.span and p.span.relative == "current" for row in rows for p in row.phrases):
            flows[cell.row] = days[-1]  # for the year, whichever that is
    ends = [day.span.end for day in days if day.span]
    if len(ends) > 1 and all(one > other for one, other in pairwise(ends)):
        return found
    return _stretches(found | flows, dated)


def _stretches(rows: dict[int, TimePhrase], dated: dict[int, TimePhrase]) -> dict[int, TimePhrase]:
    """Return the days from one to the other for the rows between two called by a day, where these are at most a year apart.

    rows: the day above each row. dated: the rows called by one.
    """
    found: dict[int, TimePhrase] = {}
    for (low, one), (high, other) in pairwise(dated.items()):
        if one.span is None or other.span is None:
            continue
        first = (
            one.span.end
            if (one.span.end.month, one.span.end.day) == (1, 1)
            else one.span.end + timedelta(days=1)
        )
        if _SHORTEST <= (other.span.end - first).days < _LONGEST:
            span = Days(first, other.span.end)
            found.update({row: TimePhrase(one.start, one.end, span) for row in rows if low < row < high})
    return found


_SHORTEST, _LONGEST = 27, 366


def _day_alone(rows: list[Heading]) -> TimePhrase | None:
    """Return the day that is all that the headings of a row say."""
    phrases = [phrase for row in rows for phrase in row.phrases]
    if len(phrases) != 1 or any(row.holes or row.has_term or row.named or row.kind for row in rows):
        return None
    span = phrases[0].span
    return phrases[0] if span and span.start is None and not phrases[0].base and not span.relative else None


def with_day(time: TimePhrase | None, day: TimePhrase | None, *, unclear: bool) -> TimePhrase | None:
    """Return the time of a cell with what the rows above say where it has none, or says no more than: for the year."""
    if time is None or day is None or day.span is None or unclear:
        return day if time is None and not unclear else time
    current = time.span is not None and time.span.relative == "current"
    return day if current and day.span.start else time


def to_the_day(day: TimePhrase, period: ReportingPeriod) -> TimePhrase | None:
    """Return a stretch as long as the report's that ends at a day, None where none does by whole years."""
    if day.span is None:
        return None
    end = day.span.end
    year = Days(end.replace(month=1, day=1), end.replace(month=12, day=31))
    moved = moved_to_year(Days(period.start, period.end), year)
    return TimePhrase(day.start, day.end, moved) if moved and moved.end == end else None
