"""Amounts whose scale is printed on another that they are compared with: EGP (280,303) against EGP (71,726) thousand.

On the end of their range too: EUR 1.50 to 1.55 billion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from tagger.figures.figure import Figure
from tagger.words.language import Language

_REACH = 90
_LEAST = 3
"""A thousand: what makes an amount without it absurd beside one with it."""
_ALIKE = Decimal(5)
"""How many times the one printed number may be the other."""
_WORD = re.compile(r"[a-z']+|[.;] (?!\Z)")


def share_compared_scales(figures: Iterable[Figure], text: str, language: Language) -> None:
    """Give an amount without a scale that of the one that it is compared with, where their numbers are alike."""
    amounts = [
        figure for figure in figures if figure.kind == "money" and not (figure.reason or figure.unit_word)
    ]
    scaled = [place for place, figure in enumerate(amounts) if figure.scale >= _LEAST]
    if len(scaled) == len(amounts):
        return
    for place in reversed(scaled):
        for at in range(place - 1, -1, -1):
            if not _shares(amounts[at], amounts[at + 1], text, language):
                break
            amounts[at].scale = amounts[at + 1].scale
    for place in scaled:
        for at in range(place + 1, len(amounts)):
            if not _shares(amounts[at], amounts[at - 1], text, language):
                break
            amounts[at].scale = amounts[at - 1].scale


def _shares(figure: Figure, scaled: Figure, text: str, language: Language) -> bool:
    """Return whether an amount has no scale but that of the one right before or behind it, of the same currency."""
    if figure.scale or figure.currency != scaled.currency or figure.words or not figure.number:
        return False
    first, last = (figure, scaled) if figure.start < scaled.start else (scaled, figure)
    if last.start - first.end > _REACH:
        return False
    if not scaled.number / _ALIKE <= figure.number <= scaled.number * _ALIKE:
        return False
    between = text[first.end : last.start]
    if first is figure and len(between) <= _GAP and _is_range(between, language):
        return True
    return figure.places == scaled.places and _is_comparison(between, language)


_GAP = 24


def may_share_scale(figure: Figure, following: Figure, text: str, language: Language) -> bool:
    """Return whether an amount may have the scale of the next: not of grew by $950,000 to $2.4 million.

    Nor of an amount that says it once more: a dividend of $1.20, or $1.3 billion.
    """
    between = text[figure.end : following.start]
    words = between.strip(" ,").split()
    if between.startswith(",") and words and words[0] in language.restatements:
        return False
    return figure.number < following.number * _UNLIKE


_UNLIKE = 10_000


def _is_range(between: str, language: Language) -> bool:
    """Return whether a range goes on between two amounts: to, " to about eur", ", or ", -."""
    parted = between.startswith(",")
    words = between.strip(" ,").split()
    if words and words[-1] in language.currencies:
        words.pop()
    if not words or " ".join(words) in language.before:
        return parted or bool(words)  # EUR 1.3, 1.4 and 1.5 billion; EUR 1.50 up to 1.55 billion
    if parted and words[0] in language.restatements:
        return False
    rest = " ".join(words[1:])
    goes_on = words[0] in language.ranges or words[0] in language.conjunctions
    return goes_on and (not rest or rest in language.before)


def _is_comparison(between: str, language: Language) -> bool:
    """Return whether what stands between two amounts compares them, and neither is one thing's: " as of … against egp"."""
    words = _WORD.findall(between)
    if any(word[0] in ".;" or word in language.distributives for word in words):
        return False
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return "(" in between or any(language.verbs.get(word) == "level_from" for word in (*words, *pairs))
