"""Units with a prefix that makes a power of ten more of them than of the taxonomy's own: MWh and GWh, where that is kWh.

A number printed with one is so many times as much; read as one of kilowatt-hours it would be a thousandth of the fact. One that
may be two units (Mt are megatonnes, and MT metric ones) is of no unit at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagger.figures.figure import Figure
from tagger.words.alternation import alternation
from tagger.words.language import Language


@dataclass(frozen=True)
class PrefixedUnits:
    """known: by such a word the taxonomy's own, and the power of ten between them; "" and 0 where that is not known."""

    known: dict[str, tuple[str, int]]
    pattern: re.Pattern[str]


_BY_LANGUAGE: dict[tuple[tuple[str, ...], frozenset[str]], PrefixedUnits] = {}
_KEPT = 16
_TWO_UNITS = "mt"
"""How a word begins that is mega- or metric tonnes."""


def prefixed_units(language: Language, counted: frozenset[str]) -> PrefixedUnits:
    """Return the prefixed units of a language. counted: the words of the taxonomy's count units."""
    key = (language.tags, counted)
    found = _BY_LANGUAGE.get(key)
    if found is None:
        if len(_BY_LANGUAGE) >= _KEPT:
            _BY_LANGUAGE.clear()
        known = _known(language, counted)
        found = _BY_LANGUAGE[key] = PrefixedUnits(
            known, re.compile(rf" ?({alternation(known)})(?![a-z])" if known else "(?!)")
        )
    return found


def _known(language: Language, counted: frozenset[str]) -> dict[str, tuple[str, int]]:
    powers = {"": 0, **language.unit_prefixes}
    own = {word.replace(" ", ""): word for word in sorted(counted)}
    found: dict[str, tuple[str, int]] = {}
    units = [(unit, alike) for alike in language.prefixed for unit in alike]
    for unit, others in units:
        named = (one.replace(" ", "") for one in (unit, *others))
        ours = next(((own[p + one], powers[p]) for one in named for p in powers if p + one in own), None)
        for prefix in powers if ours else ():
            word = prefix + unit
            if ours and word.replace(" ", "") not in own:
                unclear = word.startswith(_TWO_UNITS)
                found[word] = ("", 0) if unclear else (ours[0], powers[prefix] - ours[1])
    return found


def take_prefixed_units(
    figures: list[Figure], text: str, language: Language, counted: frozenset[str]
) -> None:
    """Give bare figures the prefixed unit right behind them: 4,812 MWh, 1.2 million GWh, 1.2 kt CO2e."""
    units = prefixed_units(language, counted)
    if not units.known:
        return
    for figure in figures:
        if figure.kind not in ("", "count") or figure.reason or (figure.unit_word and figure.scale):
            continue
        found = units.pattern.match(text, figure.digits_end if figure.unit_word else figure.end)
        if found is None or (figure.unit_word and found.end() <= figure.end):
            continue  # 兆瓦, of 兆瓦時, is a unit too
        word, power = units.known[found[1]]
        figure.kind, figure.unit_word = "count", word or found[1]
        figure.scale += power
        figure.end = found.end()
