"""Finds the numerals of a text: digits with scale, unit word, sign and qualifier, and their value.

One regular expression starts at the digit; what stands before it (currency, 超) is looked for backwards in Python.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tagger.figures.beside_brackets import take_units_of_before
from tagger.figures.blank_groups import join_blank_groups
from tagger.figures.chinese_numerals import chinese_quantities
from tagger.figures.compared_scales import may_share_scale, share_compared_scales
from tagger.figures.english_numerals import english_quantities
from tagger.figures.figure import POINTS, RATES, THINGS, Figure
from tagger.figures.hundredths import is_rate, places_of, take_part_before, take_part_behind
from tagger.figures.marked_scales import take_marked_scale
from tagger.figures.odd_digits import odd_digits
from tagger.figures.parts_of_money import join_parts_of_money
from tagger.figures.patterns import BARE_POINT, FRACTIONS, GROUPED, GROUPING, Patterns, patterns_of
from tagger.figures.points_of_change import take_points
from tagger.figures.prefixed_units import take_prefixed_units
from tagger.figures.scales_apart import is_larger_by_place, take_scales_apart
from tagger.native import listen
from tagger.words.folding import is_of_first_plane
from tagger.words.language import Language

__all__ = ["Figure", "find_figures", "value_of"]

_HAN_FIRST = "\u2e80"
_LARGE = 10_000
"""A count in words below it is exact (一百二十家); above, it is said to its last place (一萬二千家)."""
_NOUGHTS = (
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
)  # fmt: skip
_RANGES = "".join(f"{chr(nought)}-{chr(nought + 9)}" for nought in _NOUGHTS)
_DIGITS = re.compile(f"[{_RANGES}][{_RANGES}]*")
"""Runs of digits, told from all else in half the time that \\d takes: what is tried at every character of a text."""
_ANY_DIGITS = re.compile(r"\d+")
"""Those of the scripts beyond the first plane too."""


def find_figures(text: str, language: Language, counted: frozenset[str] = frozenset()) -> list[Figure]:
    """Return every run of digits (and every quantity in words) of the folded text, in order.

    counted: the words of the taxonomy's count units, which follow a numeral like the language's own counters.
    """
    known = patterns_of(language, counted)
    missed: list[tuple[int, int]] = []
    figures = [_figure(found, language) for found in _numerals(known.numeral, text, missed)]
    for figure in figures:
        kind, start = figure.kind, figure.start
        if kind in ("", "money"):
            _take_currency(figure, text, language, known)
            take_marked_scale(figure, text, language)
            if kind:
                take_part_behind(figure, text, language)
        if text[start - 1 : start] == "(" and text[figure.end : figure.end + 1] == ")":
            _take_accounting_brackets(figure, known, text, language)
    take_scales_apart(figures, text, language)
    figures = list(_put_together(join_blank_groups(figures, text, language), text))
    take_prefixed_units(figures, text, language, counted)
    if missed:
        figures.extend(odd_digits(text, missed, figures))
    figures.extend(_in_words(text, language, figures, known))
    for figure in [f for f in figures if not (f.kind or f.scale)] if language.points else ():
        take_points(figure, text, language)
    figures = join_parts_of_money(sorted(figures, key=_START), text, language)
    _share_units(figures, text, language, known)
    take_units_of_before(figures, text, language)
    share_compared_scales(figures, text, language)
    _read_signs(figures, text)
    return figures


def _read_signs(figures: list[Figure], text: str) -> None:
    """Read the minus sign right before a figure; one right behind another figure parts a range: 3億元-5億元."""
    before = -1
    for figure in figures:
        at = figure.start - 1
        if figure.negative or figure.bracketed or (at >= 0 and text[at] in _SIGNS):
            goes_on = 0 < before < figure.start and text[before] in _SIGNS
            figure.negative = figure.bracketed or (
                not goes_on and (figure.negative or (text[at] in _SIGNS and _is_minus(text, at)))
            )
        before = figure.end


_START = attrgetter("start")


def _numerals(pattern: re.Pattern[str], text: str, missed: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the numerals: the pattern is tried at digits alone, which is ten times as fast as at every character.

    missed: takes the runs of digits that are no part of any.
    """
    done = 0
    match = pattern.match
    digits = _DIGITS if is_of_first_plane(text) else _ANY_DIGITS
    for digit in digits.finditer(text):
        start, end = digit.span()
        if start < done:
            continue
        listen()
        found = match(text, start)
        if found is None:
            missed.append((start, end))
            continue
        done = max(found.end(), end)
        yield found


_LARGE_SCALE = 4


def _put_together(figures: list[Figure], text: str) -> Iterator[Figure]:
    """Yield the figures; the large part of one is put to it: 2兆1,436億元, 2 兆 1,436 億元, 1萬2,450人 with its unit."""
    last: Figure | None = None
    for figure in figures:
        if last is not None and is_larger_by_place(last, figure, text):
            last.scale = figure.scale + _LARGE_SCALE  # 36兆6,973亿元, where 兆 alone are millions
        if (
            last is not None
            and text[last.end : figure.start] in ("", " ")
            and not last.unit_word
            and not last.places
            and last.scale > figure.scale
            and (figure.scale >= _LARGE_SCALE or (figure.kind in THINGS and last.end == figure.start))
            and figure.number < Decimal(1).scaleb(last.scale - figure.scale)
            and text[last.end - 1] >= _HAN_FIRST
        ):
            figure.number += last.number.scaleb(last.scale - figure.scale)
            figure.start, figure.currency = last.start, figure.currency or last.currency
            last = figure
            continue
        if last is not None:
            yield last
        last = figure
    if last is not None:
        yield last


def _figure(found: re.Match[str], language: Language) -> Figure:
    digits, more, scale_word, more_behind, unit_word = found.group(1, 3, 4, 5, 6)
    grouped = not GROUPED.isdisjoint(digits)
    plain = digits.translate(GROUPING) if grouped else digits
    start, digits_end = found.span(1)
    pointed = start and found.string[start - 1] == "." and plain == digits and "." not in plain
    if pointed and BARE_POINT.search(found.string, max(0, start - 2), start):
        start, plain = start - 1, f"0.{plain}"  # .28%, as American reports print it
    at = digits_end + found.string.startswith(" ", digits_end)
    fraction = FRACTIONS.get(found.string[at : at + 1], "")
    if fraction and "." not in plain:
        plain, digits_end = f"{plain}.{fraction}", at + 1
    if unit_word:
        end = found.end(6)
    elif scale_word:
        end = found.end(4)
    else:
        end = found.end(3) if more else digits_end
    kind = language.units.get(unit_word, "count") if unit_word else ""
    scale = language.scales[scale_word] if scale_word else 0
    if kind == "money" and unit_word in language.minor_units:
        scale -= places_of(language.currencies[unit_word])
    more = more or more_behind
    return Figure(
        start,
        end,
        digits_end,
        Decimal(plain),
        len(plain) - plain.index(".") - 1 if "." in plain else 0,
        scale,
        kind,
        unit_word,
        language.currencies[unit_word] if kind == "money" else None,
        (language.more[more],) if more else (),
        grouped=grouped,
    )


_BLANK_OR_OPEN = (" ", "(")
_SIGNS = "-−–"
_LIST_REACH = 12


def _share_units(figures: list[Figure], text: str, language: Language, known: Patterns) -> None:
    """Give bare figures the scale and unit of the last of their list: 2.31、3.06和3.87萬億元, 3至5億元."""
    for figure in figures:
        if not (figure.kind or figure.scale or figure.reason) and text[figure.end : figure.end + 1] in _OPENS:
            _unit_in_bracket(figure, text, language, known)
    following: Figure | None = None
    for figure in reversed(figures):
        if following is not None and (following.kind or following.scale) and not figure.scale:
            _share_unit(figure, following, text, language, known.list_gap)
        elif (
            following is not None
            and figure.scale
            and not (figure.kind or figure.reason or figure.words)
            and following.kind
            and following.scale
            and known.list_gap.fullmatch(text, figure.end, following.start)
        ):  # 3億至4億元: it has a scale of its own
            figure.kind, figure.unit_word = following.kind, following.unit_word
            figure.currency = following.currency
        following = figure
    for before, figure in pairwise(figures):
        if before.kind == "money" and figure.scale and not (figure.kind or figure.reason or before.unit_word):
            _share_currency(before, figure, text, language, known.list_gap)


def _share_currency(
    before: Figure, figure: Figure, text: str, language: Language, gap: re.Pattern[str]
) -> None:
    """Give an amount the currency that stands before the first of its list: €742 million, 418 million and 326 million."""
    if not gap.fullmatch(text, before.end, figure.start):
        return
    found = _NEXT_WORD.match(text, figure.end)
    word = found[1] if found else ""
    if not word or word in language.conjunctions or word in language.links or word in language.words:
        figure.kind, figure.currency = "money", before.currency


_NEXT_WORD = re.compile(r" ([a-z]+)")


def _share_unit(
    figure: Figure, following: Figure, text: str, language: Language, gap: re.Pattern[str]
) -> None:
    """Give a figure the scale and unit of the one behind it, where it goes on to that."""
    if not (figure.kind or figure.reason or figure.words):
        between = text[figure.end : following.start]
        if following.words or len(between) > _LIST_REACH or not between.strip():
            return
        if figure.grouped and following.scale and any(word in between for word in language.ranges):
            return  # grew by 32,000 to 2.46 million
        unlike = between.startswith(",") or figure.grouped or figure.places < following.places
        if unlike and between.strip(", ") in language.restatements:
            return  # increased by 1,142, or 13.6%
        if following.is_points or (figure.grouped and following.kind in RATES):
            return  # the score is 31, 7 points up; totalled 52,370, 11.6% more than a year ago
        if gap.fullmatch(between):
            figure.kind, figure.scale, figure.unit_word = following.kind, following.scale, following.unit_word
            figure.currency = following.currency
    elif figure.kind == "count" and _begins_unit(figure, following):
        between = text[figure.end : following.start]
        if len(between) <= _LIST_REACH and not _has_mark(between, language):
            figure.kind, figure.unit_word = following.kind, following.unit_word
    elif (
        figure.kind == "money"
        and following.scale
        and following.kind == "money"
        and may_share_scale(figure, following, text, language)
        and gap.fullmatch(text, figure.end, following.start)
    ):
        figure.scale = following.scale  # RMB2.3, 3.1 and 3.9 trillion


def _begins_unit(figure: Figure, following: Figure) -> bool:
    """Return whether what looks like a counter is the beginning of the next figure's unit: 上升2.8個和下降0.3個百分點."""
    begun = figure.unit_word and following.unit_word.startswith(figure.unit_word)
    return bool(begun) and figure.kind == "count" and following.kind in POINTS and not figure.scale


def _has_mark(between: str, language: Language) -> bool:
    return any(mark in between for mark in language.clause_ends + language.sentence_ends)


_OPENS = ("(", "（")


def _unit_in_bracket(figure: Figure, text: str, language: Language, known: Patterns) -> None:
    """Give a bare figure the unit in the bracket right behind it: 866.1（億元）."""
    found = known.bracketed.match(text, figure.end)
    if found:
        figure.scale = language.scales.get(found["scale"], 0)
        figure.kind, figure.unit_word = language.units[found["unit"]], found["unit"]
        figure.currency = language.currencies.get(found["unit"]) if figure.kind == "money" else None


def _is_minus(text: str, at: int) -> bool:
    """Return whether a sign is a minus: 3-5 and COVID-19 hold a hyphen, 變動-3.5億元 a minus."""
    earlier = text[at - 1 : at] if at else ""
    return not (earlier.isascii() and earlier.isalnum()) and earlier not in _BEFORE_A_HYPHEN


_BEFORE_A_HYPHEN = (")", "%")


_CURRENCY_REACH = 18


def _take_currency(figure: Figure, text: str, language: Language, known: Patterns) -> None:
    """Give the figure the currency that stands right before it: HK$5, RMB 5 million, 人民幣5億元."""
    start = figure.start
    before = text[start - 1 : start] if start else ""
    blank = before in _BLANK_OR_OPEN
    if not blank and before not in known.last:
        return
    behind = text[max(0, start - _CURRENCY_REACH) : start]
    before = behind.rstrip(" (") if blank else behind
    if before[-1:] not in known.last:
        return
    found = known.currency.search(before)
    if found and not (behind.endswith("(") and _ends_a_figure(before[: found.start()], language)):
        if found[1] in language.minor_units and is_rate(found, before, language):
            return
        figure.kind = "money"
        figure.currency = figure.currency or language.currencies[found[1]]
        take_part_before(figure, found, before, language)
        at = start - len(behind) + found.start() - 1
        figure.negative = at >= 0 and text[at] in _SIGNS and _is_minus(text, at)  # -$5 million


def _ends_a_figure(before: str, language: Language) -> bool:
    """Return whether what stands before a currency's name is the figure that it is of: 12.2億美元(4), 5 million pounds (4)."""
    printed = before.rstrip(" ")
    return printed.endswith(_ALL_DIGITS) or any(
        printed.endswith(word) and printed[: -len(word)].rstrip(" ").endswith(_ALL_DIGITS)
        for word in language.scales
    )


def _take_accounting_brackets(figure: Figure, known: Patterns, text: str, language: Language) -> None:
    """Read a bracketed number with its unit outside the brackets as negative: £(38.4)m."""
    tail = known.numeral.match("0" + text[figure.end + 1 : figure.end + 1 + _CURRENCY_REACH])
    with_unit = tail is not None and bool(tail["scale"] or tail["unit"])
    before = text[max(0, figure.start - _CURRENCY_REACH) : figure.start - 1]
    if not figure.unit_word and (figure.grouped or figure.places):
        before = before.rstrip(" ")  # EGP (71,726)
    said = known.currency.search(before)
    with_currency = said is not None and not _ends_a_figure(before[: said.start()], language)
    if not figure.scale and (with_unit or with_currency):
        figure.bracketed = True
        if tail is not None:
            figure.scale = language.scales.get(tail["scale"], 0)
            if not figure.kind and language.units.get(tail["unit"]) in RATES:
                figure.kind, figure.unit_word = language.units[tail["unit"]], tail["unit"]


def _in_words(text: str, language: Language, figures: list[Figure], known: Patterns) -> Iterator[Figure]:
    occupied = sorted((figure.start, figure.end) for figure in figures)
    yield from english_quantities(text, language)
    for start, end, number, places, scale, unit_word, kind in chinese_quantities(text, language):
        # two thirds have no end as a decimal: they are told to the whole per cent
        about = (
            ("about",) if number != number.to_integral_value() and kind == "percent" and not places else ()
        )
        number = number.quantize(Decimal(1)) if about else number  # noqa: PLW2901
        at = bisect_left(occupied, (end, 0))
        if at and occupied[at - 1][1] > start:
            continue
        insort(occupied, (start, end))
        figure = Figure(
            start, end, end, number, places, scale, kind, unit_word,
            currency=language.currencies.get(unit_word) if kind == "money" else None, qualifiers=about, words=True,
        )  # fmt: skip
        if kind == "money":
            _take_currency(figure, text, language, known)  # 人民幣三十二億元
        yield figure


_ALL_DIGITS = tuple("0123456789")
_POWERS = {"percent": -2, "percentage_points": -2, "per_mille": -3, "basis_points": -4}


def value_of(figure: Figure) -> tuple[Decimal, int | None]:
    """Return the value in base units, unsigned, and its decimals (None is INF).

    Trailing zeros of the integer part do not count where a qualifier says that the number is a round one.
    """
    power = figure.scale + _POWERS.get(figure.kind, 0)
    value = figure.number.scaleb(power)
    decimals: int | None = figure.places - power
    rounded = bool(figure.qualifiers) and any(
        word in ("exceeds", "nearly", "about") for word in figure.qualifiers
    )
    if rounded and not figure.places:
        decimals = -power - _trailing_zeros(figure.number)
    elif figure.kind in ("count", "") and not figure.scale and not figure.places:
        decimals = None
    if figure.words and figure.kind == "count" and not rounded and value < _LARGE:
        decimals = None
    return value, decimals


def _trailing_zeros(number: Decimal) -> int:
    digits = str(int(number))
    return len(digits) - len(digits.rstrip("0")) if number else 0
