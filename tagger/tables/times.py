"""What the time of a cell makes of its readings: the day of an opening balance, a level at a day or a flow over days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through
from tagger.tables.cell_words import Said
from tagger.tables.change_times import A_QUARTER
from tagger.tables.columns import Column, is_whole_year, time_of
from tagger.tables.dated_rows import to_the_day
from tagger.tables.dates import moved_to_year, names_year, year_beside_days
from tagger.tables.flows import BARE_YEAR
from tagger.tables.headings import Heading
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span

_SEVERAL = ("ambiguous", "several concepts are called what the headings say")


def at_the_edge(
    rows: list[Heading], time: TimePhrase | None, text: str, language: Language
) -> TimePhrase | None:
    """Return the time of an opening balance: the day before the period of its column."""
    if time is None or time.span is None or time.span.start is None:
        return time
    edges = {item.edge for heading in rows for item in heading.named}
    if edges != {"start"} and not any(_opens(heading, text, language) for heading in rows):
        return time
    return TimePhrase(time.start, time.end, Span(None, time.span.start - timedelta(days=1)))


def _opens(heading: Heading, text: str, language: Language) -> bool:
    """Return whether a row says that it is what its period begins with: Opening AUM, balance brought forward."""
    if heading.named:
        return False  # cash at the beginning of the period: a concept of its own
    said = text[heading.start : heading.end].strip()
    words = language.tables.get("opening", ())
    return said.startswith(tuple(f"{word} " if word.isascii() else word for word in words)) or said.endswith(
        tuple(f" {word}" for word in words if " " in word or "/" in word)
    )


def time_of_cell(
    said: Said, column: Column, text: str, language: Language, period: ReportingPeriod
) -> tuple[TimePhrase | None, bool]:
    """Return the time of a cell, and whether that cannot be told.

    It is the column's, else the row's, else that of a row above or the caption.
    """
    own = [p for heading in said.rows for p in heading.phrases if not p.base]
    sections = [p for heading in said.above for p in heading.phrases if not p.base]
    opening = column.time and opening_before(own or sections, column.time, text, period)
    if opening:
        return opening, column.unclear
    day = _day_of_stretch(own, column.time, text) if column.time else None
    if day:
        return day, column.unclear
    if column.time and own:
        moved = _of_earlier_year(own[0], column.time, text)
        if moved:
            return moved, column.unclear
        within = at_its_end(own[0], column.time, period) or at_its_start(own[0], column.time, period)
        return (within, column.unclear) if within else time_of([own[0], column.time], text, language, period)
    if column.time and not column.unclear:
        return _in_year_of_title(column.time, said, text, language, period) or column.time, False
    if column.time or column.unclear:
        return column.time, column.unclear
    farther = [p for h in (*said.above, *said.captions) for p in h.phrases if not p.base]
    return next(iter((*own, *farther)), None), False


def _in_year_of_title(
    time: TimePhrase, said: Said, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase | None:
    """Return the part of a year that a column names, of the year that is all a title says: 第1季, beside a corner of 2023年."""
    span = time.span
    if span is None or span.start is None or span.relative or is_whole_year(span):
        return None
    if names_year(text, time.start, time.end):
        return None
    for title in said.captions:
        year = title.phrases[0] if len(title.phrases) == 1 else None
        if year is None or not BARE_YEAR.fullmatch(text, year.start, year.end):
            continue
        if text[title.start : title.end].strip(" ()（）") == text[year.start : year.end].strip():
            found, unclear = time_of([time, year], text, language, period)
            return None if unclear else found
    return None


def _day_of_stretch(own: list[TimePhrase], column: TimePhrase, text: str) -> TimePhrase | None:
    """Return the day before a column's stretch, or its last, where a row prints its first day or its last without a year.

    At 1 October, At 30 September, in a column of the year to 30 September 2025.
    """
    day = own[0].span if len(own) == 1 else None
    stretch = column.span
    if day is None or day.start or stretch is None or stretch.start is None:
        return None
    if names_year(text, own[0].start, own[0].end) or not any(
        character.isdecimal() for character in text[own[0].start : own[0].end]
    ):
        return None
    if (day.end.month, day.end.day) == (stretch.start.month, stretch.start.day):
        return TimePhrase(own[0].start, own[0].end, Span(None, stretch.start - timedelta(days=1)))
    if (day.end.month, day.end.day) == (stretch.end.month, stretch.end.day):
        return TimePhrase(own[0].start, own[0].end, Span(None, stretch.end))
    return None


def _is_of_section(time: TimePhrase, said: Said) -> bool:
    """Return whether a section of the table says a time: 31 December 2024, above rows of flows."""
    return not time.base and any(time in heading.phrases for heading in said.above)


def _of_earlier_year(own: TimePhrase, column: TimePhrase, text: str) -> TimePhrase | None:
    """Return the day of a row in the column of an earlier year than it prints: the rows are called as of the last column.

    At 31 December 2025, in a column of 2024, is the end of that. None where the row's day is none, or not later.
    """
    span = own.span
    years = [_PRINTED_YEAR.search(text, phrase.start, phrase.end) for phrase in (own, column)]
    if span is None or span.start is not None or column.span is None or None in years:
        return None
    said, of_column = (int(found[0]) for found in years if found)
    if of_column >= said:
        return None
    year = span.end.year - said + of_column
    moved = moved_to_year(span, Span(date(year, 1, 1), date(year, 12, 31)))
    return TimePhrase(own.start, own.end, moved) if moved else None


_PRINTED_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def at_its_end(own: TimePhrase, column: TimePhrase, period: ReportingPeriod) -> TimePhrase | None:
    """Return the time of a row that names none of its own but the end, or the whole, of the column's: agents at year-end.

    None where the row says a time itself.
    """
    if own.span is None or own.span.relative != "current" or column.span is None:
        return None
    if own.span.start is not None or (is_whole_year(column.span) and not period.is_fiscal_year):
        return column  # a bare year in the report of a half-year may be its half
    return TimePhrase(column.start, column.end, Span(None, column.span.end))


def at_its_start(own: TimePhrase, column: TimePhrase, period: ReportingPeriod) -> TimePhrase | None:
    """Return the day before the column's stretch, which a row is of that names the end of the year before: 年初餘額 of 2024.

    None where the row says another time, or the stretch does not begin with a year.
    """
    if (
        own.span is None
        or own.span.relative != "previous_end"
        or column.span is None
        or not column.span.start
    ):
        return None
    day = column.span.start - timedelta(days=1)
    end = period.previous_year_end
    return (
        TimePhrase(column.start, column.end, Span(None, day))
        if (day.month, day.day) == (end.month, end.day)
        else None
    )


def opening_before(
    own: list[TimePhrase], column: TimePhrase, text: str, period: ReportingPeriod
) -> TimePhrase | None:
    """Return the day before the fiscal year of a column's day, where a row or its section prints that year's first day alone.

    At 1 January, in a column of 31 March 2024. None where it prints a year or another day, or the column is a stretch.
    """
    span = own[0].span if len(own) == 1 else None
    if span is None or span.start or column.span is None or column.span.start:
        return None
    before = period.previous_year_end
    first = before + timedelta(days=1)
    if (span.end.month, span.end.day) != (first.month, first.day) or names_year(
        text, own[0].start, own[0].end
    ):
        return None
    day = column.span.end
    year = Span(day - timedelta(days=366), day - timedelta(days=1))
    moved = moved_to_year(Span(None, before), year)
    return TimePhrase(own[0].start, own[0].end, moved) if moved else None


def is_of_a_day(said: Said) -> bool:
    """Return whether a row says that it is of the end of its time: balance at the end of the year, 期末餘額."""
    spans = (phrase.span for heading in said.rows for phrase in heading.phrases if not phrase.base)
    return any(span and span.start is None and span.relative == "current" for span in spans)


def prefer_by_time(item: Decided, said: Said, time: TimePhrase | None, index: TaxonomyIndex) -> None:
    """Order readings by how they fit the column's time: a level, and its change, at a day, a flow over days.

    Those of one price; at a day also a flow that only a title names, beside what the row's own words are of: loans
    granted, over green loans at year-end. Where several concepts still cost the same, none of them is taken.
    """
    if not item.readings:
        return
    at_a_day = time is not None and time.span is not None and time.span.start is None
    price = item.readings[0].price
    titled = at_a_day and not any(t.meanings.concepts for row in said.rows for t in row.tokens)
    tied = [r for r in item.readings if r.price <= price + (_OF_A_TITLE if titled else 0.0)]
    if len({(r.concept, r.dimensions) for r in tied}) < 2:  # noqa: PLR2004
        return
    if time is not None and time.span is not None:
        fitting = [r for r in tied if index.is_flow(r.base_concept) != at_a_day]
        if not fitting and titled:
            return
        item.readings[:] = [*fitting, *(r for r in item.readings if r not in fitting)]
        tied = [r for r in fitting or tied if r.price <= item.readings[0].price]
    if len({(r.concept, r.dimensions) for r in tied}) > 1:
        item.reason = item.reason or _SEVERAL


_OF_A_TITLE = 0.5
"""How much more a reading may cost than one that a title alone gives its concept."""


def flow_time(
    said: Said,
    column: Column,
    time: TimePhrase | None,
    text: str,
    period: ReportingPeriod,
    beside: Sequence[Column],
    day: TimePhrase | None = None,
) -> TimePhrase | None:
    """Return the time of a flow under a bare year: what the captions say of it, else as long as the report's own.

    2023 beside 2024 in the report of a half-year is its first half too, but not beside 1H23 or 1H24, and neither is FY23
    or the year to 31 December 2023. beside: the columns of the table. day: of a row above, to which the flow may be.
    """
    if day is not None and time is day:
        return _of_day_above(said, day, text, period)
    if column.flow is not None and time is column.time:
        return column.flow
    span = time.span if time else None
    if time and span and span.start is None and not span.relative and time is column.time:
        return _months_to_day(said, time, text) or _quarter_to(time, beside) or time
    if time and span and span.start is None and not span.relative and _is_of_section(time, said):
        return to_the_day(time, period) or time
    if time is None or span is None or time is not column.time or not is_whole_year(span):
        return time
    plans = span.end > period.year_end or said.scenario or any(other.scenario for other in beside)
    if plans or not BARE_YEAR.fullmatch(text, time.start, time.end):
        return time  # what is planned for a year is compared with years
    farther = [p.span for h in (*said.above, *said.captions) for p in h.phrases if not p.base and p.span]
    stretches = [s for s in farther if s.start and not is_whole_year(s)]
    if not stretches and not is_whole_year(Span(period.start, period.end)):
        stretches = [Span(period.start, period.end)]
    year = year_beside_days(time, text)
    moved = moved_to_year(stretches[0], year) if stretches and year else None
    if moved is None or any(_says_its_part(other.time, moved, text) for other in beside):
        return time
    return TimePhrase(time.start, time.end, moved)


def _says_its_part(time: TimePhrase | None, moved: Span, text: str) -> bool:
    """Return whether a column is of such days, or names a part of a year with its year behind it: H1 2024, January to June 2024.

    Not where it prints its last day, which may be that of all the years: Six months ended 30 June 2024.
    """
    span = time.span if time else None
    if time is None or span is None:
        return False
    if span == moved:
        return True
    part = span.start is not None and not is_whole_year(span) and not span.relative
    year = _PRINTED_YEAR.search(text, time.start, time.end) if part else None
    return year is not None and not _LAST_DAY.search(text, time.start, time.end)


_LAST_DAY = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?[ -][a-z]{3}|[a-z]{3}\.? [0-9]{1,2}(?![0-9])|[0-9] ?日"
)


def _of_day_above(said: Said, day: TimePhrase, text: str, period: ReportingPeriod) -> TimePhrase:
    """Return the time of a flow in a row below one that is called by a day, or by the stretch between two."""
    if day.span is None or day.span.start:
        return day
    return _months_to_day(said, day, text) or to_the_day(day, period) or day


def _quarter_to(time: TimePhrase, beside: Sequence[Column]) -> TimePhrase | None:
    """Return the quarter up to a column's day, where the columns are quarter after quarter: Mar 2024, Jun 2024, Sep 2024."""
    ends = [
        c.time.span.end for c in beside if c.is_of_levels and c.time and c.time.span and not c.time.span.start
    ]
    days = sorted(set(ends))
    apart = [(later - earlier).days in A_QUARTER for earlier, later in pairwise(days)]
    if len(days) < _LEAST_QUARTERS or not all(apart) or time.span is None or time.span.end not in days:
        return None
    return TimePhrase(time.start, time.end, Span(first_of_months(QUARTER, time.span.end), time.span.end))


_LEAST_QUARTERS = 3


def _months_to_day(said: Said, time: TimePhrase, text: str) -> TimePhrase | None:
    """Return the months up to a column's day, where a title of the table says how many: Quarter ended, over June 30, 2025."""
    for phrase in (phrase for heading in said.captions for phrase in heading.phrases if not phrase.base):
        months = phrase.span
        if months and months.start and not is_whole_year(months) and not _prints_day(phrase, text):
            day = time.span.end if time.span else months.end
            first = first_of_months(months_through(months.start, months.end), day)
            return TimePhrase(time.start, time.end, Span(first, day))
    return None


def level_time(said: Said, column: Column, time: TimePhrase | None, text: str) -> TimePhrase | None:
    """Return the time of a level under a bare year: the day on which the months of the table's title end in that year.

    Loans at period end in a column of 2024, for the half-year ended 30 June.
    """
    span = time.span if time else None
    if time is None or span is None or time is not column.time or not is_whole_year(span):
        return time
    if not BARE_YEAR.fullmatch(text, time.start, time.end):
        return time
    for phrase in (phrase for heading in said.captions for phrase in heading.phrases if not phrase.base):
        stretch = phrase.span
        if stretch and stretch.start and not is_whole_year(stretch) and _prints_day(phrase, text):
            year = year_beside_days(time, text)
            moved = moved_to_year(Span(None, stretch.end), year) if year else None
            return TimePhrase(time.start, time.end, moved) if moved else time
    return time


def _prints_day(phrase: TimePhrase, text: str) -> bool:
    """Return whether a stretch prints a day or month: the half-year ended 30 June, 截至6月30日止六个月."""
    return _DAY_PRINTED.search(_PRINTED_YEAR.sub("", text[phrase.start : phrase.end])) is not None


_DAY_PRINTED = re.compile("[0-9]")
