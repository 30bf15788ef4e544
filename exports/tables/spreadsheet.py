"""A spreadsheet (.xlsx) of facts for people: labels, numbers as numbers, a link to each sentence.

Written row by row; only the links are held, and a sheet holds at most 65,530 of them. Nothing in it is a
formula: a text that begins with = + - or @ is marked as text. A number with more digits than a spreadsheet
keeps (15) is written as text, exactly. Equal input gives equal bytes.

Spec: ECMA-376 part 1, section 18.3.1 (worksheets), Excel specifications and limits.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from decimal import Context, Decimal
from itertools import islice
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO

from exports.outline import outline_of
from exports.tables.extra import require
from exports.tables.rows import FactRow, Labels, TableSource, fact_rows

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

ROWS_A_SHEET = 1_048_575
"""Rows below the header."""

LINKS_A_SHEET = 65_530
DIGITS = 15
"""Significant digits that a spreadsheet keeps of a number."""

_LONGEST = 32_767
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FIRST_YEAR = 1900
_WIDE = Context(prec=10_000)
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001  the format has no zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")

_WORDS = {
    "en": (
        "Label", "Value", "Unit", "From", "To", "Qualifier", "Footnotes", "Sentence", "Row", "Decimals", "Concept",
        "Dimensions", "Unit (QName)", "Entity", "Name of entity", "Report", "Fact", "Start", "End",
    ),
    "zh-Hant": (
        "標籤", "數值", "單位", "起", "迄", "限定語", "附註", "句子", "列", "精確度", "概念",
        "維度", "單位(QName)", "實體", "實體名稱", "報告", "事實", "起始位置", "結束位置",
    ),
    "zh-Hans": (
        "标签", "数值", "单位", "起", "止", "限定语", "附注", "句子", "行", "精确度", "概念",
        "维度", "单位(QName)", "实体", "实体名称", "报告", "事实", "起始位置", "结束位置",
    ),
}  # fmt: skip
"""The headings by language, in the order of the columns; the axes stand after the first five."""

_FIRST = 5

_WIDTHS = (44, 22, 12, 12, 12, 14, 30, 60, 9, 9, 40, 40, 20, 24, 24, 24, 10, 9, 9)
_WIDTH_OF_AXIS = 24


def write(source: TableSource, stream: BinaryIO) -> int:
    """Write the facts as a spreadsheet; return how many.

    Raises: OutputError where openpyxl is missing, FilingError where a value is no number.
    """
    require("openpyxl", "A spreadsheet")
    from openpyxl import Workbook  # noqa: PLC0415  only where a spreadsheet is wanted

    book = Workbook(write_only=True)
    book.properties.creator = "tagwright"
    book.properties.created = _EPOCH
    axes = outline_of(source.report).axes
    rows = fact_rows(source)
    count, written = 0, ROWS_A_SHEET
    with _ended(book):
        while written == ROWS_A_SHEET:
            title = f"Facts {count // ROWS_A_SHEET + 1}" if count else "Facts"
            written = _Sheet(book, title, source, axes).write(islice(rows, ROWS_A_SHEET))
            count += written
    with TemporaryFile() as made:
        book.save(made)
        _copy(made, stream)
    return count


@contextmanager
def _ended(book: Workbook) -> Iterator[None]:
    """End the sheets where the block breaks off: left open, openpyxl complains on stderr when they are collected."""
    try:
        yield
    except BaseException:
        for sheet in book.worksheets:
            with suppress(Exception):
                sheet.close()
        raise


class _Sheet:
    """One sheet: a heading that stays in sight, then a row a fact."""

    def __init__(self, book: Workbook, title: str, source: TableSource, axes: tuple[str, ...]) -> None:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as in `write`
        from openpyxl.styles import Font  # noqa: PLC0415  likewise
        from openpyxl.utils import get_column_letter  # noqa: PLC0415  likewise

        self._sheet = book.create_sheet(title)
        self._new = WriteOnlyCell
        self._axes = axes
        self._page = source.page
        self._links = 0
        self._bold, self._blue = Font(bold=True), Font(color="0563C1", underline="single")
        words = _WORDS.get(source.language, _WORDS["en"])
        labels = Labels(source.taxonomy, source.language, source.report.namespaces)
        self._headings = (*words[:_FIRST], *(labels.of(axis) for axis in axes), *words[_FIRST:])
        widths = (*_WIDTHS[:_FIRST], *(_WIDTH_OF_AXIS for _ in axes), *_WIDTHS[_FIRST:])
        self._last = get_column_letter(len(widths))
        for number, width in enumerate(widths, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        self._sheet.freeze_panes = "B2"

    def write(self, rows: Iterable[FactRow]) -> int:
        """Write the heading and the rows; return how many."""
        headings = [self._text(word) for word in self._headings]
        for cell in filter(None, headings):
            cell.font = self._bold
        self._sheet.append(headings)
        count = 0
        for count, row in enumerate(rows, 1):  # noqa: B007  the last number is the count
            self._sheet.append(self._cells(row))
        self._sheet.auto_filter.ref = f"A1:{self._last}{count + 1}"
        return count

    def _cells(self, row: FactRow) -> list[Cell | None]:
        members = {dimension.axis: dimension.member_label for dimension in row.dimensions}
        mention = row.mention
        return [
            self._text(row.label),
            self._value(row),
            self._text(row.unit_label),
            self._day(row.period_start),
            self._day(row.period_end),
            *(self._text(members.get(axis)) for axis in self._axes),
            self._text(row.qualifier),
            self._text("; ".join(note.text for note in row.remarks)),
            self._text(mention.sentence if mention else None),
            self._link(row),
            self._number(None if row.decimals is None else Decimal(row.decimals), "0"),
            self._text(row.concept),
            self._text("; ".join(f"{item.axis}={item.member or ''}" for item in row.dimensions)),
            self._text(row.unit),
            self._text(row.entity),
            self._text(row.entity_name),
            self._text(row.report),
            self._text(row.fact),
            self._number(Decimal(mention.start) if mention else None, "0"),
            self._number(Decimal(mention.end) if mention else None, "0"),
        ]

    def _text(self, text: str | None) -> Cell | None:
        if not text:
            return None
        plain = _FORBIDDEN.sub("\ufffd", text)
        cell = self._new(self._sheet)
        cell.value = plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
        cell.data_type = "s"  # said outright: "=…" would be a formula
        if plain.startswith(_RISKY):
            cell.quotePrefix = True  # and it stays text when a person edits it
        return cell

    def _value(self, row: FactRow) -> Cell | None:
        if row.members:
            return self._text("; ".join(row.members))
        if row.value is None or len(row.value.normalize(_WIDE).as_tuple().digits) > DIGITS:
            return self._text(row.value_text)
        return self._number(row.value, _format_of(row))

    def _number(self, value: Decimal | None, number_format: str) -> Cell | None:
        if value is None:
            return None
        cell = self._new(self._sheet)
        cell.value = format(value, "f")
        cell.data_type = "n"  # the text is the number, digit for digit: openpyxl would go through a float
        cell.number_format = number_format
        return cell

    def _day(self, day: date | None) -> Cell | None:
        if day is None or day.year < _FIRST_YEAR:
            return self._text(day.isoformat() if day else None)
        cell = self._new(self._sheet, datetime(day.year, day.month, day.day))  # noqa: DTZ001  a day has no zone
        cell.number_format = "yyyy-mm-dd"
        return cell

    def _link(self, row: FactRow) -> Cell | None:
        mention = row.mention
        if mention is None:
            return None
        cell = self._text(mention.row)
        if cell is not None and mention.link and self._links < LINKS_A_SHEET:
            self._links += 1
            cell.hyperlink = self._page
            if cell.hyperlink is not None:
                cell.hyperlink.location = mention.row
            cell.font = self._blue
        return cell


def _format_of(row: FactRow) -> str:
    """Return the number format: the digits that the value has, a share in percent."""
    exponent = row.value.as_tuple().exponent if row.value is not None else 0
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if row.is_share:
        places = max(0, places - 2)
        return f"0.{'0' * places}%" if places else "0%"
    return f"#,##0.{'0' * places}" if places else "#,##0"


def _copy(made: IO[bytes], stream: BinaryIO) -> None:
    """Copy the workbook without the time at which it was made."""
    made.seek(0)
    with (
        zipfile.ZipFile(made) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o100644 << 16,
            )
            with target.open(info, "w", force_zip64=True) as member:
                if name == "docProps/core.xml":
                    member.write(_MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read(name)))
                    continue
                with source.open(name) as content:
                    copyfileobj(content, member)
