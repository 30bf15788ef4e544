"""What something only moved with, or kept pace with: deposits grew in step with loans, by 4%. It has no part in what is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

from tagger.clauses.claim import Line
from tagger.clauses.runs import UP_OR_DOWN, only_articles
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import Meaning, Token, Word

_SAID = Word((Meaning("function", "function"),))
_START = attrgetter("start")


def leave_moved_alike(line: Line, sentences: list[tuple[int, int]], text: str, language: Language) -> None:
    """Leave out of a paragraph's words the names that its subjects only moved with, and the words that say so."""
    alike = _patterns(language.tags)[0]
    for start, end in sentences:
        for found in alike.finditer(text, start, end):
            last = _name_behind(line, found, end, text, language)
            if last is None or not _has_subject(line, start, found):
                continue
            said = Token(found.start(), last, _SAID, is_term=False)
            line.tokens[:] = sorted(
                [*(t for t in line.tokens if t.end <= said.start or t.start >= last), said], key=_START
            )


def _name_behind(line: Line, found: re.Match[str], end: int, text: str, language: Language) -> int | None:
    """Return where the name behind such words ends, and others joined to it; None where a figure of its own follows."""
    _, goes_on, joins = _patterns(language.tags)
    at, last = found.end(), None
    while True:
        token = next(
            (t for t in line.tokens[bisect_left(line.tokens, at, key=_START) :][:2] if t.is_term), None
        )
        if token is None or not only_articles(text[at : token.start], language):
            unknown = _UNKNOWN.match(text, at, end) if last is None else None
            return unknown.end() if unknown is not None else last
        measured = found["than"] is None or text.startswith(", ", token.end)
        if not measured or not goes_on.match(text, token.end, end):
            return last
        last = token.end
        joined = joins.match(text, last, end)
        if joined is None:
            return last
        at = joined.end()


_UNKNOWN = re.compile(r"(?: [a-z’'-]+){1,4}(?=, (?!which|whose|who)[a-z]+ )")
"""A name that no term is, up to its comma: in line with inflation, by 4%."""


def _has_subject(line: Line, start: int, found: re.Match[str]) -> bool:
    """Return whether a sentence has named its subject, and said that it moved, before such words, which may say so themselves."""
    before = [t for t in line.tokens if start <= t.start and t.end <= found.start()]
    named = next(
        (n for n, token in enumerate(before) if token.is_term and token.meanings.concepts), len(before)
    )
    moved = any(not t.is_term and t.meanings.verb in UP_OR_DOWN for t in before[named:])
    return named < len(before) and (moved or found["verb"] is not None)


@cache
def _patterns(tags: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of such words, of what may follow the name behind them, and of what joins another to it."""
    language = load_language(*tags)
    alike, verbs, paces, than, joins = (
        alternation(words) or "(?!)"
        for words in (
            language.extra["alike"], language.extra["keeping_up"], language.extra["paces"], language.than,
            [word for word in language.conjunctions if word.isascii()],
        )
    )  # fmt: skip
    moves = alternation((*language.by, *language.extra["arrivals"]))
    return (
        re.compile(rf"(?<![a-z-])(?:(?P<verb>{verbs})|(?P<than>(?:{paces}) (?:{than}))|{alike})(?= )"),
        re.compile(rf"\s*(?:[.;]|\Z|,? (?:{joins}) |,? (?:{moves or '(?!)'}) |, (?!which|whose|who)[a-z]+ )"),
        re.compile(rf",? (?:{joins})"),
    )
