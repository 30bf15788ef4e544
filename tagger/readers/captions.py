"""The title and unit lines right before a table, whatever format it came in."""

from __future__ import annotations

import re

from tagger.document import Block, Span
from tagger.readers.values import mentions_unit

_LINES = 3
_LENGTH = 160
_DISTANCE = 3
"""Line ends between a title and its table: two blank lines at most."""
_NEXT = r"(?=[A-Z][a-z]*\s[a-z])"
"""How a sentence begins behind a point, with a blank or, where a line was cut, without: … B.V.The structure is."""
_SENTENCE = re.compile(rf"[。！？；]|[.!?]\Z|[a-z)][.!?]\s+{_NEXT}|(?<![0-9])\.{_NEXT}")
_SENTENCE_END = re.compile(rf"[。！？；]\s*|[.!?;]\s+|(?<![0-9])\.{_NEXT}")
_STATES_VALUE = re.compile(
    r"[$€£¥￥₹]\s?\d|\d\s?(?:[%％億亿萬万]|bn\b|m\b|million\b|billion\b)", re.IGNORECASE
)
_MARK = re.compile("[；;]")
_NUMBERED = re.compile(
    "(?:[0-9０-９.．]{1,9}[.．、)） ]|[(（][0-9０-９一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十壹貳參肆伍陸]{1,3}、|第)"
)
"""A heading with a number opens a section: titles farther up are not the table's."""


def captions_before(blocks: list[Block], start: int, text: str) -> tuple[Span, ...]:
    """Return the title and unit lines that stand right before a table, the nearest first.

    The nearest becomes a caption where another title stands before it: a unit line ends no section. The last block
    of the list is changed for that. An item of a list is no title.
    """
    found: list[Span] = []
    for block in reversed(blocks[-_LINES:]):
        said = text[block.start : block.end]
        if block.is_item or block.kind not in ("heading", "caption", "paragraph"):
            break
        if block.kind == "paragraph" and _STATES_VALUE.search(said) and not said.endswith((":", "：")):
            break  # 63.1% cost-to-income ratio: a tile, and no title
        if text.count("\n", block.end, start) > _DISTANCE:
            break
        if len(said) > _LENGTH or (_SENTENCE.search(said) and not _is_of_units(said)):
            opening = _opening(said) or _units_at_end(said)
            if opening:
                found.append((block.start + opening, block.end))
            break
        found.extend(_lines(block, text))
        start = block.start
        if block.kind == "heading" and _NUMBERED.match(said):
            break
    whole = bool(found) and any(span[0] == blocks[-1].start for span in found)
    if whole and (len(found) > 1 or blocks[-1].kind == "paragraph"):
        last = blocks[-1]
        blocks[-1] = Block("caption", last.start, last.end, 0, last.breaks)
    return tuple(found)


def _is_of_units(said: str) -> bool:
    """Return whether nothing but a list of units makes a title look like a sentence: 單位：百萬元；每股盈餘為元."""
    parts = _MARK.split(said)
    return len(parts) > 1 and not _SENTENCE.search(_MARK.sub("", said)) and all(map(mentions_unit, parts))


def _lines(block: Block, text: str) -> tuple[Span, ...]:
    """Return a title as one, the nearest first; its last line by itself where that gives a unit."""
    last = block.breaks[-1] if block.breaks else None
    if (
        last is None
        or _opens_bracket(text[block.start : last[0]])
        or not mentions_unit(text[last[1] : block.end])
    ):
        return ((block.start, block.end),)
    return (last[1], block.end), (block.start, last[0])


def _opens_bracket(said: str) -> bool:
    """Return whether a line ends in the middle of a bracket, so that the next one goes on with it: (dollars in."""
    return max(said.rfind("("), said.rfind("（")) > max(said.rfind(")"), said.rfind("）"))


def _units_at_end(said: str) -> int:
    """Return where the bracket with units begins that a long paragraph ends with (dollars in millions), 0 for none."""
    bracket = _LAST_BRACKET.search(said)
    return bracket.start() if bracket and mentions_unit(bracket[0]) else 0


_LAST_BRACKET = re.compile(r"[(（][^()（）0-9]{1,120}[)）]\s*[:：.。]?\s*\Z")


def _opening(said: str) -> int:
    """Return where the last sentence of a paragraph begins that leads over to a table (各類基金規模如下：), 0 for none."""
    if not said.endswith((":", "：")):
        return 0
    ends = [found.end() for found in _SENTENCE_END.finditer(said)]
    at = ends[-1] if ends else 0
    return at if len(said) - at <= _LENGTH else 0
