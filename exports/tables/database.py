"""A database of many reports: a DuckDB file, or whatever SQLAlchemy reaches by a URL.

A report is replaced as a whole in one transaction: until that is committed, or where it breaks off, the
database holds what it held before. Rows go in by batches, so that a report of any size fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from exports.tables.columns import (
    DIMENSIONS,
    FACTS,
    FOOTNOTES,
    MENTIONS,
    NAMESPACES,
    REPORTS,
    TABLES,
    Table,
    Values,
    dimension_values,
    fact_values,
    footnote_values,
    mention_values,
    namespace_values,
    report_values,
)
from exports.tables.rows import fact_rows

if TYPE_CHECKING:
    from exports.tables.rows import FactRow, TableSource

BATCH = 10_000
"""Rows of a table that are held at a time."""


class Store(Protocol):
    """A database inside a transaction, its tables there."""

    def delete(self, table: Table, report: str) -> None:
        """Take the rows of a report out of a table."""

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Put rows into a table."""


@contextmanager
def stored(source: TableSource, database: str) -> Iterator[int]:
    """Replace the report in the database; give the number of facts; commit when the block is left in peace.

    database: a path of a DuckDB file, "duckdb:///path", or a URL such as "postgresql://user@host/name".

    Raises: OutputError where the database cannot be written: it then holds what it held before.
    """
    path = database.removeprefix("duckdb:///")
    with _transaction(database, path) as store:
        yield _replace(source, store)


def _transaction(database: str, path: str) -> AbstractContextManager[Store]:
    if path != database or "://" not in database:
        from exports.tables import duckdb_file  # noqa: PLC0415  only the one that is wanted

        return duckdb_file.transaction(path)
    from exports.tables import sql  # noqa: PLC0415  likewise

    return sql.transaction(database)


_OF_FACTS = (FACTS, DIMENSIONS, MENTIONS, FOOTNOTES)
"""The tables whose rows come with each fact."""


def _replace(source: TableSource, store: Store) -> int:
    for table in TABLES:
        store.delete(table, source.key)
    waiting: dict[str, list[Values]] = {table.name: [] for table in _OF_FACTS}
    first: FactRow | None = None
    count = 0
    for count, row in enumerate(fact_rows(source), 1):
        first = first or row
        waiting[FACTS.name].append(fact_values(row))
        waiting[DIMENSIONS.name] += dimension_values(row)
        waiting[MENTIONS.name] += mention_values(row)
        waiting[FOOTNOTES.name] += footnote_values(row)
        if count % BATCH == 0:
            _flush(store, waiting)
    _flush(store, waiting)
    store.insert(NAMESPACES, list(namespace_values(source)))
    store.insert(REPORTS, [report_values(source, first, count)])
    return count


def _flush(store: Store, waiting: dict[str, list[Values]]) -> None:
    for table in _OF_FACTS:
        if rows := waiting[table.name]:
            store.insert(table, rows)
            rows.clear()
