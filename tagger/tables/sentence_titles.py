"""Sentences that lead over to a table and tell figures of their own: 收入達40億元，創歷史新高，明細如下：."""

from __future__ import annotations

import re
from collections.abc import Iterator


def told_in_sentence(text: str, start: int, end: int, unit: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the quantities of a sentence of Han prose that leads over to a table: 收入達40億元，明細如下：.

    unit: matches one word of a unit.
    """
    if text[end - 1] not in _LEADING or not _SENTENCE.search(text, start, end):
        return
    for number in _NUMBER.finditer(text, start, end):
        at = number.end()
        while (found := unit.match(text, at, end)) is not None and found.end() > at:
            at = found.end()
        yield number.start(), at


_LEADING = ":："
_SENTENCE = re.compile("[\u4e00-\u9fff][，,]")
_NUMBER = re.compile(r"(?<![0-9])[0-9][0-9,]*(?:\.[0-9]+)?\s?")
