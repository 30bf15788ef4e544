"""`tagwright taxonomy check` as it is called: the table, JSON, exit status, choice of rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tagwright.cli import tagwright
from taxonomy.shipped import shipped_names
from tests.rule_samples import samples, source_of

ROOT = Path(__file__).parent.parent
OUR_SOURCES = [
    *shipped_names(),
    *(
        str(path)
        for path in sorted((ROOT / "samples").glob("*/*.yaml"))
        if path.name != "entity.yaml" and path.parent.name != "versions"
    ),
]
"""Not samples/versions: its two are about what changed between them, and are kept bare."""


def check(*arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(tagwright, ["taxonomy", "check", *arguments], standalone_mode=False)


def source(folder: Path, rule: str) -> str:
    """Write the sample that breaks a rule, and return its path."""
    path = folder / "shops.yaml"
    path.write_bytes(source_of(samples()[rule]["fails"]))
    return str(path)


@pytest.mark.parametrize("reference", OUR_SOURCES, ids=lambda path: Path(path).stem)
def test_our_own_taxonomies_break_no_rule(reference: str) -> None:
    """What is shipped, and every sample: no warning and no error, however strict."""
    result = check(reference, "--no-arelle", "--strict")

    assert (result.return_value, result.exception) == (0, None)
    assert "warning" not in result.output


def test_a_person_sees_the_rule_its_mend_and_the_place(tmp_path: Path) -> None:
    """On stderr, and the verdict on stdout."""
    path = source(tmp_path, "TW-W001")
    result = check(path, "--no-arelle")

    assert result.return_value == 0
    assert "warning TW-W001 (1): Term that two concepts share. Leave the term to the concept" in result.stderr
    assert f'{path}:88:9  the en term "Turnover" finds both x:Sales and x:Costs' in result.stderr
    assert result.stdout == f"{path}: no errors, Arelle not asked, 1 warning\n"


def test_a_program_gets_every_finding_with_its_mend(tmp_path: Path) -> None:
    """JSON on stdout, nothing on stderr."""
    path = source(tmp_path, "TW-W001")
    result = check(path, "--no-arelle", "--json")
    told = json.loads(result.stdout)

    assert result.stderr == ""
    assert (told["valid"], told["validated"], told["errors"], told["warnings"]) == (None, False, 0, 1)
    assert told["rules"] >= 40
    assert told["findings"] == [
        {
            "severity": "warning",
            "code": "TW-W001",
            "message": 'the en term "Turnover" finds both x:Sales and x:Costs',
            "file": path,
            "line": 88,
            "column": 9,
            "element": "x:Costs",
            "title": "Term that two concepts share",
            "mend": "Leave the term to the concept that a text means by it, or make it longer.",
        }
    ]


def test_the_exit_status_is_that_of_the_contract(tmp_path: Path) -> None:
    """A warning is 0, with --strict 1; an error is 1; a code that no rule has is a wrong call."""
    warned, wrong = source(tmp_path, "TW-W001"), tmp_path / "wrong.yaml"
    wrong.write_bytes(source_of(samples()["TW-X006"]["fails"]))

    assert check(warned, "--no-arelle").return_value == 0
    assert check(warned, "--no-arelle", "--strict").return_value == 1
    assert check(warned, "--no-arelle", "--strict", "--ignore", "TW-H,TW-W001").return_value == 0
    assert check(warned, "--no-arelle", "--strict", "--only", "TW-L").return_value == 0
    assert check(str(wrong), "--no-arelle").return_value == 1
    refused = check(warned, "--only", "TW-Z")
    assert 'no rule "TW-Z"' in f"{refused.exception}"


def test_a_mistake_of_the_source_is_not_told_twice(tmp_path: Path) -> None:
    """The loader refuses a balance on a count at its place; the rule on it is silent there."""
    result = check(source(tmp_path, "TW-T001"), "--no-arelle", "--json")
    codes = [finding["code"] for finding in json.loads(result.stdout)["findings"]]

    assert result.return_value == 1
    assert codes == ["tagwright:source.value"]


@pytest.mark.slow
def test_a_package_is_held_against_the_rules_too(tmp_path: Path) -> None:
    """The file is the place, and the element is named; Arelle finds it valid."""
    path = source(tmp_path, "TW-W001")
    assert (
        CliRunner()
        .invoke(tagwright, ["taxonomy", "build", path, "-o", str(tmp_path)], standalone_mode=False)
        .return_value
        == 0
    )
    result = check(str(tmp_path / "x-2024-12-31.zip"), "--json")
    told = json.loads(result.stdout)

    assert (told["valid"], told["validated"]) == (True, True)
    assert [(item["code"], item["file"], item["element"]) for item in told["findings"]] == [
        ("TW-W001", "x-2024-12-31.zip", "x:Costs")
    ]
