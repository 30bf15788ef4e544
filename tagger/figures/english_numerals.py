"""Quantities written in words of a Latin-script language: two-thirds, nine branches, twenty-five.

A number word is a figure only where it counts something that the taxonomy knows; `tagger.links.decided` drops the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tagger.figures.figure import Figure
from tagger.words.alternation import alternation
from tagger.words.language import Language


@cache
def _patterns(
    tags: tuple[str, ...], fractions: tuple[str, ...], words: tuple[str, ...], after: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    del tags
    begins = "(?<![a-z-].)"
    return (
        re.compile(rf"({alternation(fractions, begins)})(?![a-z-])"),
        re.compile(
            rf"({alternation(words, begins)})(?:-({alternation(words)}))?(?: ({alternation(after)}))?(?![a-z-])"
        ),
    )


def english_quantities(text: str, language: Language) -> Iterator[Figure]:
    """Yield the quantities in words of a folded text."""
    numerals = language.numerals
    words, fractions = numerals.get("words"), numerals.get("fractions")
    if not words or not fractions:
        return
    percents = tuple(word for word, kind in language.units.items() if kind == "percent")
    fraction, count = _patterns(language.tags, tuple(fractions), tuple(words), (*language.scales, *percents))
    inexact = numerals.get("inexact", ())
    pronouns = tuple(numerals.get("pronouns", ()))
    for found in fraction.finditer(text):
        number = fractions[found[1]]
        about = ("about",) if number in inexact else ()
        yield Figure(
            *found.span(), found.end(), Decimal(number), 0, 0, "percent", qualifiers=about, words=True
        )
    for found in count.finditer(text):
        if text.startswith(pronouns, found.start()):
            continue  # visit one of our branches
        number = Decimal(int(words[found[1]])) + (int(words[found[2]]) if found[2] else 0)
        kind = "percent" if found[3] in percents else ""
        scale = language.scales.get(found[3] or "", 0)
        yield Figure(*found.span(), found.end(), number, 0, scale, kind, words=True)
