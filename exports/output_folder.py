"""The output folder: every file whole or not at all, and the old output whole until the new one is complete.

Files are first made in a folder inside the output folder (same disk, so a rename moves them), under their own
names, so that they can be validated there. Its manifest is written last: from then on the run counts as done,
and if it is interrupted while files are moved into place, the next run moves the rest. Before that moment an
interrupted run leaves nothing but that inner folder, which the next run sweeps away.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import file_digest
from json import dumps, loads
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, BinaryIO, Self

from exports.errors import OutputError

try:
    import fcntl
except ImportError:  # pragma: no cover  Windows has none: there two runs at once are not told apart
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from types import TracebackType

MANIFEST = "manifest.json"
STAGING = ".tagwright-staging"
GENERATOR = "tagwright"

Content = bytes | Callable[[BinaryIO], object]

_MAXIMUM_NAME_BYTES = 255
_MAXIMUM_MANIFEST_BYTES = 10_000_000


class OutputFolder:
    """The folder while a run writes to it; leaving it without `publish` changes nothing."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing happens before it is entered."""
        self.folder = folder
        self._staging = folder / STAGING
        self._digests: dict[str, tuple[str, int]] = {}
        self._lock = -1
        self._made = False

    def __enter__(self) -> Self:
        """Make the folder where it is missing, and finish or undo what an interrupted run left.

        Raises: OutputError where it cannot be written, or another run is writing to it.
        """
        try:
            self._made = not self.folder.exists()
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.folder, os.O_RDONLY)
            self._take_lock()
            self._prepare()
        except OSError as error:
            self._leave()
            raise self._cannot(error) from error
        except BaseException:
            self._leave()
            raise
        return self

    def _prepare(self) -> None:
        """Finish what an interrupted run left and make the inner folder; interrupted here, take it away again."""
        try:
            if _listed(self._staging / MANIFEST):
                self._move_into_place()  # what is no manifest of ours is swept
            _sweep(self._staging)
            self._staging.mkdir()
        except BaseException:  # a signal too, for which the with-block has not begun
            self._take_away()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take away what was not published."""
        self._take_away()
        self._leave()

    def _take_away(self) -> None:
        if not (self._staging / MANIFEST).is_file():
            _sweep(self._staging)
            if self._made:
                with suppress(OSError):  # it holds published files, or somebody else's by now
                    self.folder.rmdir()

    def write(self, name: str, content: Content) -> Path:
        """Make one file and return where it stands until it is published.

        Raises: OutputError where the name is none for a file here, or it cannot be written.
        """
        if not is_plain_name(name) or name == MANIFEST:
            raise OutputError(f"{name!r} cannot be the name of an output file: rename the document.")
        path = self._staging / name
        try:
            with path.open("wb") as stream:
                if isinstance(content, bytes):
                    stream.write(content)
                else:
                    content(stream)
                stream.flush()
                os.fsync(stream.fileno())
            self._digests[name] = _digest(path)
        except OSError as error:
            raise self._cannot(error, name) from error
        return path

    def publish(
        self,
        inputs: Sequence[tuple[str, str, str]] = (),
        versions: Sequence[tuple[str, str]] = (),
    ) -> tuple[str, ...]:
        """Put the files into their places, the manifest last, and return the names of all.

        inputs: (what it is, its name, SHA-256) of each file read. versions: (program, version).

        Raises: OutputError where a place is taken by something that no earlier run made, where a file of an
        earlier run was changed since (an edit would be lost), or on a full disk.
        """
        try:
            self._check_places(frozenset(digest for kind, _, digest in inputs if kind == "document"))
            manifest = self._manifest(inputs, versions)
            part = self._staging / f"{MANIFEST}.part"
            with part.open("wb") as stream:
                stream.write(manifest)
                stream.flush()
                os.fsync(stream.fileno())
            _sync_folder(self._staging)
            with _interrupts_held():
                part.replace(self._staging / MANIFEST)
                _sync_folder(self._staging)
                self._move_into_place()
                _sweep(self._staging)
        except OSError as error:
            raise self._cannot(error) from error
        return (*sorted(self._digests), MANIFEST)

    def _manifest(self, inputs: Sequence[tuple[str, str, str]], versions: Sequence[tuple[str, str]]) -> bytes:
        plain = {
            "generator": GENERATOR,
            "versions": dict(sorted(versions)),
            "inputs": [{"kind": kind, "name": name, "sha256": digest} for kind, name, digest in inputs],
            "files": [
                {"name": name, "sha256": digest, "bytes": size}
                for name, (digest, size) in sorted(self._digests.items())
            ],
        }
        return (dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()

    def _check_places(self, documents: frozenset[str]) -> None:
        """Refuse to lose what is not ours: files of others, and files of an earlier run that were changed since."""
        known = _written_before(self.folder / MANIFEST)
        for name in sorted({*self._digests, *known, MANIFEST}):
            place = self.folder / name
            try:
                mode = place.lstat().st_mode
            except FileNotFoundError:
                continue
            if stat.S_ISREG(mode):
                self._check_file(place, known, documents)
            elif name in self._digests or name == MANIFEST:
                raise OutputError(f"{place} is not a file: move it away or choose another output folder.")

    def _check_file(self, place: Path, known: dict[str, str], documents: frozenset[str]) -> None:
        if place.name == MANIFEST and known:
            return
        held = _digest(place)
        if place.name in known and held[0] == known[place.name]:
            return
        if held[0] in documents:  # once listed as an output, a later run would overwrite the user's own file
            raise OutputError(
                f"{place} is the document that is read: move it or choose another output folder."
            )
        if held == self._digests.get(place.name):
            return
        if place.name in known:
            raise OutputError(
                f"{place} was changed after tagwright wrote it, and this run would overwrite or remove it: "
                "move it away to keep it, or delete it."
            )
        raise OutputError(
            f"{place} was not written by an earlier run: move it or choose another output folder."
        )

    def _move_into_place(self) -> None:
        """Finish what the manifest in the inner folder says; done twice it does no more than once."""
        new = _listed(self._staging / MANIFEST)
        for name in sorted(new - {MANIFEST}):
            with suppress(FileNotFoundError):  # moved before the interruption
                (self._staging / name).replace(self.folder / name)
        for name in sorted(_listed(self.folder / MANIFEST) - new):
            _remove_file(self.folder / name)
        _sync_folder(self.folder)
        (self._staging / MANIFEST).replace(self.folder / MANIFEST)
        _sync_folder(self.folder)

    def _take_lock(self) -> None:
        if fcntl is None:  # pragma: no cover
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(
                f"Another run is writing to {self.folder}: wait for it or choose another output folder."
            ) from None

    def _leave(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _cannot(self, error: OSError, name: str = "") -> OutputError:
        place = self.folder / name if name else self.folder
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            return OutputError(f"The disk is full: {place} could not be written; make room and run again.")
        if error.errno in {errno.EEXIST, errno.ENOTDIR} and not self.folder.is_dir():
            return OutputError(f"{self.folder} is not a folder: choose another output folder.")
        return OutputError(
            f"{place} cannot be written ({error.strerror or error}): choose another output folder."
        )


def publish(
    folder: Path,
    files: Mapping[str, Content],
    inputs: Sequence[tuple[str, str, str]] = (),
    versions: Sequence[tuple[str, str]] = (),
) -> tuple[str, ...]:
    """Write all the files into the folder, or none, and return the names of what is there now.

    Raises: OutputError as `OutputFolder` does.
    """
    with OutputFolder(folder) as output:
        for name, content in files.items():
            output.write(name, content)
        return output.publish(inputs, versions)


def is_plain_name(name: str) -> bool:
    """Return whether the name is that of a file right in a folder, on any system, and not one of ours."""
    return (
        bool(name)
        and name not in {".", ".."}
        and not name.startswith(STAGING)
        and not any(mark in name for mark in "/\\:\0")
        and name.isprintable()
        and len(name.encode("utf-8", "surrogateescape")) <= _MAXIMUM_NAME_BYTES
    )


def _listed(manifest: Path) -> frozenset[str]:
    """Return the names that a manifest of ours lists, its own among them; of any other file none."""
    return frozenset(_written_before(manifest))


def _written_before(manifest: Path) -> dict[str, str]:
    """Return {name: SHA-256} of what a manifest of ours lists, its own name (of no digest) among them."""
    try:
        with manifest.open("rb") as stream:
            plain = loads(stream.read(_MAXIMUM_MANIFEST_BYTES))
    except (FileNotFoundError, IsADirectoryError, ValueError, RecursionError):
        return {}
    match plain:
        case {"generator": "tagwright", "files": list(files)}:
            listed = [(item.get("name"), item.get("sha256")) for item in files if isinstance(item, dict)]
        case _:
            return {}
    named = {name: str(digest) for name, digest in listed if isinstance(name, str) and is_plain_name(name)}
    return named | {MANIFEST: ""}


def _remove_file(path: Path) -> None:
    with suppress(FileNotFoundError):
        if stat.S_ISREG(path.lstat().st_mode):
            path.unlink()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C and SIGTERM back for the moment in which files move into their places: they act right after."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _sweep(staging: Path) -> None:
    if staging.is_symlink():
        staging.unlink()
    elif staging.exists():
        rmtree(staging)


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest(), os.fstat(stream.fileno()).st_size


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
