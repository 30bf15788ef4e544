"""Confidence: the measured share of right answers among readings of such a price.

The tables are measured, not set by hand: benchmarks/calibration.py tags the development set, texts that the tagger had
not seen and generated ones with all, three quarters and half of the taxonomy's terms, and counts. 0.9 and more is kept
for what arithmetic confirms: a level, change and growth that agree, or a second mention; words alone, however clear,
stay below it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from tagger.links.decided import Decided, Reading

MEASURED = "2026-11-26"

ALONE = (
    (0.0, 0.89), (0.22, 0.885), (0.28, 0.75), (0.51, 0.73), (0.78, 0.70),
    (1.02, 0.39), (1.33, 0.33), (1.95, 0.25), (3.0, 0.16), (4.0, 0.02),
)  # fmt: skip
"""(price, share right) of readings that words alone speak for, capped below 0.9 (measured 0.97 at price 0)."""

CONFIRMED = (
    (0.0, 0.995), (0.16, 0.99), (0.18, 0.89), (0.28, 0.81), (0.62, 0.61), (1.6, 0.44), (2.5, 0.20), (4.5, 0.02),
)  # fmt: skip
"""The same of readings that arithmetic confirms: it proves values and roles, not the concept."""

UNREPORTED = {"concept": 0.85, "member": 0.75}
"""The share right of readings too dear for the tables, of what nothing else in the document reports (measured .91 and .80)."""


def confidence_of(item: Decided, reading: Reading | None = None) -> float:
    """Return the confidence of a reading, by default the best, which proofs may have confirmed."""
    chosen = reading or item.readings[0]
    confirmed = chosen.candidate.by_arithmetic or (reading is None and item.confirmed)
    share = _share_at(chosen.price, confirmed)
    return max(share, UNREPORTED[item.unreported]) if item.unreported and reading is None else share


@lru_cache(maxsize=4096)
def _share_at(price: float, confirmed: bool) -> float:  # noqa: FBT001  # the key of what is kept
    """Return the share at a price, on the straight line between the two entries around it."""
    table = CONFIRMED if confirmed else ALONE
    at = bisect_right(table, (price, 2.0)) - 1
    if at < 0:
        return table[0][1]
    if at + 1 == len(table):
        return table[-1][1]
    (low, first), (high, second) = table[at], table[at + 1]
    return round(first + (second - first) * (price - low) / (high - low), 3)
