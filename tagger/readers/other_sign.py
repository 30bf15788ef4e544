"""What the name of a row says for the case that its value is below zero: profit/(loss) before tax, (虧損)/溢利.

It is no part of the name: without it the rest reads as the label that it is.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.document import Span
from tagger.readers.values import said_in_tables
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import every_language

_LONGEST = 160
_OPEN, _CLOSE = "[(（]", "[)）]"
_WORD = rf"{_OPEN}\s?(?P<word>[^\W\d_]{{1,12}})(?P<closed>\s?{_CLOSE})"
_BEHIND = re.compile(rf"\s?[/／]\s?{_WORD}\s?")
_OF_CHANGE = ("increase", "decrease", "change", "improve", "worsen")
_BEFORE = re.compile(rf"{_WORD}\s?[/／]\s?")
_OTHER = re.compile(r"[^\W\d_]{1,12}")


@cache
def _changes() -> frozenset[str]:
    """Return the words of change in all languages there are: increase/(decrease), better/(worse) say that a value is one."""
    languages = every_language()
    verbs = {word for language in languages for word, kind in language.verbs.items() if kind in _OF_CHANGE}
    said = " ".join(word for language in languages for word in language.tables.get("change", ()))
    return frozenset(verbs | {found[1] for found in re.finditer(rf"{_OPEN}([^()（）]+){_CLOSE}", said)})


@cache
def _bracketed() -> re.Pattern[str]:
    """Return the pattern of a loss in brackets right behind a gain, in all languages there are: profit (loss)."""
    tables = [language.tables for language in every_language()]
    gains = {word for table in tables for word in table.get("gains", ())}
    losses = {word for table in tables for word in table.get("losses", ())}
    return re.compile(
        rf"(?:{alternation(gains)})(?P<said>\s?{_OPEN}\s?(?:{alternation(losses)})\s?{_CLOSE}\s?)"
    )


def other_signs(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the stretches of a heading text[start:end] that only name it for a value below zero."""
    if end - start > _LONGEST or not ("(" in text[start:end] or "（" in text[start:end]):
        return ()
    found = [
        said.span()
        for pattern in (_BEHIND, _BEFORE)
        for said in pattern.finditer(text, start, end)
        if fold(said["word"]) not in _changes() and said.end() - said.start() < end - start
    ]
    if found:
        return (_given_back(text, end, *found[0]) or found[0],)
    folded = fold(text[start:end])
    said = _bracketed().search(folded) if len(folded) == end - start else None
    if said is None or not _prepositions().isdisjoint(folded[: said.start()].split()):
        return ()  # share of profit (loss) of associates: of a profit the name says more
    return ((start + said.start("said"), start + said.end("said")),)


def _given_back(text: str, end: int, start: int, stop: int) -> Span | None:
    """Return where behind a charge in brackets its opposite stands, which then is no part of the name: (expense)/benefit."""
    bracketed = _BEFORE.match(text, start, stop)
    other = _OTHER.match(text, stop, end)
    if bracketed is None or other is None or fold(bracketed["word"]) not in said_in_tables("charged"):
        return None
    if fold(other.group()) in said_in_tables("gains"):
        return None  # net interest (expense)/income
    return bracketed.end("closed"), other.end()


@cache
def _prepositions() -> frozenset[str]:
    """Return what joins a name to the words before it, in all languages there are."""
    return frozenset(word for language in every_language() for word in language.links)
