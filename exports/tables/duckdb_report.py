"""A DuckDB file that holds one report alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from exports.tables.database import stored

if TYPE_CHECKING:
    from exports.tables.rows import TableSource


def write(source: TableSource, stream: BinaryIO) -> int:
    """Write a DuckDB file that holds this report alone; return the number of facts.

    Raises: OutputError where DuckDB or pyarrow is missing, FilingError where a value is no number.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.duckdb")
        with stored(source, str(path)) as count:
            pass
        with path.open("rb") as made:
            shutil.copyfileobj(made, stream)
    return count
