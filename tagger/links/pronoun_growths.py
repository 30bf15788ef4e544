"""Growths of what a pronoun stands for, with another part: growth was 10%, that in fees 17%; loans fell 3%, those to SMEs 2%."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame
from tagger.words.language import Language
from tagger.words.word import Token, Word


def take_growth_of_pronoun(claim: Claim, last: Frame, text: str, language: Language) -> bool:
    """Read a per cent as the growth that a pronoun stands for, which way that before it went; return whether it is one.

    What stands behind the pronoun is a part of what was said before, and no other thing: that from bank cards.
    """
    if claim.kind != "level" or last.claim.kind != "growth" or claim.figure.kind != last.claim.figure.kind:
        return False
    said = text[claim.clause_start : claim.figure.start].lstrip(" ,")
    word = next((w for w in language.conjunctions if said.startswith(w + " ")), "")
    said = said.removeprefix(word).lstrip()
    repeated = next((words for words in language.repeats if said.startswith(f"{words} ")), "")
    if not repeated:
        return False
    claim.base = claim.base or last.claim.base
    claim.kind, claim.sign = "growth", -1 if claim.figure.negative else last.claim.sign
    pronoun, _, link = repeated.partition(" ")
    if pronoun not in language.extra["repeats_of_one"] or link in language.extra["parties"]:
        _leave_other_things(claim)
    return True


def is_growth_again(claim: Claim, context: Context) -> bool:
    """Return whether a pronoun stands for a growth, of which nothing has a share: loans grew by 5%. In Poland it was 3%."""
    before = context.last or context.before
    return claim.is_pronoun and before is not None and before.candidate.kind == "growth"


def take_growth_in_bracket(claim: Claim, last: Frame, text: str) -> bool:
    """Read a per cent of another time alone in a bracket behind a growth as one: loan growth was 4% (2023: 6%).

    Behind a fall nobody can tell which way that was. Return whether it is one.
    """
    before = last.claim
    if not (claim.is_alone_in_bracket(text) and claim.times and claim.is_latin) or claim.unread:
        return False
    if before.kind != "growth" or last.candidate.kind != "growth" or before.figure.kind != claim.figure.kind:
        return False
    if claim.figure.start - before.figure.end > _NEAR or before.in_bracket:
        return False
    claim.kind, claim.sign = "growth", -1 if claim.figure.negative else 1
    claim.unsure_sign = before.sign < 0 and not claim.figure.negative
    return True


_NEAR = 32


def _leave_other_things(claim: Claim) -> None:
    """Take the names behind the pronoun as parts alone; a figure of one that names none is left open."""
    left: list[Token] = []
    for token in claim.left:
        if not token.is_term or not token.meanings.concepts:
            left.append(token)
            continue
        members = [meaning for meaning in token.meanings if meaning.kind == "member"]
        left.append(replace(token, meanings=Word(members), nested=()))
        claim.kind = claim.kind if members else "apart"
    claim.left = left
