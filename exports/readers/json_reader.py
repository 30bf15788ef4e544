"""xBRL-JSON read as a stream: once for what stands beside the facts, then again for each look at them.

Spec: xBRL-JSON 1.0, OIM 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exports.definitions import NONE, Definitions
from exports.errors import InstanceError
from exports.readers.json_stream import JsonStream
from exports.readers.oim import AspectsOfOim, Header, facts_linked, footnote_of, header
from exports.report import Fact, Footnote, Period, Report

if TYPE_CHECKING:
    from collections.abc import Generator

DOCUMENT_TYPES = frozenset({"https://xbrl.org/2021/xbrl-json"})
_MEMBERS = frozenset({"value", "decimals", "dimensions", "links"})
_NOTE = b':note"'
_PIECE = 1 << 20


def read(path: Path, definitions: Definitions = NONE) -> Report:
    """Return the file's report; its facts are read from the file each time they are iterated.

    Raises: InstanceError where it is no xBRL-JSON that can be read, here or while the facts are iterated.
    """
    info: object = None
    with opened(path) as stream:
        for key in stream.members():
            if key == "documentInfo":
                info = stream.value()
                break  # whatever is wrong behind it is met when the facts are read
            if key == "facts":
                for _ in stream.members():
                    stream.value()
            else:
                _check_extension(key, stream)
                stream.value()
    head = header(info, path.name, DOCUMENT_TYPES)
    facts = _Facts(path, head, definitions)
    return Report(
        entry_point=head.entry_point,
        namespaces=head.report_namespaces(),
        facts=facts,
        footnotes=tuple(_footnotes(path, head)),
        typed_domains=head.typed_domains(definitions),
    )


@contextmanager
def opened(path: Path) -> Generator[JsonStream]:
    """Open a JSON file; a byte-order mark is passed over.

    Raises: InstanceError where it cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield JsonStream(path, stream)
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None


def _members(path: Path) -> Iterator[tuple[str, dict[str, object], JsonStream]]:
    """Yield id and object of each member of "facts"."""
    with opened(path) as stream:
        for key in stream.members():
            if key != "facts":
                _check_extension(key, stream)
                stream.value()
                continue
            for name in stream.members():
                value = stream.value()
                if not isinstance(value, dict):
                    raise stream.wrong(f"the fact {name!r} is no object")
                yield name, value, stream
        stream.end()


def _check_extension(key: str, stream: JsonStream) -> None:
    if key != "documentInfo" and ":" not in key:
        raise stream.wrong(f"{key[:60]!r} is no member of an xBRL-JSON report")


def _footnotes(path: Path, head: Header) -> Iterator[Footnote]:
    """Yield the facts that are footnotes; a file without any is only searched for the word."""
    if not _speaks_of_notes(path):
        return
    for name, plain, stream_ in _members(path):
        dimensions = plain.get("dimensions")
        if isinstance(dimensions, dict) and head.is_note(dimensions.get("concept")):
            yield footnote_of(name, plain.get("value"), dimensions, stream_.wrong)


def _speaks_of_notes(path: Path) -> bool:
    with path.open("rb") as stream:
        last = b""
        while piece := stream.read(_PIECE):
            if _NOTE in last + piece:
                return True
            last = piece[-len(_NOTE) :]
    return False


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of the file, read anew each time."""

    path: Path
    head: Header
    definitions: Definitions

    def __iter__(self) -> Iterator[Fact]:
        """Yield each fact in the order of the file."""
        aspects = AspectsOfOim(self.head, self.definitions, Period.parse_oim)
        for name, plain, stream in _members(self.path):
            dimensions = plain.get("dimensions")
            if not isinstance(dimensions, dict) or not plain.keys() <= _MEMBERS:
                unknown = sorted(key for key in plain.keys() - _MEMBERS if ":" not in key)
                if unknown or not isinstance(dimensions, dict):
                    raise stream.wrong(
                        f"the fact {name!r} has no dimensions, or members that no fact has ({', '.join(unknown)})"
                    )
            if self.head.is_note(dimensions.get("concept")):
                continue
            try:
                yield aspects.fact(
                    name,
                    plain.get("value"),
                    plain.get("decimals"),
                    dimensions,
                    facts_linked(plain.get("links"), self.head),
                )
            except ValueError as error:
                raise stream.wrong(f"the fact {name!r}: {error}") from None
