"""Finds the lines of a table of contents: with dots up to a page's number, or below each other with it in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tagger.readers.text_lines import TextLine

_LEADER = re.compile(r"(?:[.．·…‥]\s?){4,}\s*(?:[0-9]{1,4}|[ivxIVX]{1,6})\Z")
"""Overview ........ 24"""
_IN_CONTENTS = re.compile(r"(?P<number>[0-9]{1,4})\s+(?:[0-9]{1,2}\s+)?[^\W\d][^\d.;:。；：]*\Z")
_LEAST_CONTENTS = 6


def contents_lines(lines: Sequence[TextLine]) -> Iterator[int]:
    """Yield the numbers of the lines of tables of contents. Numbers that count the lines are those of a list."""
    run: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if _LEADER.search(line.text):
            yield at
        listed = _IN_CONTENTS.match(line.text) if line.text[0].isdigit() else None
        number = int(listed["number"]) if listed else -1
        if run and (number < run[-1][1] or line.after_blank):
            yield from _pages_of(run)
            run = []
        if listed:
            run.append((at, number))
    yield from _pages_of(run)


def _pages_of(run: list[tuple[int, int]]) -> Iterator[int]:
    if len(run) >= _LEAST_CONTENTS and any(other[1] - one[1] != 1 for one, other in pairwise(run)):
        yield from (at for at, _ in run)
