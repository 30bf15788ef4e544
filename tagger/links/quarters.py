"""Figures of a quarter in a report of more, which are measured against the quarter before, and those of the year to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span, previous_quarter


def take_quarter(
    claim: Claim,
    around: tuple[Claim | None, Iterable[Claim]],
    candidates: list[Candidate],
    index: TaxonomyIndex,
    period: ReportingPeriod,
) -> None:
    """Give a flow the report's last quarter where it, or what goes on about it right behind, is measured sequentially.

    Rose 6.2% year on year and 1.9% on the quarter before, to $882 million: all three are the quarter's. around: the
    figure before it in its sentence, and those behind it.
    """
    if claim.times or claim.is_before or not claim.is_latin or not candidates:
        return
    if months_through(period.start, period.end) <= QUARTER or not index.is_flow(candidates[0].concept):
        return
    last, behind = around
    goes_on = last is not None and not claim.left_terms and not last.is_before and _is_unsaid(last)
    if (
        goes_on
        or _is_sequential(claim, period)
        or any(_is_sequential(other, period) for other in _going_on(claim, behind))
    ):
        at = claim.figure.start
        start = first_of_months(QUARTER, period.end)
        claim.times = [TimePhrase(at, at, Span(start, period.end, "current"))]


def _is_unsaid(claim: Claim) -> bool:
    """Return whether a figure was given the quarter, which no words of it say."""
    time = claim.times[-1] if claim.times else None
    return (
        time is not None
        and time.start == time.end
        and time.span is not None
        and time.span.relative == "current"
    )


def _going_on(claim: Claim, behind: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the figures behind one that go on about it: of its sentence, as long as none names anything itself."""
    for other in behind:
        if other.sentence != claim.sentence or other.left_terms or other.times:
            return
        yield other


def take_base_as_time(
    claim: Claim, candidates: list[Candidate], index: TaxonomyIndex, period: ReportingPeriod
) -> None:
    """Read what looks like a base of comparison as the time of a level: year-to-date net income, (linked quarter: $0.89).

    To date is the year so far, in a report of its last part too.
    """
    base = claim.base
    if base is None or base.span is not None or claim.times or not claim.is_latin or not candidates:
        return
    if base.is_to_date and index.is_flow(candidates[0].concept):
        span = Span(period.year_start, period.end)
    elif base.base == "preceding_period" and _is_labelled(claim, base):
        span = previous_quarter(period)
    else:
        return
    claim.base = None
    claim.times = [TimePhrase(base.start, base.end, span)]


def _is_labelled(claim: Claim, base: TimePhrase) -> bool:
    """Return whether a bracket holds a level right behind what names its time."""
    return claim.in_bracket and claim.kind == "level" and 0 <= claim.figure.start - base.end <= _BEHIND


_BEHIND = 6
"""How far behind the name of its time a level in brackets begins: a colon, and what its currency is written with."""


def _is_sequential(claim: Claim, period: ReportingPeriod) -> bool:
    """Return whether a change is measured against the quarter before, however that is called: sequentially, from 2Q25."""
    base = claim.base
    moved = claim.kind in ("change", "growth") or claim.is_before
    moved = moved or (claim.verb is not None and claim.verb.meanings.verb == "reach")
    if base is None or not moved or (claim.kind not in ("change", "growth") and base.span is not None):
        return False
    if base.span is None:
        return base.base == "preceding_period"
    return _is_last_quarter(base.span) or _is_quarter_before(base.span, period)


def _is_quarter_before(span: Span, period: ReportingPeriod) -> bool:
    """Return whether a span is the quarter before the last of a report."""
    before = previous_quarter(period)
    return (
        span.start is not None and span.end == before.end and months_through(span.start, span.end) == QUARTER
    )


def _is_last_quarter(span: Span) -> bool:
    """Return whether a time is the quarter before, and called nothing else: compared to a quarter ago."""
    return span.relative == "preceding" and span.start is not None and (span.end - span.start).days < _DAYS


_DAYS = 100
"""How long a quarter is at most."""
