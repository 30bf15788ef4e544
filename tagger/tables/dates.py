"""The days and stretches of days that a heading prints: 2025/12/31, 2026年1月1日至3月31日, 2026/1/1 to 3/31.

Digits with separators are dates in any language; two days with a word for a range between them are the days from one
to the other, and the second is of the first one's year where it names none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months
from tagger.words.language import Language
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.spans import Span

_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([/.-])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_OF_THE_REPUBLIC = re.compile(r"\s*(1[0-4]\d)([/.])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])\s*\Z")
"""114.6.30 as all that a heading says: a day of the Republic's calendar, whose first year is 1912."""
_MONTH_AND_DAY = re.compile(r"(1[0-2]|0?[1-9])[/.](3[01]|[12]\d|0?[1-9])(?![\d/.])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{2,3} ?年|[〇○零一二三四五六七八九]{4}年")
_BARE_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*(?:[(（][^()（）]{0,24}[)）]\s*)?\Z")
_MONTHS = 12
_ROC_SHIFT = 1911
_LONGEST_BETWEEN = 9
_NUMBER = re.compile("[0-9]+")
_A_MONTH = 31


def with_dates(
    text: str,
    start: int,
    end: int,
    phrases: Iterable[TimePhrase],
    language: Language,
    period: ReportingPeriod,
) -> list[TimePhrase]:
    """Return the phrases of time of a heading, dates in digits among them, and two days as a stretch of days.

    A stretch that names no year (Three months ended June 30) is of the reporting year, until another heading tells.
    """
    phrases = list(phrases)
    ended = [p for p in phrases if p.span and p.span.start]  # the quarter ended 6/30/2025
    dates = [
        d for d in _dates(text, start, end) if not any(p.start < d.start and p.end == d.end for p in ended)
    ]
    starts = [phrase.start for phrase in dates]

    def overlaps(phrase: TimePhrase) -> bool:
        at = bisect_left(starts, phrase.end) - 1
        return at >= 0 and dates[at].end > phrase.start

    found = sorted((*dates, *(p for p in phrases if not overlaps(p))), key=lambda phrase: phrase.start)
    found = _joined(text, end, found, language, period)
    stretch = _without_year(text, start, end, found, language, period)
    if stretch:
        found = [stretch, *(p for p in found if p.end <= stretch.start or p.start >= stretch.end)]
    if not found:
        found = list(_bare_year(text, start, end, period))
    found = [_as_quarter(text, phrase, language, period) for phrase in found]
    return sorted(found, key=lambda phrase: phrase.start)


def _as_quarter(text: str, phrase: TimePhrase, language: Language, period: ReportingPeriod) -> TimePhrase:
    """Return the reporting period as its last quarter, where other headings say from the year's beginning to its end.

    So quarterly reports of the mainland call their columns: 本報告期, beside 年初至報告期末.
    """
    beside, to_date = (language.tables.get(key, ()) for key in ("quarter_beside", "to_date"))
    if (
        not to_date
        or phrase.base
        or text[phrase.start : phrase.end] not in beside
        or not _says(text, to_date)
    ):
        return phrase
    return replace(phrase, span=Span(first_of_months(QUARTER, period.end), period.end))


@lru_cache(maxsize=4)
def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _bare_year(text: str, start: int, end: int, period: ReportingPeriod) -> Iterable[TimePhrase]:
    """Yield the year that is all a heading says but for brackets: 2024, 2023（經重述）."""
    said = _BARE_YEAR.match(text, start, end)
    if said:
        yield TimePhrase(said.start(1), said.end(1), Span(*period.fiscal_year(int(said[1]))))


def _without_year(
    text: str, start: int, end: int, found: list[TimePhrase], language: Language, period: ReportingPeriod
) -> TimePhrase | None:
    """Return the stretch of days that a heading would name if it named a year: 截至6月30日止六個月."""
    day = next((p for p in found if p.span and p.span.start is None and not p.base), None)
    if day is None or day.span is None or _YEAR.search(text, start, end):
        return None
    if _OF_THE_REPUBLIC.match(text, start, end):
        return None
    year = day.span.end.year
    for at, said in ((day.start, f"{year}年"), (day.end, f", {year}"), (day.end, f" {year}")):
        whole = f"{text[start:at]}{said}{text[at:end]}"
        for phrase in find_time_phrases(whole, language, period):
            covers = phrase.start <= at - start and phrase.end >= at - start + len(said)
            if covers and phrase.span and phrase.span.start and not phrase.base:
                return TimePhrase(
                    start + phrase.start, max(start + phrase.end - len(said), day.end), phrase.span
                )
    return None


def names_year(text: str, start: int, end: int) -> bool:
    """Return whether text[start:end] prints a year."""
    return bool(_YEAR.search(text, start, end))


_NUMBER_OF_YEAR = re.compile(r"((?:19|20)\d\d) ?年?")


def year_beside_days(phrase: TimePhrase, text: str) -> Span | None:
    """Return the year that a heading adds to days that name none: a number alone is a year of the calendar.

    Three months ended 30 September, and 2024 below it, end in 2024, wherever the fiscal year ends.
    """
    said = _NUMBER_OF_YEAR.fullmatch(text, phrase.start, phrase.end)
    if said is None:
        return phrase.span
    return Span(date(int(said[1]), 1, 1), date(int(said[1]), _MONTHS, 31))


def moved_to_year(span: Span, year: Span) -> Span | None:
    """Return a stretch or day moved by whole years so that it ends within a year."""
    if year.start is None:
        return None
    for shift in (year.end.year - span.end.year, year.start.year - span.end.year):
        end = _shifted(span.end, shift)
        if year.start <= end <= year.end:
            return Span(_shifted(span.start, shift) if span.start else None, end)
    return None


def _shifted(day: date, years: int) -> date:
    last = (day + timedelta(days=1)).day == 1
    moved = _day(day.year + years, day.month, day.day) or date(day.year + years, day.month, 28)
    if last and (moved + timedelta(days=1)).day != 1:
        moved += timedelta(days=1)
    return moved


def _dates(text: str, start: int, end: int) -> Iterable[TimePhrase]:
    of_the_republic = _OF_THE_REPUBLIC.match(text, start, end)
    if of_the_republic:
        year, month, number = (int(of_the_republic[group]) for group in (1, 3, 4))
        day = _day(year + _ROC_SHIFT, month, number)
        if day:
            yield TimePhrase(start, end, Span(None, day))
        return
    for found in _YEAR_FIRST.finditer(text, start, end):
        day = _day(int(found[1]), int(found[3]), int(found[4]))
        if day:
            yield TimePhrase(found.start(), found.end(), Span(None, day))
    for found in _YEAR_LAST.finditer(text, start, end):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        # 31/12/2025 or 12/31/2025; 03/04/2025 could be either
        if (first > _MONTHS) != (second > _MONTHS) or first == second:
            day = _day(year, second, first) if first > _MONTHS else _day(year, first, second)
            if day:
                yield TimePhrase(found.start(), found.end(), Span(None, day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _joined(
    text: str, end: int, found: list[TimePhrase], language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    joined: list[TimePhrase] = []
    for one in found:
        before = joined[-1] if joined else None
        phrase = (
            _without_range(text, end, one, language, period) if before and before.end == one.start else one
        )
        if before is not None and _is_range(text[before.end : phrase.start], language):
            stretch = _from_to(before, phrase, text)
            if stretch:
                joined[-1] = stretch
                continue
        joined.append(one)
    return [_with_tail(text, end, phrase, language) for phrase in joined]


def _without_range(
    text: str, end: int, phrase: TimePhrase, language: Language, period: ReportingPeriod
) -> TimePhrase:
    """Return a phrase of time without the word for a range that it begins with: (至)2024年9月15日."""
    opens = next((word for word in language.ranges if text.startswith(word, phrase.start)), "")
    at = phrase.start + len(opens)
    again = find_time_phrases(text, language, period, at, end)[:1] if opens else []
    return again[0] if again and again[0].start == at and again[0].end >= phrase.end else phrase


def _is_range(between: str, language: Language) -> bool:
    joint = between.strip()
    return len(between) <= _LONGEST_BETWEEN and (joint == "~" or joint in language.ranges)


def _from_to(first: TimePhrase, last: TimePhrase, text: str) -> TimePhrase | None:
    if not (first.span and last.span) or first.base or last.base:
        return None
    if not all(
        phrase.start is None or (phrase.end - phrase.start).days < _A_MONTH
        for phrase in (first.span, last.span)
    ):
        return None
    begin, stop = first.span.start or first.span.end, last.span.end
    printed = _NUMBER.findall(text, first.start, first.end)
    if printed and begin.day not in map(int, printed):
        begin = begin.replace(day=1)  # a month, which the stretch begins with: October 2024 to March 2025
    if not re.search(r"\d{4}|民国|\d{3} ?年", text[last.start : last.end]):
        moved = _day(begin.year, stop.month, stop.day)
        if moved is None:
            return None
        stop = moved if moved > begin else moved.replace(year=begin.year + 1)
    return TimePhrase(first.start, last.end, Span(begin, stop)) if begin < stop else None


def _with_tail(text: str, end: int, phrase: TimePhrase, language: Language) -> TimePhrase:
    """Return a day together with the month and day that a range leads on to: 2026/1/1 to 3/31."""
    if phrase.span is None or phrase.span.start or phrase.base:
        return phrase
    tail = _MONTH_AND_DAY.search(text, phrase.end, min(end, phrase.end + _LONGEST_BETWEEN + 5))
    if not tail or not _is_range(text[phrase.end : tail.start()], language):
        return phrase
    begin = phrase.span.end
    stop = _day(begin.year, int(tail[1]), int(tail[2]))
    if stop is None or stop <= begin:
        return phrase
    return TimePhrase(phrase.start, tail.end(), Span(begin, stop))
