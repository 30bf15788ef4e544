"""Words of Latin prose that nothing explains, right before a name, which they make that of a part: steel loans were $463m.

A word there may be the verb of the clause instead (it announced loans of $5bn), which narrows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from tagger.clauses.claim import Claim
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token


def find_modifiers(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Take the words that nothing explains right before a name as telling a part of what it names."""
    for holes, tokens, since in (
        (claim.unread, claim.left, claim.clause_start),
        (claim.right_unread, claim.right, claim.figure.end),
    ):
        if holes and tokens:
            claim.modifying = [*claim.modifying, *_found(holes, tokens, since, text, index, language)]


def names_of(token: Token, index: TaxonomyIndex) -> Iterator[str]:
    """Yield all names of what a word names."""
    for concept in token.meanings.concepts:
        yield from index.named_parts.names.get(concept, ())
    for _, member in token.meanings.members:
        yield from index.named_parts.members.get(member, ())


def _found(
    holes: list[tuple[int, int]],
    tokens: list[Token],
    since: int,
    text: str,
    index: TaxonomyIndex,
    language: Language,
) -> list[tuple[int, int]]:
    names = {token.start: token for token in tokens if token.meanings.concepts or token.meanings.members}
    return [
        hole
        for hole in holes
        if text[hole[1]] == " "
        and hole[1] - hole[0] > 1  # o, of a list
        and (name := names.get(hole[1] + 1)) is not None
        and text[name.start : name.end].partition(" ")[0] not in language.links  # it arose on revaluation
        and not _is_in_a_name(text[slice(*hole)], name, index)
        and _tells_apart(hole, name, since, tokens, text, language)
    ]


def _is_in_a_name(said: str, name: Token, index: TaxonomyIndex) -> bool:
    """Return whether a name of what a word names holds the words before it too: inclusive financial service points."""
    called = [word for each in names_of(name, index) for word in each.split()]
    return any(word.startswith(one[:_STEM]) for one in said.split() for word in called)


_STEM = 6
"""How many letters of two words must be the same for one of them to be a form of the other."""


def _tells_apart(
    hole: tuple[int, int], name: Token, since: int, tokens: list[Token], text: str, language: Language
) -> bool:
    """Return whether a word is no verb by its place and form; since: where its clause begins, or its figure ends.

    tokens: the words of its clause, of which another may be the verb: leveraged loans were $5bn.
    """
    said, before = text[slice(*hole)], text[since : hole[0]].split()
    if said in language.extra["newness"]:
        return False
    if not before:
        words = [token for token in tokens if token.start > name.end and token.meanings.verb]
        has_verb = any(text[token.start : token.end] not in language.links for token in words)
        return has_verb or not _may_be_verb(said, language)
    last, to = before[-1], language.extra["arrivals"]  # we plan to reduce emissions
    if last[-1:] in _MARKS or last in language.conjunctions:
        return not _may_be_verb(said, language) or _leads_to_value(name, tokens, text, language)
    if (
        last in language.linked_articles
        or last in language.one
        or (last in language.links and last not in to)
        or last in language.name_openers
        or last in language.extra["articles"]
    ):
        return True
    if last in language.subjects or last in language.subject_pronouns or last in language.relatives:
        return False
    return last not in to and not (_may_be_verb(said, language) or said.endswith(_OF_VERBS))


def _leads_to_value(name: Token, tokens: list[Token], text: str, language: Language) -> bool:
    """Return whether nothing but what a verb before leaves stands behind a name: (came to $5m) and bridged loans to $2m."""
    behind = [
        text[token.start : token.end]
        for token in tokens
        if token.start >= name.end and "currency" not in token.meanings.kinds
    ]
    return len(behind) < _TWO and all(
        said in language.links_at or said in language.extra["arrivals"] for said in behind
    )


_TWO = 2
_MARKS = ",;:()–—"
_OF_VERBS = "s"
"""What a verb of the present ends in."""


def _may_be_verb(said: str, language: Language) -> bool:
    return said in language.finite_verbs or said.endswith(tuple(language.extra["participle_endings"]))
