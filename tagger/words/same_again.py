"""What points back to a time or a base named before it: loans rose 5% from a year ago, and over the same period deposits 3%."""

from __future__ import annotations

from dataclasses import replace

from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.time_phrase import TimePhrase

_REACH = 300
"""How far before it what it points to may be named."""
_OPENING = 24
"""How far from the beginning of its sentence a time before the reporting period may stand that the sentence is of."""
_BASES = ("previous_year", "preceding_period", "preceding_half", "preceding_month", "year_start", "date")


def with_same_again(
    phrases: list[TimePhrase], text: str, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of time of a document, in order, with what the same period and that quarter are in it."""
    words = tuple([f" {word} " for word in language.extra["pointing_back"]])
    if not words:
        return phrases
    told = list(phrases)
    for number, phrase in enumerate(phrases):
        if (
            phrase.base
            or phrase.span is None
            or phrase.span.relative != "current"
            or phrase.span.start is None
        ):
            continue
        if text.endswith(words, 0, phrase.start):
            meant = _meant(told, number, text, language, period)
            if meant is not None:
                told[number] = replace(meant, start=phrase.start, end=phrase.end)
    return told


def _meant(
    phrases: list[TimePhrase], number: int, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase | None:
    """Return what the phrase with a number points back to: a stretch that a sentence before is of, else its base."""
    here = phrases[number].start
    line = max(text.rfind("\n", 0, here) + 1, here - _REACH)
    base: TimePhrase | None = None
    begins = line
    for at in range(number - 1, -1, -1):
        phrase = phrases[at]
        if phrase.start < begins:
            break
        opens = _sentence_of(phrase.start, text, line, language)
        if phrase.base:
            found = phrase.base in _BASES
            base = base or (phrase if found else None)
        else:
            found = _is_stretch(phrase, opens, period)
            if found:
                return phrase
        begins = max(begins, opens) if found else begins
    return base


def _is_stretch(phrase: TimePhrase, opens: int, period: ReportingPeriod) -> bool:
    """Return whether a phrase is of a time within the reporting period, or of another that its sentence opens with."""
    span = phrase.span
    if span is None or span.start is None or span.relative.startswith("previous"):
        return False
    return (period.start <= span.start and span.end <= period.end) or phrase.start - opens <= _OPENING


def _sentence_of(at: int, text: str, line: int, language: Language) -> int:
    """Return where the sentence begins that a place of a line lies in."""
    return max([line, *(text.rfind(f"{mark} ", line, at) + 1 for mark in (".", *language.sentence_ends))])
