"""The part of a year before the one that a sentence names: 131% in the quarter, versus 128% in the preceding one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.printed_dates import Find
from tagger.words.time_phrase import TimePhrase, with_phrase

_REACH = 160
"""How far before it what it stands for may be named."""


def with_ones_before(
    phrases: list[TimePhrase], text: str, start: int, end: int, language: Language, find: Find
) -> list[TimePhrase]:
    """Return the phrases of text[start:end], with those that point back to the part of a year named before them."""
    patterns = _patterns(language.tags)
    if patterns is None:
        return phrases
    ones, parts = patterns
    for found in ones.finditer(text, start, end):
        lead = text[max(start, found.start() - _REACH) : found.start()].rpartition(". ")[2]
        named = parts.findall(lead)
        if not named:
            continue
        # the preceding one: the preceding quarter
        whole = f"{lead}{found[1] or ''}{named[-1]}{found[2] or ''}"
        phrase = next((p for p in find(whole) if p.end == len(whole)), None)
        if phrase is not None:
            shift = found.start() - len(lead)
            phrases = with_phrase(phrases, replace(phrase, start=phrase.start + shift, end=found.end()))
    return phrases


@cache
def _patterns(tags: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what finds words for the one before, which has what is said beside them, and what finds the parts of a year."""
    extra = load_language(*tags).extra
    if not extra["parts_of_year"]:
        return None
    one, parts, before, behind = (
        alternation(extra[key]) for key in ("ones", "parts_of_year", "before_ones", "behind_ones")
    )
    return (
        re.compile(rf"(?<![\w-])(?:((?:{before}) )(?:{one})|(?:{one})( (?:{behind})))(?![\w-])"),
        re.compile(rf"(?<![\w-])(?:{parts})(?![\w-])"),
    )
