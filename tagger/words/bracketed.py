"""What a bracket only says of the name before it: loans (mainly mortgages), costs (including wages), 貸款（主要為房貸）."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token

Span = tuple[int, int]

_BRACKET = re.compile(r"[（(]([^（()）]{2,80})[)）]")
_HAN = "\u2e80"


def told_inside(
    text: str, start: int, end: int, language: Language, figures: Iterable[Span] = ()
) -> list[Span]:
    """Return the stretches that say what is in a thing, or what is much of it: with that it is all there is.

    They fill a bracket, or stand behind its figure: deposits ($14 billion including structured deposits). In Han prose two
    commas do as well: 客戶貸款，主要為住房貸款，餘額X. figures: where the line's quantities stand.
    """
    found: list[Span] = []
    if text.find("(", start, end) >= 0 or text.find("（", start, end) >= 0:
        openers = (*language.extra["told_mainly"], *language.extra["told_with"])
        spans = [_behind(match.span(1), figures) for match in _BRACKET.finditer(text, start, end)]
        found.extend((a, b) for a, b in spans if _opens(text, a, b, openers))
    aside = _between_commas(language)
    if aside is not None:
        found.extend(
            match.span(1)
            for match in aside.finditer(text, start, end)
            if not any(match.start() < at < match.end() for at, _ in figures)
        )
    return found


def told_apart(text: str, start: int, end: int, language: Language) -> list[Span]:
    """Return the brackets that say what is not in a thing, or what it is told before: another measure than its name says."""
    openers = (*language.extra["told_without"], *language.extra["told_before"])
    spans = [match.span(1) for match in _BRACKET.finditer(text, start, end)]
    return [(a, b) for a, b in spans if _opens(text, a, b, openers)]


def begins_term(tokens: Iterable[Token], at: int) -> bool:
    """Return whether a term of the taxonomy begins there: what a bracket says is then no mere remark."""
    return any(token.is_term and token.start == at for token in tokens)


def outside_of(tokens: Iterable[Token], spans: Iterable[Span]) -> list[Token]:
    """Return the words that lie in none of the stretches, but for those at whose begin a term does."""
    kept = list(tokens)
    for start, end in spans:
        if not begins_term(kept, start):
            kept = [token for token in kept if token.end <= start or token.start >= end]
    return kept


def _behind(span: Span, figures: Iterable[Span]) -> Span:
    """Return a bracket, or what it says behind its last figure."""
    start, end = span
    return max([start, *(stop + (stop < end) for at, stop in figures if start <= at < end)]), end


def _opens(text: str, start: int, end: int, words: Iterable[str]) -> bool:
    """Return whether one of the words opens a stretch, and more follows it; 以…為主 holds what it tells."""
    for word in words:
        head, _, tail = word.partition("…")
        opened = f"{head} " if head < _HAN else head
        if text.startswith(opened, start) and start + len(opened) < end and text.endswith(tail, start, end):
            return True
    return False


_ASIDES: dict[tuple[str, ...], re.Pattern[str] | None] = {}


def _between_commas(language: Language) -> re.Pattern[str] | None:
    """Return the pattern of what is much of a thing between two commas of Han prose, None for other languages."""
    if language.tags not in _ASIDES:
        words = [word for word in language.extra["told_mainly"] if word > _HAN and "…" not in word]
        said = alternation(words)
        _ASIDES[language.tags] = (
            re.compile(f"[，,]((?:{said})[^，,；。()（）]{{2,40}})(?=[，,])") if said else None
        )
    return _ASIDES[language.tags]
