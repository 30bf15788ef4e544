"""What else is said of the subject before the verb of a figure: deposits held up well and rose by 5%."""

from __future__ import annotations

import re
from itertools import islice

from tagger.clauses.claim import Claim
from tagger.words.language import Language
from tagger.words.word import Token

_MOVES = ("increase", "decrease", "reach")


def leave_out_predicate(claim: Claim, text: str, language: Language) -> None:
    """Take out what else somebody did before the figure's own verb: we slowed hiring and ended the year with 2,412.

    So did a thing that the clause begins with: profit benefited from lower rates and grew by 5%.
    """
    first = next((t for t in claim.left if text[t.start : t.end] not in language.linked_articles), None)
    opening = text[claim.clause_start : first.start].strip() if first is not None else ""
    if first is None or (opening and opening not in language.linked_articles):
        return
    terms = claim.left_terms
    is_thing = terms == [first]
    if text[first.start : first.end] in language.first_person or "own" in first.meanings.kinds:
        begins, named = first.start, next((token.start for token in terms), claim.figure.start)
    elif is_thing and _opens_predicate(first.end, text, language):
        begins, named = first.end, claim.figure.start
    else:
        return
    for joining in claim.left:
        if not begins < joining.start <= named or not _joins_predicates(joining, text, language):
            continue
        end = _verb_end(joining.end, named, text, language)
        if end and not (is_thing and _has_verb(text[end : claim.figure.start], language)):
            claim.unread = [hole for hole in claim.unread if hole[0] >= end]
            claim.told_from = joining.end  # passed the mark in May and closed the year at $5bn


def _opens_predicate(at: int, text: str, language: Language) -> bool:
    """Return whether a finite verb stands right behind a name: deposits benefited, held up; not: deposits from farmers."""
    found = _NEXT_WORD.match(text, at)
    if found is None:
        return False
    word = found[1]
    past = word in language.finite_verbs or word.endswith(tuple(language.extra["participle_endings"]))
    return past or language.verbs.get(word) in _MOVES


def _joins_predicates(token: Token, text: str, language: Language) -> bool:
    said = text[token.start : token.end]
    return said in language.conjunctions or said in language.extra["contrasts"]


_NEXT_WORD = re.compile(r" ([a-z'’-]+)")


def _verb_end(at: int, named: int, text: str, language: Language) -> int:
    """Return where the finite verb ends that stands there, or behind one word that says little: and still earned."""
    for word in islice(_WORDS.finditer(text, at, named), 2):
        said = word.group()
        if said in language.finite_verbs or language.verbs.get(said) in _MOVES:
            return word.end()
        if language.words.get(word.group()) != "function" or word.group() in language.links:
            return 0
    return 0


def _has_verb(said: str, language: Language) -> bool:
    """Return whether a verb stands in a stretch: deposits placed by charities and held in branches (rose by)."""
    words = said.split()
    return any(word in language.finite_verbs or language.verbs.get(word) in _MOVES[:2] for word in words)


_WORDS = re.compile(r"[a-z]+")
