"""A pattern of any of several words, Han or Latin."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MANY = 16
"""From so many words on they are grouped by how they begin: of hundreds few are tried at a place then."""


def alternation(words: Iterable[str], behind_first: str = "") -> str:
    """Return a pattern of any of the words, the longest first; a Latin word ends at a word's end.

    behind_first: what is looked at behind the first character of each, by which most places are passed over.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if len(ordered) < _MANY:
        return "|".join([f"{re.escape(word[:1])}{behind_first}{_rest(word, 1)}" for word in ordered])
    # what matches at a place begins with the same characters, so the longest of it stays before the others
    grouped: dict[str, dict[str, list[str]]] = {}
    for word in ordered:
        grouped.setdefault(word[:1], {}).setdefault(word[1:2], []).append(_rest(word, 2))
    return "|".join(
        [
            f"{re.escape(first)}{behind_first}"
            + _any_of([f"{re.escape(second)}{_any_of(rests)}" for second, rests in by_second.items()])
            for first, by_second in grouped.items()
        ]
    )


def _rest(word: str, at: int) -> str:
    return re.escape(word[at:]) + (_WORD_END if _is_latin(word[-1:]) else "")


def _any_of(said: list[str]) -> str:
    return said[0] if len(said) == 1 else f"(?:{'|'.join(said)})"


def opening_of(words: Iterable[str], never: Iterable[str]) -> str:
    """Return the pattern of any of the words, where none of `never` begins: 按, and not in 按揭."""
    opening, kept_out = alternation(words, "(?<![a-z].)"), alternation(never)
    return rf"(?!{kept_out or '(?!)'})(?:{opening or '(?!)'})(?![a-z])"


_WORD_END = r"(?![a-z\d²³/])"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
