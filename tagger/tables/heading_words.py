"""What single words of a heading are: verbs, which make changes of figures, parts of terms, marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tagger.words.word import Token

_LATIN_MARK = 1
_NUMBERED = re.compile("[0-9]{1,2}[a-z]\\Z")


def is_verb(token: Token) -> bool:
    """Return whether a word is a verb of a change or a level."""
    return any(m.kind == "verb" for m in token.meanings)


def kind_said(tokens: list[Token]) -> tuple[str, int, list[tuple[int, int]]]:
    """Return what the verbs in a heading make of a figure: the sign is the printed one where both ways are named."""
    said: set[str] = set()
    cues: list[tuple[int, int]] = []
    for token in tokens:
        if not token.is_term:
            targets = {m.target for m in token.meanings if m.kind == "verb"}
            targets &= {"increase", "decrease", "change", "share"}
            if targets:
                said |= targets
                cues.append((token.start, token.end))
    if "share" in said:
        return "share", 1, cues
    if not said:
        return "", 1, cues
    return "change", -1 if said == {"decrease"} else 1, cues


def inside_term(tokens: list[Token], start: int, end: int) -> bool:
    """Return whether text[start:end] lies in a term of the taxonomy."""
    return any(token.is_term and token.start < end and start < token.end for token in tokens)


def is_mark(said: str) -> bool:
    """Return whether letters that nothing covers are only a mark: a number or a single Latin letter."""
    return (
        said.isdigit()
        or bool(_NUMBERED.match(said))
        or (len(said) == _LATIN_MARK and said.isascii())
        or said in ("ii", "iii", "iv")
    )


def text_beside(text: str, start: int, end: int, taken: Iterable[tuple[int, int]]) -> str:
    """Return what text[start:end] says beside the stretches taken, which may overlap."""
    parts: list[str] = []
    at = start
    for first, last in sorted(taken):
        parts.append(text[at : max(at, first)])
        at = max(at, last)
    parts.append(text[at:end])
    return "".join(parts)


def numbers(text: str, start: int, end: int) -> bool:
    """Return whether a number stands behind a word, which makes it the name of a part: 1, of Stage 1, under Stage."""
    return _BEHIND.match(text, start, end) is not None


_BEHIND = re.compile(r"\s[0-9]{1,2}(?![0-9,.])")


def says_by_what(
    hole: tuple[int, int], end: int, tokens: list[Token], text: str, names_axis: Callable[[str], bool]
) -> bool:
    """Return whether a word that nothing explains says no more than by what the table parts something.

    No Latin word does that a name right before it only describes: income tax liabilities.
    """
    if numbers(text, hole[1], end):
        return False
    described = text[hole[0] - 1] == " " and text[hole[0]].isascii()
    if described and any(token.end == hole[0] - 1 and token.meanings.concepts for token in tokens):
        return False
    return names_axis(text[slice(*hole)])
