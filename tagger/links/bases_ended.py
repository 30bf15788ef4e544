"""A basis that a clause leaves again: 不計稅率變動，利潤增長9%；計入該變動後，則下降3%."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.language import load_language


def end_basis(claim: Claim, context: Context, setting: Setting) -> None:
    """Read words between the figure before and a claim that say that what its basis left out is in it again.

    What they name is no subject: 計入票據貼現後，為345億元.
    """
    axis = setting.index.role_axes.get("basis")
    last = context.last or context.before
    if axis is None or last is None or all(axis != other for other, _ in last.candidate.dimensions):
        return
    start = last.claim.figure.end
    if claim.figure.start - start > _REACH:
        return
    found = _with_it(setting.language.tags).search(setting.prose.text, start, claim.figure.start)
    if found is not None:
        claim.ends_basis = True
        claim.lead = [t for t in claim.lead if t.end <= found.start() or t.start >= found.end()]


_REACH = 60


@cache
def _with_it(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a clause that only says that something is counted in: ；計入該等影響後，."""
    language = load_language(*tags)
    words = alternation(language.extra["told_with"]) or "(?!)"
    before = alternation((*language.extra["before_topics"], *language.extra["counting_in"])) or "(?!)"
    ends = re.escape(language.clause_ends + language.sentence_ends)
    return re.compile(rf"[{ends}][ \n]?(?:{before})*(?:{words})[^{ends}\d]{{1,20}}[{ends}]")
