"""What the heading of a table's column may measure: its alternatives, and how it is said of a row's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_SLASH = re.compile("[/／]")
_HAN_FIRST = "\u4e00"


def either_way(measure: str, words: Sequence[str]) -> str:
    """Return what a heading measures without words that say it goes both ways: 利息, of 利息收支; interest, paid or received."""
    ends = (word for word in words if measure.endswith(word) and len(measure) > len(word))
    end = max(ends, key=len, default="")
    return measure[: len(measure) - len(end)].rstrip()


def alternatives(measure: str) -> Iterator[str]:
    """Yield what a heading may measure that gives alternatives: interest income, and interest expense, of 利息收入/支出."""
    first, *others = [part.strip() for part in _SLASH.split(measure)]
    if first:
        yield first
    for other in filter(None, others):
        yield other
        if other[0] >= _HAN_FIRST:
            if len(other) < len(first):
                yield first[: -len(other)] + other
        elif len(other.split()) < len(first.split()):
            yield " ".join([*first.split()[: -len(other.split())], other])


def orders(name: str, measure: str) -> Iterator[tuple[str, str, str]]:
    """Yield how a name and what is measured of it may be said: first, second, and what stands between."""
    if measure[0] >= _HAN_FIRST and name[-1] >= _HAN_FIRST:
        yield name, measure, ""
        return
    yield name, measure, " "
    yield measure, name, " of "
