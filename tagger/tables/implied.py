"""Members said over a table whose parts say them in their own names: Personal loans, over Personal consumption loans.

A taxonomy has such a part by its product alone: that it is the personal customers' its name says, and where the names
of most rows do, all of them are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tagger.document import Document, Span
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.headings import Heading
from tagger.words.word import Token, Word

_HALF = 2


def implied_in(
    document: Document,
    cells: range,
    heading: Callable[[Span], Heading],
    titles: Iterable[Heading],
    index: TaxonomyIndex,
) -> frozenset[str]:
    """Return the members that a title, or a section of rows, names and the names of at least half of its parts hold.

    cells: the numbers of the table's blocks.
    """
    under: dict[Span, set[Span]] = {}
    rows: set[Span] = set()
    for block in document.blocks[cells.start : cells.stop]:
        if block.cell is None or block.cell.heading:
            continue
        rows.update(block.cell.row_headings)
        for over in block.cell.above:
            under.setdefault(over, set()).update(block.cell.row_headings)
    found = [_implied(map(heading, rows), title, index) for title in titles]
    found.extend(_implied(map(heading, spans), heading(over), index) for over, spans in under.items())
    return frozenset(member for members in found for member in members)


def _implied(rows: Iterable[Heading], over: Heading, index: TaxonomyIndex) -> set[str]:
    said = {member for _, member in _members(over.tokens)}
    parts = {member for heading in rows for _, member in _members(heading.tokens)} - said if said else set()
    return {
        member
        for member in said
        if parts and sum(_holds(part, member, index) for part in parts) * _HALF >= len(parts)
    }


def _members(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    return (pair for token in tokens for pair in token.meanings.members)


def _holds(part: str, member: str, index: TaxonomyIndex) -> bool:
    """Return whether one of a member's names stands in one of another's, as words of it where blanks part these."""
    called = index.named_parts.members
    others = [f" {name} " for name in called.get(part, ())]
    for name in called.get(member, ()):
        said = f" {name} " if name.isascii() else name
        if len(name) > 1 and any(said in other for other in others):
            return True
    return False


def without_implied(
    tokens: Iterable[Token],
    own: list[Token],
    implied: frozenset[str],
    concepts: Iterable[str],
    index: TaxonomyIndex,
) -> Iterator[Token]:
    """Yield a farther heading's words without members that the row's own members imply, where concepts may have these.

    own: the words nearer to the cell. implied: what most rows of the table say. concepts: those that the cell may be of.
    """
    members = set(_members(own))
    axes = frozenset(axis for axis, _ in members)
    fits = bool(axes) and any(index.permits(concept, axes) for concept in concepts)
    for token in tokens:
        kept = [
            m
            for m in token.meanings
            if not fits
            or m.kind != "member"
            or m.axis in axes
            or not (m.target in implied or any(_holds(member, m.target, index) for _, member in members))
        ]
        if len(kept) == len(token.meanings):
            yield token
        elif kept or token.nested:
            yield Token(token.start, token.end, Word(kept), is_term=True, nested=token.nested)
