"""Where and when a release was given out, at the start of its first paragraph: SINGAPORE, 6 November 2025 – The Bank ….

The day is no figure's: what the release tells is of its period.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.words.periods import TimePhrase

DATELINE = "dateline"
"""The base that such a day is given: nothing is measured against it."""
_DASH = re.compile(r" ?(?:[–—]|--?) ")
_PLACE = re.compile(r"(?:[^\d.;:!?\n]{0,40}[,–—-] ?)?\(?")


def as_dateline(phrases: list[TimePhrase], text: str, start: int) -> list[TimePhrase]:
    """Return the phrases of a paragraph that begins at `start`; a day before a dash at its head is none of a figure."""
    first = phrases[0] if phrases else None
    if first is None or first.base or first.span is None or first.span.start is not None:
        return phrases
    if not _DASH.match(text, first.end) or not _PLACE.fullmatch(text, start, first.start):
        return phrases
    return [replace(first, span=None, base=DATELINE), *phrases[1:]]
