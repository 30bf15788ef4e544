"""Validation of many files: each gets its own verdict, whatever befalls the process that had it."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from exports import xbrl_xml
from exports.errors import PackageError
from exports.report_files import find_reports
from exports.validation import validate_in_child
from exports.validation_pool import Job, Limits, memory_share, usable_cores, validate_many
from exports.verdict import Verdict
from tagwright.cli import tagwright

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.conftest import Bank

PLENTY = Limits(seconds=120)


@pytest.fixture
def folder(bank: Bank, tmp_path: Path) -> Path:
    """Return a folder of three reports, one of them wrong, beside things that are none."""
    folder = tmp_path / "filings"
    wrong = replace(bank.report.held[2], dimensions=(("mini:TypeAxis", "mini:Loans"),))
    reports = {"a": bank.report, "b": replace(bank.report, facts=(wrong,)), "c": bank.report}
    for name, report in reports.items():
        (folder / name).mkdir(parents=True)
        with (folder / name / "report.xbrl").open("wb") as stream:
            xbrl_xml.write(report, stream)
    shutil.copy(bank.package, folder)
    (folder / "manifest.json").write_text("{}")
    (folder / "a" / "report.html").write_text("<html><body>not a report</body></html>")
    return folder


def process(body: str, where: Path) -> list[str]:
    """Return the command of a process that stands for Arelle's: `answer(verdict)` gives one."""
    head = (
        "import json, os, resource, sys, time\n"
        "from pathlib import Path\n"
        f"where = Path({str(where)!r})\n"
        "def answer(outcome, reason=''):\n"
        "    plain = {'index': 0, 'file': path.name, 'outcome': outcome, 'facts': 1, 'findings': [],"
        " 'fact_ids': [], 'reason': reason}\n"
        "    print(json.dumps(plain), flush=True)\n"
        "for line in sys.stdin:\n"
        "    request = json.loads(line)\n"
        "    path = Path(request['paths'][0])\n"
    )
    return [sys.executable, "-c", head + "".join(f"    {line}\n" for line in body.splitlines())]


def outcomes(verdicts: tuple[Verdict, ...]) -> list[str]:
    """Return what is said of each."""
    return [verdict.outcome for verdict in verdicts]


@pytest.mark.slow
def test_each_report_of_a_folder_gets_its_verdict_in_order(folder: Path) -> None:
    """Two are valid and one is not, over two processes; the taxonomy package beside them serves all."""
    result = CliRunner().invoke(
        tagwright, ["validate", str(folder), "--json", "--jobs", "2"], standalone_mode=False
    )

    told = json.loads(result.stdout)
    assert result.return_value == 1
    assert [
        (file["file"].removeprefix(f"{folder.as_posix()}/"), file["outcome"]) for file in told["files"]
    ] == [
        ("a/report.xbrl", "valid"),
        ("b/report.xbrl", "invalid"),
        ("c/report.xbrl", "valid"),
    ]
    assert told["files"][1]["findings"][0]["code"] == "xbrldie:PrimaryItemDimensionallyInvalidError"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "zh_TW", "de:es"])
def test_a_report_is_valid_whatever_language_the_user_speaks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Arelle translates the message that validation finished by the environment, not by its own option."""
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (package,) = folder.glob("*.zip")

    assert outcomes(validate_in_child([folder / "a" / "report.xbrl"], [package])) == ["valid"]


@pytest.mark.slow
def test_a_process_without_memory_enough_says_neither_valid_nor_invalid(folder: Path) -> None:
    """The limit is the system's: Arelle cannot even load."""
    (package,) = folder.glob("*.zip")
    limits = Limits(100_000_000, 60)

    (verdict,) = validate_many([Job(folder / "a" / "report.xbrl", (package,))], limits=limits)

    assert verdict.outcome == "not_validated"
    # on a busy machine Arelle is still struggling for memory when its time is up
    assert any(word in verdict.reason for word in ("emory", "did not answer"))


@pytest.mark.slow
def test_the_processor_time_limit_holds_without_the_parent(folder: Path, tmp_path: Path) -> None:
    """The system stops the process itself: nobody has to be alive to do it."""
    script = (
        "from exports.process_limits import limit_this_process\nlimit_this_process(None, 1)\nwhile True: pass"
    )
    command = process(script, tmp_path)

    (verdict,) = validate_many([Job(folder / "a" / "report.xbrl")], limits=PLENTY, command=command)

    assert verdict.outcome == "not_validated"
    assert "processor time" in verdict.reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("os.kill(os.getpid(), 9)", "killed (SIGKILL)"),
        ("os.abort()", "crashed (SIGABRT)"),
        ("os.kill(os.getpid(), 15)", "stopped (SIGTERM)"),
        ("sys.exit(3)", "ended by itself with status 3"),
        ("os._exit(0)", "ended by itself before it gave a verdict"),
        ("print('valid', flush=True); time.sleep(60)", "no verdict"),
        ("time.sleep(60)", "did not answer within 1 seconds"),
        ("os.close(1); time.sleep(60)", "went silent"),
        ("os.close(1); time.sleep(0.5); os._exit(4)", "ended by itself with status 4"),
    ],
    ids=[
        "killed",
        "crashed",
        "stopped",
        "failed",
        "silent",
        "talks nonsense",
        "hangs",
        "closes its output",
        "ends slowly",
    ],
)
def test_what_befalls_one_file_befalls_no_other(tmp_path: Path, body: str, reason: str) -> None:
    """The first file's process comes to grief; the three others are validated."""
    paths = [tmp_path / name for name in ("bad", "x", "y", "z")]
    command = process(f"if path.name == 'bad':\n  {body}\nanswer('valid')", tmp_path)
    limits = Limits(seconds=1 if "answer within" in reason else 60)

    verdicts = validate_many([Job(path) for path in paths], processes=2, limits=limits, command=command)

    assert outcomes(verdicts) == ["not_validated", "valid", "valid", "valid"]
    assert reason in verdicts[0].reason
    assert ("memory" in verdicts[0].reason) == ("SIGKILL" in reason or "SIGABRT" in reason)
    assert verdicts[0].reason.endswith(".")


def test_a_file_is_not_blamed_for_what_those_before_it_left(tmp_path: Path) -> None:
    """A process that dies at its third file is no proof against that file: a fresh one tries again."""
    body = "done = globals().get('done', 0) + 1\nif done == 3:\n  os.kill(os.getpid(), 9)\nanswer('valid')"
    paths = [tmp_path / str(number) for number in range(5)]

    verdicts = validate_many(
        [Job(path) for path in paths], processes=1, limits=PLENTY, command=process(body, tmp_path)
    )

    assert outcomes(verdicts) == ["valid"] * 5


def test_a_file_that_starves_a_used_process_is_tried_in_a_fresh_one(tmp_path: Path) -> None:
    """Memory that earlier files took may be what is missing."""
    body = (
        "done = globals().get('done', 0) + 1\n"
        "answer(*(['valid'] if done == 1 else ['not_validated', 'Memory ran out while Arelle …']))"
    )
    paths = [tmp_path / str(number) for number in range(3)]

    verdicts = validate_many(
        [Job(path) for path in paths], processes=1, limits=PLENTY, command=process(body, tmp_path)
    )

    assert outcomes(verdicts) == ["valid"] * 3


def test_a_process_that_cannot_be_started_is_told_for_every_file(tmp_path: Path) -> None:
    """Not even Python there."""
    verdicts = validate_many([Job(tmp_path / "x")] * 3, command=["/nonexistent/python"])

    assert outcomes(verdicts) == ["not_validated"] * 3
    assert all("could not be started" in verdict.reason for verdict in verdicts)


def test_each_process_is_told_its_limits_and_progress_is_told_to_the_caller(tmp_path: Path) -> None:
    """Memory altogether, processor time for each file."""
    body = "(where / path.name).write_text(line)\nanswer('valid')"
    seen: list[tuple[int, int]] = []

    validate_many(
        [Job(tmp_path / "a.txt"), Job(tmp_path / "b.txt")],
        limits=Limits(123_000_000, 4.5),
        on_file=lambda done, whole: seen.append((done, whole)),
        command=process(body, tmp_path),
    )

    request = json.loads((tmp_path / "b.txt").read_text())
    assert (request["memory_bytes"], request["cpu_seconds"]) == (123_000_000, 5)
    assert seen == [(1, 2), (2, 2)]
    assert (memory_share(2) or 0) * 2 <= (memory_share(1) or 0)
    assert usable_cores() >= 1


def test_an_interruption_ends_every_process(tmp_path: Path) -> None:
    """Ctrl-C leaves nothing running behind."""
    body = """\
part = where / f'part-{path.name}'  # a process may be ended while it writes
part.write_text(str(os.getpid()))
part.rename(where / f'pid-{path.name}')
answer('valid')"""

    def interrupt(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        validate_many(
            [Job(tmp_path / str(number)) for number in range(50)],
            processes=2,
            on_file=interrupt,
            command=process(body, tmp_path),
        )

    started = [int(path.read_text()) for path in tmp_path.glob("pid-*")]
    assert started
    assert len(started) < 50
    assert [pid for pid in started if _runs(pid)] == []


def _runs(pid: int) -> bool:
    import os  # noqa: PLC0415  for this alone

    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


FINISHED = "{'messageCode': 'info', 'levelname': 'INFO', 'msg': 'validated in 1 secs', 'refs': []}"


@pytest.mark.parametrize(
    ("code", "finish", "reason"),
    [
        ("exception:MemoryError", FINISHED, "Memory ran out"),
        ("MemoryError", FINISHED, "Memory ran out"),
        ("Exception", FINISHED, "an exception (Exception)"),
        ("exception", FINISHED, "an exception (exception)"),
        ("xmlSchema:syntax", "", "did not say that it finished"),
    ],
)
def test_arelle_breaking_off_inside_is_not_a_finding(
    bank: Bank, tmp_path: Path, code: str, finish: str, reason: str
) -> None:
    """An exception that Arelle caught and logged says nothing about the file, nor does half a validation."""
    message = "Unrecoverable \\nTraceback (most recent call last):\\n  File x"
    script = (
        "import exports.validation as v\n"
        f"said = [{{'messageCode': '{code}', 'levelname': 'ERROR', 'msg': '{message}', 'refs': []}}, {finish}]\n"
        "v._run = lambda path, packages, *, whole, formulas, skip: (said, 6)\n"
        "v._child()"
    )
    path = tmp_path / "x.xbrl"
    with path.open("wb") as stream:
        xbrl_xml.write(bank.report, stream)

    (verdict,) = validate_many(
        [Job(path, (bank.package,))], limits=PLENTY, command=[sys.executable, "-c", script]
    )

    assert verdict.outcome == "not_validated"
    assert reason in verdict.reason
    assert [finding.message for finding in verdict.findings] == ["Unrecoverable"]


ROOMY = 4_000_000_000
"""Bytes of address space in which a test's process never wants for memory."""


@pytest.mark.parametrize(
    ("run", "memory_bytes", "reason"),
    [
        ("raise SystemError('returned NULL without setting an exception')", ROOMY, "Memory ran out"),
        ("raise SystemError('returned NULL without setting an exception')", None, "broke off with SystemError"),
        ("raise ImportError('libx.so: failed to map segment from shared object')", ROOMY, "Memory ran out"),
        ("raise ImportError('No module named arelle')", ROOMY, "not installed"),
        ("raise OSError(12, 'Cannot allocate memory')", None, "Memory ran out"),
        ("return said('exception:SystemError', 'x'), 6", ROOMY, "Memory ran out"),
        ("return said('exception:SystemError', 'x'), 6", None, "an exception (exception:SystemError)"),
        ("return said('xmlSchema:syntax', 'unknown error (<string>, line 0), x.xsd'), 6", ROOMY, "Memory ran out"),
        ("return said('xmlSchema:syntax', 'unknown error (<string>, line 0), x.xsd'), 6", None, ""),
    ],
)  # fmt: skip
def test_memory_that_ends_in_a_library_is_no_word_on_the_file(
    bank: Bank, tmp_path: Path, run: str, memory_bytes: int | None, reason: str
) -> None:
    """Under a limit CPython has a SystemError, libxml2 a syntax error without place: neither speaks of the file."""
    script = (
        "import exports.validation as v\n"
        "def said(code, text):\n"
        f"  return [{{'messageCode': code, 'levelname': 'ERROR', 'msg': text, 'refs': []}}, {FINISHED}]\n"
        f"def run(*_, **__):\n  {run}\n"
        "v._run = run\n"
        "v._child()"
    )
    path = tmp_path / "x.xbrl"
    with path.open("wb") as stream:
        xbrl_xml.write(bank.report, stream)

    (verdict,) = validate_many(
        [Job(path, (bank.package,))],
        limits=Limits(memory_bytes, 120),
        command=[sys.executable, "-c", script],
    )

    assert verdict.outcome == ("not_validated" if reason else "invalid")
    assert reason in verdict.reason


INLINE = '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL">'


def test_a_folder_is_read_for_reports_and_the_packages_they_rest_on(tmp_path: Path) -> None:
    """Instances, iXBRL, OIM and report packages; what only looks similar is passed over and counted."""
    made = {
        "deep/er/a.xbrl": "",
        "b.xml": '<?xml version="1.0"?><xbrli:xbrl xmlns:xbrli="x"/>',
        "c.html": INLINE,
        "d.json": '{"documentInfo": {}}',
        "no.xml": "<rss/>",
        "no.html": "<html/>",
        "no-viewer.html": INLINE + "<!--END IXBRL VIEWER EXTENSIONS-->",
        "no.json": "{}",
        "no.csv": "a,b",
        ".hidden/e.xbrl": "",
    }
    for name, text in made.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "f.html").write_text(INLINE, encoding="utf-16")
    _zip(tmp_path / "deep" / "taxonomy.zip", "t/META-INF/taxonomyPackage.xml")
    _zip(tmp_path / "report.zip", "r/META-INF/reportPackage.json")
    _zip(tmp_path / "other.zip", "x/readme.txt")
    (tmp_path / "broken.zip").write_bytes(b"PK")

    found = find_reports([tmp_path])

    assert list(found.names) == ["b.xml", "broken.zip", "c.html", "d.json", "f.html", "report.zip", "a.xbrl"]
    assert [job.packages for job in found.jobs[:6]] == [()] * 6
    assert found.jobs[6].packages == (tmp_path / "deep" / "taxonomy.zip",)
    assert found.passed_over == 6


def _zip(path: Path, member: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "")


def test_a_package_among_the_files_serves_the_others(tmp_path: Path) -> None:
    """`tagwright validate filing/*` does what is meant."""
    (tmp_path / "a.xbrl").touch()
    _zip(tmp_path / "t.zip", "t/META-INF/taxonomyPackage.xml")

    found = find_reports([tmp_path / "a.xbrl", tmp_path / "t.zip"])

    assert found.jobs == (Job(tmp_path / "a.xbrl", (tmp_path / "t.zip",)),)


@pytest.mark.parametrize(
    ("given", "packages", "said"),
    [
        ("none.xbrl", [], "no such file"),
        ("empty", [], "holds no report"),
        ("t.zip", [], "tagwright taxonomy check"),
        ("a.xbrl", ["none.zip"], "no such file"),
        ("a.xbrl", ["empty"], "is a folder"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(
    tmp_path: Path, given: str, packages: list[str], said: str
) -> None:
    """What, where and what to do."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.xbrl").touch()
    _zip(tmp_path / "t.zip", "t/META-INF/taxonomyPackage.xml")

    with pytest.raises(PackageError, match=said):
        find_reports([tmp_path / given], [tmp_path / name for name in packages])


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """Of two hundred files called report.xbrl nobody knows which is invalid."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.xbrl").touch()

    found = find_reports([tmp_path / "a", tmp_path / "b"])

    assert list(found.names) == [(tmp_path / name / "r.xbrl").as_posix() for name in ("a", "b")]


def test_a_verdict_survives_the_way_between_processes(tmp_path: Path) -> None:
    """Word for word, as the first process said it."""
    said = Verdict("x", "invalid", 3, reason="")
    script = f"input(); print({json.dumps(json.dumps({'index': 0, **asdict(said)}))}, flush=True); input()"

    assert validate_many([Job(tmp_path / "x")], command=[sys.executable, "-c", script]) == (said,)
