"""`tagwright export`: tables, lists and instances go in, whole files or none come out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from exports.readers.read import read
from tagwright.cli import tagwright
from taxonomy.errors import TagwrightError

PROFILE = """name: Bank
scheme: http://standards.iso.org/iso/17442
identifier: 5493002ERZU2K9PZDL40
currency: CNY
"""

TABLE = """concept,period,value,unit,decimals,CustomerTypeAxis,footnote
DepositsFromCustomers,2024-12-31,"17,482,223,000,000",CNY,-6,CorporateCustomersMember,約數
DepositsFromCustomers,2023-12-31,#nil,CNY,,,
GrowthRateOfDepositsFromCustomers,2024,0.083,pure,3,,
"""


def export(folder: Path, name: str, *more: str) -> Result:
    """Run the command as a person would."""
    (folder / "bank.yaml").write_text(PROFILE, encoding="utf-8")
    call = ["export", str(folder / name), "-o", str(folder / "out"), *more]
    return CliRunner().invoke(tagwright, call, standalone_mode=False)


def against(folder: Path) -> tuple[str, ...]:
    """Return the options that a table needs."""
    return "--taxonomy", "bank-disclosure", "--entity", str(folder / "bank.yaml")


def test_a_table_becomes_every_syntax(tmp_path: Path) -> None:
    """All instances hold the facts of the table."""
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")

    result = export(tmp_path, "facts.csv", *against(tmp_path))

    assert result.output.startswith("3 facts: ")
    names = ["facts.xbrl", "facts.xhtml", "facts.json", "facts-csv.json"]
    first, *others = [read(tmp_path / "out" / name).held for name in names]
    assert [(fact.value, fact.decimals, fact.unit) for fact in first] == [
        ("17482223000000", -6, "iso4217:CNY"),
        (None, None, "iso4217:CNY"),
        ("0.083", 3, "xbrli:pure"),
    ]
    assert first[0].dimensions == (("bank:CustomerTypeAxis", "bank:CorporateCustomersMember"),)
    assert others == [first] * 3
    assert (tmp_path / "out" / "facts.xbri").is_file()


def test_a_workbook_and_a_list_say_the_same_as_the_table(tmp_path: Path) -> None:
    """Three ways to write facts down by hand."""
    rows = [line.split(",") for line in TABLE.replace('"17,482,223,000,000"', "17482223000000").splitlines()]
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "facts.xlsx")
    plain = [{key: text for key, text in zip(rows[0], row, strict=True) if text} for row in rows[1:]]
    (tmp_path / "facts.json").write_text(json.dumps(plain), encoding="utf-8")
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")

    found = []
    for name in ("facts.xlsx", "facts.json", "facts.csv"):
        export(tmp_path, name, *against(tmp_path), "--to", "xml")
        found.append((tmp_path / "out" / "facts.xbrl").read_bytes())

    assert found[0] == found[1] == found[2]


def test_an_instance_and_its_package_are_exported_too(tmp_path: Path) -> None:
    """What was written goes in again, out of a report package as well."""
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    export(tmp_path, "facts.csv", *against(tmp_path))
    wanted = read(tmp_path / "out" / "facts.xbrl").held

    for name in ("out/facts.xhtml", "out/facts.xbri", "out/facts-csv.json"):
        call = ["export", str(tmp_path / name), "-o", str(tmp_path / "again"), "--to", "json"]
        CliRunner().invoke(tagwright, call, standalone_mode=False, catch_exceptions=False)

        assert read(tmp_path / "again" / "facts.json").held == wanted


def test_a_report_package_of_json_holds_the_facts_and_their_taxonomy(tmp_path: Path) -> None:
    """It goes in again with nothing beside it, the same bytes each time; without a taxonomy there is none to put in."""
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    found = []
    for _ in range(2):
        export(tmp_path, "facts.csv", *against(tmp_path), "--to", "json,xbr")
        found.append((tmp_path / "out" / "facts.xbr").read_bytes())
    wanted = (tmp_path / "out" / "facts.json").read_bytes()

    call = ["export", str(tmp_path / "out" / "facts.xbr"), "-o", str(tmp_path / "again"), "--to", "json"]
    CliRunner().invoke(tagwright, call, standalone_mode=False, catch_exceptions=False)
    call = ["export", str(tmp_path / "out" / "facts.json"), "-o", str(tmp_path / "none"), "--to", "xbr"]
    refused = CliRunner().invoke(tagwright, call, standalone_mode=False)

    assert found[0] == found[1]
    assert (tmp_path / "again" / "facts.json").read_bytes() == wanted
    assert "facts.xbr holds the taxonomy too: name it with --taxonomy" in str(refused.exception)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("0.083", "a lot", "line 4: 'a lot' with decimals '3' is no number"),
        ("2024-12-31", "31.12.2024", "line 2: '31.12.2024' is no period"),
        (
            ",2024,0.083",
            ",2024-06-30/2024-01-01,0.083",
            "line 4: '2024-06-30/2024-01-01' is no period, or ends before",
        ),
        ("concept,", "thing,", "a row of different column names was expected"),
        ("\nGrowth", "\nx:Growth", "line 4: 'x:Growth"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_written(tmp_path: Path, old: str, new: str, said: str) -> None:
    """File, line and what is wrong; the output folder is not even made."""
    (tmp_path / "facts.csv").write_text(TABLE.replace(old, new, 1), encoding="utf-8")

    result = export(tmp_path, "facts.csv", *against(tmp_path))

    assert isinstance(result.exception, TagwrightError)
    assert said in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_an_instance_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    """The mistake is met while files are written already; none of them stays."""
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    export(tmp_path, "facts.csv", *against(tmp_path), "--to", "json")
    whole = (tmp_path / "out" / "facts.json").read_text(encoding="utf-8")
    (tmp_path / "broken.json").write_text(whole[: len(whole) // 2], encoding="utf-8")

    call = ["export", str(tmp_path / "broken.json"), "-o", str(tmp_path / "new")]
    result = CliRunner().invoke(tagwright, call, standalone_mode=False)

    assert isinstance(result.exception, TagwrightError)
    assert not (tmp_path / "new").exists()


def test_tables_viewer_and_database_hold_the_facts_of_a_table(tmp_path: Path) -> None:
    """Facts that our tagger did not make reach analysts the same way, with labels in the language asked for."""
    duckdb = pytest.importorskip("duckdb", reason="the extra `tables` is not installed")
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    database = tmp_path / "all.duckdb"
    wanted = ("--to", "xlsx,parquet,duckdb,viewer", "--database", str(database), "--language", "zh-Hant")

    export(tmp_path, "facts.csv", *against(tmp_path), *wanted)

    out = tmp_path / "out"
    names = {
        "facts.xlsx",
        "facts.parquet",
        "facts.duckdb",
        "facts-viewer.html",
        "ixbrlviewer.js",
        "manifest.json",
    }
    assert {path.name for path in out.iterdir()} == names
    query = "SELECT label, value_text FROM {} ORDER BY fact"
    expected = [("客戶存款", "17482223000000"), ("客戶存款", None), ("客戶存款增長率", "0.083")]
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute(query.format("facts")).fetchall() == expected
        assert connection.execute(query.format(f"'{out / 'facts.parquet'}'")).fetchall() == expected
        assert connection.execute("SELECT entity_name FROM reports").fetchall() == [("Bank",)]
    with duckdb.connect(str(out / "facts.duckdb"), read_only=True) as connection:
        assert connection.execute(query.format("facts")).fetchall() == expected
    sheet = load_workbook(out / "facts.xlsx").active
    assert sheet is not None
    assert [row[:2] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        ("客戶存款", 17482223000000), ("客戶存款", None), ("客戶存款增長率", 0.083),
    ]  # fmt: skip
    assert "客戶存款增長率" in (out / "facts-viewer.html").read_text(encoding="utf-8")


def test_a_report_package_brings_its_labels_and_replaces_itself_in_a_database(tmp_path: Path) -> None:
    """The taxonomy inside tells the labels; a second run, in another language, is the same report."""
    duckdb = pytest.importorskip("duckdb", reason="the extra `tables` is not installed")
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    export(tmp_path, "facts.csv", *against(tmp_path))
    (tmp_path / "facts.xbri").write_bytes((tmp_path / "out" / "facts.xbri").read_bytes())
    database = tmp_path / "all.duckdb"

    for language in ("en", "zh-Hans"):
        more = (
            "-o",
            str(tmp_path / "tables"),
            "--to",
            "parquet",
            "--database",
            str(database),
            "--language",
            language,
        )
        result = export(tmp_path, "facts.xbri", *more)
        assert result.return_value == 0

    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("SELECT DISTINCT label FROM facts ORDER BY label").fetchall() == [
            ("客户存款",), ("客户存款增长率",),
        ]  # fmt: skip
        assert connection.execute("SELECT facts, language FROM reports").fetchall() == [(3, "zh-Hans")]


def test_a_database_that_cannot_be_opened_leaves_no_file(tmp_path: Path) -> None:
    """All that was asked for, or nothing."""
    pytest.importorskip("duckdb", reason="the extra `tables` is not installed")
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")

    missing = str(tmp_path / "none" / "all.duckdb")
    result = export(tmp_path, "facts.csv", *against(tmp_path), "--database", missing)

    assert isinstance(result.exception, TagwrightError)
    assert "could not be written as a DuckDB database" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_a_viewer_without_a_taxonomy_says_what_to_give(tmp_path: Path) -> None:
    """The entry point must be found somewhere."""
    pytest.importorskip("iXBRLViewerPlugin", reason="the extra `tables` is not installed")
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    export(tmp_path, "facts.csv", *against(tmp_path))

    result = export(tmp_path, "out/facts.xbrl", "--to", "viewer", "-o", str(tmp_path / "viewer"))

    assert isinstance(result.exception, TagwrightError)
    assert "give the package that holds it" in str(result.exception)
    assert not (tmp_path / "viewer").exists()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Deposits,2024-12-31,5,CNY,0,", "line 2: bank:Deposits is no concept of the taxonomy"),
        ("DepositsFromCustomers,2024,5,CNY,0,", "line 2: bank:DepositsFromCustomers is said of a day"),
        ("GrowthRateOfDepositsFromCustomers,2024-12-31,0.1,pure,3,", "is said of a time, such as 2024"),
        ("DepositsFromCustomers,2024-12-31,5,pure,0,", "is money, and its unit is xbrli:pure"),
        ("DepositsFromCustomers,2024-12-31,5,C N,0,", "the unit is none"),
        ("GrowthRateOfDepositsFromCustomers,2024,0.1,CNY,3,", "is no money, and its unit is iso4217:CNY"),
        ("DepositsFromCustomers,2024-12-31,5,CNY,0,FundsMember", "no member of bank:CustomerTypeAxis"),
        ('DepositsFromCustomers,2024-12-31,"0,083",CNY,0,', "'0,083' with decimals '0' is no number"),
        ('DepositsFromCustomers,2024-12-31,"12,34",CNY,0,', "is no number"),
        (
            "DepositsFromCustomers,2024-12-31,5,CNY,0,\nDepositsFromCustomers,2024-12-31,6,CNY,0,",
            "line 3: the same fact was '5' at line 2 and is '6' here",
        ),
    ],
)
def test_a_row_that_does_not_fit_the_taxonomy_is_told_with_its_place(
    tmp_path: Path, row: str, said: str
) -> None:
    """No figure is filed under a name, a period, a unit or a member that it cannot have, and nothing is written."""
    header = "concept,period,value,unit,decimals,CustomerTypeAxis\n"
    (tmp_path / "facts.csv").write_text(f"{header}{row}\n", encoding="utf-8")

    result = export(tmp_path, "facts.csv", *against(tmp_path))

    assert isinstance(result.exception, TagwrightError)
    assert said in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_the_same_fact_less_precise_is_no_contradiction(tmp_path: Path) -> None:
    """1,234 million and 1.2 billion may both be said."""
    rows = "concept,period,value,unit,decimals\nDepositsFromCustomers,2024-12-31,1234000000,CNY,-6\n"
    (tmp_path / "facts.csv").write_text(
        f"{rows}DepositsFromCustomers,2024-12-31,1200000000,CNY,-8\n", encoding="utf-8"
    )

    assert export(tmp_path, "facts.csv", *against(tmp_path)).return_value == 0


@pytest.mark.parametrize(
    "target", ["../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "%2e%2e/x.xsd"]
)
def test_an_entry_point_outside_of_the_folder_is_refused(tmp_path: Path, target: str) -> None:
    """It is not opened here, and not handed on either."""
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    export(tmp_path, "facts.csv", *against(tmp_path))
    text = (tmp_path / "out" / "facts.xbrl").read_text(encoding="utf-8")
    place = text.index('xlink:href="') + len('xlink:href="')
    (tmp_path / "bad.xbrl").write_text(
        f"{text[:place]}{target}{text[text.index(chr(34), place) :]}", encoding="utf-8"
    )

    result = export(tmp_path, "bad.xbrl", "-o", str(tmp_path / "bad"))

    assert isinstance(result.exception, TagwrightError)
    assert "lies outside of what was given" in str(result.exception)
    assert not (tmp_path / "bad").exists()
