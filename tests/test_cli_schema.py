"""`taxonomy schema`: the schema for editors, printed or written, and nobody's file lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from tagwright.cli import status_of, tagwright


def run(*arguments: str) -> int:
    """Return the exit status of the command."""
    return status_of(
        lambda: tagwright.main(
            ["taxonomy", "schema", *arguments], prog_name="tagwright", standalone_mode=False
        )
    )


def test_what_is_printed_and_what_is_written_is_the_schema(tmp_path: Path) -> None:
    """One that a validator takes; that of an older version is replaced."""
    path = tmp_path / "source.schema.json"
    path.write_text('{"$id": "http://tagwright.org/schema/taxonomy-source.json"}', "utf-8")

    printed = CliRunner().invoke(tagwright, ["taxonomy", "schema"])
    status = run("-o", str(path))

    assert status == 0
    assert json.loads(printed.output) == json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(json.loads(printed.output))


@pytest.mark.parametrize("held", [b"mine", b"{}", b"[1]", b"\xff", b"[" * 100_000], ids=range(5))
def test_any_other_file_is_left_alone(
    tmp_path: Path, held: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence."""
    path = tmp_path / "mine.json"
    path.write_bytes(held)

    status = run("-o", str(path))

    assert status == 2
    assert (
        capsys.readouterr().err.strip()
        == f"{path}: is there already: move it away or name another file with -o"
    )
    assert path.read_bytes() == held
