"""What English calls a part right behind its name, between commas: In Norway, our youngest subsidiary, loans were $5m.

The description says no other part; behind a name that nothing explains it says which is meant: Lumo, our phone loan, did well.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.language import load_language
from tagger.words.word import Token


def leave_descriptions(claim: Claim, setting: Setting) -> None:
    """Take out of a claim what only describes the part named right before it, by the axis of that part."""
    named = [t for t in (*claim.lead, *claim.left) if t.meanings.members] if claim.is_latin else []
    if len(named) < _SEVERAL:
        return
    text = setting.prose.text
    for part in named[:-1]:
        found = _description(setting.language.tags).match(text, part.end, claim.figure.start)
        if found is None or part.meanings.concepts:
            continue
        start, end = found.span("what")
        axes = {axis for axis, _ in part.meanings.members}
        said = [token for token in named if start <= token.start and token.end <= end]
        if not said or any(axis not in axes for token in said for axis, _ in token.meanings.members):
            continue
        claim.lead = [token for token in claim.lead if not start <= token.start < end]
        claim.left = [token for token in claim.left if not start <= token.start < end]
        claim.near_from = min(claim.near_from, part.start)
        claim.unread = [hole for hole in claim.unread if not start <= hole[0] < end]
        return


_SEVERAL = 2


def behind_description(at: int, end: int, setting: Setting) -> int:
    """Return where the comma ends behind a description of the name that ends at a place; that place without one."""
    found = _description(setting.language.tags).match(setting.prose.text, at, end)
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
def _description(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what describes a name, from behind that up to the comma behind it; no next of a list."""
    language = load_language(*tags)
    joined = alternation(language.conjunctions) or "(?!)"
    return re.compile(rf", (?P<what>(?:{_openers(tags)}) [^,.;:()\d]{{3,80}}),(?! (?:{joined})\b)")


@cache
def _named_and_described(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a name of a few words that opens a sentence, and its description."""
    name = r"[ \n]?(?P<name>[^\s,.;:()\d]+(?: [^\s,.;:()\d]+){0,3})"
    return re.compile(rf"{name}, (?P<what>(?:{_openers(tags)}) [^,.;:()\d]{{3,60}}), (?=[a-z])")


@cache
def _openers(tags: tuple[str, ...]) -> str:
    """Return what opens a description: our, the, a."""
    language = load_language(*tags)
    words = (*language.extra["articles"], *language.first_person, *language.linked_articles)
    return alternation(words) or "(?!)"
