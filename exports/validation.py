"""Arelle, fenced: the one place in the exports that imports it, and only in a process of its own.

Arelle's exit status says nothing, and it may be missing, killed or out of memory. So it runs in one child
process for all files, its log is read, and whatever is not clearly a finished validation is "not validated".

Run as a module it is that child: each line on stdin is a request (a JSON object), each line on stdout a
verdict, in the order of the files. It ends where stdin does.

Spec: XBRL 2.1, Dimensions 1.0, Calculations 1.1 (rounding to nearest), Units Registry 1.0.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from json import dumps, loads
from pathlib import Path
from signal import Signals
from subprocess import PIPE, Popen, TimeoutExpired
from typing import TYPE_CHECKING, Self

from exports.process_limits import limit_this_process
from exports.references import RefusedError, Surroundings, examine, surroundings
from exports.verdict import Verdict, verdict_from_json
from exports.word_linkbases import skip_pattern
from taxonomy.errors import Finding, Severity
from taxonomy.foreign import arelle_in_english

if TYPE_CHECKING:
    from types import TracebackType

CHILD = (sys.executable, "-P", "-m", "exports.validation")
TIMEOUT_SECONDS = 900.0

_SEVERITIES: Mapping[str, Severity] = {
    "DEBUG": "info",
    "INFO": "info",
    "INFO-RESULT": "info",
    "INFO-SEMANTIC": "info",
    "ASSERTION-SATISFIED": "info",
    "WARNING": "warning",
    "WARNING-SEMANTIC": "warning",
}
"""Arelle's levels; every other is an error: a sum that does not add up (INCONSISTENCY) is, too."""

_PROMOTED = frozenset({"arelle:duplicateFacts"})
"""Warnings that count as errors: of two values for one fact neither may be filed."""

_NO_MEMORY = "Memory ran out while Arelle validated it: validate fewer facts at a time, or allow it more."

_STARVED = 71
"""The status of a child that ran out of memory where it could not even write a verdict."""

_OF_SIGNALS: Mapping[str, str] = {
    "SIGXCPU": "Arelle took more processor time than it was allowed and was stopped: allow it more.",
    "SIGKILL": "Arelle's process was killed (SIGKILL) before it gave a verdict, as systems do where memory runs "
    "out: see that there is enough and run it again.",
} | {
    name: f"Arelle's process crashed ({name}) before it gave a verdict: run it again; where it crashes again, "
    "try another version of Arelle."
    for name in ("SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSEGV")
}  # fmt: skip

_CRASH = re.compile(r"exception:.*|exception|[A-Z]\w*(Error|Exception)|Exception")
"""Codes of what Arelle caught of its own: they speak of the run, not of the file."""

_TRACEBACK = "Traceback (most recent call last)"

OUT_OF_MEMORY = 77
"""The status with which a process ends where memory ran out outside of Arelle."""

Message = dict[str, object]


def arelle_version() -> str:
    """Return the version of Arelle, or an empty string where it is not installed."""
    try:
        return version("arelle-release")
    except PackageNotFoundError:
        return ""


def validate_files(
    paths: Sequence[Path], packages: Sequence[Path] = (), expected_facts: Mapping[str, int] | None = None
) -> tuple[Verdict, ...]:
    """Validate the files in this process, one after the other.

    expected_facts: how many facts a file holds, by its name; where it is not said they are counted here.
    """
    verdicts = dict(_Validator().each(paths, packages, expected_facts or {}))
    return tuple(verdicts[index] for index in range(len(paths)))


class _Validator:
    """What one process knows from the files before: the packages it opened, the taxonomies found valid."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._around: dict[tuple[Path, ...], Surroundings] = {}
        self._proven: dict[object, str] = {}

    def each(
        self, paths: Sequence[Path], packages: Sequence[Path], expected: Mapping[str, int]
    ) -> Iterator[tuple[int, Verdict]]:
        """Yield each file's place and verdict, report packages first: they are checked whole in any case."""
        origin = _arelle_origin()
        if origin is None:
            yield from enumerate(map(_missing, paths))
            return
        key = tuple(packages)
        try:
            if key not in self._around:
                cache = Path(origin).parent / "resources" / "cache"
                self._around = {key: surroundings(list(packages), cache)}
        except RefusedError as error:
            yield from enumerate(not_validated(path, str(error)) for path in paths)
            return
        except MemoryError:
            yield from enumerate(not_validated(path, _NO_MEMORY) for path in paths)
            return
        for index in sorted(range(len(paths)), key=lambda index: paths[index].suffix.lower() != ".xbri"):
            path = paths[index]
            facts = expected.get(path.name)
            yield index, _validate(path, packages, facts, self._around[key], self._proven)


def _arelle_origin() -> str | None:
    """Return the file of the Arelle that is installed, None where there is none."""
    try:
        spec = find_spec("arelle")
    except (ImportError, ValueError):
        return None
    return spec.origin if spec else None


def _validate(
    path: Path,
    packages: Sequence[Path],
    expected: int | None,
    around: Surroundings,
    proven: dict[object, str],
) -> Verdict:
    """Validate one file; `proven` are the taxonomies that were found valid with an earlier one.

    Most of Arelle's time goes into the taxonomy, which is the same for all files of a filing, byte for byte:
    it is checked with the first, whole, and not again where that found nothing. What of it has no say in facts is then
    not even read (proven holds it); where anything is found, the file is looked at again with all of it.
    """
    try:
        held = examine(path, around)
        known = proven.get(held.taxonomy)
        count = held.facts if expected is None else expected
        verdict = _judged(path, packages, count, whole=known is None, skip=known or "")
        if known and (verdict.outcome != "valid" or verdict.findings):
            verdict = _judged(path, packages, count, whole=False)
        if known is None and verdict.outcome == "valid" and not verdict.findings:
            proven[held.taxonomy] = skip_pattern(held.packages)
    except RefusedError as error:
        return not_validated(path, str(error))
    except ImportError:
        return _missing(path)
    except MemoryError:
        return not_validated(path, _NO_MEMORY)
    except Exception as error:  # noqa: BLE001  whatever Arelle raises, the file is not validated
        return not_validated(path, f"Arelle broke off with {type(error).__name__}: {error}.")
    return verdict


def _judged(
    path: Path, packages: Sequence[Path], expected: int | None, *, whole: bool, skip: str = ""
) -> Verdict:
    messages, loaded = _run(path, packages, whole=whole, skip=skip)
    return _judge(path, _without_folders(messages, (path, *packages)), loaded, expected)


def _run(path: Path, packages: Sequence[Path], *, whole: bool, skip: str) -> tuple[list[Message], int]:
    """Return Arelle's messages and the number of facts it loaded.

    whole: whether the taxonomy is checked too, not only the facts against it. skip: addresses not to read.
    """
    from arelle.api.Session import Session  # noqa: PLC0415  importing it costs half a second
    from arelle.logging.handlers.StructuredMessageLogHandler import StructuredMessageLogHandler  # noqa: PLC0415
    from arelle.RuntimeOptions import RuntimeOptions  # noqa: PLC0415

    handler = StructuredMessageLogHandler()
    options = RuntimeOptions(
        entrypointFile=str(path.resolve()),
        validate=True,
        calcs="c11r",
        utrValidate=True,
        validateDuplicateFacts="inconsistent",
        packages=[str(package.resolve()) for package in packages],
        internetConnectivity="offline",
        disablePersistentConfig=True,
        keepOpen=True,
        logFile="logToBuffer",
        uiLang="en",
        baseTaxonomyValidationMode="all" if whole else "none",
        skipLoading=skip or None,
    )
    with arelle_in_english(), Session() as session:
        session.run(options, logHandler=handler)
        loaded = sum(
            sum(not fact.isTuple for fact in model.factsInInstance) for model in session.get_models()
        )
    return list(handler.messages), loaded


def _without_folders(messages: Sequence[Message], files: Sequence[Path]) -> list[Message]:
    """Return the messages without the folders of the files: what is said is the same on every machine."""
    folders = sorted({f"{file.resolve().parent}{os.sep}" for file in files}, key=len, reverse=True)
    told = []
    for message in messages:
        text = str(message["msg"])
        for folder in folders:
            text = text.replace(folder, "")
        told.append({**message, "msg": text})
    return told


def _judge(path: Path, messages: Sequence[Message], loaded: int, expected: int | None) -> Verdict:
    found = [_finding(path, message) for message in messages]
    findings = [(finding, ids) for finding, ids in found if finding.severity != "info"]
    said = tuple(finding for finding, _ in findings)
    ids = tuple(names for _, names in findings)
    finished = any(_is_finish(message) for message in messages)
    crashes = {finding.code for finding in said if _CRASH.fullmatch(finding.code)}
    if crashes:
        starved = any("MemoryError" in code for code in crashes)
        reason = _NO_MEMORY if starved else f"Arelle broke off with an exception ({min(crashes)})."
        return Verdict(path.name, "not_validated", loaded, said, ids, reason)
    if finished and any(finding.severity == "error" for finding in said):
        return Verdict(path.name, "invalid", loaded, said, ids)
    if not messages:
        reason = "Arelle said nothing at all: see that the disk is not full."
    elif not finished:
        reason = "Arelle did not say that it finished validating."
    elif (expected is None and not loaded) or (expected is not None and loaded != expected):
        held = "some" if expected is None else f"{expected:,}"
        reason = f"Arelle loaded {loaded:,} facts where the file holds {held}."
    else:
        return Verdict(path.name, "valid", loaded, said, ids)
    return Verdict(path.name, "not_validated", loaded, said, ids, reason)


def _is_finish(message: Message) -> bool:
    return message["messageCode"] == "info" and str(message["msg"]).startswith("validated in ")


def _finding(path: Path, message: Message) -> tuple[Finding, tuple[str, ...]]:
    code, level = str(message["messageCode"]), str(message["levelname"])
    severity = "error" if code in _PROMOTED else _SEVERITIES.get(level, "error")
    refs = message["refs"]
    references = refs if isinstance(refs, list) else []
    ids = [str(ref.get("href", "")).partition("#")[2] for ref in references]
    lines = [ref["sourceLine"] for ref in references if isinstance(ref.get("sourceLine"), int)]
    text = str(message["msg"]).partition(_TRACEBACK)[0].rstrip()  # which names files of this machine
    finding = Finding(severity, code, text, file=path.name, line=lines[0] if lines else None)
    return finding, tuple(dict.fromkeys(name for name in ids if name))


def not_validated(path: Path, reason: str) -> Verdict:
    """Return the verdict on a file that nothing can be said of."""
    return Verdict(path.name, "not_validated", reason=reason)


def _missing(path: Path) -> Verdict:
    return not_validated(path, "Arelle is not installed here: install it with pip install arelle-release.")


class ValidationChild:
    """A process that has Arelle ready.

    Started early it imports Arelle while the report is still being tagged; closed unused it costs nothing.
    """

    def __init__(self, command: Sequence[str] = CHILD) -> None:
        """Start the process. A command that cannot be started is told by the verdicts."""
        self._failure = ""
        self._process: Popen[bytes] | None = None
        try:
            self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE)  # noqa: S603  our own interpreter
        except OSError as error:
            self._failure = f"Arelle's process could not be started: {error.strerror or error}."

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process if it still runs."""
        if self._process is not None:
            self._process.kill()  # nothing happens where it has ended
            with self._process:  # closes its pipes and waits for it
                pass

    def validate(
        self,
        paths: Sequence[Path],
        packages: Sequence[Path] = (),
        expected_facts: Mapping[str, int] | None = None,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> tuple[Verdict, ...]:
        """Have all files validated; a file that no verdict came for is "not validated", with the reason."""
        if self._process is None:
            return tuple(not_validated(path, self._failure) for path in paths)
        request = {
            "paths": [str(path.absolute()) for path in paths],
            "packages": [str(package.absolute()) for package in packages],
            "expected_facts": dict(expected_facts or {}),
        }
        try:
            output, _ = self._process.communicate((dumps(request) + "\n").encode(), timeout_seconds)
            reason = end_of(self._process.returncode)
        except TimeoutExpired:
            self._process.kill()
            output, _ = self._process.communicate()
            reason = f"Arelle did not answer within {timeout_seconds:g} seconds and was stopped."
        verdicts = verdicts_in(output)
        return tuple(verdicts.get(index) or not_validated(path, reason) for index, path in enumerate(paths))


def validate_in_child(
    paths: Sequence[Path],
    packages: Sequence[Path] = (),
    expected_facts: Mapping[str, int] | None = None,
    timeout_seconds: float = TIMEOUT_SECONDS,
    command: Sequence[str] = CHILD,
) -> tuple[Verdict, ...]:
    """Validate the files in one process of their own, so that nothing that befalls Arelle befalls us."""
    with ValidationChild(command) as child:
        return child.validate(paths, packages, expected_facts, timeout_seconds)


def end_of(status: int) -> str:
    """Return why a process that ended so gave no verdict."""
    if status == OUT_OF_MEMORY:
        return _NO_MEMORY
    if status < 0:
        name = Signals(-status).name if -status in {signal.value for signal in Signals} else str(-status)
        return _OF_SIGNALS.get(
            name, f"Arelle's process was stopped ({name}) before it gave a verdict: run it again."
        )
    if status == _STARVED:
        return _NO_MEMORY
    with_status = f" with status {status}" if status else ""
    return (
        f"Arelle's process ended by itself{with_status} before it gave a verdict: run it again, "
        "and see that Arelle is installed whole."
    )


def verdicts_in(output: bytes) -> dict[int, Verdict]:
    """Return the verdicts among the lines, by the place of their file; any other line is passed over."""
    verdicts: dict[int, Verdict] = {}
    for line in output.splitlines():
        with suppress(ValueError, KeyError, TypeError):
            plain = loads(line)
            verdicts[int(plain.pop("index"))] = verdict_from_json(plain)
    return verdicts


def _child() -> None:
    """Answer requests. What Arelle prints goes to stderr, so that stdout holds verdicts alone."""
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        with suppress(Exception):  # what is wrong with it is told where it is used
            import arelle.api.Session  # noqa: F401, PLC0415  ready before the request comes
        validator = _Validator()
        try:
            for line in iter(sys.stdin.buffer.readline, b""):
                request = loads(line)
                limit_this_process(request.get("memory_bytes"), request.get("cpu_seconds"))
                packages = [Path(package) for package in request["packages"]]
                paths = [Path(path) for path in request["paths"]]
                for index, verdict in validator.each(paths, packages, request["expected_facts"]):
                    answers.write(dumps({"index": index, **asdict(verdict)}).encode() + b"\n")
                    answers.flush()
        except MemoryError:  # wherever it strikes: no room is left to say more
            os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    try:
        _child()
    except MemoryError:
        os._exit(_STARVED)
