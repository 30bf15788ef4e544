"""The formulas and tables of a workbook of somebody else's taxonomy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

from taxonomy.dts import Formula, FormulaKind, Table
from taxonomy.workbook.foreign_cells import language_of, said_of, text_of
from taxonomy.workbook.nodes import texts_of

if TYPE_CHECKING:
    from taxonomy.workbook.foreign_cells import Cells
    from taxonomy.workbook.read import Record

Texts = tuple[tuple[str, str], ...]
_FORMULA = ("formula", "id", "kind", "test", "file", "line")
_TABLE = ("table", "id", "file", "line")


def formulas_in(cells: Cells) -> tuple[Formula, ...]:
    """Return the formulas."""
    concepts: dict[str, list[str]] = {}
    for record in cells.rows.of("Formula concepts", "formula", "concept"):
        if cells.is_known(record["concept"]):
            concepts.setdefault(record["formula"].text, []).append(record["concept"].text)
    messages = cells.rows.by("Formula messages", "formula")
    found = cells.rows.by("Formulas", "formula")
    for sheet in ("Formula concepts", "Formula messages"):
        for name, records in cells.rows.by(sheet, "formula").items():
            if name not in found:
                message = f'there is no formula "{name}" in the sheet Formulas: add it, or correct it'
                cells.rows.note(records[0]["formula"], "reference", message)
    return tuple(
        Formula(
            said_of(records[0].get("id")),
            cast("Any", cells.choice(records[0], "kind", get_args(FormulaKind), "value")),
            text_of(records[0], "test"),
            tuple(concepts.get(name, ())),
            _texts(records, _FORMULA),
            _texts(messages.get(name, []), ("formula",)),
            text_of(records[0], "file"),
            cells.number(records[0], "line", int),
        )
        for name, records in found.items()
    )


def tables_in(cells: Cells) -> tuple[Table, ...]:
    """Return the tables."""
    return tuple(
        Table(
            said_of(records[0].get("id")),
            _texts(records, _TABLE),
            text_of(records[0], "file"),
            cells.number(records[0], "line", int),
        )
        for records in cells.rows.by("Tables", "table").values()
    )


def _texts(records: list[Record], named: tuple[str, ...]) -> Texts:
    """Return (language, text) of the rows, sorted as they are where they are read from a DTS."""
    return tuple(
        sorted(
            (language_of(language), said_of(cell))
            for record in records
            for language, cell in texts_of(record, *named)
        )
    )
