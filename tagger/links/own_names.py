"""A name of the entity that is also called a part: 公司資產總額 of a company that calls itself so is no corporate customers'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tagger.clauses.claim import Claim
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token, Word


def settle_own_names(claims: Iterable[Claim], index: TaxonomyIndex, text: str, language: Language) -> None:
    """Read what is both a name of the entity and a member as the entity.

    But not right before what such members are of, nor in a list of such members: 公司、個人存款.
    """
    for claim in claims:
        if "own" in claim.marks:
            claim.left = _settled(claim, claim.left, index, text, language)
            claim.lead = _settled(claim, claim.lead, index, text, language)


def _settled(
    claim: Claim, tokens: Sequence[Token], index: TaxonomyIndex, text: str, language: Language
) -> list[Token]:
    found, joining = list(tokens), (*language.enumeration, *language.conjunctions)
    for at, token in enumerate(found):
        if not ("own" in token.meanings.kinds and token.meanings.members):
            continue
        axes = [axis for axis, _ in token.meanings.members]
        mark = next((word for word in joining if text.startswith(word, token.end)), "")
        start = token.end + len(mark)
        beside = [other for other in found if other.start == start]
        if mark and any(axis in axes for other in beside for axis, _ in other.meanings.members):
            continue
        if mark and claim.is_dealt:
            continue  # 公司及個人貸款分別為X和Y
        if claim.is_dealt and not beside:  # 公司存款及貸款分別為X和Y
            beside = [other for other in found if other.start > start]
        concepts = [concept for other in beside for concept in other.meanings.concepts]
        if not any(index.permits(concept, frozenset((axis,))) for concept in concepts for axis in axes):
            word = Word(meaning for meaning in token.meanings if meaning.kind != "member")
            found[at] = Token(token.start, token.end, word, is_term=word.is_term)
    return found
