"""Tells the marks of footnotes in running text: 客户数1 12,789.63万户, assets2 RMB 904 billion, core net income(1)."""

from __future__ import annotations

import re

from tagger.figures.find import Figure
from tagger.figures.heading_numbers import MARK_DIGITS

_BEHIND_MARK = ("", " ", "\n", ",", ".", ";", ")")
SENTENCE_ENDS = "。；！？"
_REACH = 24


def is_mark(figure: Figure, text: str, before: str, after: str) -> bool:
    """Return whether a number is a footnote's mark, stuck to the end of a sentence or to a name: 客户数1 12,789.63万户."""
    if before and before in SENTENCE_ENDS and figure.digits_end - figure.start <= MARK_DIGITS:
        return True
    if (
        before == "."
        and text[figure.start - 2 : figure.start - 1].isalpha()
        and after in ("", " ", "\n", ",")
    ):
        return True
    if before == "%" and after in _BEHIND_MARK and figure.digits_end - figure.start <= MARK_DIGITS:
        return True  # up 5%2.
    if before == "[" and after == "]" and figure.digits_end - figure.start <= MARK_DIGITS:
        return True
    if _MARK_IN_BRACKETS.search(text, max(figure.digits_end - _REACH, 0), figure.digits_end + 1):
        return True
    if before == "(" and after == ")" and figure.digits_end - figure.start <= MARK_DIGITS:
        return _is_apart(figure, text)
    if not before.isalpha():
        return False
    behind = _FIGURE_BEHIND.match(text, figure.start)
    return behind is not None and (not behind["three"] or _is_noted(behind["mark"], text, behind.end()))


def _is_apart(figure: Figure, text: str) -> bool:
    """Return whether a number alone in brackets is a mark and neither a count nor the value of the year before.

    ROA of 1.11% (1) (2023: 1.31%); total loans (2) of $5 million; with a note (1) below: deposits (1) rose.
    """
    end = figure.digits_end + 1
    if text.find(f"\n({text[figure.start : figure.digits_end]}) ", end, end + _PAGE) >= 0:
        return True
    if text[figure.start] == "0":
        return False
    opening = text[max(0, figure.start - _REACH) : figure.start]
    if _STUCK_TO_HAN.search(opening):
        return True
    if figure.digits_end - figure.start > 1:
        return False
    if _MANY_PLACES.search(opening):
        return _ENDS_OR_BRACKET.match(text, end) is not None
    return _AFTER_NAME.search(opening) is not None and _AMOUNT_BEHIND.match(text, end) is not None


_MANY_PLACES = re.compile(r"\d\.\d\d+ ?(?:%|pp|per ?cent|percent|[a-z]{0,8}) ?(?:\(\d\) ?){0,3}\(\Z")
"""A figure with more places than the value beside it would have."""
_STUCK_TO_HAN = re.compile(r"\d(?:[.,]\d+)+(?:[%‰]|[^\W\d_a-z]{1,5}) ?(?:\(\d\d?\)[、,]?[^\W\d_a-z]?)*\(\Z")
"""A figure in Han prose that is printed more exactly than a number of two digits: 12.2億美元(4), 78,400名(2)及(3)."""
_ENDS_OR_BRACKET = re.compile(r" ?(?:[(\n.,;]|\Z)")
_AFTER_NAME = re.compile(r"[a-z]{3} \(\Z")
_AMOUNT_BEHIND = re.compile(
    r"(?: [a-z]{1,4})? (?:[^\W\d_]{0,3}[$€£¥]|rmb|[a-z]{3} )?\d[\d,]*(?:\.\d|%| ?[a-z]*illion|,\d{3})"
)


def _is_noted(mark: str, text: str, at: int) -> bool:
    """Return whether a line farther down is the mark alone, as above a note: then 客户数3 239户 is no 3 239."""
    return text.find(f"\n{mark}\n", at, at + _PAGE) >= 0


def takes_currency(figure: Figure, text: str, before: str) -> bool:
    """Return whether a mark stuck to a name only seems to have the currency of the amount behind it: assets2 RMB 904 billion."""
    if figure.kind != "money" or not before.isalpha() or figure.digits_end - figure.start > MARK_DIGITS:
        return False
    behind = text[figure.end : figure.end + 2].lstrip(" ")[:1]
    stated = behind.isdecimal() or (behind in _SIGNS and _FIGURE_BEHIND.match(text, figure.start) is not None)
    return stated and text[figure.digits_end : figure.digits_end + 1] == " "


_SIGNS = ("$", "£", "€", "¥")


_MARK_IN_BRACKETS = re.compile(r"[a-z’”\"')]\([1-9]\d?\)\Z")  # core net income(1) of $9.6 million
_FIGURE_BEHIND = re.compile(r"(?P<mark>[1-9]\d?) (?:[^\W\d_]{0,3}[$€£¥])?(?:(?P<three>\d{3}(?![\d.,]))|\d)")
"""A mark with a figure behind it; three: which may be the rest of 1 234."""
_PAGE = 4000
"""How far down a page its notes may stand."""
