"""Nouns of Han prose that a part was told with, and that are said again without it: then the whole is meant.

活期存款佔比41.3%；存款平均付息率1.71% is of all deposits, 千兆寬帶用戶…，佔比26%，寬帶綜合ARPU of all of broadband.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Frame
from tagger.links.instalments import is_member_called
from tagger.links.setting import Setting

_NOUN = 2
"""How many characters at least a noun has that is said again."""
_NAMED = ("member", "inherited")
_SHARES = ("share", "share_change")


def says_noun_bare(claim: Claim, last: Frame, text: str) -> bool:
    """Return whether a claim behind a share of a part names what the part is a part of, without it."""
    told = last.candidate
    if told.kind not in _SHARES or not told.dimensions:
        return False
    named = [token for token in claim.left if token.is_term]
    if not named or not named[0].meanings.concepts or any(token.meanings.members for token in named):
        return False
    noun = text[named[0].start : named[0].start + _NOUN]
    spans = [(start, end) for kind, start, end, _ in told.clues if kind in _NAMED and end <= named[0].start]
    of_part = any(text.endswith(noun, start, end) or text.startswith(noun, end) for start, end in spans)
    # 分期繳占初年度保費63.7%，初年度等價保費X
    return of_part or any(text.startswith(noun, token.start) for token in last.claim.whole)


def is_of_all_instalments(claim: Claim, before: Frame | None, setting: Setting) -> bool:
    """Return whether a figure is the whole year's behind one of a part of it: 末期股息每股2角，即全年股息每股3角."""
    if before is None or not (before.candidate.dimensions and claim.is_of_year):
        return False
    here = any(phrase.start >= claim.clause_start for phrase in claim.times)
    if any(token.meanings.members for token in claim.left) or not (claim.left_terms or here):
        return False
    words = setting.language.instalments
    return any(is_member_called(before.candidate.dimensions, word, setting) for word in words)
