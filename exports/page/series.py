"""Levels with their history: facts of one concept and one set of dimensions at several instants.

Only stated facts are drawn as such. A level less its stated change gives the level before; it is drawn where
no fact states it, and marked as derived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from exports.report import Period

if TYPE_CHECKING:
    from tagger.ledger import Row
    from taxonomy.model import Taxonomy

Aspects = tuple[str, tuple[tuple[str, str], ...], str]
"""Concept, dimensions and unit: what all points of a series share."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at an instant (ISO date), and the rows that state it, or that it is derived from."""

    instant: str
    value: Decimal
    rows: tuple[str, ...]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Points in order of time; at least two."""

    concept: str
    dimensions: tuple[tuple[str, str], ...]
    unit: str
    points: tuple[Point, ...]


def level_series(facts: Iterable[Row], taxonomy: Taxonomy) -> tuple[Series, ...]:
    """Return the series that the facts hold, those with most stated points first, then in reading order."""
    levels: dict[Aspects, dict[str, list[Row]]] = {}
    changes: dict[Aspects, list[Row]] = {}
    for row in facts:
        if row.concept is None or row.period is None or row.value is None or row.unit is None:
            continue
        aspects = (row.concept, tuple(sorted(row.dimensions)), row.unit)
        if "/" in row.period:
            changes.setdefault(aspects, []).append(row)
        else:
            levels.setdefault(aspects, {}).setdefault(row.period, []).append(row)
    found = [
        Series(*aspects, _points(aspects, instants, changes, taxonomy))
        for aspects, instants in levels.items()
    ]
    drawn = [series for series in found if len(series.points) > 1]
    return tuple(sorted(drawn, key=lambda series: -sum(not point.derived for point in series.points)))


def _points(
    aspects: Aspects, instants: dict[str, list[Row]], changes: dict[Aspects, list[Row]], taxonomy: Taxonomy
) -> tuple[Point, ...]:
    best = {instant: max(rows, key=_precision) for instant, rows in instants.items()}
    points = {
        instant: Point(instant, Decimal(row.value or "0"), tuple(each.id for each in instants[instant]))
        for instant, row in best.items()
    }
    change_concept = taxonomy.variants.get((aspects[0], "change"), "")
    for change in changes.get((change_concept, *aspects[1:]), ()):
        period = Period.parse(change.period or "")
        level = best.get(period.end.isoformat())
        if period.start is None or level is None or _is_bound(level) or _is_bound(change):
            continue
        before = (period.start - timedelta(days=1)).isoformat()
        value = Decimal(level.value or "0") - Decimal(change.value or "0")
        points.setdefault(before, Point(before, value, (level.id, change.id), derived=True))
    return tuple(points[instant] for instant in sorted(points))


def _precision(row: Row) -> tuple[bool, int]:
    """Return what sorts mentions of one fact: the most precise gives the value."""
    return (True, 0) if row.decimals == "INF" else (False, row.decimals or 0)


def _is_bound(row: Row) -> bool:
    """Return whether the value is only a bound or a rough one, from which nothing is derived."""
    return bool(row.qualifier) and row.qualifier != "cumulative"
