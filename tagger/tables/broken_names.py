"""Names of rows that a page breaks, told by the taxonomy: a line without values and the name below it are one label.

扣除非经常性损益后归属于本行股 over 东的净利润 looks like a section over a row; that both together are what the taxonomy
calls something, and the lower alone is nothing, says what they are; so does a word that is broken between them (股东).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from tagger.document import Block, Cell, Document, Span
from tagger.links.whole_labels import WholeLabels, plain
from tagger.tables.cell_units import first_of_table
from tagger.words.prose import Prose, prose_of

_MOST_LINES = 3
"""How many lines of a name may stand above that beside the values."""
_LONGEST = 160
_HAN_FIRST = "\u2e80"
_SHORTEST = 9
_NEARLY = 0.85
"""How long a line must be that a page breaks, beside the longest name of the table."""
_MOST_PAIRS = 400


def with_broken_names(document: Document, prose: Prose, labels: WholeLabels) -> tuple[Document, Prose]:
    """Return a document, and its prose, with the names of rows put together of which the taxonomy calls something.

    The same where there is nothing to put together.
    """
    found = dict(_broken(document, labels))
    if not found:
        return document, prose
    blocks: list[Block] = []
    whole: dict[Span, Span] = {}
    gone: set[Span] = set()
    for number, block in enumerate(document.blocks):
        lines = found.get(number)
        if lines is not None:
            parts = document.blocks[number - lines : number + 1]
            del blocks[len(blocks) - lines :]
            gone.update((part.start, part.end) for part in parts[:-1])
            joined = _joined(parts)
            whole[block.start, block.end] = joined.start, joined.end
            block = joined  # noqa: PLW2901
        blocks.append(_renamed(block, whole, gone))
    whole_document = replace(document, blocks=tuple(blocks))
    return whole_document, prose_of(whole_document)


def _broken(document: Document, labels: WholeLabels) -> Iterator[tuple[int, int]]:
    """Yield the names of rows that go on from lines above them: the number of the block, and of how many lines."""
    alone: list[int] = []
    names = _Names(document, labels)
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if block.cell is None or not block.cell.heading or not _is_name(document, number, block.cell):
            continue
        following = _behind(blocks, number, block.cell)
        if alone and not _is_right_below(document, blocks[alone[-1]], block):
            alone = []
        if following is None:
            alone = [*alone[1 - _MOST_LINES :], number]
        elif alone and not following.heading:
            lines = names.lines_above([*alone, number])
            if lines:
                yield number, lines
            alone = []


def _is_name(document: Document, number: int, cell: Cell) -> bool:
    """Return whether a heading is the name of its row: it stands in the first column, or in the second behind a code."""
    if cell.column > _LAST_OF_NAMES:
        return False
    before = document.blocks[number - 1].cell if number else None
    beside = before is not None and (before.table, before.row) == (cell.table, cell.row)
    if cell.column == 1 or not beside:
        block = document.blocks[number]
        return not document.text[block.start : block.end].isdecimal()
    code = document.blocks[number - 1]
    return document.text[code.start : code.end].isdecimal()


_LAST_OF_NAMES = 2


def _behind(blocks: tuple[Block, ...], number: int, cell: Cell) -> Cell | None:
    """Return the next cell of a row, the one behind the numbers of its notes if it has one; None where there is no other."""
    found: Cell | None = None
    for block in blocks[number + 1 : number + 3]:
        if block.cell is None or (block.cell.table, block.cell.row) != (cell.table, cell.row):
            break
        found = block.cell
        if not found.heading:
            break
    return found


def _is_right_below(document: Document, above: Block, block: Block) -> bool:
    """Return whether a cell is the next block of the same table, in the next line."""
    if above.cell is None or block.cell is None or above.cell.table != block.cell.table:
        return False
    between = document.text[above.end : block.start]
    return between.isspace() and between.count("\n") == 1


@dataclass(slots=True)
class _Names:
    """What lines say together. pairs: whether two characters stand side by side in some label, as far as it was asked."""

    document: Document
    labels: WholeLabels
    pairs: dict[str, bool] = field(default_factory=dict)
    widest: dict[int, int] = field(default_factory=dict)

    def lines_above(self, numbers: list[int]) -> int:
        """Return how many lines above the last of some names are the beginning of it, 0 where it is no more than it says.

        Both are a label; or the line above is as long as names get here, and a word that labels hold is broken between.
        """
        said = [plain(self._text(at)) for at in numbers]
        if said[-1] in self.labels.by_label:
            return 0
        for lines in range(1, len(said)):
            if "".join(said[-1 - lines :]) in self.labels.by_label:
                return lines
        return int(self._breaks_word(numbers[-2], numbers[-1]))

    def _text(self, number: int) -> str:
        block = self.document.blocks[number]
        return self.document.text[block.start : block.end][:_LONGEST]

    def _breaks_word(self, above: int, number: int) -> bool:
        one, other = self._text(above), self._text(number)
        pair = one[-1] + other[0]
        if (
            min(pair) < _HAN_FIRST
            or not pair.isalpha()
            or len(one) < max(_SHORTEST, self._widest(number) * _NEARLY)
        ):
            return False
        if pair not in self.pairs and len(self.pairs) < _MOST_PAIRS:
            self.pairs[pair] = any(pair in label for label in self.labels.by_label)
        return self.pairs.get(pair, False)

    def _widest(self, number: int) -> int:
        """Return the length of the longest name in the table of a block."""
        cell = self.document.blocks[number].cell
        if cell is None:
            return 0
        if cell.table not in self.widest:
            self.widest = {cell.table: max(map(len, self._names_beside(number, cell.table)))}
        return self.widest[cell.table]

    def _names_beside(self, number: int, table: int) -> Iterator[str]:
        first = first_of_table(self.document, number)
        for block in islice(self.document.blocks, first, None):
            if block.cell is None or block.cell.table != table:
                return
            if block.cell.heading and block.cell.column <= _LAST_OF_NAMES and not block.breaks:
                yield self.document.text[block.start : block.end][:_LONGEST]


def _joined(parts: tuple[Block, ...]) -> Block:
    breaks = list(parts[0].breaks)
    for one, other in pairwise(parts):
        breaks.extend(((one.end, other.start), *other.breaks))
    return replace(parts[-1], start=parts[0].start, breaks=tuple(breaks))


def _renamed(block: Block, whole: dict[Span, Span], gone: set[Span]) -> Block:
    """Return a block with the names of its row put together, and no line of such a name above it."""
    cell = block.cell
    if cell is None or not (gone.intersection(cell.above) or whole.keys() & cell.row_headings):
        return block
    row = tuple(whole.get(span, span) for span in cell.row_headings)
    above = tuple(whole.get(span, span) for span in cell.above if span not in gone)
    return replace(block, cell=replace(cell, row_headings=row, above=above))
