"""The one place in `taxonomy/` that knows Arelle: it validates and loads any taxonomy, offline.

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
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from taxonomy.dts_files import Archive, choose_entry, discover, is_address, open_archive
from taxonomy.dts_reading import Discovered, language_tag, read_model
from taxonomy.dts_taxonomy import Origin, taxonomy_of
from taxonomy.errors import Finding, Severity, TagwrightError
from taxonomy.files import read_package_bytes
from taxonomy.labels import in_order
from taxonomy.model import Label, Taxonomy
from taxonomy.published import Published, address_of, file_stem, package_of
from taxonomy.safe_zip import read_zip
from taxonomy.xml_reading import elements, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_OFFLINE: Final[dict[str, Any]] = {
    "internetConnectivity": "offline",
    "disablePersistentConfig": True,
    "keepOpen": True,
    "logFile": "logToBuffer",
}
"""How Arelle is always run here: it fetches nothing, remembers nothing, and keeps what it loaded and said to be read."""
_MISSING: Final = "Arelle is not installed, so nothing was validated: run `pip install arelle-release`"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A taxonomy that somebody else wrote, and what is wrong with its files though it could be read."""

    taxonomy: Taxonomy
    findings: tuple[Finding, ...]
    archives: tuple[Archive, ...]
    documents: tuple[tuple[int, str], ...]
    made: Published | None = None

    def package(self) -> Published:
        """Return the package that a filing against the taxonomy refers to."""
        return self.made or package_of(self.taxonomy, self.archives, self.documents)


class DtsError(TagwrightError):
    """A DTS that cannot be loaded: all that is wrong with it, each with its place."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Take the findings."""
        super().__init__("\n".join(said(finding) for finding in findings))
        self.findings = findings


def said(finding: Finding) -> str:
    """Return a finding as one line."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    return f"{place}: {finding.message}" if place else finding.message


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
    if not is_address(address):
        return True
    parts = urlsplit(address)
    if parts.scheme:
        return parts.scheme not in {"http", "https", "urn"}
    target = unquote(parts.path)
    if parts.netloc or target.startswith(("/", "\\")) or "\\" in target:
        return True
    top = path.partition("/")[0]
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    return joined != top and not joined.startswith(f"{top}/")


def load_dts(reference: str, packages: tuple[Path, ...] = ()) -> Loaded:
    """Return the taxonomy of a DTS, read by Arelle.

    reference: FILE.xsd, PACKAGE.zip, FOLDER, or either of the last two with #ENTRY behind: an entry point's
    address, or the path of a file within. packages: what the DTS rests on. Nothing is fetched.

    Raises: TagwrightError where it cannot be read or its entry point is not clear; DtsError with all findings
    where Arelle must not see it or could not load it.
    """
    location, _, wanted = reference.partition("#")
    path = Path(location)
    if path.suffix.lower() in {".xsd", ".xml"} and path.is_file():
        path, wanted = path.parent, path.name
    elif not path.exists():
        raise TagwrightError(f"{path}: there is no such file or folder: check the path")
    first = open_archive(path)
    archives = (first, *(open_archive(package) for package in packages))
    entry = choose_entry(first, wanted)
    spec = find_spec("arelle")
    if spec is None or spec.origin is None:
        raise TagwrightError(_MISSING)
    cache = Path(spec.origin).parent / "resources" / "cache"
    discovery = discover(entry, archives, cache)
    findings = discovery.findings
    if discovery.is_refused:
        raise DtsError(findings)
    zips = [archive.path for archive in archives if archive.rewrites]
    found, said = _discover(entry if urlsplit(entry).scheme else f"{path}/{entry}", zips)
    told = {finding.file.rpartition("/")[2] for finding in findings}
    said = tuple(one for one in said if one.code != "IOerror" or one.file.rpartition("/")[2] not in told)
    if not found.elements:
        message = "Arelle found no concept in it: check that it is a schema or linkbase of a taxonomy"
        empty = Finding("error", "tagwright:dts.empty", message, reference)
        raise DtsError((*findings, *said, empty))
    names = tuple(Label(language_tag(language), text) for language, text in first.names)
    version = first.version or _date_of(found.namespace)
    labels = in_order(names) or (Label("en", posixpath.basename(entry).removesuffix(".xsd")),)
    stem = file_stem(found.prefix, version)
    moved = (f"{path}/", address_of("", stem))
    taxonomy = taxonomy_of(found, Origin(address_of(entry, stem), version, labels, moved))
    return Loaded(taxonomy, (*findings, *said), archives, discovery.documents)


def _date_of(namespace: str) -> str:
    """Return the date or year in a namespace, which is all the version that many taxonomies have."""
    found = re.findall(r"(?<!\d)\d{4}(?:-?\d{2}-?\d{2})?(?!\d)", namespace)
    return str(found[-1]) if found else "0"


def _discover(entry_point: str, packages: list[Path]) -> tuple[Discovered, tuple[Finding, ...]]:
    """Have Arelle discover a DTS, and return it as plain values with what Arelle said is wrong."""
    from arelle.api.Session import Session  # noqa: PLC0415 - importing Arelle costs half a second
    from arelle.RuntimeOptions import RuntimeOptions  # noqa: PLC0415

    options = RuntimeOptions(
        entrypointFile=entry_point,
        validate=False,
        packages=[str(package) for package in packages] or None,
        **_OFFLINE,
    )
    with arelle_in_english(), Session() as session:
        session.run(options)
        findings, _ = read_log(session.get_logs("json"), entry_point, must_finish=False)
        models = session.get_models()
        if not models or models[0].modelDocument is None:
            message = "Arelle could not open it: check that it is a schema or linkbase of a taxonomy"
            raise DtsError((*findings, Finding("error", "tagwright:dts.unread", message, entry_point)))
        found = read_model(models[0])
        models[0].fileSource.close()  # Arelle leaves the zips open that a package is read from
        return found, findings


def validate_dts(reference: str) -> tuple[tuple[Finding, ...], bool]:
    """Return Arelle's findings on one entry point of a DTS that `load_dts` can load, and whether it finished.

    Its addresses must have been checked: `load_dts` does that.

    Raises: TagwrightError where the entry point is not clear.
    """
    location, _, wanted = reference.partition("#")
    path = Path(location)
    if path.suffix.lower() in {".xsd", ".xml"}:
        path, wanted = path.parent, path.name
    archive = open_archive(path)
    entry = choose_entry(archive, wanted)
    package = str(path) if archive.rewrites else None
    return _run(entry if urlsplit(entry).scheme else f"{path}/{entry}", package)


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
        formulaAction="validate",  # without an instance there is nothing to run them on
        packages=[package] if package else None,
        **_OFFLINE,
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


def read_log(log: str, entry_point: str, *, must_finish: bool = True) -> tuple[tuple[Finding, ...], bool]:
    """Return the findings in Arelle's log, and whether it says that validation finished.

    must_finish: whether it is a finding of its own that validation did not.
    """
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
    if must_finish and not finished:
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
    message = text.removeprefix(f"[{code}] ").strip()
    href = str(place.get("href", "")).partition("#")[0]
    return Finding(severity, code, message, href, line if isinstance(line, int) else None)
