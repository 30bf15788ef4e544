"""Values that nothing names, and names without values: rows and columns without headings, sections of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tagger.document import Block, Cell, Document, Span
from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import WholeLabels
from tagger.readers.values import is_value
from tagger.tables.cell_words import Row
from tagger.tables.headings import Heading
from tagger.words.prose import Prose

_ANOTHER_SIDE = (
    "ambiguous",
    "it is called like a balance of the other side than the one that its row is a part of",
)
_DEEPEST = 40
_NAMELESS = ("ambiguous", "nothing says what its row or its column stands for")


def nameless(document: Document, prose: Prose, number: int, *, among_names: bool) -> tuple[str, str] | None:
    """Return why the cell that is block `number` cannot be told from others, None where its headings tell it.

    among_names: other rows of the table have names.
    """
    cell = document.blocks[number].cell
    if cell is None:
        return None
    if not cell.row_headings:
        return _NAMELESS if among_names else None
    if cell.column_headings:
        return None
    rate = "%" in _printed(prose, number)
    others = _beside(document.blocks, prose, cell, number)
    return _NAMELESS if any(rate or "%" not in _printed(prose, other) for other in others) else None


def as_section(
    heading: Heading,
    span: Span,
    inner: Sequence[Span],
    document: Document,
    starts: list[int],
    labels: WholeLabels,
) -> Heading:
    """Return the heading of a row above, told as a section's where it has no values and names something.

    Of a member that the presentation shows, the presentation says where it may stand; of a concept the text shows that
    a row is a part, which stands farther in. inner: the row's headings. starts: of the blocks.
    """
    shown = heading.names_member and any(item.target in labels.places for item in heading.named)
    if not heading.named or shown:
        return heading
    at = max(bisect_right(starts, span[0]) - 1, 0)
    rows = [(block.cell.table, block.cell.row) for block in document.blocks[at : at + 2] if block.cell]
    if len(rows) > 1 and rows[0] == rows[1]:
        return heading
    if heading.names_member:
        if not heading.has_term:  # a label none of whose words is a term
            names = tuple(sorted(heading.named, key=lambda item: (item.target, item.axis)))
            heading = heading.as_named(names, supported=False)
        return replace(heading, is_section=True)
    farther = bool(inner) and _blanks_before(document.text, inner[0][0]) > _blanks_before(
        document.text, span[0]
    )
    return replace(heading, stands_alone=farther)


def _blanks_before(text: str, at: int) -> int:
    before = text[max(0, at - _DEEPEST) : at]
    return len(before) - len(before.rstrip(" \u3000"))


def on_another_side(item: Decided, row: Row, mark: str, index: TaxonomyIndex) -> tuple[str, str] | None:
    """Return why a row printed bare is not what it is called: a credit indented under a debit, Deposits under Due from banks.

    mark: of a negative before its number.
    """
    best = item.best
    if best is None or best.kind != "level" or mark:
        return None
    concepts = index.taxonomy.concept_by_qname
    own = concepts[best.base_concept]
    if own.period_type != "instant" or own.balance is None or best.base_concept in index.labels.deducted:
        return None
    if any(heading.is_deducted for heading in row.rows):
        return None
    for heading in row.above:
        named = (
            [concepts[item.target] for item in heading.named if not item.axis] if heading.stands_alone else []
        )
        if named and all(c.period_type == "instant" and c.balance not in (None, own.balance) for c in named):
            return _ANOTHER_SIDE
    return None


def _printed(prose: Prose, number: int) -> str:
    start, end = prose.lines[number]
    return prose.text[start:end]


def _beside(blocks: tuple[Block, ...], prose: Prose, cell: Cell, number: int) -> Iterator[int]:
    """Yield the numbers of the other values in the row of a cell that have no column headings either."""
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(blocks) and (other := blocks[at].cell) is not None:
            if (other.table, other.row) != (cell.table, cell.row):
                break
            if not other.heading and not other.column_headings and is_value(_printed(prose, at)):
                yield at
            at += step
