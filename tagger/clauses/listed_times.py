"""The times that are listed before a run of figures, one for each: At June 30, 2025 and 2024, deposits were $5m and $4m."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter

from tagger.clauses.claim import Claim, Line
from tagger.words.periods import TimePhrase
from tagger.words.word import Token


def times_before(
    first: Claim, line: Line, text: str, part: re.Pattern[str], wanted: int
) -> list[list[Token | TimePhrase]]:
    """Return the times that the clause before a run lists, if they are as many: 上半年及下半年，分別承銷186隻和223隻.

    Or those that Han prose measures it against: 較去年同期及上季分別下降13個和4個基點.
    """
    times = [p for p in line.phrases if first.near_from <= p.start and p.end <= first.clause_start]
    times = _chain_before(first, line, text, part) if first.is_latin else [p for p in times if not p.base]
    if not (times or first.is_latin):
        times = [p for p in line.phrases if first.near_from <= p.start < first.figure.start and p.base]
    listed = all(_parts_only(text[one.end : other.start], part) for one, other in pairwise(times))
    return [[phrase] for phrase in times] if len(times) == wanted > 1 and listed else []


def _chain_before(first: Claim, line: Line, text: str, part: re.Pattern[str]) -> list[TimePhrase]:
    """Return the times of Latin prose that stand in a list right before a clause, with their commas."""
    found: list[TimePhrase] = []
    ends = first.clause_start
    for phrase in reversed(line.phrases[: bisect_left(line.phrases, ends, key=_BEGINS)]):
        between = text[phrase.end : ends]
        if phrase.base or (between.strip(" ,") if not found else not _parts_only(between, part)):
            break
        found.insert(0, phrase)
        ends = phrase.start
    return found


_BEGINS = attrgetter("start")


def _parts_only(between: str, part: re.Pattern[str]) -> bool:
    """Return whether nothing but the marks of a list stands between two of its items: a comma, a conjunction, or both."""
    said = between.strip(" ,")
    return part.fullmatch(said or between.strip()) is not None or (not said and "," in between)
