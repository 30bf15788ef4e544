"""Units that headings and captions give: 單位：人民幣百萬元, (RM million), HK$'000, in millions of US dollars, %.

A unit stands in brackets, behind a cue, behind the last comma, or is all that the heading says. Every word of such a
stretch must belong to a unit: "(excluding cards)" is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tagger.figures.figure import RATES
from tagger.figures.find import Figure
from tagger.figures.hundredths import places_of
from tagger.readers.values import ends_open
from tagger.tables.words import TableWords
from tagger.words.language import Language

_BRACKET = re.compile("[(（\\[【]([^()（）\\[\\]【】]{1,120})[)）\\]】]")
_BETWEEN = " 、,，/／;；:：.'’"
_SEPARATOR = "、,，/／;；"
_DASH = re.compile("\\s-\\s|[–—―]")
"""Results (unaudited) — HK$ million."""
_PARTS, _PIECE = re.compile("[,，;；]"), re.compile("[^,，;；]+")
_MAX_UNITS = 6
_HAN_FIRST = "\u2e80"


@dataclass(frozen=True, slots=True)
class TableUnit:
    """scale: a power of ten. kind, currency, unit_word: as of a figure; kind "" where only a scale is given."""

    scale: int = 0
    kind: str = ""
    currency: str | None = None
    unit_word: str = ""


@dataclass(frozen=True, slots=True)
class UnitsSaid:
    """The units that a heading gives (several where it lists them), and the stretches that say so."""

    units: tuple[TableUnit, ...]
    spans: tuple[tuple[int, int], ...]


_BARE_PER_CENT = re.compile("(?<![0-9])(?<![0-9] )%")
"""5% is a number, and no unit of others: holders of more than 5%."""
NONE_SAID = UnitsSaid((), ())


def units_said(
    text: str, start: int, end: int, words: TableWords, language: Language, after: int | None = None
) -> UnitsSaid:
    """Return the units in a heading, which is text[start:end], folded; `after`: where a date in it ends."""
    scaled = _currency_and_scale(text, start, end, words, language, after)
    if scaled is not None:
        return scaled
    stretches = _stretches(text, start, end, words)
    if after is not None:
        stretches.insert(1, (after, end, text[after:end]))
        noted = text.find("(", after, end)  # 31.12.2023 RM (restated)
        if noted > after:
            stretches.insert(2, (after, noted, text[after:noted]))
    for low, high, stretch in stretches:
        units = _units_of(stretch, words, language)
        if (
            (low, high) == (start, end)
            and stretch == text[start:end]
            and all(u.kind == "count" for u in units)
        ):
            continue  # 客戶, Customers: what is counted, not what it is counted in
        if units:
            return UnitsSaid(tuple(units), ((low, high),))
    return _at_the_end(text, start, end, words, language)


def _currency_and_scale(
    text: str, start: int, end: int, words: TableWords, language: Language, after: int | None
) -> UnitsSaid | None:
    """Return the unit of a currency whose scale stands in brackets behind it: RMB (million), 人民幣（百萬元）, NT$(K$)."""
    for bracket in _BRACKET.finditer(text, start, end):
        inner = _units_of(bracket[1], words, language)
        if len(inner) != 1 or inner[0].scale <= 0 or inner[0].kind not in ("", "money"):
            continue
        before = text[start : bracket.start()].rstrip()
        at = max(before.rfind(" ") + 1, (after or start) - start)
        outer = _units_of(before[at:].strip(), words, language) if at < len(before) else []
        if len(outer) == 1 and outer[0].kind == "money" and not outer[0].scale:
            unit = replace(outer[0], scale=inner[0].scale)
            return UnitsSaid((unit,), ((start + at, bracket.end()),))
    return None


def _at_the_end(text: str, start: int, end: int, words: TableWords, language: Language) -> UnitsSaid:
    """Return the unit of money that a heading ends in behind a blank: Total RM, Gross amount US$m, 總額 港幣千元.

    A symbol alone, or a currency with its scale; a currency's name alone may be what the column is about.
    """
    said = text[start:end]
    at = len(said)
    for _ in range(_MOST_LAST_WORDS):
        at = max(said.rfind(" ", 0, at), said.rfind("\u3000", 0, at))
        if at < 1 or ends_open(said[:at]):
            break
        units = _units_of(said[at + 1 :], words, language)
        found = words.unit.match(said, at + 1)
        of_money = len(units) == 1 and units[0].kind == "money"
        if of_money and found and (units[0].scale > 0 or _is_symbol(found["word"], language)):
            return UnitsSaid(tuple(units), ((start + at, end),))
    return NONE_SAID


_MOST_LAST_WORDS = 2
_LETTERS_OF_SYMBOL = 2


def _is_symbol(word: str, language: Language) -> bool:
    """Return whether a word for a currency is a symbol (HK$, RM), and no code or name."""
    return (
        word in language.currencies
        and (not word.isalpha() or len(word) <= _LETTERS_OF_SYMBOL)
        and word[0] < _HAN_FIRST
    )


def _end_of_units(text: str, at: int, end: int, words: TableWords) -> int:
    """Return where the words of units that begin at an offset end."""
    stop = at
    while at < end:
        found = words.unit.match(text, at, end)
        if found and not _goes_on(text[:end], found, words):
            at = stop = found.end()
        elif text[at] in _BETWEEN:
            at += 1
        else:
            break
    return stop


def units_of_cell(text: str, start: int, end: int, words: TableWords, language: Language) -> UnitsSaid:
    """Return the units that a cell of a column of units begins with: 萬千瓦時, 噸二氧化碳當量."""
    stop = _end_of_units(text, start, end, words)
    units = _units_of(text[start:stop], words, language)
    if stop < end and any(not unit.kind for unit in units):
        return NONE_SAID  # million gallons
    return UnitsSaid(tuple(units), ((start, end),)) if units else NONE_SAID


def _stretches(text: str, start: int, end: int, words: TableWords) -> list[tuple[int, int, str]]:
    """Return where a unit may stand, as (start, end, what may be the unit)."""
    found = [(start, end, text[start:end])]
    for bracket in _BRACKET.finditer(text, start, end):
        found.append((bracket.start(), bracket.end(), bracket[1]))
        if words.exception.search(bracket[1]):  # 港幣百萬元（另有註明者除外）
            found.append((start, bracket.end(), text[start : bracket.start()]))
        if _PARTS.search(bracket[1]):  # (by source, RMB million)
            low = bracket.start(1)
            found.extend((low + m.start(), low + m.end(), m.group()) for m in _PIECE.finditer(bracket[1]))
    for cue in words.cue.finditer(text, start, end):
        found.append((cue.start(), end, text[cue.end() : end]))
        closed = re.search("[)）\\]】;；。]", text[cue.end() : end])
        if closed:
            found.append(
                (cue.start(), cue.end() + closed.start(), text[cue.end() : cue.end() + closed.start()])
            )
        comma = text.find(",", cue.end(), end)
        if comma >= 0:
            found.append((cue.start(), comma, text[cue.end() : comma]))
        if cue.group().rstrip().endswith((":", "：")):
            # whatever follows it: 單位：千元 每股盈餘單位：元
            found.append((cue.start(), end, text[cue.end() : _end_of_units(text, cue.end(), end, words)]))
    comma = max(text.rfind(mark, start, end) for mark in ",，:：")
    if comma >= 0:
        found.append((comma, end, text[comma + 1 : end]))
    dashes = list(_DASH.finditer(text, start, end))[-1:]
    found.extend((dash.start(), end, text[dash.end() : end]) for dash in dashes)
    bare = _BARE_PER_CENT.search(text, start, end)
    if bare:
        found.append((*bare.span(), "%"))
    return found


def _units_of(stretch: str, words: TableWords, language: Language) -> list[TableUnit]:
    """Return the units that a stretch is made of, none where any word of it is something else."""
    if words.exception.search(stretch):
        stretch = _without_exceptions(stretch, words)
    units: list[TableUnit] = []
    parts: dict[str, str] = {}
    at = 0
    while at < len(stretch):
        if stretch[at] in _BETWEEN and not words.unit.match(stretch, at):
            if stretch[at] in _SEPARATOR and parts:
                units.append(_unit(parts, words, language))
                parts = {}
            at += 1
            continue
        found = words.unit.match(stretch, at)
        if not found or _goes_on(stretch, found, words):
            return []
        group = _group_of(found["word"], parts, words, language)
        if group == "count" and group in parts:
            return []  # 個人客戶: counters, but no unit
        if group in parts and not _says_again(group, parts[group], found["word"], words, language):
            units.append(_unit(parts, words, language))
            parts = {}
        if group != "filler":
            parts[group] = found["word"]
        at = found.end()
    if parts:
        units.append(_unit(parts, words, language))
    return list(dict.fromkeys(units))[:_MAX_UNITS]


def _group_of(word: str, parts: dict[str, str], words: TableWords, language: Language) -> str:
    """Return what a word is in a unit; where the currency is said already, what stands for any is none: 人民幣元."""
    group = words.group_of[word]
    return "filler" if group == "currency" and not language.currencies.get(word) and group in parts else group


def _says_again(group: str, one: str, other: str, words: TableWords, language: Language) -> bool:
    """Return whether two words of a unit mean the same, as in a heading of two languages: 港幣百萬元 HK$ million."""
    if group == "scale":
        return words.scales.get(one) == words.scales.get(other)
    return group != "currency" or language.currencies.get(one) == language.currencies.get(other)


def _without_exceptions(stretch: str, words: TableWords) -> str:
    """Return a stretch without what its unit does not hold for: HK$ million, except per share data, ratios and numbers."""
    kept: list[str] = []
    for part in _PARTS.split(stretch):
        found = words.exception.search(part)
        if not found:
            kept.append(part)
            continue
        before = part[: found.start()].strip(_BETWEEN)
        if found.end() == len(part.rstrip(_BETWEEN)):
            continue  # 百分比除外
        if before and part[found.start()] >= _HAN_FIRST > part[found.end() :].strip(_BETWEEN):
            kept.append(
                part[found.end() :].strip(_BETWEEN)
            )  # 百分比除外 RMB million: of a heading in two languages
            continue
        if before:
            kept.append(before)
        if kept:
            break  # what follows is the list of what is excepted
    return ",".join(kept)


def fills_bracket(text: str, start: int, end: int) -> bool:
    """Return whether a stretch is all that a bracket holds: (solo basis)."""
    return text[start - 1 : start] in ("(", "（") and text[end : end + 1] in (")", "）")


def _goes_on(text: str, found: re.Match[str], words: TableWords) -> bool:
    """Return whether a word of a unit is the beginning of another word, and of no currency with its scale: EGPm, USDbn."""
    if not _inside_word(text, found.end()):
        return False
    scale = words.unit.match(text, found.end()) if words.group_of[found["word"]] == "currency" else None
    return scale is None or words.group_of[scale["word"]] != "scale" or _inside_word(text, scale.end())


def _inside_word(stretch: str, end: int) -> bool:
    def letter(index: int) -> bool:
        return 0 <= index < len(stretch) and stretch[index].isascii() and stretch[index].isalpha()

    return letter(end - 1) and letter(end)


def _unit(parts: dict[str, str], words: TableWords, language: Language) -> TableUnit:
    scale = words.scales.get(parts.get("scale", ""), 0)
    if "currency" in parts:
        if parts["currency"] in language.minor_units:
            scale -= places_of(language.currencies[parts["currency"]])  # Earnings per share (cents)
        return TableUnit(scale, "money", language.currencies.get(parts["currency"], ""))
    if "rate" in parts:
        return TableUnit(0, language.units[parts["rate"]], None, parts["rate"])
    if "count" in parts:
        word, power = words.prefixed.get(parts["count"], (parts["count"], 0))
        return TableUnit(scale + power, "count", None, word or parts["count"])
    return TableUnit(scale)


_OF_OTHERS = ("count", "times")


def take_unit(figure: Figure, unit: TableUnit) -> None:
    """Give a bare figure the unit of its heading; what is printed beside the figure itself holds.

    A figure of another kind has no scale of it either: 1.74x, or 912 people, among amounts in millions.
    """
    if figure.kind in RATES or (figure.kind in _OF_OTHERS and unit.kind not in ("", figure.kind)):
        return
    if not figure.scale and (unit.scale >= 0 or not figure.kind):  # $0.45 among cents is in dollars
        figure.scale = unit.scale
    if not figure.kind:
        figure.kind, figure.unit_word = unit.kind, unit.unit_word
        figure.currency = unit.currency
    elif figure.kind == "money" and not figure.currency and unit.kind == "money":
        figure.currency = unit.currency
