"""What a change of a level is measured against where its words do not say: told by the levels that the document gives.

A quarter's report may compare with the quarter before, with the year's start or with the same day a year before. Where
exactly one of these makes the change or the growth come out, and the usual one does not, that is what was meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from tagger.clauses.claim import Claim
from tagger.links.decided import Decided, compared_with
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.timing import timing_across
from tagger.proofs.signs import Key, key_of
from tagger.reporting_period import ReportingPeriod, first_of_months

_DAY = timedelta(days=1)
_QUARTER = 3
_Levels = dict[tuple[Key, date], Decided]


def settle_bases(items: list[Decided], index: TaxonomyIndex, period: ReportingPeriod) -> None:
    """Give changes of levels that do not say what they are measured against the base that the levels tell.

    period: of the report; one of a whole year is compared with the year before.
    """
    if period.is_fiscal_year:
        return
    open_ones = [item for item in items if _is_open(item, index)]
    levels = _levels_of(items, index) if open_ones else {}
    for item in open_ones:
        reading = item.readings[0]
        start, end = reading.timing.start, reading.timing.end
        if start is None or _comes_out(item, key_of(reading, index), start - _DAY, levels):
            continue
        fitting = [
            day
            for day in _days_before(end, period)
            if day != start - _DAY and _comes_out(item, key_of(reading, index), day, levels)
        ]
        claim = item.claim
        if len(fitting) == 1 and isinstance(claim, Claim):
            told = compared_with(reading, claim, timing_across(fitting[0] + _DAY, end), index)
            if told is not None:
                item.readings[0] = told


def _is_open(item: Decided, index: TaxonomyIndex) -> bool:
    claim = item.claim
    return (
        bool(item.readings)
        and not item.reason
        and item.readings[0].kind in ("change", "growth")
        and isinstance(claim, Claim)
        and claim.base is None
        and not item.readings[0].timing.comparison
        and not index.is_flow(item.readings[0].base_concept)
    )


def _levels_of(items: list[Decided], index: TaxonomyIndex) -> _Levels:
    """Return of each thing and day the level that is printed with the most digits."""
    found: dict[tuple[Key, date], list[Decided]] = defaultdict(list)
    for item in items:
        if item.readings and not item.reason and item.readings[0].kind == "level":
            reading = item.readings[0]
            if reading.timing.start is None:
                found[key_of(reading, index), reading.timing.end].append(item)
    return {key: max(same, key=_decimals) for key, same in found.items()}


def _decimals(item: Decided) -> float:
    return float("inf") if item.decimals is None else item.decimals


def _days_before(end: date, period: ReportingPeriod) -> Iterator[date]:
    """Yield the days that a level at the end of a report is compared with: the quarter's, the year's start, a year before."""
    now = ReportingPeriod(end, end, period.fiscal_year_end)
    yield from dict.fromkeys(
        (first_of_months(_QUARTER, end) - _DAY, now.year_start - _DAY, now.same_period_previous_year.end)
    )


def _comes_out(item: Decided, key: Key, day: date, levels: _Levels) -> bool:
    """Return whether the change or growth is what the levels of a day and of its end differ by."""
    now, before = levels.get((key, item.readings[0].timing.end)), levels.get((key, day))
    if now is None or before is None:
        return False
    difference = now.interval.minus(before.interval)
    if item.readings[0].kind == "change":
        return difference.meets(item.interval)
    rate = difference.over(before.interval)
    return rate is not None and rate.meets(item.interval)
