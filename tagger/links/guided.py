"""Guidance that a sentence without a figure gives for a time to come: Our guidance for 2026 is raised. Costs should be $5m."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from tagger.clauses.claim import SCENARIOS, Claim, Line
from tagger.links.candidate import Context
from tagger.links.planned_years import year_begun
from tagger.links.setting import Setting
from tagger.words.cover import cover
from tagger.words.periods import TimePhrase
from tagger.words.word import Token


def take_guidance(
    claim: Claim, line: Line, before: list[tuple[int, int]], context: Context, setting: Setting
) -> None:
    """Take what the sentences right before a claim's give guidance for; before: all of its paragraph that are.

    A plan of the heading above for the rest of the year that is reported is such guidance too: Outlook for 2026.
    """
    plan = context.plan
    headed = plan is not None and plan.is_of_year and plan.time is not None
    context.guided = plan.scenario if plan is not None and headed else ""
    if not claim.is_latin:
        return
    if plan is not None and headed and context.planned_before is None:
        context.planned_before = plan.time
    for start, end in before[: -_SENTENCES_BACK - 1 : -1]:
        first, last = (bisect_left(line.figures, at, key=_START) for at in (start, end))
        if any(not figure.reason for figure in line.figures[first:last]):
            return
        time = _to_come(line, start, end, setting) or year_begun(line, end, setting)
        scenario = _guides(start, end, setting) if time is not None else ""
        if scenario:
            context.guided, context.planned_before = scenario, time
            return


_START = attrgetter("start")
_SENTENCES_BACK = 2
"""How many sentences before one may give the guidance whose figures it holds."""


def _to_come(line: Line, start: int, end: int, setting: Setting) -> TimePhrase | None:
    """Return the time to come that a sentence speaks of, the last one."""
    known = setting.period.end
    first, last = (bisect_left(line.phrases, at, key=_START) for at in (start, end))
    for phrase in reversed(line.phrases[first:last]):
        if not phrase.base and phrase.span and phrase.span.end > known:
            return phrase
    return None


def _guides(start: int, end: int, setting: Setting) -> str:
    """Return what a sentence says of what is to come: a forecast or a target, "" for neither."""
    for token in cover(setting.vocabulary, setting.prose.text, start, end, []):
        kind = next((kind for kind in SCENARIOS if kind in token.meanings.kinds), "")
        if kind:
            return kind
    return ""


def goes_on_listing(claim: Claim, context: Context, setting: Setting) -> bool:
    """Return whether a claim goes on with what is to come before it in its sentence, without a verb of its own.

    Loan growth should come in between 14% and 16%, the margin at around 8.3%, and the cost ratio below 48%.
    """
    last = context.last
    if last is None or last.claim.sentence != claim.sentence or last.claim.is_held_against:
        return False
    if not (last.claim.scenario or last.claim.is_to_come):
        return False
    if claim.bound == "high" and claim.follows is last.claim:
        return True
    terms = claim.left_terms
    if claim.unread or not terms or ";" in setting.prose.text[last.claim.figure.end : claim.figure.start]:
        return False
    return not any(_is_verb(token, terms[-1].end, setting) for token in claim.left)


def _is_verb(token: Token, behind: int, setting: Setting) -> bool:
    """Return whether a word beside the name of a thing may be its verb; behind: where the name ends."""
    said = setting.prose.text[token.start : token.end]
    language, kinds = setting.language, token.meanings.kinds
    if said in language.links or said in language.links_at_start:
        return False
    if token.is_term or not kinds.isdisjoint(_BESIDE):
        return False
    return token.start >= behind or bool(token.meanings.verb)


_BESIDE = frozenset(("currency", "before"))
"""The kinds of words that stand before an amount and are no verb."""
