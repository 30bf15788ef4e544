"""Movements that are no changes of a figure: change in expected losses is a charge, and income before it no change of income.

An expense may be named by what moves in the balance sheet, which is then no more than another way to write its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language

_HAN_FIRST = "\u2e80"


@cache
def _patterns(tags: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a movement at the edge of a heading, one in an aside, and what an aside lists beside its first."""
    tables = load_language(*tags).tables
    words = tables.get("movements", ())
    latin = alternation([word for word in words if word < _HAN_FIRST]) or "(?!)"
    han = alternation([word for word in words if word >= _HAN_FIRST]) or "(?!)"
    before = alternation(tables.get("asides", ())) or "(?!)"
    behind = alternation(tables.get("aside_ends", ())) or "(?!)"
    conjunctions = alternation(load_language(*tags).conjunctions)
    others = alternation([word for word in tables.get("narrowing", ()) if word < _HAN_FIRST]) or "(?!)"
    return (
        re.compile(rf"\A\s*(?:{latin})\s+|(?:{han})\s*\Z"),
        re.compile(rf"(?:(?<![a-z])(?:{before})\s+)(?P<latin>(?:{latin})\s+)|(?P<han>{han})(?={behind})"),
        re.compile(rf"(?<![a-z])(?:{before})\s.+?(?P<tail>\s(?:{conjunctions})\s(?:{others})\s.*)\Z"),
    )


def charge_said(said: str, language: Language) -> str:
    """Return a heading, folded, without the movement that it is said to be: "" where it is said to be none."""
    found = _patterns(language.tags)[0].search(said)
    return said[: found.start()] + said[found.end() :] if found else ""


def asides_said(said: str, language: Language) -> Iterator[str]:
    """Yield a heading, folded, with shorter asides: income before losses, of income before change in losses and other charges."""
    _, movement, others = _patterns(language.tags)
    found = movement.search(said)
    if found:
        start, end = found.span("latin" if found["latin"] else "han")
        said = said[:start] + said[end:]
        yield said
    tail = others.search(said)
    if tail:
        yield said[: tail.start("tail")]


def without_asides(said: str, language: Language) -> str:
    """Return a heading, folded, with blanks where an aside speaks of a movement: what it says is as long."""
    found = _patterns(language.tags)[1].search(said)
    if not found:
        return said
    start, end = found.span("latin" if found["latin"] else "han")
    return said[:start] + " " * (end - start) + said[end:]
