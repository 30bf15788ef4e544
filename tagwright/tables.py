"""The tables and the viewer of a filing: what is made for people and analysts beside what is filed."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from exports import ixbrl
from exports.tables.database import stored
from exports.tables.extra import require
from exports.tables.rows import TableSource
from exports.tables.write import MODULES, TABLE_FORMATS, write_tables
from exports.viewer import write_viewer

if TYPE_CHECKING:
    from collections.abc import Collection

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


def write_for_people(tagged: Tagged, output: OutputFolder, wanted: Collection[Output], package: Path) -> None:
    """Write the tables that are wanted, and the viewer.

    Raises: OutputError where something that they need is missing, or the disk is full.
    """
    write_tables(table_source(tagged), [name for name in TABLE_FORMATS if name in wanted], output.write)
    if "viewer" in wanted:
        with TemporaryDirectory() as folder:
            page = Path(folder, f"{tagged.document.name}.xhtml")
            stream = BytesIO()
            ixbrl.write(tagged.report, tagged.document, tagged.ledger, stream, tagged.language)
            page.write_bytes(stream.getvalue())
            write_viewer(page, tagged.document.name, [package], tagged.language, output.write)


def in_database(tagged: Tagged, database: str | None) -> AbstractContextManager[int | None]:
    """Replace the report in the database, if there is one; it is committed when the block is left in peace.

    Raises: OutputError where the database cannot be written: it then holds what it held before.
    """
    return nullcontext() if database is None else stored(table_source(tagged), database)
