"""Whether a file is a taxonomy package just as tagwright writes it, so that building again loses nothing."""

from __future__ import annotations

from taxonomy.compile.package import package_files, package_name, seal
from taxonomy.errors import TagwrightError
from taxonomy.package import read_package
from taxonomy.safe_zip import comment_of, read_zip


def is_as_built(data: bytes, name: str) -> bool:
    """Return whether what is read from the package gives back each of its files, byte for byte, and no other.

    False for anybody else's package, and for one of ours that was changed or that another version wrote.
    """
    try:
        files = read_zip(data, name)
        if comment_of(data) == seal(files):
            return True  # an extension's
        known = read_package(data, name)
    except TagwrightError:
        return False
    top = package_name(known).removesuffix(".zip")
    return files == {f"{top}/{path}": content for path, content in package_files(known)}
