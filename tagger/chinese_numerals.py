"""Quantities written in Chinese numerals: 七成, 三分之二, 百分之五十, 一千三百億元, 一百二十家.

Only what can be nothing else is taken: tenths, fractions, money, and counts of at least two numerals. 十三五, 第三大,
一級 and 五大 have no such form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tagger.folding import fold
from tagger.language import Language, alternation

Quantity = tuple[int, int, Decimal, int, int, str, str]
"""start, end, number, places after the point, power of ten, unit word, kind."""


@cache
def _patterns(tags: tuple[str, ...], key: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    del tags
    digits, powers, (tenth, half, part), money, counters = key
    digit = "[" + "".join(digits) + "]"
    numeral = "[" + "".join((*digits, *powers)) + "]{1,16}"
    tenths = re.compile(rf"(?<![{''.join((*digits, *powers))}])({digit}){tenth}({half}|{digit})?(?![{''.join(digits)}本立员交功为分型就果效熟长份])")
    fraction = re.compile(rf"({numeral}){part}({numeral})")
    amount = re.compile(rf"(?<!第)({numeral})({alternation(money)})|(?<!第)({numeral[:-6]}{{2,16}})({alternation(counters)})")
    return tenths, fraction, amount


def chinese_quantities(text: str, language: Language) -> Iterator[Quantity]:
    """Yield the quantities in Chinese numerals of a folded text."""
    numerals = language.numerals
    if "tenth" not in numerals:
        return
    digits = {fold(word): int(number) for word, number in numerals["digits"].items()}
    powers = {fold(word): int(power) for word, power in numerals["powers"].items()}
    money = tuple(word for word, kind in language.units.items() if kind == "money" and word in language.currencies)
    counters = tuple(word for word, kind in language.units.items() if kind == "count")
    key = (tuple(digits), tuple(powers), (fold(numerals["tenth"]), fold(numerals["half"]), fold(numerals["part_of"])), money, counters)
    tenths, fraction, amount = _patterns(language.tags, key)
    if key[2][0] in text:
        yield from _tenths(text, tenths, digits, key[2][1])
    if key[2][2] in text:
        yield from _fractions(text, fraction, digits, powers)
    for found in amount.finditer(text):
        word, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
        quantity = numeral_value(word, digits, powers)
        # one bare numeral before a unit (一家, 十張) is as often a turn of phrase as a count
        if quantity is None or not any(c in digits for c in word) or (not found[1] and quantity[0] < 20):  # noqa: PLR2004
            continue
        number, zeros = quantity
        kind = "money" if found[1] else "count"
        yield found.start(), found.end(), number.scaleb(-zeros), 0, zeros, unit, kind


def _tenths(text: str, pattern: re.Pattern[str], digits: dict[str, int], half: str) -> Iterator[Quantity]:
    for found in pattern.finditer(text):
        number = Decimal(digits[found[1]])
        places = 0
        if found[2]:
            number += Decimal("0.5") if found[2] == half else Decimal(digits[found[2]]).scaleb(-1)
            places = 1
        if number:
            yield found.start(), found.end(), number * 10, 0 if places else -1, 0, "", "percent"


def _fractions(text: str, pattern: re.Pattern[str], digits: dict[str, int], powers: dict[str, int]) -> Iterator[Quantity]:
    for found in pattern.finditer(text):
        below, above = (numeral_value(found[index], digits, powers) for index in (1, 2))
        if not below or not above or not below[0]:
            continue
        if below[0] == 100:  # noqa: PLR2004  # 百分之五十 is 50%
            yield found.start(), found.end(), above[0], 0, 0, "", "percent"
        else:
            share = (above[0] * 100 / below[0]).quantize(Decimal(1))
            yield found.start(), found.end(), share, 0, 0, "", "percent"


def numeral_value(word: str, digits: dict[str, int], powers: dict[str, int]) -> tuple[Decimal, int] | None:
    """Return the number that a Chinese numeral says and the power of ten of the last place said.

    None where it is no numeral: two digits in a row without a power (二三).
    """
    total, section, digit, last = 0, 0, -1, 0
    for character in word:
        if character in digits:
            if digit > 0 and digits[character]:
                return None
            digit = digits[character]
            last = 0
        else:
            power = powers[character]
            if power >= 4:  # noqa: PLR2004  # 萬 and 億 close a section
                total = (total + section + max(digit, 0)) * 10**power
                section, digit = 0, -1
            else:
                section += (1 if digit < 0 else digit) * 10**power
                digit = -1
            last = power if power < 4 else last + power  # noqa: PLR2004
    number = total + section + max(digit, 0)
    if not number:
        return None
    return Decimal(number), _zeros(number)


def _zeros(number: int) -> int:
    text = str(number)
    return len(text) - len(text.rstrip("0"))
