"""Figures whose time their clause leaves open: of all that was since a day, of years to come, from before a quarter."""

from __future__ import annotations

import re
from datetime import timedelta

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.reporting_period import ReportingPeriod, months_through
from tagger.words.periods import TimePhrase


def why_no_time(claim: Claim, concept: str, setting: Setting) -> tuple[str, str] | None:
    """Return why a figure has no time: it is of all that was since a day, or of years to come."""
    since = [p for p in claim.since if not _is_of_clause_before(p, claim)]
    if since:
        ahead = any(p.base == "ahead" or (p.span and p.span.end > setting.period.year_end) for p in since)
        undated = claim.is_before and not claim.times  # 2021年以來，存款由X增至Y
        if ahead or undated or claim.kind != "level" or setting.index.is_flow(concept):
            return (
                "ambiguous",
                "the clause says since when, or for how long to come, and no time of the report",
            )
    if claim.is_before and _changed_within_year(claim, setting.period) and setting.index.is_flow(concept):
        return "ambiguous", "whether it is of the time before or of the year before is not said"
    vague = claim.kind in ("change", "growth") and claim.base is not None and claim.base.base == "unclear"
    if claim.base is not None and (not claim.times or vague) and _is_of_base(claim, concept, setting):
        return "ambiguous", "it is of a time that is not that of the report, or not said to the day"
    base = claim.base if claim.kind == "growth" else None
    compound = base is not None and base.base == "compound_annual" and not _is_made_yearly(claim, setting)
    if compound and base is not None and not (base.span or base.years or claim.times):
        return "ambiguous", "over how many years it is a rate a year is not said"
    if claim.kind == "growth" and claim.base is None and _is_each_year(claim, setting):
        return "ambiguous", "it is of each of several years, and of which is not said"
    if claim.of_two_bases and claim.kind != "level":
        return "ambiguous", "it is measured against two times at once"
    several = claim.base is not None and claim.base.base == "multi_year"
    reached = claim.verb is not None and claim.verb.meanings.verb == "reach"  # from X to Y over three years
    if several and claim.kind == "level" and not (claim.times or reached) and setting.index.is_flow(concept):
        return "ambiguous", "it is of several years"
    return None


def _is_made_yearly(claim: Claim, setting: Setting) -> bool:
    """Return whether a growth is only told as a year's, and may be of a part of one: 2%, or 8% annualised."""
    base, language = claim.base, setting.language
    if not claim.is_latin or base is None:
        return False
    said = setting.prose.text[base.start : base.end].split()
    return any(word in language.extra["made_yearly"] for word in said)


def _is_each_year(claim: Claim, setting: Setting) -> bool:
    """Return whether a growth is one of every year: deposits grew by 5% a year."""
    behind = setting.prose.text[claim.figure.end : claim.figure.end + _PER_YEAR]
    said = next((word for word in setting.language.extra["per_year"] if behind.startswith(f" {word}")), "")
    at = claim.figure.end + 1
    return bool(said) and not any(time.start <= at < time.end for time in claim.times)


_PER_YEAR = 24
"""How far behind a growth it may be said that it is one of every year."""


def _is_of_clause_before(since: TimePhrase, claim: Claim) -> bool:
    """Return whether a clause before says since when, and that of the figure its own time: 四季度以来投放回暖，全年投放X."""
    if claim.is_latin or since.start >= claim.clause_start:
        return False
    return any(phrase.start >= claim.clause_start and not phrase.base for phrase in claim.times)


def _is_of_base(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether what looks like a base of comparison is when it was, which no fact can hold.

    In the summer; on 15 March deposits were 5 billion; since 2020 we have granted 5 billion.
    """
    base, period = claim.base, setting.period
    if base is None:
        return False
    said = setting.prose.text[base.start : base.end].partition(" ")[0]
    extra, flow = setting.language.extra, setting.index.is_flow(concept)
    since = said in extra["since_clauses"]
    opens = opens_sentence(base.start, setting)
    if base.base == "unclear":
        if "exceeds" in claim.qualifiers and not flow:
            return False  # deposits passed $50 billion in the summer, and are above that still
        moves = claim.kind in ("change", "growth")  # since the merger deposits have grown by 5%
        return (flow or moves or not since) and (opens or base.start >= claim.clause_start)
    if claim.kind != "level" or base.span is None or base.base != "date":
        return False
    if since:
        before = base.start < claim.figure.start  # and not: the best since 2021
        return flow and before and base.span.end + _A_DAY not in (period.start, period.year_start)
    is_day = base.span.start is None and said in extra["days_on"] and base.span.end != period.end
    behind = base.start == claim.figure.end + 1
    return is_day and (opens or behind) and (not flow or base.span.end > period.end)


def opens_sentence(at: int, setting: Setting) -> bool:
    """Return whether nothing but a preposition stands before a place in its sentence: In mid-March, profit fell."""
    extra = setting.language.extra
    before = _ENDS.split(setting.prose.text[max(at - _PREPOSITION, 0) : at])[-1].split()
    return all(word in extra["times_at"] or word in extra["articles"] for word in before)


_PREPOSITION = 12
"""How long a preposition may be, with an article and the end of the sentence before."""
_ENDS = re.compile(r"[.。；;\n]")


_A_DAY = timedelta(days=1)


def _changed_within_year(claim: Claim, period: ReportingPeriod) -> bool:
    """Return whether a value changed in a short part of the time that is reported: in the third quarter it rose from X."""
    span = claim.over.span if claim.over is not None else None
    if claim.base is not None or claim.times or span is None or span.start is None:
        return False
    months = months_through(span.start, span.end)
    later = (
        claim.is_latin and span.start > period.year_start
    )  # from the first half, or the same one a year before
    return months < _HALF + later and months < months_through(period.start, period.end)


_HALF = 6
"""How many months a part of a year has that is told beside the same of the year before."""


def is_settled(claim: Claim, setting: Setting) -> bool:
    """Return whether a time to come has a value that was fixed already: for 2026 the allowance has been set at $5 million."""
    text, at = setting.prose.text, claim.figure.start
    said = text[max(0, at - _SETTLED) : at].rpartition(". ")[2]
    return claim.is_latin and any(f" {words} " in said for words in setting.language.extra["settled"])


_SETTLED = 160
"""How far before a figure it may be said that it was fixed."""
