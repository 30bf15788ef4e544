"""`tagwright taxonomy build`: what stands in the place of the package is never lost."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tagwright.cli import status_of, tagwright

SOURCE = Path(__file__).parent.parent / "samples" / "calculation" / "income.yaml"


def build(source: Path, output: Path | str) -> int:
    """Run the command as a person does."""
    arguments = ["taxonomy", "build", str(source), "-o", str(output)]
    return status_of(lambda: tagwright.main(arguments, prog_name="tagwright", standalone_mode=False))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a source that may be changed."""
    path = tmp_path / "income.yaml"
    path.write_bytes(SOURCE.read_bytes())
    return path


def test_a_changed_source_replaces_the_package_that_was_built_before(tmp_path: Path, source: Path) -> None:
    """Building again and again is how a taxonomy is written."""
    package = tmp_path / "out" / "income.zip"
    assert build(source, package) == 0
    first = package.read_bytes()
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("{en: ", "{en: The ", 1), encoding="utf-8")
    assert source.read_text(encoding="utf-8") != text

    assert build(source, package) == 0

    assert package.read_bytes() != first
    assert [path.name for path in package.parent.iterdir()] == ["income.zip"]


@pytest.mark.parametrize("content", [b"a letter", b"", b"PK\x03\x04"])
def test_a_file_that_is_no_package_of_ours_is_not_overwritten(
    tmp_path: Path, source: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever it is, it is somebody's."""
    (tmp_path / "mine.zip").write_bytes(content)

    assert build(source, tmp_path / "mine.zip") == 2
    assert "mine.zip: is there already and is no package as this version" in capsys.readouterr().err
    assert (tmp_path / "mine.zip").read_bytes() == content


def test_a_package_that_somebody_added_to_is_not_overwritten(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their addition would be lost."""
    package = tmp_path / "income.zip"
    build(source, package)
    with ZipFile(package, "a") as archive:
        archive.writestr("income-1/readme.txt", "mine")
    added = package.read_bytes()

    assert build(source, package) == 2
    assert "changed since" in capsys.readouterr().err
    assert package.read_bytes() == added


@pytest.mark.parametrize(
    ("place", "says"),
    [("", "is empty: name a folder"), ("folder.zip", "is not a file"), ("file/x", "cannot be")],
)
def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, source: Path, place: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unset shell variable, a folder of that name, a file where a folder should be."""
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "file").write_bytes(b"")

    assert build(source, tmp_path / place if place else "") == 2
    printed = capsys.readouterr().err
    assert says in printed
    assert printed.count("\n") == 1
