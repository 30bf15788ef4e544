"""What a row's heading says again: words of what its member is a part of, or of what its column is called.

Loans to customers at amortised cost, a part of assets at amortised cost; Total gross amount on-balance sheet, in a column
called Gross amount. Such words name nothing new and are left over in no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tagger.document import Span
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import WholeLabels, plain
from tagger.tables.columns import Column
from tagger.tables.headings import Heading, HeadingReader
from tagger.words.alternation import alternation
from tagger.words.language import Language

_LEAST = 4
"""How many letters must be said again: fewer begin many a label."""


def without_said_again(
    rows: Iterable[Heading], columns: Iterable[Column], index: TaxonomyIndex, text: str
) -> list[Heading]:
    """Return the headings of a row without what those that name members say again beside them.

    columns: of the table. text: in which they stand.
    """
    heads = [heading for column in columns for heading in column.headings if heading.named]
    return [_without(_of_parts(heading, index), heads, index.labels, text) for heading in rows]


def _of_parts(heading: Heading, index: TaxonomyIndex) -> Heading:
    """Return a heading without the words for a member that another of its words names a part of."""
    members = [{member for _, member in token.meanings.members} for token in heading.tokens]
    if sum(map(bool, members)) < 2:  # noqa: PLR2004
        return heading
    whole = {up for found in members for member in found for up in index.ancestors.get(member, ())}
    kept = [
        token
        for token, found in zip(heading.tokens, members, strict=True)
        if not found or token.meanings.concepts or not found <= whole
    ]
    return replace(heading, tokens=tuple(kept)) if len(kept) < len(members) else heading


def without_other_topics(
    captions: dict[Span, Heading], rows: Iterable[Heading], text: str, language: Language
) -> dict[Span, Heading]:
    """Return captions without the words of a list in them that are about other rows: Emissions, electricity and water.

    Such an item holds no term of its own, and a row says its words. rows: of the table.
    """
    open_ones = {span: caption for span, caption in captions.items() if caption.holes}
    said = [text[row.start : row.end] for row in rows if row.has_term] if open_ones else []
    return {span: _of_its_rows(one, said, text, language.conjunctions) for span, one in open_ones.items()}


def _of_its_rows(caption: Heading, said: list[str], text: str, conjunctions: tuple[str, ...]) -> Heading:
    """Return a caption without the items of a list that the table's rows, of which `said` is the text, are about."""
    if not any(token.meanings.concepts for token in caption.tokens):
        return caption
    marks = [found.span() for found in _list_marks(conjunctions).finditer(text, caption.start, caption.end)]
    if not marks:
        return caption
    starts = [caption.start, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), caption.end]
    terms = [token.start for token in caption.tokens if token.is_term]
    others = {
        hole
        for start, end in zip(starts, ends, strict=True)
        if not any(start <= term < end for term in terms)
        for hole in caption.holes
        if start <= hole[0] < end and any(text[slice(*hole)] in row for row in said)
    }
    if not others:
        return caption
    return replace(caption, holes=tuple(hole for hole in caption.holes if hole not in others))


@cache
def _list_marks(conjunctions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,，、;；/／]|(?<![a-z])(?:{alternation(conjunctions) or '(?!)'})(?![a-z])")


def as_titles(captions: Iterable[Heading], reader: HeadingReader) -> Iterator[Heading]:
    """Yield captions as what they say of the table: the name of one concept, or all that a list of members takes in."""
    for caption in captions:
        yield _as_titled(_without_lists(caption, reader))


def _without_lists(caption: Heading, reader: HeadingReader) -> Heading:
    """Return a caption without members of one axis that it joins: of VaR, both trading and non-trading, the table tells all."""
    listed = {
        token.start
        for one, other in pairwise(token for token in caption.tokens if token.is_term)
        if reader.text[one.end : other.start].strip() in reader.language.conjunctions
        and not {axis for axis, _ in one.meanings.members}.isdisjoint(a for a, _ in other.meanings.members)
        and set(one.meanings.members).isdisjoint(other.meanings.members)
        for token in (one, other)
    }
    return (
        replace(caption, tokens=tuple(t for t in caption.tokens if t.start not in listed))
        if listed
        else caption
    )


def _as_titled(caption: Heading) -> Heading:
    """Return a caption that is a whole label of one concept, and of which no word says so, as that name."""
    named = caption.named
    if len(named) != 1 or caption.names_member or any(token.meanings.concepts for token in caption.tokens):
        return caption
    return caption.as_named(tuple(named), supported=False)


def _without(heading: Heading, columns: list[Heading], labels: WholeLabels, text: str) -> Heading:
    members = {member for token in heading.tokens for _, member in token.meanings.members}
    if not heading.holes or not members:
        return heading
    left = plain("".join(text[slice(*hole)] for hole in heading.holes))
    if len(left) < _LEAST:
        return heading
    known = [label for member in members for label in labels.above.get(member, ())]
    of_columns = (
        label for column in columns for item in column.named for label in labels.called.get(item.target, ())
    )
    said = any(label.startswith(left) or label.endswith(left) for label in known) or any(
        left in label for label in of_columns
    )
    return replace(heading, holes=()) if said else heading
