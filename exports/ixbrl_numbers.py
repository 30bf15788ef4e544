"""Which of a figure's characters a number transformation can read, and with which scale.

The transformations take digits with separators and nothing else: no 億, no full-width digit, no Chinese
numeral. The scale is not looked up in a list of words but derived: it is the power of ten between the
digits printed and the value read, so 億, %, a chart headed "in millions" and any language are all alike.

Spec: Inline XBRL 1.1 section 10 (ix:nonFraction), Transformation Rules Registry 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

TRANSFORMATIONS = "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"
"""The namespace of Transformation Rules Registry 5, the latest recommendation."""

DOT_DECIMAL = "ixt:num-dot-decimal"
FIXED_ZERO = "ixt:fixed-zero"

_DIGITS = re.compile(r"[0-9]{1,40}(?:[, \u00a0][0-9]{1,40}){0,40}(?:\.[0-9]{1,40})?|\.[0-9]{1,40}")
_SEPARATORS = str.maketrans("", "", ", \u00a0")
_MAXIMUM_SCALE = 40


@dataclass(frozen=True, slots=True)
class Transformation:
    """The characters start to end of a figure's text, read by `format` and moved by `scale` places."""

    start: int
    end: int
    format: str
    scale: int


def transformation(text: str, value: Decimal) -> Transformation | None:
    """Return how the figure's text gives the value's magnitude, or None where no transformation can.

    text: the figure from its first digit, without the breaks that a page or line put into it.
    """
    size = value.copy_abs()  # abs() would round to the context's precision
    match = _DIGITS.match(text)
    if match is None:
        return Transformation(0, len(text), FIXED_ZERO, 0) if text and not size else None
    printed = Decimal(match[0].translate(_SEPARATORS))
    if not size or not printed:
        return Transformation(0, match.end(), DOT_DECIMAL, 0) if size == printed else None
    scale = size.adjusted() - printed.adjusted()
    if abs(scale) > _MAXIMUM_SCALE or printed.scaleb(scale) != size:
        return None
    return Transformation(0, match.end(), DOT_DECIMAL, scale)
