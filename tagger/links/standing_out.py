"""Parts of Han prose that no term names and that a clause of their own points out: 海外機構中以越南最為突出，獲利X."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.left_over import holes_of
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.language import load_language

_REACH = 40
"""How long the clause may be that points a part out."""
_SHORTEST = 2


def is_pointed_out(claim: Claim, start: int, setting: Setting) -> bool:
    """Return whether the clause right before a figure's points out a part that nothing explains, of which the figure then is.

    start: where the figure before ends, or the sentence begins.
    """
    begin = max(start, claim.clause_start - _REACH)
    if claim.clause_start - begin < _REACH_OF_ONE or any(t.meanings.members for t in claim.left):
        return False
    text = setting.prose.text
    found = _pattern(setting.language.tags).search(text, begin, claim.clause_start)
    if found is None:
        return False
    first, last = found.span(1)
    covered = [(token.start, token.end) for token in claim.lead if token.end > first and token.start < last]
    named = {token.start for token in claim.lead if token.is_term and first <= token.start < last}
    holes = (hole for hole in holes_of(text, first, last, covered) if hole[1] - hole[0] >= _SHORTEST)
    return any(not named or end in named for _, end in holes)  # 倫敦, and 倫敦分行


_REACH_OF_ONE = 6
"""How long such a clause is at least."""


@cache
def _pattern(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a clause that points out one of several: 其中以X表現最為突出."""
    language = load_language(*tags)
    extra, links = language.extra, alternation(language.attributive) or "(?!)"
    opening, nouns, words = (
        alternation(extra[key]) or "(?!)" for key in ("among", "stands_out_in", "standing_out")
    )
    return re.compile(
        rf"(?:{opening})[，,]?([^，,；;、。]{{2,16}}?)(?:{links})?(?:{nouns})?[为為]?(?:{words})[，,]\Z"
    )
