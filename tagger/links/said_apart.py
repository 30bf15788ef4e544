"""Whether words that stand apart say what a figure is of, rather than a name that stands in its clause."""

from __future__ import annotations

from collections.abc import Sequence

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Source
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
    done = claim.part and index.is_flow(claim.scattered) and not any(index.is_flow(s.concept) for s in own)
    if done and all(_is_in_name(source, claim.part) for source in own):
        return (
            True  # disbursed $38bn of people's business credit: what was done with credit that is called so
        )
    prices = [index.unit_price(source.concept, claim.figure, kind, claim.counted) for source in own]
    return all(price is None or price >= OTHER for price in prices)


def _is_in_name(source: Source, members: Sequence[Token]) -> bool:
    """Return whether a concept's word only stands in the name of a member: people's business credit."""
    return any(source.token in token.nested for token in members)


def _is_of_name(source: Source, members: list[Token], index: TaxonomyIndex) -> bool:
    """Return whether a concept's word only stands in the name of a member that it may not carry: tier 2 capital bonds."""
    word = source.token
    return word is not None and any(
        word in token.nested
        and not any(index.permits(source.concept, frozenset((axis,))) for axis, _ in token.meanings.members)
        for token in members
    )


def counted_so(own: list[Source], claim: Claim, context: Context, index: TaxonomyIndex) -> list[Source]:
    """Return the concepts that a part of Han prose names, none where the figure before counts in its word and they do not.

    員工X人，其中境內機構Y人: these are no institutions, but of those that were counted.
    """
    said = claim.figure.unit_word
    if not (own and context.frames) or claim.is_latin or not said:
        return own
    last = context.frames[-1]
    if claim.kind != "level" or context.broken:
        return own
    if last.claim.figure.unit_word != said or not any(t.meanings.members for t in claim.left):
        return own
    counting = index.counted_in.get(said, ())
    otherwise = last.candidate.concept in counting and not any(one.concept in counting for one in own)
    return [] if otherwise else own


def ends_name_before(
    token: Token, concept: str, tokens: list[Token], claim: Claim, index: TaxonomyIndex
) -> bool:
    """Return whether a name only ends what another right before it names: (foreign exchange trading) revenue."""
    before = next((other for other in tokens if claim.is_latin and other.end == token.start - 1), None)
    if before is None or before.meanings.members or any(a <= before.start < b for a, b in claim.joined):
        return False
    by_name = index.taxonomy.concept_by_qname
    return any(by_name[other].type == by_name[concept].type for other in before.meanings.concepts)


def adds_to_row(claim: Claim, source: Source, context: Context, index: TaxonomyIndex) -> bool:
    """Return whether what a part added is what it had, as the part before: retail earned income of $5m, treasury added $3m.

    Of a balance only in one sentence: elsewhere it may have grown by as much.
    """
    if not claim.adds or claim.adds_to or source.frame is None or not claim.left_terms:
        return False
    frames = context.frames if context.frames or not index.is_flow(source.concept) else context.earlier
    row = (frame for frame in reversed(frames) if frame.claim.figure.kind == claim.figure.kind)
    last = next(row, None)
    if last is None or last.candidate.concept != source.concept or last.candidate.kind != "level":
        return False
    verb = last.claim.verb
    arrived = last.claim.is_before or (verb is not None and verb.meanings.verb == "reach")
    return bool(last.candidate.dimensions) and not arrived
