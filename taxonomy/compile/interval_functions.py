"""The functions that formulas call, and what each kind of assertion tests with them.

Spec: Custom Function Implementation 1.0; Calculations 1.1 section 3 (intervals of rounded values); XPath 2.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_FACT: Final = "item()"
_NUMBER: Final = "xs:decimal"
_TRUTH: Final = "xs:boolean"
_ZEROS: Final = "0" * 40


@dataclass(frozen=True, slots=True)
class Function:
    """A function that tests call: inputs and steps as (name, type or expression)."""

    name: str
    inputs: tuple[tuple[str, str], ...]
    output_type: str
    output: str
    steps: tuple[tuple[str, str], ...] = ()


FUNCTIONS: Final = (
    # Half a unit of the last place that can be relied on, written out as digits: a power of ten would be a binary
    # number, and ends that touch would touch no more.
    Function(
        "half",
        (("fact", _FACT),),
        _NUMBER,
        "if (string($decimals) eq 'INF') then xs:decimal('0') else if (number($decimals) lt 0) then "
        f"xs:decimal(concat('5', substring('{_ZEROS}', 1, -1 - $decimals))) else "
        f"xs:decimal(concat('0.', substring('{_ZEROS}', 1, $decimals), '5'))",
        (("decimals", "xfi:decimals($fact)"),),
    ),
    Function("low", (("fact", _FACT),), _NUMBER, "$fact - interval:half($fact)"),
    Function("high", (("fact", _FACT),), _NUMBER, "$fact + interval:half($fact)"),
    Function(
        "is-change",
        (("change", _FACT), ("level", _FACT), ("before", _FACT)),
        _TRUTH,
        "interval:low($level) - interval:high($before) le interval:high($change) and "
        "interval:high($level) - interval:low($before) ge interval:low($change)",
    ),
    Function(
        "is-growth",
        (("growth", _FACT), ("change", _FACT), ("level", _FACT)),
        _TRUTH,
        "interval:is-rate($growth, interval:low($level) - interval:high($change), interval:high($level) - "
        "interval:low($change), interval:low($change), interval:high($change))",
    ),
    Function(
        "is-growth-of-levels",
        (("growth", _FACT), ("level", _FACT), ("before", _FACT)),
        _TRUTH,
        "interval:is-rate($growth, interval:low($before), interval:high($before), interval:low($level) - "
        "interval:high($before), interval:high($level) - interval:low($before))",
    ),
    # Whether the rate, times where it started from, meets what was moved: the quotient, without dividing.
    Function(
        "is-rate",
        (
            ("rate", _FACT),
            *((name, _NUMBER) for name in ("start-low", "start-high", "moved-low", "moved-high")),
        ),
        _TRUTH,
        "min($products) le $moved-high and max($products) ge $moved-low",
        (
            ("low", "interval:low($rate)"),
            ("high", "interval:high($rate)"),
            ("products", "($start-low * $low, $start-low * $high, $start-high * $low, $start-high * $high)"),
        ),
    ),
    Function("is-at-least", (("fact", _FACT), ("bound", _NUMBER)), _TRUTH, "interval:high($fact) ge $bound"),
    Function("is-at-most", (("fact", _FACT), ("bound", _NUMBER)), _TRUTH, "interval:low($fact) le $bound"),
    Function(
        "is-part", (("part", _FACT), ("whole", _FACT)), _TRUTH, "interval:low($part) le interval:high($whole)"
    ),
)

TESTS: Final = {
    "difference": "interval:is-change($change, $level, $before)",
    "growth": "interval:is-growth($growth, $change, $level)",
    "growth_of_levels": "interval:is-growth-of-levels($growth, $level, $before)",
    "part": "interval:is-part($part, $whole)",
}
"""Short, and all else in the functions: processors spend more time on parsing tests than on anything else."""

NOT_ZERO: Final = {
    "growth": "interval:low($level) gt interval:high($change) or interval:high($level) lt interval:low($change)",
    "growth_of_levels": "interval:low($before) gt 0 or interval:high($before) lt 0",
}
"""A growth from what may be nothing is not decided."""
