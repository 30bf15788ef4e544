"""What Arelle's log says of a file: findings, and whether it is valid.

Spec: XBRL 2.1; the levels and codes are Arelle's own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from exports.process_limits import speaks_of_no_memory
from exports.verdict import Verdict
from taxonomy.errors import Finding, Severity

Message = dict[str, object]

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

NO_MEMORY = "Memory ran out while Arelle validated it: validate fewer facts at a time, or allow it more."

_NIL_NAMES = ("arelleOIMloader:error", "'NoneType' object has no attribute 'strip'")
"""How Arelle 2.47 breaks off over a nil fact whose type is QName, in xBRL-JSON and xBRL-CSV: the file may be valid."""

_NIL_NAMES_SAID = (
    "Arelle cannot load facts that are nil and of a type of names (QName) out of xBRL-JSON and xBRL-CSV: "
    "validate the xBRL-XML of the same facts."
)

_CRASH = re.compile(r"exception:.*|exception|[A-Z]\w*(Error|Exception)|Exception")
"""Codes of what Arelle caught of its own: they speak of the run, not of the file."""

_OF_FORMULAS = ("message:", "formula:assertion")
"""How the codes begin that say of facts what came of an assertion."""

_TRACEBACK = "Traceback (most recent call last)"


def without_folders(messages: Sequence[Message], files: Sequence[Path]) -> list[Message]:
    """Return the messages without the folders of the files: what is said is the same on every machine."""
    folders = sorted({f"{file.resolve().parent}{os.sep}" for file in files}, key=len, reverse=True)
    told = []
    for message in messages:
        text = str(message["msg"])
        for folder in folders:
            text = text.replace(folder, "")
        told.append({**message, "msg": text})
    return told


def judge(
    path: Path,
    messages: Sequence[Message],
    loaded: int,
    expected: int | None,
    *,
    memory_is_limited: bool = False,
) -> Verdict:
    """Return the verdict on a file of which Arelle loaded so many facts, and so many were expected.

    memory_is_limited: whether memory may have ended inside of a library, which then says that the file is wrong.
    """
    found = [_finding(path, message) for message in messages]
    findings = [(finding, ids) for finding, ids in found if finding.severity != "info"]
    findings.sort(key=_of_formula)
    said = tuple(finding for finding, _ in findings)
    ids = tuple(names for _, names in findings)
    finished = any(_is_finish(message) for message in messages)
    crashes = {finding.code for finding in said if _CRASH.fullmatch(finding.code)}
    if any("MemoryError" in code for code in crashes) or (memory_is_limited and any(map(_is_starved, said))):
        return Verdict(path.name, "not_validated", loaded, said, ids, NO_MEMORY)
    if crashes:
        reason = f"Arelle broke off with an exception ({min(crashes)})."
        return Verdict(path.name, "not_validated", loaded, said, ids, reason)
    if finished and any(finding.severity == "error" for finding in said):
        return Verdict(path.name, "invalid", loaded, said, ids)
    if not messages:
        reason = "Arelle said nothing at all: see that the disk is not full."
    elif any(finding.code == _NIL_NAMES[0] and _NIL_NAMES[1] in finding.message for finding in said):
        reason = _NIL_NAMES_SAID
    elif not finished:
        reason = "Arelle did not say that it finished validating."
    elif (expected is None and not loaded) or (expected is not None and loaded != expected):
        held = "some" if expected is None else f"{expected:,}"
        reason = f"Arelle loaded {loaded:,} facts where the file holds {held}."
    else:
        return Verdict(path.name, "valid", loaded, said, ids)
    return Verdict(path.name, "not_validated", loaded, said, ids, reason)


def _is_starved(finding: Finding) -> bool:
    """Return whether, under a limit, the finding means that memory ended: CPython has a SystemError for it in C code."""
    return "SystemError" in finding.code or (
        finding.severity == "error" and speaks_of_no_memory(finding.message)
    )


def _of_formula(found: tuple[Finding, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the place of a finding: Arelle's own order, and behind it formulas, which it runs in any order."""
    finding, ids = found
    return (finding.code, finding.message, *ids) if finding.code.startswith(_OF_FORMULAS) else ()


def _is_finish(message: Message) -> bool:
    return message["messageCode"] == "info" and str(message["msg"]).startswith("validated in ")


def _finding(path: Path, message: Message) -> tuple[Finding, tuple[str, ...]]:
    code, level = str(message["messageCode"]), str(message["levelname"])
    severity = "error" if code in _PROMOTED else _SEVERITIES.get(level, "error")
    refs = message["refs"]
    references = refs if isinstance(refs, list) else []
    of_formula = code.startswith(_OF_FORMULAS)
    if of_formula:  # the first reference is to the assertion, the others are to facts
        references = references[1:]
    ids = [str(ref.get("href", "")).partition("#")[2] for ref in references]
    lines = [ref["sourceLine"] for ref in references if isinstance(ref.get("sourceLine"), int)]
    if of_formula:
        ids, lines = sorted(ids), sorted(lines)
    text = str(message["msg"]).partition(_TRACEBACK)[0].rstrip()  # which names files of this machine
    finding = Finding(severity, code, text, file=path.name, line=lines[0] if lines else None)
    return finding, tuple(dict.fromkeys(name for name in ids if name))


def not_validated(path: Path, reason: str) -> Verdict:
    """Return the verdict on a file that nothing can be said of."""
    return Verdict(path.name, "not_validated", reason=reason)
