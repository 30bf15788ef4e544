"""`tagwright tag` with tables: in the folder, in the manifest and in the database, or in none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports.errors import OutputError
from exports.tables import extra
from tagwright.run import tag_and_write
from tagwright.syntax import Output

duckdb = pytest.importorskip("duckdb", reason="the extra `tables` is not installed")

SAMPLE = Path(__file__).parent.parent.parent / "samples" / "harbour-bank"


def run(folder: Path, to: tuple[Output, ...], database: str | None = None) -> int:
    """Tag the sample without validation; return the number of facts."""
    _, written = tag_and_write(
        SAMPLE / "report.txt",
        folder,
        taxonomy="bank-disclosure",
        entity=SAMPLE / "entity.yaml",
        period="2025",
        to=to,
        database=database,
        validate=False,
    )
    return written.facts


@pytest.mark.slow
def test_tables_and_database_hold_every_fact_and_the_manifest_every_file(tmp_path: Path) -> None:
    """One run, all forms, the same facts."""
    database = tmp_path / "all.duckdb"
    facts = run(tmp_path / "out", ("xlsx", "parquet", "duckdb", "viewer"), str(database))

    listed = {each["name"] for each in json.loads((tmp_path / "out" / "manifest.json").read_text())["files"]}
    assert {
        "report.xlsx", "report.parquet", "report.duckdb", "report-viewer.html", "ixbrlviewer.js", "report.html",
    } <= listed  # fmt: skip
    assert "report.xbrl" not in listed
    asked = (
        f"SELECT count(*) FROM '{tmp_path / 'out' / 'report.parquet'}'",  # noqa: S608  a path of ours
        "SELECT count(*) FROM facts WHERE sentence <> '' AND link LIKE 'report.html#r%'",
    )
    with duckdb.connect(str(database), read_only=True) as connection:
        assert [connection.execute(query).fetchone() for query in asked] == [(facts,), (facts,)]
    assert facts > 50


def test_a_database_that_cannot_be_written_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """Not half of what was asked for: nothing."""
    with pytest.raises(OutputError, match="DuckDB"):
        run(tmp_path / "out", ("json",), str(tmp_path / "none" / "all.duckdb"))

    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_published_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    """Somebody's file stands where the report should: the rows are taken back."""
    out, database = tmp_path / "out", tmp_path / "all.duckdb"
    out.mkdir()
    (out / "report.json").write_text("mine")

    with pytest.raises(OutputError, match="was not written by an earlier run"):
        run(out, ("json",), str(database))

    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("SELECT table_name FROM information_schema.tables").fetchall() == []


@pytest.mark.parametrize("wanted", ["xlsx", "parquet", "duckdb", "viewer"])
def test_a_missing_extra_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: Output
) -> None:
    """With the name of what asked for it."""
    monkeypatch.setattr(extra, "find_spec", lambda _name: None)

    with pytest.raises(OutputError, match=f"--to {wanted} needs .* pip install 'tagwright"):
        run(tmp_path / "out", (wanted,))

    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_two_duckdb_files_hold_the_same_rows_in_the_same_order(tmp_path: Path) -> None:
    """Their bytes differ by what DuckDB draws at random, which the manifest says; nothing else does."""
    found = []
    for name in ("first", "second"):
        run(tmp_path / name, ("duckdb", "parquet"))
        with duckdb.connect(str(tmp_path / name / "report.duckdb"), read_only=True) as connection:
            tables = connection.execute("SHOW TABLES").fetchall()
            found.append([connection.execute(f'FROM "{table}"').fetchall() for (table,) in tables])

    assert found[0] == found[1]
    manifests = [json.loads((tmp_path / name / "manifest.json").read_text()) for name in ("first", "second")]
    files = [{each.pop("name"): each for each in manifest["files"]} for manifest in manifests]
    varying = files[0].pop("report.duckdb"), files[1].pop("report.duckdb")
    assert all("random identifier" in each["varies"] for each in varying)
    assert files[0] == files[1]
    assert not any("varies" in each for each in files[0].values())
