"""What in the headings of a table's cell makes it of less, or of something else, than the concept that they name.

A title may only begin with it (Loan loss allowance, over rows called Opening balance), a row may be of a part of the year's
(interim dividend) or of a band (LTV > 90%).
"""

from __future__ import annotations

import re
from functools import cache

from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.cell_words import Said
from tagger.tables.headings import Heading, HeadingReader
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language

_ONE = 1
"""How far behind a term what goes on with it stands: a blank, or a letter that is a word of its own (貸款減值準備)."""


def is_of_less(said: Said, item: Decided, reader: HeadingReader, index: TaxonomyIndex) -> bool:
    """Return whether the headings say that a cell is of a part of what it reads as, or of something that is called by it."""
    if item.best is None:
        return False
    return (
        _is_title_of_more(said, item.best.base_concept)
        or _is_instalment(said, item, reader, index)
        or any(_is_band(heading, reader) for heading in said.rows)
        or _is_of_what_is_counted(said, item.best.base_concept, index)
    )


def _is_title_of_more(said: Said, concept: str) -> bool:
    """Return whether a title that names a concept goes on with words that nobody knows, and row and column name nothing."""
    if any(heading.has_term for heading in (*said.rows, *said.columns)):
        return False
    return any(
        concept in token.meanings.concepts
        and any(token.end <= start <= token.end + _ONE for start, _ in heading.holes)
        for heading in (*said.above, *said.captions)
        for token in heading.tokens
    )


def _is_of_what_is_counted(said: Said, concept: str, index: TaxonomyIndex) -> bool:
    """Return whether a row is called as something that is counted, and the cell is no count: Members, below Deposits."""
    concepts = index.taxonomy.concept_by_qname
    if concepts[concept].type == "count":
        return False
    named = {item.target for row in said.rows for item in row.named if not item.axis}
    members = any(token.meanings.members for row in said.rows for token in row.tokens)
    return bool(named) and not members and all(concepts[name].type == "count" for name in named)


def _is_instalment(said: Said, item: Decided, reader: HeadingReader, index: TaxonomyIndex) -> bool:
    """Return whether a row is of a part of the year's: Interim dividend, where the concept is the dividend of the year."""
    words = reader.language.instalments
    if not words or not reader.period.is_fiscal_year or item.best is None:
        return False
    best = item.best
    for row in said.rows:
        text = reader.text[row.start : row.end]
        found = next((word for word in words if _holds(text, word)), "")
        if found and not index.is_called(best.base_concept, (found,)):
            names = index.named_parts.members
            return not any(found in name for _, member in best.dimensions for name in names.get(member, ()))
    return False


def _holds(text: str, word: str) -> bool:
    return f" {word} " in f" {text} " if word.isascii() else word in text


def _is_band(heading: Heading, reader: HeadingReader) -> bool:
    """Return whether a heading that is no label as a whole bounds what it names: LTV > 90%, loans above £1m."""
    return (
        bool(heading.tokens)
        and not heading.named
        and _bounded(reader.language.tags).search(reader.text, heading.start, heading.end) is not None
    )


@cache
def _bounded(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a bound before a number: > 90%, above £1m."""
    language: Language = load_language(*tags)
    words = [word for word, kind in language.before.items() if kind in ("exceeds", "at_least", "at_most")]
    return re.compile(rf"(?:[<>≤≥]|(?<![a-z])(?:{alternation(words)})(?![a-z]))\s?[^\w\s]?[0-9]")
