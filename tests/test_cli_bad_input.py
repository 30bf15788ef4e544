"""Bad input to the command: one sentence on stderr, status 2, nothing written, the old output whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tagwright.cli import status_of, tagwright

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "river-bank"
OLD = {"report.html": b"old page", "ledger.jsonl": b"old ledger\n", "notes.md": b"mine"}
ENTITY = (SAMPLE / "entity.yaml").read_text(encoding="utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return an output folder with something in it."""
    folder = tmp_path / "out"
    folder.mkdir()
    for name, data in OLD.items():
        (folder / name).write_bytes(data)
    return folder


def call(old: Path, **given: str) -> list[str]:
    """Return the arguments of a call that is right but for what is given."""
    options = {
        "document": str(SAMPLE / "report.txt"),
        "output": str(old),
        "taxonomy": "bank-disclosure",
        "entity": str(SAMPLE / "entity.yaml"),
        "period": "2024H1",
    } | given
    return [
        "tag",
        options.pop("document"),
        "--no-validate",
        *(f"--{key}={value}" for key, value in options.items()),
    ]


def run(arguments: list[str]) -> int:
    """Run the command line as `tagwright` does."""
    return status_of(lambda: tagwright.main(arguments, prog_name="tagwright", standalone_mode=False))


def whole(folder: Path) -> bool:
    """Return whether the old output is as it was."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} == OLD


def written(path: Path, data: bytes) -> str:
    """Write a file and return its path."""
    path.write_bytes(data)
    return str(path)


CASES: dict[str, tuple[Callable[[Path], dict[str, str]], str]] = {
    "no such document": (lambda at: {"document": str(at / "none.txt")}, "none.txt: no such file"),
    "a folder": (lambda at: {"document": str(at)}, "is a folder"),
    "an empty document": (lambda at: {"document": written(at / "a.txt", b"")}, "a.txt: is empty"),
    "white space alone": (lambda at: {"document": written(at / "a.txt", b" \n\n")}, "a.txt: is empty"),
    "a picture": (lambda at: {"document": written(at / "a.txt", b"\x89PNG\r\n\x1a\n" * 9)}, "is a picture"),
    "zero bytes": (lambda at: {"document": written(at / "a.txt", bytes(range(256)) * 3)}, "a binary file"),
    "neither encoding": (lambda at: {"document": written(at / "a.txt", b"\xff" * 50)}, "save it as UTF-8"),
    "no such taxonomy": (lambda _: {"taxonomy": "banks"}, 'there is no taxonomy "banks"'),
    "no taxonomy file": (lambda at: {"taxonomy": str(at / "none.yaml")}, "none.yaml"),
    "a broken taxonomy": (lambda at: {"taxonomy": written(at / "t.yaml", b"taxonomy: [\n")}, "t.yaml:2:1:"),
    "a broken package": (lambda at: {"taxonomy": written(at / "t.zip", b"PK\x03\x04rubbish")}, "t.zip"),
    "no such entity": (lambda at: {"entity": str(at / "none.yaml")}, "the entity profile cannot be read"),
    "a wrong LEI": (
        lambda at: {"entity": written(at / "e.yaml", ENTITY.replace("HK091", "HK092").encode())},
        "the check digits of the LEI",
    ),
    "a currency that is none": (
        lambda at: {"entity": written(at / "e.yaml", ENTITY.replace("HKD", "HDK").encode())},
        'currency "HDK" is no currency of ISO 4217 (did you mean',
    ),
    "an unknown member": (
        lambda at: {"entity": written(at / "e.yaml", ENTITY.replace("CustomersMember", "Member").encode())},
        "has no member",
    ),
    "no period": (lambda _: {"period": "20X5"}, "The period '20X5' is none: write 2024, 2024H1"),
    "a language without words": (lambda _: {"language": "xx"}, "language 'xx' is not known"),
    "no syntax": (lambda _: {"to": "pdf"}, "'pdf' is none of xml, ixbrl, json"),
    "no number": (lambda _: {"threshold": "2"}, "see tagwright tag --help"),
    "an unknown option": (lambda _: {"taxonomi": "x"}, "No such option"),
    "a name with two meanings": (
        lambda at: {"document": written(at / "manifest.txt", b"2024\n")},
        "would give manifest.json two meanings",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_input_gets_one_sentence_and_leaves_the_old_output_whole(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Status 2, a sentence with the place on stderr, nothing on stdout, nothing written."""
    given, says = CASES[name]

    status = run(call(old, **given(tmp_path)))

    printed = capsys.readouterr()
    assert status == 2
    assert says in printed.err
    assert printed.err.count("\n") == 1, printed.err
    assert printed.out == ""
    assert whole(old)


def test_every_mistake_of_an_entity_profile_is_a_line(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person corrects the file once."""
    for currency in ("hkd", "HDK"):
        entity = written(tmp_path / "e.yaml", f"name: A\nscheme: LEI\ncurrency: {currency}\n".encode())

        assert run(call(old, entity=entity)) == 2
        assert capsys.readouterr().err.count("e.yaml:") == 3


@pytest.mark.parametrize(
    ("output", "says"),
    [("file", "is not a folder"), ("file/below", "is not a folder"), ("old", "was not written by")],
)
def test_an_output_folder_that_cannot_be_written_is_named(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str], output: str, says: str
) -> None:
    """A file in its place, or files in it that are somebody else's: nothing is overwritten."""
    (tmp_path / "file").write_bytes(b"a file")
    place = old if output == "old" else tmp_path / output

    assert run(call(place)) == 2
    assert says in capsys.readouterr().err
    assert whole(old)
    assert (tmp_path / "file").read_bytes() == b"a file"


def test_a_document_that_may_not_be_read_is_named(
    tmp_path: Path, old: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the system says no at the last moment."""
    document = written(tmp_path / "a.txt", b"2024\n")
    opened = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if str(path) == str(document):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)

    assert run(call(old, document=document)) == 2
    assert "a.txt: cannot be read (Permission denied)" in capsys.readouterr().err


def test_a_full_disk_leaves_the_old_output_whole(tmp_path: Path) -> None:
    """Where no file can grow beyond 20 kB the run ends with a sentence, and the last filing is as it was."""
    folder = tmp_path / "out"
    assert run(call(folder)) == 1
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "from tagwright.cli import main; main(sys.argv[1:])"
    )

    done = subprocess.run(
        [sys.executable, "-c", limited, *call(folder)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_without_a_command_the_help_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody who types the bare name is left alone."""
    assert run([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_ctrl_c_ends_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """The status is the one that shells know."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    assert status_of(interrupted) == 130
    assert capsys.readouterr().err.startswith("Interrupted")


@pytest.mark.slow
def test_a_run_that_is_asked_to_end_leaves_nothing_half_done(tmp_path: Path) -> None:
    """SIGTERM as a service manager sends it, while Arelle validates: status 143, the old output whole."""
    folder = tmp_path / "out"
    arguments = [argument for argument in call(folder) if argument != "--no-validate"]
    assert run(call(folder)) == 1
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    process = subprocess.Popen(
        [sys.executable, "-m", "tagwright", *arguments], stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None and not (folder / ".tagwright-staging").exists():
        time.sleep(0.01)
    process.terminate()
    _, said = process.communicate(timeout=60)

    assert process.returncode == 143
    assert said.strip() == "Interrupted: what was written before is as it was."
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_mistake_of_ours_is_a_sentence_unless_its_traceback_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """TAGWRIGHT_DEBUG=1 shows where it happened."""

    def broken() -> None:
        raise ZeroDivisionError("division by zero")

    assert status_of(broken) == 2
    assert "TAGWRIGHT_DEBUG=1" in capsys.readouterr().err
    monkeypatch.setenv("TAGWRIGHT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        status_of(broken)


def test_a_reader_that_has_gone_away_changes_nothing(tmp_path: Path) -> None:
    """`tagwright … --json | head -0` still has the status of the run, and no traceback."""
    read, write = os.pipe()
    os.close(read)
    arguments = [*call(tmp_path / "out"), "--json"]

    done = subprocess.run(
        [sys.executable, "-m", "tagwright", *arguments], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)

    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full here")
@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["tag"], 1, "the filing is in"),
        (["taxonomy", "build", "bank-disclosure"], 1, "the package is"),
        (["taxonomy", "show", "bank-disclosure"], 2, "send it to a place that has room"),
    ],
    ids=["tag", "build", "show"],
)
def test_a_result_that_cannot_be_told_is_a_sentence_that_says_what_was_done(
    tmp_path: Path, arguments: list[str], status: int, says: str
) -> None:
    """Status 2 means that nothing was written; where files were, it is 1."""
    if arguments == ["tag"]:
        arguments = [*call(tmp_path / "out"), "--json"]
    elif "build" in arguments:
        arguments = [*arguments, "-o", str(tmp_path)]

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tagwright", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )

    assert done.returncode == status
    assert done.stderr.startswith("The result could not be written to standard output (No space left")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert bool(list(tmp_path.iterdir())) == (status == 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full here")
def test_messages_that_nobody_can_read_change_nothing(tmp_path: Path) -> None:
    """The filing is written and the status is that of the run."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tagwright", *call(tmp_path / "out")], stderr=full, check=False
        )

    assert done.returncode == 1
    assert (tmp_path / "out" / "manifest.json").exists()
