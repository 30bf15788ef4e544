"""A pattern of any of several words, Han or Latin."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str], behind_first: str = "") -> str:
    """Return a pattern of any of the words, the longest first; a Latin word ends at a word's end.

    behind_first: what is looked at behind the first character of each, by which most places are passed over.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word[:1]) + behind_first + re.escape(word[1:]) + (_WORD_END if _is_latin(word[-1:]) else "")
        for word in ordered
    )


def opening_of(words: Iterable[str], never: Iterable[str]) -> str:
    """Return the pattern of any of the words, where none of `never` begins: 按, and not in 按揭."""
    opening, kept_out = alternation(words, "(?<![a-z].)"), alternation(never)
    return rf"(?!{kept_out or '(?!)'})(?:{opening or '(?!)'})(?![a-z])"


_WORD_END = r"(?![a-z\d²³/])"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
