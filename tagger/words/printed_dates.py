"""Days that are printed in digits: 2025-06-30, 6/30/2025, 30.06.2025, and what they end: the quarter ended 6/30/2025.

Each is read as the language would write it, with what stands before it. Of 03/04/2025 nobody can tell which day it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tagger.words.language import Language
from tagger.words.time_phrase import TimePhrase

_JOINTS = re.compile(r"(?<=\d)([/.-])\d{1,2}\1(?=\d)")
"""What stands in the middle of each: most texts are passed over at a glance."""
_YEAR_FIRST = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d|[/.,-]\d)")
_YEAR_LAST = re.compile(r"(?<![\d.,/-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|(?<=/)\d\d)(?!\d|[/.,-]\d)")
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
        if phrase is not None:
            phrase = replace(phrase, start=phrase.start + first, end=found.end())
            kept = [p for p in phrases if p.end <= phrase.start or p.start >= phrase.end]
            phrases = sorted([*kept, phrase], key=lambda one: one.start)
    return phrases


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
    whole = before + days[0]
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
