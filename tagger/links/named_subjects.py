"""Clauses about somebody whose name no term explains: HPX grew deposits 5%, Retail Freight's loan book rose to $3bn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import LAST_WORD, NEXT_WORD
from tagger.links.decided import Reading
from tagger.links.setting import Setting
from tagger.profile import Profile
from tagger.words.folding import fold
from tagger.words.language import Language

_WORD = r"[A-Z][A-Za-z&-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:and |& )?{_WORD})*")
_WORDS = re.compile(r"[^\W\d_]+")
_OPENING = " ,;:\n•*-"
_SHORTEST = 2
_ASIDE = 60
"""How long what stands between a name and its verb may be, or a name before a colon."""


def is_of_named_subject(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether a clause is about somebody, not the entity, whose name nothing explains and what that has or did.

    Or where it is so: deposits at Lumo. An abbreviation or several words with capitals are a name; one such word at a
    sentence's start is where whoever it is only has something.
    """
    if not claim.is_latin or claim.kind == "apart":
        return False
    if any(kind == "member" for kind, *_ in best.candidate.clues) and not claim.unread:
        return False
    concepts = [start for kind, start, _, _ in best.candidate.clues if kind == "concept"]
    if not concepts:
        return False
    if _is_under_name(claim, setting) or (claim.unread and _is_placed(claim, concepts[0], setting)):
        return True
    claim.of_unit = any(
        _is_about(found, claim, concepts[0], setting) for found in _names_opening(claim, setting)
    )
    return claim.of_unit


def _names_opening(claim: Claim, setting: Setting) -> Iterator[re.Match[str]]:
    """Yield the names that open a clause, stand behind a comma of it, or before an aside: HPX grew; in November, HPX grew."""
    printed, start = setting.prose.printed, claim.clause_start
    while start < claim.figure.start and printed[start] in _OPENING:
        start += 1
    comma = printed.find(", ", start, claim.figure.start)
    for place in (start, comma + 2 if comma >= 0 else -1):
        found = _NAME.match(printed, place, claim.figure.start) if place >= 0 else None
        if found is not None:
            yield found
    aside = _BEFORE_ASIDE.search(printed, max(claim.clause_start - 2 * _ASIDE, 0), start)
    found = _NAME.match(printed, aside.start("name"), start) if aside is not None else None
    if found is not None and claim.lead and claim.lead[0].start > found.start():
        yield found  # Lumo, our digital bank, had


_BEFORE_ASIDE = re.compile(rf"(?:^|[.;] |\n)(?P<name>{_WORD}(?: {_WORD})*), [^,.;\d]*,[ \n]*\Z")


def _is_about(found: re.Match[str], claim: Claim, concept: int, setting: Setting) -> bool:
    """Return whether a name is whose what is told behind it is. concept: where the name of that begins."""
    text, language = setting.prose.text, setting.language
    name, end = found.group(), found.end()
    if concept < end or not _is_unread(found.start(), end, claim) or _is_own(name, setting):
        return False
    named = " " in name or (name.isupper() and len(name) > _SHORTEST)
    if text.startswith(language.possessives or "\0", end):
        return named or text[found.start() : end] not in language.words
    if text.startswith(",", end):  # Lumo, our digital bank, had
        closed = text.find(",", end + 1, min(end + _ASIDE, concept))
        end = closed + 1 if closed >= 0 else end
    verb = NEXT_WORD.match(text, end)
    if verb is not None and (
        verb[1] in language.extra["together"] or verb[1].endswith(language.adverb_endings or "\0")
    ):
        verb = NEXT_WORD.match(text, verb.end())  # Ruritania and Elm together brought
    if verb is None or any(verb.end() <= hole < concept for hole, _ in claim.unread):
        return False
    last = LAST_WORD.search(text, end, concept)
    if last is not None and last.start(1) > verb.start(1) and _opens_clause(last[1], language):
        return False  # Mr Roe has said that deposits
    if not named:
        return verb[1] in language.extra["possessing"]
    return verb[1] in language.finite_verbs or verb[1] in language.verbs or verb[1] in language.moved_by


def _opens_clause(word: str, language: Language) -> bool:
    """Return whether a word opens a clause of its own, and is no article, link or pronoun."""
    articles = (*language.linked_articles, *language.extra["articles"], *language.pronouns)
    return word in language.clause_words and word not in language.links and word not in articles


def _is_placed(claim: Claim, concept: int, setting: Setting) -> bool:
    """Return whether a name that nothing explains says behind a concept's where it is so: deposits at Lumo reached $2m."""
    text, printed, language = setting.prose.text, setting.prose.printed, setting.language
    for start, end in claim.unread:
        before = LAST_WORD.search(text, claim.clause_start, start)
        if start <= concept or before is None or before[1] not in language.extra["in_places"]:
            continue
        found = _NAME.match(printed, start)
        if found is not None and found.end() >= end and not _is_own(found.group(), setting):
            return True
    return False


def _is_under_name(claim: Claim, setting: Setting) -> bool:
    """Return whether a name that nothing explains stands before a colon as whose all behind it is: HPX: loans up 5%."""
    printed, colon = setting.prose.printed, claim.clause_start - 1
    if printed[colon : colon + 1] != ":":
        colon = claim.clause_start if printed[claim.clause_start : claim.clause_start + 1] == ":" else -1
    found = _LABEL.search(printed, max(colon - _ASIDE, 0), colon) if colon > 0 else None
    if found is None or not found[1].isupper() or _is_own(found[1], setting):
        return False
    tokens = [*claim.lead, *claim.left]
    return not any(token.start < colon and token.end > found.start(1) for token in tokens)


_LABEL = re.compile(rf"(?:^|[\n.;•*] ?)({_WORD})\Z")


def _is_unread(start: int, end: int, claim: Claim) -> bool:
    """Return whether nothing explains some of a stretch of words."""
    if any(start <= hole < end for hole, _ in claim.unread):
        return True
    return start < claim.clause_start and not any(start <= t.start < end for t in claim.lead)


def _is_own(name: str, setting: Setting) -> bool:
    return not _own_names(setting.profile).isdisjoint(_names(name))


def _names(name: str) -> frozenset[str]:
    """Return the words of a name, and the letters that they begin with."""
    words = _WORDS.findall(name)
    letters = "".join(word[0] for word in words if word[0].isupper())
    return frozenset((*map(fold, words), *([fold(letters)] if len(letters) >= _SHORTEST else [])))


@lru_cache(maxsize=8)
def _own_names(profile: Profile) -> frozenset[str]:
    names = profile.all_names
    return frozenset(word for name in names for word in _names(name))
