"""Which files of a folder are reports, and which packages they rest on.

A file that is named is taken whatever it is, a taxonomy package as one to rest on. Of a folder those are taken
that look like a report: instances, iXBRL, xBRL-JSON and xBRL-CSV, report packages; a taxonomy package in it
serves the reports beside and below it.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.errors import PackageError
from exports.validation_pool import Job

_LOOK = 65_536
"""Bytes at both ends within which a file must show what it is."""

_INLINE = b"http://www.xbrl.org/2013/inlineXBRL"
_VIEWER = b"END IXBRL VIEWER EXTENSIONS"
_INSTANCE = re.compile(rb"<([\w.-]+:)?xbrl[\s>]")
_CERTAIN = frozenset({".xbrl", ".xbri", ".xbr"})
_PAGES = frozenset({".xhtml", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Found:
    """The reports to validate with the name each is told by, and how many other files were passed over."""

    jobs: tuple[Job, ...]
    names: tuple[str, ...]
    passed_over: int


def find_reports(given: Sequence[Path], packages: Sequence[Path] = ()) -> Found:
    """Return the reports among files and folders, in order, a folder's by name.

    Raises: PackageError where something is not there, or a folder holds no report.
    """
    jobs: list[Job] = []
    passed_over = 0
    for path in (*given, *packages):
        if not path.exists():
            raise PackageError(f"{path}: no such file; check the path")
        if path.is_dir() and path in packages:
            raise PackageError(f"{path}: is a folder; give the taxonomy package, a .zip")
    serving = (*packages, *(path for path in given if _kind_of_zip(path) == "taxonomy"))
    for path in given:
        if path.is_dir():
            found, others = _in_folder(path, serving)
            if not found:
                raise PackageError(f"{path}: this folder holds no report; check the path")
            jobs += found
            passed_over += others
        elif path not in serving:
            jobs.append(Job(path, serving))
    if not jobs:
        raise PackageError(
            f"{given[0]}: a taxonomy package holds no report; check it with tagwright taxonomy check"
        )
    plain = [job.path.name for job in jobs]
    names = plain if len(set(plain)) == len(plain) else [job.path.as_posix() for job in jobs]
    return Found(tuple(jobs), tuple(names), passed_over)


def _in_folder(folder: Path, packages: tuple[Path, ...]) -> tuple[list[Job], int]:
    jobs: list[Job] = []
    passed_over = 0
    serving: dict[Path, tuple[Path, ...]] = {}
    for here, files in _folders(folder):
        taxonomies = tuple(path for path in files if _kind_of_zip(path) == "taxonomy")
        serving[here] = (*serving.get(here.parent, packages), *taxonomies)
        reports = [path for path in files if path not in taxonomies and _looks_like_a_report(path)]
        passed_over += len(files) - len(reports) - len(taxonomies)
        jobs += [Job(path, serving[here]) for path in reports]
    return jobs, passed_over


def _folders(folder: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Yield each folder and the files in it, in order; what is hidden is not looked at."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(here), [Path(here, name) for name in sorted(files) if not name.startswith(".")]


def _looks_like_a_report(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending in _CERTAIN or _kind_of_zip(path) != "other":
        return True
    if ending not in {".json", ".xml", *_PAGES}:
        return False
    try:
        head, tail = _ends(path)
    except OSError:
        return True  # so that its verdict says why it could not be read
    if ending == ".json":
        return b'"documentInfo"' in head or b'"documentInfo"' in tail
    if ending == ".xml":
        return _INSTANCE.search(head) is not None
    return _INLINE in head and _VIEWER not in tail


def _ends(path: Path) -> tuple[bytes, bytes]:
    """Return the first and last bytes; those of UTF-16 read as if they were of ASCII."""
    with path.open("rb") as stream:
        head = stream.read(_LOOK)
        stream.seek(max(0, path.stat().st_size - _LOOK))
        tail = stream.read(_LOOK)
    return head.replace(b"\0", b""), tail.replace(b"\0", b"")


def _kind_of_zip(path: Path) -> str:
    """Return "report", "taxonomy" or "other"; a zip that cannot be read may be a report."""
    if path.suffix.lower() != ".zip" or path.is_dir():
        return "other"
    try:
        with zipfile.ZipFile(path) as archive:
            below = {name.partition("/")[2] for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return "report"
    if "META-INF/reportPackage.json" in below or any(name.startswith("reports/") for name in below):
        return "report"
    return "taxonomy" if "META-INF/taxonomyPackage.xml" in below else "other"
