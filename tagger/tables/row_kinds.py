"""What stands beside the name of a row and only describes what is named: the kind of a holder, a remark, a field (盈利能力).

Where no two rows of a table are called alike, nothing in the columns beside their names tells one from the other. A name over
several rows may say what each is of: 電錶, over 銷售量 and 生產量, where the taxonomy has 電錶銷售量.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tagger.document import Span
from tagger.links.whole_labels import Named
from tagger.tables.headings import Heading, HeadingReader

_LEAST = 3
"""Rows with such a column that a table must have."""


def kinds_of_rows(
    rows: Iterable[tuple[Span, ...]], headings: dict[Span, Heading], reader: HeadingReader
) -> dict[Span, Heading]:
    """Return the headings beside the names of rows that the taxonomy does not know, as such that leave nothing over.

    rows: the headings of each row, the nearest to the values first.
    """
    several = [spans for spans in rows if len(spans) > 1]
    together = _named_together(several, headings, reader)
    text = reader.text
    if together or len(several) < _LEAST:
        return together
    fields = _fields(several, headings, text)
    if fields:
        return fields
    if _alike((spans[-1] for spans in several), headings, text):
        return {}
    beside = [span for spans in several if not headings[spans[-1]].holes for span in spans[:-1]]
    return _explained(beside, headings)


def _named_together(
    rows: list[tuple[Span, ...]], headings: dict[Span, Heading], reader: HeadingReader
) -> dict[Span, Heading]:
    """Return the headings of rows that name a concept together with what stands before them and is no part, and that."""
    found: dict[Span, Heading] = {}
    used = Counter(span for spans in rows for span in spans[:-1])
    left: set[Span] = set()
    for spans in rows:
        far = headings[spans[-1]]
        if far.end - far.start > _LONGEST or any(token.meanings.members for token in far.tokens):
            continue
        named = {
            near: names
            for near in spans[:-1]
            if used[near] == 1 and (names := _names_of(far, headings[near], reader))
        }
        if len(named) != 1:
            left.add(spans[-1])
        for near, names in named.items():
            found[near] = headings[near].as_named(names, supported=False)
            found[spans[-1]] = replace(far, holes=(), tokens=(), named=frozenset())
    return {span: heading for span, heading in found.items() if span not in left}


_LONGEST = 60


def _names_of(far: Heading, near: Heading, reader: HeadingReader) -> tuple[Named, ...]:
    """Return the concepts that two headings name together: 電錶銷售量, sales volume of meters."""
    if near.end - near.start > _LONGEST:
        return ()
    one, other = (reader.text[heading.start : heading.end].strip(" :：") for heading in (far, near))
    forms = (f"{one} {other}", f"{other} of {one}", f"{other} {one}") if one.isascii() else (f"{one}{other}",)
    for said in forms:
        named = reader.name_of(said)
        if named and named == reader.name_of(one):
            return ()  # the first says it alone: net revenue, beside its code in the chart of accounts
        if named and all(not item.axis for item in named):
            return tuple(sorted(named, key=lambda item: item.target))
    return ()


def _fields(rows: list[tuple[Span, ...]], headings: dict[Span, Heading], text: str) -> dict[Span, Heading]:
    """Return what several rows stand beside each (盈利能力), two such or more, where no two of these rows are called alike."""
    shared = Counter(spans[-1] for spans in rows)
    fields = [span for span, count in shared.items() if count > 1]
    if len(fields) < 2:  # noqa: PLR2004
        return {}
    if _alike((spans[-2] for spans in rows), headings, text):
        return {}
    return _explained(shared, headings)


def _explained(spans: Iterable[Span], headings: dict[Span, Heading]) -> dict[Span, Heading]:
    """Return the headings of those that name nothing, with nothing left to explain."""
    return {
        span: replace(headings[span], holes=())
        for span in spans
        if headings[span].holes and not (headings[span].has_term or headings[span].of_unit)
    }


def _alike(spans: Iterable[Span], headings: dict[Span, Heading], text: str) -> bool:
    """Return whether two headings are called alike."""
    return max(Counter(text[headings[span].start : headings[span].end] for span in spans).values()) > 1
