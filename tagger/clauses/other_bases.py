"""Figures on another basis than the usual, where no word explains it: before tax it was $6bn; excluding the levy, profit fell."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim, Line
from tagger.clauses.stretches import outside, tokens_between
from tagger.figures.figure import RATES
from tagger.words.alternation import alternation
from tagger.words.language import Language


def read_pronoun(claim: Claim, text: str, language: Language) -> None:
    """Read whether a pronoun stands for what a figure is of; on another basis, it is of something else: before tax it was."""
    pronouns, owners = language.subject_pronouns, language.pronouns
    claim.is_possessed = bool(owners) and any(
        word in owners and word not in pronouns for word in [text[t.start : t.end] for t in claim.left]
    )
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
    if claim.base is not None or claim.scenario:
        return
    _leave_basis_behind(claim, text, language)
    if text[comma : comma + 1] != ",":
        return
    first = _COMMA.search(text, start, comma + 1)
    begin = start if first is not None and first.start() == comma else claim.near_from
    opening = text[begin:comma].strip(" ,.;")
    if not _is_another_basis(opening, claim, language):
        return
    begin = text.index(opening, begin)
    end = begin + len(opening)
    # excluding notable items; on an underlying basis: a member may be called so, and no part that is left out
    called = opening.startswith(tuple(language.extra["basis_links"]))
    for token in tokens_between(line.tokens, starts, begin, comma):
        if token.meanings.members and (called or token.start == begin):
            return
    claim.lead = [token for token in claim.lead if token.end <= begin or token.start >= end]
    claim.leave_apart([(begin, end)])


def _leave_basis_behind(claim: Claim, text: str, language: Language) -> None:
    """Take as not understood what says right behind a figure that it is on another basis: rose 5%, excluding the levy."""
    verb, at = claim.verb, claim.figure.end
    if verb is not None and at < verb.start <= claim.right_end:
        at = verb.end  # was $12m lower, excluding the levy
    found = _behind(tuple(language.extra["bases_behind"])).match(text, at)
    if found is None:
        return
    start, end = found.span(1)
    if not any(token.meanings.members and start <= token.start < end for token in claim.right):
        claim.leave_apart([(start, end)])


@cache
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what says right behind a figure that it is on another basis."""
    return re.compile(rf",? ({alternation(words) or '(?!)'})(?=[ ,.;:)\n]|\Z)")


def take_opening(
    claim: Claim, line: Line, starts: list[int], start: int, text: str, language: Language
) -> None:
    """Let a clause begin with what opens its sentence and says what it is of: before tax, profit was $5m.

    starts: of the line's words. start: of the sentence.
    """
    comma = claim.clause_start - 1
    if text[comma : comma + 1] != "," or comma - start > _OPENING:
        return
    begin = max(start, claim.near_from)
    words = text[begin:comma].split()
    if not words or len(words) > _WORDS or not _is_opposite(words, language):
        return
    if any(begin <= phrase.start < comma for phrase in line.phrases):
        return  # after a slow May, profit was
    opening = tokens_between(line.tokens, starts, begin, comma)
    if _says_more(claim) and not any(token.meanings.members for token in opening):
        claim.take_subject(opening, begin)


def _says_more(claim: Claim) -> bool:
    """Return whether a clause says more than an amount: before tax, $5m; after tax, $4m."""
    return any("currency" not in token.meanings.kinds for token in claim.left)


def _is_opposite(words: list[str], language: Language) -> bool:
    """Return whether words tell before or after what a thing is: before tax, but not excluding tax."""
    said = " ".join(words)
    bases = (*language.extra["basis_openers"], *language.extra["told_with"])
    return words[0] in language.extra["opposites"] and not said.startswith(bases)


_OPENING = 40
"""How far behind where a sentence begins the comma may stand."""
_WORDS = 3
"""How many words may say there what is told of a thing: before income tax."""
_COMMA = re.compile(r",(?!\d)")


def _is_another_basis(opening: str, claim: Claim, language: Language) -> bool:
    """Return whether words say on what basis all behind them is so: leaving the levy aside, on an underlying basis."""
    extra = language.extra
    if opening.startswith(tuple(extra["basis_openers"])) or opening.endswith(tuple(extra["basis_closers"])):
        return True
    if claim.kind == "level" and claim.figure.kind in RATES and opening.startswith(tuple(extra["told_with"])):
        return True  # including collateral, the coverage ratio was 171%
    words = opening.split()
    if words and not _says_more(claim) and _is_opposite(words, language):
        return True
    return (
        bool(words)
        and words[0] in extra["basis_links"]
        and not set(words).isdisjoint(extra["measured_otherwise"])
    )
