"""Scales that stand on the other side of a currency, as notes of accounts print them: US$ million 12.4, 3,075 EGP thousand.

And what a number's own pattern leaves: a scale with the mark of a footnote (50.5 billion2), a letter ($2.0T).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tagger.figures.figure import Figure
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language

_REACH = 32
_SHORT = 4
_LATIN = "\u2e80"


@cache
def _patterns(
    tags: tuple[str, ...],
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """Return the patterns of a currency and a scale before a number, and of a scale behind a number and its currency.

    Then: of a currency behind a number and its scale (12 thousands of Egyptian pounds), and in what the first may end; of a
    scale right before the mark of a footnote.
    """
    language = load_language(*tags)
    scales = alternation((*language.scales, *language.table_scales))
    units = {*language.currencies, *(word for word, kind in language.units.items() if kind == "money")}
    money = alternation(units)
    latin = alternation([word for word in language.scales if word < _LATIN and len(word) > 1])
    long = [
        re.escape(word) for word in language.scales if len(word) > _SHORT and word.isalpha() and word < _LATIN
    ]
    of, articles = alternation(language.genitives[:1]), alternation(language.extra["articles"])
    return (
        re.compile(
            rf"(?<![a-z])(?P<money>{alternation(language.currencies)}) ?(?P<scale>{scales})(?:{money})? ?\(?\Z"
        ),
        re.compile(rf" (?P<scale>{latin})(?![a-z])"),
        re.compile(rf" (?:{of or '(?!)'}) (?:(?:{articles or '(?!)'}) )?(?P<money>{money})"),
        frozenset(word[-1] for word in (*language.scales, *language.table_scales, *units) if word),
        re.compile(
            rf" ?(?P<scale>{'|'.join(sorted(long, reverse=True)) or '(?!)'})(?=[0-9]{{1,2}}(?![0-9.,]*[0-9a-z%]))"
        ),
    )


def take_scales_apart(figures: Iterable[Figure], text: str, language: Language) -> None:
    """Give amounts the scale before their number or behind their currency; a number with no mark of its own may be another's."""
    before, behind, of_money, last, marked = _patterns(language.tags)
    letters = tuple(language.extra["trillions"])
    for figure in figures:
        if not (figure.scale or figure.reason or figure.unit_word):
            _take_stuck(figure, text, letters, marked, language)
        if figure.scale and not (figure.kind or figure.reason):
            found = of_money.match(text, figure.end)
            if found:
                figure.kind, figure.unit_word, figure.end = "money", found["money"], found.end()
                figure.currency = language.currencies[found["money"]]
        if figure.scale or figure.reason or figure.kind not in ("", "money"):
            continue
        if figure.unit_word:
            found = behind.match(text, figure.end) if figure.unit_word.isascii() else None
            if found:
                figure.scale, figure.end = language.scales[found["scale"]], found.end()
        elif figure.grouped or figure.places:
            said = text[max(0, figure.start - _REACH) : figure.start]
            found = before.search(said) if said.rstrip(" (")[-1:] in last else None
            if found:
                figure.scale = {**language.table_scales, **language.scales}[found["scale"]]
                figure.kind, figure.currency = "money", language.currencies[found["money"]]
                closes = text[figure.end : figure.end + 1] == ")"
                figure.bracketed = figure.bracketed or (text[figure.start - 1] == "(" and closes)


def _take_stuck(
    figure: Figure, text: str, letters: tuple[str, ...], marked: re.Pattern[str], language: Language
) -> None:
    """Give an amount the scale that a letter says which is stuck to it, or a word to which the mark of a footnote is."""
    behind = text[figure.end : figure.end + 2]
    if figure.kind == "money" and behind[:1] in letters and not behind[1:].isalnum():
        figure.scale, figure.end = _TRILLION, figure.end + 1
        return
    found = marked.match(text, figure.end) if behind else None
    if found:
        figure.scale, figure.end = language.scales[found["scale"]], found.end()


_TRILLION = 12


def is_larger_by_place(last: Figure, figure: Figure, text: str) -> bool:
    """Return whether a Han scale stands right before a figure of a larger one, and so is the larger of the two."""
    return (
        _LARGE_SCALE <= last.scale < figure.scale
        and last.end == figure.start
        and not (last.unit_word or last.places)
        and text[last.end - 1] >= _HAN_FIRST
    )


_LARGE_SCALE = 4
_HAN_FIRST = "\u2e80"
