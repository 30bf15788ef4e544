"""A taxonomy as a workbook: nothing is lost, and every mistake of a person names its sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from tagwright.cli import tagwright
from taxonomy.check import check_taxonomy
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from taxonomy.source import parse_source
from taxonomy.workbook.read import WorkbookError
from taxonomy.workbook.write import write_workbook
from taxonomy.write_source import write_source

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).parent.parent
ALL_KEYS = ROOT / "tests" / "data" / "all-keys.yaml"
RISKY = {"=1+1", "+z", "-x", "@SUM(A1)"}


@pytest.mark.parametrize(
    "reference",
    [str(ALL_KEYS), str(ROOT / "samples/utility/utility.yaml"), str(ROOT / "samples/insurer/insurer.yaml"), "bank-disclosure"],
    ids=["all keys", "utility", "insurer", "bank-disclosure"],
)  # fmt: skip
def test_a_workbook_gives_back_the_taxonomy_it_was_made_from(reference: str, tmp_path: Path) -> None:
    """Everything that a source can say, in its order."""
    taxonomy = load_taxonomy(reference)
    path = tmp_path / "x.xlsx"
    path.write_bytes(write_workbook(taxonomy))

    assert taxonomy == load_taxonomy(str(path))
    assert write_source(taxonomy) == write_source(load_taxonomy(str(path)))


def test_the_bytes_do_not_depend_on_the_run() -> None:
    """Openpyxl writes the time of saving; we don't."""
    taxonomy = load_taxonomy(str(ALL_KEYS))

    assert write_workbook(taxonomy) == write_workbook(taxonomy)


def test_a_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    """For programs that open the workbook, and on the way back."""
    text = ALL_KEYS.read_text("utf-8")
    for risky, word in zip(
        sorted(RISKY), ("Railway disclosures", "Coast line", "Fares", "Opening"), strict=True
    ):
        text = text.replace(f"en: {word}", f'en: "{risky}"')
    taxonomy = parse_source(text.encode(), "risky.yaml")
    path = tmp_path / "risky.xlsx"
    path.write_bytes(write_workbook(taxonomy))
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value]
    found = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]

    assert {"=1+1", "+z", "-x"} <= {str(cell.value) for cell in found}
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)
    assert taxonomy == load_taxonomy(str(path))


def changed(tmp_path: Path, change: Callable[[Workbook], None]) -> Path:
    """Return a workbook that a person changed."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(write_workbook(load_taxonomy(str(ALL_KEYS))))
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def row_of(sheet: Worksheet, text: str, column: int = 1) -> int:
    """Return the first row that holds the text in a column."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == text)


def column_of(sheet: Worksheet, name: str) -> int:
    """Return the column of that name."""
    return next(cell.column for cell in sheet[1] if cell.value == name)


def test_a_person_adds_a_concept_with_words_and_variants(tmp_path: Path) -> None:
    """Typed as in any spreadsheet: numbers as numbers, true as true."""

    def change(book: Workbook) -> None:
        book["Concepts"].append(["LostUmbrellas", "count", "duration"])
        sheet = book["Concepts"]
        sheet.cell(sheet.max_row, column_of(sheet, "variants")).value = "growth, change"
        labels = book["Labels"]
        labels.append(["LostUmbrellas", "label", "Lost umbrellas"])
        labels.append(["LostUmbrellas", "terms", "umbrellas lost\\nbrollies".replace("\\n", "\n")])
        book["Presentation"].append([1, "LostUmbrellas"])
        book["Members"].cell(2, column_of(book["Members"], "usable")).value = True
        book.create_sheet("# my notes").append(["not read"])

    taxonomy = load_taxonomy(str(changed(tmp_path, change)))
    concept = taxonomy.concept_by_qname["rail:LostUmbrellas"]

    assert [label.text for label in concept.labels] == ["Lost umbrellas", "umbrellas lost", "brollies"]
    assert "rail:GrowthRateOfLostUmbrellas" in taxonomy.concept_by_qname
    assert taxonomy.groups[0].items[-1] == "rail:LostUmbrellas"


def spoil(book: Workbook) -> None:
    """Make one mistake of each kind that the rows of a workbook allow."""
    concepts = book["Concepts"]
    concepts.cell(row_of(concepts, "Strikes"), column_of(concepts, "type")).value = "cuont"
    concepts.cell(row_of(concepts, "Stations"), column_of(concepts, "unit")).value = "statoin"
    concepts.append(["Journeys", "count", "duration"])
    concepts.append(["NoWords", "text", "instant"])
    labels = book["Labels"]
    labels.append(["Nobody", "label", "Nobody"])
    labels.append(["IsListed", "labels", "Listed"])
    members = book["Members"]
    members.cell(
        row_of(members, "HillLineMember", 2), column_of(members, "parent")
    ).value = "SummitBranchMember"
    members.append(["NoAxis", "LostMember"])
    members.append(["LineAxis", "OddMember", "NoMember"])
    book["Hypercubes"].append(["Traffic", None, "Umbrellas"])
    book["Presentation"].append(["9", "IsListed"])
    book["Presentation"].append(["1", "IsListed", 7])
    book["Calculation"].append([1, "Journeys", "IsListed", 1])
    book["Calculation"].append([1, "OperatingResult", None, 1])
    book["References"].append(["Umbrellas", None, "IASB"])
    book["Relations"].append(["betwen", "Journeys"])
    book["Units"].append(["=A1"])


def test_every_mistake_of_the_rows_is_told_with_sheet_and_cell(tmp_path: Path) -> None:
    """In one run."""
    path = changed(tmp_path, spoil)
    with pytest.raises(WorkbookError) as caught:
        load_taxonomy(str(path))
    assert "a formula stands here (=A1): write its value instead" in str(caught.value)

    def without_formula(book: Workbook) -> None:
        spoil(book)
        book["Units"].delete_rows(book["Units"].max_row)

    path = changed(tmp_path, without_formula)
    with pytest.raises(WorkbookError) as caught:
        load_taxonomy(str(path))
    said = str(caught.value)

    for sheet, message in (
        ("Concepts", '"cuont" (did you mean "count"?)'),
        ("Concepts", 'no unit "statoin" (did you mean "station"?)'),
        ("Concepts", 'the key "Journeys" stands here twice: it is already on row'),
        ("Concepts", '"NoWords" lacks the key "label"'),
        ("Labels", 'nothing is called "Nobody"'),
        ("Labels", '"labels" is no kind of label: expected one of label, verbose'),
        ("Members", 'the member "HillLineMember" stands below itself'),
        ("Members", 'there is no axis or domain "NoAxis"'),
        ("Members", 'the axis "LineAxis" has no member "NoMember"'),
        ("Hypercubes", 'no concept "Umbrellas"'),
        ("Presentation", 'there is no group "9" in the sheet Groups'),
        ("Presentation", 'the depth "7" is none here: expected a number from 0 to'),
        ("Calculation", 'the sum 1 has the total "OperatingResult" in row 2'),
        ("Calculation", 'the cell of the column "part" is empty in this row'),
        ("References", 'nothing is called "Umbrellas"'),
        ("Relations", "betwen"),
    ):
        place = rf"x\.xlsx, sheet {sheet}, cell [A-Z]+\d+: "
        assert re.search(rf"{place}[^\n]*{re.escape(message)}", said), said


def test_missing_and_unknown_sheets_and_columns_are_told_at_once(tmp_path: Path) -> None:
    """Each with what to do."""

    def change(book: Workbook) -> None:
        concepts = book["Concepts"]
        concepts.cell(1, column_of(concepts, "period")).value = "perriod"
        labels = book["Labels"]
        labels.cell(1, column_of(labels, "en")).value = "english"
        book["Members"].cell(1, 1).value = "name"
        del book["Taxonomy"]
        book["Units"].title = "Unit"

    with pytest.raises(WorkbookError) as caught:
        load_taxonomy(str(changed(tmp_path, change)))
    said = str(caught.value)

    assert 'sheet Concepts, cell C1: there is no column "perriod" (did you mean "period"?)' in said
    assert 'sheet Concepts, cell A1: the column "period" is missing: add it to the first row' in said
    assert re.search(
        r'sheet Labels, cell C1: there is no column "english".* and language tags such as zh-Hant', said
    )
    assert 'sheet Members, cell B1: the column "name" stands here twice' in said
    assert 'sheet Members, cell A1: the column "axis" is missing' in said
    assert 'the sheet "Taxonomy" is missing: add it, with the columns key, value' in said
    assert re.search(
        r'sheet Unit, cell A1: there is no sheet of this name .*\(did you mean "Units"\?\)', said
    )


def test_what_is_no_workbook_is_told_in_a_sentence(tmp_path: Path) -> None:
    """Neither a traceback nor half a taxonomy."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"not a zip")
    with pytest.raises(TagwrightError, match=r"x\.xlsx: this is no zip that can be read"):
        load_taxonomy(str(path))
    with pytest.raises(TagwrightError, match=r"none\.xlsx: .*cannot be read"):
        load_taxonomy(str(tmp_path / "none.xlsx"))


def test_the_command_writes_a_workbook_that_the_others_take(tmp_path: Path) -> None:
    """And leaves alone what is there already."""
    path = tmp_path / "rail.xlsx"
    made = CliRunner().invoke(tagwright, ["taxonomy", "workbook", str(ALL_KEYS), "-o", str(path)])
    shown = CliRunner().invoke(tagwright, ["taxonomy", "show", str(path)], catch_exceptions=False)
    again = CliRunner().invoke(tagwright, ["taxonomy", "workbook", str(ALL_KEYS), "-o", str(path)])
    written = CliRunner().invoke(tagwright, ["taxonomy", "source", str(path)], catch_exceptions=False)

    assert made.output == f"{path}\n"
    assert shown.output.startswith("Railway disclosures (rail, 2025-06-30)\n")
    assert "is there already" in str(again.exception)
    assert parse_source(written.output.encode(), "x.yaml") == load_taxonomy(str(ALL_KEYS))


def test_a_wrong_workbook_is_checked_like_a_wrong_source(tmp_path: Path) -> None:
    """Its mistakes are findings."""

    def change(book: Workbook) -> None:
        book["Concepts"].append(["Journeys", "count", "duration"])

    result = check_taxonomy(str(changed(tmp_path, change)))

    assert not result.valid
    assert any("sheet Concepts" in finding.file for finding in result.findings)
