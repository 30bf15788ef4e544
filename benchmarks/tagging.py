"""How fast reading and tagging is, that it grows linearly, and that a hostile text costs no more than an ordinary one.

    python benchmarks/tagging.py [DOCUMENT --entity FILE --period PERIOD]

CPU time, the fastest of several runs each, so that a busy machine disturbs little. The copies of a text differ in their
figures; that they do not in their words helps, since the words of a wording are kept, so it is measured without that
too. Exits with 1 where a limit is passed. The limits are ratios, but for the milliseconds of a warm run.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time
from typing import NoReturn

from tagger.figures.find import find_figures
from tagger.profile_source import load_profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tagger.words import cover
from tagger.words.folding import fold
from tagger.words.language import load_language
from taxonomy.load import load_taxonomy

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "harbour-bank"
MEGABYTE = 1_000_000

WARM_LIMIT_MS = 15.0
COPIES, COPIES_LIMIT = 100, 110.0
HOSTILE_LIMIT = 3.0
HOSTILE = {
    "1,1,1,": "1,1,1,",
    "brackets": "（(「",
    "digits": "1",
    "qualifiers": "超",
    "lists": "、1",
    "dashes": "1-",
    "one fact": "公司存款1億元。",
    "scales": "萬億",
    "numerals in words": "一百",
    "verbs": "增加",
    "terms": "個人存款",
    "lines": "1\n",
    "years": "2024年",
    "of which": "其中",
    "pages": "1\n\f",
    "cells": "Loans\n\n2024\n\n1.5\n\n2.5\n\n",
    "bars": "|1,2",
    "rows of bars": "|1|2|3|\n",
    "rows": "Loans 1,2 3,4\n",
    "dashes in columns": "a  -  -\n",
    "rules": "|---|---|\n",
    "rules in a line": "--- ",
    "open brackets": "((((((((((  ",
}
"""What hostile texts are repeated from."""

SMALL, TIMES, GROWTH_LIMIT = 40_000, 4, 5.5
"""Bytes of a hostile text, and how much more time a text takes that is that many times as long."""
TICK = 0.005
"""Seconds of CPU below which some clocks tell nothing."""


def fastest(run: Callable[[], object], times: int) -> float:
    """Return the seconds of CPU that the fastest of several runs took."""
    taken = []
    for _ in range(times):
        began = process_time()
        run()
        taken.append(process_time() - began)
    return min(taken)


class TooLongError(Exception):
    """A run that took more CPU time than it was given."""


def within(seconds: float, run: Callable[[], float]) -> float:
    """Return what the run measured; a run that takes longer is stopped, and counts as long as it was given."""

    def stop(_number: int, _frame: object) -> NoReturn:
        raise TooLongError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return run()
    except TooLongError:
        return seconds
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


_LATER_DIGIT = re.compile(r"(?<=\d)\d(?=[\d.,]{0,12}[億萬亿万%])")
"""A digit of a quantity, but for its first."""


def varied(text: str, copies: int) -> list[bytes]:
    """Return copies of a text whose figures differ, so that no answer that was kept serves for the next."""
    lot = Random(1)  # noqa: S311  reproducible, not secret
    return [_LATER_DIGIT.sub(lambda _: str(lot.randrange(10)), text).encode() for _ in range(copies)]


def of_size(piece: str, size: int) -> str:
    """Return a text of at least as many bytes, made of copies of a piece."""
    return piece * (size // len(piece.encode()) + 1)


class Runs:
    """The runs that are measured, with taxonomy and profile read once."""

    def __init__(self, document: Path, entity: Path, period: str, times: int) -> None:
        """Read what all runs share."""
        self.data = document.read_bytes()
        self.times = times
        self.taxonomy, self.profile = load_taxonomy("bank-disclosure"), load_profile(entity)
        self.period = parse_reporting_period(period, self.profile.fiscal_year_end)
        self.tag(self.data)

    def tag(self, data: bytes) -> None:
        """Read and tag the bytes of a text."""
        tag_document(
            parse_document(data, "text"), self.taxonomy, self.profile, self.period, language="zh-Hant"
        )

    @contextmanager
    def as_new(self) -> Iterator[None]:
        """Let no wording be kept, as if each sentence were read for the first time."""
        kept, cover.KEPT = cover.KEPT, 0
        self.taxonomy = replace(self.taxonomy)  # what was kept of the other one counts for nothing
        try:
            self.tag(self.data)
            yield
        finally:
            cover.KEPT = kept

    def seconds(self, data: bytes, times: int | None = None) -> float:
        """Return the seconds that reading and tagging take."""
        return fastest(lambda: self.tag(data), times or self.times)

    def warm_seconds(self, times: int) -> float:
        """Return the seconds that the fastest of several texts takes that differ in their figures."""
        return min(self.seconds(data, 1) for data in varied(self.data.decode(), times))

    def growth(self, piece: str) -> float:
        """Return how many times the time of a hostile text one of four times its length takes."""
        few = max(self.seconds(of_size(piece, SMALL).encode(), 2), TICK)
        data = of_size(piece, TIMES * SMALL).encode()
        return within(4 * TIMES * few + 1, lambda: self.seconds(data, 2)) / few

    def figure_rate(self) -> float:
        """Return how many megabytes of text are searched for figures in a second."""
        text = fold(of_size(self.data.decode(), MEGABYTE))
        language = load_language("zh-Hant")
        return len(text.encode()) / MEGABYTE / fastest(lambda: find_figures(text, language), self.times)


def report(name: str, measured: float, limit: float | None = None) -> bool:
    """Print one line, and return whether it is within its limit."""
    well = limit is None or measured <= limit
    said = f"   limit {limit:6.1f}   {'ok' if well else 'TOO SLOW'}" if limit is not None else ""
    print(f"{name:44} {measured:9.2f}{said}", flush=True)
    return well


def main() -> int:
    """Measure, print a line each, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("document", nargs="?", type=Path, default=SAMPLE / "report.txt")
    parser.add_argument("--entity", type=Path, default=SAMPLE / "entity.yaml")
    parser.add_argument("--period", default="2025")
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    runs = Runs(given.document, given.entity, given.period, given.times)

    one = runs.warm_seconds(4 * given.times)
    whole = b"".join(varied(runs.data.decode(), COPIES))
    copies = runs.seconds(whole, 2)
    with runs.as_new():
        one_as_new, copies_as_new = runs.warm_seconds(4 * given.times), runs.seconds(whole, 1)
    results = [
        report("warm reading and tagging, ms", one * 1000, WARM_LIMIT_MS),
        report("the same with no wording kept, ms", one_as_new * 1000),
        report(f"{COPIES} copies in one text, to one", copies / one, COPIES_LIMIT),
        report("reading and tagging, MB/s", len(whole) / MEGABYTE / copies),
        report("the same with no wording kept, MB/s", len(whole) / MEGABYTE / copies_as_new),
        report("finding figures, MB/s", runs.figure_rate()),
    ]
    ordinary = runs.seconds(of_size(runs.data.decode(), MEGABYTE).encode(), 2)
    report("one megabyte of ordinary text, s", ordinary)
    for name in ("1,1,1,", "brackets", "qualifiers"):
        taken = runs.seconds(of_size(HOSTILE[name], MEGABYTE).encode(), 1)
        results.append(report(f"one of {name}, to it", taken / ordinary, HOSTILE_LIMIT))
    results.extend(
        report(f"four times as much of {name}", runs.growth(HOSTILE[name]), GROWTH_LIMIT) for name in HOSTILE
    )
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
