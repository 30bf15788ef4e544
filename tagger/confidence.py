"""Confidence: the share of right answers measured at such a price.

The table is measured (see benchmarks/calibration.py), not set by hand.
"""

from __future__ import annotations

from math import exp

from tagger.decided import Decided, Reading


def confidence_of(item: Decided, reading: Reading | None = None) -> float:
    """Return the confidence of a reading, by default the best."""
    chosen = reading or item.readings[0]
    price = max(chosen.price - (item.bonus if reading is None else 0.0), item.price_floor)
    return round(0.995 * exp(-max(price, 0.0)), 3)
