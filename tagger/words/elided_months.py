"""Numbers of months that stand before a time of more, which names what they are: the three and nine months ended June 30."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from tagger.reporting_period import ReportingPeriod, first_of_months, months_through
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.time_phrase import TimePhrase, are_joined, base_of, with_base

Number = tuple[str, Callable[[str], int]]
"""The pattern of a number in a phrase of time, and what its words come to."""

_BY_LANGUAGE: dict[tuple[str, ...], re.Pattern[str]] = {}


def with_elided_months(
    phrases: list[TimePhrase], text: str, number: Number, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of a text with those of which only the number stands before another."""
    if not phrases:
        return phrases
    pattern = _BY_LANGUAGE.get(language.tags)
    if pattern is None:
        joints = alternation([word for word in language.conjunctions if word.isascii()]) or "(?!)"
        pattern = re.compile(rf"(?<![\w-]){number[0]}-? (?:{joints}) (?={number[0]}[ -])")
        _BY_LANGUAGE[language.tags] = pattern
    for found in pattern.finditer(text, max(phrases[0].start - _REACH, 0), phrases[-1].end):
        phrases = _with_first(phrases, found, number[1](found[1]), text, language, period)
    return phrases


def _with_first(
    phrases: list[TimePhrase],
    found: re.Match[str],
    months: int,
    text: str,
    language: Language,
    period: ReportingPeriod,
) -> list[TimePhrase]:
    """Return the phrases with one of so many months before that which begins where a match ends."""
    at = next((number for number, phrase in enumerate(phrases) if phrase.start == found.end()), -1)
    phrase = phrases[at] if at >= 0 else None
    span = phrase.span if phrase is not None else None
    if phrase is None or span is None or span.start is None or span.relative:
        return phrases
    start = first_of_months(months, span.end)
    one = with_base(text, found.span(1), replace(span, start=start), language, period)
    if one.base and not phrase.base:
        phrase = replace(phrase, base=base_of(span, period))
    return [*phrases[:at], one, phrase, *phrases[at + 1 :]]


_REACH = 20
"""How far before a time the number of another may begin."""


def with_months_between(phrases: list[TimePhrase], text: str, language: Language) -> list[TimePhrase]:
    """Return the phrases with all months from one to another of the next year as one time: 2022年4月至2023年3月."""
    joins = tuple([word for word in language.ranges if word and not word.isascii()])
    found: list[TimePhrase] = []
    at = 0
    while at < len(phrases):
        one, *behind = phrases[at : at + 2]
        whole = _months_between(one, behind[0], text, joins) if behind else None
        found.append(whole or one)
        at += 2 if whole else 1
    return found


def _months_between(
    one: TimePhrase, other: TimePhrase, text: str, joins: tuple[str, ...]
) -> TimePhrase | None:
    """Return all months from one to another within a year as one time; None where they are not joined to that."""
    first, last = one.span, other.span
    if one.base or other.base or first is None or last is None or first.start is None:
        return None
    if not are_joined(one, other, text, joins) or months_through(first.start, first.end) != 1:
        return None
    if not (1 < months_through(first.start, last.end) <= _YEAR and first.end < last.end):
        return None
    return TimePhrase(one.start, other.end, replace(last, start=first.start))


_YEAR = 12


def with_months_joined(
    phrases: list[TimePhrase], text: str, number: Number, language: Language
) -> list[TimePhrase]:
    """Return the phrases with so many months up to the report's end behind its quarter: for the quarter and the nine months."""
    joints = tuple([f" {word} " for word in language.conjunctions if word.isascii()])
    for at, phrase in enumerate(phrases):
        span = phrase.span
        if span is None or span.relative != "current" or span.start is None or phrase.base:
            continue
        if not text.startswith(joints, phrase.end):
            continue
        found = _months_joined(language.tags, number[0]).match(text, phrase.end)
        following = phrases[at + 1].start if at + 1 < len(phrases) else len(text)
        if found is not None and found.end() <= following:
            whole = replace(span, start=first_of_months(number[1](found[2]), span.end), relative="")
            one = TimePhrase(found.start(1), found.end(), whole)
            return [*phrases[: at + 1], one, *phrases[at + 1 :]]
    return phrases


@cache
def _months_joined(tags: tuple[str, ...], number: str) -> re.Pattern[str]:
    language = load_language(*tags)
    joints = alternation([word for word in language.conjunctions if word.isascii()]) or "(?!)"
    little = alternation((*language.extra["articles"], *language.extra["times_at"])) or "(?!)"
    months = alternation(language.extra["month_words"]) or "(?!)"
    return re.compile(rf" (?:{joints}) (?:(?:{little}) )*({number}[ -](?:{months})(?![\w-]))")
