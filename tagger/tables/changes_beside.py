"""A cell that holds a value and how that has changed, in brackets or behind an arrow: €210 million (+5%), 1,350 (↑2%)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tagger.clauses.claim import Line
from tagger.figures.figure import POINTS, RATES, Figure
from tagger.readers.values import is_value
from tagger.reporting_period import ReportingPeriod, months_through
from tagger.tables.columns import Column

_SIGNS = frozenset("+-−–＋↑↓")


def holds_one_value(figures: Sequence[Figure], said: str) -> bool:
    """Return whether a cell holds one value, with a footnote's mark or its change behind it or without, and nothing else."""
    others = _beside(figures)
    beside = not others or (len(others) == 1 and others[0].kind in RATES and figures[0].kind not in RATES)
    return (beside or _is_in_points(figures, others)) and is_value(said)


def _beside(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a cell behind its first, but for footnotes' marks."""
    return [figure for figure in figures[1:] if figure.reason != "reference"]


def _is_in_points(figures: Sequence[Figure], others: list[Figure]) -> bool:
    return len(others) == 1 and figures[0].kind == "percent" and others[0].kind in POINTS


def parted_change(line: Line, text: str) -> tuple[Line, Line | None]:
    """Return a cell's line up to its value, and that of what stands behind it, from the sign or the arrow of a change on."""
    others = _beside(line.figures)
    if not others:
        return line, None
    first, last = line.figures[0].end, others[0].start
    sign = next((at for at in range(first, last) if text[at] in _SIGNS), last)
    change = replace(line, start=sign, end=others[0].end, figures=others)
    return replace(line, end=first, figures=line.figures[:1]), change


def of_changes(column: Column, period: ReportingPeriod, sign: str) -> Column:
    """Return a column of values as one of their changes, not understood without a sign: 61 (29%) may be a share.

    Of a part of a year it is not said against which time they are.
    """
    span = column.time.span if column.time and column.time.span else None
    start, end = (span.start, span.end) if span else (period.start, period.end)
    of_a_year = start is not None and months_through(start, end) >= _MONTHS
    return replace(
        column, kind="change", of_unknown=not (sign in _SIGNS and of_a_year and column.is_of_levels)
    )


_MONTHS = 12
