"""The metadata of xBRL-CSV: which tables there are, and what their columns mean.

Spec: xBRL-CSV 1.0 sections 3 (metadata) and 4 (processing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from exports.csv_cells import id_of_row
from exports.errors import InstanceError
from exports.readers.oim import CORE, Header, header

_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
DOCUMENT_TYPES = frozenset({"https://xbrl.org/2021/xbrl-csv"})

_MEMBERS = frozenset(
    {"documentInfo", "tableTemplates", "tables", "dimensions", "decimals", "links", "parameters"}
)
_COLUMN = frozenset({"dimensions", "decimals", "comment"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values; dimensions: (axis, constant or reference), those of table and report among them."""

    dimensions: tuple[tuple[str, str], ...]
    decimals: str | None


ROW_NUMBER = -1


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: a constant or a place in the row; edge: "start" or "end" of a period."""

    constant: str = ""
    place: int | None = None
    edge: str = ""

    def text(self, row: list[str], number: int) -> str | None:
        """Return the value in a row, None for nothing."""
        if self.place is None:
            found = self.constant
        elif self.place == ROW_NUMBER:
            found = str(number)
        else:
            found = row[self.place] if self.place < len(row) else ""
        if not found or found == "#none":
            return None
        return f"{found}@{self.edge}" if self.edge else found


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its file, its columns, those of values, and the parameters that references may mean."""

    name: str
    url: str
    row_id: str | None
    columns: frozenset[str]
    facts: Mapping[str, Column]
    parameters: Mapping[str, str]

    def source(self, text: str, header: Mapping[str, int]) -> Source:
        """Return where a constant or a reference such as "$period@end" is found in rows under this header.

        Raises: ValueError where it means nothing at all.
        """
        if not text.startswith("$") or text.startswith("$$"):
            return Source(constant=text.removeprefix("$") if text.startswith("$$") else text)
        name, _, edge = text[1:].partition("@")
        if name == "rowNumber":
            return Source(place=ROW_NUMBER, edge=edge)
        if name in header:
            return Source(place=header[name], edge=edge)
        if name in self.columns:
            return Source()  # a column that the file leaves out
        if name in self.parameters:
            return Source(constant=self.parameters[name], edge=edge)
        raise ValueError(text)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata file, and the footnotes of each fact by the fact's id."""

    path: Path
    head: Header
    tables: tuple[Table, ...]
    links: Mapping[str, tuple[str, ...]]

    def is_one_column(self) -> bool:
        """Return whether the id of a row is enough to tell a fact."""
        return one_column(self.tables)


def one_column(tables: tuple[Table, ...]) -> bool:
    """Return whether there is one table, with one column of values and ids of its rows."""
    return len(tables) == 1 and len(tables[0].facts) == 1 and tables[0].row_id is not None


def metadata_of(plain: object, path: Path) -> Metadata:
    """Return the metadata.

    Raises: InstanceError where it is none, or uses what is not read.
    """
    root = _object(plain, path, "the file")
    head = header(root.get("documentInfo"), path.name, DOCUMENT_TYPES)
    for key in root:
        if key not in _MEMBERS and ":" not in key:
            raise _wrong(path, f"{key!r} is not read")
    tables = tuple(_tables(root, path))
    return Metadata(path, head, tables, dict(_links(root, head, tables, path)))


def _tables(root: Mapping[str, object], path: Path) -> Iterator[Table]:
    templates = _object(root.get("tableTemplates", {}), path, "tableTemplates")
    general = _texts(root.get("parameters", {}), path, "parameters")
    for name, plain in _object(root.get("tables", {}), path, "tables").items():
        table = _object(plain, path, f"the table {name!r}")
        url = table.get("url")
        if (
            not isinstance(url, str)
            or _SCHEME.match(url)
            or any(mark in "/\\" or mark < " " for mark in url)
            or ".." in url
        ):
            raise _wrong(path, f"the table {name!r} is in {url!r}, not a file beside the metadata")
        template = templates.get(str(table.get("template", name)))
        if template is None:
            raise _wrong(path, f"the table {name!r} has no template")
        template = _object(template, path, f"the template of {name!r}")
        columns = _object(template.get("columns"), path, f"the columns of {name!r}")
        inherited = (template, root)
        row_id = template.get("rowIdColumn")
        if row_id is not None and (not isinstance(row_id, str) or row_id not in columns):
            raise _wrong(path, f"the column {row_id!r}, which holds the ids of rows, is not there")
        yield Table(
            name,
            url,
            row_id,
            frozenset(columns),
            dict(_fact_columns(columns, inherited, path)),
            {**general, **_texts(table.get("parameters", {}), path, "parameters")},
        )


def _fact_columns(
    columns: Mapping[str, object], inherited: tuple[Mapping[str, object], ...], path: Path
) -> Iterator[tuple[str, Column]]:
    for name, plain in columns.items():
        column = _object(plain, path, f"the column {name!r}")
        unknown = sorted(key for key in column if key not in _COLUMN and ":" not in key)
        if unknown:
            raise _wrong(path, f"{unknown[0]!r} of the column {name!r} is not read")
        if "dimensions" not in column:
            continue
        dimensions: dict[str, str] = {}
        decimals: object = None
        for level in (*reversed(inherited), column):
            dimensions |= _texts(level.get("dimensions", {}), path, "dimensions")
            decimals = level.get("decimals", decimals)
        for axis in dimensions:
            if axis not in CORE and ":" not in axis:
                raise _wrong(path, f"{axis!r} is no dimension")
        yield name, Column(tuple(dimensions.items()), None if decimals is None else str(decimals))


def _links(
    root: Mapping[str, object], head: Header, tables: tuple[Table, ...], path: Path
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the footnotes of each fact."""
    found: dict[str, list[str]] = {}
    for kind, groups in _object(root.get("links", {}), path, "links").items():
        if kind not in head.footnote_types:
            raise _wrong(path, f"links of the type {kind!r} are not those of footnotes, and are not read")
        for sources in _object(groups, path, "links").values():
            for source, targets in _object(sources, path, "links").items():
                if not isinstance(targets, list):
                    raise _wrong(path, "links lead to a list of ids")
                found.setdefault(_fact_id(source, tables), []).extend(
                    _fact_id(str(target), tables) for target in targets
                )
    return ((source, tuple(targets)) for source, targets in found.items())


def _fact_id(text: str, tables: tuple[Table, ...]) -> str:
    if not one_column(tables):
        return text
    (column,) = tables[0].facts
    return id_of_row(text.removeprefix(f"{tables[0].name}.r_").removesuffix(f".{column}"))


def _object(plain: object, path: Path, what: str) -> dict[str, object]:
    if isinstance(plain, dict):
        return plain
    raise _wrong(path, f"{what} is no object")


def _texts(plain: object, path: Path, what: str) -> dict[str, str]:
    found = _object(plain, path, what)
    if all(isinstance(value, str) for value in found.values()):
        return {key: str(value) for key, value in found.items()}
    raise _wrong(path, f"a value in {what} is not in quotes")


def _wrong(path: Path, what: str) -> InstanceError:
    return InstanceError(f"{path.name}: {what}; correct the metadata.")
