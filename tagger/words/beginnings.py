"""Which templates of phrases of time may stand at a place: its next characters or words leave few, before a pattern is tried."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tagger.words.opening_words import OpeningWords, Place
from tagger.words.slots import SLOTS, filled_by, goes_on, two_behind

_YEAR_FIRST = rf"(?<![a-z\d]){SLOTS['Y']} ?"
_YEAR, _NUMBER = re.compile(_YEAR_FIRST), re.compile("[0-9]+")
_ERA = "民"
"""A year that is counted so may have two digits of three: what stands behind it is not sure."""
_KEPT = 4096
_SHORT = 2
"""Digits of the numbers that a phrase counts with."""
_ON_IN_DIGITS = ("{", *"0123456789")
"""What may go on as a number does, behind a slot that fills its beginning."""
_FEW = 24
"""So many templates are tried one by one: a pattern of them all would be compiled for each choice of them."""


@dataclass
class Template:
    """A phrase of time as the language has it: its pattern, the slots of its groups in order, and what it means."""

    text: str
    source: str
    slots: str
    meaning: str
    compiled: re.Pattern[str] | None = field(default=None, compare=False)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern; few of them are ever asked for by themselves."""
        if self.compiled is None:
            self.compiled = re.compile(self.source)
        return self.compiled


@dataclass(frozen=True)
class Choice:
    """Templates, the longest first, and one pattern that tells which is the first to match, None for few of them.

    numbers: of the template by the number of its group in that pattern.
    """

    any_of: re.Pattern[str] | None
    numbers: dict[int, int]
    templates: tuple[Template, ...]

    def first_at(self, text: str, at: int) -> int:
        """Return the number of the first template that may match at a place, or how many there are where none does."""
        if self.any_of is None:
            return 0
        told = self.any_of.match(text, at)
        # a template's own group is the last to close
        return self.numbers[told.lastindex or 0] if told is not None else len(self.templates)


@dataclass(frozen=True)
class Beginning:
    """The templates that begin with a character, the longest first.

    words: what tells of Latin words and numbers, where blanks are no free ones; kept_words: the templates that may stand there.
    kept: those that may stand elsewhere, by what a year there ends before, what stands behind the first character or number,
    and what tells of the number.
    made: the same by the numbers of the templates, each compiled once.
    """

    templates: tuple[Template, ...]
    words: OpeningWords | None = None
    kept_words: dict[Place, Choice | None] = field(default_factory=dict)
    kept: dict[tuple[str | None, str, str | None], Choice | None] = field(default_factory=dict)
    made: dict[tuple[int, ...], Choice | None] = field(default_factory=dict)

    def choice_at(self, text: str, at: int) -> Choice | None:
        """Return the templates that may stand at a place where one may begin, None where none may."""
        if self.words is not None:
            place = self.words.place_of(text, at)
            return self._choice_of_words(place, self.words) if place is not None else None
        digits = _NUMBER.match(text, at)
        first = digits.end() if digits is not None else at + 1
        year = _YEAR.match(text, at)
        of_year: str | None = None
        if year is not None:
            ends = year.end(1)
            of_year = "" if text[at] == _ERA else two_behind(text, ends)
        number: str | None = None
        if digits is not None:
            number = digits.group() if first - at <= _SHORT else ""
        key = of_year, two_behind(text, first), number
        if key in self.kept:
            return self.kept[key]
        if len(self.kept) >= _KEPT:
            self.kept.clear()
        found = self.kept[key] = self._choice(*key)
        return found

    def _choice_of_words(self, place: Place, words: OpeningWords) -> Choice | None:
        if place in self.kept_words:
            return self.kept_words[place]
        if len(self.kept_words) >= _KEPT:
            self.kept_words.clear()
        found = self.kept_words[place] = self._made(words.numbers_at(place))
        return found

    def _choice(self, of_year: str | None, behind: str, number: str | None) -> Choice | None:
        """Return the templates that may go on so behind a year, and behind a number (None: the first character)."""
        numbers: list[int] = []
        filled = filled_by(number or "")
        for at, template in enumerate(self.templates):
            said = template.text
            printed = _NUMBER.match(said)
            if said.startswith("{Y}"):
                may = of_year is not None and goes_on(said[3:], of_year)
            elif said.startswith("{"):
                rest = said[3:]
                may = number is None or (
                    (said[1] in filled or rest.startswith(_ON_IN_DIGITS)) and goes_on(rest, behind)
                )
            elif number is None or printed is None:  # <in|over> is any of its words
                may = number is not None or said.startswith("<") or goes_on(said[1:], behind)
            else:
                rest = said[printed.end() :]
                may = (printed.group() == number and goes_on(rest, behind)) or rest.startswith("{")
            if may:
                numbers.append(at)
        return self._made(numbers)

    def _made(self, numbers: list[int]) -> Choice | None:
        """Return the templates of some numbers, None for no numbers."""
        key = tuple(numbers)
        if key not in self.made:
            self.made[key] = _choice_of([self.templates[number] for number in key]) if key else None
        return self.made[key]


def _choice_of(templates: list[Template]) -> Choice:
    """Return the templates with their pattern; what begins with a year, which nothing else can be, reads it once for all."""
    if len(templates) <= _FEW:
        return Choice(None, {}, tuple(templates))
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
