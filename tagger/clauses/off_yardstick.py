"""Changes that are none: what a word of comparison behind them, or in front, leads to is no earlier time (against plan)."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase


def leave_off_yardstick(
    claim: Claim, phrases: list[TimePhrase], start: int, limit: int, text: str, language: Language
) -> None:
    """Take a change of English as of no concept where it is measured against no time: 3% higher than our peers, up 5% on plan.

    What follows another figure, or names a time or something that was so earlier, says since when; a thing that an
    indefinite article opens is only what it came about in: up 6% against a weak market.
    phrases: of time, of its line. start: of its sentence. limit: where the next figure begins.
    """
    if claim.kind not in ("change", "growth") or claim.is_before or claim.scenario:
        return
    if (
        _is_told_so_far(claim, text, language)
        or _is_behind(claim, phrases, limit, text, language)
        or _opens(claim, phrases, start, text, language)
    ):
        claim.kind, claim.is_difference = "apart", True


def _is_told_so_far(claim: Claim, text: str, language: Language) -> bool:
    """Return whether words right behind it say that it is all that there was since something began: up 6% since inception."""
    said = text[claim.figure.end + 1 : claim.figure.end + _SO_FAR]
    return any(word in language.clause for word in _openings(said)) and claim.base is None


def _openings(said: str) -> list[str]:
    """Return the first words, the first two and so on."""
    words = _WORD.findall(said)
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


_SO_FAR = 40
_WORD = re.compile(r"[a-z]+")


def _is_behind(claim: Claim, phrases: list[TimePhrase], limit: int, text: str, language: Language) -> bool:
    """Return whether it is measured, behind the figure, against what is no time."""
    extra, verb, at = language.extra, claim.verb, claim.figure.end
    end = _clause_end(text, at, limit)
    if end is None:
        return False
    compared = _compared(tuple(extra["against"]), tuple(language.than))
    found = compared.match(text, at, end)
    if verb is not None and at < verb.start <= claim.right_end and (found is None or found.end() < verb.end):
        found = compared.match(text, verb.end, end)  # 4% lower against budget
    if found is None:
        return False
    said = text[found.end() : end].split()
    if not said or _is_of_time(found.end(), end, phrases):
        return False
    if found[2] is None and not any(word in extra["what_was"] for word in said[:1]):
        return said[0] not in language.one and _is_yardstick(said, language)
    return (
        _is_yardstick(said, language)
        or any(word in extra["unreal"] for word in said)
        or not any(word in extra["backward"] for word in said)
    )


def _opens(claim: Claim, phrases: list[TimePhrase], start: int, text: str, language: Language) -> bool:
    """Return whether its sentence opens with a yardstick that it is measured against: Compared with plan, costs fell 4%."""
    comma = claim.clause_start - 1
    if text[comma : comma + 1] != "," or claim.base is not None:
        return False
    found = _compared(tuple(language.extra["against"]), ()).match(f" {text[start:comma].strip()}")
    if found is None or "," in text[start:comma] or _is_of_time(start, comma, phrases):
        return False
    said = text[start:comma].split()
    return not any(map(str.isdecimal, text[start:comma])) and _is_yardstick(said, language)


def _is_of_time(start: int, end: int, phrases: list[TimePhrase]) -> bool:
    """Return whether a time is named between two places."""
    return any(phrase.start < end and phrase.end > start for phrase in phrases)


def _is_yardstick(words: list[str], language: Language) -> bool:
    """Return whether words name what something is held against and is no value of it."""
    extra = language.extra
    held = (*extra["yardsticks"], *extra["targeted_then"], *extra["expected_then"])
    return any(word in held for word in words)


def _clause_end(text: str, at: int, limit: int) -> int | None:
    """Return where the clause ends behind a place, None where another figure stands before that."""
    found = _END.search(text, at, limit + _BLANK_LINE)
    end = found.start() if found is not None else len(text)
    return end if end <= limit else None


_END, _BLANK_LINE = re.compile(r"[.,;:()—–](?!\d)|\n\n"), 2


@cache
def _compared(words: tuple[str, ...], than: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word of comparison; one of `than` may stand behind the noun, and is the second group."""
    held = alternation(words) or "(?!)"
    faster = alternation(than) or "(?!)"
    return re.compile(rf"[ \n](?:({held})|(?:[a-z-]+[ \n]){{0,3}}({faster}))(?=[ \n])")
