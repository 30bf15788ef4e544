"""Arelle, fenced: the one place in the exports that imports it, and only in a process of its own.

Arelle's exit status says nothing, and it may be missing, killed or out of memory. So it runs in one child
process for all files, its log is read, and whatever is not clearly a finished validation is "not validated".

Run as a module it is that child: each line on stdin is a request (a JSON object), each line on stdout a
verdict, in the order of the files. It ends where stdin does.

Spec: XBRL 2.1, Dimensions 1.0, Calculations 1.1 (rounding to nearest), Units Registry 1.0.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from json import dumps, loads
from pathlib import Path
from signal import Signals
from subprocess import PIPE, Popen, TimeoutExpired
from typing import TYPE_CHECKING, Self

from exports.arelle_log import NO_MEMORY, Message, judge, not_validated, without_folders
from exports.evaluations import Formulas, evaluations_in
from exports.parsed_formulas import ParsedFormulas
from exports.process_limits import limit_this_process, memory_is_limited, memory_ran_out
from exports.references import RefusedError, Surroundings, examine, surroundings
from exports.verdict import Verdict, verdict_from_json
from exports.word_linkbases import skip_pattern
from taxonomy.foreign import arelle_in_english

if TYPE_CHECKING:
    from types import TracebackType

CHILD = (sys.executable, "-P", "-m", "exports.validation")
TIMEOUT_SECONDS = 900.0

OUT_OF_MEMORY = 77
"""The status with which a process ends where memory ran out outside of Arelle."""

_OF_SIGNALS: Mapping[str, str] = {
    "SIGXCPU": "Arelle took more processor time than it was allowed and was stopped: allow it more.",
    "SIGKILL": "Arelle's process was killed (SIGKILL) before it gave a verdict, as systems do where memory runs "
    "out: see that there is enough and run it again.",
} | {
    name: f"Arelle's process crashed ({name}) before it gave a verdict: run it again; where it crashes again, "
    "allow it more memory, or try another version of Arelle."
    for name in ("SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSEGV")
}  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of a taxonomy that was found valid.

    skip: the addresses that need not be read for the next file, by whether formulas are run. formulas: theirs, parsed.
    """

    skip: Mapping[bool, str]
    formulas: ParsedFormulas


class _Validator:
    """What one process knows from the files before: the packages it opened, the taxonomies found valid."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._around: dict[tuple[Path, ...], Surroundings] = {}
        self._proven: dict[object, _Known] = {}

    def each(
        self,
        paths: Sequence[Path],
        packages: Sequence[Path],
        expected: Mapping[str, int],
        formulas: Formulas = "each",
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
        except Exception as error:
            if not isinstance(error, RefusedError) and not memory_ran_out(error):
                raise
            reason = str(error) if isinstance(error, RefusedError) else NO_MEMORY
            yield from enumerate(not_validated(path, reason) for path in paths)
            return
        for index in sorted(range(len(paths)), key=lambda index: paths[index].suffix.lower() != ".xbri"):
            path = paths[index]
            facts = expected.get(path.name)
            verdict = _validate(
                path, packages, facts, self._around[key], self._proven, with_formulas=formulas != "none"
            )
            if formulas == "once" and verdict.outcome != "not_validated":
                formulas = "none"
            yield index, verdict


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
    proven: dict[object, _Known],
    *,
    with_formulas: bool,
) -> Verdict:
    """Validate one file; `proven` are the taxonomies that were found valid with an earlier one.

    Most of Arelle's time goes into the taxonomy, which is the same for all files of a filing, byte for byte:
    it is checked with the first, whole, and not again where that found nothing. What of it has no say in facts is then
    not even read, and its formulas are not parsed again; where anything is found, the file is looked at again with all
    of it.
    """
    try:
        held = examine(path, around)
        known = proven.get(held.taxonomy)
        count = held.facts if expected is None else expected
        skip = known.skip[with_formulas] if known else ""
        formulas = (known.formulas if known else ParsedFormulas()) if with_formulas else None
        verdict = _judged(path, packages, count, whole=known is None, formulas=formulas, skip=skip)
        if skip and (verdict.outcome != "valid" or verdict.findings):
            fresh = ParsedFormulas() if with_formulas else None
            verdict = _judged(path, packages, count, whole=False, formulas=fresh)
        if known is None and verdict.outcome == "valid" and not verdict.findings:
            skips = {run: skip_pattern(held.packages, with_formulas=run) for run in (True, False)}
            proven[held.taxonomy] = _Known(skips, formulas or ParsedFormulas())
    except RefusedError as error:
        return not_validated(path, str(error))
    except Exception as error:  # noqa: BLE001  whatever Arelle raises, the file is not validated
        if memory_ran_out(error):
            return not_validated(path, NO_MEMORY)
        if isinstance(error, ImportError):
            return _missing(path)
        return not_validated(path, f"Arelle broke off with {type(error).__name__}: {error}.")
    return verdict


def _judged(
    path: Path,
    packages: Sequence[Path],
    expected: int | None,
    *,
    whole: bool,
    formulas: ParsedFormulas | None,
    skip: str = "",
) -> Verdict:
    messages, loaded = _run(path, packages, whole=whole, formulas=formulas, skip=skip)
    told = without_folders(messages, (path, *packages))
    verdict = judge(path, told, loaded, expected, memory_is_limited=memory_is_limited())
    return replace(verdict, evaluations=evaluations_in(messages))


def _run(
    path: Path, packages: Sequence[Path], *, whole: bool, formulas: ParsedFormulas | None, skip: str
) -> tuple[list[Message], int]:
    """Return Arelle's messages and the number of facts it loaded.

    whole: whether the taxonomy is checked too, not only the facts against it. skip: addresses not to read.
    formulas: those that are parsed already, None where none are run.
    """
    from arelle.api.Session import Session  # noqa: PLC0415  importing it costs half a second
    from arelle.formula import XPathParser  # noqa: PLC0415  likewise
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
        formulaAction=None if formulas else "none",
        formulaAsserResultCounts=formulas is not None,
        formulaUnmessagedUnsatisfiedAsser=formulas is not None,
    )
    remembering = formulas.used_by(XPathParser) if formulas else nullcontext()
    with remembering, arelle_in_english(), Session() as session:
        session.run(options, logHandler=handler)
        loaded = sum(
            sum(not fact.isTuple for fact in model.factsInInstance) for model in session.get_models()
        )
    return list(handler.messages), loaded


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
        formulas: Formulas = "each",
    ) -> tuple[Verdict, ...]:
        """Have all files validated; a file that no verdict came for is "not validated", with the reason."""
        if self._process is None:
            return tuple(not_validated(path, self._failure) for path in paths)
        request = {
            "paths": [str(path.absolute()) for path in paths],
            "packages": [str(package.absolute()) for package in packages],
            "expected_facts": dict(expected_facts or {}),
            "formulas": formulas,
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
        return NO_MEMORY
    if status < 0:
        name = Signals(-status).name if -status in {signal.value for signal in Signals} else str(-status)
        return _OF_SIGNALS.get(
            name, f"Arelle's process was stopped ({name}) before it gave a verdict: run it again."
        )
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
                counts, formulas = request["expected_facts"], request.get("formulas", "each")
                for index, verdict in validator.each(paths, packages, counts, formulas):
                    answers.write(dumps({"index": index, **asdict(verdict)}).encode() + b"\n")
                    answers.flush()
        except Exception as error:
            _end_where_memory_did(error)
            raise


def _end_where_memory_did(error: Exception) -> None:
    """End without closing what is open, which no room is left for."""
    if memory_ran_out(error):
        os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    try:
        _child()
    except Exception as error:
        _end_where_memory_did(error)
        raise
