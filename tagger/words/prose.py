"""The text of a document as one reads it: line and page breaks inside a paragraph closed, one block a line.

`Prose.text` is folded for matching; every offset in it maps back to the document's text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from tagger.document import Document
from tagger.words.folding import fold

_HAN_FIRST = "\u2e80"
_FULL_WIDTH_MARK = re.compile(r"(?<=[０-９])(?:，(?=[０-９]{3}(?![０-９]))|．(?=[０-９]))")
"""Marks inside a number of full-width digits, which elsewhere end a clause."""
_FULL_WIDTH_DIGIT = re.compile("[０-９]")


@dataclass(frozen=True, slots=True)
class Prose:
    """text: folded and joined; printed: the same, not folded. lines: (start, end) of each block, in their order.

    starts, origins: where each unbroken stretch begins here and in the document's text.
    """

    text: str
    printed: str
    lines: tuple[tuple[int, int], ...]
    starts: array[int]
    origins: array[int]

    def origin(self, offset: int) -> int:
        """Return where the character at the offset stands in the document's text."""
        index = bisect_right(self.starts, offset) - 1
        return self.origins[index] + offset - self.starts[index]

    def origin_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stretch stands in the document's text."""
        starts, origins = self.starts, self.origins
        at = bisect_right(starts, start) - 1
        first = origins[at] + start - starts[at]
        if end <= start:
            return first, first
        last = bisect_right(starts, end - 1, at) - 1
        return first, first + end - start if last == at else origins[last] + end - starts[last]


def prose_of(document: Document) -> Prose:
    """Join the blocks of a document."""
    text = document.text
    parts: list[str] = []
    lines: list[tuple[int, int]] = []
    starts, origins = array("q"), array("q")
    length = 0

    def put(part: str, origin: int) -> None:
        nonlocal length
        starts.append(length)
        origins.append(origin)
        parts.append(part)
        length += len(part)

    for block in document.blocks:
        begin, at = length, block.start
        for start, end in block.breaks:
            put(text[at:start], at)
            if text[start - 1] < _HAN_FIRST and _blank_between(
                text[max(0, start - 24) : start], text[end : end + 24]
            ):
                put(" ", start)
            at = end
        put(text[at : block.end], at)
        lines.append((begin, length))
        put("\n", block.end)
    joined = "".join(parts)
    if _FULL_WIDTH_DIGIT.search(joined):
        joined = _FULL_WIDTH_MARK.sub(lambda found: "," if found.group() == "，" else ".", joined)
    if not starts:
        put("", 0)
    return Prose(fold(joined), joined, tuple(lines), starts, origins)


def _blank_between(before: str, after: str) -> bool:
    """Return whether a broken line stands for a blank: between two words that are not Han, as the end of the first is.

    Digits that a line broke in Han prose are one number (8,/934億元).
    """
    if after[:1] >= _HAN_FIRST or before[-1] in "-/":
        return False
    digits = after[:1].isdigit() and (before[-1].isdigit() or before[-1] in ",.")
    return not (digits and any(character >= _HAN_FIRST for character in before + after))
