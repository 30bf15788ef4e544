"""A DuckDB file that holds one report alone, the same bytes in every run.

DuckDB draws a random identifier for each file it makes: 16 bytes of the header, which it is to know the file's
write-ahead log by, and it has no setting for it. A file that is closed has no such log; its identifier is made of what
else is in it, and the header's checksum is made anew. All else is equal from DuckDB 2.0 on.

Spec: none; DuckDB's sources (MainHeader in storage_info.hpp, Checksum in checksum.cpp).
"""

from __future__ import annotations

import shutil
from functools import reduce
from hashlib import sha256
from operator import xor
from pathlib import Path
from struct import pack, unpack
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, BinaryIO

from exports.tables.database import stored

if TYPE_CHECKING:
    from exports.tables.rows import TableSource

_HEADER = 4096
_CHECKSUM, _MAGIC, _IDENTIFIER = slice(0, 8), slice(8, 12), slice(124, 140)


def write(source: TableSource, stream: BinaryIO) -> int:
    """Write a DuckDB file that holds this report alone; return the number of facts.

    Raises: OutputError where DuckDB or pyarrow is missing, FilingError where a value is no number.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.duckdb")
        with stored(source, str(path)) as count:
            pass
        with path.open("rb") as made:
            stream.write(_header(made))
            shutil.copyfileobj(made, stream)
    return count


def _header(made: IO[bytes]) -> bytes:
    """Return the header with an identifier that follows from the file, as it is where it is not known to be one.

    The file is left where what follows the header begins.
    """
    header = bytearray(made.read(_HEADER))
    rest = sha256(header[_IDENTIFIER.stop :])
    while block := made.read(1 << 20):
        rest.update(block)
    made.seek(_HEADER)
    if header[_MAGIC] == b"DUCK" and header[_CHECKSUM] == _checksum(header) and any(header[_IDENTIFIER]):
        header[_IDENTIFIER] = rest.digest()[:16]
        header[_CHECKSUM] = _checksum(header)
    return bytes(header)


def _checksum(header: bytearray) -> bytes:
    """Return what DuckDB writes before the rest of a header."""
    words = unpack(f"<{_HEADER // 8 - 1}Q", header[8:])
    return pack("<Q", reduce(xor, ((word * 0xBF58476D1CE4E5B9) % 2**64 for word in words), 5381))
