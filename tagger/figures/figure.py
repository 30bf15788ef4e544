"""The figure: a numeral as printed, and what stands around it that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

RATES = ("percent", "percentage_points", "basis_points", "per_mille")
"""Kinds of a figure that is a rate, or a difference of rates."""
RATIOS = (*RATES, "times")
"""Kinds of a figure that is a rate, a difference of rates, or a multiple."""
POINTS = ("percentage_points", "basis_points")
"""Kinds of a figure that is a difference of rates."""
THINGS = ("count", "money")
"""Kinds of a figure that says by its unit how much or how many."""


@dataclass(slots=True)
class Figure:
    """A numeral as printed. Offsets count in the prose; `end` follows the scale and unit word.

    kind: "money", "percent", "percentage_points", "basis_points", "per_mille", "count", or "" for a bare numeral.
    number: the digits as a Decimal; places: digits after its point. scale: the power of ten its scale word means.
    unit_word: folded. currency: ISO 4217 code, "" for the entity's own. qualifiers: found around the numeral.
    reason: code of what it is, where it is no quantity.
    """

    start: int
    end: int
    digits_end: int
    number: Decimal
    places: int
    scale: int = 0
    kind: str = ""
    unit_word: str = ""
    currency: str | None = None
    qualifiers: tuple[str, ...] = ()
    negative: bool = False
    words: bool = False  # a numeral written in words: 七成, 三分之二
    grouped: bool = False
    reason: str = ""
    is_each: bool = (
        False  # printed to the cent where all amounts are in millions: $1.98 a share, and never a total
    )
    is_points: bool = False  # points, of a hundred or of a score
    bracketed: bool = False  # negative by the brackets of accounting: £(38.4)m
