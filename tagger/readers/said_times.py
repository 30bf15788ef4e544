"""Words of a line of headings that are one phrase of time: January to June 2024, FY 2023-24, Half year 2024.

A part of a year with its year behind it may be said of all the years that follow, or of its own alone (January to June
2024 2023 2022): only days over as many columns, elsewhere in the text, tell that the others are whole years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from tagger.readers.head_words import is_stretch, is_time
from tagger.readers.text_lines import TextLine, Word
from tagger.readers.values import is_year
from tagger.reporting_period import ReportingPeriod
from tagger.words.folding import fold
from tagger.words.language import Language, every_language
from tagger.words.periods import find_time_phrases

_ANY = ReportingPeriod(date(2024, 1, 1), date(2024, 12, 31), (12, 31))
"""What names its year is the same in a report of any period."""
_LONGEST = 160
_NEAR = 60
"""Lines above and below some headings among which others may tell what they are of."""
_PART_OF_YEAR = 300
"""Days."""
_DIGIT = re.compile(r"\d")


class _Said(NamedTuple):
    """A phrase of time in a line: where it stands, its days; no first where it is a day alone."""

    start: int
    end: int
    first: date | None
    last: date

    @property
    def is_part_of_year(self) -> bool:
        """Return whether it is less than a year, and no day."""
        return self.first is not None and (self.last - self.first).days < _PART_OF_YEAR


@lru_cache(maxsize=1024)
def _phrases(text: str) -> tuple[_Said, ...]:
    """Return the phrases of a line that name their years, in order."""
    folded = fold(text)
    return tuple(
        _Said(one.start, one.end, one.span.start, one.span.end)
        for language in _with_months()
        for one in find_time_phrases(folded, language, _ANY)
        if one.span is not None and not one.base and is_time(text[one.start : one.end])
    )


@cache
def _with_months() -> tuple[Language, ...]:
    """Return the first language whose months have names: one of blanks between words."""
    return tuple(language for language in every_language() if language.extra["months"])[:1]


def with_whole_times(line: TextLine, words: list[Word]) -> list[Word]:
    """Return the words of a line of headings with those that are one phrase of time as one.

    A stretch (Six months ended 30 June 2024) is one only where each time of the line is in one: else it is said of all.
    """
    if len(line.text) > _LONGEST or not _DIGIT.search(line.text) or not line.text.isascii():
        return words
    said = _phrases(line.text)
    stretches = sum(is_stretch(line.text[one.start : one.end]) for one in said)
    if not said or (stretches and stretches < max(len(said), 2)):
        return words
    kept: list[Word] = []
    at = 0
    for one in said:
        low, high = line.start + one.start, line.start + one.end
        first = next((n for n in range(at, len(words)) if words[n].start >= low), len(words))
        last = first
        while last < len(words) and words[last].end <= high:
            last += 1
        if last - first > 1 and words[first].start == low and words[last - 1].end == high:
            kept.extend(words[at:first])
            kept.append(Word(low, high, line.text[one.start : one.end]))
            at = last
    return [*kept, *words[at:]]


def leaves_years_open(line: TextLine, lines: Sequence[TextLine], at: int) -> bool:
    """Return whether bare years behind a part of a year may be the same part of theirs: H1 2024 2023.

    lines: all of the text, in which the line is at `at`. Days over as many columns say that they are whole years.
    """
    said = _phrases(line.text) if len(line.text) <= _LONGEST else ()
    if len(said) < 2 or not said[0].is_part_of_year:  # noqa: PLR2004
        return False
    first, *rest = [line.text[one.start : one.end] for one in said]
    if not is_year(first[-4:]) or is_stretch(first) or not all(map(is_year, rest)):
        return False
    near = (*lines[max(0, at - _NEAR) : at], *lines[at + 1 : at + _NEAR])
    return not any(_ends_of(said, _phrases(other.text)) for other in near if _may_be_days(other.text))


def _may_be_days(text: str) -> bool:
    return len(text) <= _LONGEST and text.isascii() and is_time(text)


def _ends_of(times: tuple[_Said, ...], days: tuple[_Said, ...]) -> bool:
    """Return whether days are the last ones of a part of a year and of whole years behind it."""
    if len(days) != len(times) or any(one.first is not None for one in days):
        return False
    ends = {(one.last.month, one.last.day) for one in days[1:]}
    return (
        len(ends) == 1
        and (days[0].last.month, days[0].last.day) not in ends
        and days[0].last == times[0].last
        and [one.last.year for one in days] == [one.last.year for one in times]
    )
