"""How fast the cells of dense tables are tagged, that it grows linearly, and how much memory a large table takes.

    python benchmarks/tables.py [--megabytes 25]

Each kind of table is measured in a process of its own: CPU time, the fastest of several runs, and the peak of its
memory. Exits with 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time

from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy

MEGABYTE = 1_000_000
LIMIT_MICROSECONDS = 150.0
GROWTH_LIMIT = 5.0
"""How much longer a table of four times the size may take: one text is read in its whole length."""
LIMIT_BYTES = 240.0
"""Of memory for each byte of a table, where a figure takes 11 bytes of text: 25 MB of such fit in 6 GB."""
KINDS = ("pipes", "aligned", "html")
_YEARS = (2024, 2023, 2022, 2021, 2020, 2019)
_NAMES = (
    "個人存款",
    "公司存款",
    "活期存款",
    "定期存款",
    "個人貸款",
    "公司貸款",
    "票據貼現",
    "製造業",
    "批發及零售業",
    "房地產業",
)


def dense_table(kind: str, size: int) -> bytes:
    """Return a document of about that many bytes that is one table of six columns of figures."""
    rows = []
    length, number = 0, 0
    while length < size:
        name = _NAMES[number % len(_NAMES)]
        values = [f"{(number * 7 + at * 13) % 99_000 + 1_000:,}" for at in range(len(_YEARS))]
        rows.append(_row(kind, name, values))
        length += len(rows[-1].encode())
        number += 1
    head = _row(kind, "項目", [f"{year}年末" for year in _YEARS])
    if kind == "html":
        body = "".join(rows)
        return f"<html><body><p>單位：人民幣百萬元</p><table>{head}{body}</table></body></html>".encode()
    rule = "|---" * (len(_YEARS) + 1) + "|\n" if kind == "pipes" else ""
    return f"存款及貸款（單位：人民幣百萬元）\n\n{head}{rule}{''.join(rows)}".encode()


def _row(kind: str, name: str, values: list[str]) -> str:
    if kind == "pipes":
        return f"| {name} | {' | '.join(values)} |\n"
    if kind == "aligned":
        return name + "　" * (10 - len(name)) + "".join(f"{value:>12}" for value in values) + "\n"
    return f"<tr><td>{name}</td>{''.join(f'<td>{value}</td>' for value in values)}</tr>"


def measure(kind: str, size: int, times: int) -> dict[str, float]:
    """Return figures, seconds and the peak of memory of reading and tagging a table."""
    taxonomy = load_taxonomy("bank-disclosure")
    profile = Profile("A bank", "http://example.org/scheme", "B1", "CNY", aliases=())
    period = parse_reporting_period("2024", (12, 31))
    tag_document(
        parse_document(dense_table(kind, 2_000), "warm", ending=_ending(kind)), taxonomy, profile, period
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = dense_table(kind, size)
    seconds, rows = float("inf"), 0
    for _ in range(times):
        began = process_time()
        rows = len(
            tag_document(parse_document(data, "table", ending=_ending(kind)), taxonomy, profile, period).rows
        )
        seconds = min(seconds, process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"bytes": len(data), "figures": rows, "seconds": seconds, "memory": (peak - before) * 1024}


def _ending(kind: str) -> str:
    return ".html" if kind == "html" else ".txt"


def in_a_process(kind: str, size: int, times: int) -> dict[str, float]:
    """Return what a process of its own measured."""
    command = [sys.executable, str(Path(__file__)), "--one", kind, "--size", str(size), "--times", str(times)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def report(name: str, measured: float, limit: float | None) -> bool:
    """Print one line, and return whether it is within its limit."""
    well = limit is None or measured <= limit
    said = f"   limit {limit:6.0f}   {'ok' if well else 'PASSED'}" if limit is not None else ""
    print(f"{name:44} {measured:9.1f}{said}", flush=True)
    return well


def main() -> int:
    """Measure, print a line each, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--megabytes", type=float, default=25.0, help="the size of the large table")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--one", choices=KINDS, help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, default=MEGABYTE, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one, given.size, given.times)))
        return 0
    well = []
    for kind in KINDS:
        small = in_a_process(kind, MEGABYTE // 4, given.times)
        one = in_a_process(kind, MEGABYTE, given.times)
        well.append(report(f"{kind}: µs a figure", 1e6 * one["seconds"] / one["figures"], LIMIT_MICROSECONDS))
        well.append(report(f"{kind}: four times as much", one["seconds"] / small["seconds"], GROWTH_LIMIT))
        well.append(report(f"{kind}: bytes of memory a byte", one["memory"] / one["bytes"], LIMIT_BYTES))
        if given.megabytes:
            large = in_a_process(kind, int(given.megabytes * MEGABYTE), 1)
            rate = 1e6 * large["seconds"] / large["figures"]
            well.append(report(f"{kind}, {given.megabytes:g} MB: µs a figure", rate, LIMIT_MICROSECONDS))
            report(f"{kind}, {given.megabytes:g} MB: GB of memory", large["memory"] / 1e9, 4)
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
