"""The part that a sentence is about where words between commas say what its subject is: Lumo, our phone loan, did well."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.descriptions import description, openers
from tagger.links.setting import Setting
from tagger.words.cover import cover
from tagger.words.word import Token


def behind_description(at: int, end: int, setting: Setting) -> int:
    """Return where the comma ends behind a description of the name that ends at a place; that place without one."""
    found = description(setting.language.tags).match(setting.prose.text, at, end)
    return found.end() if found is not None else at


def described_subject(start: int, end: int, setting: Setting) -> list[Token]:
    """Return the part that a sentence's subject is by its description: Lumo, our phone loan, had another good year.

    start, end: of the sentence. None where the name is that of a part, or the description goes on to other things.
    """
    text, language = setting.prose.text, setting.language
    found = _named_and_described(language.tags).match(text, start, min(end, start + _LONGEST))
    if found is None or not setting.prose.printed[found.start("name")].isupper():
        return []
    words = cover(setting.vocabulary, text, *found.span("name"), [])
    own = max((t.end for t in words if "own" in t.meanings.kinds), default=0)
    if own >= found.end("name") or any(t.is_term and "own" not in t.meanings.kinds for t in words):
        return []
    said = [t for t in cover(setting.vocabulary, text, *found.span("what"), []) if t.is_term]
    if len(said) != 1 or said[0].meanings.concepts or not said[0].meanings.members:
        return []
    if any(word in language.links for word in text[found.start("what") : said[0].start].split()):
        return []  # our head of phone loans
    behind = text[said[0].end : found.end("what")].split()
    light = (*language.extra["tail_nouns"], *language.topic_nouns)
    return said if all(word in light for word in behind) else []


_LONGEST = 120
"""How far into its sentence the subject and its description reach at most."""


@cache
def _named_and_described(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a name of a few words that opens a sentence, and its description."""
    name = r"[ \n]?(?P<name>[^\s,.;:()\d]+(?: [^\s,.;:()\d]+){0,3})"
    return re.compile(rf"{name}, (?P<what>(?:{openers(tags)}) [^,.;:()\d]{{3,60}}), (?=[a-z])")
