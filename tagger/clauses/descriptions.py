"""What English calls a part right behind its name, between commas: In Norway, our youngest subsidiary, loans were $5m."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language

_SEVERAL = 2


def leave_descriptions(claim: Claim, text: str, language: Language) -> None:
    """Take out of a claim what only describes the part named right before it, by the axis of that part."""
    named = [t for t in (*claim.lead, *claim.left) if t.meanings.members]
    if len(named) < _SEVERAL:
        return
    for part in named[:-1]:
        found = description(language.tags).match(text, part.end, claim.figure.start)
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


@cache
def description(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what describes a name, from behind that up to the comma behind it; no next of a list."""
    language = load_language(*tags)
    joined = alternation(language.conjunctions) or "(?!)"
    return re.compile(rf", (?P<what>(?:{openers(tags)}) [^,.;:()\d]{{3,80}}),(?! (?:{joined})\b)")


@cache
def openers(tags: tuple[str, ...]) -> str:
    """Return what opens a description: our, the, a."""
    language = load_language(*tags)
    words = (*language.extra["articles"], *language.first_person, *language.linked_articles)
    return alternation(words) or "(?!)"
