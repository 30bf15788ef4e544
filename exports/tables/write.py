"""The tables of a report as files: which there are, what they are called, and what writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, get_args

if TYPE_CHECKING:
    from pathlib import Path

    from exports.output_folder import Content
    from exports.tables.rows import TableSource

TableFormat = Literal["xlsx", "parquet", "duckdb"]
"""A spreadsheet, a Parquet file, a DuckDB file; each is called NAME with this ending."""

TABLE_FORMATS: tuple[TableFormat, ...] = get_args(TableFormat)

_WRITERS: Final[dict[TableFormat, str]] = {
    "xlsx": "exports.tables.spreadsheet",
    "parquet": "exports.tables.parquet",
    "duckdb": "exports.tables.duckdb_report",
}

MODULES: Final[dict[TableFormat, tuple[str, ...]]] = {
    "xlsx": ("openpyxl",),
    "parquet": ("pyarrow",),
    "duckdb": ("duckdb", "pyarrow"),
}
"""What each needs of the extra `tables`."""


def table_writer(source: TableSource, table: TableFormat) -> Callable[[BinaryIO], int]:
    """Return what writes the table to a stream and returns the number of facts."""
    return partial(import_module(_WRITERS[table]).write, source)


def write_tables(
    source: TableSource, tables: Iterable[TableFormat], write: Callable[[str, Content], Path]
) -> tuple[Path, ...]:
    """Write the tables, each by `write`: the method of an `OutputFolder`, or whatever takes name and content.

    Raises: OutputError where the extra `tables` is missing or a file cannot be written; FilingError where a
    value is no number.
    """
    return tuple(write(f"{source.name}.{table}", table_writer(source, table)) for table in tables)
