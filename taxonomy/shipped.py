"""The taxonomies that come with tagwright, and the compiled form that makes them quick to load.

Reading a large YAML source takes a tenth of a second; beside each shipped source stands its compiled form
with the SHA-256 of the source it was made from, the files that it includes with it. Where that differs, the
source is read.
`python -m taxonomy.shipped` writes the compiled forms anew.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from taxonomy.compiled import decode, encode

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

_FOLDER: Final = Path(__file__).parent


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped taxonomies."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def source_of(name: str) -> Path:
    """Return the path of a shipped taxonomy's source."""
    return _FOLDER / f"{name}.yaml"


def load_shipped(name: str) -> Taxonomy:
    """Return a shipped taxonomy, from its compiled form if that is current."""
    compiled = _compiled_path(name)
    if compiled.is_file():
        found = decode(compiled.read_bytes())
        if found is not None and found[1] == sha256(source_bytes(name)).hexdigest():
            return found[0]
    from taxonomy.source import load_source  # noqa: PLC0415 - PyYAML and the loader cost more than the compiled form

    return load_source(_FOLDER / f"{name}.yaml")


def source_bytes(name: str) -> bytes:
    """Return the bytes of a shipped source and of the files that it may include: those in the folder of its name."""
    parts = [_FOLDER / f"{name}.yaml", *sorted((_FOLDER / name).rglob("*.yaml"))]
    return b"".join(part.read_bytes() for part in parts)


def write_compiled(name: str) -> Path:
    """Write the compiled form of a shipped taxonomy beside its source."""
    from taxonomy.source import load_source  # noqa: PLC0415 - as above

    compiled = _compiled_path(name)
    taxonomy = load_source(_FOLDER / f"{name}.yaml")
    compiled.write_text(encode(taxonomy, source_bytes(name)), "utf-8", newline="\n")
    return compiled


def _compiled_path(name: str) -> Path:
    return _FOLDER / f"{name}.json"


if __name__ == "__main__":
    for shipped in shipped_names():
        write_compiled(shipped)
