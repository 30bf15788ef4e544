"""Concepts that were said before a claim: those of the figures of its sentence and of the one before, and of words."""

from __future__ import annotations

from itertools import islice

from tagger.clauses.claim import Claim
from tagger.figures.find import value_of
from tagger.links.candidate import Context, Frame, Source, near
from tagger.links.prices import PRICE, TOO_UNSURE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import ONLY_MEMBER, Token


def concepts_in(token: Token, claim: Claim, index: TaxonomyIndex) -> list[tuple[str, Token]]:
    """Return the concepts of a word, and those inside it; what a scope names (不含票據貼現) is what the figure is not of.

    In English, none that has no such parts: income, in exchange income, of which only fee income is told by kind.
    """
    found = [(concept, token) for concept in token.meanings.concepts]
    if not token.nested:
        return found
    members = token.meanings.members
    if members:
        basis = index.role_axes.get("basis")
        if all(axis == basis for axis, _ in members):
            return found
    inside = [(concept, nested) for nested in token.nested for concept in nested.meanings.concepts]
    if claim.is_latin and members and not token.meanings.concepts:
        axes = [frozenset((axis,)) for axis, _ in members]
        inside = [one for one in inside if any(index.permits(one[0], axis) for axis in axes)]
    found.extend(inside)
    return found


def inherited_from(
    token: Token, claim: Claim, index: TaxonomyIndex, kind: str
) -> list[tuple[str, Token, float]]:
    """Return the concepts of a word before, at a price those inside a longer name: interest income, in net interest income."""
    found: list[tuple[str, Token, float]] = []
    for concept, word in concepts_in(token, claim, index):
        price = inside_price(token, word, claim, index, kind) if word is not token else 0.0
        if not claim.is_latin and token.meanings.members and token.end - word.end > _TAIL:
            price += PRICE["inside_another"]  # 貸款, in 貸款及透支服務
        found.append((concept, word, price))
    return found


_TAIL = 2
"""How much may stand behind a concept's name in a member's that is of it: 個人貸款業務."""


def only_begins(token: Token, claim: Claim) -> bool:
    """Return whether a list of Han prose names a member more, and not what only begins its name: 發行永續債X、二級資本債Y."""
    return not claim.is_latin and token.meanings.kinds == ONLY_MEMBER


def inside_price(token: Token, word: Token, claim: Claim, index: TaxonomyIndex, kind: str) -> float:
    """Return the price of a concept inside a longer one's name: 客戶 in 客戶存款 is not what 784 without a unit counts.

    word: the one inside; in Han prose what does not end a name is none: 櫃員, in 智能櫃員機; of a rate 貸款, in 貸款收益率.
    """
    if token.meanings.members:
        return _inside_member(token, word, claim) if claim.is_latin else 0.0
    if token.gap:
        return PRICE["not_the_head"]
    longer = token.meanings.concepts
    rate = bool(longer) and claim.figure.kind == "percent" and claim.kind == "level"
    if not claim.is_latin and word.end < token.end and (rate or token.start < word.start):
        return PRICE["inside_another"]
    fits = not longer
    for concept in longer:
        fits = fits or index.unit_price(concept, claim.figure, kind, claim.counted) is not None
    return PRICE["not_the_head"] if fits else PRICE["inside_another"]


def _inside_member(token: Token, word: Token, claim: Claim) -> float:
    """Return the price of a concept in the name of a member that another ends: savings, in savings deposits."""
    behind = any(other.meanings.concepts and other.start >= word.end for other in token.nested)
    price = PRICE["not_the_head"] if behind else 0.0
    if not token.meanings.concepts and claim.figure.kind == "money":  # fixed income recorded $5m of outflows
        price += PRICE["right_though_left"] * any(other.meanings.concepts for other in claim.right)
    return price


def is_not_of_last(concept: str, claim: Claim, context: Context, index: TaxonomyIndex) -> bool:
    """Return whether a change goes on from a figure, and not from what stands behind that: spent $3bn on cards, 8% more."""
    last = context.last
    if last is None or not claim.lead_is_behind or claim.kind not in ("change", "growth"):
        return False
    figure = last.claim.figure
    return claim.goes_on or index.unit_price(concept, figure, last.claim.kind, last.claim.counted) is None


def goes_on_sharing(claim: Claim, context: Context) -> bool:
    """Return whether a part goes on from another's share: equities rose to 27% of assets, bonds to 19%."""
    last = context.last
    if last is None or last.candidate.kind != "share" or not claim.is_latin or claim.is_before:
        return False
    parts = dict(last.candidate.dimensions)
    named = [pair for token in claim.left_terms for pair in token.meanings.members]
    concepts = any(token.meanings.concepts for token in claim.left)
    return not concepts and any(parts.get(axis, member) != member for axis, member in named)


def beside_share(own: list[Source], claim: Claim, context: Context) -> list[Source]:
    """Return what a clause names without what only its part's name holds, where another's share goes on: customers 40%."""
    if not own or claim.kind not in ("level", "share") or claim.figure.kind != "percent" or claim.right:
        return own
    if not goes_on_sharing(claim, context):
        return own
    return [source for source in own if source.token in claim.left]


def is_rate_then(claim: Claim, context: Context) -> bool:
    """Return whether a share of no more than a time is what the rate before it was then: 非利息收入佔總收入32%，去年佔30%."""
    last, says_more = context.last, claim.left_terms or claim.unread or claim.of_which
    if last is None or says_more or not claim.times:
        return False
    return last.candidate.kind == "level" and last.claim.figure.kind == "percent"


def goes_on_past_rate(claim: Claim, context: Context) -> bool:
    """Return whether an amount cannot be of the rate that was not understood: 市占率Y，較年初增加Z."""
    kinds, kind = context.broken_kinds, claim.figure.kind
    amount = kind in ("money", "count") and not (claim.is_latin or claim.unread)
    if any(token.is_term for token in claim.lead):
        return False  # 市佔率Y，個人存款維持增長，較年初增加Z
    return amount and bool(kinds) and kind not in kinds and (claim.of_which or claim.kind == "change")


def is_named_anew(claim: Claim, context: Context) -> bool:
    """Return whether a clause behind the figure before names something: X，利潤受拖累，為Y; not 17宗貸款，總額Y.

    In English, the sentence of its first figure: what pays for it all, our net income, was $24 million.
    """
    if claim.of_which or claim.kind == "share" or not claim.lead:
        return False
    if claim.is_latin:
        first = not context.frames and context.ended <= context.begins <= claim.lead[0].start
        return first and len({t.meanings.concepts for t in claim.lead if t.meanings.concepts}) == 1
    counted = claim.near_from <= context.ended and context.ended - claim.lead[0].start >= -_COUNTED
    return claim.lead[0].start > context.ended and not counted


_COUNTED = 6
"""How far behind a figure the name may stand of what it counts, in its clause: 17宗(可持續)貸款."""


def _before_rate(claim: Claim, context: Context) -> Frame | None:
    """Return the figure before the rate that was not understood, which an amount goes on from, None where there is none."""
    frames = context.frames or (context.earlier if claim.of_which else [])
    kinds = context.broken_kinds
    return next((frame for frame in near(frames) if frame.claim.figure.kind not in kinds), None)


def of_figures_before(
    claim: Claim, context: Context, index: TaxonomyIndex, kind: str, unread: float, *, lead: bool
) -> list[Source]:
    """Return the concepts of the figures before: of the sentence, of the one before it, else of the section.

    lead: words between the figure before and the clause name a concept too.
    """
    rate = bool(context.broken_kinds) and goes_on_past_rate(claim, context)
    past = _before_rate(claim, context) if rate else None
    if past is not None:
        price = frame_price(claim) + PRICE["frame_farther"] + unread
        return of_frame(claim, past, price, "frame" if context.frames else "before", index, kind)
    frame = context.before_claim(claim)
    if frame is not None:
        if claim.right_unread and not claim.figure.kind:
            unread += PRICE["unread_telling"] * _counts_others(claim, frame)
        if lead and claim.follows is None:
            unread += PRICE["frame_though_lead"]
        if not claim.is_latin and claim.kind != "level":
            unread += PRICE["unread_telling"] * _grew_anew(claim, frame, index)
            unread += PRICE["share_of_all"] * (kind == "share" and _is_part_of_other(frame, context.frames))
        return _of_sentence(claim, frame, context, frame_price(claim) + unread, index, kind)
    found: list[Source] = []
    if context.before is not None:
        named = claim.figure.kind == "percent" and any(token.meanings.concepts for token in claim.left)
        unread += PRICE["another_subject"] * named
        price = _beyond_price(claim, context.before, context, lead=lead) + unread
        found.extend(of_frame(claim, context.before, price, "before", index, kind))
        looks_back = claim.of_which or claim.ranked or (claim.is_before and claim.is_latin)
        if looks_back and not _fits(context.before, claim, index, kind):
            told = (*near(context.earlier), *(context.opened if claim.ranked else ()))
            fitting = (other for other in told if _fits(other, claim, index, kind))
            for other in islice(fitting, 1):
                found.extend(of_frame(claim, other, price + PRICE["frame_farther"], "before", index, kind))
    else:
        for step, earlier in enumerate(context.section):
            price = PRICE["section"] + PRICE["section_each"] * step + unread
            found.extend(of_frame(claim, earlier, price, "before", index, kind))
    return found


def _is_part_of_other(frame: Frame, frames: list[Frame]) -> bool:
    """Return whether a figure is by its name alone a part of another thing: 淨收益X，其中手續費淨收益Y，占Z."""
    said = frame.claim.left_terms
    if not any(token.meanings.concepts for token in said):
        return False
    if any(t.meanings.members or any(one.meanings.members for one in t.nested) for t in said):
        return False
    whole = within = None
    for other in frames:
        if other.claim.of_which:
            within = whole
        if other is frame:
            break
        whole = other if not within else whole
    return within is not None and within.candidate.concept != frame.candidate.concept


def _grew_anew(claim: Claim, frame: Frame, index: TaxonomyIndex) -> bool:
    """Return whether a move over the year before is of what was new, and not of all: 新增客戶8.6萬名，按年增長24%."""
    if claim.kind not in ("growth", "change"):
        return False
    year = claim.base is not None and claim.base.base == "previous_year" and claim.base.span is None
    new = frame.candidate.kind == "change" and frame.claim.after_noun_verb > 0
    return year and new and not index.is_flow(frame.candidate.concept)


def _counts_others(claim: Claim, frame: Frame) -> bool:
    """Return whether a bare count stands before a noun that nothing explains, behind one of things: 385 branches and 3 hubs."""
    if claim.counted or claim.of_which or claim.is_before:
        return False
    behind = claim.right_unread[0][0] == claim.figure.end + 1
    return behind and claim.is_latin and claim.kind == "level" and bool(frame.claim.counted)


def _of_sentence(
    claim: Claim, frame: Frame, context: Context, price: float, index: TaxonomyIndex, kind: str
) -> list[Source]:
    """Return the concept of the figure before in the sentence, and that of the last one that fits."""
    found: list[Source] = []
    fits = _fits(frame, claim, index, kind)
    # or 0.52% of total loans, up 8%: the loans are, where no concept is the growth of the rate
    fixed = kind == "growth" and claim.lead_is_whole and not _grows(frame, index)
    if not fixed and (fits or not claim.of_them):
        found.extend(of_frame(claim, frame, price, "frame", index, kind))
    listed = claim.follows is not None and not claim.is_latin and claim.kind != "level"
    if (fixed or not fits) and not listed:  # 占比分别为X和Y，分别下降V和W: of that in its place alone
        fitting = (
            other
            for other in near(context.frames)
            if (_grows(other, index) if fixed else _fits(other, claim, index, kind))
        )
        for other in islice(fitting, 1):
            price += PRICE["frame_farther"]
            for source in of_frame(claim, other, price, "frame", index, kind):
                source.near = frame
                found.append(source)
    return found


def _grows(frame: Frame, index: TaxonomyIndex) -> bool:
    """Return whether the growth of what a figure before is of is a concept."""
    return index.variant(frame.candidate.concept, "growth") is not None


def _fits(frame: Frame, claim: Claim, index: TaxonomyIndex, kind: str) -> bool:
    if claim.of_them and value_of(frame.claim.figure)[0] < value_of(claim.figure)[0]:
        return False  # no part is more than the whole
    return index.unit_price(frame.candidate.concept, claim.figure, kind, claim.counted) is not None


def _beyond_price(claim: Claim, frame: Frame, context: Context, *, lead: bool) -> float:
    """Return the price of a concept of an earlier sentence, which a change, 其中 or an item of a list looks for."""
    if frame is context.listed and not claim.is_latin and any(t.meanings.members for t in claim.left):
        return PRICE["frame_beyond"] - PRICE["frame_beyond_expected"]
    far = 0 if frame is context.listed else claim.sentence - frame.claim.sentence - 1
    price = PRICE["frame_beyond"] + PRICE["frame_beyond_each"] * far
    compared = claim.kind in ("change", "growth") or (claim.is_before and claim.is_latin)
    expected = (
        claim.of_which or claim.led_part or claim.ranked or ((claim.is_pronoun or compared) and not lead)
    )
    if not expected and claim.is_latin and _names_sibling(claim, frame):
        return price - PRICE["frame_beyond_sibling"]
    return price - PRICE["frame_beyond_expected"] if expected else price


def _names_sibling(claim: Claim, frame: Frame) -> bool:
    """Return whether a clause only names another member beside the one before: Treasury earned $5m. Retail earned $9m."""
    if not claim.brings or claim.kind not in ("level", "share"):
        return False
    parts = dict(frame.candidate.dimensions)
    named = [pair for token in claim.left_terms for pair in token.meanings.members]
    return any(parts.get(axis, member) != member for axis, member in named)


def frame_price(claim: Claim) -> float:
    """Return the price of the concept of the figure before, by what the claim says itself."""
    if claim.of_which:
        return PRICE["of_which"]
    has_members = any(token.meanings.members for token in claim.left)
    return PRICE["frame_members"] if has_members else PRICE["frame"]


def of_frame(
    claim: Claim, frame: Frame, price: float, where: str, index: TaxonomyIndex, kind: str
) -> list[Source]:
    """Return the concept of a figure before, and the others that its words may name (承銷債券35隻、金額286億元)."""
    unsure = PRICE["sign_unsure"] if frame.claim.unsure_sign else 0.0
    owed = max(frame.candidate.price - unsure, 0.0)
    # nobody is surer than what it goes on from
    price += owed if owed > TOO_UNSURE else owed * PRICE["frame_share"]
    found = [Source(frame.candidate.concept, price, None, where, frame)]
    if index.unit_price(frame.candidate.concept, claim.figure, kind, claim.counted) is None:
        if claim.counterpart and kind == "level":
            found.append(Source(claim.counterpart, price, None, where, frame))
        for token in (*frame.claim.left, *frame.claim.right):
            for concept, _, inside in inherited_from(token, claim, index, kind):
                found.append(Source(concept, price + PRICE["frame_words"] + inside, None, where, frame))
    return found


def of_flow(
    claim: Claim, context: Context, index: TaxonomyIndex, kind: str, own: list[Source]
) -> list[Source]:
    """Return the own concepts, or else the flow that a part goes on with: 發放貸款X，其中中長期貸款Y.

    Its noun alone is a balance's too, and part of the flow's name.
    """
    frame = context.before_claim(claim) if own and kind == "level" and not claim.is_latin else None
    if frame is None or not (claim.of_which or frame.within_part):
        return own
    flow, names = frame.candidate.concept, index.named_parts.names
    if frame.candidate.kind != "level" or not index.is_flow(flow):
        return own
    named = all(
        source.token is not None
        and not index.is_flow(source.concept)
        and any(
            name in longer
            for longer in names.get(flow, ())
            for name in names.get(source.concept, ())
            if len(name) == source.token.end - source.token.start
        )
        for source in own
    )
    return of_frame(claim, frame, frame_price(claim), "frame", index, kind) if named else own


def says_share(claim: Claim, context: Context, source: Source) -> bool:
    """Return whether a share is spoken of that may change: 增長8%，比上年提高1.5個百分點 is of the growth."""
    if claim.whole or claim.kind == "share" or claim.says_share:
        return True
    if any(t.meanings.verb == "share" for t in (*claim.left, *claim.lead)):
        return True
    if source.frame is None:
        return claim.is_latin
    return any(
        frame.candidate.kind in ("share", "share_change") and frame.candidate.concept == source.concept
        for frame in (source.frame, *context.frames)
    )
