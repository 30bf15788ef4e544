"""What improves as it rises, and what does as it falls: the cost-income ratio improved by two points, to less."""

from __future__ import annotations

from taxonomy.model import Taxonomy


def better_of(
    taxonomy: Taxonomy, names: dict[str, tuple[str, ...]], high: tuple[str, ...], low: tuple[str, ...]
) -> dict[str, int]:
    """Return 1 by each concept that improves as it rises, -1 by each that does as it falls.

    Income improves as it grows: a flow of money whose balance is credit. The names of a rate or a score tell, if three
    in four agree: by what they end in, else by what they hold. names: of each concept. high, low: words of the one and the other.
    """
    found: dict[str, int] = {}
    for concept in taxonomy.concepts:
        if concept.type == "monetary":
            if concept.period_type == "duration" and concept.balance == "credit":
                found[concept.qname] = 1
        elif concept.type in ("percent", "decimal"):
            said = [way for name in names.get(concept.qname, ()) if (way := _direction(name, high, low))]
            if 2 * abs(sum(said)) > len(said):
                found[concept.qname] = 1 if sum(said) > 0 else -1
    return found


def _direction(name: str, high: tuple[str, ...], low: tuple[str, ...]) -> int:
    """Return which way one name tells, 0 where it tells neither or both: coverage decides in the coverage of bad loans.

    Of two words the one that holds the other tells: efficiency rises, an efficiency ratio falls.
    """
    name = name.replace("-", " ")
    ends = " ".join(name.split()[-_LAST_WORDS:]) if name.isascii() else ""
    for at_end in (True, False):
        rises, falls = (
            max(
                (w for w in words if _holds((ends or name[-len(w) - _HEAD :]) if at_end else name, w)),
                key=len,
                default="",
            )
            for words in (high, low)
        )
        both = bool(rises) and bool(falls)
        way = (falls in rises) - (rises in falls) if both else bool(rises) - bool(falls)
        if way:
            return way
    return 0


_HEAD, _LAST_WORDS = 2, 2
"""What may stand behind the word that decides: so many characters of a Han head (率, 比率), one Latin word (ratio)."""


def _holds(name: str, word: str) -> bool:
    return f" {word.replace('-', ' ')} " in f" {name} " if word.isascii() else word in name
