"""A taxonomy as others write them: several files, own types, tuples, typed and open ends; zipped or as a folder."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

FOLDER = Path(__file__).parent / "data" / "foreign"


def zipped(path: Path, changes: dict[str, bytes | None] | None = None) -> Path:
    """Write the taxonomy package, some of its files changed, added or (None) left out."""
    files: dict[str, bytes | None] = {
        file.relative_to(FOLDER).as_posix(): file.read_bytes()
        for file in sorted(FOLDER.rglob("*"))
        if file.is_file()
    }
    files.update(changes or {})
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            if data is not None:
                archive.writestr(f"canal/{name}", data)
    path.write_bytes(buffer.getvalue())
    return path


def copied(folder: Path) -> Path:
    """Copy the files of the taxonomy into a folder, without metadata."""
    return Path(shutil.copytree(FOLDER / "www", folder))


def changed(name: str, old: str, new: str) -> dict[str, bytes | None]:
    """Return one file with a text in it replaced."""
    text = (FOLDER / name).read_text("utf-8")
    assert old in text
    return {name: text.replace(old, new).encode()}
