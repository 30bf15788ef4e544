"""The concept of a share whose whole is named: 佔吸收存款的41%, 客户贷款中62.1%为公司贷款."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Source
from tagger.links.prices import PRICE
from tagger.links.sources_before import concepts_in
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.unread import attached_price, unread_inheriting


def are_of_members(own: list[Source], claim: Claim) -> bool:
    """Return whether concepts are none but those inside the names of members: 客户, of 个人客户."""
    said = [token for token in (*claim.left, *claim.right) if token.meanings.concepts]
    return not any(source.token is token for source in own for token in said)


def is_of_before(claim: Claim) -> bool:
    """Return whether a figure is a part of what was said before: of which, or by a name that begins with a link.

    $402 million, $318 million of it on impaired loans.
    """
    return claim.of_which or (
        claim.is_latin and bool(claim.part) and claim.part[0].start <= claim.figure.end + 1
    )


def of_whole(claim: Claim, context: Context, index: TaxonomyIndex, own: list[Source]) -> list[Source]:
    """Return the concepts of a share whose whole is named: 佔吸收存款的41%. The whole must be whole, not a part of one."""
    wholes = {
        concept
        for token in claim.whole
        for concept, word in concepts_in(token, index)
        if word is token or not token.meanings.concepts  # 客户存款, not the 客户 in it
    }
    for axis, member in (pair for token in claim.whole for pair in token.meanings.members):
        borne = not wholes or any(index.permits(concept, frozenset((axis,))) for concept in wholes)
        if borne and not index.is_default(axis, member):  # a word may be another concept's member as well
            return []
    unread = sum(
        PRICE["unread_telling"] if (a, b) in claim.telling else attached_price(a, b, claim)
        for a, b in claim.whole_unread
    )
    same = [replace(source, price=source.price + unread) for source in own if source.concept in wholes]
    if same or not are_of_members(own, claim):
        return same
    frame = context.before_claim(claim) or context.before
    if frame and frame.candidate.concept in wholes:
        price = PRICE["of_which"] + frame.candidate.price * PRICE["frame_share"] + unread_inheriting(claim)
        price += unread
        return [Source(frame.candidate.concept, price, None, "frame", frame)]
    return list(_of_parts(claim, index, unread))


def _of_parts(claim: Claim, index: TaxonomyIndex, unread: float) -> Iterator[Source]:
    """Yield the concepts of a share that names its part by a member alone: 債券佔投資資產的57.8%, women as a share of staff."""
    axes = {axis for token in claim.left for axis, _ in token.meanings.members}
    if not axes or any(token.meanings.concepts for token in claim.left):
        return
    for token in claim.whole:
        for concept, word in concepts_in(token, index):
            if any(index.permits(concept, frozenset((axis,))) for axis in axes):
                yield Source(concept, PRICE["of_which"] + unread + unread_inheriting(claim), word, "left")


def adds_up(claim: Claim) -> bool:
    """Return whether a share is of several parts together: in total made up 9%, and not 9% of the total."""
    ends = claim.verb.start if claim.verb is not None else claim.figure.start
    told = any("total" in token.meanings.kinds and token.start < ends for token in claim.left)
    return told and not any(token.meanings.members for token in claim.left)
