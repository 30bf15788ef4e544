"""Finds the footnotes of pages in a plain text: a mark, alone in its line or before the note, above a page's number.

A sentence of the page goes on behind them. What proves one is its mark, stuck to a word of the page: 客戶數1 12,789.63萬戶.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tagger.readers.text_lines import TextLine

_MARK = re.compile(r"[(（]?(?P<mark>[1-9][0-9]?|[*†‡¹²³⁴-⁹])[)）]?(?:\s+(?=[^\W\d])|\Z)")
_MOST_LINES = 12
"""Lines of notes on a page, which is more than there are."""
_PAGE_LINES = 120


def footnote_runs(lines: Sequence[TextLine], pages: Collection[int]) -> Iterator[range]:
    """Yield the lines of the footnotes on each page, by the numbers of the lines that are heads and feet of pages."""
    before = -1
    for page in sorted(pages):
        if page - 1 != before:
            begins = _begin(lines, page, max(before + 1, page - _PAGE_LINES))
            if begins is not None:
                yield range(begins, page)
        before = page


def _begin(lines: Sequence[TextLine], page: int, first: int) -> int | None:
    """Return where the notes above a page's foot begin: at the first of the marks that count up to it."""
    found: int | None = None
    for at in range(page - 1, max(first, page - _MOST_LINES - 1), -1):
        told = _MARK.match(lines[at].text)
        if (
            told
            and at + (told.end() == len(lines[at].text)) < page
            and is_marked(lines, at, told["mark"], first)
        ):
            found = at
    return found


def is_marked(lines: Sequence[TextLine], last: int, mark: str, first: int = 0) -> bool:
    """Return whether a word of the page above a line has the mark stuck to it; first: where the page begins, if known."""
    stuck = re.compile(rf"[^\W\d_][)）」”]?{re.escape(mark)}(?![\w.,%％])")
    return any(stuck.search(line.text) for line in lines[max(first, last - _PAGE_LINES) : last])
