"""The first sheet of a workbook as rows of text, as its cells hold them: no formula is computed.

Spec: ECMA-376 (read by openpyxl).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from exports.errors import InstanceError
from taxonomy.safe_zip import read_zip


def workbook_rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield (place, cells) of each row of the first sheet.

    Raises: TagwrightError where it is no workbook, or not safe to open.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  only a workbook pays for it

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None
    read_zip(data, path.name)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield f"row {number}", [_text(value) for value in row]
    except (ValueError, KeyError, IndexError, SyntaxError, TypeError) as error:
        raise InstanceError(
            f"{path.name} is no workbook that can be read ({error}); save it again."
        ) from None


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime() if value.time().isoformat() == "00:00:00":
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float():
            # A cell holds a binary float; its shortest form is what the person typed.
            return format(Decimal(repr(value)), "f").removesuffix(".0")
        case _:
            return str(value)
