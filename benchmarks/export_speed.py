"""A million facts in each syntax, written and read, against bare loops over templates; peak memory of each.

    python benchmarks/export_speed.py [FACTS]

Each measurement runs in a process of its own. Writers and loops are held against each other in turns on the
same facts, a quarter of a million made beforehand, into the null device, and the best turn counts: once whole
numbers alone, once numbers of all kinds. The million is made by a generator, written to a file and read back.
Exits with 1 where a limit is passed.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import BinaryIO

from exports import ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.readers.read import read
from exports.report import Entity, Fact, Outline, Period, Report

FACTS = 1_000_000
SAMPLE = 250_000
TURNS = 6
LIMITS = {"xml": 1.6, "json": 1.6, "csv": 1.6, "ixbrl": 2.0}
MEGABYTES = 100
ENTITY = Entity("http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55")
PERIODS = tuple(Period(None, date(2000 + year, 12, 31)) for year in range(25))
MEMBERS = tuple((("bank:TypeAxis", f"bank:Member{number}"),) for number in range(40))
FILES = {"xml": "r.xbrl", "json": "r.json", "csv": "r-csv.json", "ixbrl": "r.xhtml"}


def facts(count: int) -> Iterator[Fact]:
    """Yield facts over 1,000 contexts and 50 concepts."""
    for number in range(count):
        yield Fact(
            id=f"f{number}",
            concept=f"bank:Concept{number % 50}",
            entity=ENTITY,
            period=PERIODS[number % 25],
            dimensions=MEMBERS[number % 40],
            unit="iso4217:CNY",
            value=str(number * 1000),
            decimals=-3,
        )


def mixed(count: int) -> Iterator[Fact]:
    """Yield facts of which a third are negative or have decimals, as in a bank's report."""
    for number, fact in enumerate(facts(count)):
        if number % 6 == 1:
            yield replace(fact, value=f"-{number * 1000}")
        elif number % 6 == 4:  # noqa: PLR2004  a sixth of them are rates
            yield replace(fact, value=f"0.{number}1", unit="xbrli:pure", decimals=4)
        else:
            yield fact


def report(count: int) -> Report:
    """Return a report whose facts are made while they are written."""
    return Report(
        entry_point="http://example.org/bank.xsd",
        namespaces=(
            ("bank", "http://example.org/bank"),
            ("iso4217", "http://www.xbrl.org/2003/iso4217"),
            ("xbrli", "http://www.xbrl.org/2003/instance"),
        ),
        facts=facts(count),
        outline=Outline((ENTITY.scheme,), ("bank:TypeAxis",)),
    )


def loop_xml(write: Callable[[bytes], int], made: Iterable[Fact]) -> None:
    """Write the same elements as the writer: nothing looked up, checked or escaped."""
    for fact in made:
        name = fact.concept.encode()
        write(
            b'<%s id="%s" contextRef="c1" unitRef="u1" decimals="%d">%s</%s>\n'
            % (name, fact.id.encode(), fact.decimals or 0, (fact.value or "").encode(), name)
        )


def loop_json(write: Callable[[bytes], int], made: Iterable[Fact]) -> None:
    """Write the same members as the writer."""
    for fact in made:
        write(
            b',\n  "%s":{"dimensions":{"concept":"%s","entity":"scheme:529900T8BM49AURSDO55",'
            b'"period":"2025-01-01T00:00:00","unit":"iso4217:CNY","bank:TypeAxis":"bank:Member1"},'
            b'"decimals":%d,"value":"%s"}'
            % (fact.id.encode(), fact.concept.encode(), fact.decimals or 0, (fact.value or "").encode())
        )


def loop_csv(write: Callable[[bytes], int], made: Iterable[Fact]) -> None:
    """Write the same rows as the writer."""
    for fact in made:
        write(
            b"%s,%s,scheme:529900T8BM49AURSDO55,2024-12-31@end,iso4217:CNY,bank:Member1,,%d,%s\n"
            % (fact.id.encode(), fact.concept.encode(), fact.decimals or 0, (fact.value or "").encode())
        )


def grouped(value: str) -> str:
    """Return the number with its thousands apart."""
    return f"{int(value) if value.isdigit() else Decimal(value):,}"


def loop_ixbrl(write: Callable[[bytes], int], made: Iterable[Fact]) -> None:
    """Write the same rows as the writer, numbers with their thousands apart."""
    for fact in made:
        name = fact.concept.encode()
        write(
            b'<tr><td>%s</td><td class="n"><ix:nonFraction name="%s" id="%s" contextRef="c1" unitRef="u1"'
            b' decimals="%d" format="ixt:num-dot-decimal">%s</ix:nonFraction></td><td>CNY</td>'
            b'<td class="m">2024-12-31</td><td class="m">bank:TypeAxis: bank:Member1</td>'
            b'<td class="m">529900T8BM49AURSDO55</td></tr>\n'
            % (name, name, fact.id.encode(), fact.decimals or 0, grouped(fact.value or "0").encode())
        )


LOOPS = {"xml": loop_xml, "json": loop_json, "csv": loop_csv, "ixbrl": loop_ixbrl}


def write_to(syntax: str, made: Report, stream: BinaryIO, folder: Path | None = None) -> None:
    """Write in one of the syntaxes."""
    match syntax:
        case "xml":
            xbrl_xml.write(made, stream)
        case "json":
            xbrl_json.write(made, stream)
        case "ixbrl":
            ixbrl_facts.write(made, stream)
        case _ if folder is None:
            xbrl_csv.write(made, "r.csv", stream, io.BytesIO())
        case _:
            with (folder / "r.csv").open("wb") as table:
                xbrl_csv.write(made, "r.csv", table, stream)


def read_all(path: Path) -> None:
    """Read every fact of a file."""
    for _ in read(path).facts:
        pass


def ratio(syntax: str, make: Callable[[int], Iterator[Fact]]) -> tuple[float, float]:
    """Return the CPU microseconds a fact of the loop and of the writer, in turns, the best of each."""
    made = list(make(SAMPLE))
    many = replace(report(0), facts=made)
    loops, writers = [], []
    with open(os.devnull, "wb") as stream:  # noqa: PTH123  no path to speak of
        for _ in range(TURNS):
            loops.append(timed(lambda: LOOPS[syntax](stream.write, made)))
            writers.append(timed(lambda: write_to(syntax, many, stream)))
    return min(loops) / SAMPLE * 1e6, min(writers) / SAMPLE * 1e6


def timed(run: Callable[[], None]) -> float:
    """Return the CPU seconds of a run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def alone(name: str, count: int, folder: Path) -> list[float]:
    """Run one measurement in a process of its own; return what it prints."""
    command = [sys.executable, __file__, str(count), name, str(folder)]
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [float(word) for word in output.split()]


def child(name: str, count: int, folder: Path) -> tuple[float, ...]:
    """Be one measurement."""
    kind, _, syntax = name.partition("-")
    if kind == "ratio":
        return ratio(syntax, facts)
    if kind == "mixed":
        return ratio(syntax, mixed)
    if kind == "write":
        path = folder / FILES[syntax]
        with path.open("wb") as stream:
            seconds = timed(lambda: write_to(syntax, report(count), stream, folder))
    else:
        seconds = timed(lambda: read_all(folder / FILES[syntax]))
    return seconds, getrusage(RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure, or be one of the measurements."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    if len(sys.argv) > 2:  # noqa: PLR2004  the second word names the measurement
        print(*child(sys.argv[2], count, Path(sys.argv[3])))
        return
    missed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for syntax in FILES:
            loop, writer = alone(f"ratio-{syntax}", count, folder)
            mixed_loop, mixed_writer = alone(f"mixed-{syntax}", count, folder)
            written, memory = alone(f"write-{syntax}", count, folder)
            reading, held = alone(f"read-{syntax}", count, folder)
            print(
                f"{syntax:6} {writer:.2f} µs a fact, {writer / loop:.2f} times the bare loop ({loop:.2f});"
                f" numbers of all kinds {mixed_writer / mixed_loop:.2f} times;"
                f" {count:,} facts, made one by one: written in {written:.1f} s and {memory:.0f} MB,"
                f" read in {reading:.1f} s and {held:.0f} MB",
                flush=True,
            )
            if writer / loop > LIMITS[syntax] or memory > MEGABYTES:
                missed.append(syntax)
    if missed:
        sys.exit(f"limits passed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
