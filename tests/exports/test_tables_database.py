"""Databases of many reports: a run replaces its own rows, whole, and whatever goes wrong leaves the old ones."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

from exports.errors import OutputError
from exports.report import Entity, Fact, Footnote, Period, Report
from exports.tables import database, extra
from exports.tables.database import stored
from exports.tables.rows import TableSource

if TYPE_CHECKING:
    from tests.exports.conftest import Bank

duckdb = pytest.importorskip("duckdb", reason="the extra `tables` is not installed")
sqlalchemy = pytest.importorskip("sqlalchemy", reason="the extra `tables` is not installed")

TABLES = ("reports", "namespaces", "facts", "dimensions", "mentions", "footnotes")


@dataclass
class Cluster:
    """A PostgreSQL of our own, run by a user who is not root."""

    programs: Path
    folder: Path
    port: int

    @property
    def url(self) -> str:
        """Return its address."""
        return f"postgresql://tagwright@127.0.0.1:{self.port}/postgres"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs."""
        user = _user()
        subprocess.run(
            [str(self.programs / program), "-D", str(self.folder / "data"), *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            user=user,
        )

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        self.run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def vanish(self) -> None:
        """Go away at once, as if somebody had pulled the plug."""
        self.run("pg_ctl", "-w", "-m", "immediate", "stop")


def _user() -> str | None:
    return "postgres" if os.geteuid() == 0 else None


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    known = shutil.which("initdb")
    return found[-1].parent if found else Path(known).parent if known else None


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Return a running cluster in a temporary folder on a free port."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql): NOT TRIED on it")
    folder = Path(mkdtemp(prefix="tagwright-postgresql-"))
    if (user := _user()) is not None:
        shutil.chown(folder, user=user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cluster = Cluster(programs, folder, port)
    try:
        cluster.run("initdb", "-U", "tagwright", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        cluster.start()
        yield cluster
        cluster.vanish()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


Ask = Callable[[str], list[tuple[object, ...]]]


@dataclass(frozen=True)
class Place:
    """A database to write to, and a way to ask it."""

    address: str
    ask: Ask


def _asking(url: str) -> Ask:
    def ask(query: str) -> list[tuple[object, ...]]:
        engine = sqlalchemy.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
        with engine.connect() as connection:
            rows = [tuple(row) for row in connection.execute(sqlalchemy.text(query))]
        engine.dispose()
        return rows

    return ask


def _asking_duckdb(path: str) -> Ask:
    def ask(query: str) -> list[tuple[object, ...]]:
        with duckdb.connect(path, read_only=True) as connection:
            rows: list[tuple[object, ...]] = connection.execute(query).fetchall()
            return rows

    return ask


@pytest.fixture(params=["duckdb", "sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Return an empty database of each kind."""
    if request.param == "duckdb":
        path = str(tmp_path / "all.duckdb")
        return Place(path, _asking_duckdb(path))
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'all.sqlite'}"
        return Place(url, _asking(url))
    cluster: Cluster = request.getfixturevalue("cluster")
    ask = _asking(cluster.url)
    engine = sqlalchemy.create_engine(cluster.url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for table in TABLES:
            connection.execute(sqlalchemy.text(f"DROP TABLE IF EXISTS {table}"))
    engine.dispose()
    return Place(cluster.url, ask)


def source_of(bank: Bank, name: str = "sample") -> TableSource:
    """Return the bank's report under a name."""
    return TableSource(bank.report, name, "zh-Hant", bank.taxonomy, bank.ledger, "山丘銀行", "2024")


def store(source: TableSource, place: Place) -> int:
    """Write a report into the database."""
    with stored(source, place.address) as count:
        return count


def counts(place: Place) -> dict[str, object]:
    """Return how many rows each table holds."""
    return {table: place.ask(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}  # noqa: S608  names of ours


def test_many_reports_stand_in_one_place_and_a_run_replaces_its_own(bank: Bank, place: Place) -> None:
    """The second run of one report changes nothing of another, and leaves nothing of the first."""
    store(source_of(bank), place)
    once = counts(place)
    store(source_of(bank, "other"), place)
    fewer = replace(source_of(bank), report=replace(bank.report, facts=bank.report.held[:2]))
    assert store(fewer, place) == 2

    assert once == {"reports": 1, "namespaces": 3, "facts": 6, "dimensions": 2, "mentions": 7, "footnotes": 3}
    rows = place.ask("SELECT name, facts FROM reports ORDER BY name")
    assert rows == [("other", 6), ("sample", 2)]
    asked = "SELECT r.name, count(*) FROM facts f JOIN reports r ON r.report = f.report GROUP BY r.name ORDER BY 1"
    assert place.ask(asked) == [("other", 6), ("sample", 2)]


def test_values_labels_and_sentences_come_out_as_they_went_in(bank: Bank, place: Place) -> None:
    """To the last digit, in Chinese, with the place in the text."""
    store(source_of(bank), place)

    query = (
        "SELECT value, value_text, label, ledger_row, link, sentence FROM facts WHERE concept = 'mini:Loans'"
    )
    ((value, text, label, row, link, sentence),) = place.ask(query)
    assert (Decimal(str(value)), text) == (Decimal(123456000000), "123456000000")
    assert (row, link) == ("r0001", "report.html#r0001")
    assert label
    assert "1,234.56億元" in str(sentence)
    growth = place.ask("SELECT value FROM facts WHERE value_text = '0.083'")
    assert Decimal(str(growth[0][0])) == Decimal("0.083")
    nil = place.ask("SELECT value, value_text FROM facts WHERE period_end = '2023-12-31'")
    assert nil == [(None, None)]


def test_a_footnote_stands_beside_each_fact_that_has_it(bank: Bank, place: Place) -> None:
    """As it is filed, and it goes with its report."""
    restated = Footnote("n1", "zh-Hant", "經重編")
    facts = tuple(replace(fact, footnotes=(*fact.footnotes, "n1", "n1")) for fact in bank.report.held[:3])
    report = replace(bank.report, facts=facts, footnotes=(*bank.report.footnotes, restated))
    store(replace(source_of(bank), report=report), place)

    asked = "SELECT fact, language, text FROM footnotes WHERE footnote = 'n1' ORDER BY fact"
    assert place.ask(asked) == [(fact.id, "zh-Hant", "經重編") for fact in facts]
    store(source_of(bank), place)
    assert place.ask(asked) == []


class Failing:
    """Facts that come to an end they should not come to."""

    def __init__(self, facts: tuple[Fact, ...], happen: Callable[[], None], after: int = 4) -> None:
        """Take the facts, and what happens after so many of them, once."""
        self.facts = facts
        self.happen = happen
        self.after = after

    def __iter__(self) -> Iterator[Fact]:
        """Yield them."""
        for number, fact in enumerate(self.facts):
            if number == self.after:
                self.happen()
            yield fact


def _fail() -> None:
    raise RuntimeError("in the middle")


def test_a_run_that_breaks_off_leaves_the_old_rows(
    bank: Bank, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old rows are deleted and half of the new ones in when it happens."""
    monkeypatch.setattr(database, "BATCH", 2)
    store(source_of(bank), place)
    before = counts(place)
    broken = replace(source_of(bank), report=replace(bank.report, facts=Failing(bank.report.held, _fail)))

    with pytest.raises(RuntimeError, match="in the middle"):
        store(broken, place)

    assert counts(place) == before


def test_what_fails_after_the_rows_undoes_them(bank: Bank, place: Place) -> None:
    """The output folder could not be published: the database does not hold what the folder does not."""
    store(source_of(bank), place)

    with pytest.raises(RuntimeError), stored(source_of(bank, "other"), place.address):
        _fail()

    assert place.ask("SELECT name FROM reports") == [("sample",)]


@pytest.mark.slow
def test_a_database_that_goes_away_halfway_keeps_the_old_rows(
    bank: Bank, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server dies between two batches; back again it holds the first run's rows, and a run succeeds."""
    monkeypatch.setattr(database, "BATCH", 2)
    place = Place(cluster.url, _asking(cluster.url))
    store(source_of(bank, "steady"), place)
    before = place.ask("SELECT * FROM facts ORDER BY report, fact")
    broken = replace(
        source_of(bank, "steady"),
        report=replace(bank.report, facts=Failing(bank.report.held, cluster.vanish)),
    )

    with pytest.raises(OutputError) as told:
        store(broken, place)
    cluster.start()

    assert "it holds what it held before" in str(told.value)
    assert "\n" not in str(told.value)
    assert place.ask("SELECT * FROM facts ORDER BY report, fact") == before
    assert store(source_of(bank, "steady"), place) == 6


KILLED_BETWEEN = """
import os, sys
from exports.output_folder import OutputFolder
publish = OutputFolder.publish
def killed(self, *arguments):
    publish(self, *arguments)
    os.kill(os.getpid(), 9)
OutputFolder.publish = killed
from tagwright.cli import tagwright
tagwright(sys.argv[1:])
"""


@pytest.mark.slow
def test_a_run_killed_between_folder_and_database_is_made_whole_by_the_next(
    place: Place, tmp_path: Path
) -> None:
    """The folder has the new files, the database the old rows, and nothing is lost: the next run replaces both."""
    facts, folder = tmp_path / "facts.csv", tmp_path / "out"
    call = ["export", str(facts), "-o", str(folder), "--to", "json", "--taxonomy", "bank-disclosure",
            "--database", place.address]  # fmt: skip

    def run(value: int, *program: str) -> int:
        facts.write_text(
            "concept,period,value,unit,entity\n"
            f"DepositsFromCustomers,2024-12-31,{value},CNY,http://x.example#bank\n"
        )
        return subprocess.run([sys.executable, *program, *call], check=False, capture_output=True).returncode

    def held() -> tuple[list[tuple[object, ...]], bool, bool]:
        text = (folder / "facts.json").read_text()
        return place.ask("SELECT value_text FROM facts"), '"value":"1"' in text, '"value":"2"' in text

    assert run(1, "-m", "tagwright") == 0
    assert held() == ([("1",)], True, False)
    assert run(2, "-c", KILLED_BETWEEN) == -9
    assert held() == ([("1",)], False, True)
    assert run(2, "-m", "tagwright") == 0
    assert held() == ([("2",)], False, True)
    assert counts(place)["reports"] == 1
    assert sorted(path.name for path in folder.iterdir()) == ["facts.json", "manifest.json"]


def test_a_number_that_does_not_fit_is_kept_as_text(place: Place) -> None:
    """Rather none than a rounded one, the same in every database."""
    value = "0.12345678912345"
    fact = Fact("f1", "x:Y", Entity("http://e", "e1"), Period.parse("2024-12-31"), unit="x:z", value=value)
    store(TableSource(Report("http://x", (), (fact,)), "long"), place)

    assert place.ask("SELECT value, value_text FROM facts") == [(None, value)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://me:secret@127.0.0.1:1/none", "could not be written"),
        ("nosuch://me:secret@host/db", "cannot be reached"),
        ("://", "cannot be read"),
        ("sqlite:////nonexistent/folder/x.sqlite", "could not be written"),
        ("/nonexistent/folder/x.duckdb", "could not be written as a DuckDB"),
    ],
)
def test_a_database_that_is_not_there_is_told_in_one_sentence(bank: Bank, address: str, said: str) -> None:
    """Without the password."""
    with pytest.raises(OutputError, match=said) as told:
        store(source_of(bank), Place(address, lambda _query: []))

    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", [":memory:", "md:mine"])
def test_no_name_of_a_file_has_a_meaning_of_its_own(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """DuckDB would keep the rows in memory, or send them away over the network."""
    monkeypatch.chdir(tmp_path)

    store(source_of(bank), Place(name, lambda _query: []))

    assert (tmp_path / name).is_file()


def test_a_file_that_is_no_database_is_left_alone(bank: Bank, tmp_path: Path) -> None:
    """Somebody's notes are not overwritten."""
    path = tmp_path / "notes.duckdb"
    path.write_text("not a database " * 1000)

    with pytest.raises(OutputError, match="nothing in it was changed"):
        store(source_of(bank), Place(str(path), lambda _query: []))

    assert path.read_text() == "not a database " * 1000


def test_tables_of_somebody_else_are_left_alone(bank: Bank, tmp_path: Path) -> None:
    """A table called facts that is not ours."""
    url = f"sqlite:///{tmp_path / 'theirs.sqlite'}"
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE facts (sky TEXT)"))
        connection.execute(sqlalchemy.text("INSERT INTO facts VALUES ('blue')"))
    engine.dispose()

    with pytest.raises(OutputError, match="could not be written"):
        store(source_of(bank), Place(url, lambda _query: []))

    assert _asking(url)("SELECT * FROM facts") == [("blue",)]


@pytest.mark.parametrize("address", ["x.duckdb", "sqlite:///x.sqlite"])
def test_without_the_extra_one_sentence_says_what_to_install(
    bank: Bank, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base installation does without."""
    monkeypatch.setattr(extra, "find_spec", lambda _name: None)

    with pytest.raises(OutputError, match="pip install 'tagwright"):
        store(source_of(bank), Place(address, lambda _query: []))
