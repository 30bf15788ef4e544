"""The report package: the iXBRL report and its taxonomy in one file that needs nothing else to be validated.

The package is a taxonomy package too (catalog and entry points stand in META-INF), so the entry point's URL
is found inside. Equal input gives equal bytes: entries are sorted and carry one fixed date.

Spec: Report Package 1.0 (sections 3 and 4: `.xbri`), Taxonomy Packages 1.0.
"""

from __future__ import annotations

import zipfile
from json import dumps
from typing import TYPE_CHECKING, BinaryIO

from exports.errors import PackageError
from taxonomy.safe_zip import read_zip

if TYPE_CHECKING:
    from collections.abc import Iterable

DOCUMENT_TYPE = "https://xbrl.org/report-package/2023/xbri"

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READ_WRITE = 0o100644 << 16
_UNIX = 3


def write(name: str, ixbrl: bytes, taxonomy_files: Iterable[tuple[str, bytes]], stream: BinaryIO) -> None:
    """Write NAME.xbri: the iXBRL document as reports/NAME.xhtml beside the files of a taxonomy package.

    taxonomy_files: (path below the package's top folder, bytes), as
    `taxonomy.compile.package` or `files_of_package` gives them.

    Raises: PackageError where no taxonomyPackage.xml is among them.
    """
    members = {f"{name}/{path}": data for path, data in taxonomy_files}
    if f"{name}/META-INF/taxonomyPackage.xml" not in members:
        raise PackageError("The taxonomy package has no META-INF/taxonomyPackage.xml: build it again.")
    members[f"{name}/META-INF/reportPackage.json"] = (
        dumps({"documentInfo": {"documentType": DOCUMENT_TYPE}}, indent=1) + "\n"
    ).encode()
    members[f"{name}/reports/{name}.xhtml"] = ixbrl
    write_zip(members, stream)


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
