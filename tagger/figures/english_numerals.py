"""Quantities written in words of a Latin-script language: two-thirds, nine branches, twenty-five.

A number word is a figure only where it counts something that the taxonomy knows; `tagger.links.decided` drops the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tagger.figures.figure import RATES, Figure
from tagger.figures.hundredths import places_of
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language


@cache
def _patterns(
    fractions: tuple[str, ...], words: tuple[str, ...], after: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    begins = "(?<![a-z-].)"
    return (
        re.compile(rf"({alternation(fractions, begins)})(?![a-z-])"),
        re.compile(
            rf"({alternation(words, begins)})(?:-({alternation(words)}))?(?: ({alternation(after)}))?(?![a-z-])"
        ),
    )


@cache
def _behind(openers: tuple[str, ...], described: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the words behind which a number word is none, with one word between, at a stretch's end.

    described: of those behind which it is none only with a word or two between.
    """
    some = alternation(described) or "(?!)"
    return re.compile(
        rf"(?<![a-z-])(?:(?:{alternation(openers)})(?: [a-z-]+)?|(?:{some})(?: [a-z-]+){{1,2}}) \Z"
    )


_OPENING = 40
"""How long those words may be."""


def _counts_nothing(text: str, start: int, end: int, language: Language) -> bool:
    """Return whether a number word stands for a noun or its place in an order: over the half, a third year; not a part."""
    numerals = language.numerals
    if text[start:end] in numerals.get("ordinals", ()) and _is_ordered(language.tags).match(text, end):
        return text[max(start - _OPENING, 0) : start].split()[-1:] not in [[word] for word in language.by]
    openers = language.numerals.get("nouns", {}).get(text[start:end], ())
    if not openers or text.startswith(tuple(f" {link} " for link in language.genitives), end):
        return False
    behind = _NEXT.match(text, end)
    measured = behind is not None and not language.scales.keys().isdisjoint(behind.groups())
    measured = measured or (
        behind is not None and not language.units.keys().isdisjoint((behind[1], behind[0].strip()))
    )
    described = () if measured else tuple(language.numerals.get("described", {}).get(text[start:end], ()))
    return bool(_behind(tuple(openers), described).search(text, max(start - _OPENING, 0), start))


@cache
def _is_ordered(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what comes in an order, right behind its place."""
    return re.compile(rf" (?:{alternation(load_language(*tags).numerals['ordered'])})(?![a-z-])")


def _ends_name(text: str, at: int, language: Language) -> bool:
    """Return whether a number word is the number of what stands right before it: tier one, pillar three."""
    word = _LAST.search(text, max(at - _OPENING, 0), at)
    return word is not None and word[1] in language.cues_before.get("name", ())


_LAST = re.compile(r"([a-z]+) \Z")
_NEXT = re.compile(r"[ -]([a-z]+)(?: [a-z]+)?")


@cache
def _of_so_many(words: tuple[str, ...], links: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a part in so many: two in five, three out of four."""
    said = alternation(words)
    return re.compile(rf"(?<![a-z-])({said}) (?:{alternation(links) or '(?!)'}) ({said})(?![a-z-])")


def _fractions(
    text: str, pattern: re.Pattern[str], units: tuple[str, ...], pairs: set[int], language: Language
) -> Iterator[Figure]:
    """Yield the fractions of a text as per cents, or as the amount they are where they are of one: two thirds, half a penny.

    pairs: takes where they begin, and all places of what they are of.
    """
    fractions, inexact = language.numerals["fractions"], language.numerals.get("inexact", ())
    ones = _ones(units, language.genitives[:1], tuple(language.one))
    for found in pattern.finditer(text):
        number = fractions[found[1]]
        pairs.add(found.start())
        if _counts_nothing(text, *found.span(), language):
            continue
        about = ("about",) if number in inexact else ()
        one = ones.match(text, found.end())
        if one is not None:
            if one[2]:
                pairs.update(range(*one.span()))  # half of one per cent
                yield _part_of_one(found, one, Decimal(number) / 100, language)
            if one[2] or not one[1]:
                continue  # half a penny; half a year
        yield Figure(
            *found.span(), found.end(), Decimal(number), 0, 0, "percent", qualifiers=about, words=True
        )


def english_quantities(text: str, language: Language) -> Iterator[Figure]:
    """Yield the quantities in words of a folded text."""
    numerals = language.numerals
    words, fractions = numerals.get("words"), numerals.get("fractions")
    if not words or not fractions:
        return
    rates = {word: kind for word, kind in language.units.items() if kind in RATES}
    hundredths = [word for word in language.minor_units if len(word) > 1]
    units = (*language.scales, *rates, *hundredths)
    fraction, count = _patterns(tuple(fractions), tuple(words), units)
    pronouns = tuple(numerals.get("pronouns", ()))
    pairs: set[int] = set()  # where the number words of two in five stand, and that of three quarters
    yield from _fractions(text, fraction, units, pairs, language)
    for found in _of_so_many(tuple(words), tuple(numerals.get("of_so_many", ()))).finditer(text):
        part, whole = Decimal(int(words[found[1]])), Decimal(int(words[found[2]]))
        if part >= whole:
            continue
        share = part * 100 / whole
        about = ("about",) if share != share.to_integral_value() else ()
        number = share.quantize(Decimal(1))
        pairs.add(found.start())
        pairs.add(found.start(2))
        yield Figure(*found.span(), found.end(), number, 0, 0, "percent", qualifiers=about, words=True)
    for found in count.finditer(text):
        if found.start() in pairs or text.startswith(pronouns, found.start()):
            continue  # visit one of our branches
        if _counts_nothing(text, *found.span(), language) or _ends_name(text, found.start(), language):
            continue
        number = Decimal(int(words[found[1]])) + (int(words[found[2]]) if found[2] else 0)
        unit = found[3] or ""
        if unit in language.minor_units:
            money = language.currencies[unit]
            scale = -places_of(money)
            yield Figure(*found.span(), found.end(), number, 0, scale, "money", unit, money, words=True)
            continue
        scale = language.scales.get(unit, 0)
        yield Figure(*found.span(), found.end(), number, 0, scale, rates.get(unit, ""), words=True)


@cache
def _ones(units: tuple[str, ...], links: tuple[str, ...], articles: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what a fraction is of one of: half a penny, a quarter of a percentage point."""
    link, article = alternation(links) or "(?!)", alternation(articles) or "(?!)"
    return re.compile(rf"( (?:{link}))? (?:{article}) (?:({alternation(units)})(?![a-z-]))?(?: ([a-z]+))?")


def _part_of_one(found: re.Match[str], one: re.Match[str], number: Decimal, language: Language) -> Figure:
    """Return the figure of a part of one: half a penny, half a million pounds."""
    unit, money = one[2], one[3] or ""
    end, places = one.end(2), len(str(number).partition(".")[2])
    kind = language.units.get(unit, "")
    scale = language.scales.get(unit, 0)
    if scale and language.units.get(money) == "money":
        unit, kind, end = money, "money", one.end(3)
    currency = language.currencies[unit] if kind == "money" else None
    scale -= places_of(currency or "") if unit in language.minor_units else 0
    return Figure(
        found.start(), end, end, number, places, scale, kind, unit if kind else "", currency, words=True
    )
