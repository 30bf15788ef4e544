"""What opens a sentence of Han prose and compares it with something that no phrase of time names: 與同業比較，收入增長12%."""

from __future__ import annotations

from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.time_phrase import TimePhrase, base_of, with_phrase

UNKNOWN = "unknown"
"""The base of comparison with something that is no time."""
_LONGEST = 24
_COMMAS = (",", "，")


def with_openings(
    phrases: list[TimePhrase], text: str, start: int, end: int, language: Language, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases of time of a part of a text with such openings among them.

    A time in one is what is compared with: 與2018年同期水平比較.
    """
    openers = tuple(language.extra["compared_openers"])
    for closer in language.extra["compared_closers"]:
        at = text.find(closer, start, end)
        while at >= 0:
            behind = at + len(closer)
            if text.startswith(_COMMAS, behind):
                opening = _opening(text, max(start, at - _LONGEST), at, language)
                if text.startswith(openers, opening):
                    phrases = _with_opening(phrases, text, (opening, behind), at, period)
            at = text.find(closer, behind, end)
    return phrases


def _with_opening(
    phrases: list[TimePhrase], text: str, opening: tuple[int, int], closer: int, period: ReportingPeriod
) -> list[TimePhrase]:
    """Return the phrases with a base of comparison for what opens a sentence; closer: where its last word stands."""
    begin, end = opening
    inside = [phrase for phrase in phrases if phrase.start < end and begin < phrase.end]
    if any(phrase.base and phrase.base != "unclear" for phrase in inside) or len(inside) > 1:
        return phrases
    base = TimePhrase(begin, end, None, UNKNOWN)
    if inside and inside[0].span is not None:
        if closer - inside[0].end > _VALUE or any(map(str.isdecimal, text[inside[0].end : closer])):
            return phrases  # 與2023年的6.2億元相比
        base = TimePhrase(begin, end, inside[0].span, base_of(inside[0].span, period))
    return with_phrase(phrases, base)


_VALUE = 6
"""How much may stand between a time and the word of comparison behind it that is of the value of then: 同期的高基數."""


def _opening(text: str, first: int, at: int, language: Language) -> int:
    """Return where the sentence begins in which a place stands, or how far one looks back."""
    ends = [
        text.rfind(mark, first, at) + 1
        for mark in (*language.sentence_ends, *language.clause_ends, *_COMMAS, "\n")
    ]
    return max([first, *ends])
