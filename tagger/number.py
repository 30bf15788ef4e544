"""Reported numbers: a value and how precisely it was reported.

A filer who prints 1,234 in thousands does not say "1 234 000 exactly" but "between 1 233 500 and 1 234 500".
Numbers are therefore compared between intervals. A qualifier (exceeds, nearly, …) opens the interval on one side.

Spec: XBRL 2.1 section 4.6.5 (decimals); Calculations 1.1 section 3 (round-to-nearest).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache

EXACT = Context(prec=80, traps=[InvalidOperation, DivisionByZero])
"""Enough digits for any product of two printed figures; a quotient is rounded at the 80th."""

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from low to high, both ends included; an open side is infinite."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Return whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def minus(self, other: Interval) -> Interval:
        """Return the interval of all differences."""
        return Interval(EXACT.subtract(self.low, other.high), EXACT.subtract(self.high, other.low))

    def over(self, other: Interval) -> Interval | None:
        """Return the interval of all quotients, None where the divisor may be zero or an end is open."""
        if other.low <= 0 <= other.high or not all(
            map(_finite, (self.low, self.high, other.low, other.high))
        ):
            return None
        ends = [EXACT.divide(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))


def _finite(number: Decimal) -> bool:
    return number.is_finite()


@lru_cache(maxsize=256)
def _half(decimals: int | None) -> Decimal:
    """Return half a unit of the last place."""
    return Decimal(0) if decimals is None else Decimal(5).scaleb(-decimals - 1)


def interval_of(value: Decimal, decimals: int | None, qualifier: str = "") -> Interval:
    """Return every true value that would be printed this way; decimals None is exact."""
    half = _half(decimals)
    low, high = EXACT.subtract(value, half), EXACT.add(value, half)
    if not qualifier:
        return Interval(low, high)
    parts = qualifier.split("+")
    if "exceeds" in parts or "at_least" in parts:
        low, high = value, INFINITY
    if "nearly" in parts or "at_most" in parts:
        low, high = -INFINITY, value
    if "about" in parts and decimals is not None:
        # "about" widens the last printed place to a whole unit on both sides
        low, high = EXACT.subtract(low, half), EXACT.add(high, half)
    return Interval(low, high)
