"""What a change is measured against where its words do not say: told by the levels that the document gives.

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
from tagger.links.timing import Timing, timing_across
from tagger.proofs.prove import checks_of
from tagger.proofs.signs import Key, key_of
from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through

_DAY = timedelta(days=1)
_PARTS = (3, 6)
"""The months of the parts of a year that are compared with the part before."""
_Time = tuple[date | None, date]
_Levels = dict[tuple[Key, _Time], Decided]


def settle_bases(items: list[Decided], index: TaxonomyIndex, period: ReportingPeriod) -> None:
    """Give changes that do not say what they are measured against the base that the levels tell.

    period: of the report; one of a whole year is compared with the year before, and flows of its parts alone are asked for.
    """
    open_ones = [item for item in items if _is_open(item)]
    if period.is_fiscal_year:
        open_ones = [item for item in open_ones if item.readings[0].timing.start != period.start]
    levels = _levels_of(items, index) if open_ones else {}
    for item in open_ones:
        reading = item.readings[0]
        start, end = reading.timing.start, reading.timing.end
        if start is None:
            continue
        if index.is_flow(reading.base_concept):
            _settle_flow(item, key_of(reading, index), (start, end), levels, index, period)
            continue
        if period.is_fiscal_year or _comes_out(
            item, key_of(reading, index), (None, end), (None, start - _DAY), levels
        ):
            continue
        fitting = [
            day
            for day in _days_before(end, period)
            if day != start - _DAY
            and _comes_out(item, key_of(reading, index), (None, end), (None, day), levels)
        ]
        claim = item.claim
        if len(fitting) == 1 and isinstance(claim, Claim):
            told = compared_with(reading, claim, timing_across(fitting[0] + _DAY, end), index)
            if told is not None:
                item.readings[0] = told


def _settle_flow(
    item: Decided,
    key: Key,
    time: tuple[date, date],
    levels: _Levels,
    index: TaxonomyIndex,
    period: ReportingPeriod,
) -> None:
    """Measure a change of a flow against the quarter or half before, where that makes it come out, and the year before not."""
    start, end = time
    claim, months = item.claim, months_through(start, end)
    a_year_before = ReportingPeriod(start, end, period.fiscal_year_end).same_period_previous_year
    usual, before = (a_year_before.start, a_year_before.end), start - _DAY
    if months not in _PARTS or not isinstance(claim, Claim):
        return
    if _comes_out(item, key, time, usual, levels):
        return
    if _comes_out(item, key, time, (first_of_months(months, before), before), levels):
        told = compared_with(item.readings[0], claim, Timing(start, end, "preceding_period"), index)
        if told is not None:
            item.readings[0] = told


def _is_open(item: Decided) -> bool:
    claim = item.claim
    return (
        bool(item.readings)
        and not item.reason
        and item.readings[0].kind in ("change", "growth")
        and isinstance(claim, Claim)
        and claim.base is None
        and not (item.readings[0].timing.comparison and (claim.times or not _is_carried(item)))
    )


def _is_carried(item: Decided) -> bool:
    """Return whether the quarter that a change is measured over is one that something before it is said to be of."""
    return item.readings[0].timing.comparison == "preceding_period"


def _levels_of(items: list[Decided], index: TaxonomyIndex) -> _Levels:
    """Return of each thing and time the level that is printed with the most digits."""
    found: dict[tuple[Key, _Time], list[Decided]] = defaultdict(list)
    for item in items:
        if item.readings and not item.reason and item.readings[0].kind == "level":
            reading = item.readings[0]
            found[key_of(reading, index), (reading.timing.start, reading.timing.end)].append(item)
    return {key: max(same, key=_decimals) for key, same in found.items()}


def _decimals(item: Decided) -> float:
    return float("inf") if item.decimals is None else item.decimals


def _days_before(end: date, period: ReportingPeriod) -> Iterator[date]:
    """Yield the days that a level at the end of a report is compared with: the quarter's, the year's start, a year before."""
    now = ReportingPeriod(end, end, period.fiscal_year_end)
    yield from dict.fromkeys(
        (first_of_months(QUARTER, end) - _DAY, now.year_start - _DAY, now.same_period_previous_year.end)
    )


def _comes_out(item: Decided, key: Key, time: _Time, earlier: _Time, levels: _Levels) -> bool:
    """Return whether the change or growth is what the levels of two times differ by."""
    now, before = levels.get((key, time)), levels.get((key, earlier))
    if now is None or before is None:
        return False
    is_change = item.readings[0].kind == "change"
    checks = checks_of(now, before, item if is_change else None, None if is_change else item)
    return any(computed.meets(printed) for _, computed, printed, _ in checks)
