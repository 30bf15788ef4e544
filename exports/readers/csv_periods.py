"""Periods as xBRL-CSV lets people write them: 2024, 2024Q3, 2024-09, 2024-12-31@end, 2024-01-01..2024-06-30.

Spec: xBRL-CSV 1.0 section 4.5 (period representation).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from exports.report import Period

_DAY = r"\d{4}-\d\d-\d\d"
_RANGE = re.compile(rf"({_DAY})\.\.({_DAY})", re.ASCII)
_SINGLE = re.compile(rf"({_DAY})", re.ASCII)
_PART = re.compile(r"(\d{4})(?:-(\d\d)|Q([1-4])|H([12])|W(\d\d))?", re.ASCII)
_ONE_DAY = timedelta(days=1)


def parse_csv_period(text: str) -> Period:
    """Return the period that a cell says.

    Raises: ValueError where it says none.
    """
    body, at, edge = text.partition("@")
    if at and edge not in {"start", "end"}:
        raise ValueError(text)
    if "T" in body:
        whole = Period.parse_oim(body)
        if not edge:
            return whole
        start, _, end = body.partition("/")
        return Period.parse_oim(start if edge == "start" else end)
    first, last = _days(body)
    if edge:
        return Period(None, last if edge == "end" else first - _ONE_DAY)
    return Period(first, last).in_order()


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day."""
    if match := _RANGE.fullmatch(text):
        return date.fromisoformat(match[1]), date.fromisoformat(match[2])
    if _SINGLE.fullmatch(text):
        return date.fromisoformat(text), date.fromisoformat(text)
    match = _PART.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year = int(match[1])
    if match[5]:
        first = date.fromisocalendar(year, int(match[5]), 1)
        return first, first + timedelta(days=6)
    if match[2]:
        month, length = int(match[2]), 1
    elif match[3]:
        month, length = int(match[3]) * 3 - 2, 3
    elif match[4]:
        month, length = int(match[4]) * 6 - 5, 6
    else:
        month, length = 1, 12
    after = month + length
    return date(year, month, 1), date(year + (after > 12), (after - 1) % 12 + 1, 1) - _ONE_DAY  # noqa: PLR2004  months
