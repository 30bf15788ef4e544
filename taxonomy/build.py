"""What `taxonomy build` writes: the package of a taxonomy of ours, or of an extension without its base."""

from __future__ import annotations

from pathlib import Path

from taxonomy.compile import compile_package, package_name
from taxonomy.load import load_taxonomy, load_to_file


def build_package(reference: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the package.

    Raises: TagwrightError where there is no taxonomy, or it is wrong, or somebody else wrote it.
    """
    path = Path(reference)
    if path.suffix.lower() in {".yaml", ".yml", ".xlsx"}:
        from taxonomy.extension.load import extension_package  # noqa: PLC0415 - only an extension pays for Arelle
        from taxonomy.extension.read import is_extension, read_extension  # noqa: PLC0415 - likewise

        if is_extension(path):
            extension = read_extension(path, load_to_file)
            return package_name(extension.own), extension_package(extension)
    known = load_taxonomy(reference)
    return package_name(known), compile_package(known)
