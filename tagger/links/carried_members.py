"""Members that a figure takes over from the one before it, beside those that it names itself."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Clue, Context, Frame, Source
from tagger.links.own_words import members_of
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex


def permitted(
    taken: dict[str, str], own: dict[str, str], source: Source, index: TaxonomyIndex
) -> dict[str, str]:
    """Return the members of those taken over that the concept may carry beside its own."""
    if not taken:
        return taken
    return {
        axis: member
        for axis, member in taken.items()
        if axis not in own
        and index.permits(source.concept, frozenset((*own, axis)))
        and not any(index.named_parts.holds(named, member) for named in own.values())
    }


def frame_clues(frame: Frame) -> list[Clue]:
    """Return the evidence for the members of a figure before."""
    return [
        ("inherited", start, end, target)
        for kind, start, end, target in frame.candidate.clues
        if kind in ("member", "inherited")
    ]


def is_named_around(claim: Claim, frame: Frame) -> bool:
    """Return whether a claim's name stands before the bracket of the figure before: the loan book (mortgages: $3bn) was $9bn."""
    aside = claim.is_latin and frame.claim.in_bracket and not claim.in_bracket
    return aside and claim.clause_start < frame.claim.figure.start and bool(claim.left_terms)


def is_next_share(claim: Claim, before: Frame) -> bool:
    """Return whether a share of the total, behind the share of a part, is of the same whole: A 57%, and B 32% of the total."""
    of_total = claim.is_latin and claim.kind == "share" and claim.total_behind
    return of_total and before.candidate.kind == "share" and not claim.of_which


def told_before(frame: Frame, begins: int) -> set[str]:
    """Return the members that a figure has from sentences before its own; begins: where that does."""
    return {target for kind, start, _, target in frame.candidate.clues if kind in _MEMBERS and start < begins}


_MEMBERS = ("member", "inherited")


def part_beside(frame: Frame | None, own: dict[str, str], claim: Claim) -> Frame | None:
    """Return the figure of a part that a claim names one more beside, None where it does not: 其中公募產品X、私募產品Y."""
    if frame is None or not frame.within_part or claim.is_latin or frame.claim.sentence != claim.sentence:
        return None
    if not any(axis in own for axis, _ in frame.candidate.dimensions):
        return None
    # of that part alone: 中層人員中女性X，高級人員Y
    said = {axis for axis, _, _ in members_of(frame.claim.left)}
    return frame if said <= own.keys() else None


def of_business(
    frame: Frame | None,
    claim: Claim,
    context: Context,
    source: Source,
    own: dict[str, str],
    index: TaxonomyIndex,
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the business of a holding that a sentence is about, for a part named there: 瑞峰銀行存款X，活期存款Y.

    Or that of the heading above, where the sentence names none: 二、銀行業務 / 財富管理手續費X.
    """
    told = businesses(dict(frame.candidate.dimensions), claim, context, index) if frame is not None else {}
    if frame is None or not told:
        return _of_topic(claim, context, source, own, index)
    taken = permitted(told, own, source, index)
    return taken, PRICE["carried_member"] if taken else 0.0, frame_clues(frame)


def _of_topic(
    claim: Claim, context: Context, source: Source, own: dict[str, str], index: TaxonomyIndex
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the business of a holding that the heading above a sentence of Han prose names, and nothing else."""
    if claim.is_latin or claim.is_whole or claim.total or not index.entities:
        return {}, 0.0, []
    named = [(axis, m, token) for axis, m, token in members_of(context.topic) if m in index.entities]
    taken = permitted({axis: m for axis, m, _ in named}, own, source, index) if len(named) == 1 else {}
    clues: list[Clue] = [
        ("inherited", token.start, token.end, m) for axis, m, token in named if axis in taken
    ]
    return taken, PRICE["topic"] if taken else 0.0, clues


def businesses(told: dict[str, str], claim: Claim, context: Context, index: TaxonomyIndex) -> dict[str, str]:
    """Return of the members told before the business of a holding that a sentence of Han prose opens with.

    It holds for all parts that are named behind.
    """
    if not (index.entities and told) or claim.is_latin or claim.is_whole or claim.total:
        return {}
    opened = {member for token in context.opening for _, member in token.meanings.members}
    return {axis: member for axis, member in told.items() if member in index.entities and member in opened}


def of_section(context: Context) -> dict[str, str]:
    """Return the members of a figure before that the section is about: under 香港分行, 資產總額X；貸款和存款分別為Y及Z."""
    frame = context.last or context.before
    if frame is None or not context.headings:
        return {}
    about = {member for _, member, _ in members_of(context.headings)}
    return {axis: member for axis, member in frame.candidate.dimensions if member in about}
