"""The package that a filing against somebody else's taxonomy refers to.

A taxonomy package that needs no other is taken as its publisher made it. Everything else (a zip without metadata,
a folder, a package that rests on others) is put together: the files of the DTS, and a catalogue for the addresses
that lead into them. The same files give the same bytes.

Spec: Taxonomy Packages 1.0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from taxonomy.compile.package import catalog_of, metadata, zipped
from taxonomy.files import read_package_bytes
from taxonomy.safe_zip import read_zip

if TYPE_CHECKING:
    from taxonomy.dts_files import Archive
    from taxonomy.model import Taxonomy

NO_ADDRESS: Final = "http://tagwright.org/package/"
"""Where a schema whose publisher gives no address is said to stand; the package's catalogue leads to it."""

_NOT_IN_A_FILE_NAME: Final = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Published:
    """A taxonomy package that is there already: its name, its bytes, its files below its top folder."""

    name: str
    data: bytes
    files: tuple[tuple[str, bytes], ...]


def published(name: str, data: bytes) -> Published:
    """Return a package from its bytes.

    Raises: ZipError where it is not safe to open.
    """
    members = read_zip(data, name)
    return Published(
        name, data, tuple((path.partition("/")[2], content) for path, content in members.items())
    )


def address_of(entry: str, stem: str) -> str:
    """Return what instances refer to: the entry point's address, or one made for a path without one.

    stem: PREFIX-VERSION.
    """
    return entry if urlsplit(entry).scheme else f"{NO_ADDRESS}{stem}/{entry}"


def file_stem(prefix: str, version: str) -> str:
    """Return PREFIX-VERSION as file names and addresses hold it."""
    return _NOT_IN_A_FILE_NAME.sub("_", f"{prefix}-{version}")


def package_of(
    taxonomy: Taxonomy, archives: tuple[Archive, ...], documents: tuple[tuple[int, str], ...]
) -> Published:
    """Return the package of a taxonomy.

    documents: (number of the archive, path within) of each file of the DTS.
    """
    stem = file_stem(taxonomy.prefix, taxonomy.version)
    first = archives[0]
    if len(archives) == 1 and first.entry_points:
        return published(f"{stem}.zip", read_package_bytes(first.path))
    files = {
        f"files/{number}/{path}": archives[number].read(path) or b"" for number, path in sorted(documents)
    }
    rewrites = [
        (start, f"../files/{number}/{target}")
        for number, archive in enumerate(archives)
        for start, target in archive.rewrites
    ]
    rewrites.append((f"{NO_ADDRESS}{stem}/", "../files/0/"))
    files["META-INF/catalog.xml"] = catalog_of(rewrites).encode()
    files["META-INF/taxonomyPackage.xml"] = metadata(taxonomy).encode()
    ordered = tuple(sorted(files.items()))
    return Published(f"{stem}.zip", zipped(stem, ordered), ordered)
