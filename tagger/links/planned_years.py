"""The year that a plan is for, where another sentence says it: 2026 will be hard. Our budget assumes growth of 5% in the year."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim, Line
from tagger.links.setting import Setting
from tagger.reporting_period import ReportingPeriod
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span


def year_begun(line: Line, end: int, setting: Setting) -> TimePhrase | None:
    """Return the next year where a line says before its end, or a figure, that it begins."""
    told = (_year_that_begins(phrase, setting) for phrase in line.phrases if phrase.end <= end)
    return next((year for year in told if year is not None), None)


def _year_that_begins(phrase: TimePhrase, setting: Setting) -> TimePhrase | None:
    """Return the next year where a phrase says that it begins: we enter 2026, in the report of 2025."""
    span, period = phrase.span, setting.period
    number = period.year + 1
    if span is None or span.start is not None or span.end != period.year_end or phrase.base:
        return None
    begins = setting.prose.text.endswith(f"{number % 100:02}", phrase.start, phrase.end)
    return replace(phrase, span=Span(*period.fiscal_year(number))) if begins else None


def next_year_spoken_of(claim: Claim, line: Line, period: ReportingPeriod) -> TimePhrase | None:
    """Return the next year where it is what was last spoken of: I do not expect 2026 to be easy. Our budget assumes X."""
    told = [phrase for phrase in line.phrases if phrase.end <= claim.figure.start]
    span = told[-1].span if told and not told[-1].base else None
    is_next = span is not None and (span.start, span.end) == period.fiscal_year(period.year + 1)
    return told[-1] if is_next and claim.is_latin else None


def is_definite(time: TimePhrase | None, setting: Setting) -> bool:
    """Return whether a time has an article, so that it may be the one spoken of: By 2026 we want X, and during the year Y."""
    if time is None:
        return False
    opening = setting.prose.text[max(time.start - _ARTICLE, 0) : time.end].split()
    return any(word in setting.language.extra["articles"] for word in opening)


_ARTICLE = 4
"""How far before a time its article begins."""


def in_year_ahead(
    time: TimePhrase | None, ahead: TimePhrase | None, period: ReportingPeriod
) -> TimePhrase | None:
    """Return the year's end, or the year, of the year that the sentence has spoken of before: 2025年，…，年底…."""
    span = time.span if time is not None else None
    if ahead is None or ahead.span is None or time is None or span is None or span.relative != "current":
        return time
    end = ahead.span.end
    first, last = period.fiscal_year(ReportingPeriod(end, end, period.fiscal_year_end).year)
    return replace(time, span=Span(first if span.start else None, last))
