"""The unbroken run of the language's words that ends at a figure: what it is of, and levels that a change went past."""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter

from tagger.clauses.claim import Claim
from tagger.figures.figure import POINTS, THINGS
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

SKIPPED = " \u3000\"'“”‘’「」『』*"
"""What may stand between words that belong together."""
WORD_BEFORE_AMOUNT = re.compile(r"([a-z]+) [^a-z0-9 ]{0,3}[a-z]{0,3}[^a-z0-9 ]{0,2}\Z")
"""The word before an amount, and its currency: including $250m."""
LAST_WORD = re.compile(r"([a-z]+) \Z")
"""The word right before a figure: opened 46."""
NEXT_WORD = re.compile(r"[ \n]([a-z][a-z0-9'’-]*)")
"""The word right behind a figure or a word."""
BESIDE_AMOUNT = frozenset(("currency", "before"))
"""The kinds of words that stand with an amount and say nothing of it: RMB, about."""
COUNTED = ("", *THINGS)
"""The kinds of figures that say how much or how many, and no rate."""
IN_PER_CENT = ("percent", *POINTS)
"""The kinds of figures that say a rate or its change in per cent or parts of it."""
UP_OR_DOWN = ("increase", "decrease")
"""What a verb of change says where it says which way."""
MOVES = (*UP_OR_DOWN, "improve", "worsen")
"""What a verb says that tells how something moved: also those that leave open whether it is more or less."""
_END = attrgetter("end")


SYMBOLS = "￥¥$€£₹"
"""Of currencies."""


def only_articles(said: str, language: Language) -> bool:
    """Return whether nothing but articles, or what stands for one, is said: the, our; also where nothing is."""
    return all(
        word in language.linked_articles or word in language.extra["articles"] for word in said.split()
    )


def leads_to_amount(said: str, language: Language) -> bool:
    """Return whether nothing stands before an amount but its currency, as it is printed: rose by AED5 billion, Rp5 billion."""
    rest = said.strip(SKIPPED + "(（")
    return not rest.strip(SYMBOLS) or rest in language.currencies or rest in language.local_symbols


def comes_to(text: str, at: int, language: Language) -> bool:
    """Return whether what a thing came to stands right behind how far it was moved: (raised by 5%) to $5m."""
    return _coming_to(tuple(language.extra["arrivals"])).match(text, at) is not None


@cache
def _coming_to(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf" (?:{alternation(words) or '(?!)'}) (?:[^\d\s]{{1,4}} ?)?\d")


def pieces_of_run(
    claim: Claim, phrases: list[TimePhrase], text: str, language: Language
) -> tuple[list[Token | TimePhrase], int]:
    """Return what a run may be of, in order, and where it ends; what is said of twice a value is not said of the value."""
    end = _before_sign(claim, text)
    pieces: list[Token | TimePhrase] = sorted([*claim.left, *phrases], key=_END)
    if claim.is_latin:
        for at in range(len(pieces) - 1, max(len(pieces) - 1 - _NEAR, -1), -1):
            if text[pieces[at].start : pieces[at].end] in language.extra["multiples"]:
                return pieces[at + 1 :], end
    return pieces, end


_NEAR = 3
"""How many words before a figure may lie between it and what doubles it: twice the £."""


def _before_sign(claim: Claim, text: str) -> int:
    """Return where a figure begins, before the sign that a verb of change leaves to it: 变动-12亿元, 变动+46亿元."""
    at = claim.figure.start
    if claim.is_latin and claim.figure.kind != "percent" and text[at - 2 : at] == " +":
        return at - 1  # the score rose from +6 to +9
    signed = claim.figure.negative or text[at - 1 : at] == "+"
    return at - (signed and any(t.end == at - 1 and t.meanings.verb == "change" for t in claim.left))


def leads_on(tokens: list[Token], text: str) -> bool:
    """Return whether words end in a name that the next figure is of: as (deposits cost) 2.3%."""
    if not tokens or not tokens[-1].is_term:
        return False
    return text[tokens[-1].end : tokens[-1].end + 2][1:].isdigit()


def opens_clause(tokens: list[Token], text: str, at: int, language: Language) -> bool:
    """Return whether words hold a subject and what it did: as loans expanded, as the company kept costs down."""
    who = NEXT_WORD.match(text, at)
    ours = who is not None and who[1] in language.first_person and who[1] not in language.linked_articles
    if ours or leads_on(tokens, text):
        return True  # as we replaced our platform for deposits
    first = text[tokens[0].start : tokens[0].end] if tokens else ""
    subject = next((number for number, token in enumerate(tokens) if token.is_term), len(tokens))
    subject = 0 if first in language.subjects or first in language.subject_pronouns else subject
    return any(
        token.meanings.verb in MOVES or text[token.start : token.end] in language.finite_verbs
        for token in tokens[subject:]
        if not token.is_term
    )
