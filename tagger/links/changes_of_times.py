"""Amounts of a change over another time than the one before: rose $2m in the quarter and $7m in the year, by $3m (2023: $2m)."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT
from tagger.figures.find import value_of
from tagger.links.candidate import Frame
from tagger.words.language import Language

_ALIKE = 4
_FAR = 12
"""By how many times a change at another time may be larger, and from how many on an amount is surely none."""


def take_change_of_time(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read an amount as the change over its own time, where it only goes on from one, or is compared with it.

    One that is much larger is what there was: rose by $3m, compared with $90m; between the two nobody can tell.
    """
    before = last.claim
    if claim.kind != "level" or not claim.is_latin or claim.left_terms or claim.unread or claim.part:
        return
    changed = before.kind == last.candidate.kind == "change" and before.figure.kind == claim.figure.kind
    if not changed or claim.figure.kind in _RATES or not claim.times or any(t.is_term for t in claim.right):
        return
    compared = claim.is_before or claim.is_alone_in_bracket(text)
    if not compared and not _goes_on_over_time(claim, text, language):
        return
    mine, other = (abs(value_of(one.figure)[0]) for one in (claim, before))
    if mine >= _FAR * other:
        return
    if mine > _ALIKE * other and compared:
        claim.kind = "apart"
        return
    claim.kind, claim.sign, claim.verb = "change", before.sign, before.verb
    claim.unsure_sign = before.unsure_sign or (compared and before.sign < 0)
    claim.is_before = False


def _goes_on_over_time(claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing but a conjunction leads to an amount, and a span of time stands behind it: and $7m in the year."""
    words = [t for t in claim.left if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    joined = len(words) == 1 and text[words[0].start : words[0].end] in language.conjunctions
    time = claim.times[-1]
    over = time.span is not None and time.span.start is not None
    if not joined or claim.verb is not None or not over or time.start <= claim.figure.end or claim.of_which:
        return False
    between = text[claim.figure.end : time.start].split()
    if all(word in language.links_at_start or word in language.linked_articles for word in between):
        return True
    claim.kind = "apart"  # and 5 million of them used it in June, and 4,000 signed up in June
    return False


_RATES = ("percent", "basis_points", "percentage_points", "times")
