"""How much faster many small reports are validated than one by one with Arelle's own command.

    python benchmarks/validate_many.py [--reports 200] [--peer 20] [--processes 2]

Both see the same files, the sample bank's filing as xBRL-XML with one id changed in each, and the same taxonomy
package, and check the same. Arelle's command is run on a few of them, and its time is multiplied.
Processor time is told too: a busy machine disturbs it less.
Exits with 1 where the limit is missed, or a verdict is not "valid".
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import replace
from os import getloadavg
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from exports import xbrl_xml
from exports.validation_pool import Job, validate_many
from tagwright.tagged import tag
from taxonomy.compile.package import compile_package

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "harbour-bank"
ARELLE = Path(sys.executable).parent / "arelleCmdLine"
LIMIT = 6.0


def make_reports(folder: Path, count: int) -> tuple[list[Path], Path]:
    """Write so many reports, no two the same, and the taxonomy package; return both."""
    tagged = tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2025"
    )
    package = folder / "bank.zip"
    package.write_bytes(compile_package(tagged.taxonomy))
    paths = []
    first, *others = tagged.report.held
    for number in range(count):
        facts = (replace(first, id=f"n{number}"), *others)
        path = folder / f"report-{number:03}.xbrl"
        with path.open("wb") as stream:
            xbrl_xml.write(replace(tagged.report, facts=facts), stream)
        paths.append(path)
    return paths, package


def processor_seconds() -> float:
    """Return the processor time of all processes that were started here and have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def one_by_one(paths: list[Path], package: Path) -> None:
    """Have Arelle's command validate the files, a process each."""
    for path in paths:
        done = subprocess.run(
            [
                *(ARELLE, "--file", path, "--packages", package, "--validate", "--calc", "c11r", "--utr"),
                *("--validateDuplicateFacts", "inconsistent", "--internetConnectivity", "offline"),
                "--disablePersistentConfig",
            ],
            capture_output=True,
            check=True,
        )
        if b"validated in" not in done.stdout + done.stderr:
            sys.exit("arelleCmdLine did not validate")


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--peer", type=int, default=20)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        paths, package = make_reports(Path(name), options.reports)
        began = perf_counter()
        verdicts = validate_many([Job(path, (package,)) for path in paths], processes=options.processes)
        ours, ours_used = perf_counter() - began, processor_seconds()
        few = paths[: options.peer]
        began = perf_counter()
        one_by_one(few, package)
        factor = len(paths) / len(few)
        theirs, theirs_used = (perf_counter() - began) * factor, (processor_seconds() - ours_used) * factor
    wrong = [verdict for verdict in verdicts if verdict.outcome != "valid"]
    print(
        f"{len(paths)} reports, {options.processes} processes: {ours:.1f} s; arelleCmdLine one by one:"
        f" {theirs:.0f} s ({len(few)} measured); {theirs / ours:.1f} times as fast (at least {LIMIT:g});"
        f" processor time {ours_used:.1f} s and {theirs_used:.0f} s; load {getloadavg()[0]:.1f};"
        f" {len(wrong)} not valid"
    )
    if wrong or theirs / ours < LIMIT:
        sys.exit(1)


if __name__ == "__main__":
    main()
