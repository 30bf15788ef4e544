"""A million facts in each syntax, written and read, against bare loops over templates; peak memory of each.

    python benchmarks/export_speed.py [FACTS]

Each measurement runs in a process of its own. Writers and loops are held against each other in turns on the
same facts, a quarter of a million made beforehand, into the null device, and the best turn counts: once whole
numbers alone, once numbers of all kinds. The million is made by a generator, written to a file and read back.
Exits with 1 where a limit is passed.

The bare loop writes the same elements: its lines are held against the writer's, byte for byte, before anything is
timed. It checks nothing and looks nothing up but the text of a unit: which context a fact has it knows from how the
facts were made, and the texts of periods and members are made beforehand. What depends on the value alone it must do
as the writer does, for the elements would be others: a number without needless zeros in xBRL-JSON and xBRL-CSV,
thousands apart and the sign before the tag in iXBRL. A loop that says one context, one unit and the value as it
stands for every fact writes an instance that is false; to that one the writers' cost is told too, without a limit.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
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
TURNS = 8
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
        elif number % 6 == 4:  # noqa: PLR2004  a sixth of them are rates, half of these negative
            sign = "-" if number % 4 else ""
            yield replace(fact, value=f"{sign}0.{number % 9999 + 1:04}", unit="xbrli:pure", decimals=4)
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


Write = Callable[[bytes], int]

XML_UNITS = {"iso4217:CNY": b"u1", "xbrli:pure": b"u2"}
JSON_UNITS = {"iso4217:CNY": b',"unit":"iso4217:CNY"', "xbrli:pure": b""}
CSV_UNITS = {"iso4217:CNY": b"iso4217:CNY", "xbrli:pure": b""}
SHOWN_UNITS = {"iso4217:CNY": b"CNY", "xbrli:pure": b"pure"}
MOMENTS = [period.oim().encode() for period in PERIODS]
DAYS = [period.end.isoformat().encode() for period in PERIODS]
NAMES = [members[0][1].encode() for members in MEMBERS]
CONTEXTS = 200
"""So many sets of a period and a member there are, met one after the other."""


def loop_xml(write: Write, made: Iterable[Fact]) -> None:
    """Write the same elements as the writer."""
    for number, fact in enumerate(made):
        name = fact.concept.encode()
        write(
            b'<%s id="%s" contextRef="c%d" unitRef="%s" decimals="%d">%s</%s>\n'
            % (
                name,
                fact.id.encode(),
                number % CONTEXTS + 1,
                XML_UNITS[fact.unit or ""],
                fact.decimals or 0,
                (fact.value or "").encode(),
                name,
            )
        )


def shortest(value: str) -> bytes:
    """Return the number without needless zeros."""
    return (value.rstrip("0") if "." in value else value).encode()


def loop_json(write: Write, made: Iterable[Fact]) -> None:
    """Write the same members as the writer."""
    for number, fact in enumerate(made):
        write(
            b'  "%s":{"dimensions":{"concept":"%s","entity":"scheme:529900T8BM49AURSDO55",'
            b'"period":"%s"%s,"bank:TypeAxis":"%s"},"decimals":%d,"value":"%s"},\n'
            % (
                fact.id.encode(),
                fact.concept.encode(),
                MOMENTS[number % 25],
                JSON_UNITS[fact.unit or ""],
                NAMES[number % 40],
                fact.decimals or 0,
                shortest(fact.value or ""),
            )
        )


def loop_csv(write: Write, made: Iterable[Fact]) -> None:
    """Write the same rows as the writer."""
    for number, fact in enumerate(made):
        write(
            b"%s,%s,scheme:529900T8BM49AURSDO55,%s@end,%s,%s,,%d,%s\n"
            % (
                fact.id.encode(),
                fact.concept.encode(),
                DAYS[number % 25],
                CSV_UNITS[fact.unit or ""],
                NAMES[number % 40],
                fact.decimals or 0,
                shortest(fact.value or ""),
            )
        )


def grouped(value: str) -> bytes:
    """Return the number with its thousands apart."""
    return f"{int(value) if value.isdigit() else Decimal(value):,}".encode()


def loop_ixbrl(write: Write, made: Iterable[Fact]) -> None:
    """Write the same rows as the writer."""
    for number, fact in enumerate(made):
        name, value = fact.concept.encode(), fact.value or ""
        before = after = b""
        if value[0] == "-":
            before, after, value = b"-", b' sign="-"', value[1:]
        write(
            b'<tr><td>%s</td><td class="n">%s<ix:nonFraction name="%s" id="%s" contextRef="c%d" unitRef="%s"'
            b' decimals="%d" format="ixt:num-dot-decimal"%s>%s</ix:nonFraction></td><td>%s</td>'
            b'<td class="m">%s</td><td class="m">bank:TypeAxis: %s</td>'
            b'<td class="m">529900T8BM49AURSDO55</td></tr>\n'
            % (
                name[5:],
                before,
                name,
                fact.id.encode(),
                number % CONTEXTS + 1,
                XML_UNITS[fact.unit or ""],
                fact.decimals or 0,
                after,
                grouped(value),
                SHOWN_UNITS[fact.unit or ""],
                DAYS[number % 25],
                NAMES[number % 40],
            )
        )


LOOPS = {"xml": loop_xml, "json": loop_json, "csv": loop_csv, "ixbrl": loop_ixbrl}

ONE_FOR_ALL = {
    "xml": b'<%s id="%s" contextRef="c1" unitRef="u1" decimals="%d">%s</bank:Concept1>\n',
    "json": b'  "%s":{"dimensions":{"concept":"%s","entity":"scheme:529900T8BM49AURSDO55",'
    b'"period":"2025-01-01T00:00:00","unit":"iso4217:CNY","bank:TypeAxis":"bank:Member1"},'
    b'"decimals":%d,"value":"%s"},\n',
    "csv": b"%s,%s,scheme:529900T8BM49AURSDO55,2024-12-31@end,iso4217:CNY,bank:Member1,,%d,%s\n",
}


def loop_one_for_all(syntax: str, write: Write, made: Iterable[Fact]) -> None:
    """Write as many elements, all with the same context and unit: not what the facts say."""
    template = ONE_FOR_ALL[syntax]
    for fact in made:
        write(
            template
            % (fact.concept.encode(), fact.id.encode(), fact.decimals or 0, (fact.value or "").encode())
        )


def differing(syntax: str, made: Sequence[Fact]) -> bytes:
    """Return the first line of the loop's that the writer has not, nothing where all are its own."""
    loop, writer = io.BytesIO(), io.BytesIO()
    LOOPS[syntax](loop.write, made)
    write_to(syntax, replace(report(0), facts=made), writer)
    lines = {line.removesuffix(b",") for line in writer.getvalue().splitlines()}
    return next((line for line in loop.getvalue().splitlines() if line.removesuffix(b",") not in lines), b"")


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


def ratio(syntax: str, make: Callable[[int], Iterator[Fact]]) -> tuple[float, ...]:
    """Return the CPU microseconds a fact of writer, loop and the other loop, in turns, the best of each."""
    made = list(make(SAMPLE))
    if line := differing(syntax, made):
        sys.exit(f"the loop of {syntax} writes something else: {line!r}")
    many = replace(report(0), facts=made)
    writers, loops, others = [], [], []
    with open(os.devnull, "wb") as stream:  # noqa: PTH123  no path to speak of
        for _ in range(TURNS):
            loops.append(timed(lambda: LOOPS[syntax](stream.write, made)))
            writers.append(timed(lambda: write_to(syntax, many, stream)))
            if syntax in ONE_FOR_ALL:
                others.append(timed(lambda: loop_one_for_all(syntax, stream.write, made)))
    return tuple(min(times or [0.0]) / SAMPLE * 1e6 for times in (writers, loops, others))


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
            for kind, numbers in (("ratio", "whole numbers"), ("mixed", "numbers of all kinds")):
                writer, loop, other = alone(f"{kind}-{syntax}", count, folder)
                beside = f", one context and unit for all {other:.2f} ({writer / other:.2f})" if other else ""
                print(
                    f"{syntax:6} {numbers}: {writer:.2f} µs a fact, the bare loop {loop:.2f}:"
                    f" {writer / loop:.2f} times (at most {LIMITS[syntax]}){beside}",
                    flush=True,
                )
                if writer / loop > LIMITS[syntax]:
                    missed.append(f"{syntax}, {numbers}")
            written, memory = alone(f"write-{syntax}", count, folder)
            reading, held = alone(f"read-{syntax}", count, folder)
            print(
                f"{syntax:6} {count:,} facts, made one by one: written in {written:.1f} s and {memory:.0f} MB,"
                f" read in {reading:.1f} s and {held:.0f} MB",
                flush=True,
            )
            if memory > MEGABYTES:
                missed.append(f"{syntax}, memory")
    if missed:
        sys.exit(f"limits passed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
