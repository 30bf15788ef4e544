"""Changes the figures of a text with gold: consistently, so that all arithmetic still holds, or not."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise

Row = dict[str, str]


@dataclass(frozen=True)
class Gold:
    """A text and the gold rows of its figures."""

    text: str
    rows: tuple[Row, ...]


def mutate(gold: Gold, seed: int) -> Gold:
    """Give every fact another value; levels, changes, growth rates and charts stay consistent."""
    chance = random.Random(seed)  # noqa: S311  a seed that repeats is the point
    values = _new_values([row for row in gold.rows if row["kind"] == "fact"], chance)
    return _rewrite(gold, values)


def contradict(gold: Gold, index: int) -> Gold:
    """Change one fact alone, by a third, and nothing that hangs on it."""
    facts = [row for row in gold.rows if row["kind"] == "fact"]
    row = facts[index % len(facts)]
    value = Decimal(row["value"])
    return _rewrite(gold, {row["start"]: _rounded(value * Decimal("1.37"), row)})


def reorder(gold: Gold, seed: int) -> Gold:
    """Shuffle the sections: what stands between two headings of a line of their own."""
    cuts = [
        0,
        *(m.start() + 1 for m in re.finditer(r"\n *[\d. ]*[\u4e00-\u9fff]{4,16}\n\n", gold.text)),
        len(gold.text),
    ]
    parts = list(pairwise(cuts))
    order = parts[1:]
    random.Random(seed).shuffle(order)  # noqa: S311  likewise
    text = ""
    rows: list[Row] = []
    for start, end in [parts[0], *order]:
        moved = len(text) - start
        text += gold.text[start:end]
        if not text.endswith("\n"):
            text += "\n"
        rows.extend(
            {**row, "start": str(int(row["start"]) + moved), "end": str(int(row["end"]) + moved)}
            for row in gold.rows
            if start <= int(row["start"]) < end
        )
    return Gold(text, tuple(rows))


def _base(row: Row) -> tuple[str, str]:
    concept = re.sub(r"^(IncreaseDecreaseIn|GrowthRateOf)", "", row["concept"])
    return concept, row["dimensions"]


def _new_values(facts: list[Row], chance: random.Random) -> dict[str, Decimal]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in facts:
        groups.setdefault(_base(row), []).append(row)
    values: dict[str, Decimal] = {}
    for rows in groups.values():
        _change_group(rows, chance, values)
    return values


def _change_group(rows: list[Row], chance: random.Random, values: dict[str, Decimal]) -> None:
    change = next((row for row in rows if row["concept"].startswith("IncreaseDecrease")), None)
    by_year = _change_levels(rows, chance, values, of_two_years=change is None)
    if change:
        moved = _rounded(by_year["2024"] * Decimal(chance.randint(20, 240)) / 1000, change)
        values[change["start"]] = moved if Decimal(change["value"]) > 0 else -moved
        before = by_year["2024"] - values[change["start"]]
        for row in rows:
            if _is_level(row) and row["period"].startswith("2023"):
                values[row["start"]] = _rounded(before, row)
    for row in rows:
        if row["concept"].startswith("GrowthRateOf"):
            if change:
                rate = values[change["start"]] / (by_year["2024"] - values[change["start"]])
            else:
                rate = Decimal(chance.randint(11, 489)) / 1000
            values[row["start"]] = _rounded(rate, row)


def _change_levels(
    rows: list[Row], chance: random.Random, values: dict[str, Decimal], *, of_two_years: bool
) -> dict[str, Decimal]:
    """Give each year's level another value, and every mention of it; 2023 follows from a change if there is one."""
    by_year: dict[str, Decimal] = {}
    level = next((row for row in rows if _is_level(row) and row["period"][-10:-6] == "2024"), None)
    if level:
        by_year["2024"] = _rounded(Decimal(level["value"]) * Decimal(chance.randint(55, 170)) / 97, level)
    for row in filter(_is_level, rows):
        year = row["period"][-10:-6]
        if year == "2023" and not of_two_years and "2024" in by_year:
            continue
        if year not in by_year:
            by_year[year] = _rounded(Decimal(row["value"]) * Decimal(chance.randint(55, 170)) / 97, row)
        values[row["start"]] = _rounded(by_year[year], row)
    return by_year


def _is_level(row: Row) -> bool:
    return not row["concept"].startswith(("IncreaseDecrease", "GrowthRateOf"))


def _rounded(value: Decimal, row: Row) -> Decimal:
    decimals = 0 if row["decimals"] == "INF" else int(row["decimals"])
    places = max(decimals, -len(str(int(abs(value)))) + 1)
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN) + 0


def _rewrite(gold: Gold, values: dict[str, Decimal]) -> Gold:
    text, rows, at, moved = "", [], 0, 0
    for row in gold.rows:
        start, end = int(row["start"]), int(row["end"])
        text += gold.text[at:start]
        figure, changed = gold.text[start:end], row
        if row["start"] in values:
            figure, changed = _printed(figure, row, values[row["start"]])
        text += figure
        begin = start + moved
        moved += len(figure) - (end - start)
        rows.append({**changed, "start": str(begin), "end": str(end + moved), "text": figure})
        at = end
    return replace(gold, text=text + gold.text[at:], rows=tuple(rows))


def _printed(figure: str, row: Row, value: Decimal) -> tuple[str, Row]:
    """Return the figure with another value in the same form, and its row."""
    digits = re.match(r"[\d,.]+", figure)
    assert digits is not None
    old = Decimal(digits.group().replace(",", ""))
    unit = abs(Decimal(row["value"])) / old
    places = len(digits.group().partition(".")[2])
    number = (abs(value) / unit).quantize(Decimal(1).scaleb(-places))
    if not number:
        number = Decimal(1).scaleb(-places)
    new = f"{number:,.{places}f}" if "," in digits.group() or number >= 10000 else f"{number:.{places}f}"
    exact = number * unit * (-1 if value < 0 else 1)
    decimals = row["decimals"]
    if row["qualifier"] in ("exceeds", "nearly") and not places:
        shown = str(int(number))
        zeros = len(shown) - len(shown.rstrip("0"))
        decimals = str(-(len(str(int(unit))) - 1) - zeros)
    keep = 0 if decimals == "INF" else max(int(decimals), 0)
    return new + figure[digits.end() :], {**row, "value": f"{exact:.{keep}f}", "decimals": decimals}
