"""How far a thing is from what it was then, or from another: exceeded those of 2023 by 3.5%, was below last year by $3m."""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.clauses.runs import UP_OR_DOWN
from tagger.words.language import Language
from tagger.words.word import unnamed


def read_distance(claim: Claim, text: str, language: Language) -> None:
    """Read by how much a thing outdoes what it is compared with: exceeded those of the previous year by 3.5%.

    Of a time it is the growth; from another thing it is a distance, and neither's own figure: exceeded loans by $4 billion.
    """
    if claim.kind != "level":
        return
    by = _start_of_by(claim, text, language)
    if by < 0:
        return
    words = list(_WORDS.finditer(text, claim.near_from, by))
    verb = next((word for word in reversed(words) if _way_of(word.group(), language)), None)
    base = claim.base
    if verb is None:
        _read_distance_from(claim, by, text, language)
        return
    if base is None or base.start < verb.start():
        claim.kind = "apart"
        return
    claim.change_by(unnamed(*verb.span()), _way_of(verb.group(), language))


def _start_of_by(claim: Claim, text: str, language: Language) -> int:
    """Return where the word stands that opens by how much, with a qualifier and a currency behind it: by almost $; -1 without."""
    words = list(
        _PIECES.finditer(text, max(claim.near_from, claim.figure.start - _BY_REACH), claim.figure.start)
    )
    for word in reversed(words):
        if word.group() in language.by:
            return word.start()
        if word.group() not in language.currencies and word.group() not in language.before:
            return -1
    return -1


def _read_distance_from(claim: Claim, by: int, text: str, language: Language) -> None:
    """Read how far something is from what it was then: was below the previous year by $3m, higher than in June by 4%."""
    base = claim.base
    if base is None or base.end > by or text[base.end : by].strip(" ,"):
        return
    for word in reversed(list(_WORDS.finditer(text, claim.near_from, base.end))):
        way = language.verbs_behind.get(word.group())
        if way in UP_OR_DOWN and word.group() not in language.extra["nouns_of_change"]:
            claim.change_by(unnamed(*word.span()), way)
            return


def _way_of(verb: str, language: Language) -> str:
    """Return which way a verb goes that tells by how much one outdoes another, "" for another word."""
    if verb in language.extra["outdoing"]:
        return "increase"
    return "decrease" if verb in language.extra["falling_short"] else ""


def read_distance_of_last(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Read by how much the value before outdoes that of a time: costs of $5m exceeded those of the previous year by 3.5%."""
    base = last.base
    if claim.kind != "level" or last.kind != "level":
        return
    if base is None and _read_distance_to_then(claim, last, text, language):
        return
    if base is None and _misses(claim, last, text, language):
        claim.kind = "apart"  # we missed our target of $60m of net profit by $4m
    if base is None or base.start < last.figure.end:
        return
    words = text[base.end : claim.figure.start].split()
    verb = _WORDS.match(text, base.start)
    if verb is None or not words or words[0] not in language.by:
        return
    way = _way_of(verb.group(), language)
    if way and all(word in language.currencies for word in words[1:]):
        claim.change_by(unnamed(*verb.span()), way)
        claim.base = base


def _read_distance_to_then(claim: Claim, last: Claim, text: str, language: Language) -> bool:
    """Read by how much a thing outdoes the amount that it came to then: beat the $3.04 of 2024 by 37 cents."""
    then = last.times[-1] if last.times else None
    if then is None or then.base or then.start < last.figure.end or last.figure.kind != claim.figure.kind:
        return False
    then_by = text[last.figure.end : then.start].split(), text[then.end : claim.figure.start].split()
    if any(word not in language.links for word in then_by[0]) or then_by[1][:1] not in [
        [by] for by in language.by
    ]:
        return False
    if any(word not in language.currencies and word not in language.before for word in then_by[1][1:]):
        return False
    words = text[last.clause_start : last.amount_start].rstrip("$€£¥₹ ").split()
    while words and (words[-1] in language.linked_articles or words[-1] in language.before):
        if _way_of(words[-1], language):
            break  # topping, which is a bound elsewhere
        words.pop()
    way = _way_of(words[-1], language) if words else ""
    if not way:
        return False
    last.qualifiers = [said for said in last.qualifiers if said not in _BOUNDS]
    claim.change_by(unnamed(last.clause_start, last.clause_start), way)
    claim.base = replace(then, base="date")
    return True


_BOUNDS = ("exceeds", "at_least", "at_most")


def _misses(claim: Claim, last: Claim, text: str, language: Language) -> bool:
    """Return whether a figure says by how much something outdoes or misses the value before it, a plan's or another's."""
    by = text[last.figure.end : claim.figure.start].split()
    while by and (by[-1] in language.currencies or by[-1] in language.before):
        by.pop()
    if not by or by[-1] not in language.by or len(by) > _OF_WHAT:
        return False
    return any(
        _way_of(word.group(), language)
        for word in _WORDS.finditer(text, last.clause_start, last.figure.start)
    )


_OF_WHAT = 6
_PIECES = re.compile(r"(?<![a-z])[^\s\d]+")
_BY_REACH = 24
_WORDS = re.compile(r"[a-z][a-z.]*\$?")
