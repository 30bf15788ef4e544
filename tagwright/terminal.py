"""What a person sees: messages and progress on stderr, results on stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TextIO

Progress = Callable[[str], None]
"""Is told each step as it starts."""


def say(message: str) -> None:
    """Write a message for a person to stderr; a reader that has gone away is no mistake."""
    _write(sys.stderr, message)


def give(result: str) -> None:
    """Write a result to stdout; a reader that has gone away (`| head`) is no mistake."""
    _write(sys.stdout, result)


def progress(wanted: bool | None) -> Progress:  # noqa: FBT001  a flag as the command line gives it
    """Return what tells the steps: on a terminal, or where it is asked for; else it is silent."""
    if wanted or (wanted is None and sys.stderr is not None and sys.stderr.isatty()):
        return lambda step: say(f"… {step}")
    return lambda _step: None


def _write(stream: TextIO, text: str) -> None:
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        # What is still buffered must not be flushed into the closed pipe when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
