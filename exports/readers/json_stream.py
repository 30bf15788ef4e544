"""JSON from outside, member by member: the file is never held, a key said twice is an error.

The members of the outermost object, and of one object among them, are decoded one at a time by the standard
library's own scanner; only a single member has to fit into memory.

Spec: RFC 8259; OIM common 1.0 section 6 (UTF-8, no duplicate keys).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from exports.errors import InstanceError
from exports.readers.ids import SeenIds

if TYPE_CHECKING:
    from typing import TextIO

PIECE = 1 << 18
MAXIMUM_MEMBER = 1 << 28
"""The longest single member, in characters."""

_BLANK = " \t\r\n"


class DuplicateKeyError(ValueError):
    """A key that stands twice in one object."""


def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the object of these members.

    Raises: DuplicateKeyError where a key stands twice.
    """
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise DuplicateKeyError(key)
            seen.add(key)
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


DECODER = json.JSONDecoder(object_pairs_hook=unique, parse_constant=_no_constant, parse_float=Decimal)
"""Decodes a value; no digit of a number is lost."""


class JsonStream:
    """A JSON file, read from its start."""

    def __init__(self, path: Path, stream: TextIO) -> None:
        """Take the opened file."""
        self.path = path
        self.stream = stream
        self.text = ""
        self.at = 0
        self.lines = 1
        self.halves = False

    def members(self) -> Iterator[str]:
        """Yield each key of the object that begins here; its value must be taken before the next one.

        Raises: InstanceError where this is no object, or a key stands twice.
        """
        self._expect("{")
        seen = SeenIds()
        if self._mark() == "}":
            self.at += 1
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                raise self.wrong("a key in quotes was expected")
            if not seen.is_new(key):
                raise self.wrong(f"the key {key[:60]!r} stands twice")
            self._expect(":")
            yield key
            mark = self._mark()
            self.at += 1
            if mark == "}":
                return
            if mark != ",":
                raise self.wrong("a comma or the end of an object was expected")

    def begins_with(self, mark: str) -> bool:
        """Return whether that character comes first."""
        return self._mark() == mark

    def value(self) -> object:
        """Return the value that begins here, whole.

        Raises: InstanceError where it is no JSON.
        """
        self._mark()
        while True:
            try:
                found, end = DECODER.raw_decode(self.text, self.at)
            except DuplicateKeyError as error:
                raise self.wrong(f"the key {str(error)[:60]!r} stands twice in one object") from None
            except RecursionError:
                raise self.wrong("objects are nested too deeply") from None
            except json.JSONDecodeError as error:
                self._read_on(error)
                continue
            except ValueError as error:
                raise self.wrong(f"{error} is no value in JSON") from None
            # A number may go on in what is not read yet.
            if end == len(self.text) and self._more():
                continue
            if self.halves:
                self._see_whole_characters(found)
            self.at = end
            return found

    def _see_whole_characters(self, found: object) -> None:
        """See that no text holds half of a character, which JSON can say and no other syntax can hold.

        Raises: InstanceError where one does.
        """
        try:
            json.dumps(found, ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError:
            raise self.wrong("half of a character stands alone (a surrogate)") from None

    def end(self) -> None:
        """Check that nothing follows.

        Raises: InstanceError where something does.
        """
        if self._mark():
            raise self.wrong("something follows the end of the object")

    def wrong(self, what: str) -> InstanceError:
        """Return the exception that says what is wrong, and where."""
        before = self.text[: self.at]
        column = self.at - before.rfind("\n")
        line = self.lines + before.count("\n")
        return InstanceError(
            f"{self.path.name}, line {line}, column {column}: {what}; correct it in the file."
        )

    def _read_on(self, error: json.JSONDecodeError) -> None:
        """Read more where the value may only be cut off; else say what is wrong with it."""
        cut = error.pos >= len(self.text) - 16 or error.msg.startswith("Unterminated string")
        if not cut or len(self.text) - self.at > MAXIMUM_MEMBER or not self._more(len(self.text)):
            self.at = min(error.pos, len(self.text))
            raise self.wrong(f"this is no JSON ({error.msg})") from None

    def _mark(self) -> str:
        """Go to the next character that is no blank; return it, or nothing at the end."""
        while True:
            text, at = self.text, self.at
            while at < len(text) and text[at] in _BLANK:
                at += 1
            self.at = at
            if at < len(text):
                return text[at]
            if not self._more():
                return ""

    def _expect(self, mark: str) -> None:
        if self._mark() != mark:
            raise self.wrong(f"{mark!r} was expected")
        self.at += 1

    def _more(self, least: int = 0) -> bool:
        """Drop what is done with and read on; return whether there was anything."""
        try:
            piece = self.stream.read(max(PIECE, least))
        except UnicodeDecodeError as error:
            raise InstanceError(
                f"{self.path.name}: this is not UTF-8 ({error.reason}), which OIM asks for; save it as UTF-8."
            ) from None
        if not piece:
            return False
        self.lines += self.text.count("\n", 0, self.at)
        self.text = self.text[self.at :] + piece
        self.at = 0
        self.halves = self.halves or "\\ud" in self.text or "\\uD" in self.text
        return True
