"""Tells by their form the numbers that dial, address or name something: +65 6123 4567, 12 Harbour Street, 3-in-1.

Forms are the same in every language; the words that end a street's name are data of the language.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language

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
_NAME_BEFORE = re.compile(
    r"(?:[0-9-][a-z]{1,2}|[a-z]\d{1,4}|(?<!\w)[a-z]|(?<!\w)(?-i:[A-Z]{2,6}))-\Z", re.IGNORECASE
)
_NAME_BEHIND = re.compile(r"-[a-z]{1,2}-\d|[a-z]-\d", re.IGNORECASE)
"""Letters and digits joined into one word: 13a-15, 10b5-1, 3-in-1, A350-900, GPT-4."""
_CAMEL_CASE = re.compile(r"[a-z][A-Z][A-Za-z]* \Z")
"""The end of a name with a capital inside, before a number of two parts: KilatGo 2.1."""
_VERSION = re.compile(r"\d{1,2}\.0(?![\d%])")
_NAME_OF_VERSION = re.compile(r"\w (?=\S*[a-z])[A-Z][\w’'-]* \Z")
"""The end of a name inside a sentence, before a number without a fraction: Wealth Connect 2.0."""
_RESOLUTION = re.compile(r"[248]K(?![A-Za-z])(?! ?[A-Z])")
_FLOOR = re.compile(r"/F(?!\w)")
_PAGE_BEHIND = re.compile(r"[^\d\n]*[^\s\d][^\S\n]{4,}\Z")
_PAGE_DIGITS = 3
_IN_THREES = re.compile(r"\d{1,4}(?: \d{2,4}){2,4}(?![\d,.]\d)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])")
_MARK_BEFORE = re.compile(r"[a-z\d%)]\. \Z")
_MARK_BEHIND = re.compile(r"\. (?=[A-Z])|\n|\Z")
_POSTCODE_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\Z")
_POSTCODE = re.compile(r"\d{1,2}[A-Z]? \d[A-Z]{2}(?!\w)")
_PARTED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_STATE = re.compile(r", [A-Z]{2} \Z")
_ZIP_DIGITS = 5
_MARK_DIGITS = 2
_NOTE = re.compile(r"[ \t\u3000\u00a0]{2,16}[A-Z][^\n]{30}")
"""What stands behind a footnote's mark at the beginning of a line: 1   All ordinary shares in issue rank …"""
_BEFORE_NOTE = re.compile(r"(?:\A|[\n.])[ \t\u3000\u00a0]*\Z")
_MARGIN = 40
"""How far in such a line may begin."""
_THOUSANDS = 3
_DASHES = ("-", "–", "—")
_AFTER_NAME = ("", " ", ",", ".", "\n", "”", "）", ")")
_SPACE = " \u3000"


_NO_AMOUNT = "000"
"""US$000 is a unit, and no amount is printed so."""


def code_of_any(start: int, digits_end: int, printed: str) -> str:
    """Return the code of a number that may have a point, or a letter behind it that looks like a scale, "" if it has none.

    EC2M 7EA is a British postcode, KilatGo 2.1 and Wealth Connect 2.0 are names, and so is 4K;
    1.5°C is no amount of anything.
    """
    behind = printed[digits_end : digits_end + 1]
    if behind == "K" and _RESOLUTION.match(printed, start):
        return "product_name"
    if behind and behind in "°℃º":
        return "name"
    last = printed[start - 1 : start]
    if printed[start:digits_end] == _NO_AMOUNT:
        return "name"
    if behind in (" ", "\t") and digits_end - start <= _MARK_DIGITS and _NOTE.match(printed, digits_end):
        return "reference" if _BEFORE_NOTE.search(printed, max(0, start - _MARGIN), start) else ""
    if last == " ":
        named = "." in printed[start:digits_end] and (
            _CAMEL_CASE.search(printed, max(0, start - 24), start)
            or (
                _VERSION.fullmatch(printed, start, digits_end)
                and _NAME_OF_VERSION.search(printed, max(0, start - 24), start)
            )
        )
        return "product_name" if named and printed[digits_end : digits_end + 1] in _AFTER_NAME else ""
    in_postcode = (
        last.isupper()
        and _POSTCODE.match(printed, start)
        and _POSTCODE_BEFORE.search(printed, max(0, start - 3), start)
    )
    return "identifier" if in_postcode else ""


def code_by_form(start: int, digits_end: int, printed: str, language: Language) -> str:
    """Return the code of a number by the marks in and around it, "" where its form says nothing."""
    for code, is_so in _FORMS:
        if is_so(start, digits_end, printed):
            return code
    return (
        _of_place(start, digits_end, printed, language)
        or _of_page(start, digits_end, printed)
        or _of_note(start, digits_end, printed, language)
    )


def _is_dialled(start: int, _end: int, printed: str) -> bool:
    last = printed[start - 1 : start]
    return bool(
        (last not in ("-", ".") and _DIALLED.match(printed, start))
        or (last == "+" and _ABROAD.match(printed, start))
        or (last == "(" and _AREA.match(printed, start))
        or _DIALLED_IN_TOWN.match(printed, start)
        or _is_in_uneven_groups(start, printed)
    )


def _is_time_of_day(start: int, _end: int, printed: str) -> bool:
    begins = printed.rfind(" ", 0, start) + 1 if printed[start - 1 : start] == ":" else start
    return _CLOCK.match(printed, begins) is not None


def _is_code(_start: int, end: int, printed: str) -> bool:
    return bool(_FORM.match(printed, end) or _LISTED.match(printed, end) or _FLOOR.match(printed, end))


def _is_of_name(start: int, end: int, printed: str) -> bool:
    before = _NAME_BEFORE.search(printed, max(0, start - 8), start)
    return before is not None or _NAME_BEHIND.match(printed, end) is not None


def _begins_with_nought(start: int, end: int, printed: str) -> bool:
    return end - start > 1 and printed[start] in "0０" and printed[start + 1] not in ".．"


def _is_in_uneven_groups(start: int, printed: str) -> bool:
    """Return whether blanks part digits in three groups or more, and not by thousands: 600 52 5500."""
    groups = _IN_THREES.match(printed, start)
    return groups is not None and any(len(group) != _THOUSANDS for group in groups[0].split()[1:])


def _is_mark(start: int, end: int, printed: str) -> bool:
    """Return whether a number is the mark of a footnote behind a sentence, or of the next item: of 9.2%. 2. See page 4."""
    if _LETTER_BEHIND.match(printed, end):
        return True
    return (
        end - start <= _MARK_DIGITS
        and _MARK_BEFORE.search(printed, max(0, start - 3), start) is not None
        and _MARK_BEHIND.match(printed, end) is not None
    )


def _is_no_fraction(start: int, _end: int, printed: str) -> bool:
    """Return whether a number is one of two that a stroke joins and that are no part of a whole: 24/7."""
    at = start
    if printed[start - 1 : start] == "/":
        at -= 3 if printed[max(0, start - 3) : start - 2].isdigit() else 2
    parted = _PARTED.match(printed, at) if at >= 0 and printed[at - 1 : at] not in ("/", ".") else None
    return parted is not None and int(parted[1]) > int(parted[2]) > 1


_FORMS = (
    ("telephone", _is_dialled),
    ("date", _is_time_of_day),
    ("identifier", _is_code),
    ("reference", _is_mark),
    ("product_name", _is_of_name),
    ("name", _is_no_fraction),
    ("identifier", _begins_with_nought),
)


def _of_place(start: int, digits_end: int, printed: str, language: Language) -> str:
    """Return "identifier" for the number of a house, or of the place behind its state: 12 Harbour Street, NY 10001."""
    streets = _streets(language.streets)
    if streets is not None and streets.match(printed, digits_end):
        return "identifier"
    many = digits_end - start
    if not _ZIP_DIGITS <= many <= _ZIP_DIGITS + 1 or not printed[start:digits_end].isdigit():
        return ""
    if many == _ZIP_DIGITS and _STATE.search(printed, max(0, start - 5), start):
        return "identifier"
    town = _TOWN.search(printed, max(0, start - _LONGEST_TOWN), start)
    return "identifier" if town and printed[digits_end : digits_end + 1] in _AFTER_TOWN else ""


_TOWN = re.compile(r", ?[A-Z][a-z]+(?: [A-Z][a-z]+)? ?[-–] ?\Z")
"""Block 4, Karachi – 75600, Pakistan."""
_AFTER_TOWN, _LONGEST_TOWN = frozenset(("", ",", ".", "\n", ";")), 32


def _of_note(start: int, digits_end: int, printed: str, language: Language) -> str:
    """Return "reference" for the mark of a footnote, before what nobody counts: 1 All shares are equal."""
    if digits_end - start > _MARK_DIGITS or printed[start - 1 : start] not in ("", " ", "\n"):
        return ""
    word = _CAPITALISED.match(printed, digits_end)
    if word is None:
        return ""
    said = fold(word[1])
    told = said in language.linked_articles or said in language.subject_pronouns
    return "reference" if told or said in language.extra["articles"] else ""


_CAPITALISED = re.compile(r" ([A-Z][a-z]+) [a-z]")


@cache
def _streets(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    ends = alternation([word.capitalize() for word in words])
    return re.compile(rf"[A-Z]?(?:[-–]\d{{1,4}}[A-Z]?)?,? (?:[A-Z][\w’'.-]* ){{1,3}}(?:{ends})(?!\w)")


def _of_page(start: int, digits_end: int, printed: str) -> str:
    """Return "reference" for a page's number between dashes on a line of its own (— 27 —), or far behind its title."""
    begins = printed.rfind("\n", 0, start) + 1
    before = printed[begins:start].strip(_SPACE)
    behind = printed[digits_end : digits_end + 4].partition("\n")[0].strip(_SPACE)
    if before in _DASHES and before == behind:
        return "reference"
    last = not behind and digits_end - start <= _PAGE_DIGITS
    return "reference" if last and _PAGE_BEHIND.fullmatch(printed, begins, start) else ""


_EQUALS = re.compile(r"\s?=\s?\D{0,4}\d")
_EQUAL_BEFORE = re.compile(r"\d[^\n=]{0,16}=\s?\D{0,4}\Z")
_EQUAL_REACH = 24


def is_equated(start: int, end: int, text: str) -> bool:
    """Return whether a number says what another is worth: 1 crore = 10 million."""
    if "=" not in text[max(0, start - 6) : end + 3]:
        return False
    before = _EQUAL_BEFORE.search(text, max(0, start - _EQUAL_REACH), start)
    return bool(before or _EQUALS.match(text, end))
