"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from taxonomy.errors import TagwrightError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises: TagwrightError where it cannot be written; what stood there before is then as it was.
    """
    part = path.with_name(f".{path.name}.tagwright-part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise TagwrightError(
            f"{path}: cannot be written ({error.strerror}): make room or name another place with -o"
        ) from None
