"""Tells by their form the numbers that dial, address or name something: +65 6123 4567, 12 Harbour Street, 3-in-1.

Forms are the same in every language; the words that end a street's name are data of the language.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.words.language import Language, alternation

_DIALLED = re.compile(r"\d{1,4}(?:-\d{2,4}){2,4}(?![\d-])")
_ABROAD = re.compile(r"\d{1,3}(?:[ -]\(?\d{1,4}\)?){2,5}(?![\d,.]\d)")
"""Behind a plus sign."""
_AREA = re.compile(r"\d{2,5}\) ?\d{3,4}[ -]\d{3,4}(?![\d,])")
"""Behind a bracket: (212) 555-0100."""
_DIALLED_IN_TOWN = re.compile(r"0\d{1,4} \d{3,4}(?: \d{3,4})?(?![\d,.]\d)")
_FORM = re.compile(r"-[A-Z]{1,2}(?![A-Za-z-])")
_LISTED = re.compile(r"\.[A-Z]{1,3}(?![A-Za-z])")
"""A code with its exchange: 2388.HK."""
_LETTER_BEHIND = re.compile(r"\([a-z]{1,3}\)(?!\w)")
"""A paragraph of a rule or a plan: 401(k), 5.2(b)."""
_NAME_BEFORE = re.compile(r"(?:[0-9-][a-z]{1,2}|[a-z]\d|(?<!\w)[a-z])-\Z", re.IGNORECASE)
_NAME_BEHIND = re.compile(r"-[a-z]{1,2}-\d|[a-z]-\d", re.IGNORECASE)
"""Letters and digits joined into one word: 13a-15, 10b5-1, 3-in-1."""
_PARTED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_STATE = re.compile(r", [A-Z]{2} \Z")
_ZIP_DIGITS = 5
_DASHES = ("-", "–", "—")
_SPACE = " \u3000"


def code_by_form(start: int, digits_end: int, printed: str, language: Language) -> str:
    """Return the code of a number by the marks in and around it, "" where its form says nothing."""
    last = printed[start - 1 : start]
    if (
        (_DIALLED.match(printed, start) and last not in ("-", "."))
        or (last == "+" and _ABROAD.match(printed, start))
        or (last == "(" and _AREA.match(printed, start))
        or _DIALLED_IN_TOWN.match(printed, start)
    ):
        return "telephone"
    if _FORM.match(printed, digits_end) or _LISTED.match(printed, digits_end):
        return "identifier"
    if _LETTER_BEHIND.match(printed, digits_end):
        return "reference"
    if _NAME_BEFORE.search(printed, max(0, start - 4), start) or _NAME_BEHIND.match(printed, digits_end):
        return "product_name"
    if _is_no_fraction(start, last, printed):
        return "name"
    if printed[start] in "0０" and digits_end - start > 1:
        return "identifier"  # no quantity begins with a nought
    return _of_place(start, digits_end, printed, language) or _of_page(start, digits_end, printed)


def _is_no_fraction(start: int, last: str, printed: str) -> bool:
    """Return whether a number is one of two that a stroke joins and that are no part of a whole: 24/7."""
    at = start
    if last == "/":
        at = start - 2 if printed[start - 3 : start - 2].isdigit() is False else start - 3
    parted = _PARTED.match(printed, at) if at >= 0 and printed[at - 1 : at] not in ("/", ".") else None
    return parted is not None and int(parted[1]) > int(parted[2]) > 1


def _of_place(start: int, digits_end: int, printed: str, language: Language) -> str:
    """Return "identifier" for the number of a house, or of the place behind its state: 12 Harbour Street, NY 10001."""
    streets = _streets(tuple(language.extra.get("streets", ())))
    if streets is not None and streets.match(printed, digits_end):
        return "identifier"
    five = digits_end - start == _ZIP_DIGITS and printed[start:digits_end].isdigit()
    return "identifier" if five and _STATE.search(printed, max(0, start - 5), start) else ""


@cache
def _streets(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    ends = alternation([word.capitalize() for word in words])
    return re.compile(rf"[A-Z]?(?:[-–]\d{{1,4}}[A-Z]?)?,? (?:[A-Z][\w’'.-]* ){{1,3}}(?:{ends})(?!\w)")


def _of_page(start: int, digits_end: int, printed: str) -> str:
    """Return "reference" for a page's number between dashes on a line of its own: — 27 —."""
    begins = printed.rfind("\n", 0, start) + 1
    before = printed[begins:start].strip(_SPACE)
    behind = printed[digits_end:][:4].partition("\n")[0].strip(_SPACE)
    return "reference" if before in _DASHES and before == behind else ""
