"""The compiled form of the tagger: held against the sources, found, and loaded, where `build_native.py` has made one.

It gives the same results in less time. It is never taken where a source has changed since it was made, nor where the
environment says TAGWRIGHT_NATIVE=0: then the sources run as they are. docs/native.md tells the whole of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType
from typing import Literal, Self

SWITCH = "TAGWRIGHT_NATIVE"
ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tagger" / ".native"
GROUP = "tagger_native"
LIBRARY, START = f"{GROUP}__mypyc", f"{GROUP}_start"
"""The library with all modules in it, as mypyc calls it, and what starts one of them: both in one file."""

State = Literal["compiled", "changed", "none", "off"]
"""The compiled form is taken; or the sources run: one has changed since, nothing is compiled, it is switched off."""


def binary(folder: Path) -> Path:
    """Return the compiled file in a folder; its suffix names the interpreter, so that another one finds none."""
    return folder / f"{LIBRARY}{EXTENSION_SUFFIXES[0]}"


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was when the tagger was compiled.

    changed: when it was written, in nanoseconds; where that is still so, the file need not be read.
    """

    path: str
    size: int
    changed: int
    digest: str

    @classmethod
    def of(cls, path: str) -> Self:
        """Return what a file of the checkout is now."""
        file = ROOT / path
        data = file.read_bytes()
        return cls(path, len(data), file.stat().st_mtime_ns, sha256(data).hexdigest())

    def is_unchanged(self) -> bool:
        """Return whether the file still says the same, whenever it was written."""
        try:
            found = os.stat(f"{ROOT}/{self.path}")  # noqa: PTH116  a hundred and fifty at each start
            return found.st_size == self.size and (
                found.st_mtime_ns == self.changed or Source.of(self.path).digest == self.digest
            )
        except OSError:
            return False


def state() -> State:
    """Return whether there is a compiled form of the sources as they are now, and why not."""
    if os.environ.get(SWITCH) == "0":
        return "off"
    if not binary(FOLDER).exists():
        return "none"
    try:
        lines = (FOLDER / "sources").read_text("utf-8").splitlines()
        sources = [
            Source(path, int(size), int(changed), digest)
            for path, size, changed, digest in map(str.split, lines)
        ]
    except (OSError, ValueError):
        return "changed"
    return "compiled" if sources and all(source.is_unchanged() for source in sources) else "changed"


class _Compiled(MetaPathFinder, Loader):
    """Finds and loads the compiled modules: name, and what the library calls its beginning."""

    def __init__(self, modules: dict[str, str]) -> None:
        self.modules = modules
        self.library, self.start = _part(LIBRARY), _part(START)
        self.library.__file__ = str(ROOT / binary(FOLDER).name)  # modules look for their data from here
        sys.modules[LIBRARY] = self.library

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, self, origin=fullname) if fullname in self.modules else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        made: ModuleType = self.start.start(getattr(self.library, self.modules[spec.name]))
        return made

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: a compiled module has run when it was created."""


def _part(name: str) -> ModuleType:
    path = str(binary(FOLDER))
    return module_from_spec(ModuleSpec(name, ExtensionFileLoader(name, path), origin=path))


def take() -> State:
    """Let the compiled form be imported from now on, if there is one, and return whether that is so."""
    found = state()
    if found == "compiled":
        lines = (FOLDER / "modules").read_text("utf-8").splitlines()
        sys.meta_path.insert(0, _Compiled(dict(map(str.split, lines))))
    return found


def listen() -> None:
    """Let Ctrl-C and other signals be heard: compiled code hears them only where it calls what is not compiled, like this."""
