"""What stands beside the name of a row and only describes what is named: the kind of a holder, a remark, a field (盈利能力).

Where no two rows of a table are called alike, nothing in the columns beside their names tells one from the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tagger.document import Span
from tagger.tables.headings import Heading

_LEAST = 3
"""Rows with such a column that a table must have."""


def kinds_of_rows(
    rows: Iterable[tuple[Span, ...]], headings: dict[Span, Heading], text: str
) -> dict[Span, Heading]:
    """Return the headings beside the names of rows that the taxonomy does not know, as such that leave nothing over.

    rows: the headings of each row, the nearest to the values first. text: of the prose.
    """
    several = [spans for spans in rows if len(spans) > 1]
    if len(several) < _LEAST:
        return {}
    fields = _fields(several, headings, text)
    if fields:
        return fields
    if _alike((spans[-1] for spans in several), headings, text):
        return {}
    beside = [span for spans in several if not headings[spans[-1]].holes for span in spans[:-1]]
    return _explained(beside, headings)


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
        if headings[span].holes and not headings[span].has_term
    }


def _alike(spans: Iterable[Span], headings: dict[Span, Heading], text: str) -> bool:
    """Return whether two headings are called alike."""
    return max(Counter(text[headings[span].start : headings[span].end] for span in spans).values()) > 1
