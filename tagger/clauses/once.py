"""What something had been before: the cost of risk, which had been 97 basis points; coverage, previously 212%."""

from __future__ import annotations

import re

from tagger.clauses.claim import SCENARIOS, Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language

_COMPILED: dict[tuple[str, ...], re.Pattern[str]] = {}


def read_past(claim: Claim, text: str, language: Language) -> None:
    """Read a level without a time of its own as the value before, where its verb says that it is past.

    It is not where another clause says when that was (when we began it had been 5%), or it was only expected.
    """
    if claim.is_before or claim.times or claim.base:
        return
    if not claim.marks.isdisjoint(SCENARIOS):
        return  # we expect growth of 7% (previously 5%)
    found = _past(language).search(text, claim.clause_start, claim.figure.start)
    if found is None:
        return
    before = text[claim.near_from : found.start()].split()
    if any(word in language.time_relatives for word in before):
        return
    claim.is_before = True
    start, end = found.span(1)
    claim.unread = [hole for hole in claim.unread if not (start <= hole[0] and hole[1] <= end)]


def _past(language: Language) -> re.Pattern[str]:
    """Return the pattern of what says right before a figure that it is past, with bounds and a currency."""
    found = _COMPILED.get(language.tags)
    if found is None:
        said = alternation(language.extra["had_been"]) or "(?!)"
        bounds = alternation(language.before) or "(?!)"
        found = _COMPILED[language.tags] = re.compile(
            rf"(?<![\w-])({said}) ?(?:(?:{bounds}) )?(?:[^\d\s]{{1,4}} ?)?\Z"
        )
    return found
