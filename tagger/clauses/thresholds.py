"""Levels that a change has passed: fell below 1.5%, rose above the 2 billion mark."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD, SKIPPED, UP_OR_DOWN
from tagger.words.language import Language
from tagger.words.word import Token


def is_measured(verb: Token, target: str, text: str, language: Language) -> bool:
    """Return whether a bound before a verb says nothing of the figure: almost flat at 5bn, more than halved to 5bn."""
    word = text[verb.start : verb.end].partition(" ")[0]
    return target == "flat" or word in language.extra["multiplied"]


def read_threshold(claim: Claim, verbs: list[tuple[Token, str]], text: str, language: Language) -> None:
    """Read a figure that a change has passed as one that it reached: fell below 1.5%, climbed past 300,000.

    Or that something has come to lie above: rose above the 2 billion mark.
    """
    if not verbs or not language.thresholds:
        return
    if verbs[0][1] == "level_from" and len(verbs) > 1:
        side, passed = text[verbs[0][0].start : verbs[0][0].end].partition(" ")[0], verbs[1][1]
        if (
            side in language.thresholds
            and side in language.before
            and (passed in UP_OR_DOWN or passed == "level")
        ):
            verbs[0] = (verbs[0][0], "reach")
            claim.qualifiers.append(language.before[side])
        return
    if verbs[0][1] not in UP_OR_DOWN:
        return
    verb = verbs[0][0]
    if text[verb.start : verb.end] in language.extra["nouns_of_change"] and not _is_verb(
        claim, verb, text, language
    ):
        return  # expense growth below 5%
    behind = next((token for token in claim.left if token.start >= verb.end), None)
    if behind is not None and text[behind.start : behind.end].partition(" ")[0] in language.thresholds:
        verbs[0] = (verb, "reach")


def _is_verb(claim: Claim, verb: Token, text: str, language: Language) -> bool:
    """Return whether what may be a noun of change is a verb, by what stands before it: costs should soon rise above $5bn."""
    words, extra = text[claim.clause_start : max(verb.start, claim.clause_start)].split()[-2:], language.extra
    if not words:
        return False
    modals = {*extra["obligations"], *extra["futures"], *extra["infinitives"]}
    return words[-1] in modals or (words[0] in modals and words[0] not in language.clause_words)


def is_reached(claim: Claim, name: Token, bound: Token, text: str, language: Language) -> bool:
    """Return whether a bound right behind a name is what that came to: pushed the ratio up to 47%, it was up to 18% from 17%."""
    between = text[name.end : bound.start].strip(SKIPPED)
    if not between:
        return True
    behind = NEXT_WORD.match(text, claim.figure.end)
    changed = behind is not None and language.verbs.get(behind[1]) == "level_from"
    return changed and between in language.auxiliaries
