"""Words which say that an amount is one's, or an average: in its clause, behind it, or where its sentence opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tagger.clauses.claim import Claim
from tagger.clauses.runs import SKIPPED
from tagger.words.language import Language
from tagger.words.word import Token


def said_of(claim: Claim, kind: str, text: str, language: Language) -> Iterator[Token]:
    """Yield the words of a kind in the clause before a figure, and right behind it where words of the language lead there.

    What opens a clause of its own leads nowhere: to $1.2bn as average turnover doubled.
    """
    yield from (token for token in claim.left if kind in token.meanings.kinds)
    opening = claim.lead[:1] if claim.is_latin and _opens_sentence(claim.lead, text) else []
    yield from (token for token in opening if kind in token.meanings.kinds)  # per customer, income was £480
    at = claim.figure.end
    for token in claim.right:
        if token.is_term and token.end == claim.noun_end:
            at = token.end  # 38 hours of training each
            continue
        if token.is_term or text[at : token.start].strip(SKIPPED):
            return
        if text[token.start : token.end] in language.clause_openers:
            return
        if kind in token.meanings.kinds:
            yield token
        if "verb" in token.meanings.kinds and "function" not in token.meanings.kinds:
            return
        at = token.end


def _opens_sentence(lead: Sequence[Token], text: str) -> bool:
    """Return whether words without a verb open a sentence."""
    if not lead or any(token.meanings.verb for token in lead):
        return False
    before = text[max(lead[0].start - 2, 0) : lead[0].start]
    return not before.strip() or "\n" in before or before.strip()[-1] in ".!?"
