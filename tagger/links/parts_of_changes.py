"""Amounts that are a part of a change, or of a total, said before: rose by $20 billion, of which mortgages $8 billion."""

from __future__ import annotations

from tagger.clauses.bounds import FIRST_WORD
from tagger.clauses.change_nouns import way_behind
from tagger.clauses.claim import Claim
from tagger.figures.find import value_of
from tagger.links.candidate import Frame
from tagger.words.language import Language


def part_added(claim: Claim, before: Frame | None) -> None:
    """Read what one more part adds to a total as what it has: Asia had $7bn of the total. Europe added $3bn."""
    if claim.adds and before is not None and before.claim.of_them and before.candidate.kind == "level":
        claim.kind, claim.sign, claim.verb, claim.adds = "level", 1, None, False


def _opens_with_whole(claim: Claim, before: Claim, text: str, language: Language) -> bool:
    """Return whether a change opens its sentence as the whole of what follows: of the $20 billion increase, $8 billion."""
    opening = FIRST_WORD.match(text, before.clause_start)
    opens = opening is not None and opening[1] in language.genitives[:1]
    last = claim.last_word
    bare = last is None or not last.is_term
    return opens and claim.verb is None and bare and text[claim.clause_start - 1 : claim.clause_start] == ","


def read_part_of_change(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read what is a part of a change as one too: rose by $20 billion, of which mortgages $8 billion and cards $2 billion."""
    before = last.claim
    if claim.kind != "level" or not claim.is_latin:
        return
    same = claim.figure.kind == before.figure.kind or (
        before.figure.kind == "money" and claim.figure.scale > 0
    )
    if (
        before.kind != "change"
        or last.candidate.kind == "level"
        or not same
        or claim.is_before
        or claim.times
    ):
        return
    if claim.verb is not None and claim.verb.meanings.verb == "reach":
        return
    between = text[before.figure.end : claim.figure.start]
    listed = before.part_of_change and claim.verb is None and ";" not in between and bool(claim.left_terms)
    named = claim.left_terms or claim.part or any(token.meanings.members for token in claim.right)
    of_whole = claim.of_which or _opens_with_whole(claim, before, text, language)
    if of_whole and not (named or claim.of_which):
        claim.kind = "apart"  # of the $3bn increase, $1bn was due to inflation
    part = named and of_whole and abs(value_of(claim.figure)[0]) <= abs(value_of(before.figure)[0])
    if part or listed:
        claim.kind, claim.sign, claim.verb, claim.base = "change", before.sign, before.verb, before.base
        claim.part_of_change = True


def read_part_of_one_before(claim: Claim, before: Frame | None, text: str, language: Language) -> None:
    """Read what is a part of the change that the sentence before tells as one: loans rose by $20bn. Of this, cards $2bn.

    Or of one that is named again: of the increase, $2 billion came from cards. before: the last figure of that sentence.
    """
    tokens = claim.lead or claim.left
    if before is None or not tokens or claim.kind != "level" or not claim.is_latin or claim.is_before:
        return
    bare = claim.figure.kind != "money" and not claim.figure.scale
    if bare and not (claim.counted or before.candidate.kind == "change"):
        return
    words = text[tokens[0].start : tokens[0].end].split()
    if words[0] not in language.genitives[:1] or claim.figure.kind != before.claim.figure.kind:
        return
    way = way_behind(tokens[0].end, text, language) if len(words) == 1 else ""
    fits = abs(value_of(claim.figure)[0]) <= abs(value_of(before.claim.figure)[0])
    if not way and before.candidate.kind == "change" and len(words) > 1 and fits:  # no part is larger
        way = "decrease" if before.claim.sign < 0 else "increase"
    named = claim.left_terms or claim.part or any(token.meanings.members for token in claim.right)
    if way and named and bare and len(words) > 1 and before.candidate.inherited:
        claim.kind = "apart"  # 1.84 million customers, 61,000 more. Of these, 48,000: of which of the two
    elif way and named:
        claim.kind, claim.sign, claim.verb = "change", -1 if way == "decrease" else 1, None
        claim.part_of_change = True
