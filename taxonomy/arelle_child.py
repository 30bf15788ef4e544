"""Arelle's word on a taxonomy, from a process of its own, so that nothing that befalls Arelle befalls us.

Whatever the process does but answer (a crash, silence, another answer) is "not validated", never "valid".
"""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from json import dumps, loads
from pathlib import Path
from subprocess import DEVNULL, TimeoutExpired, run
from typing import TYPE_CHECKING, Final, Literal

from taxonomy.compiled import decode, encode
from taxonomy.errors import Finding, TagwrightError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taxonomy.model import Taxonomy

Task = Literal["validate", "load", "both"]
CHILD: Final = (sys.executable, "-P", "-m", "taxonomy.arelle_child")
TIMEOUT_SECONDS: Final = 1800.0
"""More than any published taxonomy takes; one that needs longer can be validated with Arelle itself."""


@dataclass(frozen=True, slots=True)
class Word:
    """What Arelle has to say.

    validated: whether it finished validating, whatever it found. taxonomy: where it was asked to load one, and could.
    """

    findings: tuple[Finding, ...]
    validated: bool
    taxonomy: Taxonomy | None = None


def ask_arelle(
    reference: str,
    task: Task = "validate",
    command: Sequence[str] = CHILD,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> Word:
    """Return what Arelle says of a taxonomy package, or of one entry point of anybody's DTS.

    task: "validate" a package with all its entry points; "load" a DTS; "both" load and validate it.

    Raises: TagwrightError where the file cannot be read, is no taxonomy, or its entry point is not clear.
    """
    try:
        done = run(  # noqa: S603 - our own interpreter
            [*command, task, reference],
            stdin=DEVNULL,
            capture_output=True,
            timeout=timeout_seconds,
            check=False,
        )
    except TimeoutExpired:
        return _no_word(
            reference, f"Arelle did not finish within {timeout_seconds:g} seconds and was stopped"
        )
    except OSError as error:
        return _no_word(reference, f"Arelle's process could not be started ({error.strerror or error})")
    try:
        answer = loads(done.stdout.splitlines()[-1])
        refused, validated, compiled = answer["refused"], answer["validated"], answer["taxonomy"]
        findings = tuple(Finding(**{**item, "rows": tuple(item["rows"])}) for item in answer["findings"])
    except (ValueError, KeyError, TypeError, IndexError):
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2][:200]
        how = f"status {done.returncode}" + (f": {last}" if last else "")
        return _no_word(reference, f"Arelle's process ended without an answer ({how})")
    if refused:
        raise TagwrightError(str(refused))
    loaded = decode(compiled.encode()) if compiled else None
    is_valid = done.returncode == 0 and validated is True
    return Word(findings, is_valid, loaded[0] if loaded else None)


def _no_word(reference: str, reason: str) -> Word:
    message = f"{reason}, so nothing was validated: run the check again"
    return Word((Finding("error", "tagwright:arelle.process", message, reference),), validated=False)


def _answer(task: str, reference: str) -> dict[str, object]:
    from taxonomy.foreign import (  # noqa: PLC0415 - only the child needs it
        DtsError,
        check_with_arelle,
        load_dts,
        validate_dts,
    )

    findings: tuple[Finding, ...] = ()
    validated, refused, compiled = False, "", ""
    try:
        with redirect_stdout(sys.stderr):  # Arelle prints now and then
            if task == "validate":
                findings, validated = check_with_arelle(Path(reference))
            else:
                loaded = load_dts(reference)
                findings, compiled = loaded.findings, encode(loaded.taxonomy, b"")
            if task == "both":
                more, validated = validate_dts(reference)
                findings = tuple(dict.fromkeys((*findings, *more)))
    except DtsError as error:
        findings = error.findings
    except TagwrightError as error:
        refused = str(error)
    plain = [asdict(finding) for finding in findings]
    return {"refused": refused, "findings": plain, "validated": validated, "taxonomy": compiled}


if __name__ == "__main__":
    sys.stdout.write(dumps(_answer(*sys.argv[1:])) + "\n")
