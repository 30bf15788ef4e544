"""Where and when a release was given out, at the start of its first paragraph: SINGAPORE, 6 November 2025 – The Bank ….

The day is no figure's: what the release tells is of its period.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.reporting_period import ReportingPeriod
from tagger.words.periods import TimePhrase

DATELINE = "dateline"
"""The base that such a day is given: nothing is measured against it."""
_DASH = re.compile(r" ?(?:[–—]|--?) ")
_WORD = re.compile(r" {1,8}[^\W\d_]")
_PLACE = re.compile(r"(?:[^\d.;:!?\n]{0,40}[,–—-] ?)?\(?")


def as_dateline(
    phrases: list[TimePhrase], text: str, start: int, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of a paragraph that begins at `start`; a day before a dash at its head is none of a figure.

    Nor is one behind the end of the period that stands there without any mark: 3 August 2025 HILL BANK LIMITED ….
    """
    phrases = [_within(phrase, text, period) for phrase in phrases]
    first = phrases[0] if phrases else None
    if first is None or first.base or first.span is None or first.span.start is not None:
        return phrases
    bare = first.start == start and text[start].isdigit() and first.span.end > period.end
    alone = bare and _WORD.match(text, first.end)
    if not alone and not (_DASH.match(text, first.end) and _PLACE.fullmatch(text, start, first.start)):
        return phrases
    return [replace(first, span=None, base=DATELINE), *phrases[1:]]


def _within(phrase: TimePhrase, text: str, period: ReportingPeriod) -> TimePhrase:
    """Return a day behind the period's end between a place and a dash, below headlines, as a dateline: …, 2 August 2025 - ."""
    span = phrase.span
    if span is None or span.start is not None or span.end <= period.end or phrase.base:
        return phrase
    if not (
        _DASH.match(text, phrase.end)
        and _BEHIND_PLACE.search(text, max(0, phrase.start - _NEAR), phrase.start)
    ):
        return phrase
    return replace(phrase, span=None, base=DATELINE)


_BEHIND_PLACE = re.compile(r"[a-z.]{2,24}, ?\Z")
_NEAR = 28
