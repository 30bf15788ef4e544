"""What says by itself that it heads a column: a year or a period, a change, a share, an amount; and what a corner says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.readers.values import currency_signs, is_value, mentions_unit, month_names, said_in_tables
from tagger.words.alternation import alternation, opening_of
from tagger.words.both_ways import both_ways
from tagger.words.folding import fold
from tagger.words.language import every_language

_TIME = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<![a-z0-9])(?:[1-4]q|q[1-4]|[12]h|h[12]|fy)[0-9]{0,2}(?![a-z])"
    r"|(?<![0-9])(?:9[0-9]|1[0-2][0-9]) ?年(?=[ 度第上下前底末0-9]|\Z)"
)
"""A year (of the Republic too: 113年度), a quarter or a half."""
_LONGEST = 40
_LONGEST_TOP = 60


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a change at the end of a text, and that of a text which is nothing but usual words of heads."""
    tables = [language.tables for language in every_language()]
    verbs = [
        word for language in every_language() for word, kind in language.verbs.items() if kind == "change"
    ]
    changes = {word for table in tables for word in table.get("change", ())} | set(verbs)
    usual = {
        word for table in tables for key in ("neutral", "share") for word in table.get(key, ())
    } | changes
    unit = r"\s?[(（]?[%％][)）]?"
    return (
        re.compile(rf"(?<![a-z])(?:{alternation(changes)}|{both_ways(every_language())})(?:{unit})?\s?\Z"),
        re.compile(rf"(?:(?:{alternation(usual)}|[%％])\s?)+(?:{unit})?\Z"),
    )


def is_head(text: str) -> bool:
    """Return whether a text heads a column by what it says: 2025年12月31日, H1 2024, 同比變動, Amount, %."""
    if len(text) > _LONGEST:
        return False
    folded = fold(text)
    change, usual = _patterns()
    return bool(_TIME.search(folded) or change.search(folded) or usual.match(folded))


def is_measure(text: str) -> bool:
    """Return whether a heading says in what a change is measured: $, %, amount, $/bps."""
    parts = [part.strip() for part in _EITHER.split(text)] if len(text) <= _LONGEST_MEASURE else []
    return bool(parts) and all(map(_is_one_measure, parts))


def _is_one_measure(text: str) -> bool:
    return text in currency_signs() or text in ("%", "％") or fold(text) in said_in_tables("measured_in")


_EITHER = re.compile("[/／]")
_LONGEST_MEASURE = 16


@cache
def _any_change() -> re.Pattern[str]:
    """Return the pattern of a word of change, in all languages there are: change, variance."""
    verbs = {
        word for language in every_language() for word, kind in language.verbs.items() if kind == "change"
    }
    words = alternation({*verbs, *said_in_tables("change")})
    return re.compile(rf"(?<![a-z])(?:{words}|{both_ways(every_language())})(?![a-z])")


def says_change(text: str) -> bool:
    """Return whether a heading speaks of a change, wherever it does: 3Q24 Change vs."""
    return len(text) <= _LONGEST and _any_change().search(fold(text)) is not None


@cache
def letter_words() -> frozenset[str]:
    """Return the words of two to four Han characters that head columns, in all languages there are: 項目, 附註, 金額."""
    keys = ("neutral", "share", "change", "measured_in", "references", "standing")
    words = {fold(word) for key in keys for word in said_in_tables(key)}
    verbs = {fold(word) for word, kind in _changes() if kind == "change"}
    return frozenset(word for word in words | verbs if 1 < len(word) <= MOST_SPREAD and word[0] >= _HAN_FIRST)


def _changes() -> Iterator[tuple[str, str]]:
    return (pair for language in every_language() for pair in language.verbs.items())


MOST_SPREAD = 4
"""Of how many characters a name is whose letters are spread over its column."""


@cache
def _ways() -> dict[str, str]:
    """Return which way each verb of a change goes, in all languages there are."""
    return {fold(word): kind for word, kind in _changes() if kind in ("increase", "decrease")}


def says_both_ways(text: str) -> bool:
    """Return whether a text is nothing but both ways of a change: 增加／（減少）, increase/(decrease)."""
    words = [word for word in _MARKS.split(fold(text)) if word] if len(text) <= _LONGEST else []
    return len(words) == 2 and {_ways().get(word) for word in words} == {"increase", "decrease"}  # noqa: PLR2004


_MARKS = re.compile(r"[\s()（）/／]+")


def is_nothing(text: str) -> bool:
    """Return whether a text stands in place of a value: n/a, 不適用."""
    return fold(text) in said_in_tables("nothing")


@cache
def _by_what() -> re.Pattern[str]:
    """Return the pattern of what a line begins with that says by what rows part something, in all languages there are."""
    return re.compile(
        rf"[\s(（]*{opening_of(said_in_tables('breakdown'), said_in_tables('breakdown_never'))}"
    )


def says_parts(text: str) -> bool:
    """Return whether a line says by what the rows below it part something: By age, 按年龄."""
    return len(text) <= _LONGEST and _by_what().match(fold(text)) is not None


@cache
def _unit_cues() -> frozenset[str]:
    cues = {word.strip(" :：") for word in said_in_tables("unit_cues")}
    return frozenset(cue for cue in cues if len(cue) > _LONG_CUE or cue > _HAN_FIRST)


_LONG_CUE = 2


_HAN_FIRST = "\u2e80"


def heads_units(text: str) -> bool:
    """Return whether a text heads a column of units: 單位, Unit."""
    return fold(text).strip(" :：") in _unit_cues()


def heads_notes(text: str) -> bool:
    """Return whether a text heads a column of the numbers of notes: 附註, Note."""
    return fold(text).strip(" .:：") in said_in_tables("references")


def is_stretch(text: str) -> bool:
    """Return whether a heading says over how long its columns are, as Three Months Ended March 31 does."""
    return len(text) <= _LONGEST_TOP and says_stretch(text)


def says_stretch(text: str) -> bool:
    """Return whether a stretch stands in a text: Three months ended, 止三個月."""
    folded = fold(text)
    return any(word in folded for word in said_in_tables("stretches"))


def is_time(text: str) -> bool:
    """Return whether a year or a period stands in a text."""
    return _TIME.search(fold(text)) is not None


def is_day(text: str) -> bool:
    """Return whether a heading is a day without its year: June 30, 31 March, 9月30日."""
    if _HAN_DAY.match(text):
        return True
    parts = fold(text).rstrip(",").replace(".", "").split(" ")
    return len(parts) == 2 and any(  # noqa: PLR2004  # a month and a number
        one in month_names() and other.isdecimal() for one, other in (parts, parts[::-1])
    )


_HAN_DAY = re.compile(r"[0-9]{1,2} ?月 ?[0-9]{1,2} ?日\Z")


def is_corner(text: str) -> bool:
    """Return whether a text may stand over the names of rows: 項目, Item, 人民幣百萬元."""
    return len(text) <= _LONGEST and (_patterns()[1].match(fold(text)) is not None or mentions_unit(text))


def is_in_place_of_value(said: str) -> bool:
    """Return whether a cell before the values is one of them: a number, a limit (≥10.75 (note 2)), a word for none."""
    if _SCALED_UNIT.match(said):
        return False  # 1,000 m³
    return is_value(said) or _LIMIT.match(said) is not None or is_nothing(said)


_SCALED_UNIT = re.compile(r"10{0,2},(?:000,)?000\s?[^\W\d]")
_LIMIT = re.compile(r"[≥≤＞＜><]=?\s?[0-9０-９]")
