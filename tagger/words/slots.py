"""The slots of phrases of time: what may fill each, how it may begin, and which of them a number fills."""

from __future__ import annotations

import re
from functools import lru_cache

SLOTS = {
    "Y": r"(民国 ?\d{2,3}|(?:19|20|21)\d{2}|[一二三四五六七八九〇○零]{4}|(?<!\d)1[0-3]\d(?= ?年))",
    "M": r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
    "A": r"([a-z]{3,9})(?:\.(?! [a-z])|(?<![a-z]{5})(?<!june)(?<!july)(?<!may)\.)?",  # no point that ends a sentence
    "B": r"([a-z]{3,9}+)\.?",
    "D": r"(3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])",
    "Q": r"([1-4一二三四]|first|second|third|fourth)",
    "H": r"([上下12一二])",
    "S": r"(\d{2})",
    "N": r"(1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
}

FIRST = {
    "Y": "12民一二三四五六七八九〇○零",
    "M": "0123456789十一二三四五六七八九",
    "D": "0123456789",
    "Q": "1234一二三四fst",
    "H": "上下12一二",
    "N": "123456789十一二两三四五六七八九tsnfe",
}
"""The characters that a slot may begin with; that of a month's name is as the language has them."""

OF_LETTERS = {
    "Q": ("first", "second", "third", "fourth"),
    "N": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "A": (),
    "B": (),
}
"""The words that a slot may be; that of a month's name is as the language has them."""
OF_MONTHS = ("A", "B")

_OF_NUMBERS = {slot: re.compile(SLOTS[slot]) for slot in "MDQHSN"}
_LONGEST = 2


def filled_by(number: str) -> str:
    """Return the slots, but for that of a year, that a run of digits fills as a whole."""
    return _filled_by(number) if len(number) <= _LONGEST else ""


@lru_cache(maxsize=128)
def _filled_by(number: str) -> str:
    return "".join(slot for slot, pattern in _OF_NUMBERS.items() if pattern.fullmatch(number))


def goes_on(rest: str, behind: str) -> bool:
    """Return whether the rest of a template may be what begins with the characters; blanks around slots are free."""
    for character in behind:
        if not rest or rest[0] in " <" or character == " ":
            return True
        if rest[0] == "{":
            return rest[1] not in FIRST or character in FIRST[rest[1]]
        if rest[0] != character:
            return False
        rest = rest[1:]
    return True


def two_behind(text: str, at: int) -> str:
    """Return the two characters from a place on; at the end of the text a line ends, which no phrase goes on over."""
    behind = text[at : at + 2]
    return behind if len(behind) == 2 else f"{behind}\n"  # noqa: PLR2004
