"""Figures of a part that no word of the taxonomy names: 機構286家，其中分行12家; one of a list of parts of another thing."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate, Context, Frame, near
from tagger.links.decided import Reading
from tagger.links.listed_totals import is_total_of_unread
from tagger.links.not_the_whole import is_included, is_unnamed_part
from tagger.links.setting import Setting


def is_of_part_unsaid(
    claim: Claim, best: Reading | None, frame: Frame | None, context: Context, setting: Setting
) -> bool:
    """Return whether a figure is of a part that is not named; frame: of the figure before."""
    if (claim.of_which or claim.is_listed) and _is_part_unsaid(claim, best, context, setting):
        return True
    if claim.of_which and best is not None and _is_share_of_part(claim, best.candidate, context):
        return True
    return best is not None and (
        is_unnamed_part(claim, best, frame or context.before)
        or is_included(claim, best, setting)
        or is_total_of_unread(claim, best.candidate, context, setting)
        or _is_owned_by_unread(claim, best.candidate, context, setting)
        or _is_of_several(claim, best.candidate, setting)
        or _is_of_one_of_several(claim, best.candidate, context)
    )


def _is_of_several(claim: Claim, candidate: Candidate, setting: Setting) -> bool:
    """Return whether a figure is of several parts told before, and the reading has one: together they make up 40% of loans."""
    if not claim.is_latin or not candidate.dimensions or any(t.meanings.members for t in claim.left):
        return False
    text, words = setting.prose.text, setting.language.extra["together"]
    said = text[claim.clause_start : claim.figure.start].strip()
    opens = any(said.startswith(f"{word} ") for word in words)
    opens &= not said.startswith(tuple(setting.language.extra["accompanied"]))  # together with 900 growers
    opens &= not any(t.is_term and t.start <= claim.clause_start + 1 for t in claim.left)  # combined ratio
    return opens or any("both" in t.meanings.kinds and t.start <= claim.clause_start + 1 for t in claim.left)


def _is_of_one_of_several(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Return whether a sentence of Latin prose goes on from several parts, of which it names none.

    A had 17%, B 24%. In 2024 the figure was 12%: of both, of B, or of all.
    """
    if not claim.is_latin or claim.kind != "level" or context.frames or not claim.marks.isdisjoint(_POINTING):
        return False
    if context.meant or any(t.meanings.members for t in (*claim.left, *claim.right, *claim.lead)):
        return False  # a pronoun stands for the part that is the subject of the sentence before
    own = dict(candidate.dimensions)
    told = [dict(f.candidate.dimensions) for f in context.earlier if f.candidate.concept == candidate.concept]
    return any(own.get(axis, member) != member for other in told for axis, member in other.items())


_POINTING = frozenset(("former", "latter"))


def _is_owned_by_unread(claim: Claim, candidate: Candidate, context: Context, setting: Setting) -> bool:
    """Return whether a pronoun says that somebody has it of whom the figure before in its sentence was not understood.

    The portfolio grew by 4%, and its arrears rate was 0.4%; but we, or the bank, have what is ours.
    """
    if not (claim.is_possessed and claim.is_latin and context.broken) or candidate.dimensions:
        return False
    if "own" in claim.marks or context.ended <= context.begins:
        return False
    said = f" {setting.prose.text[context.begins : claim.figure.start].strip()} "
    ours = setting.language.subjects | (setting.language.first_person - setting.language.possessed)
    return not any(f" {word} " in said for word in ours)


def _is_part_unsaid(claim: Claim, best: Reading | None, context: Context, setting: Setting) -> bool:
    """Return whether another name of the whole tells a part of it in Han prose: 機構286家，其中分行12家、支行252家.

    Or the name of another thing one of a list of parts, others of which nothing explains: 手續費X，其中財管Y、授信Z.
    """
    if claim.of_which or (claim.is_listed and context.parts_to == context.ended):
        context.parts_to = claim.figure.end
    candidate = best.candidate if best is not None else None
    if candidate is None or claim.is_latin or claim.times or candidate.kind != "level" or candidate.inherited:
        return False
    if any(kind == "member" for kind, *_ in candidate.clues):
        return False
    levels = (frame for frame in near(context.frames) if frame.candidate.kind == "level")
    among = claim.is_listed and context.parts_to == claim.figure.end
    if among and _is_said(candidate, context):
        return True
    whole = next(levels, None) or (context.before if claim.of_which else None)
    listed = claim.is_listed and whole is not None
    if whole is None or not (claim.of_which or (listed and (whole.within_part or context.broken))):
        return False
    told = whole.candidate
    among = among and whole.claim.figure.kind == claim.figure.kind == "money"
    is_flow = setting.index.is_flow
    if among and (context.broken or told.dimensions) and is_flow(told.concept) != is_flow(candidate.concept):
        return True
    return (told.concept, told.kind, told.dimensions) == (candidate.concept, "level", candidate.dimensions)


def _is_share_of_part(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Return whether a share is told of a part of a part, in Han prose: 個人貸款1,445億元，其中房貸佔65%.

    Where the part's own share of the whole is told before, so is that of its part.
    """
    if claim.is_latin or candidate.kind != "share" or claim.whole:
        return False
    told = [frame.candidate for frame in near(context.frames) if frame.candidate.concept == candidate.concept]
    if not told or told[0].kind != "level" or any(other.kind == "share" for other in told):
        return False
    if any(other.dimensions == candidate.dimensions for other in told):
        return False  # 個險、銀保渠道保費分別為X和Y，其中銀保渠道佔比Z
    part, own = dict(told[0].dimensions), dict(candidate.dimensions)
    return any(axis in own and own[axis] != member for axis, member in part.items())


def _is_said(candidate: Candidate, context: Context) -> bool:
    """Return whether the whole before a list of parts is called so too: 放款X，其中企金Y、信貸Z."""
    said = (candidate.concept, candidate.kind, candidate.dimensions)
    told = (frame.candidate for frame in near(context.frames))
    return any((other.concept, other.kind, other.dimensions) == said for other in told)
