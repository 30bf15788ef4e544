"""Quantities written in Chinese numerals: 七成, 三分之二, 百分之五十, 一千三百億元, 一百二十家, 零點二個百分點.

Only what can be nothing else is taken: tenths, fractions, money, and counts of at least two numerals. 十三五, 第三大,
一級 and 五大 have no such form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language

_TELLING = 20
_LONGEST = 16
"""How many characters a numeral may have."""
Quantity = tuple[int, int, Decimal, int, int, str, str]
"""start, end, number, places after the point, power of ten, unit word, kind."""


@dataclass(frozen=True)
class _Numerals:
    """The numerals of a language, compiled."""

    digits: dict[str, int]
    powers: dict[str, int]
    tenth: str
    half: str
    part: str
    point: str
    tenths: re.Pattern[str]
    half_tenth: re.Pattern[str]
    fraction: re.Pattern[str]
    amount: re.Pattern[str]
    runs: re.Pattern[str]
    measured: re.Pattern[str]  # with decimals or of rates
    measures: dict[str, str]  # the kinds of the units of these
    round: re.Pattern[str]  # a power alone before money
    bounds: tuple[str, ...]  # what stands before such a one
    moves: tuple[str, ...]  # verbs of change
    reaches: tuple[str, ...]  # … and those before what something came to
    ones: tuple[str, ...]  # the numerals for one
    times: tuple[str, ...]  # words for how many times
    behind_measured: frozenset[
        str
    ]  # what may stand behind a run of numerals that is measured: 點, or a rate's unit
    behind_amount: frozenset[str]  # … that is an amount or a count


_COMPILED: dict[tuple[str, ...], _Numerals] = {}


def _numerals(language: Language) -> _Numerals:
    found = _COMPILED.get(language.tags)
    if found is None:
        found = _COMPILED[language.tags] = _compile(language)
    return found


def digits_and_powers(language: Language) -> tuple[dict[str, int], dict[str, int]]:
    """Return by their characters, folded, what the numerals of a language say: 三 is 3, and 萬 ten to the 4th."""
    numerals = language.numerals
    digits = {fold(word): int(number) for word, number in numerals["digits"].items()}
    return digits, {fold(word): int(power) for word, power in numerals["powers"].items()}


def _compile(language: Language) -> _Numerals:
    data = language.numerals
    digits, powers = digits_and_powers(language)
    tenth, half, part = (fold(data[key]) for key in ("tenth", "half", "part_of"))
    point = fold(data.get("point", "")) or "(?!)"
    decimals = f"(?:{point}([{''.join(digits)}]{{1,4}}))?"
    money = [word for word, kind in language.units.items() if kind == "money" and word in language.currencies]
    counters = [word for word, kind in language.units.items() if kind == "count"]
    measures = {word: kind for word, kind in language.units.items() if kind in _MEASURES or word in money}
    some, whole = "".join(digits), "".join((*digits, *powers))
    not_after = fold(data.get("tenth_not_before", ""))
    numeral = f"[{whole}]"
    return _Numerals(
        digits, powers, tenth, half, part, point,
        re.compile(rf"([{some}])(?<!{numeral}.){tenth}(?:({half}|[{some}])(?![{some}])|(?![{some}{not_after}]))"),
        re.compile(rf"{half}{tenth}(?<!{numeral}..)(?![{some}{not_after}])"),
        re.compile(rf"({numeral}{numeral}{{0,15}}){part}({numeral}{{1,16}}){decimals}"),
        re.compile(rf"(?<!第)({numeral}{{1,16}})({alternation(money)})|(?<!第)({numeral}{{1,16}})({alternation(counters)})"),
        re.compile(f"{numeral}{numeral}*"),
        re.compile(
            rf"(?<![{whole}{point}第])({numeral}{{1,16}}?)(?:{point}([{some}]{{1,4}})([{''.join(powers)}]{{0,2}}))?"
            rf"({alternation(list(measures))})"
        ),
        measures,
        re.compile(rf"(?<![\d\s.,{whole}])([{''.join(powers)}]{{1,3}})({alternation(money)})"),
        tuple(language.before),
        tuple(word for word, kind in language.verbs.items() if kind in ("increase", "decrease")),
        tuple(word for word, kind in language.verbs.items() if kind == "reach"),
        tuple(word for word, number in digits.items() if number == 1),
        tuple(word for word, kind in language.units.items() if kind == "times"),
        frozenset((fold(data.get("point", "")), *_behind_numerals((w for w in measures if measures[w] in _MEASURES), whole))),
        frozenset(_behind_numerals((*money, *counters), whole)),
    )  # fmt: skip


def _behind_numerals(words: Iterable[str], numerals: str) -> Iterator[str]:
    """Yield with what words go on behind the numerals that they may begin with: 百分點 with 分."""
    for word in words:
        yield word.lstrip(numerals)[:1]


def chinese_quantities(text: str, language: Language) -> Iterator[Quantity]:
    """Yield the quantities in Chinese numerals of a folded text."""
    if "tenth" not in language.numerals:
        return
    known = _numerals(language)
    digits, powers = known.digits, known.powers
    runs = [found.span() for found in known.runs.finditer(text)]
    if known.tenth in text:
        yield from _tenths(text, runs, known)
        for found in known.half_tenth.finditer(text):
            yield found.start(), found.end(), Decimal(5), 0, 0, "", "percent"
    if known.part in text:
        yield from _fractions(text, known.fraction, digits, powers)
    if known.point in text or any(word in text for word in known.times):
        yield from _measured(text, runs, known)
    for found in _amounts(text, runs, known):
        word, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
        quantity = None if known.digits.keys().isdisjoint(word) else numeral_value(word, digits, powers)
        # one bare numeral before a unit (一家, 十張) is as often a turn of phrase as a count
        if quantity is None or (not found[1] and quantity[0] < _TELLING and not _is_told(text, found, known)):
            continue
        number, zeros = quantity
        kind = "money" if found[1] else "count"
        yield found.start(), found.end(), number.scaleb(-zeros), 0, zeros, unit, kind
    yield from _round_amounts(text, runs, known)


def _is_told(text: str, found: re.Match[str], known: _Numerals) -> bool:
    """Return whether a verb of change right before a small count says that it is one: 增加十五間, 減至八間."""
    verbs = (*known.moves, *known.reaches)
    return found[3] not in known.ones and _moves(text, found.start(), verbs, known)


def _moves(text: str, at: int, verbs: tuple[str, ...], known: _Numerals) -> bool:
    """Return whether one of the verbs stands right before a place, or before what bounds the figure: 上升逾兩倍."""
    before = text[max(at - _VERB, 0) : at].rstrip(" ")
    bound = next((word for word in known.bounds if before.endswith(word)), "")
    return before.endswith(verbs) or (bool(bound) and before.removesuffix(bound).endswith(verbs))


_VERB = 8


Runs = list[tuple[int, int]]
"""Where the numerals of a text begin and end that stand in a row: what most patterns here are tried at alone."""


def _round_amounts(text: str, runs: Runs, known: _Numerals) -> Iterator[Quantity]:
    """Yield the amounts that are a power alone, behind a word that makes them a bound: 首度突破千億元, 逾兆元."""
    one = next(digit for digit, number in known.digits.items() if number == 1)
    for start, _ in runs:
        found = known.round.match(text, start) if text[start] in known.powers else None
        if found is None:
            continue
        quantity = numeral_value(one + found[1], known.digits, known.powers)
        if quantity is not None and text.endswith(known.bounds, 0, found.start()):
            number, zeros = quantity
            yield found.start(), found.end(), number.scaleb(-zeros), 0, zeros, found[2], "money"


_MEASURES = ("percentage_points", "basis_points", "times")


def _measured(text: str, runs: Runs, known: _Numerals) -> Iterator[Quantity]:
    """Yield numerals with decimals before a unit of theirs, and those of rates without: 五十二點三億元, 兩個百分點."""
    for start, behind in runs:
        found = (
            known.measured.match(text, start) if text[behind : behind + 1] in known.behind_measured else None
        )
        if found is None:
            continue
        kind = known.measures[found[4]]
        whole = _said(found[1], known.digits, known.powers)
        told = found[2] is not None or kind in _MEASURES[:2]
        if whole is None or not (
            told or (kind == "times" and _moves(text, found.start(), known.moves, known))
        ):
            continue
        decimals = found[2] or ""
        zeros = sum(known.powers[character] for character in found[3] or "")
        number, places, end = whole[0] + _decimals(decimals, known.digits), len(decimals), found.end()
        if kind == "times" and not decimals and text.startswith(known.half, end):
            number, places, end = number + Decimal("0.5"), 1, end + 1  # 一倍半
        yield found.start(), end, number, places, zeros, found[4], kind


def _amounts(text: str, runs: Runs, known: _Numerals) -> Iterator[re.Match[str]]:
    """Yield the numerals before a unit, looked for only in runs of numerals that hold a digit: 億元 alone says nothing."""
    done = 0
    match = known.amount.match
    for start, end in runs:
        if text[end : end + 1] not in known.behind_amount:
            continue
        digit = start
        while digit < end and text[digit] in known.powers:
            digit += 1
        if digit == end:
            continue
        for at in range(max(start, digit - _LONGEST, done), end):
            found = match(text, at)
            if found:
                yield found
                done = found.end()
                break


def _tenths(text: str, runs: Runs, known: _Numerals) -> Iterator[Quantity]:
    digits, half, done = known.digits, known.half, 0
    for start, end in runs:
        if start < done or start + 1 != end or not text.startswith(known.tenth, end):
            continue
        found = known.tenths.match(text, start)
        if found is None:
            continue
        done = found.end()
        number = Decimal(digits[found[1]])
        places = 0
        if found[2]:
            number += Decimal("0.5") if found[2] == half else Decimal(digits[found[2]]).scaleb(-1)
            places = 1
        if number:
            yield found.start(), found.end(), number * 10, 0 if places else -1, 0, "", "percent"


def _fractions(
    text: str, pattern: re.Pattern[str], digits: dict[str, int], powers: dict[str, int]
) -> Iterator[Quantity]:
    for found in pattern.finditer(text):
        below, above = (_said(found[index], digits, powers) for index in (1, 2))
        if not below or not above or not below[0]:
            continue
        if below[0] == 100:  # noqa: PLR2004  # 百分之五十 is 50%, 百分之六點三 6.3%
            decimals = found[3] or ""
            number = above[0] + _decimals(decimals, digits)
            yield found.start(), found.end(), number, len(decimals), 0, "", "percent"
        else:
            share = above[0] * 100 / below[0]
            yield found.start(), found.end(), share, 0, 0, "", "percent"


def _decimals(word: str, digits: dict[str, int]) -> Decimal:
    """Return what the numerals behind a point say; nought for none."""
    said = "".join(str(digits[character]) for character in word)
    return Decimal(int(said or "0")).scaleb(-len(said))


def _said(word: str, digits: dict[str, int], powers: dict[str, int]) -> tuple[Decimal, int] | None:
    """Return what `numeral_value` does, and nought for 零 before a point."""
    return (Decimal(0), 0) if digits.get(word) == 0 else numeral_value(word, digits, powers)


def numeral_value(word: str, digits: dict[str, int], powers: dict[str, int]) -> tuple[Decimal, int] | None:
    """Return the number that a Chinese numeral says and the power of ten of the last place said.

    None where it is no numeral: two digits in a row without a power (二三).
    """
    total, section, digit, last, closed = 0, 0, -1, 0, 0
    for character in word:
        if character in digits:
            if digit > 0 and digits[character]:
                return None
            digit = digits[character]
            last = 0
        else:
            power = powers[character]
            if power >= 4:  # noqa: PLR2004  # 萬 and 億 close a section
                below = section + max(digit, 0)
                # 三億一千萬: what 億 closed stands above 萬; 一萬億: it is what 億 multiplies
                total = total + below * 10**power if power < closed else (total + below) * 10**power
                section, digit, closed = 0, -1, power
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
