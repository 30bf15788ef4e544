"""Where the members of a figure end though the sentence goes on: behind a part that was only told beside, in a list of plans."""

from __future__ import annotations

from collections.abc import Sequence

from tagger.clauses.bounds import FIRST_WORD
from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT
from tagger.links.candidate import Context, Frame, Source, near
from tagger.links.own_words import members_of
from tagger.links.prices import PRICE, TOO_UNSURE
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token


def is_within_part(claim: Claim, last: Frame | None, setting: Setting, *, inherited: bool) -> bool:
    """Return whether a figure is told of a part beside the whole, or goes on from one that is: of which, in Asia by 9% to £5m.

    last: the figure before. inherited: its concept is said before.
    """
    if claim.of_which:
        return True
    if last is None or not inherited:
        return False
    if not claim.is_latin:
        return last.within_part
    return (last.within_part and not claim.left_terms) or _is_part_beside(claim, last, setting)


def _is_part_beside(claim: Claim, last: Frame, setting: Setting) -> bool:
    """Return whether a clause between commas only says what a part had: fell 3%, in Asia by 2% to £5m, in Europe 4%."""
    text, language = setting.prose.text, setting.language
    said = [token for token in claim.left if token.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    joined = bool(said) and last.within_part and text[said[0].start : said[0].end] in language.conjunctions
    said = said[joined:]  # and in the Americas by 1%
    if claim.unread or not (said and (joined or text[claim.clause_start - 1 : claim.clause_start] == ",")):
        return False
    first = text[said[0].start : said[0].end]
    if first not in language.links_at_start:
        return False
    if len(said) == 1 and first in language.by:  # by 9% in Asia
        return any(token.meanings.members for token in (*claim.right, *claim.part))
    behind = FIRST_WORD.match(text, claim.figure.end + 1) if text[claim.figure.end] == "," else None
    if behind is not None and behind[1] in language.time_relatives:
        return False  # in Asia by 9%, where costs rose
    by = next((n for n, token in enumerate(said) if text[token.start : token.end] in language.by), len(said))
    return by > 1 and all(
        token.meanings.members or text[token.start : token.end] in language.linked_articles
        for token in said[1:by]
    )


def sums_up(claim: Claim, last: Frame | None, setting: Setting) -> bool:
    """Return whether a clause tells what the whole came to behind its parts: home loans rose to £2bn, taking loans to £4bn.

    last: the figure before. A part that it names beside the thing itself is what the sentence is about.
    """
    if last is None or not claim.is_latin or not last.candidate.dimensions or claim.kind != "level":
        return False
    named = [token for token in claim.left if token.is_term]
    if not named or any(token.meanings.members for token in named):
        return False
    if last.candidate.concept not in named[0].meanings.concepts:
        return False  # bonds took in £2bn, taking assets to £9bn
    said = setting.prose.text[claim.clause_start : named[0].start].split()
    language = setting.language
    words = [w for w in said if w not in language.linked_articles and w not in language.relatives]
    return len(words) == 1 and words[0] in language.extra["outcomes"]


def whole_before(frame: Frame, source: Source, frames: list[Frame]) -> Frame | None:
    """Return the figure before of the whole, where a semicolon ends what was told of a part.

    其中上市4件、上櫃7件；承銷金額214億元 is of neither; 女性佔53.8%；員工流失率12.4% of all employees. None where no part
    ends, or the claim goes on from it.
    """
    if source.frame is not None or not _is_part(frame):
        return None
    if source.concept == frame.candidate.concept:
        return None
    return next((other for other in near(frames) if not _is_part(other)), None)


def _is_part(frame: Frame) -> bool:
    """Return whether a figure is of a part that its own words name beside a whole: 其中上市4件, 女性佔53.8%."""
    return frame.within_part or (
        frame.candidate.kind == "share" and any(token.meanings.members for token in frame.claim.left)
    )


def without_list(
    said: dict[str, str], frame: Frame, claim: Claim, source: Source, frames: list[Frame]
) -> dict[str, str]:
    """Return the members of a figure without those that only tell it apart in a list, for a thing of another name.

    國內分行112家，海外分行9家，員工4,935人: the employees are of neither; 不良率2.07%，自營貸款不良率1.76%；逾期率3.94% of all.
    """
    concept, dimensions = frame.candidate.concept, frame.candidate.dimensions
    if claim.of_which or claim.back_reference or not _begins_anew(frame, claim, frames):
        return said
    first = beside = None
    for other in near(frames):
        if other.candidate.concept == source.concept:
            return said  # 公司貸款X，不良率Y，個人貸款Z，不良率W
        if beside is None and other.candidate.concept == concept and other.candidate.dimensions == dimensions:
            first = other  # of those that go on about the part
        else:
            beside = beside or other
    if first is None or beside is None or beside.candidate.concept != concept:
        return said
    if not any(token.meanings.members for token in first.claim.left):
        return said
    names = dict(beside.candidate.dimensions)
    return {axis: member for axis, member in said.items() if names.get(axis) == member}


def goes_on_about_part(
    frame: Frame, claim: Claim, source: Source, frames: list[Frame], index: TaxonomyIndex
) -> bool:
    """Return whether Han prose goes on about the only part that it told: 貸款X，其中住房貸款Y，不良率Z is of these.

    frame: of the part. Behind several, or a semicolon, it speaks of the whole again; so does what is called as that. English
    goes on where it points at the part: of which homes $5m, up 9%, and their cost; the number of such customers.
    """
    if claim.is_latin:
        return claim.back_reference or claim.is_possessed
    if claim.apart_from or claim.figure.start > frame.claim.figure.end + _NEAR_PART:
        return False
    if frame.candidate.price >= TOO_UNSURE or not frame.candidate.dimensions:
        return False
    whole = next((other for other in near(frames) if not other.within_part), None)
    if whole is not None and _begin_alike(whole.candidate.concept, source.concept, index):
        return False
    parts = [other.candidate.dimensions for other in near(frames) if other.within_part]
    return all(dimensions == frame.candidate.dimensions for dimensions in parts)


def _begin_alike(concept: str, other: str, index: TaxonomyIndex) -> bool:
    """Return whether two things are called by what both are of in Han prose, which is then all of it: 寬頻用戶, 寬頻ARPU."""
    names = index.named_parts.labels
    begun = {name[:_OF_BOTH] for name in names.get(concept, ()) if not name.isascii()}
    return any(name[:_OF_BOTH] in begun for name in names.get(other, ()))


_OF_BOTH = 2
_NEAR_PART = 16
"""How far behind the figure of a part stands what goes on about it."""


def is_told_as_part(frame: Frame, claim: Claim) -> bool:
    """Return whether an amount of Han prose is of a part, from which no other part goes on: 公司客戶佔當中X."""
    if claim.is_latin or claim.of_which or frame.candidate.kind != "level":
        return False
    amount = frame.claim.figure.kind != "percent"
    return amount and any(token.meanings.verb == "share" for token in frame.claim.left)


def opens_anew(since: Sequence[object], claim: Claim, source: Source) -> bool:
    """Return whether a sentence opens with a part of its own, and is of no other: 海外簽帳金額X。旅遊類成長最強，年增Y.

    Or a clause does, behind an amount that is told as a part of the whole: 機構客戶佔當中X，股票策略最受歡迎，吸納Y.
    """
    nearest = source.near or source.frame
    if since and nearest is not None and is_told_as_part(nearest, claim):
        return True
    return source.near is None and source.where == "before" and bool(since) and not claim.of_which


def is_whole_of_part(claim: Claim, frame: Frame | None, context: Context) -> bool:
    """Return whether all of a thing is all of the part's that its sentence speaks of: 村鎮銀行8家，資產總額X，負債總額Y."""
    if claim.is_latin:
        return False
    return bool(context.since) or (
        frame is not None and frame.claim.is_whole and bool(frame.candidate.dimensions)
    )


def _begins_anew(frame: Frame, claim: Claim, frames: list[Frame]) -> bool:
    """Return whether a claim is no attribute of what was told before: behind a semicolon, listed, a rate by rates, a count."""
    before, figure = frame.claim.figure, claim.figure
    if claim.apart_from or claim.is_listed or before.kind == figure.kind == "percent":
        return True
    if frame.claim.is_listed:
        return True  # 其中公司貸款X、個人貸款Y，不良率Z
    if before.kind == figure.kind == "money" and claim.kind == frame.claim.kind == "level":
        return not _goes_on_in_item(frame, frames)  # 公司存款X，個人存款Y，貸款Z
    return figure.kind == before.kind == "count" and figure.unit_word != before.unit_word


def _goes_on_in_item(frame: Frame, frames: list[Frame]) -> bool:
    """Return whether a figure is of what a semicolon parted from the item before: 理財公司淨利潤X；租賃公司淨利潤Y，總資產Z."""
    for other in near(frames):
        if other.candidate.dimensions != frame.candidate.dimensions:
            return False
        if other.claim.apart_from:
            return True
    return False


def opening_holds(opening: list[Token], claim: Claim, frames: list[Frame]) -> bool:
    """Return whether the members that a sentence opened with still hold: no plan, and none beside them named since.

    境內分行312家，境外分行8家，手機銀行客戶2,100萬戶，員工12,310人: the employees are no longer those within the borders.
    """
    if claim.is_latin:
        return True
    if claim.scenario:
        return False
    opened = {axis: member for token in opening for axis, member in token.meanings.members}
    members = {token.start: {m for _, m in token.meanings.members} for token in opening}
    for frame in near(frames):
        if any(opened.get(axis, member) != member for axis, member in frame.candidate.dimensions):
            return False
        if any(
            k == "member" and at in members and m not in members[at] for k, at, _, m in frame.candidate.clues
        ):
            return False  # the word names another member where its figure is
    return True


def of_all(said: dict[str, str], claim: Claim, frames: list[Frame]) -> dict[str, str]:
    """Return the members that all figures of the sentence have, for a total: 借記卡X，信用卡Y，消費額合計Z is of both."""
    if not any("total" in token.meanings.kinds for token in claim.left):
        return said
    told = [dict(frame.candidate.dimensions) for frame in near(frames)]
    return {axis: m for axis, m in said.items() if all(frame.get(axis, m) == m for frame in told)}


def is_of_all(claim: Claim, before: Frame, context: Context) -> bool:
    """Return whether a figure is of all of a thing, whatever part the one before is of: $2bn of the $3bn growth, a total.

    So is a plan behind the parts of what there is: of which $2bn in homes, and our target is $9bn. before: the last part. A
    part alone may have a plan of its own.
    """
    if claim.total or (claim.is_whole and claim.part_of_change):
        return True
    if not claim.scenario or claim.of_which or before.claim.scenario or not before.candidate.dimensions:
        return False
    told = {frame.candidate.dimensions for frame in told_of_it(before, context)}
    return before.claim.of_which or len(told) > 1


def told_of_it(last: Frame, context: Context) -> list[Frame]:
    """Return the figures of the sentence, else of the one before, that are of the same concept as the last one."""
    frames = near(context.frames or context.earlier)
    return [frame for frame in frames if frame.candidate.concept == last.candidate.concept]


def is_next_plan(claim: Claim, before: Frame | None, frames: list[Frame], text: str) -> bool:
    """Return whether a plan is another than the one before, which named its own part, and says its own noun again.

    力爭科技型企業貸款新增300億元，不良貸款率控制在1.25%以內: the ratio is of all loans, where 不良率 alone goes on.
    Or plans of all stand before that one in its sentence, and it names another thing in another unit.
    """
    if before is None or before.claim.scenario != claim.scenario:
        return False
    part = next((token for token in reversed(before.claim.left) if token.meanings.members), None)
    if part is None or any(token.meanings.members for token in claim.left):
        return False
    said = text[part.start : before.claim.figure.start]
    others = [
        frame for frame in near(frames) if frame is not before and frame.claim.sentence == claim.sentence
    ]
    if (
        any(frame.claim.scenario == claim.scenario and not frame.candidate.dimensions for frame in others)
        and before.claim.figure.kind != claim.figure.kind
        and any(token.meanings.concepts for token in claim.left)
    ):
        return True
    return any(
        text[at : at + _NOUN] in said
        for token in claim.left
        if token.meanings.concepts
        for at in range(token.start, token.end - _NOUN + 1)
    )


_NOUN = 2
"""How many characters a noun of Han prose has."""


def price_of_joint(frame: Frame) -> float:
    """Return what it costs to take over a member that a figure names beside another: 在香港及澳門設有42間門市."""
    unsure = frame.candidate.price >= PRICE["joint"]
    return PRICE["joint"] if unsure and not frame.claim.is_latin else 0.0


def is_half_joined(frame: Frame, frames: list[Frame]) -> bool:
    """Return whether a figure, or one that it goes on from, is of a member and what nothing explains: 珠三角及海西貸款.

    What is said next is of neither alone, and not of all.
    """
    if frame.candidate.price < TOO_UNSURE or frame.claim.is_latin:
        return False
    named = (other for other in near(frames) if other.candidate.dimensions == frame.candidate.dimensions)
    return any(other.claim.half_joined for other in named)


def lacks_part(claim: Claim, source: Source, own: dict[str, str], index: TaxonomyIndex) -> bool:
    """Return whether a clause before speaks of a part that a concept of a heading has no axis for.

    Loans and deposits. Trade finance was soft: the balance of $24 million is none of deposits.
    """
    if source.where != "heading" or own or not claim.is_latin:
        return False
    roles = index.role_axes.values()
    return any(
        axis not in roles for axis, _, token in members_of(claim.near_lead) if not token.meanings.concepts
    )


def opens_with_part(claim: Claim, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether the sentence speaks of a part before it comes to a rate of the whole: 信用卡貸款穩健發展，不良率1.3%."""
    said = next((t.meanings.concepts for t in reversed(claim.lead) if t.meanings.concepts), ())
    return bool(said) and all(index.named_parts.are_apart(concept, source.concept) for concept in said)


def is_of_other_part(frame: Frame, claim: Claim, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether what is named is of the part before, and no member can say so: of a company, or a rate of its whole."""
    return _is_of_part(frame, source, index) or _is_of_company(frame, claim, source, index)


def is_of_unknown(claim: Claim, frame: Frame | None, context: Context, index: TaxonomyIndex) -> bool:
    """Return whether a thing is a part of what was not understood: 設有村鎮銀行8家，資產總額X, or 其中利息收入Y，非利息收入Z.

    Or of a part that a pronoun stands for, which it cannot have: Corporate Banking did well. Its loans rose by 5%. frame: of
    the figure before.
    """
    if (
        context.meant
        and not context.broken
        and (claim.is_pronoun or claim.is_possessed or not claim.is_latin)
    ):
        return True
    if claim.is_latin:
        return False
    if frame is not None and frame.within_part and frame.candidate.price >= TOO_UNSURE:
        return not claim.apart_from
    since = members_of(context.since) if context.since else ()
    return bool(since) and (claim.of_which or any(member in index.entities for _, member, _ in since))


def _is_of_part(frame: Frame, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a rate is by its name of the whole, and what the sentence speaks of a part: 信用卡貸款…，不良率0.92%.

    The part is told by a member that the rate has no axis for, or by the name of a concept of its own.
    """
    rate, concept = source.concept, frame.candidate.concept
    lacking = any(not index.permits(rate, frozenset((axis,))) for axis, _ in frame.candidate.dimensions)
    return index.named_parts.are_apart(concept, rate) or (lacking and index.named_parts.is_of(rate, concept))


def _is_of_company(frame: Frame, claim: Claim, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether the sentence speaks of a company that no fact of the concept may be of: 消費金融公司貸款X，服務客戶Y."""
    return not (claim.is_latin or claim.apart_from or claim.is_whole) and any(
        member in index.companies and not index.permits(source.concept, frozenset((axis,)))
        for axis, member in frame.candidate.dimensions
    )


def is_listed_beside(frame: Frame, claim: Claim, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a list of Han prose names a thing once more, which is no part before again: 二級分行126家、支行986家."""
    same = source.where == "left" and source.concept == frame.candidate.concept
    counts = same and claim.kind == frame.candidate.kind == "level" and not (claim.times or claim.is_latin)
    named = counts and any(token.meanings.members for token in frame.claim.left)
    beside = named and not claim.of_which and claim.clause_start - frame.claim.figure.end <= 1
    if "cumulative" in claim.qualifiers and "cumulative" not in frame.claim.qualifiers:
        return False  # 聯名信用卡發卡X，累計發卡Y
    return beside and not index.is_flow(source.concept)  # 投放绿色贷款X，累计投放Y


def is_of_part_before(claim: Claim, context: Context, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether the sentence before tells of parts that only a concept has, which the clause then names itself.

    Card revenue was in line with last year. Non-interest income fell by $3m.
    """
    named = source.where == "left" and source.token is not None
    if not (named and claim.is_latin and context.lead_in_apart) or claim.back_reference:
        return False
    axes = {axis for token in context.lead_in for axis, _ in token.meanings.members}
    return bool(axes) and all(index.only_of_axis.get(axis) == source.concept for axis in axes)
