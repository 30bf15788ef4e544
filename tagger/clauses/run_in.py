"""Headings that run into their paragraph: Income Taxes. The effective rate was 20.1%."""

from __future__ import annotations

from tagger.clauses.claim import Line
from tagger.words.language import Language
from tagger.words.prose import Prose

_LONGEST = 64


def run_in_heading(
    prose: Prose, line: Line, sentences: list[tuple[int, int]], language: Language
) -> tuple[int, int]:
    """Return where the first sentence of a paragraph is a heading: words in capitals and no figure; an empty stretch for none."""
    if len(sentences) < 2:  # noqa: PLR2004
        return line.start, line.start
    start, end = sentences[0]
    stop = start + len(prose.text[start:end].rstrip())
    if (
        stop - start > _LONGEST
        or prose.text[stop - 1] not in _CLOSING
        or not prose.text[start:stop].isascii()
    ):
        return line.start, line.start
    if any(start <= figure.start < stop for figure in line.figures):
        return line.start, line.start
    words = prose.printed[start : stop - 1].split()
    small = {*language.links, *language.conjunctions, *language.extra["articles"]}
    named = all(word[0].isupper() or word.lower() in small for word in words)
    if not (words and named and words[0][0].isupper()):
        return line.start, line.start
    return start, stop


_CLOSING = ".:"
