"""A million facts as xBRL-XML and xBRL-JSON, against a bare loop over a template; peak memory of each.

    python benchmarks/export_speed.py [FACTS]

Each measurement runs in a process of its own, takes the facts from a generator and writes to the null device.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from resource import RUSAGE_SELF, getrusage
from typing import cast

from exports import xbrl_json, xbrl_xml
from exports.report import Entity, Fact, Period, Report

FACTS = 1_000_000
ROUNDS = 3
ENTITY = Entity("http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55")
PERIODS = tuple(Period(None, date(2000 + year, 12, 31)) for year in range(25))
MEMBERS = tuple((("bank:TypeAxis", f"bank:Member{number}"),) for number in range(40))


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
        facts=cast("tuple[Fact, ...]", facts(count)),
    )


def bare_loop(count: int) -> None:
    """Write as many facts as a template alone allows: no sharing looked up, nothing checked or escaped."""
    with open(os.devnull, "wb") as stream:  # noqa: PTH123  the null device is no path to speak of
        write = stream.write
        for fact in facts(count):
            write(
                b'<%s id="%s" contextRef="c1" unitRef="u1" decimals="%d">%s</%s>\n'
                % (
                    fact.concept.encode(),
                    fact.id.encode(),
                    fact.decimals or 0,
                    (fact.value or "").encode(),
                    fact.concept.encode(),
                )
            )


def no_writing(count: int) -> None:
    """Only make the facts: what every measurement pays alike."""
    for _ in facts(count):
        pass


def write_with(name: str, count: int) -> None:
    """Write with one of the writers, or do what it is compared with."""
    match name:
        case "facts":
            no_writing(count)
        case "loop":
            bare_loop(count)
        case _:
            with open(os.devnull, "wb") as stream:  # noqa: PTH123  as above
                (xbrl_xml if name == "xml" else xbrl_json).write(report(count), stream)


def measured(name: str, count: int) -> tuple[float, float]:
    """Return the best CPU seconds of some rounds and the peak memory in MB, each in a process of its own."""
    rounds = []
    for _ in range(ROUNDS):
        output = subprocess.run(
            [sys.executable, __file__, str(count), name], capture_output=True, check=True, text=True
        ).stdout.split()
        rounds.append((float(output[0]), float(output[1])))
    return min(rounds)


def main() -> None:
    """Measure, or be one of the measurements."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    if len(sys.argv) > 2:  # noqa: PLR2004  the third word names the measurement
        start = time.process_time()
        write_with(sys.argv[2], count)
        print(time.process_time() - start, getrusage(RUSAGE_SELF).ru_maxrss / 1024)
        return
    made, _ = measured("facts", count)
    loop, loop_memory = measured("loop", count)
    print(f"{count:,} facts; making them costs {made:.2f} s CPU, which is taken off below")
    print(f"bare loop  {loop - made:6.2f} s  {loop_memory:4.0f} MB")
    for name in ("xml", "json"):
        seconds, memory = measured(name, count)
        print(
            f"xBRL-{name.upper():5}{seconds - made:6.2f} s  {memory:4.0f} MB"
            f"  {(seconds - made) / (loop - made):.1f} times the loop"
        )


if __name__ == "__main__":
    main()
