"""What the formats of an iXBRL tag make of its text: numbers, fixed values and dates in figures.

Formats with month names in some language are not read; the message names them.

Spec: Transformation Rules Registry 1 to 5; Inline XBRL 1.1 section 10.1 (scale and sign).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal

_GROUP_DOT = re.compile(r"[0-9]+(?:[, \u00a0']{1,3}[0-9]+){0,200}(?:\.[0-9 ]*)?|\.[0-9]+")
_GROUP_COMMA = re.compile(r"[0-9]+(?:[. \u00a0']{1,3}[0-9]+){0,200}(?:,[0-9 ]*)?|,[0-9]+")
_UNIT_DECIMAL = re.compile(r"([0-9]+(?:[.,'\s\u00a0][0-9]+){0,200})[^0-9]+([0-9]{1,2})[^0-9]*")
_NOT_DIGITS = re.compile("[^0-9]+")
_SHORT_YEAR = 2

DOT = frozenset({"num-dot-decimal", "numdotdecimal", "numcommadot", "numspacedot", "num-dot-decimal-apos"})
COMMA = frozenset({"num-comma-decimal", "numcommadecimal", "numdotcomma", "numspacecomma", "numcomma"})
ZERO = frozenset({"fixed-zero", "zerodash", "numdash"})
FIXED: Mapping[str, str] = {
    "fixed-empty": "",
    "nocontent": "",
    "fixed-true": "true",
    "booleantrue": "true",
    "fixed-false": "false",
    "booleanfalse": "false",
}
DATES: Mapping[str, tuple[int, int, int]] = {
    **dict.fromkeys(("date-year-month-day", "dateyearmonthdaycjk", "date-jpn-era-year-month-day"), (0, 1, 2)),
    **dict.fromkeys(("date-day-month-year", "datedaymonthyear", "dateslasheu", "datedoteu"), (2, 1, 0)),
    **dict.fromkeys(("date-month-day-year", "datemonthdayyear", "dateslashus", "datedotus"), (2, 0, 1)),
}
"""Where year, month and day stand."""

_EXACT = Context(prec=400)


def number_of(text: str, format_name: str | None, scale: int, *, negative: bool) -> str:
    """Return the number that a tag's text means, as a plain decimal.

    Raises: ValueError where the format does not read the text; KeyError where it is not known.
    """
    text = text.strip(" \t\r\n\u00a0")
    if format_name is None:
        plain = text
    elif format_name in ZERO:
        plain = "0"
    elif format_name in DOT:
        plain = _matched(_GROUP_DOT, text).translate(_separators(", '\u00a0"))
    elif format_name in COMMA:
        plain = _matched(_GROUP_COMMA, text).translate(_separators(". '\u00a0")).replace(",", ".")
    elif format_name in {"num-unit-decimal", "numunitdecimal"}:
        match = _UNIT_DECIMAL.fullmatch(text)
        if match is None:
            raise ValueError(text)
        plain = f"{_NOT_DIGITS.sub('', match[1])}.{match[2].zfill(2)}"
    else:
        raise KeyError(format_name)
    if not _GROUP_DOT.fullmatch(plain) or any(mark in plain for mark in ", '\u00a0"):
        raise ValueError(text)
    if not negative and not scale:
        return plain
    value = Decimal(plain).scaleb(scale, _EXACT)
    shown = format(value, "f")
    return f"-{shown}" if negative and value else shown


def text_of(text: str, format_name: str | None) -> str:
    """Return the value that a tag's text means.

    Raises: ValueError where the format does not read the text; KeyError where it is not known.
    """
    if format_name is None:
        return text
    if format_name in FIXED:
        return FIXED[format_name]
    order = DATES[format_name]
    parts = [part for part in _NOT_DIGITS.split(text) if part]
    if len(parts) != 3:  # noqa: PLR2004  a date has three parts
        raise ValueError(text)
    year, month, day = (int(parts[place][:4]) for place in order)
    if len(parts[order[0]]) == _SHORT_YEAR:
        year += 2000
    return date(year, month, day).isoformat()


def _matched(pattern: re.Pattern[str], text: str) -> str:
    if pattern.fullmatch(text) is None:
        raise ValueError(text)
    return text


def _separators(marks: str) -> dict[int, None]:
    return dict.fromkeys(map(ord, marks))
