"""Figures whose time their clause leaves open: of all that was since a day, of years to come, from before a quarter."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.reporting_period import ReportingPeriod, months_through


def why_no_time(claim: Claim, concept: str, setting: Setting) -> tuple[str, str] | None:
    """Return why a figure has no time: it is of all that was since a day, or of years to come."""
    if claim.since:
        ahead = any(
            p.base == "ahead" or (p.span and p.span.end > setting.period.year_end) for p in claim.since
        )
        if ahead or claim.kind != "level" or setting.index.is_flow(concept):
            return (
                "ambiguous",
                "the clause says since when, or for how long to come, and no time of the report",
            )
    if claim.is_before and _changed_within_year(claim, setting.period) and setting.index.is_flow(concept):
        return "ambiguous", "whether it is of the time before or of the year before is not said"
    several = claim.base is not None and claim.base.base == "multi_year"
    if several and claim.kind == "level" and not claim.times and setting.index.is_flow(concept):
        return "ambiguous", "it is of several years"
    return None


def _changed_within_year(claim: Claim, period: ReportingPeriod) -> bool:
    """Return whether a value changed in a short part of the time that is reported: in the third quarter it rose from X."""
    span = claim.over.span if claim.over is not None else None
    if claim.base is not None or claim.times or span is None or span.start is None:
        return False
    return months_through(span.start, span.end) < min(_HALF, months_through(period.start, period.end))


_HALF = 6
"""How many months a part of a year has that is told beside the same of the year before."""
