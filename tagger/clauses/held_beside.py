"""Values that a figure is only held beside, of another part or of all of it, at the same time: against 1.9% for all loans."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language

_COMPILED: dict[tuple[str, ...], re.Pattern[str]] = {}


def read_held_beside(claim: Claim, last: Claim | None, text: str, language: Language) -> None:
    """Read a value without a time as one of the same time where another part than the one before has it, or the whole.

    Not of what a change starts from: the ratio rose from 1.2% for corporate loans.
    """
    if not claim.is_before or claim.times or claim.base is not None or claim.kind != "level" or last is None:
        return
    if last.kind not in ("level", "growth") or claim.left_terms or claim.over is not None or last.is_before:
        return
    verb = claim.last_word
    said = text[verb.start : verb.end].rpartition(" ")[2] if verb is not None else ""
    if not said or said in language.extra["origins"]:
        return
    if last.kind == "growth" and claim.figure.kind != last.figure.kind:
        return  # grew by 9%, against $3 billion
    whole = _of_whole(language).match(text, claim.figure.end) is not None
    if whole or (claim.part and _is_another(claim, last)):
        claim.is_before, claim.total = False, whole
        claim.kind, claim.sign, claim.base = last.kind, last.sign, last.base


def _is_another(claim: Claim, last: Claim) -> bool:
    """Return whether a figure's part is another than the one that the figure before names, or that names none."""
    parts = {named for token in claim.part for named in token.meanings.members}
    before = {named for token in (*last.lead, *last.left, *last.part) for named in token.meanings.members}
    return bool(parts) and parts.isdisjoint(before)


def _of_whole(language: Language) -> re.Pattern[str]:
    """Return the pattern of words right behind a figure that say that it is of all there is: for total loans, for the Group."""
    found = _COMPILED.get(language.tags)
    if found is None:
        links, articles = alternation(language.links), alternation(language.extra["articles"])
        whole = alternation((*language.wholes, *language.extra["of_group"]))
        found = _COMPILED[language.tags] = re.compile(
            rf" (?:{links}) (?:(?:{articles}) )?(?:{whole})(?![a-z])"
            if links and articles and whole
            else "(?!)"
        )
    return found
