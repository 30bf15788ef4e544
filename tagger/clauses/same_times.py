"""Lists of figures that are of the times of the list before: at those dates the ratio was 13.2%, 13.4% and 12.9%."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.words.language import Language
from tagger.words.whole_words import whole_words

_REACH = 160


def take_times_told(run: list[Claim], claims: list[Claim], text: str, language: Language) -> bool:
    """Give each figure of a run the time of the one in its place in the sentence before, where words say so."""
    first = run[0]
    if not first.is_latin or any(claim.times for claim in run):
        return False
    told = [claim for claim in claims if claim.sentence == first.sentence - 1]
    if len(told) != len(run) or len({claim.figure.kind for claim in told}) > 1:
        return False
    if told[-1].clause_start < first.figure.start - 3 * _REACH or told[0].kind != "level":
        return False
    found = whole_words(language.tags, "same_times").search(
        text, max(told[-1].figure.end, first.figure.start - _REACH), first.figure.start
    )
    if found is None or first.line != told[0].line:
        return False
    for claim, other in zip(run, told, strict=True):
        claim.times = [replace(time, start=found.start(), end=found.end()) for time in other.times]
        claim.base, claim.is_before = other.base, other.is_before
        claim.unread = [hole for hole in claim.unread if not found.start() <= hole[0] < found.end()]
    return True
