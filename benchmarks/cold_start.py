"""How long the command takes from a cold start, as ratios that hold on any machine.

    python benchmarks/cold_start.py [DOCUMENT --entity FILE --period PERIOD]

Ratios: `tagwright --help` to `python -c pass`; the whole way without and with validation to one cold
`arelleCmdLine` that validates the iXBRL. Each command runs several times and the fastest counts, so that a
busy machine disturbs little. Warm: reading and tagging in a process that has done it before, in milliseconds.
Exits with 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "harbour-bank"
BIN = Path(sys.executable).parent

HELP_LIMIT = 6.0
UNVALIDATED_LIMIT = 1.0
VALIDATED_LIMIT = 2.5
WARM_LIMIT_MS = 15.0


def fastest(run: Callable[[], object], times: int) -> float:
    """Return the seconds that the fastest of several runs took."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        run()
        taken.append(perf_counter() - began)
    return min(taken)


def command(*words: object, statuses: Sequence[int] = (0,)) -> Callable[[], object]:
    """Return a run of a command that must end with one of the statuses."""

    def run() -> None:
        done = subprocess.run([str(word) for word in words], capture_output=True, check=False)
        if done.returncode not in statuses:
            sys.exit(f"{words[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")

    return run


def arelle(folder: Path, name: str) -> Callable[[], object]:
    """Return a cold run of Arelle's own command on the iXBRL, with all that our validation asks for."""
    (package,) = folder.glob("*.zip")
    return command(
        BIN / "arelleCmdLine", "--file", folder / f"{name}.xhtml", "--packages", package, "--validate",
        "--calc", "c11r", "--utr", "--internetConnectivity", "offline", "--disablePersistentConfig",
    )  # fmt: skip


def warm_ms(document: Path, entity: Path, period: str, times: int) -> float:
    """Return the milliseconds that reading and tagging take in a process that has done it before."""
    from tagger.profile_source import load_profile  # noqa: PLC0415  only now, so that the cold runs come first
    from tagger.reader import read_document  # noqa: PLC0415  likewise
    from tagger.reporting_period import parse_reporting_period  # noqa: PLC0415  likewise
    from tagger.tag import tag_document  # noqa: PLC0415  likewise
    from taxonomy.load import load_taxonomy  # noqa: PLC0415  likewise

    taxonomy, profile = load_taxonomy("bank-disclosure"), load_profile(entity)
    reporting_period = parse_reporting_period(period, profile.fiscal_year_end)

    def run() -> None:
        tag_document(read_document(document), taxonomy, profile, reporting_period)

    run()
    return fastest(run, times) * 1000


def main() -> int:
    """Measure, print a line each, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("document", nargs="?", type=Path, default=SAMPLE / "report.txt")
    parser.add_argument("--entity", type=Path, default=SAMPLE / "entity.yaml")
    parser.add_argument("--period", default="2025")
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "filing"
        tag = (
            BIN / "tagwright", "tag", given.document, "-o", folder, "--taxonomy", "bank-disclosure",
            "--entity", given.entity, "--period", given.period,
        )  # fmt: skip
        bare = fastest(command(sys.executable, "-c", "pass"), 10 * given.times)
        helped = fastest(command(BIN / "tagwright", "--help"), 10 * given.times)
        unvalidated = fastest(command(*tag, "--no-validate", statuses=(0, 1)), given.times)
        validated = fastest(command(*tag, statuses=(0, 1)), given.times)
        one = fastest(arelle(folder, given.document.stem), given.times)
    warm = warm_ms(given.document, given.entity, given.period, 5 * given.times)
    lines = (
        ("--help to python -c pass", helped / bare, HELP_LIMIT),
        ("without validation to one cold Arelle", unvalidated / one, UNVALIDATED_LIMIT),
        ("with validation to one cold Arelle", validated / one, VALIDATED_LIMIT),
        ("warm reading and tagging, ms", warm, WARM_LIMIT_MS),
    )
    print(f"python -c pass {bare * 1000:.0f} ms, one cold Arelle on the iXBRL {one:.2f} s")
    for name, measured, limit in lines:
        print(f"{name:40} {measured:6.2f}   limit {limit:5.1f}   {'ok' if measured <= limit else 'TOO SLOW'}")
    return 0 if all(measured <= limit for _, measured, limit in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
