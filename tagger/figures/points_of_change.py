"""Points that are percentage points, or points of a score, by the word of change beside them."""

from __future__ import annotations

import re

from tagger.figures.figure import Figure
from tagger.words.language import Language


def take_points(figure: Figure, text: str, language: Language) -> None:
    """Read points as percentage points where a word of change says so: improved by 2.4 points, 3 points higher, by 2 points."""
    found = _WORD_BEHIND.match(text, figure.end)
    if found is None or found[1] not in language.points:
        return
    before = text[max(0, figure.start - _VERB_REACH) : figure.start].split()
    said = [" ".join(before[-count:]) for count in (1, 2, 3)]
    far = before[-1:] and before[-1] in language.by
    if (
        far
        or found[2] in language.verbs_behind
        or any(language.verbs.get(words) in _CHANGES for words in said)
    ):
        figure.kind, figure.unit_word, figure.end = "percentage_points", found[1], found.end(1)
        figure.is_points = True


_WORD_BEHIND = re.compile(r" ([a-z]+)(?: ([a-z]+))?")
_CHANGES = ("increase", "decrease", "improve", "worsen", "change")
_VERB_REACH = 24
