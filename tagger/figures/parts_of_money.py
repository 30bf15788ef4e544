"""Amounts that are said in units of money and parts of them: 二元五角, 1元2角5分, 每股三角八仙, 港幣六角.

Only what can be nothing else is taken: several parts in a row, or tenths alone behind a currency or 每股 (長三角 is a place).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tagger.figures.chinese_numerals import digits_and_powers, numeral_value
from tagger.figures.figure import Figure
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language


@dataclass(frozen=True)
class _Parts:
    """What amounts in parts are found by; telling: the words of parts without which none is looked for."""

    amount: re.Pattern[str]
    telling: re.Pattern[str]
    openers: tuple[str, ...]
    verbs: tuple[str, ...]  # that open an amount of tenths alone, if nothing follows it in its clause
    currencies: dict[str, str]
    digits: dict[str, int]
    powers: dict[str, int]


_COMPILED: dict[tuple[str, ...], _Parts] = {}


def _parts_of(language: Language) -> _Parts:
    found = _COMPILED.get(language.tags)
    if found is None:
        found = _COMPILED[language.tags] = _compile(language)
    return found


def _compile(language: Language) -> _Parts:
    digits, powers = digits_and_powers(language)
    tenths, hundredths = (tuple(language.extra[key]) for key in ("tenths_of_money", "hundredths_of_money"))
    some, whole = "".join(digits), "".join((*digits, *powers))
    minor = sorted(language.minor_units)
    own = [
        word for word, kind in language.units.items() if kind == "money" and word not in language.minor_units
    ]
    nought = "".join(word for word, number in digits.items() if not number) or "(?!)"
    one = rf" ?[{nought}]?([1-9{some}]) ?"
    cents = rf" ?[{nought}]?([0-9]{{1,2}}|[{whole}]{{1,3}}) ?"
    half = fold(language.numerals["half"])
    return _Parts(
        re.compile(
            rf"(?<![0-9.,{whole}])(?:([0-9]{{1,4}}|[{whole}]{{1,12}}) ?({alternation(own)}))?"
            rf"(?:{one}(?:{alternation(tenths)})(?:({half})(?!年)|{cents}(?:{alternation(hundredths)}))?"
            rf"|{cents}(?:{alternation(minor)})(?:({half})(?!年))?)"
        ),
        re.compile("|".join(map(re.escape, (*tenths, *language.minor_units)))),
        tuple(language.extra["shares"]),
        tuple(word for word, meaning in language.verbs.items() if meaning in _VERBS),
        {word: code for word, code in language.currencies.items() if word not in language.minor_units},
        digits,
        powers,
    )  # fmt: skip


def join_parts_of_money(figures: list[Figure], text: str, language: Language) -> list[Figure]:
    """Return the figures, in order, those that are parts of one amount put together and amounts in tenths among them."""
    if "half" not in language.numerals or not language.extra["tenths_of_money"]:
        return figures
    known = _parts_of(language)
    found = list(_amounts(text, known))
    if not found:
        return figures
    kept: list[Figure] = []
    at = 0
    for figure in figures:
        while at < len(found) and found[at].end <= figure.start:
            at += 1
        if at == len(found) or figure.end <= found[at].start:
            kept.append(figure)
    kept.extend(found)
    kept.sort(key=_start)
    return kept


def _start(figure: Figure) -> int:
    return figure.start


def _amounts(text: str, known: _Parts) -> Iterator[Figure]:
    """Yield the amounts in parts: at each word of a part the numeral before it is looked for."""
    done = 0
    for start in _starts(text, known):
        if start < done:
            continue
        found = known.amount.match(text, start)
        if found is None or found.end() == found.start():
            continue
        figure = _figure(found, text, known)
        if figure is not None:
            yield figure
            done = figure.end


_REACH = 24
"""How far before the word of a part its amount may begin."""


def _starts(text: str, known: _Parts) -> list[int]:
    """Return where an amount in parts may begin: at a numeral near before the word of a part, right before which one stands."""
    starts: set[int] = set()
    for found in known.telling.finditer(text):
        at = found.start()
        last = at - 1 - text.startswith(" ", at - 1)
        if last >= 0 and _is_numeral(text[last], known):  # 分 stands in 部分, 分別, 分行
            starts.update(range(max(0, at - _REACH), at))
    return sorted(at for at in starts if _is_numeral(text[at], known))


def _is_numeral(character: str, known: _Parts) -> bool:
    return character.isdecimal() or character in known.digits or character in known.powers


def _figure(found: re.Match[str], text: str, known: _Parts) -> Figure | None:
    whole, unit, tenth, half, of_tenth, cents, half_a_cent = found.groups()
    hundredth = of_tenth or cents
    before = text[max(0, found.start() - _OPENER) : found.start()].rstrip(" ")
    currency = next((word for word in known.currencies if before.endswith(word)), None)
    several = sum(part is not None for part in (whole, tenth, hundredth, half_a_cent)) > 1
    ends = not text[found.end() : found.end() + 1].isalnum()
    if not several and (cents is not None or not (currency or _is_opened(before, known, half, ends=ends))):
        return None
    number, places = Decimal(0), 0
    for word, power in ((whole, 0), (tenth, 1), (hundredth, 2)):
        value = None if word is None else _value(word, known)
        if word is not None and value is None:
            return None
        if value is not None:
            number, places = number + value.scaleb(-power), power
    if half or half_a_cent:
        places += 1
        number += Decimal(5).scaleb(-places)
    code = known.currencies.get(unit or "", "") or known.currencies.get(currency or "", "")
    return Figure(
        *found.span(), found.end(), number, places, 0, "money", unit or "", currency=code, words=not found[0][0].isdecimal(),
    )  # fmt: skip


_OPENER = 8
_VERBS = ("level", "reach", "level_from")


def _is_opened(before: str, known: _Parts, half: str | None, *, ends: bool) -> bool:
    """Return whether tenths alone are an amount by what stands about them: 每股六角, 為九角, 九角半。; ends: nothing follows."""
    return before.endswith(known.openers) or (ends and (bool(half) or before.endswith(known.verbs)))


def _value(word: str, known: _Parts) -> Decimal | None:
    if word.isdecimal():
        return Decimal(word)
    if len(word) == 1 and known.digits.get(word) == 0:
        return Decimal(0)
    said = numeral_value(word, known.digits, known.powers)
    return said[0] if said is not None else None
