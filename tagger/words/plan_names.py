"""Years that are a part of a plan's name or of the plan, and no time: Vision 2030, the last year of our plan."""

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
    """Yield the phrases of time without bare years right behind what plans are called by, written as a name.

    And without the last year of what is no time: in 2028, the last year of our plan.
    """
    text, names = prose.text, language.extra["plan_names"]
    for phrase in phrases:
        if not phrase.base and text[phrase.start : phrase.end].isdecimal():
            before = text[max(phrase.start - _REACH, 0) : phrase.start]
            word = before.rstrip(" ").rpartition(" ")[2]
            at = phrase.start - len(before) + before.rfind(word)
            if word.strip("\"“'") in names and any(c.isupper() for c in prose.printed[at : at + len(word)]):
                continue
        relative = phrase.span.relative if phrase.span is not None and not phrase.base else ""
        if relative.startswith("previous") and _is_of_plan(phrase, text, language):
            continue
        yield phrase


def _is_of_plan(phrase: TimePhrase, text: str, language: Language) -> bool:
    """Return whether a phrase that ends in last year is one of so many years of a thing: the last year of the plan."""
    if not text.endswith(tuple(language.extra["last_years"]), phrase.start, phrase.end):
        return False
    words = text[phrase.end : phrase.end + _REACH].split(maxsplit=2)
    if len(words) < _LINK_AND_ARTICLE or text[phrase.end] != " " or words[0] not in language.genitives[:1]:
        return False
    return words[1] in language.linked_articles or words[1] in language.extra["articles"]


_LINK_AND_ARTICLE = 2
