"""A DuckDB file of reports. DuckDB gives each file a random identifier, so its bytes differ between runs.

DuckDB takes rows fast as Arrow tables only, hence pyarrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exports.errors import OutputError
from exports.tables.columns import PRECISION, SCALE, TABLES, ColumnKind, Table, Values
from exports.tables.extra import require

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


_TYPES: Final[dict[ColumnKind, str]] = {
    "key": "VARCHAR NOT NULL",
    "text": "VARCHAR",
    "number": f"DECIMAL({PRECISION}, {SCALE})",
    "integer": "BIGINT",
    "day": "DATE",
}


_OFFLINE: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@contextmanager
def transaction(path: str) -> Iterator[_DuckStore]:
    """Open the file, made where there is none, for one transaction.

    Raises: OutputError where DuckDB or pyarrow is missing, or the file cannot be written.
    """
    require("duckdb", "A DuckDB file")
    require("pyarrow", "A DuckDB file")
    import duckdb  # noqa: PLC0415  only where DuckDB is wanted

    try:
        # A whole path, so that no word has a meaning of its own (:memory:, md:…), and nothing fetched.
        with duckdb.connect(str(Path(path).absolute()), config=_OFFLINE) as connection:
            connection.begin()
            store = _DuckStore(connection)
            try:
                yield store
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
    except duckdb.Error as error:
        said = str(error).partition("\n")[0]
        raise OutputError(
            f"{path} could not be written as a DuckDB database ({said}): nothing in it was changed."
        ) from error


class _DuckStore:
    """A DuckDB file inside a transaction.

    There are no indexes: DuckDB checks a deleted key against its successor, and scans columns anyway.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        for table in TABLES:
            columns = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in table.columns)
            connection.execute(f'CREATE TABLE IF NOT EXISTS "{table.name}" ({columns})')

    def delete(self, table: Table, report: str) -> None:
        """Take the rows of a report out of a table."""
        self._connection.execute(f'DELETE FROM "{table.name}" WHERE report = ?', [report])  # noqa: S608  names of ours

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Put rows into a table."""
        if not rows:
            return
        import pyarrow as pa  # noqa: PLC0415  only where DuckDB is wanted

        from exports.tables.parquet import arrow_schema  # noqa: PLC0415  likewise

        schema = arrow_schema(table)
        columns = zip(*rows, strict=True)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
        self._connection.register("batch", pa.Table.from_arrays(arrays, schema=schema))
        names = ", ".join(f'"{name}"' for name in table.names)
        self._connection.execute(f'INSERT INTO "{table.name}" ({names}) SELECT {names} FROM batch')  # noqa: S608  likewise
        self._connection.unregister("batch")
