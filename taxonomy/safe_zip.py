"""Zips from outside: every name checked, every byte counted while it is unpacked, nothing written to disk.

Spec: Taxonomy Packages 1.0 section 3.1 and Report Packages 1.0 section 3 (which names a package may hold).
"""

from __future__ import annotations

import stat
import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from taxonomy.errors import TagwrightError

MAXIMUM_FILES: Final = 10_000
MAXIMUM_BYTES: Final = 512_000_000
_PIECE: Final = 1 << 20
_ENCRYPTED: Final = 0x1


class ZipError(TagwrightError):
    """A zip is damaged or not safe to read."""


def read_zip(
    data: bytes, name: str, *, maximum_bytes: int = MAXIMUM_BYTES, maximum_files: int = MAXIMUM_FILES
) -> dict[str, bytes]:
    """Return the files of a zip by path, sorted; `name` names it in messages.

    Raises: ZipError where it is no zip, damaged, too large when unpacked, or holds a name that is not safe.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > maximum_files:
                raise ZipError(
                    f"{name}: the zip holds {len(entries)} files, more than {maximum_files}: refused"
                )
            _check_names(entries, name)
            return _unpack(archive, entries, name, maximum_bytes)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise ZipError(f"{name}: this is no zip that can be read ({error}): make or fetch it again") from None


def comment_of(data: bytes) -> bytes:
    """Return the comment of a zip that `read_zip` has read."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.comment


def _check_names(entries: list[ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        path = entry.filename
        if reason := _unsafe(entry):
            raise ZipError(
                f'{name}: the entry "{path[:100]}" {reason}: refused, make the zip again without it'
            )
        folded = path.casefold()
        if folded in seen:
            raise ZipError(
                f'{name}: the entry "{path[:100]}" stands in the zip twice: refused, make it again'
            )
        seen.add(folded)


def _unsafe(entry: ZipInfo) -> str:
    """Return why an entry is refused, or an empty string."""
    path = entry.orig_filename
    parts = path.removesuffix("/").split("/")
    mode = entry.external_attr >> 16
    if "\\" in path or "\0" in path or ":" in path:
        return "has a backslash, colon or zero byte in its name"
    if path.startswith("/"):
        return "is an absolute path"
    if any(part in {"", ".", ".."} for part in parts):
        return "has an empty, . or .. step in its path"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is a link or a device"
    return ""


def _unpack(archive: ZipFile, entries: list[ZipInfo], name: str, maximum_bytes: int) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = maximum_bytes
    for entry in sorted(entries, key=lambda item: item.filename):
        if entry.is_dir():
            continue
        pieces: list[bytes] = []
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    limit = maximum_bytes // 1_000_000
                    raise ZipError(f"{name}: the zip unpacks to more than {limit} MB: refused")
                pieces.append(piece)
        files[entry.filename] = b"".join(pieces)
    return files
