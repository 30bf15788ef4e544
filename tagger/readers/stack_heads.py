"""Headings over headings in tables with one cell a line: a stretch of time and a change over their columns, a year under days.

Three Months Ended March 31, / Increase (decrease) / 2015 / 2014 / $ / %; Three Months Ended / March 31 / June 30 / 2023.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tagger.readers.change_heads import under_change
from tagger.readers.head_words import is_corner, is_head, is_measure, is_stretch, is_time, says_both_ways
from tagger.readers.values import is_year, mentions_unit, month_names
from tagger.words.alternation import alternation
from tagger.words.folding import fold

Levels = dict[int, tuple[int, int, int]]
_MOST_TOPS = 4
"""Lines above the headings that are looked at for what stands over some of them."""


def has_levels(said: Sequence[str], count: int) -> bool:
    """Return whether headings of two levels over `count` columns stand before the last line, the name of the first row."""
    notes = notes_before(said, count)
    bare = [text for at, text in enumerate(said) if at not in notes]
    return stacked_levels(bare[:-1], count) is not None


def notes_before(said: Sequence[str], least: int) -> list[int]:
    """Return the lines in brackets among headings, behind `least` others at least.

    Any right before the last line or the one before it, and such as give a unit farther up.
    """
    last = len(said) - 2
    return [
        at
        for at in range(least, last + 1)
        if _IN_BRACKETS.fullmatch(said[at]) and (at >= last - 1 or mentions_unit(said[at]))
    ]


_IN_BRACKETS = re.compile(r"[(（](?!\d)[^()（）]{3,80}[)）]")


def stacked_levels(said: Sequence[str], count: int) -> Levels | None:
    """Return row, first column and width of each heading by its number, of lines that end in headings of columns.

    None where they are no days with their year below, and no years with the measures of a change behind them.
    """
    return (
        under_change(said, count)
        or _days_over_year(said, count)
        or _years_and_change(said, count)
        or _days_and_years(said, count)
        or _under_stretches(said, count)
        or _over_usual_words(said, count)
        or _words_under_stretch(said, count)
    )


def _days_over_year(said: Sequence[str], count: int) -> Levels | None:
    """Return the headings that are days of one year, which stands below them: March 31 / June 30 / 2023."""
    first = len(said) - 1 - count
    if first < 0 or not is_year(said[-1]) or not all(map(_is_day, said[first:-1])):
        return None
    found: Levels = {len(said) - 1: (1, 1, count)}
    found.update({first + at: (2, at + 1, 1) for at in range(count)})
    if first and is_stretch(said[first - 1]):
        found[first - 1] = (0, 1, count)
    return found


def _days_and_years(said: Sequence[str], count: int) -> Levels | None:
    """Return the headings where days stand before their years, and names of columns may come again below each of these.

    June 30, / December 31, / 2023 / 2022 / Amount / % / Amount / %.
    """
    for groups in range(2, count + 1):
        each, over = divmod(count, groups)
        below = len(said) - (count if each > 1 else 0)
        first = below - 2 * groups
        if over or first < 0:
            continue
        days, years, parts = said[first : first + groups], said[first + groups : below], said[below:]
        if not all(map(_is_day, days)) or not all(map(is_year, years)):
            continue
        if each > 1 and list(parts) != list(parts[:each]) * groups:
            continue
        found = {first + at: (0, 1 + each * at, each) for at in range(groups)}
        found.update({first + groups + at: (1, 1 + each * at, each) for at in range(groups)})
        found.update({below + at: (2, 1 + at, 1) for at in range(len(parts))})
        return found
    return None


def _under_stretches(said: Sequence[str], count: int) -> Levels | None:
    """Return the headings that two stretches or more stand over: Three months ended, / Six months ended, / 6/30/2023 / …."""
    first = len(said) - count
    groups = 0
    while groups < first and is_stretch(said[first - 1 - groups]):
        groups += 1
    if groups < 2 or count % groups or not all(map(is_head, said[first:])):  # noqa: PLR2004
        return None
    each = count // groups
    found = {first - groups + at: (0, 1 + each * at, each) for at in range(groups)}
    found.update({first + at: (1, 1 + at, 1) for at in range(count)})
    return found


def _over_usual_words(said: Sequence[str], count: int) -> Levels | None:
    """Return the headings of times with a row of usual words below each, which has a name: Audited / Unaudited / Audited."""
    name = len(said) - count - 1
    first = name - count
    if count < 2 or first < 0 or is_time(said[name]):  # noqa: PLR2004
        return None
    times, below = said[first:name], said[name + 1 :]
    if not all(map(is_time, times)) or len(set(times)) < count or not all(map(is_corner, below)):
        return None
    found: Levels = {first + at: (0, 1 + at, 1) for at in range(count)}
    found[name] = (1, 0, 1)
    found.update({name + 1 + at: (1, 1 + at, 1) for at in range(count)})
    return found


def _words_under_stretch(said: Sequence[str], count: int) -> Levels | None:
    """Return the headings that a stretch stands right over, of parts (Electric / Gas / Total) or broken (First / Quarter / …)."""
    over = next((at for at in range(len(said) - 1, -1, -1) if is_stretch(said[at])), None)
    if over is None or count < 3:  # noqa: PLR2004
        return None
    each, left = divmod(len(said) - over - 1, count)
    words = said[over + 1 :]
    if left or not 1 <= each <= _MOST_BROKEN or not all(map(_is_word, words)):
        return None
    if each > 1 and len(set(words[each - 1 :: each])) > 1:
        return None
    if len({tuple(words[at : at + each]) for at in range(0, len(words), each)}) < count:
        return None
    found: Levels = {over: (0, 1, count)}
    found.update({over + 1 + at: (1 + at % each, 1 + at // each, 1) for at in range(len(words))})
    return found


_MOST_BROKEN, _LONGEST_WORD = 2, 30


def _is_word(text: str) -> bool:
    return len(text) <= _LONGEST_WORD and text[0].isupper() and not any(map(str.isdecimal, text))


def _years_and_change(said: Sequence[str], count: int) -> Levels | None:
    """Return the headings of times, and behind them measures of a change that a line above names: 2015 / 2014 / $ / %."""
    first = len(said) - count
    if first < 1:
        return None
    times = next((at for at in range(count) if not is_time(said[first + at])), count)
    if times < 2 or times == count or not all(map(is_measure, said[first + times :])):  # noqa: PLR2004
        return None
    above = range(first - 1, max(first - 1 - _MOST_TOPS, -1), -1)
    change = next((at for at in above if _is_change(said[at])), None)
    if change is None:
        return None
    found: Levels = {change: (0, times + 1, count - times)}
    found.update({first + at: (1, at + 1, 1) for at in range(count)})
    over = next((at for at in above if at < change and is_stretch(said[at])), None)
    if over is not None:
        found[over] = (0, 1, times)
    return found


def _is_change(text: str) -> bool:
    return says_both_ways(text) or (is_head(text) and not is_time(text) and not is_measure(text))


@cache
def _day() -> re.Pattern[str]:
    months = alternation(month_names())
    return re.compile(rf"(?:(?:{months})\.?\s?[0-9]{{1,2}}|[0-9]{{1,2}} (?:{months})\.?),?\Z")


def _is_day(text: str) -> bool:
    """Return whether a heading is a day of no year: March 31, 30 June."""
    return _day().match(fold(text)) is not None
