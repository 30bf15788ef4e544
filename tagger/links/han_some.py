"""Counts of Han prose of those only of whom something is told: 有35家分行獲評星級網點 says nothing of how many there are."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.language import load_language

_NEAR = 2
"""How few words may stand between the word for that there are some and their count: 已有超過12萬名."""


def leave_some(claim: Claim, setting: Setting) -> None:
    """Take what is told of the counted as what tells them apart, where the clause only says that there are some."""
    figure = claim.figure
    if figure.kind != "count" or claim.kind != "level" or claim.verb is not None or claim.is_before:
        return
    text, language = setting.prose.text, setting.language
    noun = next((token for token in claim.right if token.is_term and token.start == figure.end), None)
    last = claim.last_word
    if noun is None and last is not None and last.is_term and len(claim.left_terms) == 1:
        there = language.extra["there_are"]
        told = told_of(language.tags).match(text, figure.end)
        if told is not None and any(
            t.end == last.start and text[t.start : t.end] in there for t in claim.left
        ):
            claim.leave_apart([told.span()])  # 共有員工3,200人參與
    if noun is None or claim.left_terms or any(token.meanings.members for token in claim.right):
        return
    told = told_of(language.tags).match(text, noun.end)
    if told is not None and _says_some(claim, text, setting):
        claim.places = [told.span()]


def _says_some(claim: Claim, text: str, setting: Setting) -> bool:
    """Return whether a clause begins with a count, or says that there are so many: 有35家, 已有超過12萬名."""
    words = [t for t in claim.left if "currency" not in t.meanings.kinds]
    if not words and not claim.unread:
        return text[claim.clause_start : claim.figure.start].strip(" ,，") == ""
    there = setting.language.extra["there_are"]
    return any(text[t.start : t.end] in there and t.end <= claim.figure.start for t in words[-_NEAR:])


@cache
def told_of(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what is told right behind a noun: no place, no other noun that is joined, no end."""
    language = load_language(*tags)
    joined = (*language.conjunctions, *language.attributive, *language.after)
    others = alternation([*joined, *language.extra["locatives"], *language.extra["told_behind"]]) or "(?!)"
    return re.compile(rf"(?!{others})[^\W\d_]{{2,}}")
