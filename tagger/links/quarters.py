"""Figures of a quarter in a report of more: what is measured against the quarter before is a quarter's."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span


def take_quarter(
    claim: Claim,
    following: Claim | None,
    candidates: list[Candidate],
    index: TaxonomyIndex,
    period: ReportingPeriod,
) -> None:
    """Give a flow the report's last quarter where it, or what goes on about it right behind, is measured sequentially.

    Rose 6.2% year on year and 1.9% on the quarter before, to $882 million: all three are the quarter's.
    """
    if claim.times or claim.is_before or not (claim.is_latin and _is_sequential(claim, following)):
        return
    if months_through(period.start, period.end) <= QUARTER or not candidates:
        return
    if index.is_flow(candidates[0].concept):
        at = claim.figure.start
        start = first_of_months(QUARTER, period.end)
        claim.times = [TimePhrase(at, at, Span(start, period.end, "current"))]


def _is_sequential(claim: Claim, following: Claim | None) -> bool:
    if claim.base is not None and claim.base.base == "preceding_period":
        return claim.base.span is None or _is_last_quarter(claim.base.span)
    base = following.base if following is not None and following.sentence == claim.sentence else None
    return (
        base is not None
        and base.base == "preceding_period"
        and base.span is None
        and following is not None
        and not following.left_terms
    )


def _is_last_quarter(span: Span) -> bool:
    """Return whether a time is the quarter before, and called nothing else: compared to a quarter ago."""
    return span.relative == "preceding" and span.start is not None and (span.end - span.start).days < _DAYS


_DAYS = 100
"""How long a quarter is at most."""
