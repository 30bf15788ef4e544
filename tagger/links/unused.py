"""Words that name a member or a concept and are no dimension of a figure: unused, or a part of the concept's own name."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Source
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token


def outside_name(named: list[tuple[str, str, Token]], name: Token | None) -> list[tuple[str, str, Token]]:
    """Return the members named but those whose word stands in the concept's: new listings say nothing of listing."""
    if name is None or name.parted or name.meanings.members:
        return named
    return [
        item for item in named if item[2] is name or not name.start <= item[2].start < item[2].end <= name.end
    ]


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


def is_unused(named: tuple[str, str, Token], claim: Claim, index: TaxonomyIndex, source: Source) -> bool:
    """Return whether a word names a member that the concept may not carry, and no part of the concept's own name."""
    axis, member, token = named
    if _is_of_name(token, member, source, index):
        return False
    names = index.named_parts
    if claim.is_latin and source.where == "right" and names.begins_with(source.concept, member):
        return False  # the loyalty programme had 9 million members, of loyalty members
    if claim.is_latin and names.repeats(index.taxonomy.concept_by_qname[source.concept], member):
        return False  # our mobile app recorded 38 million log-ins, of log-ins to the mobile app
    return not index.is_default(axis, member) and (
        source.token is None
        or source.token.parted
        or not (source.token.start <= token.start and token.end <= source.token.end)
    )


def _is_of_name(token: Token, member: str, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a member's word only says a part of the concept's name: 財管客戶資產, of 財富管理客戶資產."""
    word = source.token
    if word is None or not (token.end <= word.start or (token is word and token.parted)):
        return False
    length = 0 if token.parted else token.end - token.start
    return index.named_parts.says_member(source.concept, member, length)


def without_beginnings(
    named: list[tuple[str, str, Token]], index: TaxonomyIndex
) -> list[tuple[str, str, Token]]:
    """Return the members named but those whose word only begins the name of the one right behind: 個人, of 個人經營性貸款."""
    starts = {token.start for _, _, token in named}
    return [
        (axis, member, token)
        for axis, member, token in named
        if token.end not in starts
        or not any(
            other.start == token.end and name != axis and index.named_parts.holds(behind, member)
            for name, behind, other in named
        )
    ]


def unused_concepts(tokens: list[Token], source: Source, used: set[int]) -> int:
    """Return how many words name a concept that is not the one read, and no member."""
    count = 0
    for token in tokens:
        if token is source.token or source.concept in token.meanings.concepts or id(token) in used:
            continue
        count += source.token not in token.nested
    return count


def comes_from_others(
    tokens: list[Token], claim: Claim, source: Source, used: set[int], index: TaxonomyIndex
) -> bool:
    """Return whether a clause says that the concept only came from what it names another: interest income from loans.

    What is there at a day is of those it came from, who are counted: deposits from customers.
    """
    stock = bool(claim.complements) and not index.is_flow(source.concept)
    return bool(claim.complements) and any(
        claim.complements.get(token.start, False) and not (stock and _are_counted(token, index))
        for token in tokens
        if token is not source.token
        and source.concept not in token.meanings.concepts
        and id(token) not in used
    )


def _are_counted(token: Token, index: TaxonomyIndex) -> bool:
    """Return whether all that a word names are numbers of things: clients."""
    kinds = {index.taxonomy.concept_by_qname[concept].type for concept in token.meanings.concepts}
    return kinds == {"count"}


def price_of_unused(tokens: list[Token], index: TaxonomyIndex) -> float:
    """Return the price of words that name a member which the concept may not carry, each said once."""
    price = 0.0
    for token in {token.start: token for token in tokens}.values():
        entity = any(member in index.entities for _, member in token.meanings.members)
        price += PRICE["unused_entity" if entity else "unused_member"]
    return price
