"""Runs of digits that are no numeral: 4.2.1, 10.0.0.1. No digit of a text is without a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from tagger.figures.figure import Figure

_OTHER_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")


def odd_digits(text: str, missed: list[tuple[int, int]], figures: list[Figure]) -> Iterator[Figure]:
    """Yield what the runs of digits in no numeral are part of: 4.2.1, 1,23, 10.0.0.1. No digit is without a row.

    Where such a stretch holds a well-formed numeral too, each of its other runs is a figure of its own.
    """
    ends = [figure.end for figure in figures]
    done = whole = 0  # up to where stretches were looked at, and up to where one is a figure as a whole
    for start, end in missed:
        if start < whole:
            continue
        if start >= done:
            first = start
            while first > done and (text[first - 1].isdecimal() or text[first - 1] in ".,"):
                first -= 1
            found = _OTHER_DIGITS.search(text, first)
            first, done = found.span() if found else (start, end)
            at = bisect_right(ends, first)
            if at == len(ends) or figures[at].start >= done:
                whole = done
                yield Figure(first, done, done, Decimal(0), 0, reason="malformed")
                continue
        yield Figure(start, end, end, Decimal(0), 0, reason="malformed")
