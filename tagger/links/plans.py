"""Figures of a time to come: plans by the words of their sentence, else left to a person."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.decided import Decided
from tagger.reporting_period import ReportingPeriod
from tagger.words.periods import TimePhrase


def plan_ahead(claim: Claim, time: TimePhrase | None, period: ReportingPeriod) -> None:
    """Read a figure of a time to come as the plan that its sentence speaks of: our target, set in 2023, of 15% in 2026."""
    span = time.span if time is not None and time in claim.times else None
    if claim.scenario or span is None or span.end <= period.year_end:
        return
    kinds = [token.meanings.kinds for token in claim.lead]
    claim.scenario = next(
        (kind for said in reversed(kinds) for kind in ("target", "forecast") if kind in said), ""
    )


def is_to_come(item: Decided, period: ReportingPeriod) -> bool:
    """Return whether a figure is of a time after the report's year, of which a report can only tell plans."""
    if item.best is None:
        return False
    timing = item.best.timing
    return (timing.start or timing.end) > period.year_end
