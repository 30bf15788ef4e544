"""Tables: every fact as a row with its labels and its sentence, numbers exact, nothing that runs."""

from __future__ import annotations

import gc
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from exports.errors import FilingError, OutputError
from exports.report import FOREVER, Entity, Fact, Footnote, Period, Report
from exports.tables import extra, spreadsheet
from exports.tables.columns import fits
from exports.tables.rows import TableSource, fact_rows
from exports.tables.write import TABLE_FORMATS, TableFormat, table_writer, write_tables
from taxonomy.model import label_of

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.exports.conftest import Bank

openpyxl = pytest.importorskip("openpyxl", reason="the extra `tables` is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `tables` is not installed")

NAMESPACES = (("x", "http://example.org/x"), ("xbrli", "http://www.xbrl.org/2003/instance"))


def source_of(bank: Bank, language: str = "zh-Hant") -> TableSource:
    """Return the bank's report with all that is known of it."""
    return TableSource(
        bank.report, "sample", language, bank.taxonomy, bank.ledger, "山丘銀行", "2024-01-01/2024-12-31"
    )


def alone(*facts: Fact) -> TableSource:
    """Return a report that nobody tagged."""
    return TableSource(Report("http://example.org/x.xsd", NAMESPACES, facts), "alone", page="")


def fact(
    value: str | None,
    unit: str | None = "xbrli:pure",
    language: str | None = None,
    footnotes: tuple[str, ...] = (),
) -> Fact:
    """Return a fact."""
    entity, period = Entity("http://e", "e1"), Period.parse("2024-12-31")
    return Fact("f1", "x:Y", entity, period, (), unit, value, language=language, footnotes=footnotes)


def sheet_of(source: TableSource) -> Worksheet:
    """Return the first sheet of the spreadsheet that is written."""
    stream = io.BytesIO()
    spreadsheet.write(source, stream)
    sheet: Worksheet = openpyxl.load_workbook(stream).worksheets[0]
    return sheet


def cell_of(sheet: Worksheet, heading: str, row: int = 2) -> object:
    """Return a cell below a heading."""
    headings = [cell.value for cell in sheet[1]]
    return sheet.cell(row, headings.index(heading) + 1)


def test_a_row_holds_the_fact_its_labels_and_its_sentence(bank: Bank) -> None:
    """What an analyst needs, in the language that was chosen."""
    row = next(fact_rows(source_of(bank)))

    assert (row.concept, row.value, row.decimals, row.unit) == (
        "mini:Loans",
        Decimal(123456000000),
        -6,
        "iso4217:CNY",
    )
    assert (row.period_start, row.period_end) == (None, date(2024, 12, 31))
    assert row.label == label_of(bank.taxonomy.concept_by_qname["mini:Loans"].labels, "zh-Hant")
    (dimension,) = row.dimensions
    assert (dimension.axis, dimension.member) == ("mini:TypeAxis", "mini:CorporateMember")
    assert row.report == f"{row.entity}/2024-01-01-2024-12-31/sample/zh-Hant"


def test_a_row_leads_to_every_place_that_says_the_fact_the_most_precise_first(bank: Bank) -> None:
    """Two mentions of one fact: the one whose value is reported stands for it."""
    row = next(fact_rows(source_of(bank)))

    assert [said.row for said in row.mentions] == ["r0001", "r0006"]
    assert row.mention
    assert row.mention.link == "report.html#r0001"
    assert row.mention.text == "1,234.56億元"
    assert bank.ledger.text[row.mention.start : row.mention.end] == row.mention.text
    assert row.mention.text in row.mention.sentence


def test_the_qualifier_of_the_text_comes_along(bank: Bank) -> None:
    """A number that is only exceeded must not be taken for exact."""
    assert [row.qualifier for row in fact_rows(source_of(bank)) if row.qualifier] == [
        "nearly",
        "exceeds+cumulative",
    ]


def test_facts_that_nobody_tagged_are_rows_too() -> None:
    """Text, nil, typed dimensions, forever: without taxonomy and ledger the names tell."""
    rows = list(
        fact_rows(
            alone(
                fact("words", None, language="en"),
                fact(None, "x:card/x:day"),
                replace(fact("1"), period=FOREVER, typed=(("x:TAxis", "A/1"), ("x:NAxis", None))),
                replace(fact("2"), period=Period(datetime(2024, 1, 1, 8), datetime(2024, 1, 2, 9, 30))),  # noqa: DTZ001
            )
        )
    )

    assert [(row.value, row.value_text) for row in rows] == [
        (None, "words"),
        (None, None),
        (Decimal(1), "1"),
        (Decimal(2), "2"),
    ]
    assert [row.label for row in rows] == ["Y"] * 4
    assert rows[1].unit_label == "x:card/x:day"
    assert (rows[2].period, rows[2].period_start, rows[2].period_end) == ("", None, None)
    assert [(item.axis, item.member) for item in rows[2].dimensions] == [
        ("x:TAxis", "A/1"),
        ("x:NAxis", None),
    ]
    assert (rows[3].period, rows[3].period_end) == (
        "2024-01-01T08:00:00/2024-01-02T09:30:00",
        date(2024, 1, 2),
    )
    assert rows[0].mention is None


def test_a_numeric_fact_without_a_number_is_refused() -> None:
    """A unit promises a number."""
    with pytest.raises(FilingError, match="f1"):
        list(fact_rows(alone(fact("many"))))


def test_the_spreadsheet_shows_labels_numbers_and_links(bank: Bank) -> None:
    """A person reads it, sums its numbers, and gets to the sentence with one click."""
    sheet = sheet_of(source_of(bank))

    value, row, sentence = (cell_of(sheet, name) for name in ("數值", "列", "句子"))
    assert (value.value, value.data_type, value.number_format) == (123456000000, "n", "#,##0")  # type: ignore[attr-defined]
    assert (row.value, row.hyperlink.target, row.hyperlink.location) == ("r0001", "report.html", "r0001")  # type: ignore[attr-defined]
    assert "1,234.56億元" in sentence.value  # type: ignore[attr-defined]
    assert cell_of(sheet, "迄").value == datetime(2024, 12, 31)  # type: ignore[attr-defined]  # noqa: DTZ001
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == len(bank.report.held) + 1
    growth = cell_of(sheet, "數值", 3)
    assert (growth.value, growth.number_format) == (0.083, "0.0%")  # type: ignore[attr-defined]


RISKY = ("=1+1", "+1", "-cmd|'/c calc'!A0", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "#N/A", "{=1}")


@pytest.mark.parametrize("text", RISKY)
def test_nothing_in_a_spreadsheet_is_a_formula(text: str) -> None:
    """Whatever a report says, it is text when it is opened, and stays text when it is edited."""
    source = alone(replace(fact(text, None), typed=(("x:Axis", text),)))
    stream = io.BytesIO()
    spreadsheet.write(source, stream)

    cells = [cell for row in openpyxl.load_workbook(stream).active.iter_rows(min_row=2) for cell in row]
    with zipfile.ZipFile(stream) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    said = [cell for cell in cells if cell.value == text]
    assert said
    assert {cell.data_type for cell in said} == {"s"}
    assert all(cell.quotePrefix for cell in said if text[0] in "=+-@\t")
    assert b"<f>" not in xml


@pytest.mark.parametrize(
    ("value", "kind", "stored"),
    [
        ("9.95", "n", "9.95"),
        ("0.0013", "n", "0.0013"),
        ("-123456789012345", "n", "-123456789012345"),
        ("1234567890123456", "s", "1234567890123456"),
        ("0.12345678901234567", "s", "0.12345678901234567"),
        ("12340000000000000000000", "n", "12340000000000000000000"),
    ],
)
def test_a_number_is_written_digit_for_digit_or_as_text(value: str, kind: str, stored: str) -> None:
    """Fifteen digits a spreadsheet keeps; what it would round is text."""
    stream = io.BytesIO()
    spreadsheet.write(alone(fact(value)), stream)
    with zipfile.ZipFile(stream) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()

    assert cell_of(sheet_of(alone(fact(value))), "Value").data_type == kind  # type: ignore[attr-defined]
    assert re.search(f">{re.escape(stored)}<", xml)


def test_characters_that_no_sheet_may_hold_and_endless_texts_are_no_obstacle() -> None:
    """A control character becomes a mark, a text of 40,000 characters is cut and says so."""
    sheet = sheet_of(alone(fact("a\x0bb" + "長" * 40_000, None)))

    text = cell_of(sheet, "Value").value  # type: ignore[attr-defined]
    assert text.startswith("a\ufffdb長")
    assert len(text) == 32_767
    assert text.endswith("…")


def test_more_facts_than_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is dropped, and links stop where a spreadsheet would refuse the file."""
    monkeypatch.setattr(spreadsheet, "ROWS_A_SHEET", 3)
    stream = io.BytesIO()
    spreadsheet.write(alone(*[fact(str(number)) for number in range(8)]), stream)

    book = openpyxl.load_workbook(stream)
    assert book.sheetnames == ["Facts", "Facts 2", "Facts 3"]
    assert [sheet.max_row for sheet in book.worksheets] == [4, 4, 3]


def test_a_spreadsheet_that_breaks_off_does_so_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    """What went wrong is the caller's to tell, in one sentence: nothing else appears on stderr."""
    with pytest.raises(FilingError):
        spreadsheet.write(alone(fact("1"), fact("2"), fact("many")), io.BytesIO())
    gc.collect()

    assert capfd.readouterr().err == ""


def test_links_stop_where_a_sheet_may_hold_no_more(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """After that the row's id stands alone."""
    monkeypatch.setattr(spreadsheet, "LINKS_A_SHEET", 2)
    sheet = sheet_of(source_of(bank))

    cells = [cell_of(sheet, "列", row) for row in range(2, 6)]
    assert [cell.hyperlink is not None for cell in cells] == [True, True, False, False]  # type: ignore[attr-defined]
    assert all(cell.value for cell in cells)  # type: ignore[attr-defined]


def test_parquet_holds_exact_numbers_and_everything_beside_them(bank: Bank) -> None:
    """Decimals, days, dimensions and mentions with their types."""
    stream = io.BytesIO()
    table_writer(source_of(bank), "parquet")(stream)

    rows = parquet.read_table(stream).to_pylist()
    assert [row["value_text"] for row in rows] == [each.value for each in bank.report.held]
    assert rows[0]["value"] == Decimal(123456000000)
    assert rows[1]["value"] == Decimal("0.083")
    assert rows[1]["period_start"] == date(2024, 1, 1)
    assert rows[0]["dimensions"][0]["member"] == "mini:CorporateMember"
    assert [said["ledger_row"] for said in rows[0]["mentions"]] == ["r0001", "r0006"]
    assert rows[-1]["value"] is None


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("1" * 28, True),
        ("1" * 29, False),
        ("0.1234567891", True),
        ("0.12345678912", False),
        ("0.123456789100", True),
        ("-0.5", True),
    ],
)
def test_a_number_that_does_not_fit_its_column_stands_as_text_alone(value: str, held: bool) -> None:
    """Rather none than a rounded one."""
    stream = io.BytesIO()
    table_writer(alone(fact(value)), "parquet")(stream)
    (row,) = parquet.read_table(stream).to_pylist()

    assert row["value"] == (Decimal(value) if held else None)
    assert row["value_text"] == value
    assert fits(Decimal(value)) == (Decimal(value) if held else None)


@pytest.mark.parametrize("table", ["xlsx", "parquet"])
def test_equal_input_gives_equal_bytes(bank: Bank, table: TableFormat) -> None:
    """No clock, no random ids."""
    streams = (io.BytesIO(), io.BytesIO())
    for stream in streams:
        table_writer(source_of(bank), table)(stream)

    assert streams[0].getvalue() == streams[1].getvalue()


@pytest.mark.parametrize("table", TABLE_FORMATS)
def test_a_report_without_facts_is_a_table_without_rows(table: TableFormat) -> None:
    """Not a crash."""
    assert table_writer(alone(), table)(io.BytesIO()) == 0


@pytest.mark.parametrize("table", TABLE_FORMATS)
def test_without_the_extra_one_sentence_says_what_to_install(
    bank: Bank, table: TableFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base installation does without."""
    monkeypatch.setattr(extra, "find_spec", lambda _name: None)

    with pytest.raises(OutputError, match=re.escape("pip install 'tagwright[tables]'")):
        table_writer(source_of(bank), table)(io.BytesIO())


def test_tables_are_called_after_the_document(bank: Bank, tmp_path: Path) -> None:
    """Each by its ending, in the order that was asked for."""
    written: list[str] = []

    def write(name: str, _content: object) -> Path:
        written.append(name)
        return tmp_path / name

    write_tables(source_of(bank), ["parquet", "xlsx"], write)

    assert written == ["sample.parquet", "sample.xlsx"]


def test_members_as_values_are_shown_by_their_labels(bank: Bank) -> None:
    """In the language of the others; the names stand in the other tables."""
    chosen = replace(fact("mini:CorporateMember", None), kind="enumeration")
    namespaces = ((bank.taxonomy.prefix, bank.taxonomy.namespace),)
    source = TableSource(Report("http://e", namespaces, (chosen,)), "x", "zh-Hant", bank.taxonomy)
    label = label_of(bank.taxonomy.member_by_qname["mini:CorporateMember"].labels, "zh-Hant")

    assert cell_of(sheet_of(source), "數值").value == label  # type: ignore[attr-defined]
    assert next(fact_rows(source)).value_text == "mini:CorporateMember"


NOTED = Report(
    "http://example.org/x.xsd",
    NAMESPACES,
    (fact("1", footnotes=("n1", "footnote_about")), replace(fact("2", footnotes=("n1",)), id="f2")),
    (Footnote("n1", "zh-Hant", "=重編"), Footnote("footnote_about", "en", "About")),
)


def test_footnotes_that_are_no_qualifiers_are_not_taken_for_them() -> None:
    """Somebody else's footnote says something else."""
    first, second = fact_rows(TableSource(NOTED, "x"))

    assert (first.qualifier, second.qualifier) == ("about", "")
    assert [note.text for note in first.footnotes] == ["=重編", "About"]
    assert [note.text for note in first.remarks] == ["=重編"]


def test_footnotes_stand_in_the_spreadsheet_and_in_parquet() -> None:
    """Beside the qualifier what else they say; in Parquet each with its id and language."""
    sheet, stream = sheet_of(TableSource(NOTED, "x")), io.BytesIO()
    table_writer(TableSource(NOTED, "x"), "parquet")(stream)

    assert [cell_of(sheet, "Footnotes", row).value for row in (2, 3)] == ["=重編", "=重編"]  # type: ignore[attr-defined]
    assert cell_of(sheet, "Footnotes").data_type == "s"  # type: ignore[attr-defined]
    assert [[tuple(note.values()) for note in row["footnotes"]] for row in parquet.read_table(stream).to_pylist()] == [
        [("n1", "zh-Hant", "=重編"), ("footnote_about", "en", "About")],
        [("n1", "zh-Hant", "=重編")],
    ]  # fmt: skip
