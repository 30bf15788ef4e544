"""What a heading says of its name once more, or of what is in it: Stage 1 (12-month ECL), costs (including wages)."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.links.whole_labels import WholeLabels
from tagger.tables.words import TableWords
from tagger.words.bracketed import outside_of, told_apart, told_inside
from tagger.words.language import Language
from tagger.words.word import Token


def explained(
    labels: WholeLabels, words: TableWords, text: str, start: int, end: int, language: Language
) -> Iterator[tuple[int, int]]:
    """Yield what is no part of a name: what explains its member, and what only says what is in its thing."""
    yield from told_inside(text, start, end, language)
    for found in words.explained.finditer(text, start, end):
        named = labels.named(text[start : found.start()].strip(" -–—:：(（,，、"))
        if named and all(item.axis for item in named):
            yield found.span()


def without_apart(
    tokens: list[Token], text: str, start: int, end: int, language: Language, *, known: bool
) -> list[Token]:
    """Return the words of a heading but for what it says is not in its thing, unless the taxonomy knows the whole of it."""
    return tokens if known else outside_of(tokens, told_apart(text, start, end, language))
