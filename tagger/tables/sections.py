"""The section that a table stands in, where its heading is the name of a part: 財產險業務, over a table of lines of business."""

from __future__ import annotations

from tagger.document import Document
from tagger.tables.headings import Heading, HeadingReader
from tagger.words.prose import Prose

_REACH = 40
"""How many blocks above a table the heading of its section may stand."""


def section_of(document: Document, prose: Prose, reader: HeadingReader, first: int) -> list[Heading]:
    """Return the nearest heading above a table where it names a member and no more, else none.

    first: the number of the table's first block.
    """
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        block = document.blocks[number]
        if block.kind == "heading":
            heading = reader.read(*prose.lines[number])
            return [heading] if heading.names_member and not heading.holes and not heading.phrases else []
    return []
