"""The text that a page shows, one block a line, while it is being read; and where each stretch of it stands.

White space is collapsed as a browser does. For every stretch the element and the offset in the element's own whole
text (hidden parts counted) are kept in arrays: a few bytes a stretch, however large the page.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from tagger.document import Block, BlockKind, Place
from tagger.readers.grids import width

_WORDS = re.compile("[^ \\t\\n\\r\\f\u200b\ufeff\u00ad]+(?: [^ \\t\\n\\r\\f\u200b\ufeff\u00ad]+)*")
_BLANK = " \t\n\r\f"
_EDGES = " \u00a0\u3000\u2002\u2003\u2009\u202f"


_BETWEEN_NUMBERS = "\u2002"
"""What a broken line is read as between two numbers of a cell: no blank that groups the digits of one."""
_CURRENCY = "$€£¥￥₹"
_SHORTEST = 3
"""How many letters a word has at least that stands right behind a number: 30th, 5bn are one."""


def parts_words(last: str, said: str, *, both: bool) -> bool:
    """Return whether a page shows two stretches of text apart, though no white space parts them: €9 billion|Total assets.

    Style sheets set the elements of a tile apart. last: what stands before; both: one element ends, another begins.
    """
    first = said[:1]
    if not (first and last) or first in _BLANK or last in _BLANK:
        return False
    if last.isdigit() or last in "%)":
        word = _LETTERS.match(said)
        return word is not None and len(word.group()) >= _SHORTEST
    if not (both and last.isascii() and last.isalpha()):
        return False
    return (first.isupper() and last.islower()) or first in _CURRENCY or first.isdecimal()


_LETTERS = re.compile("[A-Za-z]+")


@dataclass(slots=True)
class Elements:
    """The path of every element met, as its parent, its name and its number among siblings of that name."""

    names: list[str] = field(default_factory=list)
    numbers_of_names: dict[str, int] = field(default_factory=dict)
    parents: array[int] = field(default_factory=lambda: array("l"))
    name_of: array[int] = field(default_factory=lambda: array("l"))
    number_of: array[int] = field(default_factory=lambda: array("l"))

    def add(self, parent: int, name: str, number: int) -> int:
        """Return the number of a new element."""
        known = self.numbers_of_names.setdefault(name, len(self.names))
        if known == len(self.names):
            self.names.append(name)
        self.parents.append(parent)
        self.name_of.append(known)
        self.number_of.append(number)
        return len(self.parents) - 1

    def path(self, element: int) -> str:
        """Return the element's path in the way of XPath."""
        steps: list[str] = []
        while element >= 0:
            steps.append(f"{self.names[self.name_of[element]]}[{self.number_of[element]}]")
            element = self.parents[element]
        return "/" + "/".join(reversed(steps))


@dataclass(slots=True)
class PageText:
    """parts: the text so far. blocks: its blocks. starts, elements, offsets: where each stretch stands in the page."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    elements: array[int] = field(default_factory=lambda: array("q"))
    offsets: array[int] = field(default_factory=lambda: array("q"))
    line_ends: array[int] = field(
        default_factory=lambda: array("q")
    )  # of each block, the part that ends its line
    pending: list[tuple[str, int, int]] = field(default_factory=list)
    blank: bool = False
    broken: bool = False  # a line ends right before
    line_width: int = 0

    def put(self, said: str, element: int, offset: int) -> None:
        """Add text of an element to the block at hand, white space collapsed."""
        at = 0
        for words in _WORDS.finditer(said):
            gap = said[at : words.start()]
            self._space(gap)
            if self.blank and self.pending:
                apart = self.broken and words.group()[0].isdigit() and self.said().isdigit()
                blank = _BETWEEN_NUMBERS if apart else " "
                self.pending.append((blank, element, max(offset + words.start() - 1, 0)))
            self.blank = self.broken = False
            self.pending.append((words.group(), element, offset + words.start()))
            self.line_width += len(words.group())
            at = words.end()
        self._space(said[at:])

    def put_line(self, said: str, element: int, offset: int) -> None:
        """Add a line, or a part of one, of text that is shown as it is written."""
        bare = said.rstrip("\r\n")
        if bare:
            self.pending.append((bare, element, offset))
        if len(bare) < len(said):
            self.end_line()

    def end_line(self) -> None:
        """End a line of text that is shown as it is written: a block of its own, or a blank line."""
        pending, self.pending, self.blank, self.line_width = self.pending, [], False, 0
        line = "".join(text for text, _, _ in pending)
        begin = self.length
        for text, element, offset in pending:
            self.starts.append(self.length)
            self.elements.append(element)
            self.offsets.append(offset)
            self.parts.append(text)
            self.length += len(text)
        bare = line.strip()
        if bare:
            start = begin + len(line) - len(line.lstrip())
            self.blocks.append(Block("paragraph", start, start + len(bare)))
            self.line_ends.append(len(self.parts))
        self.parts.append("\n")
        self.length += 1

    def _space(self, gap: str) -> None:
        if any(character in _BLANK for character in gap):
            self.blank = True

    def said(self) -> str:
        """Return the last characters of the block at hand."""
        return self.pending[-1][0][-1:] if self.pending else ""

    def end_block(self, kind: BlockKind, level: int = 0, *, is_item: bool = False) -> int:
        """End the block at hand and put it on a line of its own; return its indentation, -1 where it is empty."""
        pending, self.pending, self.blank, self.line_width = self.pending, [], False, 0
        while pending and not pending[-1][0].rstrip(_EDGES):
            pending.pop()
        if not pending:
            return -1
        text, element, offset = pending[-1]
        pending[-1] = (text.rstrip(_EDGES), element, offset)
        indent, first = 0, 0
        while first < len(pending):
            text, element, offset = pending[first]
            bare = text.lstrip(_EDGES)
            indent += width(text[: len(text) - len(bare)])
            if bare:
                pending[first] = (bare, element, offset + len(text) - len(bare))
                break
            first += 1
        start = self.length
        for text, element, offset in pending[first:]:
            self.starts.append(self.length)
            self.elements.append(element)
            self.offsets.append(offset)
            self.parts.append(text)
            self.length += len(text)
        self.blocks.append(Block(kind, start, self.length, level, is_item=is_item))
        self.line_ends.append(len(self.parts))
        self.parts.append("\n")
        self.length += 1
        return indent

    def join_lines(self, blocks: list[int]) -> None:
        """Let the lines of these blocks go on in the next: they are parts of one cell."""
        for block in blocks:
            end = self.line_ends[block]
            digits = self.parts[end - 1][-1:].isdigit() and self.parts[end + 1][:1].isdigit()
            self.parts[end] = _BETWEEN_NUMBERS if digits else " "

    def place(self, at: int, elements: Elements) -> Place:
        """Return where the character at an offset of the text stands in the page."""
        index = max(bisect_right(self.starts, at) - 1, 0)
        return {
            "kind": "html",
            "path": elements.path(self.elements[index]),
            "offset": self.offsets[index] + at - self.starts[index],
        }
