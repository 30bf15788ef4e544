"""Marks of Markdown and HTML within a cell, which are read across: **75** is 75, Year ended<br>June 30 a head of two lines."""

from __future__ import annotations

import re

from tagger.document import Span

# \x1f stands for a bar or a line's end that parts nothing (`tagger.readers.bars`)
_TAG = re.compile(
    r"\s*(?:<br\s*/?>|\x1f)\s*|</?(?:b|i|u|em|strong|sup|sub|span|small)\s*>|&nbsp;|(?<=&)amp;", re.IGNORECASE
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])(.*?[^\s*_])\1(?![\w*])")
"""As CommonMark has it (section 6.2), but that it stands at the ends of words: a_b and 1,820* are as they are printed."""


def across_markup(text: str, start: int) -> tuple[int, int, tuple[Span, ...]]:
    """Return where a cell's own text begins and ends, and the spans within that are markup; start: where the text stands."""
    if not any(mark in text for mark in "<*_&\x1f"):
        return start, start + len(text), ()
    spans = [found.span() for found in _TAG.finditer(text)]
    for found in _EMPHASIS.finditer(text):
        spans += [found.span(1), (found.end(2), found.end())]
    first, last = 0, len(text)
    within: list[Span] = []
    for begin, end in sorted(spans):
        if begin <= first:
            first = max(first, end)
        elif within and begin <= within[-1][1]:
            within[-1] = (within[-1][0], max(end, within[-1][1]))
        else:
            within.append((begin, end))
    while within and within[-1][1] >= last:
        last = within.pop()[0]
    if first >= last:
        return start, start + len(text), ()
    return start + first, start + last, tuple((start + begin, start + end) for begin, end in within)
