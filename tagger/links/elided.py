"""Ratios that are said without their head: gross NPA declined to 1.71%, 不良貸款降至1.71%."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Token, Word


def take_elided_head(
    claim: Claim, text: str, vocabulary: Vocabulary, index: TaxonomyIndex, language: Language
) -> None:
    """Give a level in per cent the ratio that its words name with one of the language's heads behind them.

    Only where nothing that the clause names is measured in per cent.
    """
    if claim.figure.kind != "percent" or claim.kind != "level":
        return
    named = [token for token in claim.left if token.meanings.concepts]
    concepts = [concept for token in named for concept in token.meanings.concepts]
    if not named or any(_fits(concept, claim, index) for concept in concepts):
        return
    token = named[-1]
    word = _with_head(text[token.start : token.end], claim, vocabulary, index, language)
    if word is not None:
        whole = Token(token.start, token.end, word, is_term=True)
        claim.left = [whole if other is token else other for other in claim.left]


def _with_head(
    said: str, claim: Claim, vocabulary: Vocabulary, index: TaxonomyIndex, language: Language
) -> Word | None:
    between = " " if said.isascii() else ""
    singular = next(
        (said.removesuffix(many) + one for one, many in language.plurals if said.endswith(many)), said
    )
    for head in (head for group in language.heads for head in group):
        for start in (said, singular):
            word = vocabulary.terms.get(f"{start}{between}{head}")
            if word is not None and any(_fits(concept, claim, index) for concept in word.concepts):
                return word
    return None


def _fits(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    return index.unit_price(concept, claim.figure, "level", claim.counted) is not None
