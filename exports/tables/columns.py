"""The tables of the Parquet files and databases: their columns, and what each row of facts puts into them.

A value stands twice: as a number where it fits 28 digits before the point and 10 behind it, else empty, and as
the text that was reported, always exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from exports.tables.rows import FactRow, TableSource

PRECISION, SCALE = 38, 10
"""Digits of a number in all, and behind the point."""

_LARGEST = Decimal(10) ** (PRECISION - SCALE)

ColumnKind = Literal["key", "text", "number", "integer", "day"]
Cell = str | int | Decimal | date | None
Values = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name and its columns, (name, kind); the keys of the kind "key" tell its rows apart."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(name for name, _ in self.columns)


REPORTS = Table(
    "reports",
    (
        ("report", "key"),
        ("name", "text"),
        ("entity_scheme", "text"),
        ("entity", "text"),
        ("entity_name", "text"),
        ("reporting_period", "text"),
        ("language", "text"),
        ("entry_point", "text"),
        ("page", "text"),
        ("facts", "integer"),
    ),
)
FACTS = Table(
    "facts",
    (
        ("report", "key"),
        ("fact", "key"),
        ("entity_scheme", "text"),
        ("entity", "text"),
        ("concept", "text"),
        ("label", "text"),
        ("value", "number"),
        ("value_text", "text"),
        ("unit", "text"),
        ("unit_label", "text"),
        ("decimals", "integer"),
        ("period", "text"),
        ("period_start", "day"),
        ("period_end", "day"),
        ("language", "text"),
        ("qualifier", "text"),
        ("ledger_row", "text"),
        ("sentence", "text"),
        ("text_start", "integer"),
        ("text_end", "integer"),
        ("link", "text"),
    ),
)
DIMENSIONS = Table(
    "dimensions",
    (
        ("report", "key"),
        ("fact", "key"),
        ("axis", "key"),
        ("axis_label", "text"),
        ("member", "text"),
        ("member_label", "text"),
    ),
)
MENTIONS = Table(
    "mentions",
    (
        ("report", "key"),
        ("ledger_row", "key"),
        ("fact", "text"),
        ("text", "text"),
        ("sentence", "text"),
        ("text_start", "integer"),
        ("text_end", "integer"),
        ("link", "text"),
    ),
)
FOOTNOTES = Table(
    "footnotes",
    (
        ("report", "key"),
        ("fact", "key"),
        ("footnote", "key"),
        ("language", "text"),
        ("text", "text"),
    ),
)
NAMESPACES = Table("namespaces", (("report", "key"), ("prefix", "key"), ("namespace", "text")))

TABLES = (REPORTS, NAMESPACES, FACTS, DIMENSIONS, MENTIONS, FOOTNOTES)


def fits(value: Decimal | None) -> Decimal | None:
    """Return the value where a column of numbers holds it exactly, else None."""
    if value is None or abs(value) >= _LARGEST:
        return None
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -SCALE:
        return value
    short = value.normalize()
    exponent = short.as_tuple().exponent
    return short if isinstance(exponent, int) and exponent >= -SCALE and short == value else None


def fact_values(row: FactRow) -> Values:
    """Return the row of the table of facts."""
    said = row.mention
    return (
        row.report, row.fact, row.entity_scheme, row.entity, row.concept, row.label, fits(row.value),
        row.value_text, row.unit, row.unit_label, row.decimals, row.period, row.period_start, row.period_end,
        row.language, row.qualifier,
        said.row if said else None, said.sentence if said else None, said.start if said else None,
        said.end if said else None, said.link if said else None,
    )  # fmt: skip


def dimension_values(row: FactRow) -> Iterator[Values]:
    """Yield the rows of the table of dimensions."""
    for item in row.dimensions:
        yield row.report, row.fact, item.axis, item.axis_label, item.member, item.member_label


def mention_values(row: FactRow) -> Iterator[Values]:
    """Yield the rows of the table of mentions."""
    for said in row.mentions:
        yield row.report, said.row, row.fact, said.text, said.sentence, said.start, said.end, said.link


def footnote_values(row: FactRow) -> Iterator[Values]:
    """Yield the rows of the table of footnotes."""
    for note in row.footnotes:
        yield row.report, row.fact, note.id, note.language, note.text


def namespace_values(source: TableSource) -> Iterator[Values]:
    """Yield the rows of the table of namespaces."""
    for prefix, namespace in source.report.namespaces:
        yield source.key, prefix, namespace


def report_values(source: TableSource, first: FactRow | None, count: int) -> Values:
    """Return the row of the table of reports."""
    return (
        source.key, source.name, first.entity_scheme if first else None, first.entity if first else None,
        first.entity_name if first else source.entity_name, source.reporting_period, source.language,
        source.report.entry_point, source.page, count,
    )  # fmt: skip
