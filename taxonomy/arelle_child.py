"""Arelle's word on a taxonomy, from a process of its own, so that nothing that befalls Arelle befalls us.

Whatever the process does but answer (a crash, silence, another answer) is "not validated", never "valid".
"""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from dataclasses import asdict
from json import dumps, loads
from pathlib import Path
from subprocess import DEVNULL, PIPE, TimeoutExpired, run
from typing import TYPE_CHECKING, Final

from taxonomy.errors import Finding, TagwrightError

if TYPE_CHECKING:
    from collections.abc import Sequence

CHILD: Final = (sys.executable, "-P", "-m", "taxonomy.arelle_child")
TIMEOUT_SECONDS: Final = 1800.0
"""More than any published taxonomy takes; one that needs longer can be validated with Arelle itself."""


def check_apart(
    path: Path, command: Sequence[str] = CHILD, timeout_seconds: float = TIMEOUT_SECONDS
) -> tuple[tuple[Finding, ...], bool]:
    """Return Arelle's findings on a taxonomy package or schema, and whether it finished validating.

    Raises: TagwrightError where the file cannot be read or is no taxonomy package.
    """
    try:
        done = run(  # noqa: S603 - our own interpreter
            [*command, str(path)],
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL,
            timeout=timeout_seconds,
            check=False,
        )
    except TimeoutExpired:
        return _silent(path, f"Arelle did not finish within {timeout_seconds:g} seconds and was stopped")
    except OSError as error:
        return _silent(path, f"Arelle's process could not be started ({error.strerror or error})")
    try:
        answer = loads(done.stdout.splitlines()[-1])
        refused, validated = answer["refused"], answer["validated"]
        findings = tuple(Finding(**{**item, "rows": tuple(item["rows"])}) for item in answer["findings"])
    except (ValueError, KeyError, TypeError, IndexError):
        return _silent(path, f"Arelle's process ended without an answer (status {done.returncode})")
    if refused:
        raise TagwrightError(str(refused))
    if done.returncode or validated is not True:
        return findings, False
    return findings, True


def _silent(path: Path, reason: str) -> tuple[tuple[Finding, ...], bool]:
    message = f"{reason}, so nothing was validated: run the check again"
    return (Finding("error", "tagwright:arelle.process", message, str(path)),), False


def _answer(path: Path) -> dict[str, object]:
    from taxonomy.foreign import check_with_arelle  # noqa: PLC0415 - only the child needs it

    try:
        with redirect_stdout(sys.stderr):  # Arelle prints now and then
            findings, validated = check_with_arelle(path)
    except TagwrightError as error:
        return {"refused": str(error), "findings": [], "validated": False}
    return {"refused": "", "findings": [asdict(finding) for finding in findings], "validated": validated}


if __name__ == "__main__":
    sys.stdout.write(dumps(_answer(Path(sys.argv[1]))) + "\n")
