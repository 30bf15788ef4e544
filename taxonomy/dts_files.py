"""The files of a DTS, in a folder or a zip, and every address in them checked before Arelle sees one.

Arelle follows file:// and ../ in silence and reads broken XML up to where it breaks. So the set is discovered
here first, from the entry point on: each file is parsed strictly, and each address must lead to a file of the
folder or the zip, of a package given beside it, or to a schema that Arelle carries.

Spec: XBRL 2.1 section 3.2 (discovery); Taxonomy Packages 1.0 section 3.3 (catalogues).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from taxonomy.errors import Finding, Severity, TagwrightError
from taxonomy.files import read_package_bytes
from taxonomy.safe_zip import read_zip
from taxonomy.xml_reading import elements, parse_xml

if TYPE_CHECKING:
    from lxml import etree

LINK: Final = "{http://www.xbrl.org/2003/linkbase}"
_XSD: Final = "{http://www.w3.org/2001/XMLSchema}"
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_SCHEMA_LOCATION: Final = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_CATALOG: Final = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_TP: Final = "{http://xbrl.org/2016/taxonomy-package}"
_WEB: Final = frozenset({"http", "https"})
_REFERENCES: Final = re.compile(rb"""(?:schemaLocation|:href)\s*=\s*["']\s*([^"'#\s]+\.xsd)""")
_MAXIMUM_DOCUMENTS: Final = 10_000
_LONGEST_ADDRESS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder or a zip that holds (a part of) a DTS.

    files: path to bytes of a zip; empty for a folder, whose files are read when they are asked for.
    rewrites: (start of an address, start of a path) of its catalogue. entry_points: of its metadata.
    """

    path: Path
    files: Mapping[str, bytes] | None
    rewrites: tuple[tuple[str, str], ...] = ()
    entry_points: tuple[str, ...] = ()
    version: str = ""
    names: tuple[tuple[str, str], ...] = ()

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file within, or None where there is none (a link out of a folder is none).

        Raises: TagwrightError where it is too large.
        """
        if self.files is not None:
            return self.files.get(path)
        try:
            found = (self.path / path).resolve()
            if not found.is_relative_to(self.path.resolve()) or not found.is_file():
                return None
        except (OSError, RuntimeError):  # a name that is too long, links in a circle
            return None
        return read_package_bytes(found)

    def roots(self) -> tuple[str, ...]:
        """Return the paths of the schemas that no other file refers to, or of all where each is referred to."""
        paths = self.paths()
        others = (path for path in (self.files or ()) if path.endswith((".xsd", ".xml")))
        found = {
            posixpath.normpath(posixpath.join(posixpath.dirname(path), reference.decode("utf-8", "replace")))
            for path in (others if self.files is not None else paths)
            for reference in _REFERENCES.findall(self.read(path) or b"")
        }
        return tuple(path for path in paths if path not in found) or paths

    def path_of(self, address: str) -> str | None:
        """Return the path that the catalogue sends an address to, or None."""
        for start, prefix in self.rewrites:
            if address.startswith(start):
                return posixpath.normpath(prefix + unquote(address[len(start) :]))
        return None

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the schemas within, sorted."""
        if self.files is not None:
            return tuple(path for path in self.files if path.endswith(".xsd"))
        found = (path.relative_to(self.path).as_posix() for path in self.path.rglob("*.xsd"))
        return tuple(sorted(found))


def open_archive(path: Path) -> Archive:
    """Return a folder, or a zip with what its catalogue and metadata say.

    Raises: TagwrightError where it cannot be read or is not safe.
    """
    if path.is_dir():
        return Archive(path, None)
    files = read_zip(read_package_bytes(path), str(path))
    rewrites = tuple(_rewrites(files, str(path)))
    for name, data in files.items():
        if name.split("/")[1:] == ["META-INF", "taxonomyPackage.xml"]:
            root = parse_xml(data, f"{path}/{name}")
            documents = (str(item.get("href", "")) for item in elements(root, f"{_TP}entryPointDocument"))
            names = tuple(
                (str(item.get("{http://www.w3.org/XML/1998/namespace}lang", "en")), (item.text or "").strip())
                for item in root.iterchildren(f"{_TP}name")
            )
            version = (root.findtext(f"{_TP}version") or "").strip()
            return Archive(path, files, rewrites, tuple(dict.fromkeys(documents)), version, names)
    return Archive(path, files, rewrites)


def rewrites_of(files: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Return (start of an address, start of a path) of a catalogue, for files below a package's top folder."""
    below = {f"top/{path}": data for path, data in files.items() if path == "META-INF/catalog.xml"}
    return tuple((start, prefix.removeprefix("top/")) for start, prefix in _rewrites(below, "the package"))


def _rewrites(files: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    for path, data in files.items():
        if path.split("/")[1:] != ["META-INF", "catalog.xml"]:
            continue
        for item in elements(
            parse_xml(data, f"{name}/{path}"), f"{_CATALOG}rewriteURI", f"{_CATALOG}rewriteSystem"
        ):
            prefix = str(item.get("rewritePrefix", ""))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), prefix))
            if not is_address(prefix) or urlsplit(prefix).scheme or target.startswith(("..", "/")):
                raise TagwrightError(
                    f'{name}/{path}:{item.sourceline}: the catalogue leads out of the package ("{prefix[:100]}"): '
                    "let it lead to a folder of the package"
                )
            start = str(item.get("uriStartString") or item.get("systemIdStartString") or "")
            yield start, f"{target}/" if prefix.endswith("/") else target


def choose_entry(archive: Archive, wanted: str) -> str:
    """Return the entry point that was asked for: an address of the package, or a path within.

    wanted: an address, a path or the end of either; empty where there is one entry point only.

    Raises: TagwrightError where none or several are meant, with those that there are.
    """
    entries = archive.entry_points or (archive.paths() if wanted else archive.roots())
    found = [entry for entry in entries if entry == wanted] or [
        entry for entry in entries if not wanted or f"/{entry}".endswith(f"/{wanted.lstrip('/')}")
    ]
    if not found and wanted:  # any schema or linkbase within may be read, not only what the metadata names
        found = [wanted] if archive.read(wanted) is not None else []
    if len(found) == 1:
        return found[0]
    several = f"{len(found)} entry points are meant" if found else f'there is no entry point "{wanted}"'
    if not entries:
        raise TagwrightError(f"{archive.path}: there is no schema (.xsd) in it, so it is no taxonomy")
    shown = "".join(f"\n  {archive.path}#{entry}" for entry in (found or entries)[:40])
    more = "\n  …" if len(found or entries) > 40 else ""  # noqa: PLR2004 - a screen
    raise TagwrightError(f"{archive.path}: {several}: choose one of{shown}{more}")


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files of a DTS as (number of the archive, path within), and what is wrong with them or their addresses."""

    documents: tuple[tuple[int, str], ...]
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        """Return whether Arelle must not see it."""
        return any(finding.severity == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Document:
    """A file of the DTS: the address or path that its own relative addresses are resolved against."""

    base: str
    archive: Archive
    path: str

    @property
    def name(self) -> str:
        return f"{self.archive.path}/{self.path}"


def discover(entry: str, archives: tuple[Archive, ...], cache: Path) -> Discovery:
    """Return the files of a DTS, and what is wrong with them; errors are reasons not to load it.

    entry: an address, or a path within the first archive. cache: the folder of Arelle's own schemas.
    """
    if not is_address(entry):
        message = f'"{entry[:200]}" is no address: correct the entry point (META-INF/taxonomyPackage.xml)'
        return Discovery((), (Finding("error", "tagwright:dts.address", message, str(archives[0].path)),))
    first = _at(entry, archives) if urlsplit(entry).scheme else _Document(entry, archives[0], entry)
    if first is None or first.archive.read(first.path) is None:
        message = f"the entry point {entry} is not in it: check the catalogue (META-INF/catalog.xml)"
        return Discovery((), (Finding("error", "tagwright:dts.missing", message, str(archives[0].path)),))
    findings: list[Finding] = []
    seen, waiting = {(first.archive.path, first.path)}, [first]
    while waiting and len(seen) <= _MAXIMUM_DOCUMENTS:
        document = waiting.pop(0)
        data = document.archive.read(document.path) or b""
        try:
            root = parse_xml(data, document.name)
        except TagwrightError as error:
            findings.append(Finding("error", "tagwright:dts.xml", str(error)))
            continue
        for element, address in _addresses(root):
            found = _resolve(document, element, address, archives, cache)
            if isinstance(found, Finding):
                findings.append(found)
            elif found is not None and (found.archive.path, found.path) not in seen:
                seen.add((found.archive.path, found.path))
                waiting.append(found)
    numbers = {archive.path: number for number, archive in enumerate(archives)}
    documents = tuple(sorted((numbers[path], name) for path, name in seen))
    return Discovery(documents, tuple(dict.fromkeys(findings)))


def _addresses(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    seen: set[tuple[object, str]] = set()
    for element in elements(root):
        for address in _addresses_of(element):
            target = address.strip().partition("#")[0]
            if target and (element.tag, target) not in seen:
                seen.add((element.tag, target))
                yield element, target


def _addresses_of(element: etree._Element) -> Iterator[str]:
    if base := element.get(_BASE):
        yield f"base:{base}"
    if href := element.get(_HREF):
        yield str(href)
    if str(element.tag).startswith(_XSD) and (location := element.get("schemaLocation")):
        yield str(location)
    if pairs := element.get(_SCHEMA_LOCATION):
        yield from str(pairs).split()[1::2]


def _resolve(
    document: _Document, element: etree._Element, address: str, archives: tuple[Archive, ...], cache: Path
) -> _Document | Finding | None:
    """Return the file that an address leads to, None for one of Arelle's own, or what is wrong."""

    def wrong(severity: Severity, code: str, message: str) -> Finding:
        line = element.sourceline
        number = line if isinstance(line, int) else None
        return Finding(severity, f"tagwright:dts.{code}", message, document.name, number)

    shown = address.removeprefix("base:")[:200]
    if not is_address(address):
        return wrong("error", "address", f'"{shown}" is no address: correct or remove it')
    if address.startswith("base:"):
        return wrong("error", "base", f'xml:base ("{shown}") moves addresses and is not followed: remove it')
    target = _target(document.base, address)
    if target is None:
        message = (
            f"{shown} leads out of {document.archive.path}: give the folder that holds all of the taxonomy, "
            "as FOLDER#ENTRY, or remove it"
        )
        return wrong("error", "outside", message)
    is_web = bool(urlsplit(target).scheme)
    found = _at(target, archives) if is_web else _Document(target, document.archive, target)
    if found is not None and found.archive.read(found.path) is not None:
        return found
    if is_web and arelle_has(target, cache):
        return None
    message = f"there is no file {shown}: put it there, or remove what refers to it"
    if is_web and all(archive.path_of(target) is None for archive in archives):
        message = f"{shown} lies in no package given, and Arelle has no copy: give the package that holds it"
    return wrong(_severity(element), "missing", message)


def is_address(text: str) -> bool:
    """Return whether a text can be taken apart as an address, and be the name of a file."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return "\0" not in unquote(text) and len(text) <= _LONGEST_ADDRESS


def _target(base: str, address: str) -> str | None:
    """Return the web address, or the path within, that an address means; None where it leads out."""
    if scheme := urlsplit(address).scheme:
        return address if scheme in _WEB else None
    if address.startswith("/") or "\\" in address:
        return None
    own = urlsplit(base)
    if not own.scheme:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))
        return None if joined.startswith("..") else joined
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(f"{own.netloc}{own.path}"), address))
    return f"{own.scheme}://{joined}" if joined.startswith(f"{own.netloc}/") else None


def arelle_has(address: str, cache: Path) -> bool:
    """Return whether Arelle carries a copy of what stands at a web address; xbrl.org has four names for it."""
    parts = urlsplit(address)
    path = unquote(parts.path).lstrip("/")
    if parts.scheme not in _WEB or ".." in path.split("/"):
        return False
    hosts = [(parts.scheme, parts.netloc)]
    if parts.netloc in {"xbrl.org", "www.xbrl.org"}:
        hosts = [(scheme, host) for scheme in sorted(_WEB) for host in ("www.xbrl.org", "xbrl.org")]
    return any((cache / scheme / host / path).is_file() for scheme, host in hosts)


def _severity(element: etree._Element) -> Severity:
    # A linkbase that is missing takes something away; without a schema nothing can be relied on.
    return "warning" if element.tag == f"{LINK}linkbaseRef" else "error"


def _at(address: str, archives: tuple[Archive, ...]) -> _Document | None:
    for archive in archives:
        path = archive.path_of(address)
        if path is not None and archive.read(path) is not None:
            return _Document(address, archive, path)
    return None
