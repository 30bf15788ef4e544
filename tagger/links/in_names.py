"""Words of members that only say a part of a concept's own name."""

from __future__ import annotations

from tagger.links.candidate import Source
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token


def is_of_name(token: Token, member: str, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a member's word only says a part of the concept's name: 財管客戶資產, of 財富管理客戶資產."""
    word = source.token
    if word is None or not (token.end <= word.start or (token is word and token.parted)):
        return False
    length = 0 if token.parted else token.end - token.start
    return index.named_parts.says_member(source.concept, member, length)


def not_in_label(
    named: list[tuple[str, str, Token]], source: Source, index: TaxonomyIndex
) -> list[tuple[str, str, Token]]:
    """Return the members named but those whose word stands in the concept's, whose own label holds it: 債券, of 發行債券.

    named: (axis, member, token).
    """
    word = source.token
    if word is None or not word.nested or not named:
        return named
    return [
        (axis, member, token)
        for axis, member, token in named
        if token is word
        or not (word.start <= token.start and token.end <= word.end)
        or not index.named_parts.is_in_label(source.concept, member, token.end - token.start)
    ]
