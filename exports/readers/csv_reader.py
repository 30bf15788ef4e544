"""xBRL-CSV read as a stream: the metadata whole, the tables row by row.

Read are tables whose fact columns say their dimensions, with cells, parameters and constants in them, and
decimals of the column, table or report, or behind a value (`12d-3`). Where a report has one table with one
column of values, the facts' ids are those of the rows; else they are `table.r_row.column`, as the
specification makes them. Not read: metadata that extends other metadata, property groups, files of parameters.

Spec: xBRL-CSV 1.0.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol
from urllib.parse import unquote

from exports.csv_cells import id_of_row, text_of
from exports.definitions import NONE, Definitions
from exports.errors import InstanceError
from exports.readers.csv_metadata import Metadata, Source, Table, metadata_of
from exports.readers.csv_periods import parse_csv_period
from exports.readers.ids import SeenIds
from exports.readers.json_reader import opened
from exports.readers.oim import AspectsOfOim, footnote_of
from exports.report import Fact, Footnote, Report

MAXIMUM_CELL = 1 << 28

Dimensions = dict[str, object]


def read(path: Path, definitions: Definitions = NONE) -> Report:
    """Return the report of a metadata file (NAME-csv.json) and the tables beside it.

    Raises: InstanceError where it is no xBRL-CSV that can be read, here or while the facts are iterated.
    """
    with opened(path) as stream:
        plain = stream.value()
        stream.end()
    metadata = metadata_of(plain, path)
    facts = _Facts(metadata, definitions)
    return Report(
        entry_point=metadata.head.entry_point,
        namespaces=metadata.head.report_namespaces(),
        facts=facts,
        footnotes=tuple(facts.footnotes()),
        typed_domains=metadata.head.typed_domains(definitions),
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """One cell with a value, and everything that stands beside it."""

    name: str
    value: str
    decimals: str | None
    dimensions: Dimensions
    where: _Where


@dataclass(frozen=True, slots=True)
class _Where:
    """A line of a file, made into words only where something is wrong."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


class _HasLines(Protocol):
    line_num: int


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of the tables, read anew each time."""

    metadata: Metadata
    definitions: Definitions

    def __iter__(self) -> Iterator[Fact]:
        """Yield each fact in the order of tables, rows and columns."""
        head, links = self.metadata.head, self.metadata.links
        aspects = AspectsOfOim(head, self.definitions, parse_csv_period)
        seen = SeenIds()
        for cells in self._cells():
            if not seen.is_new(cells.name):
                raise InstanceError(f"{cells.where}: the row {cells.name!r} stands twice; number it anew.")
            if head.is_note(cells.dimensions.get("concept")):
                continue
            try:
                value, precise = text_of(cells.value), cells.decimals
                if value is not None and "d" in value and _is_number(value):
                    value, _, precise = value.partition("d")
                yield aspects.fact(cells.name, value, precise, cells.dimensions, links.get(cells.name, ()))
            except ValueError as error:
                raise InstanceError(f"{cells.where}: {error}; correct it in the file.") from None

    def footnotes(self) -> Iterator[Footnote]:
        """Yield the rows that are footnotes; without links there is none to look for."""
        if not self.metadata.links:
            return
        for cells in self._cells():
            if self.metadata.head.is_note(cells.dimensions.get("concept")):
                where = cells.where
                yield footnote_of(
                    cells.name,
                    text_of(cells.value),
                    cells.dimensions,
                    lambda what, where=where: InstanceError(f"{where}: {what}."),  # type: ignore[misc]
                )

    def _cells(self) -> Iterator[_Cells]:
        short = self.metadata.is_one_column()
        for table in self.metadata.tables:
            path = self.metadata.path.parent / table.url
            with suppress(OSError):  # a name that is too long is told where it is opened
                if not path.exists():
                    path = path.with_name(unquote(path.name))
            yield from _cells_of(table, path, short=short)


def _is_number(value: str) -> bool:
    return all(mark in "0123456789.+-d \t" for mark in value) and any(mark.isdigit() for mark in value)


def _cells_of(table: Table, path: Path, *, short: bool) -> Iterator[_Cells]:
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="strict") as stream:
            rows = csv.reader(stream, strict=True)
            taken = _with_large_cells(rows)
            header = next(taken, None)
            if header is None:
                raise InstanceError(f"{path.name} is empty: a row of column names was expected.")
            layout = _layout(header, table, path, short=short)
            for number, row in enumerate(taken, 1):
                if row:
                    yield from _cells_of_row(layout, row, number, rows)
    except UnicodeDecodeError:
        raise InstanceError(
            f"{path.name}: this is not UTF-8, which xBRL-CSV asks for; save it as UTF-8."
        ) from None
    except csv.Error as error:
        raise InstanceError(f"{path.name}, line {rows.line_num}: this is no CSV ({error}).") from None
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None


def _with_large_cells(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the rows, each read under our own limit: it is one of the whole process, and others count on theirs."""
    while True:
        before = csv.field_size_limit(MAXIMUM_CELL)
        try:
            row = next(rows, None)
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        yield row


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where in a row everything stands. values: (column, its place, (axis, source), source of decimals)."""

    file: str
    table: str
    width: int
    row_id: int | None
    values: tuple[tuple[str, int, tuple[tuple[str, Source], ...], Source], ...]
    short: bool


def _layout(header: list[str], table: Table, path: Path, *, short: bool) -> _Layout:
    """Return where the columns stand.

    Raises: InstanceError where the header does not fit the metadata.
    """
    unknown = sorted(set(header) - table.columns)
    if unknown:
        other = next((mark for mark in ";\t|" if mark in unknown[0]), None)
        what = (
            f"the cells are separated with {other!r}, xBRL-CSV asks for commas"
            if other
            else f"the column {unknown[0][:60]!r} is not in the metadata"
        )
        _refuse(path, 1, what)
    places = {name: place for place, name in enumerate(header)}
    if len(places) < len(header):
        _refuse(path, 1, "a column stands twice")
    if table.row_id is not None and table.row_id not in places:
        _refuse(path, 1, f"the column {table.row_id!r} is not there")
    try:
        values = tuple(
            (
                name,
                places[name],
                tuple((axis, table.source(text, places)) for axis, text in column.dimensions),
                Source() if column.decimals is None else table.source(column.decimals, places),
            )
            for name, column in table.facts.items()
            if name in places
        )
    except ValueError as error:
        _refuse(path, 1, f"the metadata refers to {str(error)!r}, which is neither column nor parameter")
    row_id = None if table.row_id is None else places[table.row_id]
    return _Layout(path.name, table.name, len(header), row_id, values, short and row_id is not None)


def _cells_of_row(layout: _Layout, row: list[str], number: int, rows: _HasLines) -> Iterator[_Cells]:
    where = _Where(layout.file, rows.line_num)
    if len(row) > layout.width:
        raise InstanceError(f"{where}: the row has {len(row)} cells, the header {layout.width}.")
    row_id = str(number)
    if layout.row_id is not None:
        row_id = row[layout.row_id] if layout.row_id < len(row) else ""
        if not row_id:
            raise InstanceError(f"{where}: the row has no id.")
    for column, place, sources, precise in layout.values:
        value = row[place] if place < len(row) else ""
        if not value:
            continue
        dimensions: Dimensions = {}
        try:
            for axis, source in sources:
                found = source.text(row, number)
                if found is not None:
                    dimensions[axis] = text_of(found) if found[0] == "#" else found
        except ValueError as error:
            raise InstanceError(f"{where}: {error}; correct it in the file.") from None
        name = id_of_row(row_id) if layout.short else f"{layout.table}.r_{row_id}.{column}"
        yield _Cells(name, value, precise.text(row, number), dimensions, where)


def _refuse(path: Path, line: int, what: str) -> NoReturn:
    raise InstanceError(f"{path.name}, line {line}: {what}; correct it in the file.")
