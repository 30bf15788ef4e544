"""Last year, in what is written after the year has ended: the year that is reported, where the text itself shows it.

A letter to the shareholders says that a return was 1.55% last year, compared with 1.59% in 2002: nothing is compared with itself,
so in all of that letter last year is 2003. Without such a sentence, and where last year is what others are compared with, it is
the year before.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.spans import Span
from tagger.words.time_phrase import TimePhrase

_STOP = re.compile(r"[.!?;][\s”\"]|[。！？；\n]")


def with_last_year(
    phrases: list[TimePhrase], text: str, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of time of a document, in order, with what last year is in it."""
    words = tuple(language.extra["last_years"])
    said = [n for n, p in enumerate(phrases) if words and _says(p, text, words)]
    if not said or not period.is_fiscal_year or any(phrases[number].base for number in said):
        return phrases
    if not any(_is_beside_year_before(number, phrases, text, period) for number in said):
        return phrases
    told = set(said)
    return [replace(p, span=_year_after(p.span)) if n in told else p for n, p in enumerate(phrases)]


def _says(phrase: TimePhrase, text: str, words: tuple[str, ...]) -> bool:
    """Return whether a phrase is last year, or in Han prose a part or an end of it: 去年底, 去年下半年; but no 去年同期."""
    if phrase.span is None or phrase.span.relative == "previous_same":
        return False
    if text.endswith(words, phrase.start, phrase.end):
        return True
    return text.startswith(words, phrase.start, phrase.end) and text[phrase.end - 1] >= _HAN_FIRST


_HAN_FIRST = "\u2e80"


def _year_after(span: Span | None) -> Span | None:
    """Return the span a year later: the year that is reported, or its end."""
    if span is None:
        return None
    start = span.start and _day_after_a_year(span.start)
    relative = "current" if span.relative.startswith("previous") else span.relative
    return Span(start, _day_after_a_year(span.end), relative)


def _day_after_a_year(day: date) -> date:
    """Return the same day of the next year, of a month's last day that of the month."""
    last = day.day == monthrange(day.year, day.month)[1]
    return date(day.year + 1, day.month, monthrange(day.year + 1, day.month)[1] if last else day.day)


def _is_beside_year_before(
    number: int, phrases: list[TimePhrase], text: str, period: ReportingPeriod
) -> bool:
    """Return whether the sentence of a phrase names the year before by its number too: last year, from $512m in 2002."""
    one = phrases[number]
    before = period.fiscal_year(period.year - 1)
    for other in phrases[max(number - 2, 0) : number + 3]:
        span = other.span
        named = span is not None and span.relative in ("", "whole") and span.end == before[1]
        named = named and span is not None and span.start in (None, before[0])
        first, last = sorted((one, other), key=lambda phrase: phrase.start)
        if other is not one and named and not _STOP.search(text, first.end, last.start):
            return True
    return False
