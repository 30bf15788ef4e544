"""What the names of the taxonomy and the figures before make of a claim of Han prose."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.bare_nouns import is_of_all_instalments, says_noun_bare
from tagger.links.candidate import Context
from tagger.links.ends_of_parts import is_next_plan
from tagger.links.fee_names import take_fee
from tagger.links.han_members import find_by_han_member
from tagger.links.han_names import take_end_of_name, take_short_name
from tagger.links.listed_totals import leave_listed, take_sum
from tagger.links.narrowed import take_narrowed_behind
from tagger.links.setting import Setting
from tagger.links.standing_out import is_pointed_out
from tagger.links.told_with import leave_brackets
from tagger.links.unnamed_parts import is_under_unnamed
from tagger.links.verbs_beside import take_verb_beside


def read_han(claim: Claim, context: Context, start: int, setting: Setting) -> None:
    """Read a claim of Han prose; start: where the figure before ends, or its sentence begins."""
    text, language = setting.prose.text, setting.language
    if text[claim.clause_start - 1] in ":：":
        context.unread_scene = is_under_unnamed(claim, start, setting)
    leave_brackets(claim, text, language)
    if "total" in claim.marks:
        leave_listed(claim, text, language)
    if claim.unread:
        take_fee(claim, setting)
        take_short_name(claim, setting)
    if claim.kind == "level" and claim.figure.kind == "count" and context.frames:
        take_end_of_name(claim, context, setting)
    take_narrowed_behind(claim, setting)
    if len(context.frames) > 1:
        take_sum(claim, context)
    find_by_han_member(claim, context, setting)
    take_verb_beside(claim, setting)
    claim.of_unnamed = is_pointed_out(claim, start, setting)
    claim.of_all |= bool(context.frames) and says_noun_bare(claim, context.frames, setting)
    claim.of_all = claim.of_all or is_of_all_instalments(claim, context.before_claim(claim), setting)
    claim.of_all = claim.of_all or _is_overall(claim, context, setting)
    claim.is_next_plan = bool(claim.scenario) and is_next_plan(claim, context.last, context.frames, text)


def _is_overall(claim: Claim, context: Context, setting: Setting) -> bool:
    """Return whether a clause behind a part goes on about the whole: 5,126名，其中內地1,083名，整體減少1.4%."""
    last = context.last
    if last is None or not last.claim.of_which or last.claim.sentence != claim.sentence or claim.of_which:
        return False
    return setting.prose.text.startswith(tuple(setting.language.extra["overall"]), claim.clause_start)
