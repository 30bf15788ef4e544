"""What is looked for around the digits of a text in a language: one regular expression that starts at the digit, and others.

Quantifiers are bounded, so hostile text costs no more than ordinary text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagger.words.alternation import alternation
from tagger.words.language import Language

_HAN_FIRST = "\u2e80"
MAX_DIGITS = 40
"""A longer run of digits is no quantity of any report."""

GROUPED = frozenset(", '’")
GROUPING = {ord(mark): None for mark in GROUPED}
"""What groups the digits of a number, and is no part of it."""
BARE_POINT = re.compile(r"(?:\A|[\s(（$£€¥|/+-])\.\Z")
"""A decimal point with nothing before it: no stop, no leader of a table of contents, no part of a name."""
_INVISIBLE = "\u0300-\u036f\u200b-\u200f\u2060\ufeff"
"""Combining marks and characters of no width: digits that hold one are no number that a person can read."""
FRACTIONS = {"½": "5", "¼": "25", "¾": "75", "⅛": "125", "⅜": "375", "⅝": "625", "⅞": "875"}
"""What a fraction in one character right behind a number adds to it: 4½ billion, 2¾%."""
_ENDLESS = "⅓⅔⅕⅖⅗⅘⅙⅚⅐⅑⅒"
"""Those of which no number is read."""
_NUMBER = (
    rf"(?<!\d)(?<!\d[.,])(?<!\d[{_INVISIBLE}])(?P<number>%s"
    r"\d{1,3}(?:,\d{3}){1,12}(?!\d)(?:\.\d{1,20})?"  # 1,234,567.8
    r"|\d{1,3}(?:['’]\d{3}){1,12}(?!\d)(?:\.\d{1,20})?"  # 1'234'567 of Switzerland
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)(?:\.\d{1,20})?"  # 12,34,567 of lakh and crore
    rf"|\d{{1,{MAX_DIGITS}}}(?:\.\d{{1,20}})?"
    rf")(?![\d{_INVISIBLE}{_ENDLESS}]|[.,]\d)"
)


@dataclass(frozen=True)
class Patterns:
    """What is looked for around digits in a language: a numeral with its tail, what may stand between and before.

    last: the characters that what stands before a numeral as its currency may end in.
    """

    numeral: re.Pattern[str]
    currency: re.Pattern[str]
    last: frozenset[str]
    list_gap: re.Pattern[str]
    bracketed: re.Pattern[str]


_BY_LANGUAGE: dict[tuple[tuple[str, ...], tuple[str, ...], frozenset[str]], Patterns] = {}


def patterns_of(language: Language, counted: frozenset[str]) -> Patterns:
    """Return the patterns of a language, kept for the next text. counted: the words of the taxonomy's count units."""
    key = (language.tags, language.local, counted)
    found = _BY_LANGUAGE.get(key)
    if found is None:
        if len(_BY_LANGUAGE) >= _KEPT:
            _BY_LANGUAGE.clear()
        found = _BY_LANGUAGE[key] = Patterns(
            _pattern(tuple(language.scales), _unit_words(language, counted), tuple(language.more)),
            re.compile(rf"(?<![a-z])({alternation(currencies_before(language))})\Z"),
            frozenset(word[-1] for word in language.currencies),
            _list_gap(language.enumeration, (*language.conjunctions, *language.ranges, *language.currencies)),
            re.compile(
                rf" ?[(（] ?(?P<scale>(?:{alternation(language.scales)})?) ?(?P<unit>{alternation(language.units)}) ?[)）]"
            ),
        )
    return found


_KEPT = 16


def currencies_before(language: Language) -> list[str]:
    """Return what may stand before an amount as its currency: 5 million won, but we won 5 mandates."""
    return [
        word for word in language.currencies if word not in language.local_symbols or word in language.local
    ]


def _pattern(scales: tuple[str, ...], units: tuple[str, ...], more: tuple[str, ...]) -> re.Pattern[str]:
    extra = f"(?:{alternation(more)})?" if more else ""
    # 兆瓦 is a unit, not 兆 and a rest
    begun = [unit for unit in units if any(unit.startswith(scale) and unit != scale for scale in scales)]
    not_unit = f"(?!{alternation(begun)})" if begun else ""
    # a 3-million-share buyback: only what stands before one word more
    scale = f"(?:{not_unit}(?!-[a-z]{{2,12}}-[a-z])(?:{alternation(scales)}))?"
    # 3, 218.07億元, as some PDFs give it: the scale word behind it says that it is one number, unless it goes on a list
    han = [word for word in scales if word[0] >= _HAN_FIRST]
    parted = (
        rf"(?<!\d, )\d{{1,3}}, \d{{3}}(?!\d)(?:\.\d{{1,20}})?(?=\ ?(?:{alternation(han)}))|" if han else ""
    )
    return re.compile(
        _NUMBER.replace("%s", parted) + rf"(?P<tail>(?:\ ?[{''.join(FRACTIONS)}])?\ ?(?P<more>{extra})"
        rf"\ ?(?P<scale>{scale})(?P<more2>{extra})\ ?(?P<unit>(?:{alternation(units)})?))"
    )


def _unit_words(language: Language, counted: frozenset[str]) -> tuple[str, ...]:
    # in Latin prose a word stays in the text, where it may be a term: 35 branches
    own = sorted(
        word
        for word in counted
        if word not in language.units
        and word not in language.scales
        and not _is_scaled(word, language, counted)
    )
    return (
        *language.units,
        *(word for word in own if not word[0].isascii() or not language.plurals or not _VOWEL.search(word)),
    )


_VOWEL = re.compile("[aeiouy]")
"""What a word of Latin letters has and a symbol (GB, MWh) has not."""


def _is_scaled(word: str, language: Language, counted: frozenset[str]) -> bool:
    """Return whether a unit word is a scale word and a unit: 萬戶."""
    return any(
        word.startswith(scale) and (word[len(scale) :] in language.units or word[len(scale) :] in counted)
        for scale in language.scales
    )


def _list_gap(enumeration: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what may stand between figures whose scale and unit stand on the last of them."""
    return re.compile(
        rf" ?(?:[{re.escape(enumeration)}] ?)?(?:(?:{alternation(words)}) ?){{0,2}}[+-]?|、[\u4e00-\u9fff]{{1,10}}"
    )
