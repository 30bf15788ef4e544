"""Validation of many files at once: as many processes as there are cores, each within limits.

A process keeps Arelle loaded, and the taxonomies that it found valid, from file to file. What befalls one of
them befalls one file: that is "not validated", with the reason, and the next file gets a new process. A
process that had others before is not proof against the file, so the file is tried once more in a fresh one.

The limits are the operating system's own and hold even where this program was killed: an allocation past the
memory fails, and past the processor time the process ends.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from json import dumps
from math import ceil
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from threading import Event, Lock, Timer

from exports.arelle_log import not_validated
from exports.validation import CHILD, TIMEOUT_SECONDS, end_of, verdicts_in
from exports.verdict import Verdict

OnFile = Callable[[int, int], None]
"""Is told how many files have their verdict, and how many there are."""

_CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
_SHARE_OF_MEMORY = 0.8
_OUT_OF_MEMORY = "Memory ran out"
_MOMENT_SECONDS = 10.0
"""How long a process that has closed its answers may take to end: an interpreter has much to take down."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to validate, the taxonomy packages that its entry point may lie in, and whether its formulas are run."""

    path: Path
    packages: tuple[Path, ...] = ()
    formulas: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process may take: memory (address space) altogether, seconds for each file."""

    memory_bytes: int | None = None
    seconds: float = TIMEOUT_SECONDS


@dataclass
class _Work:
    """What the lanes share: the jobs left, the verdicts, and whether to stop."""

    left: deque[int]
    verdicts: dict[int, Verdict]
    limits: Limits
    command: Sequence[str]
    stopping: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)


def usable_cores() -> int:
    """Return the number of cores that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover  other systems


def memory_share(processes: int) -> int | None:
    """Return the memory that each of so many processes may take, None where the system does not say."""
    try:
        whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError, AttributeError):  # pragma: no cover  other systems
        return None
    with suppress(OSError, ValueError):
        whole = min(whole, int(_CGROUP_LIMIT.read_text()))
    return int(whole * _SHARE_OF_MEMORY / processes)


def validate_many(
    jobs: Sequence[Job],
    *,
    processes: int | None = None,
    limits: Limits | None = None,
    on_file: OnFile = lambda _done, _all: None,
    command: Sequence[str] = CHILD,
) -> tuple[Verdict, ...]:
    """Validate all files, and return a verdict for each, in their order.

    processes: as many as there are cores where it is not said, and never more than files.
    limits: a fair share of the memory and 15 minutes a file where they are not said.
    """
    if not jobs:
        return ()
    lanes = min(processes or usable_cores(), len(jobs))
    # The largest files first, so that no process is left alone with one at the end.
    order = sorted(range(len(jobs)), key=lambda index: -_size(jobs[index].path))
    work = _Work(deque(order), {}, limits or Limits(memory_share(lanes)), command)

    def tell() -> None:
        on_file(len(work.verdicts), len(jobs))

    workers = [_Worker(work) for _ in range(lanes)]
    with ThreadPoolExecutor(lanes) as threads:
        futures = [threads.submit(_lane, worker, jobs, work, tell) for worker in workers]
        try:
            for future in futures:
                future.result()
        finally:  # where it was interrupted, nothing goes on behind
            work.stopping.set()
            for worker in workers:
                worker.end()
    return tuple(work.verdicts[index] for index in range(len(jobs)))


def _lane(worker: _Worker, jobs: Sequence[Job], work: _Work, tell: Callable[[], None]) -> None:
    """Take jobs until none is left."""
    while not work.stopping.is_set():
        try:
            index = work.left.popleft()
        except IndexError:
            return
        verdict = _verdict(worker, jobs[index], work.stopping)
        with work.lock:
            work.verdicts[index] = verdict
            tell()


def _verdict(worker: _Worker, job: Job, stopping: Event) -> Verdict:
    used = worker.used
    verdict, alive = worker.ask(job)
    starved = verdict.reason.startswith(_OUT_OF_MEMORY)
    if alive and not starved:
        return verdict
    worker.end()
    if not used or worker.timed_out or stopping.is_set():
        return verdict
    verdict, alive = worker.ask(job)
    if not alive or verdict.reason.startswith(_OUT_OF_MEMORY):
        worker.end()
    return verdict


class _Worker:
    """One process at a time, started where there is none."""

    def __init__(self, work: _Work) -> None:
        self.used = False
        self.timed_out = False
        self._work = work
        self._process: Popen[bytes] | None = None

    def ask(self, job: Job) -> tuple[Verdict, bool]:
        """Return the verdict on a file, and whether the process still stands."""
        self.timed_out = False
        try:
            process = self._process or Popen(  # noqa: S603  our own interpreter
                self._work.command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        except OSError as error:
            said = f"Arelle's process could not be started: {error.strerror or error}."
            return not_validated(job.path, said), False
        self._process, self.used = process, True
        line = self._answer(process, self._request(job))
        if (verdict := verdicts_in(line).get(0)) is not None:
            return verdict, True
        reason = self._end_of(process, line)
        if self.timed_out:
            seconds = self._work.limits.seconds
            reason = f"Arelle did not answer within {seconds:g} seconds and was stopped."
        return not_validated(job.path, reason), False

    @staticmethod
    def _end_of(process: Popen[bytes], line: bytes) -> str:
        """End the process and return why it gave no verdict; one that is ending by itself has a moment for it."""
        if line:
            process.kill()
            process.wait()
            return "Arelle's process gave an answer that is no verdict: see that Arelle is installed whole."
        try:
            return end_of(process.wait(_MOMENT_SECONDS))
        except TimeoutExpired:
            process.kill()
            process.wait()
            return "Arelle's process went silent before it gave a verdict and was stopped: run it again."

    def _request(self, job: Job) -> bytes:
        limits = self._work.limits
        plain: dict[str, object] = {
            "paths": [str(job.path.absolute())],
            "packages": [str(package.absolute()) for package in job.packages],
            "expected_facts": {},
            "formulas": "each" if job.formulas else "none",
            "memory_bytes": limits.memory_bytes,
            "cpu_seconds": ceil(limits.seconds),
        }
        return dumps(plain).encode() + b"\n"

    def _answer(self, process: Popen[bytes], request: bytes) -> bytes:
        """Return the line that the process answers with, nothing where it ended or took too long."""

        def stop() -> None:
            self.timed_out = True
            process.kill()

        timer = Timer(self._work.limits.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            if process.stdin is None or process.stdout is None:  # pragma: no cover  both are pipes
                return b""
            process.stdin.write(request)
            process.stdin.flush()
            return process.stdout.readline()
        except OSError:  # it ended before it read the request
            return b""
        finally:
            timer.cancel()

    def end(self) -> None:
        """End the process, if there is one."""
        process, self._process, self.used = self._process, None, False
        if process is not None:
            process.kill()
            with suppress(OSError), process:  # closes its pipes and waits for it
                pass


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
