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
    points = {instant: _stated(instant, rows) for instant, rows in instants.items()}
    change_concept = taxonomy.variants.get((aspects[0], "change"), "")
    for change in changes.get((change_concept, *aspects[1:]), ()):
        period = Period.parse(change.period or "")
        after = points.get(period.end.isoformat())
        if period.start is None or after is None or after.derived or _is_bound(change):
            continue
        before = (period.start - timedelta(days=1)).isoformat()
        value = after.value - Decimal(change.value or "0")
        points.setdefault(before, Point(before, value, (*after.rows, change.id), derived=True))
    return tuple(points[instant] for instant in sorted(points))


def _stated(instant: str, rows: list[Row]) -> Point:
    """Return the point of a fact said once or more: the most precise mention gives the value."""
    best = max(rows, key=_precision)
    return Point(instant, Decimal(best.value or "0"), tuple(row.id for row in rows))


def _precision(row: Row) -> tuple[bool, int]:
    return (True, 0) if row.decimals == "INF" else (False, row.decimals or 0)


def _is_bound(row: Row) -> bool:
    """Return whether the value is only a bound or a rough one, from which nothing is derived."""
    return bool(row.qualifier) and row.qualifier != "cumulative"
