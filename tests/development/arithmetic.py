"""Whether the gold of a passage agrees with itself: levels, changes, growth, shares and parts.

Values printed with `decimals` are intervals; gold is refused only where no true values can have been
rounded to what is printed. Spec: Calculations 1.1 (round to nearest).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from tests.development.passages import Gold, Passage

Interval = tuple[Decimal, Decimal]
Key = tuple[str, tuple[tuple[str, str], ...], str, str]
_ONE_SIDED = {"exceeds", "nearly", "at_least", "at_most", "about"}
_OWN_BASE = ("ComparisonAxis",)


def contradictions(passage: Passage) -> list[str]:
    """Return one line for each thing in the passage's gold that cannot be true at once."""
    facts = [row for row in passage.gold if row.kind == "fact" and row.value]
    exact = [row for row in facts if not _ONE_SIDED & set(row.qualifier.split("+"))]
    found = dict[Key, Gold]()
    wrong: list[str] = []
    for row in exact:
        key = (row.concept, row.dimensions, row.period, row.unit)
        other = found.setdefault(key, row)
        if other is not row and not _meet(_interval(row), _interval(other)):
            wrong.append(f"{row.text} and {other.text} are both {row.concept} {row.period}")
    wrong += [line for row in exact for line in _moves(row, found)]
    wrong += [line for row in exact for line in _share(row, found)]
    return wrong


def _moves(row: Gold, found: dict[Key, Gold]) -> Iterator[str]:
    """Hold a change or growth against the level now and the one before."""
    kind = next((name for name in ("IncreaseDecreaseIn", "GrowthRateOf") if row.concept.startswith(name)), "")
    if not kind or any(axis in _OWN_BASE for axis, _ in row.dimensions):
        return
    base = row.concept.removeprefix(kind)
    now, before = _now_and_before(row, base, found)
    move = _interval(row)
    if kind == "GrowthRateOf" and now:
        change_key = (f"IncreaseDecreaseIn{base}", row.dimensions, row.period, now.unit)
        change = found.get(change_key)
        yield from _growth_mistakes(row, now, before, change)
    elif kind == "IncreaseDecreaseIn" and now and before:
        low, high = _interval(now), _interval(before)
        if not _meet(move, (low[0] - high[1], low[1] - high[0])):
            yield f"change {row.text} of {base}: {now.text} less {before.text}"


def _growth_mistakes(row: Gold, now: Gold, before: Gold | None, change: Gold | None) -> Iterator[str]:
    level, growth = _interval(now), _interval(row)
    if before and not _meet(growth, _quotients(level, _interval(before))):
        yield f"growth {row.text} of {row.concept}: {now.text} over {before.text}"
    if change:
        moved = _interval(change)
        candidates = [step / (end - step) for end, step in product(level, moved) if end != step]
        if candidates and not _meet(growth, (min(candidates), max(candidates))):
            yield f"growth {row.text} of {row.concept}: {change.text} up to {now.text}"


def _now_and_before(row: Gold, base: str, found: dict[Key, Gold]) -> tuple[Gold | None, Gold | None]:
    first, last = (date.fromisoformat(day) for day in row.period.split("/"))
    units = {unit for concept, _, _, unit in found if concept == base}
    for unit in sorted(units):
        level = found.get((base, row.dimensions, last.isoformat(), unit))
        if level:
            start = (first - timedelta(days=1)).isoformat()
            return level, found.get((base, row.dimensions, start, unit))
        flow = found.get((base, row.dimensions, row.period, unit))
        if flow:
            earlier = f"{_year_before(first)}/{_year_before(last)}"
            return flow, found.get((base, row.dimensions, earlier, unit))
    return None, None


def _share(row: Gold, found: dict[Key, Gold]) -> Iterator[str]:
    """Hold a share against the part its members name and the whole without them."""
    if not row.concept.startswith("ShareOf"):
        return
    base = row.concept.removeprefix("ShareOf")
    for concept, dims, period, unit in list(found):
        if (concept, dims, period) == (base, row.dimensions, row.period):
            whole = found.get((base, (), period, unit))
            if whole:
                quotient = _quotients(_interval(found[concept, dims, period, unit]), _interval(whole))
                if not _meet(_interval(row), (quotient[0] + 1, quotient[1] + 1)):
                    yield f"share {row.text} of {base} {dims}"


def _interval(row: Gold) -> Interval:
    value = Decimal(row.value)
    slack = Decimal(0) if row.decimals == "INF" else Decimal("0.5").scaleb(-int(row.decimals))
    return value - slack, value + slack


def _quotients(upper: Interval, lower: Interval) -> Interval:
    """Return the interval of a / b - 1."""
    found = [a / b - 1 for a, b in product(upper, lower) if b]
    return min(found), max(found)


def _meet(one: Interval, other: Interval) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _year_before(day: date) -> str:
    next_day = day + timedelta(days=1)
    if next_day.day == 1:
        return (next_day.replace(year=next_day.year - 1) - timedelta(days=1)).isoformat()
    return day.replace(year=day.year - 1).isoformat()
