"""Files from outside, read whole up to a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.errors import TagwrightError

if TYPE_CHECKING:
    from pathlib import Path

MAXIMUM_PACKAGE_BYTES: Final = 256_000_000


def read_package_bytes(path: Path) -> bytes:
    """Return the bytes of a package.

    Raises: TagwrightError where the file cannot be read or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_PACKAGE_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise TagwrightError(
            f"{path}: the taxonomy package cannot be read ({reason}): check the path"
        ) from None
    if len(data) > MAXIMUM_PACKAGE_BYTES:
        limit = MAXIMUM_PACKAGE_BYTES // 1_000_000
        raise TagwrightError(f"{path}: the taxonomy package is larger than {limit} MB: refused")
    return data
