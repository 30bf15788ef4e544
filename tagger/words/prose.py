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
_LOST = "\ufffd"
_LOST_MARK = re.compile(rf"(?<= )({_LOST})(?= )|(?<=\w){_LOST}(?=s\b)|(?<=s){_LOST}(?= )")
"""Dashes and apostrophes that an older encoding lost: grew � by 5%, the bank�s loans."""


@dataclass(frozen=True, slots=True)
class Prose:
    """text: folded and joined; printed: the same, not folded. lines: (start, end) of each block, in their order.

    starts, shifts: where each unbroken stretch begins, and how far behind that it stands in the document's text.
    """

    text: str
    printed: str
    lines: tuple[tuple[int, int], ...]
    starts: array[int]
    shifts: array[int]

    def origin(self, offset: int) -> int:
        """Return where the character at the offset stands in the document's text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def origin_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stretch stands in the document's text."""
        starts, shifts = self.starts, self.shifts
        at = bisect_right(starts, start) - 1
        first = start + shifts[at]
        if end <= start:
            return first, first
        return first, end + shifts[bisect_right(starts, end - 1, at) - 1]


def prose_of(document: Document) -> Prose:
    """Join the blocks of a document."""
    text = document.text
    parts: list[str] = []
    lines: list[tuple[int, int]] = []
    starts, shifts = array("q"), array("q")
    length = 0
    for block in document.blocks:
        begin, at = length, block.start
        for start, end in block.breaks:
            starts.append(length)
            shifts.append(at - length)
            parts.append(text[at:start])
            length += start - at
            if end == block.aside:
                parts.append(" (")
                length += 2
            elif text[start - 1] < _HAN_FIRST and _blank_between(
                text[max(0, start - 24) : start], text[end : end + 24]
            ):
                parts.append(" ")
                length += 1
            at = end
        starts.append(length)
        shifts.append(at - length)
        parts += text[at : block.end], "\n"
        length += block.end - at
        if block.aside >= 0:
            parts.insert(-1, ")")
            length += 1
        lines.append((begin, length))
        length += 1
    joined = "".join(parts)
    if _LOST in joined:
        joined = _LOST_MARK.sub(lambda found: "—" if found.group(1) else "’", joined)
    if not starts:
        starts.append(0)
        shifts.append(0)
    return Prose(_with_wide_marks(fold(joined), document, lines), joined, tuple(lines), starts, shifts)


def _with_wide_marks(text: str, document: Document, lines: list[tuple[int, int]]) -> str:
    """Return a folded text with the narrow commas that part clauses of Han prose as wide ones: 收入上升,達5億元."""
    if _HAN.search(text) is None or _NARROW_MARK.search(text) is None:
        return text
    parts: list[str] = []
    at = 0
    for (start, end), block in zip(lines, document.blocks, strict=True):
        if block.kind == "paragraph":
            parts += text[at:start], _NARROW_MARK.sub(_wide, text[start:end])
            at = end
    parts.append(text[at:])
    return "".join(parts)


_HAN = re.compile("[\u4e00-\u9fff]")
_NARROW_MARK = re.compile(r"[,;](?:(?<=[\u4e00-\u9fff].)|(?<=[0-9%)）」].)(?=[\u4e00-\u9fff]))")
"""What stands before a mark is looked at behind it: at most places there is none."""


def _wide(found: re.Match[str]) -> str:
    return "，" if found.group() == "," else "；"


def _blank_between(before: str, after: str) -> bool:
    """Return whether a broken line stands for a blank: between two words that are not Han, as the end of the first is.

    Digits that a line broke in Han prose are one number (8,/934億元), and a mark behind a number ends it (14.1/%).
    """
    if after[:1] >= _HAN_FIRST or before[-1] in "-/" or after[:1] in ")%":
        return False
    digits = after[:1].isdigit() and (before[-1].isdigit() or before[-1] in ",.")
    if digits and before[-1] == "." and _CUT_AMOUNT.search(before):
        return False
    return not (digits and any(character >= _HAN_FIRST for character in before + after))


_CUT_AMOUNT = re.compile(r"[$€£¥]\d[\d,]*\.\Z")
"""An amount of money whose decimals stand in the next line: no sentence begins with a digit there."""
