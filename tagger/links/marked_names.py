"""Marks of footnotes that are stuck to a name in running text (Revenue1 increased): the name is read without them.

A text layer has a raised mark as a digit like any other. Where all before it is a label of the taxonomy and no label goes
on with the digit (Tier 1), it is a mark, and stands in the prose as the raised one that it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from tagger.document import Document
from tagger.figures.figure import Figure
from tagger.links.whole_labels import WholeLabels, plain
from tagger.words.prose import Prose

_RAISED = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")
_WORDS = re.compile(r"[a-z][a-z'’&/-]*|[\u4e00-\u9fff]")
_BEHIND = frozenset(" ,.;:，。；、）)(（\n")
_LONGEST = 80
_MOST = 12
"""Words or Han characters of a name that are tried."""
_LEAST = 4


def with_marks(document: Document, prose: Prose, figures: Iterable[Figure], labels: WholeLabels) -> Prose:
    """Return the prose with raised marks behind the names that they are stuck to; the figures that they were are references."""
    text = prose.text
    starts = [start for start, _ in prose.lines]
    marks: list[int] = []
    for figure in figures:
        at = figure.start
        if figure.digits_end - at != 1 or not at or not text[at - 1].isalpha() or text[at] == "0":
            continue
        if figure.kind or figure.scale or text[at + 1 : at + 2] not in _BEHIND:
            continue
        line = bisect_right(starts, at) - 1
        if document.blocks[line].kind != "cell" and _is_stuck(
            text, max(starts[line], at - _LONGEST), at, labels
        ):
            marks.append(at)
            figure.reason = "reference"
    if not marks:
        return prose
    raised = list(text)
    for at in marks:
        raised[at] = raised[at].translate(_RAISED)
    return replace(prose, text="".join(raised))


def _is_stuck(text: str, start: int, at: int, labels: WholeLabels) -> bool:
    """Return whether a name ends where the digit at an offset stands, and none goes on with it."""
    words = [found.start() for found in _WORDS.finditer(text, start, at)][-_MOST:]
    for begin in words:
        said = plain(text[begin:at])
        if len(said) >= _LEAST and said in labels.by_label:
            return said + text[at] not in labels.by_label and said + "1" not in labels.by_label
    return False
