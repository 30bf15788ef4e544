"""A name of the entity that is also called a part: 公司資產總額 of a company that calls itself so is no corporate customers'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tagger.clauses.claim import Claim
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token, Word


def settle_own_names(claims: Iterable[Claim], index: TaxonomyIndex) -> None:
    """Read what is both a name of the entity and a member as the entity, but right before what such members are of."""
    for claim in claims:
        if "own" in claim.marks:
            claim.left = _settled(claim.left, index)
            claim.lead = _settled(claim.lead, index)


def _settled(tokens: Sequence[Token], index: TaxonomyIndex) -> list[Token]:
    found = list(tokens)
    for at, token in enumerate(found):
        if not ("own" in token.meanings.kinds and token.meanings.members):
            continue
        behind = next((other for other in found if other.start == token.end), None)
        concepts = behind.meanings.concepts if behind is not None else ()
        axes = [axis for axis, _ in token.meanings.members]
        if not any(index.permits(concept, frozenset((axis,))) for concept in concepts for axis in axes):
            word = Word(meaning for meaning in token.meanings if meaning.kind != "member")
            found[at] = Token(token.start, token.end, word, is_term=word.is_term)
    return found
