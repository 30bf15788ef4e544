"""Days that are printed in digits or cut short: 2025-06-30, 6/30/2025, 31Dec25, and what they end: the quarter ended 6/30/2025.

Each is read as the language would write it, with what stands before it. Of 03/04/2025 nobody can tell which day it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tagger.words.language import Language
from tagger.words.time_phrase import TimePhrase, with_phrase

_JOINTS = re.compile(r"([/.-])(?<=\d.)\d{1,2}\1(?=\d)")
"""What stands in the middle of each: most texts are passed over at a glance."""
_YEAR_FIRST = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d|[/.,-]\d)")
_YEAR_LAST = re.compile(r"(?<![\d.,/-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|(?<=/)\d\d)(?!\d|[/.,-]\d)")
_CUT_SHORT = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})(?P<gap>[ -]?)(?P<month>[a-z]{3,4})\.?"
    r"(?:(?P=gap)(?P<year>(?:19|20)?\d\d)| ?['’](?P<short>\d\d))(?!\w|[.,/-]\d)"
)
"""31Dec25, 31-Dec-2025, 31 Dec '25, 31 Dec 25, of which the last may go on: 31 Dec 25 branches."""
_ENDS = re.compile(r"\s*(?:[),;:|]|\.(?:\s|\Z)|\n|\Z)")
_LONGEST_YEAR = 4
_REACH = 64
"""How far before a day what it ends may begin."""
_MONTHS = 12
_CENTURY = 2000

Find = Callable[[str], list[TimePhrase]]
"""Finds the phrases of time of a folded text."""


def with_printed_dates(
    phrases: list[TimePhrase], text: str, start: int, end: int, language: Language, find: Find
) -> list[TimePhrase]:
    """Return the phrases of text[start:end], those with days in digits among them."""
    for joint in _JOINTS.finditer(text, start, end):
        found = _YEAR_FIRST.match(text, joint.start() - _LONGEST_YEAR) or _year_last(text, joint.start())
        if found is None or found.end() > end:
            continue
        first = max(found.start() - _REACH, start)
        phrase = _read(found, text[first : found.start()], language, find)
        phrases = _with(phrase, first, found.end(), phrases)
    if language.plurals:
        for short in _CUT_SHORT.finditer(text, start, end):
            day = _cut_short(short, text, language)
            if day:
                first = max(short.start() - _REACH, start)
                phrase = _ended(day, text[first : short.start()], short.end() - short.start(), find)
                phrases = _with(phrase, first, short.end(), phrases)
    return phrases


def _with(phrase: TimePhrase | None, first: int, end: int, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Return phrases with one more, whose start counts from `first`, in place of those that it overlaps."""
    if phrase is None:
        return phrases
    return with_phrase(phrases, replace(phrase, start=phrase.start + first, end=end))


def _cut_short(found: re.Match[str], text: str, language: Language) -> str:
    """Return the day that is printed short, as the language writes it; "" where none is, or its year may be no year."""
    year = found["short"] or found["year"]
    in_words = found["gap"] == " " and not found["short"]
    if in_words and (len(year) == _LONGEST_YEAR or not _ENDS.match(text, found.end())):
        return ""  # 31 Dec 2025 is written as ever
    month = language.extra["months"].get(found["month"])
    full = int(year) + (0 if len(year) == _LONGEST_YEAR else _CENTURY)
    return _spelled(full, month, int(found["day"]), language) if month else ""


def _year_last(text: str, joint: int) -> re.Match[str] | None:
    """Return the day whose year is printed last, of which the first number ends at a joint."""
    two = _YEAR_LAST.match(text, joint - 2) if joint > 1 else None
    return two or _YEAR_LAST.match(text, joint - 1)


def _read(found: re.Match[str], before: str, language: Language, find: Find) -> TimePhrase | None:
    """Return the phrase of a day and what it ends, its start counted from where `before` begins."""
    if len(found[1]) == _LONGEST_YEAR:
        days = [_spelled(int(found[1]), int(found[3]), int(found[4]), language)]
    else:
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        year += 0 if len(found[4]) == _LONGEST_YEAR else _CENTURY
        days = sorted({_spelled(year, one, other, language), _spelled(year, other, one, language)} - {""})
    if not days or not days[0]:
        return None
    length = found.end() - found.start()
    if len(days) > 1:
        return TimePhrase(len(before), len(before) + length, None, "unclear")
    return _ended(days[0], before, length, find)


def _ended(day: str, before: str, length: int, find: Find) -> TimePhrase | None:
    """Return the phrase of a day as the language writes it, and of what it ends; length: how long it is as printed."""
    whole = before + day
    read = next((p for p in find(whole) if p.end == len(whole) and p.start <= len(before)), None)
    return read and replace(read, end=len(before) + length)


def _spelled(year: int, month: int, day: int, language: Language) -> str:
    """Return a day as the language writes it, "" where the calendar has none."""
    if not 1 <= month <= _MONTHS or not _is_day(year, month, day):
        return ""
    name = next((name for name, number in language.extra["months"].items() if number == month), "")
    return f"{day} {name} {year}" if name else f"{year}年{month}月{day}日"


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
