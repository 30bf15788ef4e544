"""Parts of a currency that an amount is told in, before or behind its number: US cents 2.46, 31 EUR cents, 45 fils."""

from __future__ import annotations

import re

from tagger.figures.figure import Figure
from tagger.words.language import Language

_IN_THOUSANDTHS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
"""The currencies of ISO 4217 that are parted into thousandths."""


def places_of(currency: str) -> int:
    """Return how many places a part of a currency has: cents are hundredths, the fils of Kuwait thousandths."""
    return 3 if currency in _IN_THOUSANDTHS else 2


def take_part_before(figure: Figure, found: re.Match[str], before: str, language: Language) -> None:
    """Read an amount behind the name of a part of its currency: sen 12.5, HK cents 40; a currency may stand before that.

    found: the name, in what stands before the amount. What has a unit of its own behind it is in that.
    """
    word = found[1]
    if word not in language.minor_units or word in language.local or figure.unit_word or figure.scale:
        return
    said = before[: found.start()].split(" ")
    owner = language.currencies.get(next((w for w in reversed(said) if w), ""), "")
    figure.currency = language.currencies[word] or owner
    figure.scale = -places_of(figure.currency)


def take_part_behind(figure: Figure, text: str, language: Language) -> None:
    """Read an amount in a currency behind which its part is named as that of the entity's own would be: 31 EUR cents."""
    if not figure.unit_word or figure.scale or figure.unit_word in language.minor_units:
        return
    word = _WORD.match(text, figure.end)
    if word is None or word[1] not in language.minor_units or language.currencies[word[1]]:
        return
    figure.end, figure.unit_word = word.end(), f"{figure.unit_word} {word[1]}"
    figure.scale = -places_of(figure.currency or "")


_WORD = re.compile(r"[ -]?([a-z¢]+)(?![a-z-])")


def is_rate(found: re.Match[str], before: str, language: Language) -> bool:
    """Return whether what looks like a part of a currency ends the unit of a rate: five per cent (2024: 4), no cent."""
    last = before[: found.start()].rstrip(" ").rpartition(" ")[2]
    return (
        bool(last)
        and f"{last} {found[1]}" in language.units
        and language.units[f"{last} {found[1]}"] != "money"
    )
