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
def test_two_runs_give_the_same_tables_and_the_same_duckdb_file(tmp_path: Path) -> None:
    """Byte for byte, and DuckDB opens it, adds to it and finds it again."""
    for name in ("first", "second"):
        run(tmp_path / name, ("duckdb", "parquet", "xlsx"))
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("first", "second")
    )
    assert first == second

    path = str(tmp_path / "first" / "report.duckdb")
    with duckdb.connect(path) as connection:
        (before,) = connection.execute("SELECT count(*) FROM namespaces").fetchone()
        connection.execute("INSERT INTO namespaces VALUES ('r', 'p', 'n')")
    with duckdb.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM namespaces").fetchone() == (before + 1,)
