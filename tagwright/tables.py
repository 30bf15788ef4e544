"""The tables and the viewer of a filing: what is made for people and analysts beside what is filed."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from exports.errors import OutputError
from exports.tables.database import stored
from exports.tables.extra import require
from exports.tables.rows import TableSource
from exports.tables.write import MODULES, TABLE_FORMATS, write_tables
from exports.viewer import write_viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from exports.output_folder import OutputFolder
    from tagwright.syntax import Output
    from tagwright.tagged import Tagged


def see_that_they_can_be_made(wanted: Collection[Output]) -> None:
    """See, before anything is read, that what the tables and the viewer need is installed.

    Raises: OutputError where it is not.
    """
    for name in TABLE_FORMATS:
        if name in wanted:
            for module in MODULES[name]:
                require(module, f"--to {name}")
    if "viewer" in wanted:
        require("iXBRLViewerPlugin", "--to viewer")


def table_source(tagged: Tagged) -> TableSource:
    """Return tagged figures as the source of tables, in the language of the report."""
    period = tagged.reporting_period
    return TableSource(
        report=tagged.report,
        name=tagged.document.name,
        language=tagged.language,
        taxonomy=tagged.taxonomy,
        ledger=tagged.ledger,
        entity_name=tagged.profile.name,
        reporting_period=f"{period.start.isoformat()}/{period.end.isoformat()}",
    )


def write_for_people(
    source: TableSource,
    output: OutputFolder,
    wanted: Collection[Output],
    page: Callable[[BinaryIO], object],
    packages: Sequence[Path],
) -> None:
    """Write the tables that are wanted, and the viewer.

    page: writes the iXBRL that the viewer shows. packages: the taxonomy packages that it rests on.

    Raises: OutputError where something that they need is missing, or the disk is full.
    """
    write_tables(source, [name for name in TABLE_FORMATS if name in wanted], output.write)
    if "viewer" in wanted:
        with TemporaryDirectory() as folder:
            path = Path(folder, f"{source.name}.xhtml")
            with path.open("wb") as stream:
                page(stream)
            write_viewer(path, source.name, packages, source.language, output.write)


@contextmanager
def in_database(source: TableSource, database: str | None) -> Iterator[int | None]:
    """Replace the report in the database, if there is one; it is committed when the block is left in peace.

    Raises: OutputError where the database cannot be written: it then holds what it held before. Where only
    the commit failed, it says that what the block has written stands.
    """
    if database is None:
        yield None
        return
    is_left = False
    try:
        with stored(source, database) as count:
            yield count
            is_left = True
    except OutputError as error:
        if is_left:
            raise OutputError(f"{error} The files in the output folder are those of this run.") from error
        raise
