"""Any database that SQLAlchemy reaches by a URL, tried on PostgreSQL and SQLite.

PostgreSQL shows numbers with the digits they were reported with. SQLite has no exact numbers: there they stand as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from exports.errors import OutputError
from exports.tables.columns import PRECISION, SCALE, TABLES, ColumnKind, Values
from exports.tables.extra import require

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, MetaData
    from sqlalchemy.types import TypeEngine

    from exports.tables.columns import Table

_KEY_LENGTH = 255
"""Of a key in MySQL and MariaDB, which need one."""


PSYCOPG = "postgresql+psycopg"
"""The driver of an address that names none."""

_OF_POSTGRESQL = " (pip install 'tagwright[postgresql]')"


@contextmanager
def transaction(database: str) -> Iterator[_SqlStore]:
    """Open the database for one transaction, its tables made where they are missing.

    Raises: OutputError where SQLAlchemy or the driver is missing, or the database cannot be written.
    """
    require("sqlalchemy", "A database")
    from sqlalchemy import create_engine  # noqa: PLC0415  only where a database is wanted
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415  likewise

    url = _url(database)
    shown = url.render_as_string(hide_password=True)
    try:
        engine = create_engine(url)
    except (ImportError, SQLAlchemyError) as error:
        raise OutputError(
            f"{shown} cannot be reached ({_first_line(error)}): install the driver for it"
            f"{_OF_POSTGRESQL if url.drivername == PSYCOPG else ''}, or see that the address is right."
        ) from error
    try:
        with engine.begin() as connection:
            yield _SqlStore(connection)
    except SQLAlchemyError as error:
        raise OutputError(
            f"{shown} could not be written ({_first_line(error)}): it holds what it held before; run again."
        ) from error
    finally:
        engine.dispose()


class _SqlStore:
    """A database inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables = _metadata()
        self._tables.create_all(connection)

    def delete(self, table: Table, report: str) -> None:
        """Take the rows of a report out of a table."""
        known = self._tables.tables[table.name]
        self._connection.execute(known.delete().where(known.c.report == report))

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Put rows into a table."""
        if rows:
            names = table.names
            plain = [dict(zip(names, _without_nul(row), strict=True)) for row in rows]
            self._connection.execute(self._tables.tables[table.name].insert(), plain)


def _without_nul(row: Values) -> Values:
    return tuple(cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in row)


def _metadata() -> MetaData:
    from sqlalchemy import Column, MetaData  # noqa: PLC0415  only where a database is wanted
    from sqlalchemy import Table as SqlTable  # noqa: PLC0415  likewise

    metadata = MetaData()
    types = _types()
    for table in TABLES:
        columns = [
            Column(name, types[kind], primary_key=kind == "key", nullable=kind != "key", autoincrement=False)
            for name, kind in table.columns
        ]
        SqlTable(table.name, metadata, *columns)
    return metadata


def _types() -> dict[ColumnKind, TypeEngine[Any]]:
    from sqlalchemy import BigInteger, Date, Numeric, String, Text  # noqa: PLC0415  as above

    from exports.tables.exact import ExactText  # noqa: PLC0415  likewise

    number = (
        Numeric(PRECISION, SCALE).with_variant(Numeric(), "postgresql").with_variant(ExactText(), "sqlite")
    )
    return {
        "key": String().with_variant(String(_KEY_LENGTH), "mysql", "mariadb"),
        "text": Text(),
        "number": number,
        "integer": BigInteger(),
        "day": Date(),
    }


def _url(database: str) -> URL:
    from sqlalchemy import make_url  # noqa: PLC0415  only where a database is wanted
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415  likewise

    try:
        url = make_url(database)
    except ArgumentError:
        scheme = database.partition("://")[0]
        raise OutputError(
            f"The address of the database ({scheme}://…) cannot be read:"
            " write it like postgresql://user@host/name, or give the path of a DuckDB file."
        ) from None
    return url.set(drivername=PSYCOPG) if url.drivername in {"postgresql", "postgres"} else url


def _first_line(error: BaseException) -> str:
    said = str(getattr(error, "orig", None) or error)
    return next((line.strip() for line in said.splitlines() if line.strip()), type(error).__name__)
