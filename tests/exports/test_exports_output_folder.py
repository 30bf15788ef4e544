"""The output folder: whole files, old output kept until the new one is complete, nothing else touched."""

from __future__ import annotations

import errno
import json
import random
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest

from exports.errors import OutputError
from exports.output_folder import MANIFEST, STAGING, OutputFolder, is_plain_name, publish


def names(folder: Path) -> list[str]:
    """Return what lies in the folder."""
    return sorted(path.name for path in folder.iterdir())


def assert_whole(folder: Path) -> None:
    """Every file that the manifest lists is there with the bytes it had, and nothing is half done."""
    manifest = json.loads((folder / MANIFEST).read_text())
    for item in manifest["files"]:
        assert sha256((folder / item["name"]).read_bytes()).hexdigest() == item["sha256"]
    assert names(folder) == sorted([*(item["name"] for item in manifest["files"]), MANIFEST])


def test_files_and_manifest_appear_and_say_nothing_of_the_time(tmp_path: Path) -> None:
    """Two runs with the same content give the same bytes, the manifest included."""
    first, second = tmp_path / "a" / "b", tmp_path / "c"
    inputs, versions = [("document", "x.txt", "00")], [("tagwright", "0.1.0")]

    for folder in (first, second):
        publish(folder, {"x.json": b"{}", "x.xbrl": lambda stream: stream.write(b"<x/>")}, inputs, versions)

    assert_whole(first)
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [
        path.read_bytes() for path in sorted(second.iterdir())
    ]


def test_what_an_earlier_run_made_and_this_one_does_not_is_removed(tmp_path: Path) -> None:
    """The user's own files stay."""
    publish(tmp_path, {"old.json": b"1", "both.json": b"1"})
    (tmp_path / "notes.txt").write_text("mine")

    publish(tmp_path, {"both.json": b"2", "new.json": b"2"})

    assert names(tmp_path) == ["both.json", MANIFEST, "new.json", "notes.txt"]


def test_a_failed_run_leaves_the_old_output_whole(tmp_path: Path) -> None:
    """A writer that breaks off half way changes nothing, and a full disk is one sentence."""

    def full(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    publish(tmp_path, {"a.json": b"old"})

    with pytest.raises(OutputError, match=r"disk is full.*b\.json"):
        publish(tmp_path, {"a.json": b"new", "b.json": full})

    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert_whole(tmp_path)


def test_a_folder_that_a_failed_run_made_is_gone_again(tmp_path: Path) -> None:
    """Nothing written means nothing there."""
    with pytest.raises(OutputError):
        publish(tmp_path / "new", {"a.json": b"1", "../b.json": b"1"})

    assert names(tmp_path) == []


def test_a_file_where_a_folder_is_expected_is_one_sentence(tmp_path: Path) -> None:
    """The message names the place and says what to do."""
    (tmp_path / "file").write_text("")

    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match="is not a folder: choose another output folder"):
            publish(folder, {"a.json": b"1"})


def test_a_file_that_no_run_made_is_never_overwritten(tmp_path: Path) -> None:
    """The document itself may be called text.txt and lie in the folder."""
    (tmp_path / "text.txt").write_text("the only copy")

    with pytest.raises(OutputError, match="was not written by an earlier run"):
        publish(tmp_path, {"text.txt": b"ours"})

    assert (tmp_path / "text.txt").read_text() == "the only copy"
    assert names(tmp_path) == ["text.txt"]


def test_the_document_itself_never_becomes_an_output(tmp_path: Path) -> None:
    """A document called as an output is refused even with the same bytes: the next run would overwrite it."""
    (tmp_path / "text.txt").write_bytes(b"mine")
    inputs = [("document", "text.txt", sha256(b"mine").hexdigest())]

    with pytest.raises(OutputError, match=r"text\.txt is the document that is read: move it"):
        publish(tmp_path, {"text.txt": b"mine"}, inputs)

    assert names(tmp_path) == ["text.txt"]
    assert (tmp_path / "text.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("new", [{"a.json": b"2"}, {"b.json": b"2"}], ids=["overwritten", "removed"])
def test_what_a_person_changed_since_the_last_run_is_not_lost(tmp_path: Path, new: dict[str, bytes]) -> None:
    """Neither overwritten nor removed: the run says which file it is, and the person decides."""
    publish(tmp_path, {"a.json": b"1"})
    (tmp_path / "a.json").write_bytes(b"mended by hand")

    with pytest.raises(OutputError, match=r"a\.json was changed after tagwright wrote it.*move it away"):
        publish(tmp_path, new)

    assert (tmp_path / "a.json").read_bytes() == b"mended by hand"
    assert names(tmp_path) == ["a.json", MANIFEST]
    (tmp_path / "a.json").unlink()
    publish(tmp_path, new)
    assert_whole(tmp_path)


def test_a_change_that_a_run_would_make_itself_is_no_loss(tmp_path: Path) -> None:
    """A file copied from another machine's run of the same input is as good as ours."""
    publish(tmp_path, {"a.json": b"1"})
    (tmp_path / "a.json").write_bytes(b"2")

    publish(tmp_path, {"a.json": b"2"})

    assert_whole(tmp_path)


def test_somebody_elses_manifest_is_neither_believed_nor_overwritten(tmp_path: Path) -> None:
    """A web application's manifest.json lists files that are not ours to remove."""
    (tmp_path / MANIFEST).write_text('{"files": [{"name": "photo.jpg"}]}')
    (tmp_path / "photo.jpg").write_text("")

    with pytest.raises(OutputError, match=r"manifest\.json was not written by an earlier run"):
        publish(tmp_path, {"a.json": b"1"})

    assert names(tmp_path) == [MANIFEST, "photo.jpg"]


def test_a_manifest_cannot_name_files_outside_the_folder(tmp_path: Path) -> None:
    """A manifest that was tampered with removes nothing beyond plain names."""
    (tmp_path / "outside.txt").write_text("")
    (tmp_path / "out" / "inner").mkdir(parents=True)
    listed = [{"name": name} for name in ("../outside.txt", str(tmp_path / "outside.txt"), "inner", "..", "")]
    (tmp_path / "out" / MANIFEST).write_text(json.dumps({"generator": "tagwright", "files": listed}))

    publish(tmp_path / "out", {"a.json": b"1"})

    assert names(tmp_path) == ["out", "outside.txt"]
    assert names(tmp_path / "out") == ["a.json", "inner", MANIFEST]


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    """The second is told to wait, and the first completes."""
    with OutputFolder(tmp_path) as output:
        output.write("a.json", b"1")
        with pytest.raises(OutputError, match="Another run is writing"):
            publish(tmp_path, {"a.json": b"2"})
        output.publish()

    assert (tmp_path / "a.json").read_bytes() == b"1"
    assert_whole(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "a/b", "a\\b", "a\0b", "C:x", "a\nb", STAGING, "x" * 256],
    ids=["empty", "dot", "dots", "slash", "backslash", "nul", "drive", "line feed", "ours", "long"],
)
def test_only_plain_names_are_names(name: str) -> None:
    """Whatever could lead out of the folder, on any system, is refused."""
    assert not is_plain_name(name)


def test_a_run_interrupted_while_moving_is_finished_by_the_next(tmp_path: Path) -> None:
    """The manifest inside says that everything was made: what is not in its place yet is moved there."""
    publish(tmp_path, {"a.json": b"old", "gone.json": b"old"})
    output = OutputFolder(tmp_path)
    output.__enter__()
    output.write("a.json", b"new")
    output.write("b.json", b"new")
    manifest = output._manifest((), ())  # noqa: SLF001  the moment before the first file is moved
    (tmp_path / STAGING / MANIFEST).write_bytes(manifest)
    output._leave()  # noqa: SLF001  what the system does when a process is killed

    with OutputFolder(tmp_path):
        pass

    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert_whole(tmp_path)


RUNNER = """
import sys
from pathlib import Path
from exports.output_folder import publish
folder, round_ = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
while True:
    for run in range(2):
        content = (round_ + str(run)).encode() * 20000
        publish(folder, {f"{name}{run if name == 'c' else ''}.json": content for name in "abc"})
"""


@pytest.mark.slow
@pytest.mark.parametrize("stood", [False, True], ids=["a new folder", "a folder with an output"])
def test_a_run_interrupted_as_it_begins_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stood: bool
) -> None:
    """A signal right after the inner folder was made finds no with-block yet that would take it away."""
    folder = tmp_path / "out"
    if stood:
        publish(folder, {"a.xml": b"old"})
    mkdir = Path.mkdir

    def interrupted(path: Path, *arguments: object, **named: object) -> None:
        mkdir(path, *arguments, **named)  # type: ignore[arg-type]
        if path.name == STAGING:
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "mkdir", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(folder, {"a.xml": b"new"})

    assert folder.exists() == stood
    if stood:
        assert names(folder) == ["a.xml", MANIFEST]
        assert (folder / "a.xml").read_bytes() == b"old"


def test_killed_at_any_moment_the_next_run_finds_a_whole_output(tmp_path: Path) -> None:
    """Thirty kills at random moments: every file is of one run, and the next run puts all in order."""
    chance = random.Random(7)  # noqa: S311  moments to kill at, not secrets
    for round_ in range(30):
        process = subprocess.Popen(
            [sys.executable, "-c", RUNNER, str(tmp_path), str(round_)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.03)
        process.kill()
        process.communicate()
        for path in tmp_path.glob("*.json"):
            if path.name != MANIFEST:
                content = path.read_bytes()
                assert content == content[: len(content) // 20000] * 20000, "torn"

        with OutputFolder(tmp_path):
            pass
        if (tmp_path / MANIFEST).exists():
            assert_whole(tmp_path)
            assert len({(tmp_path / f"{name}.json").read_bytes() for name in "ab"}) == 1
