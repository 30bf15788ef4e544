"""What a part has, told as an aside behind how much of the whole that is: most of it, $2 billion, went into networks.

Of "more than half, $2 billion, came from Poland" the fraction is no more than the amount said once more.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.language import Language, load_language
from tagger.words.word import Token


def take_part_behind_aside(claim: Claim, begins: int, context: Context, setting: Setting) -> None:
    """Give an amount between two commas the part behind the second, of the whole that the first follows.

    begins: where its sentence does.
    """
    text, language = setting.prose.text, setting.language
    frame = context.last or context.before
    if (
        frame is None
        or claim.kind != "level"
        or claim.figure.kind == "percent"
        or claim.left_terms
        or claim.right
    ):
        return
    if claim.unread or text[claim.figure.end : claim.figure.end + 2] != ", ":
        return
    if text[claim.clause_start : claim.amount_start].strip() or text[claim.clause_start - 1] != ",":
        return
    opens = max(begins, claim.clause_start - 1 - _OPENING)
    if _opening(language.tags).search(text, opens, claim.clause_start - 1) is None:
        return
    part = _part_behind(claim.figure.end + 1, setting, language)
    if part is None:
        return
    axes = (frozenset((axis,)) for axis, _ in part.meanings.members)
    if not any(setting.index.permits(frame.candidate.concept, axis) for axis in axes):
        return
    claim.part, claim.right, claim.of_which = [part], [part], True
    if frame.candidate.kind == "change":
        claim.kind, claim.sign, claim.part_of_change = "change", frame.claim.sign, True
    elif any(other.candidate.kind == "change" for other in (context.frames or context.earlier)):
        claim.kind = (
            "apart"  # rose by $4bn to $38bn. Half of this, $2bn, came from cards: of the rise, or of all
        )


def _part_behind(at: int, setting: Setting, language: Language) -> Token | None:
    """Return the part that a verb behind a place says so much went to or came from, None where something else stands there."""
    text = setting.prose.text
    words = [word for word in language.extra["allocations"] if text.startswith(f" {word} ", at)]
    if not words:
        return None
    start = at + 1 + max(map(len, words))
    ends = min(
        (end for mark in ".,;:" if (end := text.find(mark, start, start + _REACH)) >= 0),
        default=start + _REACH,
    )
    token = next(iter(cover(setting.vocabulary, text, start, ends, [])), None)
    while (
        token is not None and not token.is_term and text[token.start : token.end] in language.linked_articles
    ):
        start = token.end
        token = next(iter(cover(setting.vocabulary, text, start, ends, [])), None)
    if token is None or not token.is_term or token.meanings.concepts or text[start : token.start].strip():
        return None
    return token


_REACH, _OPENING = 48, 64


def is_told_by_aside(claim: Claim, text: str, tags: tuple[str, ...]) -> bool:
    """Return whether a fraction only says how much of the whole the amount is that stands behind it as an aside."""
    if not (claim.is_latin and claim.figure.words and claim.figure.kind == "percent"):
        return False
    return _aside(tags).match(text, claim.figure.end) is not None


@cache
def _opening(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what says, at the end of a stretch, how much of the whole an aside is: of which about half."""
    extra, numerals = load_language(*tags).extra, load_language(*tags).numerals
    most = alternation((*extra["most_of"], *extra["most_parts"], *numerals.get("fractions", ()))) or "(?!)"
    return re.compile(rf"(?:\A|[ \n])(?:{most}){_of_it(tags)}\Z")


@cache
def _aside(tags: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_of_it(tags)}, [^\s,.;]{{0,5}} ?\d[\d.,]*(?: ?[a-z]+)?, ")


def _of_it(tags: tuple[str, ...]) -> str:
    """Return the expression of what may say behind a part that it is of what was told before: of it."""
    words = load_language(*tags).words.items()
    return rf"(?: (?:{alternation([word for word, kind in words if kind in _OF_BEFORE]) or '(?!)'}))?"


_OF_BEFORE = ("of_before", "of_which")
