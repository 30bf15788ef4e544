"""Totals of Han prose: of a list that holds things no word explains, and behind what was not understood."""

from __future__ import annotations

from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate, Context
from tagger.links.setting import Setting
from tagger.words.language import Language


def leave_listed(claim: Claim, text: str, language: Language) -> None:
    """Take a list's members from its total where an item is not understood: 轉介投訴、信用卡投訴及其他投訴合計X."""
    total = next((t for t in reversed(claim.left) if "total" in t.meanings.kinds), None)
    if total is None or not claim.unread:
        return
    if any(t.is_term for t in claim.left if t.start >= total.end) or claim.unread[-1][0] >= total.end:
        return
    joining = language.conjunctions
    marks = [t.start for t in claim.left if t.end <= total.start and text[t.start : t.end] in joining]
    marks += [at for at in range(claim.clause_start, total.start) if text[at] in language.enumeration]
    if not marks:
        return
    items = list(pairwise([claim.clause_start, *sorted(marks), total.start]))
    if not any(start <= hole[0] < end for start, end in items for hole in claim.unread):
        return
    last = items[-1][0]
    listed = {
        t.start for t in claim.left if t.start < last and t.meanings.members and not t.meanings.concepts
    }
    if listed:
        claim.unread = sorted([*claim.unread, *((t.start, t.end) for t in claim.left if t.start in listed)])
        claim.left = [t for t in claim.left if t.start not in listed]


def is_total_of_unread(claim: Claim, candidate: Candidate, context: Context, setting: Setting) -> bool:
    """Return whether all that came together goes on from what was not understood: 投放振興資金X，累計投放Y."""
    if claim.is_latin or not context.broken or "cumulative" not in claim.qualifiers:
        return False
    if candidate.inherited or candidate.dimensions or claim.figure.kind not in context.broken_kinds:
        return False
    text = setting.prose.text
    said = text[context.begins : context.ended]
    names = (text[start:end] for kind, start, end, _ in candidate.clues if kind == "concept")
    return any(name[-_DEED:] in said for name in names)


_DEED = 2
"""How many characters a verb has that says what was done."""
