"""Checked access to the cells of a workbook of somebody else's taxonomy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import InvalidOperation
from difflib import get_close_matches
from typing import Any

from taxonomy.workbook.foreign_sheets import EMPTY, NO_LANGUAGE
from taxonomy.workbook.read import Cell, Record
from taxonomy.workbook.rows import Rows

_HINTS = 20
_TRUTHS = {"true": True, "false": False}


@dataclass(slots=True)
class Cells:
    """The rows, which note mistakes too, and the names of the elements that cells may speak of."""

    rows: Rows
    names: set[str] = field(default_factory=set)

    def distinct(self, sheet: str) -> list[Record]:
        """Return the rows of a sheet by name, each name once."""
        seen: dict[str, Cell] = {}
        found: list[Record] = []
        for record in self.rows.of(sheet, "name"):
            cell = record["name"]
            if cell.text in seen:
                message = (
                    f'"{cell.text}" stands here twice: it is already in row {seen[cell.text].row}: remove one'
                )
                self.rows.note(cell, "duplicate", message)
                continue
            seen[cell.text] = cell
            found.append(record)
        return found

    def known_rows(self, sheet: str) -> list[Record]:
        """Return the rows of a sheet whose names are elements, each name once."""
        return [record for record in self.distinct(sheet) if self.is_known(record["name"])]

    def known(self, sheet: str) -> list[str]:
        """Return the names of a sheet that are elements."""
        return [record["name"].text for record in self.known_rows(sheet)]

    def is_known(self, cell: Cell) -> bool:
        """Return whether a cell names an element; note where it does not."""
        if cell.text in self.names:
            return True
        few = self.rows.mistakes < _HINTS  # comparing a name with thousands takes a while
        near = get_close_matches(cell.text, self.names, n=1, cutoff=0.8) if few else []
        hint = f' (did you mean "{near[0]}"?)' if near else ""
        message = (
            f'there is no element "{cell.text}" in the sheet Elements{hint}: correct the name or add it there'
        )
        self.rows.note(cell, "reference", message)
        return False

    def named(self, record: Record, column: str) -> str | None:
        """Return the element that a cell names, or None where it is empty or names none."""
        cell = record.get(column)
        return cell.text if cell is not None and self.is_known(cell) else None

    def truth(self, record: Record, column: str, *, default: bool) -> bool:
        """Return the true or false of a cell."""
        cell = record.get(column)
        if cell is None:
            return default
        if cell.text.lower() not in _TRUTHS:
            self.rows.note(cell, "value", f'"{cell.text}" is neither true nor false: write one of them')
        return _TRUTHS.get(cell.text.lower(), default)

    def choice(self, record: Record, column: str, options: tuple[str, ...], default: str) -> str:
        """Return the word of a cell, which must be one of some."""
        cell = record.get(column)
        if cell is None:
            return default
        if cell.text not in options:
            message = f'"{cell.text}" is none of {", ".join(options)}: write one of them'
            self.rows.note(cell, "value", message)
            return default
        return cell.text

    def number(self, record: Record, column: str, make: Callable[[str], Any]) -> Any:  # noqa: ANN401 - what `make` gives
        """Return the number of a cell."""
        cell = record.get(column)
        try:
            return None if cell is None else make(cell.text)
        except (ValueError, InvalidOperation):
            if cell is not None:
                self.rows.note(cell, "value", f'"{cell.text}" is no number: write one')
            return None


def text_of(record: Record, column: str) -> str:
    """Return the text of a cell, empty where there is none."""
    cell = record.get(column)
    return cell.text if cell else ""


def said_of(cell: Cell | None) -> str:
    """Return what a cell says; two quotes alone are the empty text."""
    return "" if cell is None or cell.text == EMPTY else cell.text


def language_of(column: str) -> str:
    """Return the language that a column is of."""
    return "" if column == NO_LANGUAGE else column
