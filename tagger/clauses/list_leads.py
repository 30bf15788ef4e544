"""What leads a list: a line without figures that ends in a colon, right above items. In Sweden: / • loans rose 4%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagger.document import Document
from tagger.words.periods import TimePhrase

_ITEM = re.compile(r"[•●○◎◆◇■□▪▶►➢➤✓✔√★☆※❖‣‧·\-–—－*]\s+|[•●○◎◆◇■□▪▶►➢➤✓✔√★☆※❖‣－](?=[\u4e00-\u9fff])")
_LONGEST = 160


def is_item(document: Document, number: int) -> bool:
    """Return whether block `number` is an item of a list, with its mark."""
    block = document.blocks[number]
    return block.kind == "paragraph" and _ITEM.match(document.text, block.start, block.end) is not None


def leads_list(document: Document, number: int) -> bool:
    """Return whether block `number` ends in a colon and an item of a list stands right below it."""
    block = document.blocks[number]
    if block.kind != "paragraph" or not 0 < block.end - block.start <= _LONGEST:
        return False
    said = document.text[block.start : block.end].rstrip()
    ends = said.endswith((":", "：")) and number + 1 < len(document.blocks)
    return ends and not _ITEM.match(said) and is_item(document, number + 1)


def time_of_lead(phrases: Sequence[TimePhrase]) -> TimePhrase | None:
    """Return the one time that a lead says, which holds for all items of its list; None where it says several or none."""
    times = [phrase for phrase in phrases if phrase.span is not None and not phrase.base]
    return times[0] if len(times) == 1 else None
