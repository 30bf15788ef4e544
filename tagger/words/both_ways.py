"""What a heading calls a change that goes either way: 增（減）率, 上升／（下降）幅度."""

from __future__ import annotations

from collections.abc import Iterable

from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language

_HAN_FIRST = "\u2e80"
_LONGEST = 2
"""How many characters a verb of such a heading has."""
_OPEN, _CLOSE, _SLASH = r"[(（]?\s?", r"\s?[)）]?", r"\s?[/／]?\s?"


def both_ways(languages: Iterable[Language]) -> str:
    """Return the pattern of a verb, its opposite and what of both a column holds, as languages without blanks write them."""
    ups: set[str] = set()
    downs: set[str] = set()
    ends: set[str] = set()
    for language in languages:
        ends.update(map(fold, language.tables.get("change_ends", ())))
        for word, kind in language.verbs.items():
            if len(word) <= _LONGEST and word >= _HAN_FIRST and kind in ("increase", "decrease"):
                (ups if kind == "increase" else downs).add(fold(word))
    if not (ups and downs and ends):
        return "(?!)"
    up, down = (f"{_OPEN}(?:{alternation(words)}){_CLOSE}" for words in (ups, downs))
    return rf"(?:{up}{_SLASH}{down}|{down}{_SLASH}{up})(?:{alternation(ends)})"
