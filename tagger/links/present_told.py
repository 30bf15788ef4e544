"""Where a text that spoke of a time past is back in its own: In 2022 we lent too much. We have since raised our standards.

What stands between that time and a figure says so, or what the figure's own sentence measures against: than a year ago. A verb in
the past alone does not: In 2022 we lent too much. Arrears were $5 million.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.periods import TimePhrase


def is_back_in_present(past: TimePhrase, claim: Claim, setting: Setting) -> bool:
    """Return whether a sentence behind a time past, or the figure's own, speaks of the present."""
    text, extra = setting.prose.text, setting.language.extra
    ended = _END.search(text, past.end, claim.figure.start)
    if ended is None:
        return False
    ends = _END.search(text, claim.figure.end)
    end = ends.start() if ends is not None else len(text)
    if _said(tuple(extra["told_now"])).search(text, ended.end(), claim.figure.start):
        return True
    return bool(_said(tuple(extra["measured_now"])).search(text, ended.end(), end))


_END = re.compile(r"[.!?] |[。！？\n]")


@cache
def _said(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return an expression for any of these words; of Han characters no end of a word can be seen."""
    latin = alternation([word for word in words if word.isascii()]) or "(?!)"
    han = alternation([word for word in words if not word.isascii()]) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{latin})(?![\w-])|{han}")
