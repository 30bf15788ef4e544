"""Figures on another basis than the usual, where no word explains it: before tax it was $6bn; excluding the levy, profit fell."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim, Line
from tagger.clauses.stretches import outside, tokens_between
from tagger.figures.figure import RATES
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


def leave_on_another_basis(
    claim: Claim, line: Line, starts: list[int], start: int, text: str, language: Language
) -> None:
    """Take what opens a sentence as not understood where it puts all that follows on another basis.

    Excluding the levy, profit was $6bn; taking collateral into account, coverage was 171%; on a pro forma basis, it rose.
    A plan may be for what is on a basis. starts: of the line's words. start: of the sentence.
    """
    comma = claim.clause_start - 1
    if text[comma : comma + 1] != "," or claim.base is not None or claim.scenario:
        return
    first = _COMMA.search(text, start, comma + 1)
    begin = start if first is not None and first.start() == comma else claim.near_from
    opening = text[begin:comma].strip(" ,.;")
    if not _is_another_basis(opening, claim, language):
        return
    if any(token.meanings.members for token in tokens_between(line.tokens, starts, begin, comma)):
        return
    begin = text.index(opening, begin)
    found = (begin, begin + len(opening))
    claim.unread, claim.apart = sorted([*claim.unread, found]), [*claim.apart, found]


_COMMA = re.compile(r",(?!\d)")


def _is_another_basis(opening: str, claim: Claim, language: Language) -> bool:
    """Return whether words say on what basis all behind them is so: leaving the levy aside, on an underlying basis."""
    extra = language.extra
    if opening.startswith(tuple(extra["basis_openers"])) or opening.endswith(tuple(extra["basis_closers"])):
        return True
    if claim.kind == "level" and claim.figure.kind in RATES and opening.startswith(tuple(extra["told_with"])):
        return True  # including collateral, the coverage ratio was 171%
    words = opening.split()
    return (
        bool(words)
        and words[0] in extra["basis_links"]
        and not set(words).isdisjoint(extra["measured_otherwise"])
    )
