"""Whose figures are told by a bound that tells some of the things apart: customers with more than $1m hold $14bn of deposits."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD
from tagger.words.language import Language

_BOUNDS = frozenset(("exceeds", "at_least", "at_most", "nearly"))


def take_some(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Take a figure as of some of the things alone, where a bound right before its verb tells them apart."""
    if _BOUNDS.isdisjoint(last.qualifiers) or last.kind != "level" or claim.left_terms:
        return
    verb = NEXT_WORD.match(text, last.figure.end)
    if verb is None:
        return
    known = verb[1] in language.finite_verbs or verb[1] in language.extra["possessing"]
    if not known and language.verbs.get(verb[1]) not in _HAVING:
        return
    having = language.extra["having"]
    for number, token in enumerate(last.left[1:]):
        before = last.left[number]
        if before.is_term and text[token.start : token.end] in having and before.end + 1 == token.start:
            claim.of_unnamed = True
            return


_HAVING = ("level", "share")
