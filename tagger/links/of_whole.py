"""The concept of a share whose whole is named: 佔吸收存款的41%, 客户贷款中62.1%为公司贷款."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from tagger.clauses.claim import Claim
from tagger.figures.find import value_of
from tagger.links.candidate import Context, Frame, Source
from tagger.links.prices import PRICE
from tagger.links.setting import Setting
from tagger.links.sources_before import concepts_in
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.unread import attached_price, unread_inheriting
from tagger.words.word import Token


def are_of_members(own: list[Source], claim: Claim) -> bool:
    """Return whether concepts are none but those inside the names of members: 客户, of 个人客户."""
    said = [token for token in (*claim.left, *claim.right) if token.meanings.concepts]
    return not any(source.token is token for source in own for token in said)


def is_of_before(claim: Claim, last: Frame | None = None) -> bool:
    """Return whether a figure is a part of what was said before: of which, or by a name that begins with a link.

    $402 million, $318 million of it on impaired loans; the next of such parts too. last: the figure before.
    """
    if claim.of_which or (
        claim.is_latin and bool(claim.part) and claim.part[0].start <= claim.figure.end + 1
    ):
        return True
    if claim.kind != "level":
        return False
    if last is not None and last.candidate.inherited and last.candidate.dimensions and claim.verb is None:
        return last.claim.figure.kind == claim.figure.kind and last.candidate.kind == "level"
    return any(token.meanings.verb == "share" for token in claim.left)


def leave_what_parts_hold(claim: Claim, context: Context, setting: Setting) -> None:
    """Leave the concept that only a part's name holds to what the sentence speaks of: 貸款X，公司客戶佔62%, of the loans.

    Of which corporate customers 62%; among personal customers by 2%. Behind no other word is that sure: customers grew 2%.
    """
    frame = context.before_claim(claim) or (context.before if claim.is_pronoun else None)
    if frame is None or claim.figure.kind != "percent" or claim.kind not in ("level", "share", "growth"):
        return
    words = (*claim.left, *claim.right)
    parts = [token for token in words if token.nested and token.meanings.members]
    if not parts or claim.whole or any(token.meanings.concepts for token in words):
        return
    concept, index = frame.candidate.concept, setting.index
    held = [one for token in parts for inner in token.nested for one in inner.meanings.concepts]
    axes = {axis for token in parts for axis, _ in token.meanings.members}
    if not held or concept in held or not all(index.permits(concept, frozenset((axis,))) for axis in axes):
        return
    if not (claim.kind == "share" or claim.of_which or _is_linked(parts[0], claim, setting)):
        return
    parts.extend(token for token in claim.lead if token.nested and token.meanings.members)
    claim.left, claim.right, claim.lead = (
        [_bare(token) if token in parts else token for token in tokens]
        for tokens in (claim.left, claim.right, claim.lead)
    )


def _is_linked(part: Token, claim: Claim, setting: Setting) -> bool:
    """Return whether what stands before a part says that something is in or of it: among personal customers; 62%投向公司客戶."""
    if not claim.is_latin:
        return claim.kind == "level" and part.start >= claim.figure.end
    text, language = setting.prose.text, setting.language
    before = text[claim.clause_start : part.start].split()
    linking = (*language.links_at_start, *language.links)
    linked = bool(before) and before[-1] in linking and before[-1] not in language.genitives[:1]
    return claim.kind == "growth" and linked


def _bare(token: Token) -> Token:
    return Token(token.start, token.end, token.meanings, is_term=True)


def as_parts(
    own: list[Source], claim: Claim, index: TaxonomyIndex, elsewhere: Callable[[], list[Source]]
) -> list[Source]:
    """Return the concepts of a part of what was said before, those said elsewhere first; none where it is a thing by itself.

    62%为公司贷款，38%投向个人客户; including $318m on impaired loans.
    """
    members = bool(own) and (claim.is_on or are_of_members(own, claim))
    others = elsewhere() if members or (own and claim.is_latin) else []
    if not own or not (members or are_of_flow(own, claim, others, index)):
        return []
    return [*others, *(dear_beside(own, others, claim, index) if claim.is_latin else own)]


def _is_within(amount: Decimal, frame: Frame, claim: Claim) -> bool:
    """Return whether an amount may be a part of the figure before; of a growth that is no question of how much."""
    return (frame.claim.kind == "growth" and claim.kind == "change") or amount <= abs(
        value_of(frame.claim.figure)[0]
    )


def dear_beside(own: list[Source], others: list[Source], claim: Claim, index: TaxonomyIndex) -> list[Source]:
    """Return the concepts inside the names of members, which are less likely than what was said before, if it has such parts.

    Credit losses were $187m, of which corporate lending accounted for $121m: of the losses.
    """
    words = (*claim.left, *claim.right)
    axes = {axis for token in words for axis, _ in token.meanings.members}
    amount = abs(value_of(claim.figure)[0])
    flow = are_of_flow(own, claim, others, index)
    if not flow and not any(
        any(index.permits(other.concept, frozenset((axis,))) for axis in axes)
        and (_points_back(claim) if other.frame is None else _is_within(amount, other.frame, claim))
        for other in others
    ):
        return own
    points = _points_back(claim) or all(
        token.meanings.verb != "share" for token in claim.left
    )  # the next of them
    return [replace(source, price=source.price + _INSIDE[points] + _AT_A_DAY * flow) for source in own]


def are_of_flow(own: list[Source], claim: Claim, others: list[Source], index: TaxonomyIndex) -> bool:
    """Return whether what is there at a day is named as a part of what came about: losses of $187m, of which loans $121m.

    So by a verb of share alone, where no more than they were: loans accounted for $121m.
    """
    points = _points_back(claim)
    shares = any(token.meanings.verb == "share" for token in claim.left) and all(
        source.where == "left" for source in own
    )
    if (
        claim.figure.kind != "money"
        or not (points or shares)
        or any(index.is_flow(source.concept) for source in own)
    ):
        return False
    frame = next((other.frame for other in others if other.frame is not None), None)
    if frame is None or not index.is_flow(frame.candidate.concept) or frame.claim.figure.kind != "money":
        return False
    return points or abs(value_of(claim.figure)[0]) <= abs(value_of(frame.claim.figure)[0])


def _points_back(claim: Claim) -> bool:
    """Return whether words say that a figure is a part of the one before: of which, of these."""
    words = (*claim.lead, *claim.left, *claim.right)
    return any(not _POINTING.isdisjoint(token.meanings.kinds) for token in words)


_INSIDE = (0.2, 0.6)
"""What it costs to read a part's name for what it is called by (corporate lending) where a whole of it was said, or is meant."""
_AT_A_DAY = 0.5
"""What it costs beside that to read what is there at a day, as a part of what came about."""
_POINTING = frozenset(("of_which", "of_before"))


def of_whole(claim: Claim, context: Context, index: TaxonomyIndex, own: list[Source]) -> list[Source]:
    """Return the concepts of a share whose whole is named: 佔吸收存款的41%. The whole must be whole, not a part of one."""
    wholes = {
        concept
        for token in claim.whole
        for concept, word in concepts_in(token, claim, index)
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


def rates_themselves(own: list[Source], claim: Claim, index: TaxonomyIndex) -> list[Source]:
    """Return the rates that a clause names behind the whole it opens with: relative to average loans, the cost of risk was."""
    if not claim.left or claim.whole[-1].start > claim.left[0].start:
        return []
    return [source for source in own if index.taxonomy.concept_by_qname[source.concept].type == "percent"]


def _of_parts(claim: Claim, index: TaxonomyIndex, unread: float) -> Iterator[Source]:
    """Yield the concepts of a share that names its part by a member alone: 債券佔投資資產的57.8%, women as a share of staff."""
    axes = {axis for token in claim.left for axis, _ in token.meanings.members}
    if not axes or any(token.meanings.concepts for token in claim.left):
        return
    for token in claim.whole:
        for concept, word in concepts_in(token, claim, index):
            if any(index.permits(concept, frozenset((axis,))) for axis in axes):
                yield Source(concept, PRICE["of_which"] + unread + unread_inheriting(claim), word, "left")


def are_parts_too(own: list[Source], index: TaxonomyIndex) -> bool:
    """Return whether all that a share may be of by its own words has none, and is called as a part is: (loans,) branches 27%."""
    return bool(own) and all(
        source.token is not None
        and bool(source.token.meanings.members)
        and index.variant(source.concept, "share") is None
        for source in own
    )


def adds_up(claim: Claim) -> bool:
    """Return whether a share is of several parts together: in total made up 9%, and not 9% of the total."""
    ends = claim.verb.start if claim.verb is not None else claim.figure.start
    told = any("total" in token.meanings.kinds and token.start < ends for token in claim.left)
    return told and not any(token.meanings.members for token in claim.left)
