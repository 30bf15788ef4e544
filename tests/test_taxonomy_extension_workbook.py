"""An extension as a workbook: what it says and what it extends, nothing lost, every mistake at its cell."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from tagwright.cli import tagwright
from taxonomy.build import build_package
from taxonomy.check import check_taxonomy
from taxonomy.errors import TagwrightError
from taxonomy.extension.read import read_extension
from taxonomy.extension.write import extension_source, extension_workbook
from taxonomy.load import load_taxonomy, load_to_file
from taxonomy.workbook.read import WorkbookError

if TYPE_CHECKING:
    from taxonomy.extension.read import Extension

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
DATA = Path(__file__).parent / "data"


@pytest.fixture
def tram(tmp_path: Path) -> Path:
    """Return the source of an extension, with its base beside it."""
    for name in ("all-keys.yaml", "all-keys-extension.yaml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    return tmp_path / "all-keys-extension.yaml"


def read(path: Path) -> Extension:
    """Return what a source or workbook says."""
    return read_extension(path, load_to_file)


def as_workbook(tram: Path, to: Path | None = None) -> Path:
    """Write the workbook of the extension and return its path."""
    path = to or tram.with_name("tram.xlsx")
    path.write_bytes(extension_workbook(read(tram), tram, path))
    return path


def changed(tram: Path, change: Callable[[Workbook], None]) -> Path:
    """Return the workbook after a person changed it."""
    path = as_workbook(tram)
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def mistakes_in(path: Path) -> list[tuple[str, str]]:
    """Return (place, message) of each mistake."""
    with pytest.raises(WorkbookError) as caught:
        read(path)
    return [(item.file.partition(", ")[2], item.message) for item in caught.value.findings]


def test_a_workbook_gives_back_the_extension_it_was_made_from(tram: Path) -> None:
    """The same source, the same package, byte for byte, and the same words, members and anchors."""
    path = as_workbook(tram)
    source, book = read(tram), read(path)

    assert extension_source(book, path, tram) == extension_source(source, tram, tram)
    assert (book.own, book.words, book.members, book.anchors) == (
        source.own,
        source.words,
        source.members,
        source.anchors,
    )
    assert build_package(str(path)) == build_package(str(tram))
    assert as_workbook(tram).read_bytes() == path.read_bytes()


def test_the_base_is_seen_from_the_folder_that_the_workbook_stands_in(tram: Path) -> None:
    """It is a path, and so another one from elsewhere; a name and an address stay."""
    folder = tram.parent / "desk" / "books"
    folder.mkdir(parents=True)
    path = as_workbook(tram, folder / "tram.xlsx")

    assert load_workbook(path)["Taxonomy"]["B2"].value == "../../all-keys.yaml"
    assert read(path).own == read(tram).own
    again = extension_source(read(path), path, tram)
    assert again.startswith(b"extends: {taxonomy: all-keys.yaml}\n")


def test_included_files_are_one_workbook(tram: Path) -> None:
    """What is cut into files is one thing all the same."""
    text = tram.read_text("utf-8")
    head, mark, rest = text.partition("\nmembers:")
    (tram.parent / "members.yaml").write_text(f"members:{rest}", "utf-8")
    tram.write_text(head.replace("include: []", "include: [members.yaml]") + "\n", "utf-8")

    assert mark
    assert read(as_workbook(tram)).members == read(tram).members


@pytest.mark.slow
def test_every_command_takes_it(tram: Path) -> None:
    """Arelle loads it with its base; check names cells; the source comes back."""
    path = as_workbook(tram)
    runner = CliRunner()

    taxonomy = load_taxonomy(str(path))
    checked = check_taxonomy(str(path), arelle=False)
    printed = runner.invoke(tagwright, ["taxonomy", "source", str(path)])

    assert taxonomy == load_taxonomy(str(tram))
    assert any(item.file == "tram.xlsx, sheet Added members, cell B3" for item in checked.findings)
    assert printed.output.startswith("extends:")
    assert "DepotLineMember" in printed.output


def _without(sheet: str, column: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        place = next(cell.column for cell in book[sheet][1] if cell.value == column)
        book[sheet].delete_cols(place)

    return change


def _with(sheet: str, *cells: str) -> Callable[[Workbook], None]:
    return lambda book: book[sheet].append(cells)


MISTAKES: dict[str, tuple[Callable[[Workbook], None], str, str]] = {
    "a column that is missing": (
        _without("Added members", "axis"),
        "sheet Added members, cell A1",
        'the column "axis" is missing: add it to the first row',
    ),
    "an anchor's column": (
        _without("Anchors", "narrower"),
        "sheet Anchors, cell A1",
        'the column "narrower" is missing: add it to the first row',
    ),
    "an axis that the base has not": (
        _with("Added members", "rail:LinesAxis", "NewMember"),
        "sheet Added members, cell A4",
        'the taxonomy that is extended has no axis "rail:LinesAxis" (did you mean "rail:LineAxis"?): correct or remove it',
    ),
    "words for nothing": (
        _with("Labels", "rail:FairRevenue", "label", "Fares"),
        "sheet Labels, cell A15",
        (
            "the taxonomy that is extended has nothing called "
            '"rail:FairRevenue" (did you mean "rail:FareRevenue"?): correct or remove it'
        ),
    ),
    "a kind that words of the base have not": (
        _with("Labels", "rail:FareRevenue", "reason", "Old"),
        "sheet Labels, cell B15",
        '"reason" is no kind of label: expected one of label, verbose, terse, definition, terms',
    ),
    "an anchor to nothing": (
        _with("Anchors", "rail:FareRevenue", "TramFare"),
        "sheet Anchors, cell B3",
        'there is no concept "tram:TramFare" (did you mean "tram:TramFares"?)',
    ),
    "an anchor of the base's": (
        _with("Anchors", "rail:FareRevenue", "rail:FreightRevenue"),
        "sheet Anchors, cell A3",
        "both ends are the base's: an anchor ties a concept of the extension to one of the base",
    ),
    "an empty cell": (
        _with("Anchors", "rail:FareRevenue"),
        "sheet Anchors, cell A3",
        'the cell of the column "narrower" is empty in this row: fill it in',
    ),
    "a member of a sum": (
        _with("Relations", "ratio_of", "TramFares", "", "", "", "", "", "top", "TramFares"),
        "sheet Relations, cell H4",
        '"top" is no end of a ratio: expected numerator or denominator',
    ),
}


@pytest.mark.parametrize(("change", "place", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_at_its_cell(
    tram: Path, change: Callable[[Workbook], None], place: str, message: str
) -> None:
    """With what is near, and what to do."""
    assert (place, message) in mistakes_in(changed(tram, change))


def test_all_mistakes_are_told_at_once(tram: Path) -> None:
    """Of all sheets in one run."""

    def change(book: Workbook) -> None:
        for one, _, _ in list(MISTAKES.values())[2:]:
            one(book)

    assert len(mistakes_in(changed(tram, change))) >= len(MISTAKES) - 2


def test_what_it_extends_must_be_said_and_be_there(tram: Path) -> None:
    """Without the key, and with a path to nothing."""

    def lose(book: Workbook) -> None:
        book["Taxonomy"].delete_rows(2)

    def mislay(book: Workbook) -> None:
        book["Taxonomy"]["B2"].value = "elsewhere.yaml"

    (place, message), *_ = mistakes_in(changed(tram, lose))
    assert (place, message) == ("sheet Taxonomy, cell A1", 'the workbook lacks the key "extends"')
    told = mistakes_in(changed(tram, mislay))
    assert told[0][0] == "sheet Taxonomy, cell B2"
    assert "elsewhere.yaml" in told[0][1]


def test_no_change_of_a_cell_ends_in_a_traceback(tram: Path) -> None:
    """Two hundred workbooks with cells that were emptied, moved, or hold what they should not."""
    chance = random.Random(29)  # noqa: S311  a seed that repeats is the point
    words = (
        "",
        "=1+1",
        "rail:LineAxis",
        "tram:TramFares",
        "x" * 300,
        "\x0b",
        ":",
        "1",
        "true",
        "名",
        "extends",
        "..",
    )
    path = as_workbook(tram)
    data = path.read_bytes()
    broken = 0
    for _ in range(200):
        path.write_bytes(data)
        book = load_workbook(path)
        for _ in range(chance.randint(1, 4)):
            sheet = book[chance.choice(book.sheetnames)]
            cell = sheet.cell(chance.randint(1, sheet.max_row), chance.randint(1, sheet.max_column))
            word = chance.choice(words)
            cell.value = word.replace("\x0b", " ")
            if chance.random() < 0.1:
                sheet.delete_rows(chance.randint(1, sheet.max_row))
        book.save(path)
        with suppress(TagwrightError):
            read(path)
            continue
        broken += 1
    assert broken > 50


def test_a_base_that_is_a_workbook_is_extended_too(tram: Path) -> None:
    """Whoever edits the base in a spreadsheet program extends that."""
    copy = tram.parent / "copy"
    copytree(tram.parent, copy, ignore=ignore_patterns("copy"))
    base = CliRunner().invoke(
        tagwright,
        ["taxonomy", "workbook", str(tram.with_name("all-keys.yaml")), "-o", str(tram.parent / "rail.xlsx")],
    )
    tram.write_text(tram.read_text("utf-8").replace("all-keys.yaml}", "rail.xlsx}"), "utf-8")

    assert base.exit_code == 0
    assert build_package(str(tram)) == build_package(str(copy / tram.name))
