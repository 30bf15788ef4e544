"""Limits of the operating system on the process that asks for them, and what it looks like where they are met."""

from __future__ import annotations

import errno
import re
from math import ceil

try:
    import resource
except ImportError:  # pragma: no cover  Windows has none: there a time limit alone holds
    resource = None  # type: ignore[assignment]


def limit_this_process(memory_bytes: int | None, cpu_seconds: int | None) -> None:
    """Limit the memory that this process may have, and the processor time from now on; None is no limit.

    Past the first an allocation fails, past the second the system ends the process (SIGXCPU).
    """
    if resource is None:
        return
    if memory_bytes is not None:
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        allowed = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))
    if cpu_seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        allowed = ceil(used.ru_utime + used.ru_stime) + cpu_seconds
        allowed = allowed if most == resource.RLIM_INFINITY else min(allowed, most)
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, most))


def memory_is_limited() -> bool:
    """Return whether an allocation of this process may fail though the system has memory left."""
    return resource is not None and resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


_STARVED = re.compile(
    r"cannot allocate memory|failed to map segment|memory allocation failed|out of memory|can't start new thread"
    r"|unknown error \(<string>, line 0\)",
    re.IGNORECASE,
)
"""How the system, the linker of libraries, libxml2 (in the last one, without a word) and threads say that memory ended."""


def memory_ran_out(error: BaseException) -> bool:
    """Return whether the exception means that memory ended.

    Under a limit Python has a SystemError, and not a MemoryError, where it ended inside of C code.
    """
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    return memory_is_limited() and (isinstance(error, SystemError) or speaks_of_no_memory(str(error)))


def speaks_of_no_memory(text: str) -> bool:
    """Return whether what a library says means that memory ended, where this process has a limit."""
    return _STARVED.search(text) is not None
