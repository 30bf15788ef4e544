"""`tagwright tag`, the whole way: what the folder holds, what the status says, what a program is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import tagwright
from exports.validation import ValidationChild
from tagwright.cli import tagwright as command

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "river-bank"
INPUTS = ["--taxonomy", "bank-disclosure", "--entity", str(SAMPLE / "entity.yaml"), "--period", "2024H1"]
ALWAYS = {"ledger.jsonl", "text.txt", "report.html", "validation.json", "manifest.json"}
INSTANCES = {"report.xbrl", "report.xhtml", "report.xbri", "report.json"}


@dataclass(frozen=True)
class Run:
    """A run of the command and the folder that it wrote."""

    result: Result
    folder: Path

    @property
    def summary(self) -> dict[str, Any]:
        """Return what --json printed."""
        plain: dict[str, Any] = json.loads(self.result.stdout)
        return plain

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows of the ledger."""
        lines = (self.folder / "ledger.jsonl").read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in lines if line]


def tag(folder: Path, *options: str, inputs: list[str] | None = None) -> Run:
    """Run the command on the sample."""
    arguments = ["tag", str(SAMPLE / "report.txt"), "-o", str(folder), *(inputs or INPUTS), *options]
    return Run(CliRunner().invoke(command, arguments, standalone_mode=False, catch_exceptions=False), folder)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return one validated run, for the tests that only look."""
    return tag(tmp_path_factory.mktemp("whole") / "filing", "--json")


@pytest.mark.slow
def test_every_file_is_written_and_valid(whole: Run) -> None:
    """All syntaxes, the package, the page; every instance loaded by Arelle without an error."""
    names = {path.name for path in whole.folder.iterdir()}

    assert names == ALWAYS | INSTANCES | {name for name in names if name.startswith("bank-")}
    assert len([name for name in names if name.endswith(".zip")]) == 1
    assert {each["file"]: each["outcome"] for each in whole.summary["validation"]} == dict.fromkeys(
        INSTANCES, "valid"
    )
    assert whole.summary["outcome"] == "valid"
    assert sorted(whole.summary["files"]) == sorted(names)
    assert whole.summary["files"][-1] == "manifest.json"


@pytest.mark.slow
def test_the_exit_status_says_whether_a_person_is_needed(whole: Run) -> None:
    """Valid and nothing contradicted is 0, anything contradicted 1; unresolved figures change nothing."""
    wanted = 1 if whole.summary["contradictions"] else 0

    assert whole.result.return_value == wanted == whole.summary["exit_status"]


@pytest.mark.slow
def test_the_summary_counts_the_rows_of_the_ledger(whole: Run) -> None:
    """What --json prints is what the ledger holds."""
    statuses = [row["status"] for row in whole.rows()]

    assert whole.summary["figures"] == {
        status: statuses.count(status) for status in ("fact", "not_a_fact", "unresolved")
    }
    assert whole.summary["facts"] == len({row["fact"] for row in whole.rows() if row["status"] == "fact"}) > 0


@pytest.mark.slow
def test_every_row_is_as_the_schema_says_and_every_digit_lies_in_one(whole: Run) -> None:
    """Nothing in the text is dropped silently, and no row surprises a program that reads it."""
    schema = json.loads((ROOT / "tagger" / "ledger.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    text = (whole.folder / "text.txt").read_text(encoding="utf-8")
    rows = whole.rows()

    assert [error.message for row in rows for error in validator.iter_errors(row)] == []
    assert [row["text"] for row in rows] == [text[row["start"] : row["end"]] for row in rows]
    inside = {offset for row in rows for offset in range(row["start"], row["end"])}
    assert [at for at, character in enumerate(text) if character.isdigit() and at not in inside] == []


@pytest.mark.slow
def test_the_manifest_lists_every_file_with_its_digest(whole: Run) -> None:
    """Inputs by name and hash, no path of the machine, no clock."""
    manifest = json.loads((whole.folder / "manifest.json").read_text(encoding="utf-8"))
    files = bytes_of(whole.folder)

    assert {each["name"]: each["sha256"] for each in manifest["files"]} == {
        name: sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"
    }
    assert [(each["kind"], each["name"]) for each in manifest["inputs"][:2]] == [
        ("document", "report.txt"),
        ("entity", "entity.yaml"),
    ]
    assert all(str(whole.folder).encode() not in data for data in files.values())


def test_what_is_not_validated_is_never_called_valid(tmp_path: Path) -> None:
    """With --no-validate the files are written, and the status says that they were not judged."""
    run = tag(tmp_path / "out", "--no-validate", "--json")

    assert run.result.return_value == 1
    assert run.summary["outcome"] == "not_validated"
    assert {path.name for path in run.folder.iterdir()} > INSTANCES


def test_only_the_syntaxes_asked_for_are_written_and_old_ones_removed(tmp_path: Path) -> None:
    """A second run takes away what the first one made, and leaves what is not ours."""
    tag(tmp_path, "--no-validate")
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")

    tag(tmp_path, "--no-validate", "--to", "json")

    names = {path.name for path in tmp_path.iterdir() if path.suffix != ".zip"}
    assert names == ALWAYS | {"report.json", "notes.md"}


def test_strict_asks_for_every_figure(tmp_path: Path) -> None:
    """The threshold of 1 leaves figures unresolved, which only --strict minds."""
    run = tag(tmp_path, "--no-validate", "--json", "--threshold", "1", "--strict")

    assert run.summary["figures"]["unresolved"] > 0
    assert run.result.return_value == 1


def test_a_person_is_told_on_stderr_and_a_program_on_stdout(tmp_path: Path) -> None:
    """Without --json stdout stays empty; the last line names the page to open."""
    run = tag(tmp_path, "--no-validate")

    assert run.result.stdout == ""
    assert run.result.stderr.splitlines()[-1] == f"Open {tmp_path / 'report.html'}"


def test_progress_is_told_only_where_asked_for(tmp_path: Path) -> None:
    """No terminal, no progress; with --progress each step is a line."""
    silent = tag(tmp_path, "--no-validate")
    told = tag(tmp_path, "--no-validate", "--progress")

    assert "…" not in silent.result.stderr.splitlines()[0]
    assert [line[0] for line in told.result.stderr.splitlines()[:3]] == ["…", "…", "…"]


def test_the_package_alone_is_enough_to_tag_with(tmp_path: Path) -> None:
    """Source and built package give the same files, byte for byte, the manifest too."""
    CliRunner().invoke(command, ["taxonomy", "build", "bank-disclosure", "-o", str(tmp_path / "t.zip")])
    package = ["--taxonomy", str(tmp_path / "t.zip"), *INPUTS[2:]]

    tag(tmp_path / "source", "--no-validate")
    tag(tmp_path / "package", "--no-validate", inputs=package)

    assert bytes_of(tmp_path / "source") == bytes_of(tmp_path / "package")


def test_the_python_interface_gives_what_the_command_gives(tmp_path: Path) -> None:
    """`tagwright.tag` and `tagwright.write` are the command without its words."""
    tagged = tagwright.tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2024H1"
    )
    written = tagwright.write(tagged, tmp_path / "python", validate=False)
    run = tag(tmp_path / "command", "--no-validate", "--json")

    assert bytes_of(tmp_path / "python") == bytes_of(tmp_path / "command")
    assert list(written.files) == run.summary["files"]
    assert len(tagged.rows("fact")) == run.summary["figures"]["fact"]


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Time zone, locale and hash seed leave no trace in any file."""
    call = [sys.executable, "-m", "tagwright", "tag", str(SAMPLE / "report.txt"), *INPUTS, "--no-validate"]
    places = {
        "here": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        "there": {"TZ": "Asia/Taipei", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"},
    }
    for name, environment in places.items():
        done = subprocess.run(
            [*call, "-o", str(tmp_path / name)],
            env=os.environ | environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr

    assert bytes_of(tmp_path / "here") == bytes_of(tmp_path / "there")


@pytest.mark.parametrize(
    ("child", "says"),
    [
        (["sh", "-c", "kill -9 $$"], "killed (SIGKILL)"),
        (["sh", "-c", "cat >/dev/null"], "ended by itself before it gave a verdict"),
        (["sh", "-c", "echo nonsense; exit 3"], "ended by itself with status 3"),
        (["no-such-program-anywhere"], "could not be started"),
    ],
    ids=["killed", "silent", "broken", "missing"],
)
def test_whatever_befalls_arelle_the_filing_is_written_and_called_not_validated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, child: list[str], says: str
) -> None:
    """The reason is told for each file, the exit status is 1, and every file is there."""
    monkeypatch.setattr("tagwright.run.ValidationChild", partial(ValidationChild, child))

    run = tag(tmp_path, "--json")

    assert run.result.return_value == 1
    assert {each["outcome"] for each in run.summary["validation"]} == {"not_validated"}
    assert all(says in each["reason"] for each in run.summary["validation"])
    assert {path.name for path in tmp_path.iterdir()} > INSTANCES


def test_a_contradiction_is_told_in_numbers(tmp_path: Path) -> None:
    """The summary, validation.json and the page name the figures, what they make, what is printed and the gap."""
    document = tmp_path / "doubt.txt"
    document.write_text(
        "2024年末，本行客戶存款餘額1,234億元，比上年末增加120億元，增長12.5%。\n", encoding="utf-8"
    )
    inputs = ["--taxonomy", "bank-disclosure", "--entity", str(SAMPLE / "entity.yaml"), "--period", "2024"]
    arguments = ["tag", str(document), "-o", str(tmp_path / "out"), "--no-validate", *inputs]

    result = CliRunner().invoke(command, arguments, standalone_mode=False, catch_exceptions=False)

    said = (
        "1,234億元 with a change of 120億元 makes a growth of 10.77%, but 12.5% is printed: "
        "1.73 percentage points apart"
    )
    assert result.return_value == 1
    assert said in result.stderr
    (against,) = [
        proof
        for proof in json.loads((tmp_path / "out" / "validation.json").read_text(encoding="utf-8"))["proofs"]
        if proof["outcome"] == "contradicts"
    ]
    assert against["text"] == said
    assert "推算增長10.77%" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sample", "period", "facts"), [("harbour-bank", "2025", 98), ("river-bank", "2024H1", 30)]
)
def test_the_samples_are_tagged_as_their_gold_says(
    tmp_path: Path, sample: str, period: str, facts: int
) -> None:
    """The command and `tagwright score` agree that every figure is right; a fact lost in silence is seen."""
    folder = ROOT / "samples" / sample
    inputs = ["--taxonomy", "bank-disclosure", "--entity", str(folder / "entity.yaml"), "--period", period]
    arguments = ["tag", str(folder / "report.txt"), "-o", str(tmp_path), "--no-validate", *inputs]

    CliRunner().invoke(command, arguments, standalone_mode=False, catch_exceptions=False)
    found = tagwright.score(tmp_path / "ledger.jsonl", folder / "gold.csv")

    assert [f"{each.kind} {each.message}" for each in found.differences] == []
    assert found.whole == found.gold == facts
