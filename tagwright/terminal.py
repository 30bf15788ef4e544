"""What a person sees: messages and progress on stderr, results on stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

Progress = Callable[[str], None]
"""Is told each step as it starts."""


class UnsaidError(Exception):
    """A result that could not be written to stdout; `status` is the exit status that this means."""

    def __init__(self, reason: str, done: str) -> None:
        """Say why, and what was done nevertheless."""
        super().__init__(
            f"The result could not be written to standard output ({reason}); "
            + (f"{done}." if done else "send it to a place that has room.")
        )
        self.status = 1 if done else 2


def say(message: str) -> None:
    """Write a message for a person to stderr; where nobody can read it, there is nothing more to do."""
    with suppress(OSError):
        _write(sys.stderr, message)


def give(result: str, done: str = "") -> None:
    """Write a result to stdout; a reader that has gone away (`| head`) is no mistake.

    done: what the command has written to files before, as a phrase ("the filing is in x").

    Raises: UnsaidError where stdout cannot be written, such as a file on a full disk.
    """
    try:
        _write(sys.stdout, result)
    except OSError as error:
        raise UnsaidError(error.strerror or str(error), done) from None


def progress(wanted: bool | None) -> Progress:  # noqa: FBT001  a flag as the command line gives it
    """Return what tells the steps: on a terminal, or where it is asked for; else it is silent."""
    if wanted or (wanted is None and sys.stderr is not None and sys.stderr.isatty()):
        return lambda step: say(f"… {step}")
    return lambda _step: None


def _write(stream: TextIO, text: str) -> None:
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        # What is still buffered must not be flushed again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
