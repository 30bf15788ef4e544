"""What a file points at, checked before Arelle sees it, and how many facts it holds.

Arelle follows a relative or `file:` reference in silence, out of a package too, and reads broken XML up to
where it breaks. So every file is read here first: strictly, within limits, with every reference resolved
either inside the taxonomy packages or among the schemas that Arelle carries.

Spec: XBRL 2.1 section 3.2 (discovery), Taxonomy Packages 1.0 section 3.3 (catalogs).
"""

from __future__ import annotations

import io
import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree

from taxonomy.dts_files import arelle_has
from taxonomy.safe_zip import ZipError, read_zip
from taxonomy.xml_reading import SAFE

MAXIMUM_BYTES = 2 * 1024**3
"""The largest instance that is looked at."""

LINK = "{http://www.xbrl.org/2003/linkbase}"
XS = "{http://www.w3.org/2001/XMLSchema}"
HREF = "{http://www.w3.org/1999/xlink}href"
SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
INLINE_FACTS = frozenset(
    f"{{http://www.xbrl.org/2013/inlineXBRL}}{name}" for name in ("nonFraction", "nonNumeric", "fraction")
)
CATALOG_REWRITE = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}rewriteURI"
REPORT_ENDINGS = (".xhtml", ".html", ".htm", ".xbrl", ".json")
PACKAGE_ENDINGS = (".zip", ".xbri", ".xbr")


Inside = tuple[str, Mapping[str, bytes]]
"""A member's name and the members of its package: a relative reference resolves among them."""


class RefusedError(Exception):
    """A file that must not be given to Arelle; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package: its members, where its catalog sends URLs, and a digest of its taxonomy.

    rewrites: (start of a URL, start of a member's name). digest: of what is not a report in it, its top
    folder's name apart, so that a report package and the taxonomy package inside it have the same.
    """

    members: Mapping[str, bytes]
    rewrites: tuple[tuple[str, str], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a reference may lead: into packages, by their catalogs, or to Arelle's own schemas."""

    packages: tuple[Package, ...]
    cache: Path

    def holds(self, url: str) -> bool:
        """Return whether the absolute URL leads to a file that is at hand."""
        for package in self.packages:
            for start, prefix in package.rewrites:
                if url.startswith(start):
                    return posixpath.normpath(prefix + unquote(url[len(start) :])) in package.members
        return arelle_has(url, self.cache)


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file holds: how many facts (None where only Arelle can count), against which taxonomy.

    taxonomy: its entry points, and the digests of all packages that they may lead into. Files for which it is
    equal rest on the same schemas and linkbases, byte for byte. packages: those, opened.
    """

    facts: int | None
    taxonomy: tuple[frozenset[str], frozenset[str]]
    packages: tuple[Package, ...]


def surroundings(packages: list[Path], cache: Path) -> Surroundings:
    """Return the surroundings that taxonomy packages make, their own files checked.

    Raises: RefusedError where a package cannot be read or points out of itself.
    """
    opened = [(path.name, _opened(path)) for path in packages]
    around = Surroundings(tuple(package for _, package in opened), cache)
    for name, package in opened:
        _examine_members(name, package, around, frozenset())
    return around


def examine(path: Path, around: Surroundings) -> Examined:
    """Check every reference of the file and say what it holds.

    Raises: RefusedError with the reason where Arelle must not see the file.
    """
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            raise RefusedError(f"{path.name} is larger than {MAXIMUM_BYTES // 2**30} GB.")
        entry_points: set[str] = set()
        if path.suffix.lower() in PACKAGE_ENDINGS:
            package = _opened(path)
            known = frozenset(other.digest for other in around.packages)
            around = Surroundings((package, *around.packages), around.cache)
            facts, entry_points = _examine_members(path.name, package, around, known)
        else:
            with path.open("rb") as stream:
                look = _examine_json if path.suffix.lower() == ".json" else _examine_xml
                facts, entry_points = look(stream, path.name, around, None)
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    digests = frozenset(package.digest for package in around.packages)
    return Examined(facts, (frozenset(entry_points), digests), around.packages)


def _opened(path: Path) -> Package:
    try:
        members = read_zip(path.read_bytes(), path.name)
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except ZipError as error:
        raise RefusedError(str(error)) from error
    digest = sha256()
    for name, data in sorted(members.items()):
        below = name.partition("/")[2]
        if not _is_of_report(below):
            digest.update(f"{len(below)} {below} {len(data)} ".encode())
            digest.update(data)
    return Package(members, tuple(_rewrites(members)), digest.hexdigest())


def _is_of_report(below: str) -> bool:
    return below.startswith("reports/") or below == "META-INF/reportPackage.json"


def _examine_members(
    label: str, package: Package, around: Surroundings, known: frozenset[str]
) -> tuple[int | None, set[str]]:
    """Check all members; where the taxonomy was checked before (its digest is known), the reports alone."""
    total: int | None = 0
    entry_points: set[str] = set()
    for name, data in sorted(package.members.items()):
        below = name.partition("/")[2]
        if package.digest in known and not _is_of_report(below):
            continue
        ending = posixpath.splitext(name)[1].lower()
        if ending in {".xsd", ".xml", *REPORT_ENDINGS} and not below.startswith("META-INF/reportPackage."):
            look = _examine_json if ending == ".json" else _examine_xml
            count, found = look(io.BytesIO(data), f"{label}/{name}", around, (name, package.members))
            entry_points |= found
            if ending in REPORT_ENDINGS:
                total = None if count is None or total is None else total + count
    return total, entry_points


def _rewrites(members: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, data in members.items():
        if not name.endswith("META-INF/catalog.xml"):
            continue
        for element in _elements(io.BytesIO(data), name):
            if element.tag == CATALOG_REWRITE:
                prefix = element.get("rewritePrefix", "")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), prefix))
                if _has_scheme(prefix) or target.startswith(("..", "/")):
                    raise RefusedError(f"{name} leads out of its package ({prefix!r}).")
                yield element.get("uriStartString", ""), f"{target}/" if prefix.endswith("/") else target


def _elements(stream: IO[bytes], where: str) -> Iterator[etree._Element]:
    """Yield every element at its start; what is done with is dropped, so that memory stays small."""
    try:
        walk = etree.iterparse(stream, events=("start", "end"), **SAFE)
        for event, element in walk:
            if event == "start":
                if element.getparent() is None and element.getroottree().docinfo.doctype:
                    raise RefusedError(f"{where} has a DOCTYPE, which may hide anything: take it out.")
                yield element
            else:
                element.clear()
                while (before := element.getprevious()) is not None and element.getparent() is not None:
                    element.getparent().remove(before)
    except etree.XMLSyntaxError as error:
        raise RefusedError(f"{where} is not well-formed XML: {error}.") from error


def _examine_xml(
    stream: IO[bytes], where: str, around: Surroundings, inside: Inside | None
) -> tuple[int | None, set[str]]:
    count = 0
    entry_points: set[str] = set()
    seen: set[str] = set()
    for element in _elements(stream, where):
        if element.get(XML_BASE) is not None:
            raise RefusedError(f"{where} moves its references with xml:base, which is not followed.")
        tag = str(element.tag)
        if tag in INLINE_FACTS:
            count += element.get("target") is None
        elif element.get("contextRef") is not None:
            count += 1
        for href in _references(element, tag):
            target = urldefrag(href)[0]
            if target and target not in seen:
                seen.add(target)
                _check_reference(target, where, around, inside)
                if tag == f"{LINK}schemaRef":
                    entry_points.add(target)
    return count, entry_points


def _references(element: etree._Element, tag: str) -> Iterator[str]:
    if tag.startswith(LINK) and (href := element.get(HREF)) is not None:
        yield href
    if tag.startswith(XS) and (href := element.get("schemaLocation")) is not None:
        yield href
    if (pairs := element.get(SCHEMA_LOCATION)) is not None:
        yield from pairs.split()[1::2]


def _check_reference(target: str, where: str, around: Surroundings, inside: Inside | None) -> None:
    if _has_scheme(target):
        if around.holds(target):
            return
        raise RefusedError(
            f"{where} points at {target}, which lies neither in a taxonomy package given nor among"
            " Arelle's own schemas: give the package that holds it."
        )
    if inside is not None:
        name, members = inside
        if posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target))) in members:
            return
    raise RefusedError(f"{where} points at {target!r}, a file outside of what was given: it is not followed.")


def _examine_json(
    stream: IO[bytes], where: str, around: Surroundings, inside: Inside | None
) -> tuple[int | None, set[str]]:
    entry_points: set[str] = set()
    try:
        plain = json.load(stream)
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"{where} is not JSON: {error}.") from error
    match plain:
        case {"documentInfo": {"taxonomy": list(taxonomy)}}:
            for target in taxonomy:
                _check_reference(str(target), where, around, inside)
                entry_points.add(str(target))
        case {"documentInfo": dict()}:
            pass
        case _:
            raise RefusedError(f"{where} is no report: it has no documentInfo.")
    extended = plain["documentInfo"].get("extends")
    tables = [_plain(table).get("url") for table in _plain(plain.get("tables")).values()]
    for url in (*(extended if isinstance(extended, list) else ()), *tables):
        if isinstance(url, str) and (_has_scheme(url) or "/" in url or "\\" in url or ".." in url):
            raise RefusedError(
                f"{where} points at {url!r}, a file outside of its folder: it is not followed."
            )
    if extended or tables:
        return None, entry_points
    facts = _plain(plain.get("facts")).values()
    count = sum(_plain(_plain(fact).get("dimensions")).get("concept") != "xbrl:note" for fact in facts)
    return count, entry_points


def _plain(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _has_scheme(address: str) -> bool:
    """Return whether an address is none of a file beside; what is no address at all ("http://[") is none either."""
    try:
        return bool(urlsplit(address).scheme)
    except ValueError:
        return True
