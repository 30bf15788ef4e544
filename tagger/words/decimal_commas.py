"""Numbers with a comma before their decimals and points between their groups, put the other way round: 1.234,5 is 1,234.5.

Nordic, German or Spanish reports in English print them so. All numbers of a text, or of a part of it between blank lines, say
it together: several can be nothing else, and none is printed the usual way.
"""

from __future__ import annotations

import re

_LEAST = 3
_OTHER = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d{1,4}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[ \u00a0]\d{3})*,(?:\d\d?|\d{4}))"
    r"(?![\d.,]\d|\d)"
)
"""1.234,5, 1.234.567, 1 234,5 or 12,34: no number of the usual form."""
_USUAL = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+\.(?:\d{1,2}|\d{4,}))(?![\d.,]\d|\d)")
"""1,234 or 12.5."""
_MAY_BE = re.compile(
    r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,4})?|(?:[ \u00a0]\d{3})*,\d{1,4})(?![\d.,]\d|\d)"
)
_NUMBERED = re.compile(r"^[ \t]*(?:[|*#]+[ \t]*)*\d{1,2}\.\d{1,2}(?=[ \t.)])(?![ \t]*[|\d%])", re.MULTILINE)
"""The number of a heading: 3.2 Results."""
_A_LIST = re.compile(r"\d,\d{1,2}(?:,\d|\s?(?:and|&)\s?\d{1,2}(?![\d.,]))")
_BETWEEN_GROUPS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?:[ \u00a0]\d{3})*\.\d)")
_SWAPPED = str.maketrans(".,", ",.")
_SIGN = re.compile(r"\d,\d{1,2}(?!\d)|\d\.\d{3}\.\d{3}(?!\d)")
_END = "\n\n"


def with_decimal_points(text: str) -> str:
    """Return the text with such numbers in the usual form; the result has the same length."""
    signs = [found.start() for found in _SIGN.finditer(text)]
    if len(signs) < _LEAST:
        return text
    if _are_other(text):
        return _swapped(text)
    parts: list[str] = []
    at = 0
    for place in signs:
        if place < at:
            continue
        begin = max(text.rfind(_END, at, place), at)
        end = text.find(_END, place)
        end = end if end >= 0 else len(text)
        part = text[begin:end]
        parts.extend((text[at:begin], _swapped(part) if _are_other(part) else part))
        at = end
    return "".join((*parts, text[at:]))


def _are_other(text: str) -> bool:
    """Return whether several numbers of a text have the other form, and none the usual one."""
    said = _NUMBERED.sub("", text)
    return (
        _USUAL.search(said) is None and _A_LIST.search(said) is None and len(_OTHER.findall(said)) >= _LEAST
    )


def _swapped(text: str) -> str:
    return _MAY_BE.sub(lambda found: _plain(found.group()), text)


def _plain(number: str) -> str:
    return _BETWEEN_GROUPS.sub(",", number.translate(_SWAPPED))
