"""The members a claim names or takes over: the dimensions that a concept may have here, each with its price."""

from __future__ import annotations

from collections.abc import Iterable

from tagger.clauses.claim import Claim
from tagger.links.candidate import Clue, Context, Dimensions, Frame, Source, near
from tagger.links.carried_members import (
    businesses,
    frame_clues,
    is_named_around,
    is_next_share,
    of_business,
    of_section,
    part_beside,
    permitted,
    told_before,
)
from tagger.links.ends_of_parts import (
    goes_on_about_part,
    is_half_joined,
    is_listed_beside,
    is_of_all,
    is_of_part_before,
    is_told_as_part,
    is_whole_of_part,
    lacks_part,
    of_all,
    opening_holds,
    opens_anew,
    opens_with_part,
    price_of_joint,
    whole_before,
    without_list,
)
from tagger.links.joint import is_joint, is_joint_concept, joins_parts
from tagger.links.opened_parts import goes_on_of_lacking, members_after_opening, members_of_opening
from tagger.links.own_words import OwnWords, is_left_out, members_of, own_members
from tagger.links.prices import PRICE
from tagger.links.subject_members import (
    may_be_set_in,
    named_since,
    of_one,
    of_subject,
    price_of_several,
    scope_of_lead,
)
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.unread import is_narrowed_by_unread
from tagger.links.unused import (
    comes_from_others,
    is_unused,
    not_in_label,
    outside_name,
    price_of_unused,
    unused_concepts,
    without_beginnings,
)
from tagger.words.word import Token


def dimensions_of(
    words: OwnWords, context: Context, index: TaxonomyIndex, source: Source, kind: str
) -> list[tuple[Dimensions, float, list[Clue]]]:
    """Return the dimensions the concept may have here, each with its price and evidence."""
    claim, said = words.claim, words.of(source, kind)
    named = without_beginnings(said.named, index) if len(said.named) > 1 else said.named
    if named:
        named = outside_name(named, source.token) if claim.is_latin else not_in_label(named, source, index)
    chosen, unused, price = _chosen(named, claim, index, source)
    unread = context.unread_scene and (claim.is_latin or (not chosen and index.is_parted(source.concept)))
    if unread or (context.scene and not may_be_set_in(context, source, index)):
        price += PRICE["unread_scene"]
    if context.stranger and claim.tells_more and source.where == "left" and not said.named:
        price += PRICE["stranger"]
    if claim.lead:
        scope_of_lead(claim, index, source, chosen)
    if said.sets_scope and not claim.is_latin and index.role_axes.get("basis") not in chosen:
        price += PRICE["scope_unread"]
    if said.excludes and (claim.base is None or claim.base.base != "constant_currency"):  # 撇除匯率影響
        without = not claim.is_latin or is_left_out(claim, [token for _, token in chosen.values()])
        price += PRICE["left_out" if without else "scope_unread"]
    if not chosen and is_narrowed_by_unread(claim, source, index):
        price += PRICE["unread_telling"]
    own, clues, used = own_members(chosen, claim, index, kind)
    price += price_of_unused([t for t in unused if id(t) not in used], index) if unused else 0.0
    if said.concepts:
        price += PRICE["unused_concept"] * unused_concepts(said.concepts, source, used)
        price += PRICE["unread_telling"] * comes_from_others(said.concepts, claim, source, used, index)
        if claim.joined and is_joint_concept(claim, said.concepts, source, used):
            price += PRICE["joint"]
    return _carried(claim, context, index, source, own, price, clues)


def _chosen(
    named: list[tuple[str, str, Token]], claim: Claim, index: TaxonomyIndex, source: Source
) -> tuple[dict[str, tuple[str, Token]], list[Token], float]:
    """Return by axis the member that words name for a concept, the words that it may not carry, and the price.

    named: (axis, member, token).
    """
    chosen: dict[str, tuple[str, Token]] = {}
    unused: list[Token] = []
    price = 0.0
    joint: dict[str, set[str]] = {}
    for axis, member, token in named:
        if not index.permits(source.concept, frozenset((*chosen, axis))):
            if is_unused((axis, member, token), claim, index, source):
                unused.append(token)
            continue
        earlier = chosen.get(axis)
        if earlier and earlier[0] != member:
            if earlier[1].start <= token.start < earlier[1].end:
                continue  # another meaning of the same word
            if is_joint(claim, earlier[1], token):
                joint.setdefault(axis, {earlier[0]}).add(member)
            elif not index.related(earlier[0], member):
                price += PRICE["same_axis_twice"]
        chosen[axis] = (member, token)
    if claim.half_joined and any(token.start in claim.half_joined for _, token in chosen.values()):
        price += PRICE["joint"]
    several = [token for _, token in chosen.values()] if claim.joined and not claim.is_latin else []
    price += PRICE["joint"] * (bool(several) and joins_parts(claim, several))
    for axis, members in joint.items():
        whole = index.covering(frozenset(members))
        price += PRICE["joint"] if whole is None else 0.0
        chosen[axis] = (whole or chosen[axis][0], chosen[axis][1])
    return chosen, unused, price


def _carried(
    claim: Claim,
    context: Context,
    index: TaxonomyIndex,
    source: Source,
    own: dict[str, str],
    price: float,
    clues: list[Clue],
) -> list[tuple[Dimensions, float, list[Clue]]]:
    """Return the own members together with those carried over, and without them."""
    carry, carry_price, carry_clues = _carry(claim, context, index, source, own)
    if not (carry or own or claim.is_latin) and claim.is_dealt and claim.total:
        carry = permitted(of_section(context), own, source, index)
        carry_price += PRICE["topic"] if carry else 0.0
    if carry and source.frame is None and not claim.is_latin:
        labels = index.named_parts
        carry = {axis: m for axis, m in carry.items() if not labels.is_in_label(source.concept, m, 0)}
    if carry and claim.ends_basis:
        carry.pop(index.role_axes.get("basis") or "", None)
    is_led = context.lead_in or context.about or context.scene
    led = _led_in(claim, context, index, source, {**carry, **own}) if is_led else {}
    if led:
        carry_clues = [*carry_clues, *(("inherited", t.start, t.end, m) for m, t in led.values())]
        carry, carry_price = (
            {**carry, **{axis: m for axis, (m, _) in led.items()}},
            carry_price + PRICE["led_in"],
        )
    alone = (index.without_defaults(own) if own else (), price, clues)
    if not carry:
        price += PRICE["cannot_carry"] * (claim.back_reference and not own and not claim.is_latin)
        return [(alone[0], price + carry_price, clues)]
    if (
        claim.kind == "share" and own and not (claim.whole or (claim.is_latin and not claim.of_which))
    ):  # of the part said before
        price += PRICE["share_of_part"] * any(
            a not in own and m not in index.entities for a, m in carry.items()
        )
    both = {**carry, **own}
    if not index.permits(source.concept, frozenset(both)):
        return [alone]
    found = [(index.without_defaults(both), price + carry_price, [*clues, *carry_clues])]
    if source.where in ("left", "right"):
        found.append((alone[0], price + PRICE["carried_dropped"], clues))
    return found


def _repeats(source: Source, member: str, index: TaxonomyIndex) -> bool:
    return index.named_parts.repeats(index.taxonomy.concept_by_qname[source.concept], member)


def _led_in(
    claim: Claim, context: Context, index: TaxonomyIndex, source: Source, taken: dict[str, str]
) -> dict[str, tuple[str, Token]]:
    """Return the members of the words that head the paragraph, on axes that are still open (香港及澳門：…)."""
    found: dict[str, tuple[str, Token]] = {}
    # 公司金融。… 綠色貸款餘額X: what names a part itself is not of the title's as well
    about = context.about if taken or claim.kind != "share" else []
    part_named = taken.keys() - {index.role_axes.get("basis")}
    apart = context.lead_in_apart and (part_named or is_of_part_before(claim, context, source, index))
    heads = [*context.scene, *([] if apart else context.lead_in)]
    heads = [*about, *([] if claim.is_whole else heads)] if claim.is_latin or not claim.of_all else []
    if heads and claim.figure.start > heads[-1].end and not claim.total:
        for axis, member, token in members_of(heads):
            if claim.is_latin and _repeats(source, member, index):
                continue  # Listing. There were seven new listings
            if not claim.is_latin and index.named_parts.is_in_label(source.concept, member, 0):
                continue  # 零售業務。管理零售客戶總資產X
            if axis not in taken and index.permits(source.concept, frozenset((*taken, *found, axis))):
                found[axis] = (member, token)
    return found


def _frame_of_members(
    claim: Claim, context: Context, source: Source, own: dict[str, str], index: TaxonomyIndex
) -> Frame | None:
    """Return the figure before whose members a claim may take over."""
    frame = source.frame or context.before_claim(claim)
    if source.frame is None and frame is not None:
        if frame.candidate.kind == "share" and frame.claim.of_before:
            return None  # what a part of the whole is in: 90% of it in bonds
        if frame.within_part and not claim.of_which and claim.follows is None:
            whole = next((other for other in near(context.frames) if not other.within_part), None)
            if goes_on_about_part(frame, claim, source, context.frames, index):
                return frame
            return whole or (None if own else context.before)  # of the sentence before: 其中，X為…，Y為…
    if frame is None and claim.of_which and not own:
        return context.before
    return frame


def _carry(
    claim: Claim, context: Context, index: TaxonomyIndex, source: Source, own: dict[str, str]
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the members that the claim takes over from before, their price and evidence."""
    if claim.of_all and not claim.is_latin:
        return {}, 0.0, []  # 公司貸款不良率X，全行不良率Y
    named = bool(own) and (len(own) > 1 or index.role_axes.get("basis") not in own)
    nearest = source.near or source.frame or context.before_claim(claim)
    beside = part_beside(nearest, own, claim) if named else None
    of_lead = source.where == "lead" and bool(claim.part)  # of the green loans, $2bn went to families
    if source.frame is None and named and not (claim.of_which or of_lead) and beside is None:
        return of_business(nearest, claim, context, source, own, index)
    frame = beside or _frame_of_members(claim, context, source, own, index)
    if source.frame is not None:
        # FX futures did better still: 47.9 million contracts
        begun = claim.lead if source.where == "before" and claim.is_latin else []
        meant = context.meant if source.frame is context.before else []  # X did well. They were up 5%
        subject = {axis: member for axis, member, _ in members_of([*begun, *meant])}
        keep = (
            not (named or (claim.kind == "level" and subject))
            or beside is not None
            or (claim.of_which or claim.of_before)
            or (source.frame is context.listed and not claim.is_latin)  # an item below …，其中：
            or (
                claim.kind in ("change", "growth")
                and not (claim.is_latin and named and source.where == "before")
            )
        )
        nearest = source.near or source.frame
        part = nearest.candidate.kind == "share" and nearest.claim.of_before  # 61% of it came from rivers
        since = members_of(named_since(nearest, claim, context.begins))
        part = (part and claim.kind == "level") or (named and is_next_share(claim, nearest))
        keep &= not (part or is_of_all(claim, nearest, context) or opens_anew(since, claim, source))
        before = dict(nearest.candidate.dimensions)
        taken = (before if keep else businesses(before, claim, context, index)) | subject
        taken.update((a, m) for a, m, _ in since if not (claim.is_latin and index.is_default(a, m)))
        return permitted(taken, own, source, index), 0.0, frame_clues(source.frame)
    if claim.total or claim.is_next_plan or (claim.is_whole and not is_whole_of_part(claim, frame, context)):
        return {}, 0.0, []
    frame = None if frame is not None and is_named_around(claim, frame) else frame
    if frame is not None:
        if claim.apart_from and not named:
            frame = whole_before(frame, source, context.frames) or frame
        return _carry_of(frame, claim, context, index, source, own)
    back = context.before
    said = [token for token in claim.lead if token.meanings.members] if claim.back_reference else []
    if said:  # 資金流向現金管理類產品，二季度末該類產品規模X
        back = None
    own_words = source.where in ("left", "right")
    points = claim.back_reference or context.points_back
    taken = permitted(dict(back.candidate.dimensions), own, source, index) if back is not None else {}
    told = not context.meant and (bool(taken) or claim.is_latin or not context.topic)
    if back is not None and told and (points or (not own_words and _under(back, context))):
        return taken, PRICE["lead_member"] if taken else 0.0, frame_clues(back)
    words = (
        (said[-1:], PRICE["lead_member"]),
        (context.meant, PRICE["lead_member"]),
        (  # we have estimated financed emissions. They came to 5.9 million tonnes
            [source.token] if source.where == "before" and source.token is not None else [],
            PRICE["lead_member"],
        ),
        # 38% of senior posts and 56% of the workforce: the posts are of the figure before
        ([] if claim.goes_on and claim.lead_is_behind else claim.near_lead, PRICE["lead_member"]),
        (context.scene, PRICE["lead_member"]),
        (
            [] if is_of_part_before(claim, context, source, index) else context.lead_in,
            PRICE["lead_member"] + (price_of_several(context.lead_in, index) if context.lead_in else 0.0),
        ),
        (context.since or context.opening, PRICE["topic"]),
        (
            of_one(context.topic, index) if context.topic and not (named or claim.of_all) else [],
            PRICE["topic"],
        ),
        (context.headings[::-1] if source.where == "heading" else [], PRICE["heading_member"]),
    )
    names, price, clues = _carry_of_words(words, claim, source, own, index)
    if own_words and not (names or own):
        names, more, clues = members_of_opening(claim, nearest, context, source, index)
        return names, price + more, clues
    return names, price, clues


def _carry_of_words(
    said: Iterable[tuple[list[Token], float]],
    claim: Claim,
    source: Source,
    own: dict[str, str],
    index: TaxonomyIndex,
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the members of the first words that name one which the claim may take over."""
    for tokens, price in said:
        if not tokens:
            continue
        found: dict[str, tuple[str, Token]] = {}
        joint = 0.0
        for axis, member, token in members_of(tokens):
            if claim.is_latin and token.start < claim.near_from and _repeats(source, member, index):
                continue
            if axis in found and found[axis][0] != member and is_joint(claim, found[axis][1], token):
                joint = PRICE["joint"]
            found[axis] = (member, token)
        if not found:
            continue
        names = permitted({axis: member for axis, (member, _) in found.items()}, own, source, index)
        if names:
            return (
                names,
                price + joint,
                [("inherited", found[a][1].start, found[a][1].end, m) for a, m in names.items()],
            )
    apart = opens_with_part(claim, source, index) if claim.lead else False
    return {}, PRICE["cannot_carry"] if apart or lacks_part(claim, source, own, index) else 0.0, []


def _opening_members(
    frame: Frame, claim: Claim, context: Context, taken: dict[str, str], source: Source, index: TaxonomyIndex
) -> dict[str, str]:
    """Return the members that the sentence opened with and that the figure before could not carry: 信用卡業務…，不良率Y."""
    found = {
        axis: member
        for axis, member, _ in members_of(context.opening)
        if not index.permits(frame.candidate.concept, frozenset((axis,)))
        or (not claim.is_latin and index.named_parts.is_in_label(frame.candidate.concept, member, 0))
    }
    if not found or not opening_holds(context.opening, claim, context.frames):
        return members_after_opening(claim, context, source, index) if not taken else {}
    return permitted(found, taken, source, index)


def _carry_of(
    frame: Frame,
    claim: Claim,
    context: Context,
    index: TaxonomyIndex,
    source: Source,
    own: dict[str, str],
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the members that the claim takes over from the figure before in its sentence."""
    said = dict(frame.candidate.dimensions)
    if source.where == "right" and claim.is_latin and frame.candidate.concept != source.concept:
        said = of_subject(frame, context) if claim.goes_on else {}
        if not said and not (claim.goes_on and context.opening):
            return {}, 0.0, []  # 21 overseas branches, and 6,114 ATMs
    said = of_all(said, claim, context.frames) if "total" in claim.marks else said
    if claim.apart_from and said and source.concept != frame.candidate.concept:
        said.pop(index.role_axes.get("basis") or "", None)  # 公司貸款（不含貼現）X；票據貼現Y
    if said and source.where == "left" and not claim.is_latin and source.concept != frame.candidate.concept:
        said = without_list(said, frame, claim, source, context.frames)
    taken = permitted(said, own, source, index)
    # 其中香港業務貢獻X；澳洲業務轉虧為盈，盈利Y: of what was named since the figure before
    named = [*context.since, *named_since(frame, claim, context.begins)]
    if named:
        # but 製造業貸款X；其中，中長期貸款Y
        parted = claim.apart_from and not (claim.is_latin or claim.of_which)
        anew = parted and named[0].start >= claim.apart_from
        if taken and (anew or is_told_as_part(frame, claim)):
            kept = told_before(frame, context.begins)  # 科技企業貸款X；綠色金融方面，貸款Y
            taken = {axis: member for axis, member in taken.items() if member in kept}
        since = {axis: member for axis, member, _ in members_of(named)}
        since = permitted(since, own, source, index)
        taken.update(since)  # 融資項目11單，金額X: of those, though what they count has no concept
    opened = (
        _opening_members(frame, claim, context, {**taken, **own}, source, index) if context.opening else {}
    )
    price = PRICE["lead_member"] if opened else PRICE["carried_member"] if taken else 0.0
    if taken:
        if is_half_joined(frame, context.frames):
            return {}, PRICE["cannot_carry"], []
        price += price_of_joint(frame) if frame.claim.joined else 0.0
        price += PRICE["cannot_carry"] * (not own and is_listed_beside(frame, claim, source, index))
    elif not (own or opened) and goes_on_of_lacking(frame, claim, context, source, index):
        price += PRICE["cannot_carry"]
    return {**taken, **opened}, price, frame_clues(frame)


def _under(frame: Frame, context: Context) -> bool:
    """Return whether a heading or lead-in above names a member of the frame: the section is about it."""
    about = {member for _, member, _ in members_of((*context.lead_in, *context.headings))}
    return any(member in about for _, member in frame.candidate.dimensions)
