"""Report packages: reports and their taxonomy in one file that needs nothing else to be validated.

The package is a taxonomy package too (catalog and entry points stand in META-INF), so the entry point's URL
is found inside. Equal input gives equal bytes: entries are sorted and carry one fixed date.

Spec: Report Package 1.0 (sections 3 and 4: `.xbri`, `.xbr`, `.zip`), Taxonomy Packages 1.0.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from json import dumps, loads
from pathlib import PurePosixPath
from typing import BinaryIO

from exports.errors import PackageError
from exports.readers.json_stream import unique
from taxonomy.safe_zip import read_zip

DOCUMENT_TYPE = "https://xbrl.org/report-package/2023/xbri"
DOCUMENT_TYPES = {
    ".xbri": DOCUMENT_TYPE,
    ".xbr": "https://xbrl.org/report-package/2023/xbr",
    ".zip": "https://xbrl.org/report-package/2023",
}
"""What reportPackage.json says, by the ending of the package's name."""

INLINE = frozenset({".xhtml", ".html", ".htm"})
REPORTS = INLINE | {".xbrl", ".json"}
"""Endings of what counts as a report."""

Files = Iterable[tuple[str, bytes]]
"""Files of a taxonomy package: path below its top folder, bytes."""

_MAXIMUM_JSON = 1_000_000

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READ_WRITE = 0o100644 << 16
_UNIX = 3


def write(name: str, ixbrl: bytes, taxonomy_files: Files, stream: BinaryIO) -> None:
    """Write NAME.xbri: the iXBRL document as reports/NAME.xhtml beside the files of a taxonomy package.

    taxonomy_files: (path below the package's top folder, bytes), as
    `taxonomy.compile.package` or `files_of_package` gives them.

    Raises: PackageError where no taxonomyPackage.xml is among them.
    """
    members = {f"{name}/{path}": data for path, data in taxonomy_files}
    if f"{name}/META-INF/taxonomyPackage.xml" not in members:
        raise PackageError("The taxonomy package has no META-INF/taxonomyPackage.xml: build it again.")
    members[f"{name}/META-INF/reportPackage.json"] = _kind(DOCUMENT_TYPE)
    members[f"{name}/reports/{name}.xhtml"] = ixbrl
    write_zip(members, stream)


def write_json(
    name: str, write_report: Callable[[BinaryIO], object], taxonomy_files: Files, stream: BinaryIO
) -> None:
    """Write NAME.xbr: the report as xBRL-JSON, reports/NAME.json, beside the files of a taxonomy package.

    write_report: writes the report as xBRL-JSON to a stream.
    """
    report = BytesIO()
    write_report(report)
    write_reports(name, ".xbr", {f"{name}.json": report.getvalue()}, taxonomy_files, stream)


def write_reports(
    name: str,
    ending: str,
    reports: Mapping[str, bytes],
    taxonomy_files: Files,
    stream: BinaryIO,
) -> None:
    """Write a report package: NAME.xbri holds one iXBRL report, NAME.xbr one other, NAME.zip any number.

    reports: (file name, bytes), the tables of xBRL-CSV beside their metadata.

    Raises: PackageError where the reports do not fit the ending.
    """
    counted = [file for file in reports if _ending(file) in REPORTS]
    inline = [file for file in counted if _ending(file) in INLINE]
    if ending not in DOCUMENT_TYPES:
        raise PackageError(f"{ending!r} is no ending of a report package: use {', '.join(DOCUMENT_TYPES)}.")
    fits = {".xbri": len(inline) == len(counted) == 1, ".xbr": len(counted) == 1 and not inline, ".zip": True}
    if not fits[ending] or not counted:
        raise PackageError(
            f"{len(counted)} reports ({len(inline)} of them iXBRL) do not fit into {name}{ending}."
        )
    members = {f"{name}/{path}": data for path, data in taxonomy_files}
    members[f"{name}/META-INF/reportPackage.json"] = _kind(DOCUMENT_TYPES[ending])
    members.update({f"{name}/reports/{file}": data for file, data in reports.items()})
    write_zip(members, stream)


def _kind(document_type: str) -> bytes:
    return (dumps({"documentInfo": {"documentType": document_type}}, indent=1) + "\n").encode()


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


@dataclass(frozen=True, slots=True)
class ReportPackage:
    """An opened report package. reports: paths below its top folder; files: all of its files, likewise."""

    reports: tuple[str, ...]
    files: Mapping[str, bytes]


def read(data: bytes, name: str) -> ReportPackage:
    """Return what a report package holds; `name` tells its kind and names it in messages.

    Raises: TagwrightError where it is no zip, not safe to open, or not the kind of package that its name says.
    """
    files = dict(files_of_package(data, name))
    expected = DOCUMENT_TYPES.get(_ending(name))
    plain = files.get("META-INF/reportPackage.json")
    if expected is None or (plain is None and _ending(name) != ".zip"):
        raise PackageError(f"{name} is no report package: it has no META-INF/reportPackage.json.")
    if plain is not None:
        try:
            kind = loads(plain[:_MAXIMUM_JSON], object_pairs_hook=unique)["documentInfo"]["documentType"]
        except (ValueError, KeyError, TypeError, RecursionError):
            kind = None
        if kind != expected:
            raise PackageError(
                f"{name} says that it is {kind!r}, its ending asks for {expected!r}: rename it."
            )
    reports = tuple(
        path for path in sorted(files) if path.startswith("reports/") and _ending(path) in REPORTS
    )
    if not reports:
        raise PackageError(f"{name} holds no report below reports/: make it again.")
    if len(reports) > 1 and _ending(name) != ".zip":
        raise PackageError(f"{name} holds {len(reports)} reports, but a package of its ending holds one.")
    return ReportPackage(reports, files)


def files_of_package(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    """Return (path below the top folder, bytes) of each file of a taxonomy package.

    Raises: TagwrightError where it is no zip, not safe to open, or has more than one folder at its top.
    """
    members = read_zip(data, name)
    tops = {path.partition("/")[0] for path in members}
    if len(tops) != 1:
        raise PackageError(f"{name}: a taxonomy package has a single folder at its top: make it again.")
    return tuple((path.partition("/")[2], content) for path, content in members.items())


def write_zip(members: dict[str, bytes], stream: BinaryIO) -> None:
    """Write the members as a zip whose bytes depend on nothing else."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READ_WRITE
            entry.create_system = _UNIX
            archive.writestr(entry, members[name])
