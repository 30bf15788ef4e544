"""What a part of the entity may be meant by that a clause says no more of: what came of it, or what there is of it."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token


def of_deeds(possible: list[str], verb: str, index: TaxonomyIndex, language: Language) -> list[str]:
    """Return the flows alone where a verb says what came of a part: households deposited $7m, which are not all they have."""
    return [c for c in possible if index.is_flow(c)] if verb in language.extra["made"] else possible


def of_held(
    possible: list[str], parts: list[Token], claim: Claim, text: str, index: TaxonomyIndex, language: Language
) -> list[str]:
    """Return what is there at a day alone where a noun says that: our exposure to property was $3bn, and no loss on it.

    parts: the words that name the part, which may stand in the sentence before: we reduced that exposure. It stood at $2bn.
    """
    part = next((token for token in parts if token.meanings.members), None)
    if part is None or claim.figure.kind != "money":
        return possible
    before = is_held(part, text, language)
    stocks = [concept for concept in possible if not index.is_flow(concept)]
    if before is not None and len(stocks) == 1:
        claim.unread = outside(claim.unread, before.start(), part.start)
        return stocks
    return possible


def is_held(part: Token, text: str, language: Language) -> re.Match[str] | None:
    """Return the noun and the link before a part that say that there is so much of it: (exposure to the) harbour."""
    found = _HELD.search(text, max(0, part.start - _REACH), part.start)
    if found is None or found[2] not in language.links or found[1] not in language.extra["stock_nouns"]:
        return None
    return found


_HELD = re.compile(r"([a-z]+) ([a-z]+)(?: the)? \Z")
_REACH = 32
