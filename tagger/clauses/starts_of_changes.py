"""When a value was that a change started from, as the time behind the pair says: from X to Y since 2021, in the third quarter.

Or between two times, before the pair or behind it: between 2021 and 2025 it rose from X to Y.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tagger.clauses.claim import Claim, Line
from tagger.reporting_period import ReportingPeriod
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.time_phrase import are_joined, base_of

Between = tuple[TimePhrase, TimePhrase, int]
"""Two times that something is told between, and where the word stands that opens them: between 2021 and 2025."""


def take_starts(
    claims: list[Claim], line: Line, text: str, language: Language, period: ReportingPeriod
) -> None:
    """Give each value that a change started from the time that its pair says, and each change the two times it is between."""
    _take_stretches(claims, line, text, language, period)
    moved = any(claim.is_before for claim in claims)
    two = _told_between(line, text, language, language.extra["span_joins"]) if moved else []
    starts = [phrase.start for phrase in line.phrases] if moved else []
    for start, end in pairwise(claims):
        if not (start.is_before and start.sentence == end.sentence):
            continue
        if not start.is_latin:
            _take_range(start, end, line.phrases, starts, text, language)
            _take_since(start, line.phrases, starts, text)
            continue
        if start.times or start.base is not None or not _is_reached(start, end, text):
            continue
        if not _take_two(start, end, two, text) and start.over is None:
            _take_behind(start, end)


def _is_reached(start: Claim, end: Claim, text: str) -> bool:
    """Return whether a value is what another right before it changed into: from X to Y."""
    verb = end.verb
    reached = verb is not None and verb.meanings.verb == "reach" and verb.start >= start.figure.end
    return reached and verb is not None and not text[start.figure.end : verb.start].strip(" ,")


def _take_behind(start: Claim, end: Claim) -> None:
    """Give the value before the time behind the pair, if it is one that a change takes: in 2021, over five years."""
    base = end.base
    if base is not None and base.start >= end.figure.end:
        if base.base == "multi_year" or (base.base == "date" and base.span is not None):
            start.base = base
        return
    behind = next((phrase for phrase in end.times if phrase.start >= end.figure.end), None)
    if behind is not None and behind.span is not None and behind.span.start is not None:
        start.over = behind


def _take_two(start: Claim, end: Claim, two: list[Between], text: str) -> bool:
    """Give both values their times, if two are told that the change was between; return whether they are."""
    for one, other, opened in two:
        before = start.near_from <= one.start and other.end <= start.figure.start
        if before or not text[end.figure.end : opened].strip():
            start.times, end.times, end.base = [one], [other], None
            return True
    return False


def _take_range(
    start: Claim, end: Claim, phrases: list[TimePhrase], starts: list[int], text: str, language: Language
) -> None:
    """Give both values of a move the two ends of the time that is told before it, in Han prose: 2020年末至2024年末，由X增至Y.

    starts: where each of the phrases does.
    """
    if start.clause_start > start.figure.start:
        return
    first, last = bisect_left(starts, start.near_from), bisect_right(starts, start.clause_start)
    for one, other in pairwise(phrases[first:last]):
        if one.base or other.base or one.span is None or other.span is None:
            continue
        if other.end > start.clause_start or not are_joined(one, other, text, language.ranges):
            continue
        if one.span.end < other.span.end:
            start.times, end.times = [one], [other]
            start.base = end.base = None


def _take_since(start: Claim, phrases: list[TimePhrase], starts: list[int], text: str) -> None:
    """Let a value without a time be of when a clause before says since when: 自2021年以來，逐年提升，由X升至Y.

    starts: where each of the phrases does.
    """
    if start.times or start.base is not None or start.since or start.over is not None:
        return
    at = bisect_right(starts, start.clause_start) - 1
    while at >= 0 and phrases[at].end > start.clause_start:
        at -= 1
    if at < 0 or phrases[at].base != "since":
        return
    if not _ENDED.search(text, phrases[at].end, start.clause_start):
        start.since = [phrases[at]]


_ENDED = re.compile(r"[0-9。;；\n]")
"""What parts a clause from a time told before it: the end of its sentence, or a figure of another."""
_REACH = 12


def _take_stretches(
    claims: list[Claim], line: Line, text: str, language: Language, period: ReportingPeriod
) -> None:
    """Measure changes between two times against the first: between 2021 and 2023 deposits grew by 5%.

    What came together between them is of several years, which no fact is of: between 2021 and 2023 we granted $5m.
    """
    told = _told_between(line, text, language, language.conjunctions)
    openings = [opened for *_, opened in told]
    for claim in claims if told else ():
        if not claim.is_latin or claim.is_before:
            continue
        for one, other in _said_of(claim, told, bisect_left(openings, claim.near_from), text):
            if claim.kind in ("change", "growth") and one.span is not None:
                claim.times, claim.base = [other], replace(one, base=base_of(one.span, period))
            elif claim.kind == "level" and claim.times and one in claim.times:
                claim.times, claim.base = [], replace(one, base="multi_year")


def _told_between(line: Line, text: str, language: Language, joins: Collection[str]) -> list[Between]:
    """Return the pairs of times, one of the words between them, that something is told between."""
    opener = _opener(tuple(language.extra["span_openers"]))
    found: list[Between] = []
    for one, other in pairwise(line.phrases):
        if one.base or other.base or text[one.end : other.start].strip() not in joins:
            continue
        opened = opener.search(text, max(0, one.start - _REACH), one.start)
        if opened is not None:
            found.append((one, other, opened.start()))
    return found


def _said_of(
    claim: Claim, told: Sequence[Between], first: int, text: str
) -> Iterator[tuple[TimePhrase, TimePhrase]]:
    """Yield the two times that are said of a figure: before it in its clause, or right behind it.

    first: the number of the first of them that its clause, or the one before, may hold.
    """
    for at in range(first, len(told)):
        one, other, opened = told[at]
        if opened >= claim.figure.end:
            if _PARTED.search(text, claim.figure.end, opened):
                return
            yield one, other
        elif other.end <= claim.figure.start:
            yield one, other


_PARTED = re.compile(r"[,.;:()]")


@cache
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternation(words) or '(?!)'}) \Z")
