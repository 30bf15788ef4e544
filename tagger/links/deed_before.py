"""What a deed came to whose words stand before the amount: we disposed of 12 ships at a total price of $588 million."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.links.scattered import Stems
from tagger.links.stems import WORD, stems_of
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language


def find_deed_before(
    claim: Claim, text: str, stems: Callable[[], Stems], index: TaxonomyIndex, language: Language
) -> None:
    """Give what a deed came to the concept of its words: we disposed of 12 ships at a total price of $588 million."""
    if claim.kind != "level" or claim.left_terms or not (claim.left and language.stemmer):
        return
    said, phrase = amount_led(text, claim.clause_start, claim.amount_start, language)
    ends = claim.clause_start + len(said) - len(phrase)
    if not phrase or any(hole[1] > ends + len(phrase) for hole in claim.unread):
        return
    begin = max(text.rfind(mark, 0, claim.clause_start) for mark in _STOPS) + 1
    told = text[max(begin, claim.clause_start - _DEED) : ends]
    verb = next((word for who, word in pairwise(WORD.findall(told)) if who in language.first_person), "")
    done = stems_of(verb, language)

    def fits(concept: str) -> bool:
        return index.is_flow(concept) and index.unit_price(concept, claim.figure, "level", "") is not None

    concept, used = stems().named(stems_of(told, language), fits, share=False) if done else ("", done)
    if concept and done <= used:
        claim.scattered, claim.unread = concept, []


def leave_amount_words(claim: Claim, text: str, language: Language) -> None:
    """Take the noun between a deed and what it came to as no name: bought back 2m shares at a cost of $58m: no costs."""
    if claim.figure.kind != "money" or not claim.left_terms:
        return
    said, phrase = amount_led(text, claim.clause_start, claim.amount_start, language)
    start = claim.clause_start + len(said) - len(phrase)
    if phrase and said.strip() != phrase:
        claim.left = [t for t in claim.left if not (t.is_term and t.start >= start)]


def amount_led(text: str, start: int, end: int, language: Language) -> tuple[str, str]:
    """Return what stands before an amount without the sign of its currency, and in what that ends: at a total price of."""
    said = text[start:end].rstrip(_BEFORE_AMOUNT)
    return said, max((p for p in language.amounts_of if f" {said}".endswith(f" {p}")), key=len, default="")


def paid_for_them(claim: Claim, said: str, text: str, language: Language) -> str:
    """Return the words before an amount that say it was paid for what is told before: and shelled out $2m for them."""
    behind = text[claim.figure.end : claim.figure.end + _THEM]
    if not any(re.match(rf" {re.escape(word)}(?![a-z-])", behind) for word in language.extra["for_them"]):
        return ""
    words = said.split()
    paid = next((n for n in (1, 2) if " ".join(words[-n:]) in language.extra["laid_out"]), 0)
    start = len(words) - paid
    joining = {*language.conjunctions, *language.subjects, *language.first_person}
    while paid and start and words[start - 1].rstrip(",;") in joining:
        start -= 1
    return said[said.rfind(words[start - 1]) + len(words[start - 1]) :] if paid and start else ""


_THEM = 24
"""How far behind an amount the words end that say for what it was paid."""
_DEED = 100  # how far back what was done may be said
_STOPS, _BEFORE_AMOUNT = (". ", ", ", "; ", ": ", "\n"), " $£€¥₹"
