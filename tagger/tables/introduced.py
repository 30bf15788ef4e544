"""What the paragraph above a table says that it is of, where no heading and no caption of it names a concept.

The lease receivables by industry are as follows; under it a table of industries, amounts and shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tagger.document import Document
from tagger.links.candidates import Candidate
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.cell_units import first_of_table
from tagger.tables.headings import Heading
from tagger.words.cover import cover
from tagger.words.prose import Prose
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word

_REACH = 4
"""How many captions may stand between the paragraph and the table."""
_LONGEST = 600
_LEAST_ROWS = 2


def introduced_by(
    document: Document,
    prose: Prose,
    vocabulary: Vocabulary,
    first: int,
    rows: Iterable[Heading],
    index: TaxonomyIndex,
) -> tuple[Token, ...]:
    """Return the concepts in the paragraph above a table that may carry the axis of whose members its rows speak.

    first: a block of the table. rows: the headings of its rows.
    """
    axis = _axis_of(rows)
    terms = _terms_above(document, prose, vocabulary, first_of_table(document, first)) if axis else ()
    found: dict[str, Token] = {}
    for token in terms:
        for concept in token.meanings.concepts:
            if index.permits(concept, frozenset((axis,))):
                meaning = Word((Meaning("concept", concept),))
                found.setdefault(concept, Token(token.start, token.end, meaning, is_term=True))
    return tuple(found.values())


def priced(candidates: list[Candidate], *, introduced: bool) -> list[Candidate]:
    """Return candidates with what it costs that only the paragraph above the table names their concept, where it does."""
    for candidate in candidates if introduced else ():
        candidate.price += PRICE["introduced"]
    return candidates


def _axis_of(rows: Iterable[Heading]) -> str:
    """Return the axis of which most rows name members, "" where few do."""
    axes = Counter(
        axis
        for heading in rows
        for axis in {axis for token in heading.tokens for axis, _ in token.meanings.members}
    )
    axis, count = axes.most_common(1)[0] if axes else ("", 0)
    return axis if count >= _LEAST_ROWS else ""


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
