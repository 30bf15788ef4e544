"""The time of a plan that is named without its year: the next of that name, below 4.5% by December, in the first half."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tagger.clauses.claim import SCENARIOS, Claim
from tagger.links.plans import is_by_verb, plan_ahead
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span


def plan_for(
    claim: Claim, before: Claim | None, time: TimePhrase | None, setting: Setting
) -> TimePhrase | None:
    """Read what is planned, and return for when: a month without its year is the next of that name."""
    ahead = _next_named(time, claim, setting) if claim.is_latin and time is not None else None
    if ahead is None or time is None:
        plan_ahead(claim, before, time, setting)
        return time
    claim.times = [ahead if phrase is time else phrase for phrase in claim.times]
    claim.scenario = claim.scenario or _planned_before(claim, time) or is_by_verb(claim, setting)
    plan_ahead(claim, before, ahead, setting)
    return ahead


def _next_named(time: TimePhrase, claim: Claim, setting: Setting) -> TimePhrase | None:
    """Return the next time by the name of one that is over, where a claim may be a plan for it; None where it is for no other."""
    span, text, period = time.span, setting.prose.text, setting.period
    if span is None or (span.is_last and claim.scenario) or time.base or span.end > period.end:
        return None
    held = claim.is_held_against or (claim.follows is not None and claim.follows.is_held_against)
    if claim.is_before or held or _YEAR.search(text, time.start, time.end):
        return None
    told = _planned_before(claim, time)
    if not (claim.scenario or told or (time in claim.times and is_by_verb(claim, setting))):
        return None
    deadline = _deadline(tuple(setting.language.extra["deadlines"]))
    opened = deadline.search(text, max(time.start - _REACH, 0), time.start) is not None
    opened = opened or text.startswith(tuple(setting.language.extra["deadlines"]), time.start)
    if span.relative and not (span.relative == "current" and opened and span.start is None):
        return None
    own = time in claim.times or bool(told)
    if not opened and (span.start is None or not own or _is_told(claim, time, setting)):
        return None  # at the end of June; in March we set a target
    start, end = span.start, span.end
    while end <= period.end:
        start, end = (_year_later(start) if start is not None else None), _year_later(end)
    return replace(time, span=Span(start, end))


_REACH = 20
"""How far before a time the words may begin that make it one to come."""


@cache
def _deadline(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word that opens the time of a plan right before it: by the (end of June)."""
    return re.compile(rf"(?<![a-z-])(?:{alternation(words) or '(?!)'}) (?:the )?\Z")


def _planned_before(claim: Claim, time: TimePhrase) -> str:
    """Return what is said right before a time of a clause before: we expect the second half to be weaker, with income of $5m."""
    if claim.scenario or time.end > claim.clause_start:
        return ""
    for token in claim.lead:
        kinds = [kind for kind in SCENARIOS if kind in token.meanings.kinds]
        if kinds and 0 <= time.start - token.end <= _ARTICLE:
            return kinds[0]
    return ""


_ARTICLE = 6


def _is_told(claim: Claim, time: TimePhrase, setting: Setting) -> bool:
    """Return whether a verb of what is over stands before a figure, or before the time behind it: a target, set in March."""
    language, text = setting.language, setting.prose.text
    endings, pasts = tuple(language.extra["participle_endings"]), language.extra["over_and_done"]
    start, end = claim.figure.start, claim.figure.end
    said = text[min(claim.clause_start, time.end) : start] + text[end : max(time.start, end)]
    return any(word in pasts or word.strip(",").endswith(endings) for word in said.split())


_YEAR = re.compile(r"[0-9]{4}|['’][0-9]{2}|[a-z]-[0-9]{2}\Z")


def _year_later(day: date) -> date:
    """Return the day a year later; the end of a month stays one."""
    after = day + timedelta(days=1)
    if after.day == 1:
        return after.replace(year=after.year + 1) - timedelta(days=1)
    return day.replace(year=day.year + 1)
