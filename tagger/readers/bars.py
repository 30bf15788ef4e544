"""Bars that a page's table left in its text when it was made into lines, put away, character for character.

Converters write a cell a line with its bar behind it (1,024 |), before it (|1,024) or in a line of its own; and they break
the headings over a rule into lines (2024 | / 2023 | / ---|---|).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BAR = "|"
JOINED = "\x1f"
"""In place of a bar or a line's end that parted what one cell says: white space, which no text holds of itself."""
_RULED = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*\Z")
_MOST_LINES_OF_HEADS = 40
_MARK, _VALUE_END = re.compile(r"\s*\|\s*(?:%|[)]|[)]%|%[)])\s*\Z"), re.compile(r"[0-9)]\s*\Z")
"""A mark in a cell of its own behind a value, which it belongs to; and how that ends."""
_WHOLE = re.compile(r"\s*\|\s*(?:[$€£¥₹—–-]|[(]?[$€£¥₹]?\s?[0-9][0-9,.]*[)]?\s?%?|%|[)]|[)]%|%[)])\s*\Z")
"""A cell that holds nothing but a value or its mark."""


def without_bars(text: str) -> str:
    """Return the text with the bars that part no cells of its lines as blanks; the result has the same length.

    `JOINED` stands where one parted what a cell says.
    """
    if _BAR not in text:
        return text
    lines = text.split("\n")
    ends = ["\n"] * (len(lines) - 1) + [""]
    bars = [line.count(_BAR) for line in lines]
    for number in _lines_of_heads(lines):
        ends[number] = " " if bars[number + 1] == 1 else ends[number]
        bars[number] = 2
    for number in _inside_cells(lines, bars):
        ends[number] = JOINED
    for number, (line, below) in enumerate(pairwise(lines)):
        if bars[number] == bars[number + 1] == 1 and line.strip() == below.strip() == _BAR:
            ends[number] = " "  # empty cells set nothing apart
    kept: list[str] = []
    for at, line in enumerate(lines):
        if bars[at] == 1:
            alone = not (at and bars[at - 1] > 1) and not (at + 1 < len(bars) and bars[at + 1] > 1)
            behind = alone and at and _MARK.match(line) and _VALUE_END.search(lines[at - 1])
            kept.append(line.replace(_BAR, " ") if behind else _without_edge(line) if alone else line)
        else:
            kept.append(line)
    return "".join(said + end for said, end in zip(kept, ends, strict=True))


def _inside_cells(lines: list[str], bars: list[int]) -> Iterator[int]:
    """Yield the lines that another line of their cell follows: |September / 30 / 2013 / |, with bars before cells alone."""
    marked = [count == 1 and line.strip()[:1] == _BAR for line, count in zip(lines, bars, strict=True)]
    at = 0
    while at < len(lines):
        if not marked[at]:
            at += 1
            continue
        last = at + 1
        while (
            last < len(lines)
            and not marked[last]
            and 0 < len(lines[last].strip()) < _SHORT
            and not bars[last]
        ):
            last += 1
        alone = lines[at].strip() == _BAR
        if not alone and _WHOLE.match(lines[at]):
            last = at + 1  # a value, or its mark: what follows is a cell without its bar
        if last < len(lines) and marked[last] and last - at <= _MOST_LINES_OF_CELL:
            yield from range(at + alone, last - 1)
        at = last


_SHORT, _MOST_LINES_OF_CELL = 48, 6


def _without_edge(line: str) -> str:
    """Return a line with its one bar as a blank where nothing stands before it, or nothing behind it."""
    said = line.strip()
    if said == _BAR:
        return " " * len(line)
    return line.replace(_BAR, "\n") if said[0] == _BAR or said[-1] == _BAR else line


def _lines_of_heads(lines: list[str]) -> Iterator[int]:
    """Yield the lines of headings right over a rule, a cell each, which are one: 2024 | / 2023 | / ---|---|."""
    for at, line in enumerate(lines):
        if _BAR not in line or not _RULED.match(line):
            continue
        cells = len(re.findall("-{2,}", line))
        first, found = at, 0
        while found < cells and first > max(0, at - _MOST_LINES_OF_HEADS):
            above = lines[first - 1].strip()
            if not above or above.count(_BAR) > 1 or (above[-1] != _BAR and (first == at or _BAR in above)):
                break
            first -= 1
            found += above[-1] == _BAR
        if found == cells:
            yield from range(first, at)
