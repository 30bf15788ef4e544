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
    as_json: bool
    show_progress: bool | None


@click.command(
    epilog="""\b
Examples:
  tagwright validate filing/report.xbri
  tagwright validate filing/report.xbrl filing/report.json --package filing/bank-2024.zip
"""
)
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--package", "packages", metavar="ZIP", multiple=True, type=click.Path(path_type=Path),
              help="A taxonomy package that the entry point is in; may be given again.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def validate(**options: Unpack[Options]) -> int:
    """Have Arelle validate instances and report packages, offline.

    Checks XBRL 2.1, dimensions, calculations 1.1, units and inconsistent duplicates. A file is valid only
    where Arelle finished, loaded every fact and found no error. A report package (.xbri) needs no --package:
    its taxonomy is inside.

    Exits with 0 only where every file is valid, with 1 where one is not or could not be validated.
    """
    from exports.verdict import overall, validation_json, verdict_table  # noqa: PLC0415  --help need not pay
    from tagger.ledger import Ledger  # noqa: PLC0415  likewise
    from tagwright.run import validate as validate_files  # noqa: PLC0415  likewise

    progress(options["show_progress"])("validating with Arelle")
    verdicts = validate_files(options["files"], packages=options["packages"])
    give(
        validation_json(verdicts, Ledger("", ())).decode().rstrip()
        if options["as_json"]
        else verdict_table(verdicts).rstrip("\n")
    )
    return 0 if overall(verdicts) == "valid" else 1
