"""Limits of the operating system on the process that asks for them."""

from __future__ import annotations

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
