"""What ends a run of figures, and what goes on with it: units, commas, and verbs behind the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

_WORD = re.compile(r" [a-z²³]+")


def same_unit(one: Claim, other: Claim, text: str, language: Language) -> int:
    """Return how long the unit word is that stands behind both figures: 6,153 million kWh and 220 million kWh."""
    found = _WORD.match(text, one.figure.end)
    if found is None or found.group()[1:] in language.conjunctions:
        return 0
    return len(found.group()) if text.startswith(found.group(), other.figure.end) else 0


_LISTED = 5
"""How many figures of a list may be parted by commas alone."""


def is_listed(claims: list[Claim], at: int, text: str, language: Language) -> bool:
    """Return whether figures parted by commas alone go on to a last one behind a conjunction: 78.0%, 14.0% and 8.0%."""
    first = claims[at]
    for one, other in pairwise(claims[at : at + _LISTED]):
        gap = text[one.figure.end : other.figure.start]
        if other.figure.kind != first.figure.kind or other.sentence != first.sentence:
            return False
        if gap != ", ":
            return first.is_latin and gap.strip(" ,") in language.conjunctions
    return False


def ends_list(run: list[Claim], text: str, language: Language) -> bool:
    """Return whether a conjunction stands before the last figure of a run: 14 and 12 points, 3 and 2 more than before."""
    between = text[run[-2].figure.end : run[-1].figure.start].split()
    return bool(between) and between[0] in language.conjunctions


def shares_verb(last: Claim, claim: Claim, text: str, language: Language) -> bool:
    """Return whether the verb behind a figure is that of the one before too, which opens its clause: 14 and 12 points lower."""
    between = text[last.figure.end : claim.figure.start].split()
    opens = last.is_latin and last.verb is None and not (last.left_terms or last.unread)
    joined = len(between) in _JOINED and between[0] in language.conjunctions
    return opens and joined and last.figure.kind == claim.figure.kind


_JOINED = (1, 2)  # and, and $


def common_part(parts: Sequence[Sequence[Token | TimePhrase]], text: str, language: Language) -> Token | None:
    """Return the part that a link joins to the last of a list's things, and that all are of: loans and deposits in Macau.

    Not where one of them is called all there is, or has a part of its own; nor behind what is a part of some names alone
    (profit and loans to retailers).
    """
    last = [piece for piece in parts[-1] if isinstance(piece, Token)]
    others = [piece for pieces in parts[:-1] for piece in pieces]
    if len(last) != _PAIR or len(others) != len(parts) - 1:
        return None
    head, part = last
    between = text[head.end : part.start].split() or text[part.start : part.end].split()[:1]
    if not head.meanings.concepts or part.meanings.concepts or not part.meanings.members or not between:
        return None
    if between[0] not in language.links_at_start and between[0] not in language.genitives[:1]:
        return None
    for piece in others:
        if not isinstance(piece, Token) or not piece.meanings.concepts or piece.meanings.members:
            return None
        if language.words.get(text[piece.start : piece.end].partition(" ")[0]) == "total":
            return None
    return replace(part, nested=())


_PAIR = 2
