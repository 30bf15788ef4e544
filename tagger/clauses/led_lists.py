"""What the line above a list says that its figures are: changes, growths, or shares of what it names.

Increase in premiums by line: / • Motor: $22 million. Deposits grew in all regions: / • Asia: 12%. Premiums are split as
follows: / • Motor: 55%.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import MOVES, only_articles
from tagger.figures.figure import POINTS
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token


@dataclass(frozen=True, slots=True)
class Led:
    """What a lead says of the figures of its list.

    move: what its verb or noun of change says, of per cents and points; "" where it tells of none. amounts: and of amounts.
    named: it says of what, so that an item with a name of its own is no such. parts: per cents are shares of what it names.
    """

    move: str = ""
    amounts: bool = False
    named: bool = False
    parts: bool = False


NOTHING_LED = Led()
_BETTER = ("improve", "worsen")
_MOVES = (*MOVES, "change")


def led_of(
    text: str, start: int, end: int, tokens: Sequence[Token], language: Language, *, figures: bool
) -> Led:
    """Return what the lead text[start:end] says of the figures of its list; tokens: its words.

    figures: it has some of its own, and what it tells of a move is told of them.
    """
    parts = _composing(tuple(language.extra["composing"])).search(text, start, end) is not None
    if figures:
        return Led(parts=parts)
    moves = [token for token in tokens if not token.is_term and token.meanings.verb in _MOVES]
    if not moves:
        return Led(parts=parts)
    nouns = [token for token in moves if _is_subject(token, text, start, tokens, language)]
    said = {token.meanings.verb for token in nouns or moves}
    named = any(token.meanings.concepts for token in tokens if token.is_term)
    return Led("" if len(said) > 1 else said.pop(), amounts=bool(nouns), named=named, parts=parts)


@cache
def _composing(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternation(words) or '(?!)'})(?![a-z])")


def _is_subject(token: Token, text: str, start: int, tokens: Sequence[Token], language: Language) -> bool:
    """Return whether a noun of change is what a lead is about: it opens it, or stands right behind a concept's name."""
    noun = text[token.start : token.end].partition(" ")[0]
    nouns = language.extra["nouns_of_change"]
    if noun not in nouns and noun.removesuffix("s") not in nouns:
        return False
    named = any(t.is_term and t.meanings.concepts and t.end == token.start - 1 for t in tokens)
    before = text[start : token.start]
    return named or only_articles(before, language)


def read_as_led(claims: Sequence[Claim], led: Led, text: str) -> None:
    """Read the figures of an item as what the lead of its list says that they are, where they say nothing else."""
    for claim in claims:
        if claim.kind != "level" or claim.verb is not None or claim.times:
            continue
        kind, of_another = claim.figure.kind, led.named and any(t.meanings.concepts for t in claim.near_lead)
        if kind == "percent":
            claim.led_move, claim.led_part = led.move * (led.move not in _BETTER), led.parts
        elif kind in POINTS and led.move:
            claim.kind, claim.unsure_sign = "change", led.move in _BETTER
        elif (
            kind == "money"
            and led.move not in _BETTER
            and (_has_plus(claim, text) or (led.move and led.amounts and not of_another))
        ):
            claim.kind = "change"
        if claim.kind == "change" or claim.led_move:
            claim.sign = -1 if claim.figure.negative or led.move in ("decrease", "worsen") else 1


def _has_plus(claim: Claim, text: str) -> bool:
    """Return whether a plus stands before an amount, which no level has."""
    at = claim.figure.start
    return _PLUS.search(text, max(claim.clause_start, at - _REACH), at) is not None


_PLUS = re.compile(r"\+ ?[a-z]{0,3}[^\w\s]? ?\Z")
_REACH = 8
