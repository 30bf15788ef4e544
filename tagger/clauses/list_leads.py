"""What leads a list: words without figures that end in a colon, right above items. In Sweden: / • loans rose 4%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagger.document import Document
from tagger.readers.text_lines import LIST_MARK
from tagger.words.language import Language
from tagger.words.periods import TimePhrase


def is_item(document: Document, number: int) -> bool:
    """Return whether block `number`, if there is one, is an item of a list, by its mark or its markup."""
    if number >= len(document.blocks):
        return False
    block = document.blocks[number]
    marked = block.is_item or _MARK.match(document.text, block.start, block.end) is not None
    return block.kind == "paragraph" and (marked or _is_unmarked(document, number))


_MARK = re.compile(
    rf"(?:{LIST_MARK.pattern}"
    r"|[(（](?:[ivx]{1,4}|[a-z]|[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）]|(?:[ivx]{1,4}|[a-z]|[0-9]{1,2})[.)]\s|[①-⑳])"
)
"""The mark of an item of a list, or its number: (i), 2), （三）, ④."""


def _is_unmarked(document: Document, number: int) -> bool:
    """Return whether a short line is one of several right below a heading or a colon: Property: $412 million / Marine: …."""
    if not _is_short(document, number):
        return False
    if not (_is_short(document, number - 1) or _is_short(document, number + 1)):
        return False
    first = number
    while number - first < _MOST and _is_short(document, first - 1):
        first -= 1
    if not first or number - first >= _MOST:
        return False
    lead = document.blocks[first - 1]
    if lead.kind == "heading":
        return True
    return lead.kind == "paragraph" and document.text[lead.start : lead.end].rstrip().endswith((":", "："))


def _is_short(document: Document, number: int) -> bool:
    """Return whether block `number` is a paragraph of few words that names something and gives figures, and is no sentence."""
    if not 0 <= number < len(document.blocks):
        return False
    block = document.blocks[number]
    if block.kind != "paragraph" or block.end - block.start > _SHORT:
        return False
    said = document.text[block.start : block.end].rstrip()
    ends = said.endswith((".", "。", ":", "：")) or _MARK.match(said) is not None
    return not ends and said[:1].isupper() and any(map(str.isdecimal, said))


_SHORT = 80
_MOST = 12
"""How many items without a mark are looked through for what leads them."""


def ends_in_lead(document: Document, number: int) -> bool:
    """Return whether block `number` ends in a colon and an item of a list stands right below it."""
    block = document.blocks[number]
    said = document.text[block.start : block.end].rstrip()
    ends = block.kind == "paragraph" and said.endswith((":", "：")) and number + 1 < len(document.blocks)
    return ends and not block.is_item and not _MARK.match(said) and is_item(document, number + 1)


def time_of_lead(said: str, phrases: Sequence[TimePhrase], language: Language) -> TimePhrase | None:
    """Return the one time that a lead says, which holds for all items of its list; None where it says several or none.

    Nor is it that of what stands in brackets: by line (2024 in brackets).
    """
    if any(word in said for word in language.extra["brackets"]):
        return None
    times = [phrase for phrase in phrases if phrase.span is not None and not phrase.base]
    return times[0] if len(times) == 1 else None
