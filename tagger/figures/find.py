"""Finds the numerals of a text: digits with scale, unit word, sign and qualifier, and their value.

One regular expression starts at the digit; what stands before it (currency, bracket, 超, 近) is looked for
backwards in Python. Quantifiers are bounded, so hostile text costs no more than ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tagger.figures.chinese_numerals import chinese_quantities
from tagger.figures.english_numerals import english_quantities
from tagger.figures.figure import Figure
from tagger.words.language import Language, alternation

__all__ = ["Figure", "find_figures", "value_of"]

MAX_DIGITS = 40
"""A longer run of digits is no quantity of any report."""


_INVISIBLE = "\u0300-\u036f\u200b-\u200f\u2060\ufeff"
"""Combining marks and characters of no width: digits that hold one are no number that a person can read."""
_NUMBER = (
    rf"(?<!\d)(?<!\d[.,])(?<!\d[{_INVISIBLE}])(?P<number>"
    r"\d{1,3}(?:,\d{3}){1,12}(?!\d)(?:\.\d{1,20})?"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)(?:\.\d{1,20})?"  # 12,34,567 of lakh and crore
    rf"|\d{{1,{MAX_DIGITS}}}(?:\.\d{{1,20}})?"
    rf")(?![\d{_INVISIBLE}]|[.,]\d)"
)
_HAN_FIRST = "\u2e80"
_LARGE = 10_000
"""A count in words below it is exact (一百二十家); above, it is said to its last place (一萬二千家)."""
_DIGITS = re.compile(r"\d+")
_OTHER_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")


@cache
def _pattern(
    language_tags: tuple[str, ...], scales: tuple[str, ...], units: tuple[str, ...], more: tuple[str, ...]
) -> re.Pattern[str]:
    del language_tags
    extra = f"(?:{alternation(more)})?" if more else ""
    # 兆瓦 is a unit, not 兆 and a rest
    begun = [unit for unit in units if any(unit.startswith(scale) and unit != scale for scale in scales)]
    not_unit = f"(?!{alternation(begun)})" if begun else ""
    scale = f"(?:{not_unit}(?:{alternation(scales)}))?"
    return re.compile(
        _NUMBER
        + rf"(?P<tail>\ ?(?P<more>{extra})\ ?(?P<scale>{scale})(?P<more2>{extra})\ ?(?P<unit>(?:{alternation(units)})?))"
    )


def find_figures(text: str, language: Language, counted: frozenset[str] = frozenset()) -> list[Figure]:
    """Return every run of digits (and every quantity in words) of the folded text, in order.

    counted: the words of the taxonomy's count units, which follow a numeral like the language's own counters.
    """
    pattern = _pattern(
        language.tags, tuple(language.scales), _unit_words(language, counted), tuple(language.more)
    )
    figures = [_figure(found, language) for found in _numerals(pattern, text)]
    for figure in figures:
        if figure.kind in ("", "money"):
            _take_currency(figure, text, language)
        if text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")":
            _take_accounting_brackets(figure, pattern, text, language)
    figures = list(_put_together(figures, text))
    taken = [(figure.start, figure.end) for figure in figures]
    figures.extend(_odd_digits(text, taken))
    figures.extend(_lost_digits(text, figures))
    figures.extend(_in_words(text, language, figures))
    figures.sort(key=lambda figure: figure.start)
    _share_units(figures, text, language)
    for figure in figures:
        figure.negative = _is_negative(figure, text)
    return figures


def _numerals(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the numerals: the pattern is tried at digits alone, which is ten times as fast as at every character."""
    done = 0
    for digit in _DIGITS.finditer(text):
        start, end = digit.span()
        found = pattern.match(text, start) if start >= done else None
        if found:
            done = max(found.end(), end)
            yield found


_LARGE_SCALE = 4


def _put_together(figures: list[Figure], text: str) -> Iterator[Figure]:
    """Yield the figures; two of which the first is the large part of the second are one: 2兆1,436億元."""
    last: Figure | None = None
    for figure in figures:
        if (
            last is not None
            and last.end == figure.start
            and not last.unit_word
            and not last.places
            and last.scale > figure.scale >= _LARGE_SCALE
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


def _unit_words(language: Language, counted: frozenset[str]) -> tuple[str, ...]:
    # in Latin prose a word stays in the text, where it may be a term: 35 branches
    own = sorted(
        word
        for word in counted
        if word not in language.units
        and word not in language.scales
        and not _is_scaled(word, language, counted)
    )
    return (*language.units, *(word for word in own if not word[0].isascii() or not language.plurals))


def _is_scaled(word: str, language: Language, counted: frozenset[str]) -> bool:
    """Return whether a unit word is a scale word and a unit: 萬戶."""
    return any(
        word.startswith(scale) and (word[len(scale) :] in language.units or word[len(scale) :] in counted)
        for scale in language.scales
    )


def _figure(found: re.Match[str], language: Language) -> Figure:
    digits = found["number"]
    plain = digits.replace(",", "")
    scale_word, unit_word = found["scale"], found["unit"]
    places = len(plain) - plain.index(".") - 1 if "." in plain else 0
    start, digits_end = found.span("number")
    end = found.end("unit") if unit_word else found.end("scale") if scale_word else digits_end
    more = found["more"] or found["more2"]
    if more and not scale_word and not unit_word:
        end = found.end("more") if found["more"] else end
    figure = Figure(
        start,
        end,
        digits_end,
        Decimal(plain),
        places,
        language.scales[scale_word] if scale_word else 0,
        language.units.get(unit_word, "count") if unit_word else "",
        unit_word,
        grouped="," in digits,
    )
    if figure.kind == "money":
        figure.currency = language.currencies[unit_word]
        figure.scale -= _MINOR if unit_word in language.minor_units else 0
    if more:
        figure.qualifiers = (language.more[more],)
    return figure


_MINOR = 2
"""Cents are hundredths."""

_SIGNS = "-−–△▲"
_LIST_REACH = 12


@cache
def _list_gap(tags: tuple[str, ...], enumeration: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what may stand between figures whose scale and unit stand on the last of them."""
    del tags
    return re.compile(
        rf" ?(?:[{re.escape(enumeration)}] ?)?(?:(?:{alternation(words)}) ?){{0,2}}[+-]?|、[\u4e00-\u9fff]{{1,10}}"
    )


def _share_units(figures: list[Figure], text: str, language: Language) -> None:
    """Give bare figures the scale and unit of the last of their list: 2.31、3.06和3.87萬億元, 3至5億元."""
    for figure in figures:
        _unit_in_bracket(figure, text, language)
    between_figures = (*language.conjunctions, *language.ranges, *language.currencies)
    gap = _list_gap(language.tags, language.enumeration, between_figures)
    for figure, following in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        bare = not figure.kind and not figure.scale and not figure.reason and not figure.words
        has_unit = following.kind or following.scale
        between = text[figure.end : following.start]
        is_range = any(word in between for word in language.ranges)
        bare = bare and not (
            figure.grouped and following.scale and is_range
        )  # grew by 32,000 to 2.46 million
        if (
            bare
            and has_unit
            and not following.words
            and len(between) <= _LIST_REACH
            and between.strip()
            and gap.fullmatch(between)
        ):
            figure.kind, figure.scale, figure.unit_word = following.kind, following.scale, following.unit_word
            figure.currency = following.currency
        elif (
            _begins_unit(figure, following)
            and len(between) <= _LIST_REACH
            and not _has_mark(between, language)
        ):
            figure.kind, figure.unit_word = following.kind, following.unit_word
        elif (
            figure.kind == "money"
            and not figure.scale
            and following.scale
            and following.kind == "money"
            and gap.fullmatch(between)
        ):
            figure.scale = following.scale  # RMB2.3, 3.1 and 3.9 trillion


def _begins_unit(figure: Figure, following: Figure) -> bool:
    """Return whether what looks like a counter is the beginning of the next figure's unit: 上升2.8個和下降0.3個百分點."""
    begun = figure.unit_word and following.unit_word.startswith(figure.unit_word)
    return (
        bool(begun) and figure.kind == "count" and following.kind == "percentage_points" and not figure.scale
    )


def _has_mark(between: str, language: Language) -> bool:
    return any(mark in between for mark in language.clause_ends + language.sentence_ends)


@cache
def _bracketed(tags: tuple[str, ...], scales: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    del tags
    return re.compile(
        rf" ?[(（] ?(?P<scale>(?:{alternation(scales)})?) ?(?P<unit>{alternation(units)}) ?[)）]"
    )


def _unit_in_bracket(figure: Figure, text: str, language: Language) -> None:
    """Give a bare figure the unit in the bracket right behind it: 866.1（億元）."""
    if figure.kind or figure.scale or figure.reason or text[figure.end : figure.end + 1] not in ("(", "（"):
        return
    found = _bracketed(language.tags, tuple(language.scales), tuple(language.units)).match(text, figure.end)
    if found:
        figure.scale = language.scales.get(found["scale"], 0)
        figure.kind, figure.unit_word = language.units[found["unit"]], found["unit"]
        figure.currency = language.currencies.get(found["unit"]) if figure.kind == "money" else None


def _is_negative(figure: Figure, text: str) -> bool:
    """Return whether a minus sign stands right before the figure, or brackets around it alone."""
    before = text[figure.start - 1 : figure.start] if figure.start else ""
    if figure.bracketed:
        return True
    if before and before in _SIGNS:
        earlier = text[figure.start - 2 : figure.start - 1] if figure.start > 1 else ""
        # 3-5 and COVID-19 hold a hyphen, 變動-3.5億元 a minus
        return not (earlier.isascii() and earlier.isalnum()) and earlier not in ")%"
    return False


_CURRENCY_REACH = 18


@cache
def _currency_before(tags: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    del tags
    return re.compile(rf"(?<![a-z])({alternation(words)})\Z")


def _take_currency(figure: Figure, text: str, language: Language) -> None:
    """Give the figure the currency that stands right before it: HK$5, RMB 5 million, 人民幣5億元."""
    before = text[max(0, figure.start - _CURRENCY_REACH) : figure.start].rstrip(" (")
    words = tuple(language.currencies)
    found = _currency_before(language.tags, words).search(before) if before else None
    if found:
        figure.kind = "money"
        figure.currency = figure.currency or language.currencies[found[1]]


def _take_accounting_brackets(
    figure: Figure, pattern: re.Pattern[str], text: str, language: Language
) -> None:
    """Read a bracketed number with its unit outside the brackets as negative: £(38.4)m."""
    tail = pattern.match("0" + text[figure.end + 1 : figure.end + 1 + _CURRENCY_REACH])
    with_unit = tail is not None and bool(tail["scale"] or tail["unit"])
    before = text[max(0, figure.start - _CURRENCY_REACH) : figure.start - 1]
    with_currency = _currency_before(language.tags, tuple(language.currencies)).search(before) is not None
    if not figure.scale and (with_unit or with_currency):
        figure.bracketed = True
        if tail is not None:
            figure.scale = language.scales.get(tail["scale"], 0)


def _odd_digits(text: str, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    """Yield the runs of digits that are no well-formed numeral: 4.2.1, 1,23, 10.0.0.1."""
    spans = iter(taken)
    current = next(spans, None)
    for found in _OTHER_DIGITS.finditer(text):
        while current and current[1] <= found.start():
            current = next(spans, None)
        if current and current[0] < found.end() and found.start() < current[1]:
            continue
        yield Figure(found.start(), found.end(), found.end(), Decimal(0), 0, reason="malformed")


def _lost_digits(text: str, figures: list[Figure]) -> Iterator[Figure]:
    """Yield the digits that lie in no figure yet: no digit of a text is without a row."""
    spans = iter(sorted((figure.start, figure.end) for figure in figures))
    current = next(spans, None)
    for found in _DIGITS.finditer(text):
        while current and current[1] <= found.start():
            current = next(spans, None)
        if not current or current[0] > found.start():
            yield Figure(found.start(), found.end(), found.end(), Decimal(0), 0, reason="malformed")


def _in_words(text: str, language: Language, figures: list[Figure]) -> Iterator[Figure]:
    occupied = [(figure.start, figure.end) for figure in figures]
    yield from english_quantities(text, language)
    for start, end, number, places, scale, unit_word, kind in chinese_quantities(text, language):
        # two thirds have no end as a decimal: they are told to the whole per cent
        about = (
            ("about",) if number != number.to_integral_value() and kind == "percent" and not places else ()
        )
        number = number.quantize(Decimal(1)) if about else number  # noqa: PLW2901
        if any(a < end and start < b for a, b in occupied):
            continue
        occupied.append((start, end))
        yield Figure(
            start, end, end, number, places, scale, kind, unit_word,
            currency=language.currencies.get(unit_word) if kind == "money" else None, qualifiers=about, words=True,
        )  # fmt: skip


def value_of(figure: Figure) -> tuple[Decimal, int | None]:
    """Return the value in base units, unsigned, and its decimals (None is INF).

    Trailing zeros of the integer part do not count where a qualifier says that the number is a round one.
    """
    shift = {"percent": -2, "percentage_points": -2, "per_mille": -3, "basis_points": -4}.get(figure.kind, 0)
    power = figure.scale + shift
    value = figure.number.scaleb(power)
    decimals: int | None = figure.places - power
    rounded = any(word in ("exceeds", "nearly", "about") for word in figure.qualifiers)
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
