"""The words of the interface, one file a language, and numbers and dates said in them.

A period is told as a person reads it, decimals by what they mean, a large value by the scale words that the
language counts in. Everything is text made from `Decimal` and `date`: nothing depends on a locale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from importlib.resources import files
from json import loads
from typing import Literal

from exports.report import Period

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
_FEBRUARY = 2
_SIMPLIFIED = frozenset({"zh-hans", "zh-cn", "zh-sg", "zh-my"})

_WIDE = Context(prec=400, rounding=ROUND_HALF_EVEN)
"""Wide enough for any numeral that a text can hold, so that a rounding never fails."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. scales: (power of ten, word), the largest first. texts: by group and key."""

    language: str
    name: str
    months: tuple[str, ...]
    scales: tuple[tuple[int, str], ...]
    texts: dict[str, dict[str, str]]

    def say(self, group: str, key: str, **values: str) -> str:
        """Return a text with its `{placeholders}` filled; the key itself where the language has none."""
        return self.texts[group].get(key, key).format(**values)


@cache
def words_of(language: str) -> Words:
    """Return the words of one of `LANGUAGES`."""
    plain = loads((files("exports.page") / "texts" / f"{language}.json").read_text("utf-8"))
    scales = tuple((int(power), word) for power, word in plain.pop("scales"))
    return Words(language, plain.pop("name"), tuple(plain.pop("months")), scales, plain)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = loads(
        (files("exports.page") / "texts" / "sentences.json").read_text("utf-8")
    )
    return found


def translated(sentence: str, words: Words) -> str | None:
    """Return a fixed sentence of the program in another language than English, None where it has none."""
    return sentence if words.language == "en" else _sentences().get(sentence, {}).get(words.language)


def interface_language(language: str) -> str:
    """Return the language of the interface that suits a BCP 47 tag best."""
    tag = language.lower().replace("_", "-")
    if tag in _SIMPLIFIED or tag.startswith("zh-hans"):
        return "zh-Hans"
    return "zh-Hant" if tag.split("-")[0] in {"zh", "yue"} else "en"


def group_digits(value: str) -> str:
    """Return a plain decimal string with its integer part in groups of three: "-1234.50" is "-1,234.50"."""
    sign, digits = ("\N{MINUS SIGN}", value[1:]) if value.startswith("-") else ("", value)
    whole, point, part = digits.partition(".")
    grouped = f"{int(whole):,}" if whole.isdecimal() and whole.isascii() else whole
    return f"{sign}{grouped}{point}{part}"


def percent(value: str | float) -> str:
    """Return a share as a percentage, with no digit that the value does not have: "0.083" is "8.3%"."""
    hundredfold = Decimal(str(value)).scaleb(2)
    return f"{group_digits(f'{hundredfold:f}')}%"


def compact(value: Decimal, words: Words) -> str:
    """Return a large value with a scale word and at most two places, for the top of a bar."""
    power, word = next(
        ((power, word) for power, word in words.scales if abs(value) >= Decimal(1).scaleb(power)), (0, "")
    )
    cents = _WIDE.quantize(_WIDE.scaleb(value, -power), Decimal("0.01"))
    return group_digits(f"{_WIDE.normalize(cents):f}") + word


def amount(value: Decimal, words: Words, *, is_percent: bool) -> str:
    """Return a value as it is read: a share in per cent, a large value with a scale word, any other as it is."""
    if is_percent:
        return percent(f"{_plain(value):f}")
    smallest = words.scales[-1][0]
    return compact(value, words) if abs(value).adjusted() >= smallest else group_digits(f"{_plain(value):f}")


def _plain(value: Decimal) -> Decimal:
    """Return the value without zeros at the end of its decimal places."""
    return _WIDE.quantize(value, Decimal(1)) if value == value.to_integral_value() else _WIDE.normalize(value)


def say_decimals(decimals: int | Literal["INF"], words: Words) -> str:
    """Return what `decimals` means: "to the nearest 1,000,000"."""
    if decimals == "INF":
        return words.say("ui", "exact")
    step = Decimal(1).scaleb(-decimals)
    return words.say("ui", "nearest", step=group_digits(f"{step:f}"))


def say_date(day: date, words: Words) -> str:
    """Return a day as it is written in the language."""
    return words.say("ui", "date", day=str(day.day), month=words.months[day.month - 1], year=str(day.year))


def say_period(text: str, fiscal_year_end: tuple[int, int], words: Words) -> str:
    """Return a period as a person reads it; the text itself where it is none."""
    try:
        period = Period.parse(text)
    except ValueError:
        return text
    if period.start is None:
        return words.say("ui", "instant", day=say_date(period.end, words))
    span = words.say("ui", "duration", start=say_date(period.start, words), end=say_date(period.end, words))
    if is_fiscal_year(period.start, period.end, fiscal_year_end):
        return words.say("ui", "fiscal_year", year=str(period.end.year), span=span)
    return span


def is_fiscal_year(start: date, end: date, fiscal_year_end: tuple[int, int]) -> bool:
    """Return whether the days from start to end are one whole fiscal year."""
    closes = end + timedelta(days=1)
    opens = start
    month, day = fiscal_year_end
    # The last day of February closes a year of either length, whichever day the profile names.
    ends_there = end.month == month and (end.day == day or (month == _FEBRUARY and closes.day == 1))
    return ends_there and (opens.month, opens.day, opens.year + 1) == (closes.month, closes.day, closes.year)
