"""Parts of a year that an ordinal alone names, behind one that is whole: 3% more in the third quarter than in the second."""

from __future__ import annotations

import re
from bisect import insort
from operator import attrgetter

from tagger.reporting_period import ReportingPeriod, months_through
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.spans import Span
from tagger.words.time_phrase import TimePhrase, with_base

_PARTS = (3, 6)
"""How many months a part of a year has that an ordinal may stand for."""
_NEAR = 240
"""How far behind the part that is named the ordinal may stand."""


def with_ordinals(
    phrases: list[TimePhrase], text: str, end: int, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of a line with those that an ordinal alone names; end: of the line."""
    if not phrases or not language.extra["ordinals"]:
        return phrases
    found = list(phrases)
    for said in _ordinals(language).finditer(text, phrases[0].end, end):
        start, stop = said.span(1)
        named = [p for p in found if p.end <= start and start - p.end <= _NEAR and _part_of(p, period)]
        if not named or any(p.start < stop and start < p.end for p in found):
            continue
        before = named[-1]
        span = _beside(before, list(language.extra["ordinals"]).index(said[1]) + 1, period)
        if span is None or span == before.span:
            continue
        phrase = with_base(text, (start, stop), span, language, period)
        compared = phrase.base or any(
            language.verbs.get(word) == "level_from" for word in text[before.end : start].split()
        )
        if compared and _is_of_year_before(before, span, period):
            earlier = ReportingPeriod(span.start or span.end, span.end, period.fiscal_year_end)
            earlier = earlier.same_period_previous_year  # more in the first quarter than in the fourth
            phrase = with_base(text, (start, stop), Span(earlier.start, earlier.end), language, period)
        if phrase.span is not None and (phrase.base or phrase.span.end <= period.end):
            insort(found, phrase, key=_START)
    return found


def _is_of_year_before(named: TimePhrase, span: Span, period: ReportingPeriod) -> bool:
    """Return whether a part that something is compared with is of the year before: more in the first quarter than in the fourth.

    Behind one that it is compared with too it is the next: unchanged from the first half of 2024 and down on the second.
    """
    if named.span is None or span.end <= named.span.end:
        return False
    return not (named.base and span.end < period.start)


_START = attrgetter("start")


_BY_LANGUAGE: dict[tuple[str, ...], re.Pattern[str]] = {}


def _ordinals(language: Language) -> re.Pattern[str]:
    """Return the pattern of an ordinal that nothing follows, behind a link and an article: than in the second, and."""
    found = _BY_LANGUAGE.get(language.tags)
    if found is None:
        links = alternation((*language.extra["ordinal_links"], *language.base_prefixes))
        followed = rf"(?=[.,;:)\n]|\Z| (?:{alternation(language.conjunctions)}) )"
        articles, ordinals = (alternation(language.extra[key]) for key in ("articles", "ordinals"))
        found = re.compile(rf"\b(?:{links}) (?:{articles}) ({ordinals}){followed}")
        _BY_LANGUAGE[language.tags] = found
    return found


def _part_of(phrase: TimePhrase, period: ReportingPeriod) -> int:
    """Return how many months the part of a year has that a phrase names, 0 where it names none."""
    span = phrase.span
    if span is None or span.start is None or span.start.day != 1:
        return 0
    months = months_through(span.start, span.end)
    if months not in _PARTS:
        return 0
    year = ReportingPeriod(span.start, span.end, period.fiscal_year_end)
    begun = months_through(year.year_start, span.start) - 1
    return months if begun % months == 0 else 0


def _beside(phrase: TimePhrase, number: int, period: ReportingPeriod) -> Span | None:
    """Return the part of the same year, as long as that of a phrase, that has a number."""
    span, months = phrase.span, _part_of(phrase, period)
    if span is None or span.start is None or number > 12 // months:
        return None
    year = ReportingPeriod(span.start, span.end, period.fiscal_year_end)
    return Span(*(year.quarter(number) if months == _PARTS[0] else year.half(number)))
