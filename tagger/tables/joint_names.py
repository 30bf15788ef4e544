"""Rows that are of two things together, each of which has a name of its own: placements and reverse repos."""

from __future__ import annotations

from itertools import pairwise

from tagger.links.decided import Decided
from tagger.tables.cell_words import Said
from tagger.tables.headings import Heading, HeadingReader

_LONGEST = 12
"""Of what joins two names, with its blanks."""


def is_of_two(said: Said, item: Decided, reader: HeadingReader) -> bool:
    """Return whether a cell's row joins the name of what it reads as to that of another thing: no figure of either."""
    best = item.best
    return best is not None and any(_joins(heading, best.base_concept, reader) for heading in said.rows)


def _joins(heading: Heading, concept: str, reader: HeadingReader) -> bool:
    if heading.named:
        return False  # a whole label
    terms = [token for token in heading.tokens if token.is_term and token.meanings.concepts]
    for one, other in pairwise(terms):
        between = reader.text[one.end : other.start]
        if len(between) > _LONGEST or between.strip() not in reader.language.conjunctions:
            continue
        if set(one.meanings.concepts).isdisjoint(other.meanings.concepts) and (
            concept in one.meanings.concepts or concept in other.meanings.concepts
        ):
            return True
    return False
