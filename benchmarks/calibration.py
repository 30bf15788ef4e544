"""Measures confidence: of the facts at such a confidence, how many are right.

    python -m benchmarks.calibration [--passages N] [--all-terms] [--diagram FILE.svg]

Written passages, texts that the tagger had not seen, and generated passages are tagged with all, three quarters and half
of the terms (drawn by lot). One half of them calibrates (of the unseen texts those that were looked at later): its facts,
by the price of their reading, give the table that tagger/proofs/confidence.py should hold. The other half tests what it
holds now: the reliability table, each bin with the upper 95 % bound of the share that is wrong (Clopper-Pearson), and the
diagram. No passage is in both halves.
"""

from __future__ import annotations

import argparse
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from math import exp, lgamma, log
from multiprocessing import Pool
from pathlib import Path
from random import Random

from benchmarks.reliability_diagram import Bin, diagram
from benchmarks.terms import by_lot, thinned
from tagger.ledger import Row
from tagger.links.decided import Decided
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import decide_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy
from tests.development.generator import generate
from tests.development.measure import is_whole, profile_of, rows_by_gold
from tests.development.passages import Passage, load_passages
from tests.development.vocabulary import SOURCES
from tests.unseen.measure import load_unseen

CALIBRATION, TEST = "calibration", "test"
FIRST_SEED = {CALIBRATION: 100_000, TEST: 200_000}
SHARES = (1.0, 0.75, 0.5)
UNSEEN = -1_000
"""From this number down, a job is one of the texts that the tagger had not seen."""
THRESHOLD = {CALIBRATION: 0.02, TEST: 0.5}
"""Calibrated is what is unsure too; tested is what would be filed."""

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 1.0)
SURE = 0.9
_BOUND = 0.05
_LEAST = 40
"""How many facts a step of the calibrated table needs."""


@dataclass(frozen=True, slots=True)
class Point:
    """A tagged fact: its confidence and price, whether arithmetic confirms it, and whether it is right."""

    confidence: float
    price: float
    confirmed: bool
    right: bool
    share: float
    generated: bool


@cache
def vocabulary_of(name: str, share: float, seed: int) -> Taxonomy:
    """Return a taxonomy of the written passages with a share of its terms."""
    return _thinned(load_taxonomy(str(SOURCES[name])), share, seed)


def _thinned(known: Taxonomy, share: float, seed: int) -> Taxonomy:
    lot = Random(seed)  # noqa: S311  reproducible, not secret
    return known if share == 1 else thinned(known, partial(by_lot, lot, share))


def points_of(half: str, job: tuple[int, float]) -> list[Point]:
    """Return the facts of one passage, tagged with a share of the terms. A negative number is a written passage's."""
    number, share = job
    seed = FIRST_SEED[half] + number % 4
    if number <= UNSEEN:
        one = load_unseen()[UNSEEN - number]
        passage, document, profile, period = one.passage, one.document, one.profile, one.period
        known = _thinned(one.taxonomy, share, seed)
    else:
        passage = load_passages()[-number - 1] if number < 0 else generate(number)
        known = vocabulary_of(passage.taxonomy, share, seed)
        profile = profile_of(passage, known)
        period = parse_reporting_period(passage.period, profile.fiscal_year_end)
        document = parse_document(passage.text.encode(), passage.name)
    made = decide_document(document, known, profile, period, threshold=THRESHOLD[half])
    decided = {made.prose.origin(item.figure.start): item for item in made.decided}
    right = _right_rows(passage, made.ledger.rows)
    return [
        Point(
            row.confidence or 0.0, *_price(decided.get(row.start)), row.id in right, share, generated=number >= 0
        )
        for row in made.ledger.rows
        if row.status == "fact"
    ]  # fmt: skip


def _right_rows(passage: Passage, rows: tuple[Row, ...]) -> set[str]:
    return {
        row.id
        for gold, row in rows_by_gold(passage, rows)
        if row is not None and gold.kind == "fact" and is_whole(gold, row)
    }


def _price(item: Decided | None) -> tuple[float, bool]:
    if item is None or item.best is None:
        return 0.0, False
    return item.best.price, item.best.candidate.by_arithmetic or item.confirmed


def jobs(half: str, passages: int, shares: tuple[float, ...]) -> Iterator[tuple[int, float]]:
    """Yield (passage, share of the terms) of one half: every other written passage, and generated ones."""
    first = 0 if half == CALIBRATION else 1
    for share in shares:
        yield from ((-number - 1, share) for number in range(first, len(load_passages()), 2))
        yield from (
            (UNSEEN - number, share)
            for number, one in enumerate(load_unseen())
            if one.is_held_out is (half == TEST)
        )
        yield from ((FIRST_SEED[half] + number, share) for number in range(passages))


def wrong_bound(wrong: int, count: int) -> float:
    """Return the upper 95 % bound of the share that is wrong (Clopper-Pearson, one side)."""
    if not count or wrong == count:
        return 1.0
    low, high = wrong / count, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(wrong, count, middle) > _BOUND else (low, middle)
    return high


def _at_most(wrong: int, count: int, share: float) -> float:
    """Return how likely at most so many of the count are wrong if each is with that share."""
    if share <= 0:
        return 1.0
    logs = (
        lgamma(count + 1)
        - lgamma(k + 1)
        - lgamma(count - k + 1)
        + k * log(share)
        + (count - k) * log(1 - share)
        for k in range(wrong + 1)
    )
    return sum(map(exp, logs)) if share < 1 else 0.0


def bins_of(points: list[Point]) -> list[Bin]:
    """Return the facts by confidence."""
    found = []
    for low, high in pairwise(EDGES):
        inside = [p for p in points if low <= p.confidence < high or (high == 1 and p.confidence == 1)]
        if inside:
            right = sum(p.right for p in inside)
            mean = sum(p.confidence for p in inside) / len(inside)
            found.append(
                Bin(low, high, len(inside), right, mean, wrong_bound(len(inside) - right, len(inside)))
            )
    return found


def calibrated(points: list[Point]) -> list[tuple[float, float, int]]:
    """Return (price, share right, facts) in steps: the share never grows with the price (pool adjacent violators)."""
    ordered = sorted(points, key=lambda p: p.price)
    prices = [p.price for p in ordered]
    steps: list[tuple[float, int, int]] = []  # price, right, facts
    at = 0
    while at < len(ordered):
        end = max(at + _LEAST, bisect_right(prices, prices[min(at + _LEAST, len(prices)) - 1]))
        block = ordered[at:end]
        steps.append((sum(p.price for p in block) / len(block), sum(p.right for p in block), len(block)))
        at = end
        while len(steps) > 1 and steps[-1][1] * steps[-2][2] > steps[-2][1] * steps[-1][2]:
            (price, right, count), (other, more, many) = steps[-2:]
            steps[-2:] = [((price * count + other * many) / (count + many), right + more, count + many)]
    return [(price, right / count, count) for price, right, count in steps]


def share_at(price: float, table: list[tuple[float, float, int]]) -> float:
    """Return the share at a price, on the straight line between two steps."""
    at = bisect_left([step[0] for step in table], price)
    if at == 0 or at == len(table):
        return table[min(at, len(table) - 1)][1]
    (low, first, _), (high, second, _) = table[at - 1], table[at]
    return first + (second - first) * (price - low) / (high - low)


def main() -> None:
    """Print the calibrated tables and the reliability table; write the diagram."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--passages", type=int, default=350, help="generated passages in each half")
    options.add_argument("--all-terms", action="store_true", help="take no term away")
    options.add_argument(
        "--diagram", type=Path, default=Path(__file__).parents[1] / "docs" / "reliability.svg"
    )
    given = options.parse_args()
    shares = SHARES[:1] if given.all_terms else SHARES
    points: dict[str, list[Point]] = {}
    with Pool() as pool:
        for half in (CALIBRATION, TEST):
            made = pool.imap(partial(points_of, half), list(jobs(half, given.passages, shares)), chunksize=4)
            points[half] = [point for some in made for point in some]
    tables = {
        flag: calibrated([p for p in points[CALIBRATION] if p.confirmed is flag]) for flag in (False, True)
    }
    for flag, name in ((False, "ALONE"), (True, "CONFIRMED")):
        print(
            f"\n{name}, from {sum(step[2] for step in tables[flag])} facts that calibrate: price, share right, facts"
        )
        for price, share, count in tables[flag]:
            print(f"  {price:.3f}  {share:.4f}  {count}")
    bins = bins_of(points[TEST])
    print_reliability("confidence as tagged, facts that did not calibrate", points[TEST])
    for share in shares:
        print_reliability(f"  with {share:.0%} of the terms", [p for p in points[TEST] if p.share == share])
    print_reliability("  written passages alone", [p for p in points[TEST] if not p.generated])
    fitted = [
        Point(share_at(p.price, tables[p.confirmed]), p.price, p.confirmed, p.right, p.share, p.generated)
        for p in points[TEST]
    ]
    print_reliability("confidence by the calibrated tables, the same facts", fitted)
    given.diagram.write_text(diagram(bins), encoding="utf-8")


def print_reliability(title: str, points: list[Point]) -> None:
    """Print a reliability table, the sure ones together in its last row."""
    print(f"\n{title}: {len(points)} facts")
    print("| confidence | facts | mean | right | share right | wrong at most (95 %) |")
    print("|---|---|---|---|---|---|")
    for each in bins_of(points):
        print(
            f"| {each.low:.2f}–{each.high:.2f} | {each.count} | {each.mean:.3f} | {each.right} | "
            f"{each.right / each.count:.4f} | {each.wrong_bound:.4f} |"
        )
    sure = [p for p in points if p.confidence >= SURE]
    right = sum(p.right for p in sure)
    if sure:
        bound = wrong_bound(len(sure) - right, len(sure))
        print(f"| {SURE:.2f} and more | {len(sure)} | | {right} | {right / len(sure):.4f} | {bound:.4f} |")


if __name__ == "__main__":
    main()
