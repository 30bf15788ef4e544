"""An extension and its base together: in one package, and as Arelle reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from taxonomy.compile.package import catalog_of, compile_package, package_name
from taxonomy.dts_files import rewrites_of
from taxonomy.extension.compile import extension_files
from taxonomy.foreign import Loaded, load_dts
from taxonomy.published import Published

if TYPE_CHECKING:
    from taxonomy.extension.read import Extension


def extension_package(extension: Extension) -> bytes:
    """Return the package of the extension alone, which needs its base's beside it."""
    return compile_package(extension.own, extension_files(extension), sealed=True)


def with_base(extension: Extension) -> Published:
    """Return one package of the extension and its base, which needs nothing beside it."""
    files = dict(extension_files(extension))
    own, theirs = rewrites_of(files), rewrites_of(dict(extension.package.files))
    for path, data in extension.package.files:
        if not path.startswith("META-INF/"):
            files[f"base/{path}"] = data
    rewrites = [(start, f"../{prefix}") for start, prefix in own]
    rewrites.extend((start, f"../base/{prefix}") for start, prefix in theirs)
    files["META-INF/catalog.xml"] = catalog_of(rewrites).encode()
    ordered = tuple(sorted(files.items()))
    name = package_name(extension.own)
    return Published(name, compile_package(extension.own, ordered), ordered)


def load_extension(extension: Extension) -> Loaded:
    """Return the extension and its base as one taxonomy.

    Raises: DtsError where Arelle could not load what was compiled.
    """
    made = with_base(extension)
    with TemporaryDirectory(prefix="tagwright-") as folder:
        path = Path(folder) / made.name
        path.write_bytes(made.data)
        loaded = load_dts(f"{path}#{extension.own.entry_point}")
    findings = tuple(
        replace(
            item, file=item.file.replace(f"{folder}/", ""), message=item.message.replace(f"{folder}/", "")
        )
        for item in loaded.findings
    )
    taxonomy = replace(loaded.taxonomy, labels=extension.own.labels)
    return replace(loaded, taxonomy=taxonomy, findings=findings, made=made)
