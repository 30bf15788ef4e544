"""What the paragraph above a table says that it is of, where no heading and no caption of it names a concept.

The lease receivables by industry are as follows; under it a table of industries, amounts and shares.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tagger.document import Document, Span
from tagger.links.candidates import Candidate
from tagger.links.half_named import core_of
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named
from tagger.readers.values import mentions_unit
from tagger.tables.cell_units import first_of_table
from tagger.tables.headings import Heading, HeadingReader
from tagger.words.cover import cover
from tagger.words.language import Language
from tagger.words.prose import Prose
from tagger.words.word import Meaning, Token, Word

_REACH = 4
"""How many captions and paragraphs above a table are read."""
_LONGEST = 600
_LEAST, _LEAST_ALONE = 2, 3
"""How many headings must name members of one axis; the second where only the axis tells what they are of."""


def introduced_by(
    document: Document,
    prose: Prose,
    reader: HeadingReader,
    first: int,
    rows: dict[Span, Heading],
    columns: Iterable[Heading],
    index: TaxonomyIndex,
) -> tuple[Token, ...]:
    """Return the concepts said above a table that may carry the axis of whose members its rows or its columns speak.

    They are those of the nearest paragraph of its section that names one, else of the section's heading, else all but
    rates that may carry the axis: which of them fits its figures may be one alone.
    first: a block of the table. rows: the headings of its rows; those that say less than a member's name get it.
    """
    axis, places = _axis_of(rows.values())
    if not axis:
        axis, places = _axis_of(columns)
    if not axis:
        return ()
    _name_alike(rows, axis, prose.text, index, reader.language)
    for terms in _terms_above(document, prose, reader, first_of_table(document, first)):
        found: dict[str, Token] = {}
        for token in terms:
            for concept in token.meanings.concepts:
                if index.permits(concept, frozenset((axis,))):
                    found.setdefault(concept, _named(concept, token.start, token.end))
        if found:
            return tuple(found.values())
    if len(places) < _LEAST_ALONE and not _are_beside_a_concept(rows.values(), axis):
        return ()
    names = index.named_parts
    carrying = (c for c in names.names if c not in names.rates and index.permits(c, frozenset((axis,))))
    return tuple(_named(concept, *places[0]) for concept in carrying)


def _are_beside_a_concept(rows: Iterable[Heading], axis: str) -> bool:
    """Return whether all rows are members of the axis but for some that are concepts: Pass, Special mention, Bad loans."""
    named = [{item.axis for item in row.named} for row in rows]
    return all(axis in axes or "" in axes for axes in named) and any(axis not in axes for axes in named)


def _named(concept: str, start: int, end: int) -> Token:
    return Token(start, end, Word((Meaning("concept", concept),)), is_term=True)


def _name_alike(
    rows: dict[Span, Heading], axis: str, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Give rows that say less than a member's name, among rows of its axis, that name: 損失, 其他, Scope 2 (market-based).

    Also those that say it in another order, which no Han name has: deposit service charges, of service charges on deposits.
    """
    taken = {member for row in rows.values() for t in row.tokens for _, member in t.meanings.members}
    for span, row in rows.items():
        inside = {member for t in row.tokens for _, member in t.meanings.members}
        apart = not row.names_member and bool(inside) and any(t.meanings.concepts for t in row.tokens)
        apart = apart and text[row.start : row.end].isascii()
        if row.has("total") or not (row.holes or apart) or (inside and not apart):
            continue
        said = _BRACKET.sub("", text[row.start : row.end]).strip(" :：")
        label = {item.target for item in index.labels.named(said) if item.axis == axis}
        pair = core_of(said, axis, index, language) if not label else None
        member = label.pop() if len(label) == 1 else pair[1] if pair else ""
        if member and (member in inside or member not in taken):
            taken.add(member)
            rows[span] = row.as_named((Named(member, axis),), supported=False)


_BRACKET = re.compile(r"\s*[(（][^)）]*[)）]\s*\Z")
"""What a row says more of its part, in brackets behind it: Scope 2 (market-based)."""


def priced(candidates: list[Candidate], *, introduced: bool) -> list[Candidate]:
    """Return candidates with what it costs that only the paragraph above the table names their concept, where it does."""
    for candidate in candidates if introduced else ():
        candidate.price += PRICE["introduced"]
    return candidates


def _axis_of(headings: Iterable[Heading]) -> tuple[str, list[tuple[int, int]]]:
    """Return the axis of which most headings name members, and where they do; "" where few do."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for heading in headings:
        for axis in {axis for token in heading.tokens for axis, _ in token.meanings.members}:
            places[axis].append((heading.start, heading.end))
    axis = max(places, key=lambda name: (len(places[name]), name), default="")
    return (axis, places[axis]) if axis and len(places[axis]) >= _LEAST else ("", [])


def _terms_above(
    document: Document, prose: Prose, reader: HeadingReader, first: int
) -> Iterator[Iterable[Token]]:
    """Yield the terms for concepts in each block above the table that begins with block `first`, up to its section's heading.

    A title of the table's own that names what no term does is of that, and not of what stands above it.
    """
    below = False
    for number in range(first - 1, max(first - 2 - _REACH, -1), -1):
        block = document.blocks[number]
        if block.cell is not None or block.kind not in ("caption", "paragraph", "heading"):
            return
        start, end = prose.lines[number]
        if block.kind == "caption" and _names_another(reader.read(start, end), document.text):
            return
        if block.kind != "caption" and end - start <= _LONGEST:
            yield (t for t in cover(reader.vocabulary, prose.text, start, end, []) if t.meanings.concepts)
        if block.kind == "heading" and below:
            return
        below |= block.kind == "paragraph"


def _names_another(title: Heading, text: str) -> bool:
    """Return whether a title names something that no term does: 墊款按產品劃分的情況. Lines of units name nothing."""
    for start, end in title.holes:
        begin, stop = text.rfind("\n", title.start, start) + 1, text.find("\n", end, title.end)
        line = text[max(begin, title.start) : stop if stop > 0 else title.end]
        if end - start >= _LEAST_NAME and not mentions_unit(line):
            return True
    return False


_LEAST_NAME = 2
