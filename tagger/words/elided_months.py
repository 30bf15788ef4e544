"""Numbers of months that stand before a time of more, which names what they are: the three and nine months ended June 30."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tagger.reporting_period import ReportingPeriod, first_of_months
from tagger.words.language import Language
from tagger.words.time_phrase import TimePhrase, base_of, with_base

Number = tuple[str, Callable[[str], int]]
"""The pattern of a number in a phrase of time, and what its words come to."""


def with_elided_months(
    phrases: list[TimePhrase], text: str, number: Number, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of a text with those of which only the number stands before another."""
    found: list[TimePhrase] = []
    for phrase in phrases:
        span = phrase.span
        named = span is not None and span.start is not None and not span.relative
        before = _word_before(text, phrase.start) if named else ""
        if before in language.conjunctions and before.isascii():
            both = _elided(phrase, before, text, number, language, period)
            found.extend(both or [phrase])
        else:
            found.append(phrase)
    return found


def _word_before(text: str, at: int) -> str:
    """Return the word right before a place, "" where none is."""
    return text[text.rfind(" ", 0, at - 1) + 1 : at - 1] if text[at - 1 : at] == " " else ""


def _elided(
    phrase: TimePhrase, joint: str, text: str, number: Number, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return a time of months with the one before it that has its number alone; none where no number stands there."""
    span = phrase.span
    pattern, count = number
    own = re.match(rf"{pattern}[ -]", text[phrase.start : phrase.end])
    first = re.search(rf"(?<![\w-]){pattern}-? {re.escape(joint)} \Z", text[: phrase.start][-_REACH:])
    if own is None or first is None or span is None:
        return []
    begin = phrase.start - min(phrase.start, _REACH)
    start = first_of_months(count(first[1]), span.end)
    at = (begin + first.start(1), begin + first.end(1))
    one = with_base(text, at, replace(span, start=start), language, period)
    if one.base and not phrase.base:
        phrase = replace(phrase, base=base_of(span, period))
    return [one, phrase]


_REACH = 20
"""How far before a time the number of another may begin."""
