"""The words of languages that rules look for: data, one section a language, in `words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from yaml import CSafeLoader, load

Sense = Literal["rate", "number", "amount", "per_share"]


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language.

    endings: what labels end in, in brackets, to say what an element is, by what it is.
    heads: nouns that say what kind of figure a label names, by sense; the head of a phrase, never a part of it.
    prepositions: words before which the head of a phrase stands; empty where the head is the phrase's end.
    level: heads of a level at a day. averaged, extreme: words that make it an average, a highest or a lowest over time.
    at_end, across: phrases of a definition that say "at the end of the period" and "during the period".
    """

    function_words: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heads: dict[Sense, tuple[str, ...]] = field(default_factory=dict)
    level: tuple[str, ...] = ()
    averaged: tuple[str, ...] = ()
    extreme: tuple[str, ...] = ()
    at_end: tuple[str, ...] = ()
    across: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all languages.

    placeholders: texts that somebody meant to replace.
    both_scripts: Chinese characters that Big5 or GB 2312 lacks though both scripts write them alike.
    """

    languages: dict[str, LanguageWords]
    placeholders: frozenset[str]
    both_scripts: frozenset[str]

    def of(self, tag: str) -> LanguageWords:
        """Return the words of a language tag, or of the language that it begins with; none where unknown."""
        parts = tag.replace("_", "-").split("-")
        for length in range(len(parts), 0, -1):
            if known := self.languages.get("-".join(parts[:length])):
                return known
        return LanguageWords()


@cache
def load_words() -> Words:
    """Return the words that are shipped."""
    text = (Path(__file__).parent / "words.yaml").read_text("utf-8")
    data = load(text, CSafeLoader)
    return Words(
        {tag: _language(section) for tag, section in data["languages"].items()},
        frozenset(data["placeholders"]),
        frozenset(data["both_scripts"]),
    )


def _language(section: dict[str, list[str] | dict[Sense, list[str]]]) -> LanguageWords:
    heads, endings = section.get("heads", {}), section.get("endings", {})
    assert isinstance(heads, dict)  # noqa: S101 - the shape of our own file
    assert isinstance(endings, dict)  # noqa: S101 - likewise

    def words(key: str) -> tuple[str, ...]:
        return tuple(section.get(key, ()))

    return LanguageWords(
        frozenset(words("function_words")),
        frozenset(words("articles")),
        frozenset(words("prepositions")),
        {sense: tuple(items) for sense, items in endings.items()},
        {sense: tuple(items) for sense, items in heads.items()},
        words("level"),
        words("averaged"),
        words("extreme"),
        words("at_end"),
        words("across"),
    )
