"""One way to get a taxonomy, whatever form it is in: a shipped name, a source, a package, anybody's DTS."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from taxonomy.compiled import read_compiled
from taxonomy.errors import TagwrightError
from taxonomy.files import read_package_bytes
from taxonomy.shipped import load_shipped, shipped_names

if TYPE_CHECKING:
    from taxonomy.foreign import Loaded
    from taxonomy.model import Taxonomy
    from taxonomy.published import Published


def load_taxonomy(reference: str) -> Taxonomy:
    """Return the taxonomy of a reference.

    reference: a shipped name ("bank-disclosure"), a source (FILE.yaml), a workbook (FILE.xlsx), a package
    (PACKAGE.zip), a compiled form (FILE.json), or a DTS of anybody's: a schema (FILE.xsd), PACKAGE.zip#ENTRY or FOLDER#ENTRY.

    Raises: TagwrightError (SourceError for mistakes in a source) where there is none, or it is wrong.
    """
    own = _own(reference)
    return load_foreign(reference).taxonomy if own is None else own


def load_to_file(reference: str, above: tuple[Path, ...] = ()) -> tuple[Taxonomy, Published | None]:
    """Return the taxonomy of a reference, and its package where somebody else wrote it.

    above: the extensions that lead here.

    Raises: TagwrightError as `load_taxonomy`, and where the package of a compiled form is not beside it.
    """
    own = _own(reference)
    if own is None:
        loaded = load_foreign(reference, above)
        return loaded.taxonomy, loaded.package()
    return own, None if own.dts is None else _package_beside(Path(reference), own)


def _own(reference: str) -> Taxonomy | None:
    """Return the taxonomy where it can be read without Arelle, or None."""
    # Each reader is imported where it is needed: PyYAML, lxml and Arelle cost more than the compiled form.
    if reference in shipped_names():
        return load_shipped(reference)
    path = Path(reference)
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"} and not _extends(path):
        from taxonomy.source import load_source  # noqa: PLC0415 - see above

        return load_source(path)
    if ending == ".xlsx" and not _extends(path):
        from taxonomy.workbook.source import load_workbook  # noqa: PLC0415 - see above

        return load_workbook(path)
    if ending == ".json":
        return read_compiled(read_package_bytes(path), str(path))[0]
    if ending == ".zip":
        from taxonomy.package import ForeignPackageError, read_package  # noqa: PLC0415 - see above

        with suppress(ForeignPackageError):
            return read_package(read_package_bytes(path), str(path))
    return None


def _extends(path: Path) -> bool:
    from taxonomy.extension.read import is_extension  # noqa: PLC0415 - see above

    return is_extension(path)


def load_foreign(reference: str, above: tuple[Path, ...] = ()) -> Loaded:
    """Return a taxonomy that Arelle reads: anybody's, or an extension with its base.

    above: the extensions that lead here.

    Raises: TagwrightError where it cannot be read; DtsError with all findings where Arelle must not see it.
    """
    path = Path(reference.partition("#")[0])
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"} or (ending == ".xlsx" and _extends(path)):
        from taxonomy.extension.load import load_extension  # noqa: PLC0415 - see above
        from taxonomy.extension.read import read_extension  # noqa: PLC0415 - see above

        here = Path(os.path.realpath(path))
        if here in above:
            circle = " → ".join(item.name for item in (*above[above.index(here) :], here))
            raise TagwrightError(f"{path}: extends itself ({circle}): let one of them extend something else")
        base = partial(load_to_file, above=(*above, here))
        return load_extension(read_extension(path, base))
    if ending in {".zip", ".xsd", ".xml"} or path.is_dir():
        from taxonomy.foreign import load_dts  # noqa: PLC0415 - see above

        return load_dts(reference)
    names = ", ".join(shipped_names())
    raise TagwrightError(
        f'there is no taxonomy "{reference}": give a shipped one ({names}), a FILE.yaml, a PACKAGE.zip, '
        "a FILE.xsd, or what `tagwright taxonomy load` wrote (FILE.json)"
    )


def _package_beside(path: Path, taxonomy: Taxonomy) -> Published:
    """Return the package of a compiled form, or of somebody else's taxonomy in a workbook: the zip of its name."""
    from taxonomy.dts_files import open_archive  # noqa: PLC0415 - see above
    from taxonomy.published import published  # noqa: PLC0415 - see above

    beside = path.with_suffix(".zip")
    data = read_package_bytes(beside) if beside.is_file() else b""
    if path.suffix.lower() == ".json":
        belongs = sha256(data).hexdigest() == read_compiled(read_package_bytes(path), str(path))[1]
    else:
        belongs = beside.is_file() and taxonomy.entry_point in open_archive(beside).entry_points
    if not belongs:
        raise TagwrightError(
            f"{beside}: the package that belongs to {path.name} is not there, or is another one, and a filing "
            "needs it: run `tagwright taxonomy load` again"
        )
    return published(beside.name, data)
