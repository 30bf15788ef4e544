"""The part behind a figure of a list whose other figures have theirs there too: 9 in the uplands and 4 along the coast."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.words.language import Language


def take_next_part(claim: Claim, before: Claim | None, text: str, language: Language) -> None:
    """Give a bare figure the part behind it as one stands behind the figure before: 69 are women and 55 men.

    Whatever preposition joins it: 9 in the uplands and 4 along the coast. What says that it is not there leaves it open.
    before: the claim before in its sentence.
    """
    first = next((token for token in claim.right if token.is_term), None)
    if before is None or first is None or not before.part or claim.part or claim.left_terms:
        return
    if claim.figure.kind != before.figure.kind or claim.figure.kind == "percent":
        return
    axes = {axis for token in before.part for axis, _ in token.meanings.members}
    if first.meanings.concepts or not any(axis in axes for axis, _ in first.meanings.members):
        return
    if first.start > claim.figure.end + 1:
        between = _PREPOSITION.fullmatch(text, claim.figure.end, first.start)
        joined = between is not None and _is_preposition(between[1].split(), claim, before, language)
        if between is None or not joined:
            return
        if between[1] in language.extra["told_without"] or between[1] in language.thresholds:
            claim.leave_apart([(between.start(1), first.end)])
            return
        if claim.kind == "change":
            claim.kind, claim.sign, claim.verb = "level", 1, None  # 6 down by the harbour
        claim.right_unread = [hole for hole in claim.right_unread if hole[0] >= first.end]
    claim.part, claim.noun_end = [first], first.end


_PREPOSITION = re.compile(r" ([a-z]+(?: [a-z]+){0,3}) ")
"""What may join a figure to its part: up in, over by the."""


def _is_preposition(words: list[str], claim: Claim, before: Claim, language: Language) -> bool:
    """Return whether words may join a figure to its part: none is a verb, and none joins two clauses."""
    verbs = {*language.auxiliaries, *language.finite_verbs, *language.conjunctions, *language.relatives}
    done = tuple(language.extra["participle_endings"])
    if not verbs.isdisjoint(words) or any(word.endswith(done) for word in words):
        return False
    at = claim.figure.end + 1
    if claim.kind == "change" and claim.verb is not None and claim.verb.start == at:
        return before.kind == "level" and len(words) > 1  # down by
    return claim.kind == "level" and not any(t.meanings.verb and t.start == at for t in claim.right)
