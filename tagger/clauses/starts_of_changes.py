"""When a value was that a change started from, as the time behind the pair says: from X to Y since 2021, in the third quarter.

Or between two times, before the pair or behind it: between 2021 and 2025 it rose from X to Y.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tagger.clauses.claim import Claim, Line
from tagger.reporting_period import ReportingPeriod
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.time_phrase import base_of


def take_starts(
    claims: list[Claim], line: Line, text: str, language: Language, period: ReportingPeriod
) -> None:
    """Give each value that a change started from the time that its pair says, and each change the two times it is between."""
    _take_stretches(claims, line, text, language, period)
    for start, end in pairwise(claims):
        if not (start.is_before and start.sentence == end.sentence):
            continue
        if not start.is_latin:
            _take_range(start, end, line, text, language)
            _take_since(start, line, text)
            continue
        if start.times or start.base is not None or not _is_reached(start, end, text):
            continue
        if not _take_two(start, end, line, text, language) and start.over is None:
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


def _take_two(start: Claim, end: Claim, line: Line, text: str, language: Language) -> bool:
    """Give both values their times, if two are told that the change was between; return whether they are."""
    opener, joins = _opener(tuple(language.extra["span_openers"])), language.extra["span_joins"]
    for one, other in pairwise(line.phrases):
        if one.base or other.base or text[one.end : other.start].strip() not in joins:
            continue
        opened = opener.search(text, max(0, one.start - _REACH), one.start)
        if opened is None:
            continue
        before = start.near_from <= one.start and other.end <= start.figure.start
        if before or not text[end.figure.end : opened.start()].strip():
            start.times, end.times, end.base = [one], [other], None
            return True
    return False


def _take_range(start: Claim, end: Claim, line: Line, text: str, language: Language) -> None:
    """Give both values of a move the two ends of the time that is told before it, in Han prose: 2020年末至2024年末，由X增至Y."""
    for one, other in pairwise(line.phrases):
        if one.base or other.base or one.span is None or other.span is None:
            continue
        if not (start.near_from <= one.start and other.end <= start.clause_start <= start.figure.start):
            continue
        told = text[one.end : other.start] + text[other.start : other.end]
        joins = tuple([word for word in language.ranges if told.lstrip(" ").startswith(word)])
        between = text[one.end : other.start].strip()
        if joins and (not between or between in joins) and one.span.end < other.span.end:
            start.times, end.times = [one], [other]
            start.base = end.base = None


def _take_since(start: Claim, line: Line, text: str) -> None:
    """Let a value without a time be of when a clause before says since when: 自2021年以來，逐年提升，由X升至Y."""
    if start.times or start.base is not None or start.since or start.over is not None:
        return
    before = [p for p in line.phrases if p.end <= start.clause_start]
    if before and before[-1].base == "since" and not _ENDED.search(text, before[-1].end, start.clause_start):
        start.since = [before[-1]]


_ENDED = re.compile(r"[0-9。;；\n]")
"""What parts a clause from a time told before it: the end of its sentence, or a figure of another."""
_REACH = 12


def _take_stretches(
    claims: list[Claim], line: Line, text: str, language: Language, period: ReportingPeriod
) -> None:
    """Measure changes between two times against the first: between 2021 and 2023 deposits grew by 5%.

    What came together between them is of several years, which no fact is of: between 2021 and 2023 we granted $5m.
    """
    for one, other, opened in _told_between(line, text, language):
        for claim in claims:
            if not claim.is_latin or claim.is_before or not _is_between(claim, opened, other, text):
                continue
            if claim.kind in ("change", "growth") and one.span is not None:
                claim.times, claim.base = [other], replace(one, base=base_of(one.span, period))
            elif claim.kind == "level" and claim.times and one in claim.times:
                claim.times, claim.base = [], replace(one, base="multi_year")


def _told_between(line: Line, text: str, language: Language) -> Iterator[tuple[TimePhrase, TimePhrase, int]]:
    """Yield the first and the second of two times that something is told between, and where the word stands that opens them."""
    opener = _opener(tuple(language.extra["span_openers"]))
    for one, other in pairwise(line.phrases):
        if one.base or other.base or text[one.end : other.start].strip() not in language.conjunctions:
            continue
        opened = opener.search(text, max(0, one.start - _REACH), one.start)
        if opened is not None:
            yield one, other, opened.start()


def _is_between(claim: Claim, opened: int, other: TimePhrase, text: str) -> bool:
    """Return whether two times are said of a figure: right behind it, or before it in its clause."""
    if opened >= claim.figure.end:
        return not set(text[claim.figure.end : opened]) & set(",.;:()")
    return claim.near_from <= opened and other.end <= claim.figure.start


@cache
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternation(words) or '(?!)'}) \Z")
