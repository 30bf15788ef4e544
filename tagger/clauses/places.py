"""What a clause is about that begins with where: renewable energy, where our loans rose to $3 billion."""

from __future__ import annotations

from bisect import bisect_left

from tagger.clauses.bounds import FIRST_WORD
from tagger.clauses.claim import Claim, Line
from tagger.words.language import Language
from tagger.words.word import Token


def take_place(claim: Claim, line: Line, starts: list[int], text: str, language: Language) -> None:
    """Let a clause begin with the part right before the comma of where; starts: of the line's words."""
    comma = claim.clause_start - 1
    if text[comma : comma + 1] != ",":
        return
    word = FIRST_WORD.match(text, claim.clause_start, claim.figure.start)
    if word is None or word[1] not in language.time_relatives:
        return
    place: list[Token] = []
    end = comma
    for at in range(bisect_left(starts, comma) - 1, -1, -1):
        token = line.tokens[at]
        if token.end != end or not token.is_term:
            break
        place.insert(0, token)
        end = token.start - 1  # personal | loans
    if any(token.meanings.members for token in place):
        claim.take_subject(place, place[0].start)
