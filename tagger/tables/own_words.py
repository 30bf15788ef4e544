"""Words of a heading that its own name holds, though the rest of the name is not said: future, of minimum payments.

A taxonomy calls a thing in full, and a table shorter or longer. What is left over beside a term explains itself where a
name of the same thing has it beside the same word.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tagger.links.decided import Decided
from tagger.links.named_parts import NamedParts, in_order
from tagger.tables.cell_words import Said
from tagger.tables.headings import Heading

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 200


def with_own_words(
    said: Said,
    item: Decided,
    text: str,
    names: NamedParts,
    narrowing: re.Pattern[str],
    gains: AbstractSet[str],
) -> Said:
    """Return what speaks for a cell, without what is left over in it that a name of its concept or its members holds.

    narrowing: words that make a part of a thing (other); they are explained where all of the name is said. gains: words
    that only say again that its concept is an income; none where it is no income.
    """
    best = item.best
    if best is None or not said.left_over():
        return said
    called = [*names.names.get(best.base_concept, ())]
    for _, member in best.dimensions:
        called.extend(names.members.get(member, ()))
    rows = _explained([_without_gains(row, text, gains) for row in said.rows], text, called, narrowing)
    columns = _explained(said.columns, text, called, narrowing)
    return replace(said, rows=rows, columns=columns)


def _without_gains(heading: Heading, text: str, gains: AbstractSet[str]) -> Heading:
    """Return the heading of a member without the word for an income that it begins with: Gains from foreign exchange."""
    first = heading.holes[0] if heading.holes else None
    if not first or not gains or not heading.has_term or text[slice(*first)] not in gains:
        return heading
    begins = not text[heading.start : first[0]].strip(" -–—−•")
    return replace(heading, holes=heading.holes[1:]) if begins else heading


def _explained(
    headings: list[Heading], text: str, called: Iterable[str], narrowing: re.Pattern[str]
) -> list[Heading]:
    """Return headings (the nearest first) without the holes that some name explains."""
    if not any(heading.holes for heading in headings):
        return headings
    words = [
        found.span()
        for heading in reversed(headings)
        for found in _WORD.finditer(text, heading.start, min(heading.end, heading.start + _LONGEST))
    ]
    said = [text[start:end] for start, end in words]
    known: set[int] = set()
    for name in called:
        known.update(_known(said, _WORD.findall(name), narrowing))
    spans = {words[at] for at in known}
    return [
        replace(heading, holes=tuple(hole for hole in heading.holes if hole not in spans))
        if heading.holes
        else heading
        for heading in headings
    ]


def _known(said: list[str], name: list[str], narrowing: re.Pattern[str]) -> set[int]:
    """Return which of the words said stand in a name beside the same word; all that the name holds where all of it is said."""
    pairs = set(itertools.pairwise(name))
    beside = {
        at + step
        for at, pair in enumerate(itertools.pairwise(said))
        if pair in pairs
        for step in (0, 1)
        if not narrowing.fullmatch(said[at + step])
    }
    if len(name) > 1 and in_order(name, said):
        beside |= {at for at, word in enumerate(said) if word in name}
    return beside
