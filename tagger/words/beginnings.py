"""Which templates of phrases of time may stand at a place: its next characters leave few, before a pattern is tried."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

SLOTS = {
    "Y": r"(民国 ?\d{2,3}|(?:19|20|21)\d{2}|[一二三四五六七八九〇○零]{4}|(?<!\d)1[0-3]\d(?= ?年))",
    "M": r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
    "A": r"([a-z]{3,9})\.?",
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

_YEAR_FIRST = rf"(?<![a-z\d]){SLOTS['Y']} ?"
_YEAR, _NUMBER = re.compile(_YEAR_FIRST), re.compile("[0-9]+")
_ERA = "民"
"""A year that is counted so may have two digits of three: what stands behind it is not sure."""
_KEPT = 4096


@dataclass(frozen=True)
class Template:
    """A phrase of time as the language has it: its pattern, the slots of its groups in order, and what it means."""

    text: str
    source: str
    slots: str
    meaning: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern; few of them are ever asked for by themselves."""
        return _pattern(self.source)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True)
class Choice:
    """Templates, the longest first, and one pattern that tells which is the first to match.

    numbers: of the template by the number of its group in that pattern.
    """

    any_of: re.Pattern[str]
    numbers: dict[int, int]
    templates: tuple[Template, ...]


@dataclass(frozen=True)
class Beginning:
    """The templates that begin with a character, the longest first.

    kept: those that may stand at a place, by what its year ends before and what stands behind its first character or number.
    made: the same by the numbers of the templates, each compiled once.
    """

    templates: tuple[Template, ...]
    kept: dict[tuple[str | None, str], Choice | None] = field(default_factory=dict)
    made: dict[tuple[int, ...], Choice | None] = field(default_factory=dict)

    def choice_at(self, text: str, at: int) -> Choice | None:
        """Return the templates that may stand at a place where one may begin, None where none may."""
        digits = _NUMBER.match(text, at)
        first = digits.end() if digits is not None else at + 1
        year = _YEAR.match(text, at)
        of_year: str | None = None
        if year is not None:
            ends = year.end(1)
            of_year = "" if text[at] == _ERA else text[ends : ends + 2]
        key = of_year, text[first : first + 2]
        if key in self.kept:
            return self.kept[key]
        if len(self.kept) >= _KEPT:
            self.kept.clear()
        found = self.kept[key] = self._choice(*key, is_number=digits is not None)
        return found

    def _choice(self, of_year: str | None, behind: str, *, is_number: bool) -> Choice | None:
        """Return the templates that may go on so behind a year, and behind a number or the first character."""
        numbers: list[int] = []
        for number, template in enumerate(self.templates):
            said = template.text
            if said.startswith("{Y}"):
                may = of_year is not None and _goes_on(said[3:], of_year)
            elif said.startswith("{"):  # 1st, 2nd: the ending of a number is in no template
                may = not is_number or "a" <= behind[:1] <= "z" or _goes_on(said[3:], behind)
            else:  # <in|over> is any of its words
                may = is_number or said.startswith("<") or _goes_on(said[1:], behind)
            if may:
                numbers.append(number)
        key = tuple(numbers)
        if key not in self.made:
            self.made[key] = _choice_of([self.templates[number] for number in key]) if key else None
        return self.made[key]


def _goes_on(rest: str, behind: str) -> bool:
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


def _choice_of(templates: list[Template]) -> Choice:
    """Return the templates with their pattern; what begins with a year, which nothing else can be, reads it once for all."""
    of_year = [number for number, t in enumerate(templates) if t.source.startswith(_YEAR_FIRST)]
    others = [number for number in range(len(templates)) if number not in of_year]
    numbers: dict[int, int] = {}
    group = 1 + bool(of_year)
    rests = []
    for number in of_year:
        rests.append(f"({templates[number].source.removeprefix(_YEAR_FIRST)})")
        numbers[group] = number
        group += len(templates[number].slots)
    sources = [f"{_YEAR_FIRST}(?:{'|'.join(rests)})"] if rests else []
    for number in others:
        sources.append(f"({templates[number].source})")
        numbers[group] = number
        group += len(templates[number].slots) + 1
    return Choice(re.compile("|".join(sources)), numbers, tuple(templates))
