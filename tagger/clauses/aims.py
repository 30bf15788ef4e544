"""A target that something is held against, a number of things, and what something would come of."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.described_before import leave_described_value
from tagger.clauses.planning import hold_against, hold_against_named, planned_from, read_plan_of_before
from tagger.clauses.runs import UP_OR_DOWN
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language


def read_aims(claim: Claim, floor: int, text: str, language: Language) -> None:
    """Read a target that something is held against, a number of things, and what something would come of."""
    if claim.kind == "level" and not claim.scenario:
        read_plan_of_before(claim, text, language)
        leave_described_value(claim, text, language)
    if claim.scenario and claim.is_before and planned_from(claim, text, language):
        claim.scenario, claim.is_before = "", bool(claim.over or claim.times)
    elif claim.scenario and claim.is_before and not claim.times:
        claim.is_before, claim.base = False, None  # disbursed $139m, against a target of $150m
    if claim.is_planned_behind:
        hold_against(claim, text, language)
        if claim.is_held_against and claim.is_latin:  # above the 5% projected in November
            claim.times = [time for time in claim.times if time.end <= claim.figure.start]
    elif claim.scenario and (claim.kind == "level" or claim.unsure_sign):  # better than our target
        hold_against_named(claim, text, language)
    if claim.kind == "level" and not claim.scenario:
        _leave_yardstick(claim, text, language)
    claim.is_number = claim.figure.kind != "money" and any(
        word in text[floor : claim.figure.start] for word in language.extra["numbers_of"]
    )
    if claim.verb is not None and claim.kind in ("growth", "change"):
        _leave_denied(claim, claim.verb.start, text, language)
    claim.hypothetical |= "hypothetical" in claim.marks and _would_be(claim, text, language)


def _would_be(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a figure only says what something else would come of: a shift of 200 basis points would take $5m."""
    if not any("hypothetical" in token.meanings.kinds for token in claim.right):
        return False
    nouns = language.extra["nouns_of_change"]
    for token in claim.left:
        said = text[token.start : token.end]
        if token.meanings.verb and not (said in nouns or said.split()[-1] in language.links):
            return False  # deposits were $5m, which would
    return True


def _leave_denied(claim: Claim, verb: int, text: str, language: Language) -> None:
    """Take as no change how far something has not moved: did not grow by more than 2%, neither loans nor deposits grew 2%."""
    words = text[claim.clause_start : verb].split()
    nots = language.extra["nots"]
    if not words:
        return
    none = words[0] in language.extra["nones"]  # no region grew by more than 2%
    if none or words[-1] in nots or (words[0] in nots and any(word in nots for word in words[1:])):
        claim.kind = "apart"


def _leave_yardstick(claim: Claim, text: str, language: Language) -> None:
    """Take the value of what a thing is held against as no figure of the thing: claims exceeded the allowance of $660m.

    What is called by a name of its own (the large loss budget of $9m) is that, and what a change passed was reached.
    """
    last = claim.last_word
    link = text[last.start : last.end].rpartition(" ")[2] if last is not None else ""
    if last is None or link not in language.genitives[:1]:
        return
    reach = max(claim.clause_start, last.end - _YARDSTICK_REACH)
    found = _held_to(tuple(language.extra["held_to"])).search(text, reach, last.end)
    if found is None or claim.is_before:
        compared = _held_to(_comparing(language.tags)).search(text, reach, last.end)
        words = compared[2].split() if compared is not None else []
        if compared is not None and any(t.is_term and t.start >= compared.start() for t in claim.left):
            return  # compares with a solvency requirement of $2m
        if words and words[0] in language.extra["articles"] and words[-1] in language.extra["yardsticks"]:
            claim.kind = "apart"  # compares with a minimum of 3%
        return
    start, end = found.span(2)
    if claim.base is not None and claim.base.start >= found.start():
        return  # above the 2024 figure of $5m
    named = [t for t in claim.left if t.is_term and t.start >= start and t.meanings.concepts]
    words = text[start : named[0].start if named else end].split()
    if any(word in language.extra["yardsticks"] for word in words):
        claim.kind = "apart"
        return
    if named:
        return
    passed = any(token.meanings.verb in UP_OR_DOWN and token.end == found.start() - 1 for token in claim.left)
    unread = any(start <= hole[0] and hole[1] <= end for hole in claim.unread)
    if unread and not passed and words[-1] not in language.extra["values_then"]:
        claim.kind = "apart"


@cache
def _comparing(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that compare something with a value it had, or another has."""
    return tuple(word for word, kind in load_language(*tags).verbs.items() if kind == "level_from")


@cache
def _held_to(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word of comparison, and of what is held against, up to the link behind it."""
    return re.compile(rf"(?<![a-z-])({alternation(words) or '(?!)'})((?: [a-z][a-z'’-]*){{1,6}}) [a-z]+\Z")


_YARDSTICK_REACH = 80
