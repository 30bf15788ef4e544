"""The whole way in one call, and validation of files that are there already."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from exports.report_files import find_reports
from exports.validation import ValidationChild
from exports.validation_pool import Limits, validate_many
from tagwright.filing import Written, checked_name, write
from tagwright.syntax import SYNTAXES, Output
from tagwright.tables import see_that_they_can_be_made
from tagwright.tagged import Tagged, silent, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exports.verdict import Verdict
    from tagwright.tagged import OnStep


class Inputs(TypedDict, total=False):
    """What `tag` takes besides the document; only the first three must be there."""

    taxonomy: Path | str
    entity: Path | str
    period: str
    language: str | None
    threshold: float
    decisions: Path | str | None
    terms: Path | str | None


def tag_and_write(
    document: Path | str,
    folder: Path | str,
    *,
    to: Iterable[Output] = SYNTAXES,
    database: str | None = None,
    validate: bool = True,
    on_step: OnStep = silent,
    **inputs: Unpack[Inputs],
) -> tuple[Tagged, Written]:
    """Tag a document and write its filing; Arelle is imported in its own process meanwhile.

    Raises: TagwrightError where an input is wrong or the folder or database cannot be written; they are then as
    they were.
    """
    checked_name(Path(document).stem)
    to = tuple(to)
    see_that_they_can_be_made(to)
    with ValidationChild() if validate else nullcontext() as child:
        tagged = tag(document, on_step=on_step, **inputs)
        written = write(
            tagged, folder, to=to, database=database, validate=validate, child=child, on_step=on_step
        )
        return tagged, written


def validate(
    files: Sequence[Path | str],
    *,
    packages: Sequence[Path | str] = (),
    processes: int | None = None,
    limits: Limits | None = None,
    formulas: bool = True,
    on_step: OnStep = silent,
) -> tuple[Verdict, ...]:
    """Have Arelle validate files and the reports in folders, offline, in processes of their own.

    processes, limits: as many as there are cores, each with its share of the memory, where it is not said.
    formulas: whether those of the taxonomy are run on each file.

    Raises: PackageError where a file is not there or a folder holds no report.
    """
    if not files:
        return ()
    found = find_reports([Path(file) for file in files], [Path(package) for package in packages])
    many = f" ({found.passed_over} other files passed over)" if found.passed_over else ""
    on_step(f"validating {len(found.jobs)} files with Arelle{many}")

    def tell(done: int, whole: int) -> None:
        if whole > 1:
            on_step(f"{done} of {whole} validated")

    jobs = [replace(job, formulas=formulas) for job in found.jobs]
    verdicts = validate_many(jobs, processes=processes, limits=limits, on_file=tell)
    return tuple(replace(verdict, file=name) for name, verdict in zip(found.names, verdicts, strict=True))
