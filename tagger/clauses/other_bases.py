"""Figures on another basis than the usual, where no word explains it: before tax it was $6bn; excluding the levy, profit fell."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.part_behind import leaves_out
from tagger.clauses.stretches import outside
from tagger.words.language import Language


def read_pronoun(claim: Claim, text: str, language: Language) -> None:
    """Read whether a pronoun stands for what a figure is of; on another basis, it is of something else: before tax it was."""
    pronouns = language.subject_pronouns
    said = next((t for t in claim.left if text[t.start : t.end] in pronouns), None) if pronouns else None
    if said is None:
        return
    claim.is_pronoun = not any(token.meanings.concepts for token in claim.left)
    before = text[claim.clause_start : said.start]
    opening = before.lstrip(" ,;")
    start = said.start - len(opening)
    terms = any(token.is_term for token in claim.left if token.start < said.start)
    if claim.is_latin and not terms and claim.base is None and not claim.times:
        other = next((word for word in language.extra["other_bases"] if opening.startswith(f"{word} ")), "")
        end = start + len(opening.rstrip(" ,"))
        if other and end > start + len(other):
            claim.unread = sorted([*outside(claim.unread, start, end), (start, end)])


def without_what_is_left_out(claim: Claim, text: str, language: Language) -> None:
    """Take what opens the clause before as not understood where it leaves something out: Excluding the levy, profit was $6bn."""
    if "exclusion" not in claim.marks or not claim.is_latin or claim.base is not None:
        return
    opening = text[claim.near_from : claim.clause_start].strip(" ,.;")
    if leaves_out(opening, language) and not any(t.is_term for t in claim.near_lead):
        start = text.index(opening, claim.near_from)
        claim.unread = sorted([*claim.unread, (start, start + len(opening))])
