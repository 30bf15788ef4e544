"""The subject of a clause that an aside parts from its verb: deposits, still the largest source of funds, were 5 billion."""

from __future__ import annotations

import re

from tagger.clauses.bounds import FIRST_WORD, clause_start
from tagger.clauses.claim import Claim, Line
from tagger.clauses.stretches import tokens_between
from tagger.figures.find import Figure
from tagger.words.language import Language
from tagger.words.word import Token

_LONGEST = 110
"""How long an aside may be."""
_OTHER = re.compile(r"[\d;:()（）\n]")


def take_subject_before_aside(
    claim: Claim, line: Line, starts: list[int], around: tuple[int, Figure | None], text: str, language: Language
) -> tuple[int, int] | None:
    """Give a claim the subject that an aside parts from its verb; return where the aside stands, None for none.

    around: where the claim begins at the earliest, and the figure before in its sentence.
    """
    floor, previous = around
    comma = claim.clause_start - 1
    if comma <= floor or text[comma : comma + 1] != "," or not _opens_with_verb(claim, text, language):
        return None
    first = text.rfind(",", max(floor, comma - _LONGEST), comma)
    opening = FIRST_WORD.match(text, first + 1, comma) if first > floor else None
    if opening is None or opening[1] not in language.aside_openers or _OTHER.search(text, first, comma):
        return None
    begin = clause_start(text, first, floor, previous, language)[0]
    subject = tokens_between(line.tokens, starts, begin, first)
    named = [token for token in subject if token.is_term]
    if not named or any("verb" in token.meanings.kinds for token in _behind(subject, named[-1])):
        return None  # deposits grew in Asia, our home market, and were
    claim.left = [*subject, *claim.left]
    claim.lead = [token for token in claim.lead if token.end <= begin]
    claim.clause_start = begin
    return first, comma


def _opens_with_verb(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a clause begins with its verb, so that its subject stands before."""
    word = FIRST_WORD.match(text, claim.clause_start, claim.figure.start)
    if word is None or (claim.left and claim.left[0].is_term):
        return False
    first = next(iter(claim.left), None)
    if first is None or first.start != word.start(1) or word[1] in language.links or word[1] in language.links_at:
        return word[1] in language.finite_verbs
    return first.meanings.verb not in ("", "level_from", "reach") or word[1] in language.finite_verbs


def _behind(tokens: list[Token], last: Token) -> list[Token]:
    return [token for token in tokens if token.start >= last.end]
