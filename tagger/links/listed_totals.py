"""Totals of Han prose: of a list that holds things no word explains, behind what was not understood, and of the parts before."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.figures.figure import THINGS
from tagger.figures.find import value_of
from tagger.links.candidate import Candidate, Context, Frame, near
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


def take_sum(claim: Claim, context: Context) -> None:
    """Read a figure that no other name stands before as the total of the parts before it, where it is what they add up to.

    公司存款X，個人存款Y，兩者相加Z: whatever other words say of it.
    """
    if claim.kind != "level" or claim.figure.kind not in THINGS or claim.of_which:
        return
    if is_sum(claim, context.frames):
        claim.total, claim.unread = True, []


def is_sum(claim: Claim, frames: list[Frame]) -> bool:
    """Return whether a figure that names no other thing is what the parts before it in its sentence add up to."""
    parts = _parts_before(claim, frames)
    if len(parts) < _PARTS:
        return False
    concept = parts[0].candidate.concept
    if any(t.meanings.members or concept not in t.meanings.concepts for t in claim.left_terms):
        return False
    value, decimals = value_of(claim.figure)
    values = [value_of(part.claim.figure) for part in parts]
    slack = _half(decimals)
    for count, (other, places) in enumerate(values, 1):
        value, slack = value - other, slack + _half(places)
        apart = len({part.candidate.dimensions for part in parts[:count]}) == count
        if count >= _PARTS and abs(value) <= slack and apart:
            return True
    return False


def _half(decimals: int | None) -> Decimal:
    """Return half a unit of the last place."""
    return Decimal(0) if decimals is None else Decimal(5).scaleb(-decimals - 1)


def _parts_before(claim: Claim, frames: list[Frame]) -> list[Frame]:
    """Return the figures right before one in its sentence, the last first, that are of parts of one thing in its unit."""
    parts: list[Frame] = []
    for frame in near(frames):
        one = parts[0] if parts else frame
        before = frame.claim
        if before.sentence != claim.sentence or frame.candidate.kind not in ("level", "change", "growth"):
            break
        if frame.candidate.kind != "level":
            continue  # 公司存款X，增長5%，個人存款Y
        same = before.figure.kind == claim.figure.kind
        same &= claim.figure.kind == "money" or before.figure.unit_word == claim.figure.unit_word
        if not (same and frame.candidate.dimensions and frame.candidate.concept == one.candidate.concept):
            break
        parts.append(frame)
    return parts


_PARTS = 2
