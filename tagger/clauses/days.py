"""Days on which there is so much, and against which nothing is measured."""

from __future__ import annotations

import re
from datetime import timedelta

from tagger.clauses.claim import Claim
from tagger.figures.figure import POINTS
from tagger.words.language import Language


def is_on_a_day(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the end of a month that a change would be measured against is the day of a level.

    On 30 September 2024 assets were 5 billion; assets stood at 5 billion on September 30, 2024.
    """
    base = claim.base
    if base is None or base.span is None or base.span.start is not None or base.span.relative:
        return False
    if (
        claim.kind != "level"
        or claim.figure.kind in POINTS
        or claim.times
        or (base.span.end + _A_DAY).day != 1
    ):
        return False
    said = text[base.start : base.end]
    if said.partition(" ")[0] not in language.extra["days_on"] or _YEAR.search(said) is None:
        return False
    behind = base.start == claim.figure.end + 1
    opens = text[max(base.start - 2, 0) : base.start].strip(" \n") in _SENTENCE_ENDS
    each = any("each" in token.meanings.kinds for token in claim.right)
    return behind or (opens and not each)


_A_DAY = timedelta(days=1)
_YEAR = re.compile("[12][0-9]{3}")
_SENTENCE_ENDS = ("", ".", "•", "-")
