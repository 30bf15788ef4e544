"""Words whose Han characters are spread to fill a cell, alone or behind a year."""

from __future__ import annotations

import re

from tagger.document import Span

_SPREAD = re.compile(r"(?:[0-9]{2,4}\s?)?[\u4e00-\u9fff](?:[^\S\r\n]+[\u4e00-\u9fff]){1,3}\Z")
_BLANKS = re.compile(r"\s+")


def spread_letters(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the blanks in a word whose Han characters are spread to fill its cell: 合　計, 項 目, 113 年 度."""
    if end - start > _LONGEST_SPREAD or not text[end - 2 : end - 1].isspace():
        return ()
    if not _SPREAD.match(text, start, end):
        return ()
    return tuple(found.span() for found in _BLANKS.finditer(text, start, end))


_LONGEST_SPREAD = 24
