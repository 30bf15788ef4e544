"""How far a verb moved its subject that no list holds, where the construction says that it did: galloped ahead by 13.5%.

A particle says which way; without one that does, an amount behind (blossomed by 14% to $6 billion) says that something
moved, and which way it went is for the levels about it to tell.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import COUNTED, IN_PER_CENT, leads_to_amount
from tagger.clauses.stretches import outside
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import Meaning, Token, Word

Span = tuple[int, int]
_MOVED = Word((Meaning("verb", "moved"),))
"""A verb of which only the construction says that it is one of change."""


def read_unlisted_verb(claim: Claim, text: str, language: Language) -> bool:
    """Read how far something moved behind a verb that nothing explains; return whether there is one.

    The verb is one word right behind its subject. A particle may stand behind it, and "by" before the measure.
    """
    if claim.kind != "level" or not claim.unread or not language.extra["upward"]:
        return False
    behind = _behind(language.tags)
    for verb in claim.unread[-_NEAR:]:
        found = behind.match(text, verb[1], claim.figure.start)
        if found is not None and (found[1] or found[2]) and _leads_on(found.end(), claim, text, language):
            return _read_moved(claim, verb, found, text, language)
    return False


def leave_particle(claim: Claim, text: str, language: Language) -> None:
    """Leave open an amount behind an unlisted verb and a particle that may be the verb's own: swept up $5 million.

    It may have moved by so much (tiptoed up) or taken so much. What it came to, or what it is compared with, tells.
    """
    verb = claim.verb
    if claim.kind != "change" or verb is None or not claim.unread or claim.figure.kind not in COUNTED:
        return
    said = text[verb.start : verb.end]
    ways = (*language.extra["upward"], *language.extra["downward"])
    if said not in ways or said in language.comparatives or claim.base is not None:
        return
    if claim.unread[-1][1] == verb.start - 1 and not _comes_to(tuple(language.extra["arrivals"])).match(
        text, claim.figure.end
    ):
        claim.kind = "apart"


_NEAR = 2
"""How many words that nothing explains are looked at: the verb, and a particle that no list of words holds."""


def _leads_on(at: int, claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing stands between a place and the amount but what bounds it: by (about $)5m."""
    said = text[at : claim.figure.start].strip()
    bound, _, rest = said.rpartition(" ")
    return (
        leads_to_amount(said, language)
        or said in language.before
        or (bound in language.before and leads_to_amount(rest, language))
    )


def _read_moved(claim: Claim, verb: Span, found: re.Match[str], text: str, language: Language) -> bool:
    """Read the figure as a change of what stands before a verb, if that is a subject; found: particle and "by"."""
    particle, rate = found[1] or "", claim.figure.kind in IN_PER_CENT
    way = (particle in language.extra["upward"]) - (particle in language.extra["downward"])
    comes_to = _comes_to(tuple(language.extra["arrivals"])).match(text, claim.figure.end) is not None
    if not (found[2] or rate) or not (way or (rate and comes_to)):
        return False
    if not _is_said_of_subject(claim, verb[0], text, language):
        return False
    claim.kind = "growth" if claim.figure.kind in ("percent", "times") else "change"
    claim.sign, claim.unsure_sign = way or 1, not way
    claim.verb = Token(verb[0], found.end(1) if particle else verb[1], _MOVED, is_term=False)
    claim.unread = outside(claim.unread, verb[0], claim.figure.start)
    return True


def _is_said_of_subject(claim: Claim, at: int, text: str, language: Language) -> bool:
    """Return whether a verb stands right behind what it is said of: loans (there have slowly) galloped, they galloped."""
    subject = next((token for token in reversed(claim.left_terms) if token.end < at), None)
    said = text[subject.end if subject is not None else claim.clause_start : at]
    relative = _RELATIVE.match(said)
    if relative is not None and relative[1] in language.relatives:
        said = said[relative.end() :]  # deposits, which galloped
    elif "," in said or (subject is not None and not said.startswith(" ")):
        return False
    words = [
        word
        for word in said.split()
        if word not in language.auxiliaries and not word.endswith(language.adverb_endings or "\0")
    ]
    if subject is not None:
        return all(word in language.extra["of_place_before"] for word in words)
    opens = {*language.subject_pronouns, *language.pronouns, *language.relatives, *language.conjunctions}
    return bool(words) and all(word in opens for word in words)


_RELATIVE = re.compile(r",? ([a-z]+)(?= )")


@cache
def _behind(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what stands behind the verb: a particle, and "by"."""
    language = load_language(*tags)
    particles = (word for key in ("upward", "downward", "either_way") for word in language.extra[key])
    ways, measured = (alternation(words) or "(?!)" for words in (particles, language.by))
    return re.compile(rf"(?: ({ways}))?(,? (?:{measured}))?")


@cache
def _comes_to(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what leads to what something came to: (by 6%)(,) to $5m."""
    return re.compile(rf",? (?:{alternation(words) or '(?!)'}) (?:[^\d\s]{{1,4}} ?)?\d")
