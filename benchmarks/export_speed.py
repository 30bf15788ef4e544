"""A million facts in each syntax, written and read, against bare loops over templates; peak memory of each.

    python benchmarks/export_speed.py [FACTS]

Each measurement runs in a process of its own. Writers take the facts from a generator and write to the null
device; readers read the file that the writer made.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import BinaryIO

from exports import ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.readers.read import read
from exports.report import Entity, Fact, Outline, Period, Report

FACTS = 1_000_000
ROUNDS = 3
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


def report(count: int) -> Report:
    """Return a report whose facts are made while they are written."""
    return Report(
        entry_point="http://example.org/bank.xsd",
        namespaces=(("bank", "http://example.org/bank"), ("iso4217", "http://www.xbrl.org/2003/iso4217")),
        facts=facts(count),
        outline=Outline((ENTITY.scheme,), ("bank:TypeAxis",)),
    )


def loop_xml(write: Callable[[bytes], int], count: int) -> None:
    """Write the same elements as the writer: nothing looked up, checked or escaped."""
    for fact in facts(count):
        name = fact.concept.encode()
        write(
            b'<%s id="%s" contextRef="c1" unitRef="u1" decimals="%d">%s</%s>\n'
            % (name, fact.id.encode(), fact.decimals or 0, (fact.value or "").encode(), name)
        )


def loop_json(write: Callable[[bytes], int], count: int) -> None:
    """Write the same members as the writer."""
    for fact in facts(count):
        write(
            b',\n  "%s":{"value":"%s","decimals":%d,"dimensions":{"concept":"%s",'
            b'"entity":"scheme:529900T8BM49AURSDO55","period":"2025-01-01T00:00:00",'
            b'"unit":"iso4217:CNY","bank:TypeAxis":"bank:Member1"}}'
            % (fact.id.encode(), (fact.value or "").encode(), fact.decimals or 0, fact.concept.encode())
        )


def loop_csv(write: Callable[[bytes], int], count: int) -> None:
    """Write the same rows as the writer."""
    for fact in facts(count):
        write(
            b"%s,%s,scheme:529900T8BM49AURSDO55,2024-12-31@end,iso4217:CNY,bank:Member1,,%d,%s\n"
            % (fact.id.encode(), fact.concept.encode(), fact.decimals or 0, (fact.value or "").encode())
        )


def loop_ixbrl(write: Callable[[bytes], int], count: int) -> None:
    """Write the same rows as the writer."""
    for fact in facts(count):
        name = fact.concept.encode()
        write(
            b'<tr><td>%s</td><td class="m">2024-12-31</td><td class="m">bank:TypeAxis: bank:Member1</td>'
            b'<td class="n"><ix:nonFraction id="%s" name="%s" contextRef="c1" unitRef="u1" decimals="%d"'
            b' format="ixt:num-dot-decimal">%s</ix:nonFraction></td><td>CNY</td>'
            b'<td class="m">529900T8BM49AURSDO55</td></tr>\n'
            % (name, fact.id.encode(), name, fact.decimals or 0, (fact.value or "").encode())
        )


LOOPS = {"xml": loop_xml, "json": loop_json, "csv": loop_csv, "ixbrl": loop_ixbrl}


def no_writing(count: int) -> None:
    """Only make the facts: what every measurement of a writer pays alike."""
    for _ in facts(count):
        pass


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


def measurement(name: str, count: int, folder: Path) -> Callable[[], None]:
    """Return what is measured under that name."""
    kind, _, syntax = name.partition("-")

    def written() -> None:
        with open(os.devnull, "wb") as stream:  # noqa: PTH123  no path to speak of
            write_to(syntax, report(count), stream)

    def looped() -> None:
        with open(os.devnull, "wb") as stream:  # noqa: PTH123  as above
            LOOPS[syntax](stream.write, count)

    match kind:
        case "facts":
            return lambda: no_writing(count)
        case "loop":
            return looped
        case "write":
            return written
        case _:
            return lambda: read_all(folder / FILES[syntax])


def measured(name: str, count: int, folder: Path) -> tuple[float, float]:
    """Return the best CPU seconds of some rounds and the peak memory in MB, each in a process of its own."""
    rounds = []
    for _ in range(ROUNDS):
        output = subprocess.run(
            [sys.executable, __file__, str(count), name, str(folder)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
        rounds.append((float(output[0]), float(output[1])))
    return min(rounds)


def main() -> None:
    """Measure, or be one of the measurements."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    if len(sys.argv) > 2:  # noqa: PLR2004  the second word names the measurement
        run = measurement(sys.argv[2], count, Path(sys.argv[3]))
        start = time.process_time()
        run()
        print(time.process_time() - start, getrusage(RUSAGE_SELF).ru_maxrss / 1024)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made, _ = measured("facts", count, folder)
        print(f"{count:,} facts; making them costs {made:.2f} s CPU, which is taken off what writes")
        for syntax, file in FILES.items():
            loop, _ = measured(f"loop-{syntax}", count, folder)
            seconds, memory = measured(f"write-{syntax}", count, folder)
            with (folder / file).open("wb") as stream:
                write_to(syntax, report(count), stream, folder)
            reading, held = measured(f"read-{syntax}", count, folder)
            print(
                f"{syntax:6} loop {loop - made:5.2f} s; written {seconds - made:5.2f} s, {memory:3.0f} MB,"
                f" {(seconds - made) / (loop - made):.2f} times the loop; read {reading:5.2f} s, {held:3.0f} MB"
            )


if __name__ == "__main__":
    main()
