"""Which templates of phrases of time may stand where a Latin word or a number begins: it and the words behind it leave few.

Most words of a text open no phrase at all, which a look into a dict tells. What may stand there in truth is never left out,
but for words in the place of a month that name none, with which nothing is a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tagger.words.slots import OF_LETTERS, OF_MONTHS, SLOTS, filled_by, goes_on, two_behind

_WORD, _NUMBER = re.compile("[a-z]+"), re.compile("[0-9]+")
_YEAR = re.compile(SLOTS["Y"])
_TOGETHER = re.compile(r"<([^<>]*)>")
"""Words of which any may stand in a template: <ended|to|up to>."""
_OPEN = re.compile(r"([a-z]+)\{[QNAB]\}")
"""A word of a template that letters may go on behind."""
_OTHER, _BLANK = "?", " "
"""Stand for a word that no template has, and for a second blank."""

Place = tuple[str, str, str, str]
"""What stands at a place: a word or what tells of a number, two characters behind it, and two words behind it but for articles.

Such a word is "" where no blank and letter stand.
"""
Part = tuple[int, str, str]
"""The number of a template, what stands in it behind its first word, and the slot that this fills."""


def openings(template: str) -> list[str]:
    """Return a template with each of the words that it may begin with."""
    words = _TOGETHER.match(template)
    return [word + template[words.end() :] for word in words[1].split("|")] if words else [template]


@dataclass(frozen=True)
class OpeningWords:
    """The words that templates begin with.

    whole: by the word. begun: by what a word begins with, where letters may go on: those of a slot, or behind a slot.
    slots: by the slot, where a number fills it; `whole` has the numbers of templates that print one.
    months, articles, endings: the words of the language; an article may stand behind any blank of a phrase, the ending of an
    ordinal behind the number of a day or a quarter.
    two_words: the pattern of two words behind a blank, but for articles. known, open: those that tell templates apart, and what
    such words begin with.
    """

    whole: dict[str, list[Part]]
    begun: dict[str, list[Part]]
    slots: dict[str, list[Part]]
    beginnings: tuple[str, ...]
    months: frozenset[str]
    articles: frozenset[str]
    endings: tuple[str, ...]
    two_words: re.Pattern[str]
    known: frozenset[str]
    open: tuple[str, ...]

    def place_of(self, text: str, at: int) -> Place | None:
        """Return what stands where a word or a number begins, as far as it tells templates apart; None where no phrase does."""
        found = _WORD.match(text, at)
        if found is not None:
            first = found.group()
            if first not in self.whole and not first.startswith(self.beginnings):
                return None
        else:
            found = _NUMBER.match(text, at)
            if found is None:
                return None
            year = _YEAR.match(text, at)
            number = found.group()
            slots = (
                f"{filled_by(number)}Y"
                if year is not None and year.end() == found.end()
                else filled_by(number)
            )
            if not slots and number not in self.whole:
                return None
            first = f"{number if number in self.whole else ''}:{slots}"
        end = found.end()
        behind = two_behind(text, end)
        if behind[:1] != " ":
            return first, behind, "", ""
        words = self.two_words.match(text, end)
        if words is None:
            return first, " ", _BLANK if behind == "  " else "", ""
        second, third = words.groups("")
        return first, " ", self._known(second), self._known(third)

    def _known(self, word: str) -> str:
        """Return a word as far as it tells templates apart; an article alone is none."""
        if word in self.articles:
            return ""
        return word if not word or word in self.known or word.startswith(self.open) else _OTHER

    def numbers_at(self, place: Place) -> list[int]:
        """Return the numbers of the templates that may stand at a place, in order."""
        first, behind, second, third = place
        word, _, slots = first.partition(":")
        parts = [*self.whole.get(word, ()), *self.begun.get(word, ())]
        for slot in slots:
            parts.extend(self.slots.get(slot, ()))
        found = {part[0] for part in parts if self._goes_on(part, behind, second, third)}
        for begun, listed in self.begun.items():
            if word != begun and word.startswith(begun):
                found.update([number for number, _, _ in listed])
        return sorted(found)

    def _goes_on(self, part: Part, behind: str, second: str, third: str) -> bool:
        """Return whether a template may go on behind its first word as the text does; blanks around a slot are free."""
        _, said, slot = part
        for rest in openings(said) if said else ("",):
            if not rest or rest[0] in "{,":
                return True
            if slot and (rest.startswith(" {Y}") or second == _BLANK or behind in self.endings):
                return True  # March, 2024; 31st March
            if behind[:1] != " ":
                may = goes_on(rest, behind) if rest[0] != " " else behind[:1] == "." and slot in OF_MONTHS
            elif rest[0] != " ":
                may = bool(slot) and self._begins(rest, second)
            else:
                may = self._follows(rest, second, third)
            if may:
                return True
        return False

    def _follows(self, rest: str, second: str, third: str) -> bool:
        """Return whether the rest of a template may be the words behind a blank."""
        for opening in self._parts(rest):
            if self._begins(opening, second):
                rest_of_it = opening[len(second) :]
                more = not opening.startswith("{") and rest_of_it.startswith(" ")
                if not (more and second) or any(
                    [self._begins(one, third) for one in self._parts(rest_of_it)]  # noqa: C419  # no generator: half the time
                ):
                    return True
        return False

    def _parts(self, rest: str) -> list[str]:
        """Return what a template has behind a blank, with each of the words it may be, and without an article."""
        found = []
        for opening in openings(rest[1:]):
            first, _, behind = opening.partition(" ")
            found.append(behind if first in self.articles and behind else opening)
        return found

    def _begins(self, opening: str, word: str) -> bool:
        """Return whether a word may begin a part of a template; "" stands for what is no word."""
        if opening.startswith("{"):
            return (
                (word in self.months)
                if opening[1] in OF_MONTHS
                else (not word or word.startswith(OF_LETTERS.get(opening[1], ())))
            )
        found = _WORD.match(opening)
        if found is None:
            return not word
        begun = found.group()
        return word.startswith(begun) if _is_open(opening[found.end() :]) else word == begun


def opening_words(
    templates: Iterable[str], months: frozenset[str], articles: frozenset[str], endings: tuple[str, ...]
) -> OpeningWords:
    """Return the words that templates begin with, which have numbers in their order."""
    whole: dict[str, list[Part]] = {}
    begun: dict[str, list[Part]] = {}
    slots: dict[str, list[Part]] = {}
    known, open_words = {*months, *articles}, {word for words in OF_LETTERS.values() for word in words}
    for number, template in enumerate(templates):
        known.update(_WORD.findall(template))
        open_words.update(_OPEN.findall(template))
        for opening in openings(template):
            slot = opening[1] if opening.startswith("{") else ""
            found = _WORD.match(opening) or _NUMBER.match(opening)
            first = found.group() if found else ""
            rest = opening[3:] if slot else opening[len(first) :]
            part = number, rest, slot
            if slot:
                slots.setdefault(slot, []).append(part)
            words = months if slot in OF_MONTHS else OF_LETTERS.get(slot, ()) if slot else (first,)
            listed = begun if slot in ("Q", "N") or _is_open(rest) else whole
            for word in words:
                listed.setdefault(word, []).append(part)
    article = f"(?:(?:{'|'.join(sorted(articles))}) )?"
    return OpeningWords(
        whole,
        begun,
        slots,
        tuple(sorted(begun)),
        months,
        articles,
        endings,
        re.compile(f" {article}([a-z]+)(?: {article}([a-z]+))?"),
        frozenset(known),
        tuple(sorted(open_words)),
    )


def _is_open(rest: str) -> bool:
    """Return whether letters may stand right behind a word of a template: those of a slot."""
    return rest.startswith("{") and rest[1] in OF_LETTERS
