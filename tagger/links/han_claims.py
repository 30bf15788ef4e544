"""What the names of the taxonomy and the figures before make of a claim of Han prose."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.links.bare_nouns import is_of_all_instalments, says_noun_bare
from tagger.links.candidate import Context
from tagger.links.ends_of_parts import is_next_plan, told_of_it
from tagger.links.fee_names import take_fee
from tagger.links.half_named import take_what_it_is_from
from tagger.links.han_members import find_by_han_member
from tagger.links.han_names import take_end_of_name, take_short_name
from tagger.links.han_parts_of_changes import read_han_part_of_change
from tagger.links.han_some import leave_some
from tagger.links.han_sources import read_inclusion, take_part_of_list, take_source
from tagger.links.listed_totals import leave_listed, take_sum
from tagger.links.narrowed import take_narrowed_behind
from tagger.links.opened_parts import take_opening, take_twin
from tagger.links.prices import TOO_UNSURE
from tagger.links.setting import Setting
from tagger.links.standing_out import is_pointed_out
from tagger.links.told_with import leave_brackets
from tagger.links.unnamed_parts import is_under_unnamed, opens_with_unnamed
from tagger.links.verbs_beside import take_verb_beside


def read_han(claim: Claim, context: Context, start: int, setting: Setting) -> None:
    """Read a claim of Han prose; start: where the figure before ends, or its sentence begins."""
    text, language = setting.prose.text, setting.language
    _read_opening(claim, context, start, setting)
    if claim.apart_from and not claim.of_which and any(token.meanings.concepts for token in claim.left):
        context.since = []  # 海外設有21家；新增據點2家: the semicolon ends what nothing was understood of
        context.opening = context.opening if context.frames else []
    take_twin(claim, context, setting)
    take_source(claim, context, setting)
    if context.frames:
        if "scope" in claim.marks:
            read_inclusion(claim, context, text, language)
        take_part_of_list(claim, context, setting)
    leave_brackets(claim, text, language)
    if claim.kind in ("level", "share"):
        read_han_part_of_change(claim, context, text, language)
    if "total" in claim.marks:
        leave_listed(claim, text, language)
    if claim.unread:
        take_fee(claim, setting)
        take_short_name(claim, setting)
    if claim.kind == "level" and claim.figure.kind == "count" and context.frames:
        take_end_of_name(claim, context, setting)
    leave_some(claim, setting)
    take_narrowed_behind(claim, setting)
    if len(context.frames) > 1:
        take_sum(claim, context)
    find_by_han_member(claim, context, setting)
    if claim.is_before and claim.since and not claim.times:
        _take_since(claim)
    take_what_it_is_from(claim, setting)
    take_verb_beside(claim, setting)
    claim.of_unnamed |= is_pointed_out(claim, start, setting)
    claim.of_all |= bool(context.frames) and says_noun_bare(claim, context.frames, setting)
    claim.of_all = claim.of_all or is_of_all_instalments(claim, context.before_claim(claim), setting)
    claim.of_all = claim.of_all or _is_overall(claim, context, setting)
    claim.of_all = claim.of_all or _says_all(claim, context, setting)
    claim.is_next_plan = bool(claim.scenario) and is_next_plan(claim, context.last, context.frames, text)


def _read_opening(claim: Claim, context: Context, start: int, setting: Setting) -> None:
    """Read what a sentence opens with, or stands before a colon: a business that no term names, a part."""
    if setting.prose.text[claim.clause_start - 1] in ":：":
        context.unread_scene = is_under_unnamed(claim, start, setting)
        if not context.frames:
            take_opening(claim, context, setting)
    elif not context.frames and start == context.begins:
        context.unread_scene = bool(claim.lead) and opens_with_unnamed(claim, start, setting)
        take_opening(claim, context, setting)
    elif context.unread_scene and context.frames and context.frames[-1].candidate.price < TOO_UNSURE:
        context.unread_scene = False  # 國際業務方面，印尼放款額X，同比增長Y


def _is_overall(claim: Claim, context: Context, setting: Setting) -> bool:
    """Return whether a clause behind parts goes on about the whole: 5,126名，其中內地1,083名，整體減少1.4%.

    Behind a part alone that is no part of what was told before, it is the part's: 內地僱員206名，總數增加12名.
    """
    text, overall = setting.prose.text, tuple(setting.language.extra["overall"])
    last = context.last or context.before
    if last is None or claim.of_which or not text.startswith(overall, claim.clause_start):
        return False
    told = told_of_it(last, context)
    parts = {frame.candidate.dimensions for frame in told}
    return last.claim.of_which or any(frame.claim.of_which for frame in told) or len(parts) > 1


def _take_since(claim: Claim) -> None:
    """Let the value that a change starts from be of the day since when it is told: 自2021年底以來，餘額由X增至Y."""
    since = claim.since[-1]
    if since.base == "since" and since.span is not None and since.span.start is None:
        claim.times = [replace(since, base="")]


def _says_all(claim: Claim, context: Context, setting: Setting) -> bool:
    """Return whether a clause behind parts of a thing names all of it: 活期存款成本率X，全部存款成本率Y, 存款整體成本率Y."""
    last = context.last
    if last is None or not last.candidate.dimensions or claim.of_which or claim.back_reference:
        return False
    terms = claim.left_terms
    if not any(last.candidate.concept in token.meanings.concepts for token in terms):
        return False
    named = terms[0]
    text, extra = setting.prose.text, setting.language.extra
    words = (*extra["all_of"], *extra["overall"])
    if text.startswith(words, named.start):
        return True
    word = next((w for w in words if text.endswith(w, claim.clause_start, named.start)), "")
    claim.unread = [hole for hole in claim.unread if not word or text[slice(*hole)] != word]
    return bool(word)
