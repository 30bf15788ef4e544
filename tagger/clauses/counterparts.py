"""Figures of several times that stand beside those of the same times a year before.

$2m for the quarter and $5m for the nine months, against $1m and $4m a year ago: each is of the time
of the one in its place, a year earlier.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span

_WORDS = re.compile(r"[a-z]+")
_A_YEAR_BEFORE = ("previous_same", "previous")


def take_counterparts(claims: list[Claim], text: str, language: Language, period: ReportingPeriod) -> None:
    """Give each run of figures a year before the times of as many right before it."""
    at = 0
    while at < len(claims):
        count = 1
        while at + count < len(claims) and _goes_on(
            claims[at + count - 1], claims[at + count], text, language
        ):
            count += 1
        run = claims[at : at + count]
        if count > 1:
            _take_to_date(run, period)
            spans = _times_of(claims[max(at - count - _BETWEEN, 0) : at], count, period)
            if spans and _are_before(run, spans):
                for claim, span in zip(run, spans, strict=True):
                    claim.times = [_a_year_before(claim, span, period)]
                    claim.base, claim.is_before = None, True
        at += count


_BETWEEN = 6
"""How many figures in brackets, changes and the like may stand between the times of one year and those of the one before."""


def _goes_on(claim: Claim, other: Claim, text: str, language: Language) -> bool:
    """Return whether another level stands right behind one, with nothing between them but what joins them."""
    if (
        not other.is_latin
        or claim.sentence != other.sentence
        or claim.kind != "level"
        or claim.figure.kind != other.figure.kind
        or other.left_terms
        or other.in_bracket != claim.in_bracket
    ):
        return False
    behind = claim.times[-1] if claim.times else claim.base
    between = behind is not None and claim.figure.end <= behind.start and behind.end <= other.figure.start
    begin = behind.end if behind is not None and between else claim.figure.end
    words = _WORDS.findall(text, begin, other.figure.start)
    return bool(words) and words[0] in language.conjunctions and len(words) <= _JOINED


_JOINED = 2
"""How many words stand between two figures that are joined: and, and what a currency is written with."""


def _are_before(run: list[Claim], spans: list[Span]) -> bool:
    """Return whether a run is of the year before, and none of its figures says another time than all of it."""
    told = {phrase.start: phrase for claim in run for phrase in claim.times}
    if len(told) > 1 or (run[0].base is not None and run[0].base.base != "previous_year"):
        return False
    for phrase in told.values():
        span = phrase.span
        if span is None or (span.relative not in _A_YEAR_BEFORE and span.end.year >= spans[0].end.year):
            return False
    return bool(told) or run[0].is_before


def _times_of(before: list[Claim], count: int, period: ReportingPeriod) -> list[Span]:
    """Return the times, all different, of the last so many levels outside brackets, none where one does not say its own."""
    spans: list[Span] = []
    for claim in reversed(before):
        if len(spans) == count:
            break
        if claim.in_bracket or claim.kind != "level":
            continue
        span = _told(claim, period)
        if span is None or span.end != period.end or claim.is_before:
            return []
        spans.insert(0, span)
    return spans if len(spans) == count == len({span.start for span in spans}) else []


def _told(claim: Claim, period: ReportingPeriod) -> Span | None:
    """Return the stretch of time that a figure says its own, to date or not."""
    if claim.times:
        span = claim.times[-1].span
        return span if span is not None and span.start is not None else None
    to_date = claim.base is not None and claim.base.is_to_date
    return Span(period.year_start, period.end) if to_date else None


def _a_year_before(claim: Claim, span: Span, period: ReportingPeriod) -> TimePhrase:
    start = span.start or span.end
    earlier = ReportingPeriod(start, span.end, period.fiscal_year_end).same_period_previous_year
    at = claim.times[-1] if claim.times else None
    moved = Span(earlier.start, earlier.end)
    return replace(at, span=moved) if at else TimePhrase(claim.figure.start, claim.figure.start, moved)


def _take_to_date(run: list[Claim], period: ReportingPeriod) -> None:
    """Read what is only measured to date, behind a figure of another time, as its time: 20% in the quarter, 21% year to date."""
    for one, other in pairwise(run):
        base = other.base
        if one.times and not other.times and base is not None and base.is_to_date:
            other.base, other.kind = None, "level"
            other.times = [TimePhrase(base.start, base.end, Span(period.year_start, period.end))]
