"""From the file of a workbook to its cells, with every mistake of sheets and columns.

Spec: ECMA-376 (read by openpyxl).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

from taxonomy.errors import Finding, TagwrightError
from taxonomy.files import read_package_bytes
from taxonomy.labels import is_language
from taxonomy.safe_zip import read_zip
from taxonomy.workbook.foreign_sheets import NEEDED as FOREIGN_NEEDED
from taxonomy.workbook.foreign_sheets import SHEETS as FOREIGN_SHEETS
from taxonomy.workbook.sheets import (
    ADDED,
    EXTENDS,
    EXTENSION_NEEDED,
    EXTENSION_SHEETS,
    GUIDE,
    NEEDED,
    SHEETS,
    Sheet,
)
from taxonomy.workbook.write import MISSING
from taxonomy.yaml_nodes import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAXIMUM_BYTES: Final = 256_000_000
_MAXIMUM_ROWS: Final = 500_000
_MAXIMUM_COLUMNS: Final = 300
_ROWS_IN_A_MESSAGE: Final = re.compile(r"\bline (\d+)\b")
_HEAD_ROWS: Final = 200
_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something, and its place: row and column counted from 1."""

    text: str
    sheet: str
    row: int
    column: int


Record = dict[str, Cell]
"""The cells of a row by column; "" is the row's first cell, for what is wrong with the whole row."""

Records = dict[str, list[Record]]


class WorkbookError(SourceError):
    """A workbook with mistakes; `findings` holds every one, its place in the name of the file."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Say every mistake once, in a sentence of its own."""
        findings = tuple(dict.fromkeys(findings))
        shown = [f"{item.file}: {item.message}" for item in findings[:_SHOWN]]
        if len(findings) > _SHOWN:
            shown.append(f"… and {len(findings) - _SHOWN} more mistakes")
        TagwrightError.__init__(self, "\n".join(shown))
        self.findings = findings


def mistake(path: Path, cell: Cell, code: str, message: str) -> Finding:
    """Return the finding for a mistake in a cell."""
    return placed(path, cell.sheet, cell.row, cell.column, f"tagwright:workbook.{code}", message)


def placed(path: Path, sheet: str, row: int, column: int, code: str, message: str) -> Finding:
    """Return a finding whose file says the sheet and the cell, and whose message speaks of rows."""
    place = cell_in_words(str(path), sheet, row, column)
    return Finding("error", code, _ROWS_IN_A_MESSAGE.sub(r"row \1", message), place)


def cell_in_words(file: str, sheet: str, row: int, column: int) -> str:
    """Return the place of a cell as a person finds it."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - only a workbook pays for it

    return f"{file}, sheet {sheet}, cell {get_column_letter(column)}{row}"


Kind = Literal["own", "extension", "foreign"]
"""Whether a workbook is that of a source, of an extension's, or of a taxonomy that somebody else wrote."""

_SHEETS: Final[dict[Kind, tuple[dict[str, Sheet], tuple[str, ...]]]] = {
    "own": (SHEETS, NEEDED),
    "extension": (EXTENSION_SHEETS, EXTENSION_NEEDED),
    "foreign": (FOREIGN_SHEETS, FOREIGN_NEEDED),
}
"""The sheets that each kind may have, and those that it must have."""


def read_records(path: Path) -> tuple[Kind, Records, list[Finding]]:
    """Return the kind of a workbook, the rows of each sheet, and what is wrong with sheets, columns and cells.

    Raises: TagwrightError where it is no workbook, or not safe to open.
    """
    book = _open(path)
    kind = _kind(book)
    sheets, needed = _SHEETS[kind]
    findings: list[Finding] = []
    records: Records = {}
    for name in book.sheetnames:
        if name == GUIDE or name.startswith("#"):
            continue
        if name not in sheets:
            message = (
                f"there is no sheet of this name in the workbook of a taxonomy{_hint(name, tuple(sheets))}: "
                "rename it, or let its name begin with # to keep it as a note"
            )
            findings.append(mistake(path, Cell("", name, 1, 1), "sheet", message))
            continue
        records[name] = list(_records(path, book[name], sheets[name], findings))
    for name in needed:
        if name not in records:
            columns = ", ".join(sheets[name].required)
            message = f'the sheet "{name}" is missing: add it, with the columns {columns} in its first row'
            findings.append(Finding("error", "tagwright:workbook.sheet", message, str(path)))
    return kind, records, findings


def is_of_extension(path: Path) -> bool:
    """Return whether a workbook that can be read is that of an extension."""
    try:
        return _kind(_open(path)) == "extension"
    except TagwrightError:
        return False  # the reader of workbooks says what is wrong


def _open(path: Path) -> Workbook:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - only a workbook pays for it
    except ImportError:
        raise TagwrightError(MISSING) from None
    data = read_package_bytes(path)
    read_zip(data, str(path), maximum_bytes=MAXIMUM_BYTES)
    try:
        return load_workbook(BytesIO(data), read_only=True)
    except (ValueError, KeyError, IndexError, SyntaxError, TypeError, OSError) as error:
        raise TagwrightError(
            f"{path}: this is no workbook that can be read ({error}): save it again as .xlsx"
        ) from None


def _kind(book: Workbook) -> Kind:
    """Return the kind of a workbook, by the sheets and the key that the others have not."""
    names = set(book.sheetnames)
    if "Elements" in names:
        return "foreign"
    if not names.isdisjoint(ADDED):
        return "extension"
    rows = (
        book["Taxonomy"].iter_rows(max_row=_HEAD_ROWS, max_col=_MAXIMUM_COLUMNS)
        if "Taxonomy" in names
        else ()
    )
    is_said = any(_text(cell.value) == EXTENDS for row in rows for cell in row)
    return "extension" if is_said else "own"


def _hint(name: str, names: tuple[str, ...]) -> str:
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""


def _records(path: Path, sheet: Worksheet, kind: Sheet, findings: list[Finding]) -> Iterator[Record]:
    columns: dict[int, str] = {}
    for number, row in enumerate(sheet.iter_rows(max_col=_MAXIMUM_COLUMNS), 1):
        if number > _MAXIMUM_ROWS:
            message = f"the sheet has more than {_MAXIMUM_ROWS:,} rows: remove those that are not needed"
            findings.append(mistake(path, Cell("", kind.name, number, 1), "size", message))
            return
        cells = _cells(path, kind, number, row, findings)
        if number == 1:
            columns = _columns(path, kind, cells, findings)
        elif cells:
            record = {columns[place]: cell for place, cell in cells.items() if place in columns}
            if record:
                yield {"": next(iter(record.values())), **record}
    if not columns and not any(item.file.startswith(f"{path}, sheet {kind.name},") for item in findings):
        _columns(path, kind, {}, findings)


def _cells(
    path: Path, kind: Sheet, number: int, row: tuple[Any, ...], findings: list[Finding]
) -> dict[int, Cell]:
    """Return the cells of a row that hold something, by their place; openpyxl has several kinds of them."""
    cells: dict[int, Cell] = {}
    for place, found in enumerate(row, 1):
        text = _text(found.value)
        if text:
            cell = cells[place] = Cell(text, kind.name, number, place)
            if found.data_type == "f":
                message = f"a formula stands here ({text[:40]}): write its value instead"
                findings.append(mistake(path, cell, "formula", message))
            elif found.data_type == "e":
                findings.append(mistake(path, cell, "formula", f"the cell holds an error ({text}): mend it"))
    return cells


def _columns(path: Path, kind: Sheet, cells: dict[int, Cell], findings: list[Finding]) -> dict[int, str]:
    """Return the column that each place is of, by the first row."""
    columns: dict[int, str] = {}
    for place, cell in cells.items():
        name = cell.text
        if name in columns.values():
            findings.append(
                mistake(path, cell, "column", f'the column "{name}" stands here twice: remove one')
            )
        elif name in kind.columns or (kind.languages and is_language(name)):
            columns[place] = name
        else:
            more = " and language tags such as zh-Hant" if kind.languages else ""
            message = (
                f'there is no column "{name[:60]}"{_hint(name, kind.columns)}; the columns of {kind.name} are '
                f"{', '.join(kind.columns)}{more}: rename or remove it"
            )
            findings.append(mistake(path, cell, "column", message))
    for name in kind.required:
        if name not in columns.values():
            message = f'the column "{name}" is missing: add it to the first row'
            findings.append(mistake(path, Cell("", kind.name, 1, 1), "column", message))
    return columns


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case _:
            return str(value).strip()
