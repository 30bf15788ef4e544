"""Names a figure by its sentence, so that a person's word about it still finds it in the next draft.

Offsets move with every edit above them; the sentence that a figure stands in does not. Line breaks and blanks
mean nothing here, since a new draft is wrapped anew. A table's cell has no sentence: its headings and its own
text stand for one. Where a sentence with its figure stands more than once, an occurrence tells which.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tagger.document import Block, Document
from tagger.ledger import Row

REACH = 150
"""How many characters, blanks apart, a sentence is told to each side of its figure: a chart has no end."""

_BLANK = r"\s\x00-\x1f\x7f-\x9f\u200b-\u200f\ufeff\ufffe\uffff\ud800-\udfff"
_BLANKS = re.compile(rf"[{_BLANK}]+")
_WITHIN_REACH = re.compile(rf"(?:[{_BLANK}]*[^{_BLANK}]){{0,{REACH}}}")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\ufeff\ufffe\uffff\ud800-\udfff]+")
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
_BROKEN_LINE = re.compile(rf"(?<={_WIDE})[^\S\n]*\n\s*|[^\S\n]*\n\s*(?={_WIDE})")
_END = re.compile(r"[。！？；!?;]+[」』”’）)\]\"]*|\.[”’)\]\"]*(?=\s+[^\W\da-z_])|\n[^\S\n]*\n\s*")
_JOINT = " | "


@dataclass(frozen=True, slots=True)
class FigureName:
    """How a person's decision names a figure.

    occurrence, of: which of the figures of this text in sentences of this text it is, and how many there are.
    """

    sentence: str
    figure: str
    occurrence: int = 1
    of: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """Return what is compared: sentence and figure without blanks."""
        return without_blanks(self.sentence), without_blanks(self.figure)


def without_blanks(text: str) -> str:
    """Return the text without white space and characters that nobody sees."""
    if text.isprintable():  # no white space but the plain blank, and nothing unseen: the usual, quicker
        return text.replace(" ", "")
    return _BLANKS.sub("", text)


def on_one_line(text: str) -> str:
    """Return the text on one line: broken lines closed, blanks single, no control characters."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_BROKEN_LINE.sub("", _CONTROLS.sub("", text).strip()).split())


def name_figures(document: Document, rows: Sequence[Row]) -> tuple[FigureName, ...]:
    """Return the name of each row's figure, in the order of the rows (which is reading order)."""
    told = []
    keys = []
    last: tuple[_Stretch, str, str] | None = None
    for row, found in _found(document, rows):
        if last is None or last[0] is not found or found.end - found.start > 2 * REACH:
            sentence = _sentence(document.text, found, row)
            last = found, sentence, without_blanks(sentence)
        figure = on_one_line(row.text)
        told.append((last[1], figure))
        keys.append((last[2], without_blanks(figure)))
    counts: dict[tuple[str, str], int] = defaultdict(int)
    occurrences = []
    for key in keys:
        counts[key] += 1
        occurrences.append(counts[key])
    return tuple(
        FigureName(*name, occurrence, counts[key])
        for name, key, occurrence in zip(told, keys, occurrences, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence's offsets, and what stands for its beginning where it is a table's cell."""

    start: int
    end: int
    headings: str = ""


def _found(document: Document, rows: Sequence[Row]) -> Iterator[tuple[Row, _Stretch]]:
    """Yield each row with its sentence; the sentences of a block are looked for once."""
    blocks = list(_apart(document.blocks))
    starts = [block.start for block in blocks]
    known = -1
    sentences: list[_Stretch] = []
    for row in rows:
        at = max(bisect_right(starts, row.start) - 1, 0)
        if not blocks:
            sentences = sentences or list(
                _sentences(document.text, Block("paragraph", 0, len(document.text)))
            )
        elif at != known:
            known, sentences = at, list(_sentences(document.text, blocks[at]))
        index = bisect_right(sentences, row.start, key=lambda stretch: stretch.start) - 1
        yield row, sentences[max(index, 0)]


def _apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks by their start, but for the heads of pages inside a paragraph."""
    end = 0
    for block in sorted(blocks, key=lambda block: block.start):
        if block.start >= end:
            yield block
            end = block.end


def _sentences(text: str, block: Block) -> Iterator[_Stretch]:
    if block.cell is not None:
        cell = block.cell
        spans = [*reversed(cell.above), *reversed(cell.row_headings), *reversed(cell.column_headings)]
        headings = _JOINT.join(on_one_line(text[start:end]) for start, end in spans)
        yield _Stretch(block.start, block.end, headings)
        return
    start = block.start
    for mark in _END.finditer(text, block.start, block.end):
        yield _Stretch(start, mark.end())
        start = mark.end()
    if start < block.end or start == block.start:
        yield _Stretch(start, block.end)


def _sentence(text: str, found: _Stretch, row: Row) -> str:
    """Return the sentence as a person reads it, a very long one within reach of the figure alone."""
    start, end = min(found.start, row.start), max(found.end, row.end)
    if end - start > 2 * REACH:
        start = row.start - _reach(text[max(start, row.start - 4 * REACH) : row.start][::-1])
        end = row.end + _reach(text[row.end : min(end, row.end + 4 * REACH)])
    printed = on_one_line(text[start:end])
    return f"{found.headings}{_JOINT}{printed}" if found.headings else printed


def _reach(text: str) -> int:
    """Return how much of the text holds the characters within reach, blanks not counted."""
    found = _WITHIN_REACH.match(text)
    return found.end() if found else 0
