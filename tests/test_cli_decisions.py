"""`tagwright tag --decisions`: what the folder, the summary and the status say of a person's word."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tagwright.cli import status_of
from tagwright.cli import tagwright as command

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "river-bank"
INPUTS = ["--taxonomy", "bank-disclosure", "--entity", str(SAMPLE / "entity.yaml"), "--period", "2024H1"]
EXAMPLE = re.compile(r"<!-- decisions: (?P<document>\S+) -->\n```yaml\n(?P<text>.*?)```", re.DOTALL)
GONE = """decisions:
  - sentence: 管理資產達41,730百萬港元，較2023年底上升9.4%。
    figure: 41,730百萬港元
    accept: true
"""


def tag(folder: Path, decisions: str, *options: str) -> Result:
    """Run the command on the sample with a file of decisions of that text."""
    file = folder / "decisions.yaml"
    file.write_text(decisions, encoding="utf-8")
    arguments = ["tag", str(SAMPLE / "report.txt"), "-o", str(folder / "filing"), *INPUTS, *options]
    return CliRunner().invoke(
        command, [*arguments, "--decisions", str(file)], standalone_mode=False, catch_exceptions=False
    )


def rows(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the rows of the ledger by the text of their figures."""
    lines = (folder / "filing" / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["text"]: row for row in map(json.loads, lines)}


def example() -> str:
    """Return the example of the documentation."""
    found = EXAMPLE.search((ROOT / "docs" / "decisions-file.md").read_text(encoding="utf-8"))
    assert found
    assert ROOT / found["document"] == SAMPLE / "report.txt"
    return found["text"]


@pytest.mark.slow
def test_the_documented_example_is_applied_and_the_filing_valid(tmp_path: Path) -> None:
    """Every row as the person said, Arelle content, the file's hash among the inputs."""
    run = tag(tmp_path, example(), "--json")
    summary = json.loads(run.stdout)
    found = rows(tmp_path)

    assert summary["decisions"] == {"given": 3, "applied": 3}
    assert (summary["outcome"], run.return_value) == ("valid", 0)
    assert found["6項"]["reason"] == {"code": "enumeration", "text": "counts works that are not reported"}
    assert found["1,286名"]["evidence"][0]["kind"] == "decision"
    assert found["2.0%"]["evidence"][-1]["text"] == "accepted as printed: agreed with the finance department"
    assert {found[text]["confidence"] for text in ("6項", "1,286名", "2.0%")} == {1.0}
    manifest = (tmp_path / "filing" / "manifest.json").read_text(encoding="utf-8")
    assert sha256(example().encode()).hexdigest() in manifest


def test_what_no_longer_matches_is_told_everywhere_and_needs_a_person(tmp_path: Path) -> None:
    """On stderr, in validation.json, on the page; the row is as if nothing had been decided."""
    run = tag(tmp_path, GONE, "--no-validate")
    validation = json.loads((tmp_path / "filing" / "validation.json").read_text(encoding="utf-8"))
    finding = validation["findings"][0]

    assert run.return_value == 1
    assert "0 decisions of 1 applied (decisions.yaml)" in run.stderr
    assert "decisions.yaml:2:5:" in run.stderr
    assert "no figure matches this decision any longer" in run.stderr
    assert "上升9.3%。" in finding["sentence"]
    assert (finding["code"], finding["file"], finding["line"]) == (
        "tagwright:decisions.no-match", "decisions.yaml", 2,
    )  # fmt: skip
    assert finding["rows"] == [rows(tmp_path)["41,730百萬港元"]["id"]]
    assert "tagwright:decisions.no-match" in (tmp_path / "filing" / "report.html").read_text(encoding="utf-8")
    assert rows(tmp_path)["41,730百萬港元"]["confidence"] < 1


@pytest.mark.slow
def test_one_decision_that_no_longer_matches_is_exit_status_1_of_a_valid_filing(tmp_path: Path) -> None:
    """Valid files alone are not enough when a person's word went unheard."""
    run = tag(tmp_path, GONE, "--json")

    assert json.loads(run.stdout)["outcome"] == "valid"
    assert run.return_value == 1


def test_a_mistake_in_the_file_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, the place and what to write."""
    file = tmp_path / "decisions.yaml"
    file.write_text(
        GONE.replace("accept: true", "fact: {concept: bank:AssetsUnderManagment}"), encoding="utf-8"
    )
    arguments = ["tag", str(SAMPLE / "report.txt"), "-o", str(tmp_path / "filing"), *INPUTS]

    status = status_of(lambda: command.main([*arguments, "--decisions", str(file)], standalone_mode=False))

    assert status == 2
    said = capsys.readouterr().err
    assert "decisions.yaml:4:21: the taxonomy bank 2024-12-31 has no concept" in said
    assert 'did you mean "bank:AssetsUnderManagement"?' in said
    assert not (tmp_path / "filing").exists()


def test_the_same_decisions_give_the_same_bytes(tmp_path: Path) -> None:
    """Wherever the file lies."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        tag(tmp_path / name, example(), "--no-validate")
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name / "filing").iterdir())}
        for name in ("one", "two")
    )

    assert one == two
