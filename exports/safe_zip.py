"""Zip files from outside, read within limits.

A zip may lie about sizes, name files outside its folder, or unpack to a thousand times its size. Nothing is
ever extracted: members are read into memory, real bytes counted.

Spec: Taxonomy Packages 1.0 section 3 (what a package's zip may hold).
"""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

from exports.errors import PackageError

MAXIMUM_BYTES = 256 * 1024 * 1024
MAXIMUM_MEMBERS = 20_000

_ENCRYPTED = 1


def read_members(source: Path | bytes, name: str = "") -> dict[str, bytes]:
    """Return the files of a zip by their names.

    Raises: PackageError where it is no zip, is not safe to open, or unpacks to more than 256 MB.
    """
    label = name or (source.name if isinstance(source, Path) else "the package")
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            return _read(archive, label)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise PackageError(
            f"{label} is not a zip file that can be read ({error}): make the package again."
        ) from error
    except OSError as error:
        raise PackageError(f"{label} cannot be read: {error.strerror or error}.") from error


def _read(archive: zipfile.ZipFile, label: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAXIMUM_MEMBERS:
        raise PackageError(
            f"{label} holds {len(entries):,} files, more than {MAXIMUM_MEMBERS:,}: it is not opened."
        )
    members: dict[str, bytes] = {}
    left = MAXIMUM_BYTES
    for entry in entries:
        _check(entry, label)
        if entry.is_dir():
            continue
        if entry.filename in members:
            raise PackageError(f"{label} holds {entry.filename!r} twice: it is not opened.")
        with archive.open(entry) as stream:
            data = stream.read(left + 1)
        left -= len(data)
        if left < 0:
            raise PackageError(f"{label} unpacks to more than {MAXIMUM_BYTES // 2**20} MB: it is not opened.")
        members[entry.filename] = data
    return members


def _check(entry: zipfile.ZipInfo, label: str) -> None:
    # Python turns os.sep into "/" and cuts at a NUL: the name as it stands in the file is what others see.
    name = entry.orig_filename
    parts = name.rstrip("/").split("/")
    if (
        "\\" in name
        or "\0" in name
        or name.startswith("/")
        or ":" in parts[0]
        or {"", ".", ".."} & set(parts)
    ):
        raise PackageError(f"{label} holds a file named {name!r}, which leads out of it: it is not opened.")
    if entry.flag_bits & _ENCRYPTED:
        raise PackageError(f"{label} is encrypted: give it without a password.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise PackageError(f"{label} holds the link {name!r}: it is not opened.")
