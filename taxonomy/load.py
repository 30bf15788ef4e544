"""One way to get a taxonomy, whatever form it is in: a shipped name, a source, or a package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taxonomy.errors import TagwrightError
from taxonomy.shipped import load_shipped, shipped_names

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

MAXIMUM_PACKAGE_BYTES = 256_000_000


def load_taxonomy(reference: str) -> Taxonomy:
    """Return the taxonomy of a shipped name ("bank-disclosure"), a FILE.yaml, or a PACKAGE.zip.

    Raises: TagwrightError (SourceError for mistakes in a source) where there is none, or it is wrong.
    """
    # Each reader is imported where it is needed: PyYAML and lxml cost more than the shipped form.
    if reference in shipped_names():
        return load_shipped(reference)
    path = Path(reference)
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"}:
        from taxonomy.source import load_source  # noqa: PLC0415 - see above

        return load_source(path)
    if ending == ".zip":
        from taxonomy.package import read_package  # noqa: PLC0415 - see above

        return read_package(read_package_bytes(path), str(path))
    names = ", ".join(shipped_names())
    raise TagwrightError(
        f'there is no taxonomy "{reference}": give a shipped one ({names}), a FILE.yaml or a PACKAGE.zip'
    )


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
