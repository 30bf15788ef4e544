"""`tagwright validate`."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from tagwright.terminal import give, progress


class Options(TypedDict):
    """The options as click gives them."""

    files: tuple[Path, ...]
    packages: tuple[Path, ...]
    jobs: int | None
    seconds: float
    megabytes: int | None
    formulas: bool
    as_json: bool
    show_progress: bool | None


@click.command(
    epilog="""\b
Examples:
  tagwright validate filing/report.xbri
  tagwright validate filing/report.xbrl filing/report.json --package filing/bank-2024.zip
  tagwright validate filings --json
"""
)
@click.argument("files", metavar="FILE|DIR…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--package", "packages", metavar="ZIP", multiple=True, type=click.Path(path_type=Path),
              help="A taxonomy package that the entry point is in; may be given again.")  # fmt: skip
@click.option("--jobs", metavar="N", type=click.IntRange(1, 512),
              help="The number of processes; by default one a core.")  # fmt: skip
@click.option("--timeout", "seconds", metavar="SECONDS", type=click.FloatRange(0, 86_400, min_open=True),
              default=900.0, show_default=True,
              help="The time that one file may take.")  # fmt: skip
@click.option("--memory", "megabytes", metavar="MB", type=click.IntRange(64),
              help="The memory of one process; by default a fair share of all.")  # fmt: skip
@click.option("--formulas/--no-formulas", default=True,
              help="Run the formulas of the taxonomy; they are run.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def validate(**options: Unpack[Options]) -> int:
    """Have Arelle validate instances and report packages, offline.

    Checks XBRL 2.1, dimensions, calculations 1.1, units and inconsistent duplicates, and runs the formulas of
    the taxonomy. A file is valid only where Arelle finished, loaded every fact and found no error. A report
    package (.xbri) needs no --package: its taxonomy is inside. In a folder all reports are validated, those
    below it too, with the taxonomy packages beside or above them.

    Exits with 0 only where every file is valid, with 1 where one is not or could not be validated.
    """
    from exports.validation_pool import Limits, memory_share, usable_cores  # noqa: PLC0415  --help need not pay
    from exports.verdict import overall, validation_json, verdict_table  # noqa: PLC0415  likewise
    from tagger.ledger import Ledger  # noqa: PLC0415  likewise
    from tagwright.run import validate as validate_files  # noqa: PLC0415  likewise

    processes = options["jobs"] or usable_cores()
    megabytes = options["megabytes"]
    memory = memory_share(processes) if megabytes is None else megabytes * 1_000_000
    verdicts = validate_files(
        options["files"],
        packages=options["packages"],
        processes=processes,
        limits=Limits(memory, options["seconds"]),
        formulas=options["formulas"],
        on_step=progress(options["show_progress"]),
    )
    give(
        validation_json(verdicts, Ledger("", ())).decode().rstrip()
        if options["as_json"]
        else verdict_table(verdicts).rstrip("\n")
    )
    return 0 if overall(verdicts) == "valid" else 1
