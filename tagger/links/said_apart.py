"""Whether words that stand apart say what a figure is of, rather than a name that stands in its clause."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Source
from tagger.links.scattered import OTHER
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import ONLY_MEMBER, Token


def says_something_else(claim: Claim, own: list[Source], index: TaxonomyIndex, kind: str) -> bool:
    """Return whether words that stand apart say what a figure is of, rather than the names of its clause.

    Something was done with what they name, or they are counted otherwise: colleagues gave 7,350 hours.
    """
    if claim.is_acted_on and not any(index.is_flow(source.concept) for source in own):
        return True
    members = [token for token in (*claim.left, *claim.right) if token.meanings.kinds == ONLY_MEMBER]
    if members and all(_is_of_name(source, members, index) for source in own):
        return True  # issued $2bn of tier 2 capital bonds: tier 2 capital is only a part of the bonds' name
    prices = [index.unit_price(source.concept, claim.figure, kind, claim.counted) for source in own]
    return all(price is None or price >= OTHER for price in prices)


def _is_of_name(source: Source, members: list[Token], index: TaxonomyIndex) -> bool:
    """Return whether a concept's word only stands in the name of a member that it may not carry: tier 2 capital bonds."""
    word = source.token
    return word is not None and any(
        word in token.nested
        and word.end < token.end
        and not any(index.permits(source.concept, frozenset((axis,))) for axis, _ in token.meanings.members)
        for token in members
    )
