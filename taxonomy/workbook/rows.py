"""The rows of a workbook's sheets, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from taxonomy.errors import Finding
from taxonomy.workbook.read import Cell, Record, Records, mistake


class Rows:
    """Gives the rows of each sheet and collects mistakes."""

    def __init__(self, path: Path, records: Records, findings: list[Finding]) -> None:
        """Take the rows and the mistakes found so far."""
        self._path = path
        self._records = records
        self._findings = findings

    @property
    def mistakes(self) -> int:
        """Return how many were found so far."""
        return len(self._findings)

    def note(self, cell: Cell, code: str, message: str) -> None:
        """Note a mistake at a cell."""
        self._findings.append(mistake(self._path, cell, code, message))

    def of(self, sheet: str, *needed: str) -> list[Record]:
        """Return the rows of a sheet that have all the cells without which they say nothing; note the others."""
        found: list[Record] = []
        for record in self._records.get(sheet, ()):
            missing = [name for name in needed if name not in record]
            if missing:
                self.note(
                    record[""],
                    "empty",
                    f'the cell of the column "{missing[0]}" is empty in this row: fill it in',
                )
            else:
                found.append(record)
        return found

    def by(self, sheet: str, column: str) -> dict[str, list[Record]]:
        """Return the rows of a sheet by what stands in a column."""
        found: dict[str, list[Record]] = {}
        for record in self.of(sheet, column):
            found.setdefault(record[column].text, []).append(record)
        return found
