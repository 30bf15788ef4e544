"""Names between two figures that are of the second: bills amounting to $5 million with a fair value of $6 million."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import leads_to_amount
from tagger.words.alternation import alternation
from tagger.words.language import Language


def leave_name_of_next(claim: Claim, following: int, text: str, language: Language) -> None:
    """Leave a claim without the names behind its figure that lead to the next with a verb of their own.

    following: where that one begins.
    """
    _leave_out_what_leads(claim, following, text, language)
    opening, _, rest = text[claim.figure.end : following].lstrip().partition(" ")
    if claim.figure.kind != "money" or opening not in language.extra["accompanied"]:
        return
    name = next((token for token in reversed(claim.right) if token.is_term), None)
    if name is None or not name.meanings.concepts or not rest:
        return
    said = text[name.end : following].strip()
    verbs = (word for word, kind in language.verbs.items() if kind == "level" and said.startswith(word))
    verb = max(verbs, key=len, default="")
    if verb and leads_to_amount(said[len(verb) :], language):
        claim.right, claim.right_unread, claim.part = [], [], []


def _leave_out_what_leads(claim: Claim, following: int, text: str, language: Language) -> None:
    """Leave a claim without the noun phrase behind it whose own amount follows: $260m at an average price of $104."""
    if not claim.right_unread and not any(t.is_term or t.meanings.kinds & _TELLING for t in claim.right):
        return
    extra = language.extra
    openers = (*extra["accompanied"], *sorted(language.links_at.difference(extra["origins"])))
    pattern = _leading(language.tags, openers, tuple(sorted(language.one)), language.genitives[:1])
    found = pattern.search(text, claim.figure.end, following)
    if found is None or not leads_to_amount(text[found.end() : following], language):
        deed = _and_did(language.tags, language.conjunctions, _deeds(language)).search(
            text, claim.figure.end, following
        )
        if deed is None or not leads_to_amount(text[deed.end() : following], language):
            return
        found = deed
    start = found.start()
    claim.right = [token for token in claim.right if token.end <= start]
    claim.part = [token for token in claim.part if token.end <= start]
    claim.right_unread = [hole for hole in claim.right_unread if hole[1] <= start]
    claim.right_end = min(claim.right_end, start)


_TELLING = frozenset(("average", "each"))


@cache
def _leading(
    tags: tuple[str, ...], openers: tuple[str, ...], articles: tuple[str, ...], of: tuple[str, ...]
) -> re.Pattern[str]:
    """Return the pattern of a phrase that ends in the name of the next amount: with an average price of."""
    del tags
    noun = rf"(?:{alternation(articles)}) [a-z][a-z -]*"
    return re.compile(rf"(?<=[ \n])(?:{alternation(openers)}) {noun} (?:{alternation(of)}) ")


def _deeds(language: Language) -> tuple[str, ...]:
    """Return the words that say what was done with an amount."""
    return tuple(sorted({*language.deeds, *language.dealings, *language.extra["recovered"]}))


@cache
def _and_did(tags: tuple[str, ...], conjunctions: tuple[str, ...], deeds: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what was done with the next amount: wrote off $2m of loans and recovered $1m."""
    del tags
    return re.compile(rf"(?<= )(?:{alternation(conjunctions)}) (?:{alternation(deeds)}) ")
