"""The one place in `taxonomy/` that knows Arelle: it validates any taxonomy package or schema, offline.

Arelle's exit status says nothing: a taxonomy counts as validated only where Arelle's log could be read,
is not empty, says that validation finished, and nothing was left unloaded. Anything else is "not validated".

Every address in a package is checked before Arelle sees it: Arelle follows file:// and ../ in silence.

Spec: Taxonomy Packages 1.0; XBRL 2.1; Dimensions 1.0; Calculations 1.1.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from taxonomy.errors import Finding, Severity, TagwrightError
from taxonomy.load import read_package_bytes
from taxonomy.safe_zip import read_zip
from taxonomy.xml_reading import elements, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

_TP: Final = "{http://xbrl.org/2016/taxonomy-package}"
_ADDRESSES: Final = ("schemaLocation", "{http://www.w3.org/1999/xlink}href", "href", "rewritePrefix")
_SEVERITY: Final[dict[str, Severity]] = {
    "critical": "error",
    "fatal": "error",
    "error": "error",
    "error-semantic": "error",
    "assertion-not-satisfied": "error",
    "inconsistency": "warning",
    "warning": "warning",
    "warning-semantic": "warning",
}
_FINISHED: Final = re.compile(r"^(\[[^\]]*\] )?validated in ")
_MISSING: Final = "Arelle is not installed, so nothing was validated: run `pip install arelle-release`"


def check_with_arelle(path: Path) -> tuple[tuple[Finding, ...], bool]:
    """Return Arelle's findings on a taxonomy package (all entry points) or schema, and whether it finished.

    Raises: TagwrightError where the file cannot be read or is no taxonomy package.
    """
    if path.suffix.lower() != ".zip":
        if not path.is_file():
            raise TagwrightError(f"{path}: there is no such file: check the path")
        return _run(str(path), None)
    files = read_zip(read_package_bytes(path), str(path))
    findings = tuple(_unsafe_addresses(files, str(path)))
    if findings:
        return findings, False
    found: list[Finding] = []
    validated = True
    for entry_point in _entry_points(files, str(path)):
        more, finished = _run(entry_point, str(path))
        found.extend(more)
        validated = validated and finished
    return tuple(dict.fromkeys(found)), validated


def _entry_points(files: dict[str, bytes], name: str) -> list[str]:
    """Return the documents of all entry points, those that share one said once."""
    for path, data in files.items():
        if path.split("/")[1:] == ["META-INF", "taxonomyPackage.xml"]:
            root = parse_xml(data, f"{name}/{path}")
            documents = [str(item.get("href", "")) for item in elements(root, f"{_TP}entryPointDocument")]
            if not documents:
                raise TagwrightError(
                    f"{name}: the taxonomy package names no entry point, so there is nothing to check"
                )
            return list(dict.fromkeys(documents))
    raise TagwrightError(
        f"{name}: this zip is no taxonomy package: there is no META-INF/taxonomyPackage.xml in it"
    )


def _unsafe_addresses(files: dict[str, bytes], name: str) -> Iterator[Finding]:
    """Yield a finding for each address that leads to this machine's files outside the package."""
    for path, data in files.items():
        if not path.lower().endswith((".xml", ".xsd", ".xbrl")):
            continue
        root = parse_xml(data, f"{name}/{path}")
        for element in elements(root):
            for address in _addresses(element):
                if _leaves(path, address):
                    message = f'the address "{address[:100]}" leads out of the package: remove it'
                    file = f"{name}/{path}"
                    line = element.sourceline
                    number = line if isinstance(line, int) else None
                    yield Finding("error", "tagwright:package.address", message, file, number, 1)


def _addresses(element: etree._Element) -> Iterator[str]:
    for key in _ADDRESSES:
        if value := element.get(key):
            yield str(value).strip()
    if pairs := element.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"):
        yield from str(pairs).split()[1::2]


def _leaves(path: str, address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme:
        return parts.scheme not in {"http", "https", "urn"}
    target = unquote(parts.path)
    if parts.netloc or target.startswith(("/", "\\")) or "\\" in target:
        return True
    top = path.partition("/")[0]
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    return joined != top and not joined.startswith(f"{top}/")


def _run(entry_point: str, package: str | None) -> tuple[tuple[Finding, ...], bool]:
    """Have Arelle validate one document."""
    try:
        from arelle.api.Session import Session  # noqa: PLC0415 - importing Arelle costs half a second
        from arelle.RuntimeOptions import RuntimeOptions  # noqa: PLC0415
    except ImportError:
        return (Finding("warning", "tagwright:arelle.missing", _MISSING, entry_point),), False
    options = RuntimeOptions(
        entrypointFile=entry_point,
        validate=True,
        calcs="c11r",
        utrValidate=True,
        packages=[package] if package else None,
        internetConnectivity="offline",
        disablePersistentConfig=True,
        keepOpen=True,
        logFile="logToBuffer",
    )
    with arelle_in_english(), Session() as session:
        session.run(options)
        return read_log(session.get_logs("json"), entry_point)


@contextmanager
def arelle_in_english() -> Iterator[None]:
    """Have Arelle speak English for a while, whatever the user's language is.

    That validation finished stands in a message that is translated, and where its own option asks for English
    Arelle still follows the environment.
    """
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = "en"
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def read_log(log: str, entry_point: str) -> tuple[tuple[Finding, ...], bool]:
    """Return the findings in Arelle's log, and whether it says that validation finished."""
    try:
        entries = json.loads(log)["log"]
    except (ValueError, KeyError, TypeError):
        message = "Arelle's log could not be read, so nothing was validated: run the check again"
        return (Finding("error", "tagwright:arelle.log", message, entry_point),), False
    findings: list[Finding] = []
    finished = False
    for entry in entries:
        text = str(entry["message"]["text"])
        level = str(entry["level"]).lower()
        finished = finished or (level == "info" and _FINISHED.match(text) is not None)
        if level in _SEVERITY:
            findings.append(_finding(entry, text, _SEVERITY[level]))
    if not finished:
        message = (
            "Arelle did not finish validating, so the taxonomy is not validated: see the messages before this"
        )
        findings.append(Finding("error", "tagwright:arelle.unfinished", message, entry_point))
    return tuple(findings), finished


def _finding(entry: dict[str, object], text: str, severity: Severity) -> Finding:
    code = str(entry["code"])
    refs = entry.get("refs")
    first = refs[0] if isinstance(refs, list) and refs else {}
    place = first if isinstance(first, dict) else {}
    line = place.get("sourceLine")
    said = text.removeprefix(f"[{code}] ").strip()
    href = str(place.get("href", "")).partition("#")[0]
    return Finding(severity, code, said, href, line if isinstance(line, int) else None)
