"""Names of Han prose whose head is no name of its own: 月活客戶."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token


def leave_out_narrowed(tokens: list[Token], claim: Claim, index: TaxonomyIndex, kind: str) -> None:
    """Leave out the head that a term narrows which is the name of what is meant: 客戶, of 月活客戶."""
    if len(tokens) < _PAIR or "narrowing" not in claim.marks or claim.is_latin:
        return
    token, head = tokens[-_PAIR:]
    if token.end == head.start and "narrowing" in token.meanings.kinds:
        prices = (index.unit_price(c, claim.figure, kind, claim.counted) for c in token.meanings.concepts)
        if any(price is not None for price in prices):
            tokens.pop()


_PAIR = 2
