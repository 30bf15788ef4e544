"""The document's text as HTML: its blocks in order, every figure in them a link to itself.

The text content of each block's element is exactly the block's slice of the text (a break inside a paragraph
is kept, but hidden), so that the script can find any offset again by counting code points from `data-s`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tagger.document import Block, Document

if TYPE_CHECKING:
    from exports.page.coverage import Mark
    from tagger.ledger import Row

_TAGS = {"paragraph": "p", "caption": "p", "chart": "div", "cell": "td", "page": "p"}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that the text is marked with, in reading order, and the digits outside all of them."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    marks: dict[str, Mark]
    strays: tuple[tuple[int, int], ...]


def render_text(
    document: Document, rows: Sequence[Row], marks: dict[str, Mark], strays: tuple[tuple[int, int], ...]
) -> str:
    """Return the HTML of the whole text."""
    ordered = tuple(sorted(rows, key=lambda row: (row.start, row.end)))
    figures = Figures(ordered, tuple(row.start for row in ordered), marks, strays)
    parts: list[str] = []
    last_cell: int | None = None
    for block in _cover(document):
        inside = _inline(document.text, block, figures)
        if block.kind == "cell":
            parts.append(_cell_opening(document.text, last_cell, block.start))
            last_cell = block.end
        elif last_cell is not None:
            parts.append("</tr></table></div>\n")
            last_cell = None
        tag = _tag(block)
        parts.append(f'<{tag} class="k {block.kind}" data-s="{block.start}">{inside}</{tag}>\n')
    if last_cell is not None:
        parts.append("</tr></table></div>\n")
    return "".join(parts)


def escape_text(text: str) -> str:
    """Escape text so that a parser gives back the same number of code points."""
    return escape(text).replace("\r", "&#13;").replace("\0", "�")


def needs_space(before: str, after: str) -> bool:
    """Return whether two lines that a break parted are joined with a space: not beside a wide character."""
    return not any(unicodedata.east_asian_width(character) in "WF" for character in before + after)


def one_line(text: str) -> str:
    """Return the text on one line: white space becomes a space, or nothing beside wide characters."""
    words = text.split()
    line = "".join(words[:1])
    for word in words[1:]:
        line += f" {word}" if needs_space(line[-1:], word[:1]) else word
    lead = " " if text[:1].isspace() and words and needs_space("", line[:1]) else ""
    trail = " " if text[-1:].isspace() and words and needs_space(line[-1:], "") else ""
    return lead + line + trail


def _tag(block: Block) -> str:
    return f"h{min(max(block.level, 1) + 2, 6)}" if block.kind == "heading" else _TAGS[block.kind]


def _cell_opening(text: str, last_cell: int | None, start: int) -> str:
    """Return what opens a table, a row, or nothing. Cells of one line of the text are one row."""
    if last_cell is None:
        return '<div class="sheet"><table><tr>'
    return "</tr><tr>" if "\n" in text[last_cell:start] else ""


def _cover(document: Document) -> Iterator[Block]:
    """Yield the blocks without overlap, and a paragraph for whatever visible text lies between them."""
    position = 0
    for block in sorted(document.blocks, key=lambda block: (block.start, block.end)):
        if document.text[position : block.start].strip():
            yield Block("paragraph", position, block.start)
        start = max(position, block.start)
        if start < block.end:
            yield Block(block.kind, start, block.end, block.level, block.breaks)
            position = block.end
    if document.text[position:].strip():
        yield Block("paragraph", position, len(document.text))


def _inline(text: str, block: Block, figures: Figures) -> str:
    parts: list[str] = []
    position = block.start
    first = max(bisect_left(figures.starts, block.start) - 1, 0)
    for row in figures.rows[first : bisect_left(figures.starts, block.end)]:
        start, end = max(row.start, position), min(row.end, block.end)
        if start >= end:
            continue
        parts.append(_plain(text, position, start, block, figures))
        mark = figures.marks[row.id]
        name = escape(row.id)
        anchor = f' id="{name}"' if start == row.start else ""
        parts.append(
            f'<a class="f {mark}"{anchor} href="#{name}" tabindex="-1" aria-describedby="is-{mark}">'
            f"{_plain(text, start, end, block, figures)}</a>"
        )
        position = end
    parts.append(_plain(text, position, block.end, block, figures))
    return "".join(parts)


def _plain(text: str, start: int, end: int, block: Block, figures: Figures) -> str:
    """Return a stretch of text with its breaks hidden and its stray digits marked."""
    cuts = [(first, last, '<span class="b">') for first, last in _joined_breaks(text, start, end, block)]
    low = bisect_right(figures.strays, (start, start))
    for first, last in figures.strays[low - 1 if low else 0 :]:
        if first >= end:
            break
        if last > start:
            cuts.append((max(first, start), min(last, end), '<span class="stray">'))
    parts: list[str] = []
    for first, last, opening in sorted(cuts):
        parts.append(escape_text(text[start:first]))
        parts.append(f"{opening}{escape_text(text[first:last])}</span>")
        start = last
    parts.append(escape_text(text[start:end]))
    return "".join(parts)


def _joined_breaks(text: str, start: int, end: int, block: Block) -> Iterator[tuple[int, int]]:
    low = bisect_left(block.breaks, (start, start))
    for first, last in block.breaks[low:]:
        if first >= end:
            return
        shown = text[first:last].strip()  # the head of a page that a paragraph goes on over
        if last <= end and not shown and not needs_space(text[first - 1 : first], text[last : last + 1]):
            yield first, last
