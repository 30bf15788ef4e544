"""xBRL-CSV read as a stream: the metadata whole, the tables row by row.

Read are tables whose fact columns say their dimensions, with cells, parameters and constants in them, and
decimals of the column, table or report, or behind a value (`12d-3`). Where a report has one table with one
column of values, the facts' ids are those of the rows; else they are `table.r_row.column`, as the
specification makes them. Not read: metadata that extends other metadata, property groups, files of parameters.

Spec: xBRL-CSV 1.0.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote

from exports.csv_cells import id_of_row, text_of
from exports.definitions import NONE, Definitions
from exports.errors import InstanceError
from exports.readers.csv_metadata import Metadata, Table, metadata_of
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
    where: str


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
            if not path.exists():
                path = path.with_name(unquote(path.name))
            yield from _cells_of(table, path, short=short)


def _is_number(value: str) -> bool:
    return all(mark in "0123456789.+-d \t" for mark in value) and any(mark.isdigit() for mark in value)


def _cells_of(table: Table, path: Path, *, short: bool) -> Iterator[_Cells]:
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="strict") as stream:
            csv.field_size_limit(MAXIMUM_CELL)
            rows = csv.reader(stream, strict=True)
            header = next(rows, None)
            if header is None:
                raise InstanceError(f"{path.name} is empty: a row of column names was expected.")
            places = _places(header, table, path)
            for number, row in enumerate(rows, 1):
                if not row:
                    continue
                if len(row) > len(header):
                    _refuse(path, rows.line_num, f"the row has {len(row)} cells, the header {len(header)}")
                where = f"{path.name}, line {rows.line_num}"
                given = dict(zip(header, row, strict=False))
                yield from _cells_of_row(table, places, given, f"{number}", where, short=short)
    except UnicodeDecodeError:
        raise InstanceError(
            f"{path.name}: this is not UTF-8, which xBRL-CSV asks for; save it as UTF-8."
        ) from None
    except csv.Error as error:
        raise InstanceError(f"{path.name}, line {rows.line_num}: this is no CSV ({error}).") from None
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None


def _places(header: list[str], table: Table, path: Path) -> tuple[str, ...]:
    """Return the columns with values, in the order of the table.

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
    if len(set(header)) < len(header):
        _refuse(path, 1, "a column stands twice")
    if table.row_id is not None and table.row_id not in header:
        _refuse(path, 1, f"the column {table.row_id!r} is not there")
    return tuple(name for name in header if name in table.facts)


def _cells_of_row(
    table: Table, places: tuple[str, ...], row: Mapping[str, str], number: str, where: str, *, short: bool
) -> Iterator[_Cells]:
    row_id = number
    if table.row_id is not None:
        row_id = row.get(table.row_id, "")
        if not row_id:
            raise InstanceError(f"{where}: the row has no id in the column {table.row_id!r}.")
    for place in places:
        value = row.get(place, "")
        if not value:
            continue
        column = table.facts[place]
        try:
            dimensions: Dimensions = {}
            for axis, source in column.dimensions:
                found = table.resolved(source, row, number)
                if found is not None:
                    dimensions[axis] = text_of(found)
            precise = None if column.decimals is None else table.resolved(column.decimals, row, number)
        except ValueError as error:
            raise InstanceError(f"{where}: {error} is not understood; correct it in the file.") from None
        name = id_of_row(row_id) if short and table.row_id else f"{table.name}.r_{row_id}.{place}"
        yield _Cells(name, value, precise, dimensions, where)


def _refuse(path: Path, line: int, what: str) -> NoReturn:
    raise InstanceError(f"{path.name}, line {line}: {what}; correct it in the file.")
