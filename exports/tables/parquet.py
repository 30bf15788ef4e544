"""A Parquet file of facts: a row a fact, its dimensions, mentions and footnotes as lists inside it.

Written in groups of rows, so that a report of any size fits. `value` is a decimal128(38, 10), empty where the
number does not fit it; `value_text` is exact. Equal input gives equal bytes.

Spec: Apache Parquet format 2 (logical types DECIMAL, DATE, LIST).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from exports.tables.columns import FACTS, PRECISION, SCALE, fact_values
from exports.tables.extra import require
from exports.tables.rows import fact_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from exports.tables.columns import ColumnKind, Table
    from exports.tables.rows import FactRow, TableSource

GROUP = 50_000
"""Rows that are held at a time."""


def write(source: TableSource, stream: BinaryIO) -> int:
    """Write the facts as Parquet; return how many.

    Raises: OutputError where pyarrow is missing, FilingError where a value is no number.
    """
    require("pyarrow", "A Parquet file")
    import pyarrow as pa  # noqa: PLC0415  only where Parquet is wanted
    from pyarrow import parquet  # noqa: PLC0415  likewise

    texts = pa.string()
    schema = pa.schema(
        [
            *arrow_schema(FACTS),
            pa.field("entity_name", texts),
            pa.field("dimensions", pa.list_(pa.struct([(name, texts) for name in _DIMENSION]))),
            pa.field(
                "mentions",
                pa.list_(pa.struct([(name, pa.int64() if "text_" in name else texts) for name in _MENTION])),
            ),
            pa.field("footnotes", pa.list_(pa.struct([(name, texts) for name in _FOOTNOTE]))),
        ]
    )
    rows = fact_rows(source)
    count = 0
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(rows, GROUP)):
            columns = zip(*(_values(row) for row in batch), strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(batch)
    return count


def arrow_schema(table: Table) -> pa.Schema:
    """Return the columns of a table as Arrow has them."""
    import pyarrow as pa  # noqa: PLC0415  as above

    kinds: dict[ColumnKind, pa.DataType] = {
        "key": pa.string(),
        "text": pa.string(),
        "number": pa.decimal128(PRECISION, SCALE),
        "integer": pa.int64(),
        "day": pa.date32(),
    }
    return pa.schema([pa.field(name, kinds[kind], nullable=kind != "key") for name, kind in table.columns])


_DIMENSION = ("axis", "axis_label", "member", "member_label")
_MENTION = ("ledger_row", "text", "sentence", "text_start", "text_end", "link")

_FOOTNOTE = ("footnote", "language", "text")


def _values(row: FactRow) -> tuple[object, ...]:
    dimensions = [
        dict(zip(_DIMENSION, (item.axis, item.axis_label, item.member, item.member_label), strict=True))
        for item in row.dimensions
    ]
    mentions = [
        dict(
            zip(_MENTION, (said.row, said.text, said.sentence, said.start, said.end, said.link), strict=True)
        )
        for said in row.mentions
    ]
    footnotes = [
        dict(zip(_FOOTNOTE, (note.id, note.language, note.text), strict=True)) for note in row.footnotes
    ]
    return (*fact_values(row), row.entity_name, dimensions, mentions, footnotes)
