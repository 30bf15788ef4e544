"""What the paragraph above a table says that it is of, where no heading and no caption of it names a concept.

The lease receivables by industry are as follows; under it a table of industries, amounts and shares.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from tagger.document import Document, Span
from tagger.links.candidates import Candidate
from tagger.links.half_named import core_of
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named
from tagger.tables.cell_units import first_of_table
from tagger.tables.headings import Heading, HeadingReader
from tagger.words.cover import cover
from tagger.words.language import Language
from tagger.words.prose import Prose
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word

_REACH = 4
"""How many captions may stand between the paragraph and the table."""
_LONGEST = 600
_LEAST_ROWS = 3


def introduced_by(
    document: Document,
    prose: Prose,
    reader: HeadingReader,
    first: int,
    rows: dict[Span, Heading],
    index: TaxonomyIndex,
) -> tuple[Token, ...]:
    """Return the concepts in the paragraph above a table that may carry the axis of whose members its rows speak.

    Where it names none, all that may carry the axis: which of them fits its figures may be one alone.
    first: a block of the table. rows: the headings of its rows; those that say less than a member's name get it.
    """
    axis, place = _axis_of(rows.values())
    if not axis:
        return ()
    _name_alike(rows, axis, prose.text, index, reader.language)
    found: dict[str, Token] = {}
    for token in _terms_above(document, prose, reader.vocabulary, first_of_table(document, first)):
        for concept in token.meanings.concepts:
            if index.permits(concept, frozenset((axis,))):
                found.setdefault(concept, _named(concept, token.start, token.end))
    return tuple(found.values()) or tuple(
        _named(concept, *place)
        for concept in index.named_parts.names
        if index.permits(concept, frozenset((axis,)))
    )


def _named(concept: str, start: int, end: int) -> Token:
    return Token(start, end, Word((Meaning("concept", concept),)), is_term=True)


def _name_alike(
    rows: dict[Span, Heading], axis: str, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Give rows that say less than a member's name, among rows of its axis, that name: 損失, 其他, Scope 2 (market-based)."""
    taken = {member for row in rows.values() for t in row.tokens for _, member in t.meanings.members}
    for span, row in rows.items():
        if not row.holes or row.has_term or row.has("total"):
            continue
        said = _BRACKET.sub("", text[row.start : row.end]).strip(" :：")
        label = {item.target for item in index.labels.named(said) if item.axis == axis}
        pair = core_of(said, axis, index, language) if not label else None
        member = label.pop() if len(label) == 1 else pair[1] if pair else ""
        if member and member not in taken:
            taken.add(member)
            rows[span] = row.as_named((Named(member, axis),), supported=False)


_BRACKET = re.compile(r"\s*[(（][^)）]*[)）]\s*\Z")
"""What a row says more of its part, in brackets behind it: Scope 2 (market-based)."""


def priced(candidates: list[Candidate], *, introduced: bool) -> list[Candidate]:
    """Return candidates with what it costs that only the paragraph above the table names their concept, where it does."""
    for candidate in candidates if introduced else ():
        candidate.price += PRICE["introduced"]
    return candidates


def _axis_of(rows: Iterable[Heading]) -> tuple[str, tuple[int, int]]:
    """Return the axis of which most rows name members, and where the first does; "" where few do."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for heading in rows:
        for axis in {axis for token in heading.tokens for axis, _ in token.meanings.members}:
            places[axis].append((heading.start, heading.end))
    axis = max(places, key=lambda name: (len(places[name]), name), default="")
    return (axis, places[axis][0]) if axis and len(places[axis]) >= _LEAST_ROWS else ("", (0, 0))


def _terms_above(document: Document, prose: Prose, vocabulary: Vocabulary, first: int) -> Iterable[Token]:
    """Return the terms for concepts in the paragraph above the table that begins with block `first`."""
    for number in range(first - 1, max(first - 2 - _REACH, -1), -1):
        block = document.blocks[number]
        if block.kind == "caption":
            continue
        start, end = prose.lines[number]
        if block.kind != "paragraph" or end - start > _LONGEST:
            return ()
        return (t for t in cover(vocabulary, prose.text, start, end, []) if t.meanings.concepts)
    return ()
