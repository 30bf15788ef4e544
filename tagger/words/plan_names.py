"""Years that are a part of a plan's name and no time: Vision 2030, our Strategy 2028."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tagger.words.language import Language
from tagger.words.prose import Prose
from tagger.words.time_phrase import TimePhrase

_REACH = 16
"""How far before a year the word begins that it is a name with."""


def without_plan_names(
    phrases: Iterable[TimePhrase], prose: Prose, language: Language
) -> Iterator[TimePhrase]:
    """Yield the phrases of time without bare years right behind what plans are called by, written as a name."""
    text, names = prose.text, language.extra["plan_names"]
    for phrase in phrases:
        if not phrase.base and text[phrase.start : phrase.end].isdecimal():
            before = text[max(phrase.start - _REACH, 0) : phrase.start]
            word = before.rstrip(" ").rpartition(" ")[2]
            at = phrase.start - len(before) + before.rfind(word)
            if word.strip("\"“'") in names and any(c.isupper() for c in prose.printed[at : at + len(word)]):
                continue
        yield phrase
