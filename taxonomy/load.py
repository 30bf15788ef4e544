"""One way to get a taxonomy, whatever form it is in: a shipped name, a source, a package, anybody's DTS."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from taxonomy.compiled import read_compiled
from taxonomy.errors import TagwrightError
from taxonomy.shipped import load_shipped, shipped_names

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

MAXIMUM_PACKAGE_BYTES = 256_000_000


def load_taxonomy(reference: str) -> Taxonomy:
    """Return the taxonomy of a reference.

    reference: a shipped name ("bank-disclosure"), a source (FILE.yaml), a package (PACKAGE.zip), a compiled form
    (FILE.json), or a DTS of anybody's: a schema (FILE.xsd), PACKAGE.zip#ENTRY or FOLDER#ENTRY.

    Raises: TagwrightError (SourceError for mistakes in a source) where there is none, or it is wrong.
    """
    # Each reader is imported where it is needed: PyYAML, lxml and Arelle cost more than the compiled form.
    if reference in shipped_names():
        return load_shipped(reference)
    path = Path(reference.partition("#")[0])
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"}:
        from taxonomy.source import load_source  # noqa: PLC0415 - see above

        return load_source(path)
    if ending == ".json":
        return read_compiled(read_package_bytes(path), str(path))
    if ending == ".zip" and reference == str(path):
        from taxonomy.package import ForeignPackageError, read_package  # noqa: PLC0415 - see above

        with suppress(ForeignPackageError):
            return read_package(read_package_bytes(path), str(path))
    if ending in {".zip", ".xsd", ".xml"} or path.is_dir():
        from taxonomy.foreign import load_dts  # noqa: PLC0415 - see above

        return load_dts(reference).taxonomy
    names = ", ".join(shipped_names())
    raise TagwrightError(
        f'there is no taxonomy "{reference}": give a shipped one ({names}), a FILE.yaml, a PACKAGE.zip, '
        "a FILE.xsd, or what `tagwright taxonomy load` wrote (FILE.json)"
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
