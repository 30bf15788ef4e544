"""Times that only tell a noun apart that stands beside a figure's clause: adjusted for the 2023 levy, costs rose by 2%."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.subjects import is_participle
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.periods import TimePhrase


def is_of_noun(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a time in what opens a sentence only tells apart the noun right behind it.

    Following the 2022 merger, loans grew by 4%; despite last year's sale, profit was $5m. Not where it is introduced as a
    time (in the 2023 financial year), or for a plan.
    """
    span = phrase.span
    if phrase.base or span is None or phrase.end >= claim.clause_start or claim.scenario:
        return False
    if _noun(language.tags).match(text, phrase.end) is None:
        return False
    words = _CLAUSE.split(text[max(phrase.start - _REACH, 0) : phrase.start])[-1].split()
    while words and words[-1] in language.linked_articles + tuple(language.extra["articles"]):
        words.pop()
    if not words:
        return False
    endings = tuple(language.extra["participle_endings"])  # adjusted for, helped by, due to
    done = len(words) > 1 and (words[-2].endswith(endings) or words[-2] in language.extra["causes"])
    return done or words[-1] not in language.extra["times_at"]


_REACH = 60
_CLAUSE = re.compile(r"[,.;:(\n•]")


@cache
def _noun(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a noun behind a time, which may own it, that is no verb and joins nothing."""
    language = load_language(*tags)
    others = {*language.links, *language.auxiliaries, *language.conjunctions, *language.relatives}
    others |= {*language.finite_verbs, *language.subordinators, *language.links_at_start, *language.links_at}
    others |= {*language.verbs, *language.extra["period_nouns"], *language.extra["causes"]}
    owns = alternation([word.strip() for word in language.possessives]) or "(?!)"
    return re.compile(rf"(?:{owns})? (?!(?:{alternation(others)}))[a-z]")


def in_bracket_behind(
    claim: Claim, phrases: list[TimePhrase], starts: list[int], text: str, language: Language
) -> list[TimePhrase]:
    """Return the time that a bracket right behind a figure holds and no more: $42m (first half of 2024), (booked in May)."""
    at = claim.figure.end
    if not text.startswith(" (", at):
        return []
    closed = text.find(")", at, at + _REACH)
    found = bisect_left(starts, closed) - 1 if closed >= 0 else -1
    time = phrases[found] if found >= 0 else None
    if time is None or time.base or time.end != closed or time.start < at:
        return []
    known = (
        *language.linked_articles,
        *language.extra["articles"],
        *language.extra["times_at"],
        *language.links,
    )
    words = text[at + 2 : time.start].split()
    done = words[0] if words else ""
    if (is_participle(done, language) or done in language.finite_verbs) and done not in language.participles:
        words = words[1:]
    return [time] if all(word in known for word in words) else []


def first_of_two_bases(
    claim: Claim, phrases: list[TimePhrase], text: str, language: Language
) -> list[TimePhrase]:
    """Return phrases of time behind a change without a second that it is compared with: up 3% from 4Q23 and 3Q24."""
    for at in range(len(phrases) - 1):
        one, other = phrases[at : at + 2]
        if not one.base or one.span is None or other.span is None:
            continue
        words = text[one.end : other.start].split()
        if (
            words[:1]
            and words[0] in language.conjunctions
            and all(w in language.linked_articles for w in words[1:])
        ):
            if _dealt(language.tags).match(text, other.end):
                return phrases  # one each: 9% and 3% from 3Q24 and 2Q25, respectively
            claim.of_two_bases = True
            return [*phrases[: at + 1], *phrases[at + 2 :]]
    return phrases


@cache
def _dealt(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word that deals out the list before it."""
    words = [word for word, kind in load_language(*tags).words.items() if kind == "respectively"]
    return re.compile(rf",? ?(?:{alternation(words) or '(?!)'})")
