"""What leads a list: words without figures that end in a colon, right above items. In Sweden: / • loans rose 4%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagger.document import Document
from tagger.readers.text_lines import LIST_MARK
from tagger.words.periods import TimePhrase


def is_item(document: Document, number: int) -> bool:
    """Return whether block `number` is an item of a list, by its mark or its markup."""
    block = document.blocks[number]
    marked = block.is_item or _MARK.match(document.text, block.start, block.end) is not None
    return block.kind == "paragraph" and marked


_MARK = re.compile(
    rf"(?:{LIST_MARK.pattern}"
    r"|[(（](?:[ivx]{1,4}|[a-z]|[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）]|(?:[ivx]{1,4}|[a-z]|[0-9]{1,2})[.)]\s|[①-⑳])"
)
"""The mark of an item of a list, or its number: (i), 2), （三）, ④."""


def ends_in_lead(document: Document, number: int) -> bool:
    """Return whether block `number` ends in a colon and an item of a list stands right below it."""
    block = document.blocks[number]
    said = document.text[block.start : block.end].rstrip()
    ends = block.kind == "paragraph" and said.endswith((":", "：")) and number + 1 < len(document.blocks)
    return ends and not block.is_item and not _MARK.match(said) and is_item(document, number + 1)


def time_of_lead(phrases: Sequence[TimePhrase]) -> TimePhrase | None:
    """Return the one time that a lead says, which holds for all items of its list; None where it says several or none."""
    times = [phrase for phrase in phrases if phrase.span is not None and not phrase.base]
    return times[0] if len(times) == 1 else None
