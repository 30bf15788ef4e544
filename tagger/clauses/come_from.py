"""Where something is done from, and whom it comes from or is given to: no value that anything has moved from, or came to."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.runs import MOVES
from tagger.words.language import Language
from tagger.words.word import Token


def is_source(claim: Claim, start: Token, text: str, language: Language) -> bool:
    """Return whether things are only where something is done from, or whom it is from: from 132 branches we serve them.

    start: the word before the count. Where something moves, or comes to another number, it has moved from there.
    """
    if text[start.start : start.end] not in language.extra["origins"] or not claim.counted:
        return False
    if claim.times or claim.base is not None or _has_figure_before(claim, text):
        return False
    moved = any(token.meanings.verb in MOVES and not token.is_term for token in (*claim.left, *claim.right))
    return not moved and _TO_NUMBER.search(text, claim.figure.end, claim.figure.end + _REACH) is None


def _has_figure_before(claim: Claim, text: str) -> bool:
    """Return whether a figure stands right before a clause: 127 branches, from 132."""
    return any(
        character.isdigit() for character in text[max(claim.clause_start - _VALUE, 0) : claim.clause_start]
    )


_VALUE = 24
_TO_NUMBER = re.compile(r" to [^a-z.]{0,4}[0-9]")
_REACH = 80


def is_given(claim: Claim, last: re.Match[str] | None, text: str, language: Language) -> bool:
    """Return whether something was done to so many: we offered the training to 300 employees, but no growth to 300."""
    if last is None or last[1] not in language.extra["given_to"] or claim.verb is None:
        return False
    endings = tuple(language.extra["participle_endings"])
    words = text[claim.clause_start : last.start()].split()
    if any(word in language.moved_by or language.verbs.get(word) for word in words):
        return False
    return any(
        word in language.deeds or word in language.dealings or word.endswith(endings) for word in words
    )
