"""Scale words with the mark of a footnote stuck to them: €210bn², £38m1, as raised digits arrive from a page or a PDF."""

from __future__ import annotations

import re
from functools import cache

from tagger.figures.figure import Figure
from tagger.words.language import Language, every_language


def take_marked_scale(figure: Figure, text: str, language: Language) -> None:
    """Give a figure the scale right behind its digits that only a footnote's mark hides; 210m² without a currency are metres."""
    end = figure.digits_end
    if figure.scale or figure.end != end or not text[end : end + 2].lstrip(" ")[:1].isalpha():
        return
    found = _marked(language.tags, tuple(language.scales)).match(text, end)
    if found is None:
        if figure.kind == "money" and text[end].isalpha() and _is_torn(text, end, language):
            figure.reason = "malformed"  # $4bx, $5bnand
        return
    if found["raised"] and len(found["scale"]) == 1 and figure.kind != "money":
        return
    figure.scale = language.scales[found["scale"]]
    figure.end = found.end("scale")


def _is_torn(text: str, end: int, language: Language) -> bool:
    """Return whether letters stuck to an amount may be a scale that is not understood, and no word: $5bl, $5bnand."""
    if text[end].isascii():
        word = _LETTERS.match(text, end)
        said = word.group() if word is not None else ""
        begins = any(said.startswith(scale) for scale in language.scales if len(scale) > 1)
        short = len(said) in _SHORT  # a letter alone is asked about elsewhere: $1.5T
        return begins or (short and said not in language.words and said not in language.links)
    return text[end] in _han_scales()  # RMB5亿元 in an English sentence


@cache
def _han_scales() -> frozenset[str]:
    """Return the characters that scale words of Han prose begin with, in whatever language."""
    return frozenset(word[0] for said in every_language() for word in said.scales if not word[0].isascii())


_SHORT = (2, 3)
_LETTERS = re.compile("[a-z]+")


@cache
def _marked(_: tuple[str, ...], scales: tuple[str, ...]) -> re.Pattern[str]:
    latin = sorted((word for word in scales if word.isascii()), key=len, reverse=True)
    words = "|".join(map(re.escape, latin)) or "(?!)"
    return re.compile(
        rf" ?(?P<scale>{words})(?:(?P<raised>[²³])|[1-9]\d?(?:,[1-9]\d?){{0,3}})(?![\w%/²³]|[.,]\d)"
    )
