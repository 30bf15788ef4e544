"""The section that a table stands in, where its heading is the name of a part: 財產險業務, over a table of lines of business."""

from __future__ import annotations

from tagger.document import Document
from tagger.links.topics import topic_of
from tagger.tables.headings import Heading, HeadingReader
from tagger.tables.units import NONE_SAID
from tagger.words.cover import cover
from tagger.words.prose import Prose

_REACH = 40
"""How many blocks above a table the heading of its section may stand."""


def section_of(document: Document, prose: Prose, reader: HeadingReader, first: int) -> tuple[Heading, ...]:
    """Return the nearest heading above a table where it names members and no more, else none.

    first: the number of the table's first block.
    """
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if document.blocks[number].kind != "heading":
            continue
        start, end = prose.lines[number]
        tokens = cover(reader.vocabulary, prose.text, start, end, [])
        terms = topic_of(prose.text[start:end], tokens, start, reader.language)
        if not terms or any(term.meanings.concepts or not term.meanings.members for term in terms):
            return ()
        said = {prose.text[token.start : token.end] for token in tokens if not token.is_term}
        if not said.isdisjoint(reader.language.conjunctions):
            return ()  # retail banking and the group
        return (Heading(start, end, tuple(terms), (), NONE_SAID, ()),)
    return ()
