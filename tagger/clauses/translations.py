"""Amounts in brackets that say the one before them in another currency: rose by Rs 8,073 crore (US$1.29 billion) in Q2."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT
from tagger.clauses.times import take_times_behind
from tagger.words.language import Language
from tagger.words.periods import TimePhrase


def take_translation(
    before: Claim,
    claim: Claim,
    phrases: list[TimePhrase],
    starts: list[int],
    text: str,
    limit: int,
    language: Language,
) -> None:
    """Let an amount that a bracket says in another currency be what the one before it is.

    phrases, starts: those of its line, and where they begin; limit: where the next figure does. What the bracket parts from
    the amount before it, a time, is of both.
    """
    if not _is_translation(before, claim, text, language):
        return
    if claim.is_latin and not before.times and before.base is None:
        take_times_behind(before, phrases, starts, text, limit, language, claim.figure.end + 1)
    claim.kind, claim.sign, claim.verb, claim.is_before = (
        before.kind,
        before.sign,
        before.verb,
        before.is_before,
    )
    claim.times, claim.base, claim.over = before.times, before.base, before.over


def _is_translation(before: Claim, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a bracket holds an amount and nothing else, and the one right before it is in another currency."""
    one, other = before.figure, claim.figure
    return (
        claim.in_bracket
        and one.kind == other.kind == "money"
        and bool(one.currency)
        and (bool(other.currency) or says_own_currency(claim, text, language))
        and one.currency != other.currency
        and text[one.end : claim.clause_start].strip() in _OPENING
        and text[other.end : other.end + 1] in _CLOSING
        and all(token.meanings.kinds & BESIDE_AMOUNT for token in claim.left)
        and not claim.unread
    )


def says_own_currency(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount has a sign that may be of several currencies, and so is of the entity's own: US$9m ($24m)."""
    signs = tuple(word for word, code in language.currencies.items() if not code)
    signed = text.endswith(signs, 0, claim.figure.start)
    return signed or any("currency" in token.meanings.kinds for token in claim.left)


_OPENING, _CLOSING = ("(", "（"), (")", "）")
