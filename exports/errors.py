"""The mistakes of a caller that the exports can meet: each is one sentence that says what to do."""

from __future__ import annotations

import re
from unicodedata import category

from taxonomy.errors import TagwrightError

_LONGEST_WORD = 300
_LONG_WORD = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S+")


class SentenceError(TagwrightError):
    """A mistake told in a sentence that quotes files from outside.

    So it is one line, no word of it is endless, and nothing in it moves a terminal's cursor or turns a line around.
    """

    def __init__(self, message: str) -> None:
        """Take the sentence."""
        super().__init__(message if message.isascii() and message.isprintable() else _shown(message))
        if len(message) > _LONGEST_WORD:
            self.args = (_LONG_WORD.sub(r"\1…", str(self)),)


def _shown(text: str) -> str:
    """Return a text whose control characters, halves of characters and lines are written out."""
    return "".join(
        mark.encode("unicode_escape").decode() if category(mark) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else mark
        for mark in text
    )


class FilingError(SentenceError):
    """A ledger, report or taxonomy that no filing can be written from."""


class OutputError(SentenceError):
    """A folder or file that cannot be written."""


class PackageError(SentenceError):
    """A taxonomy or report package that is none, or that is not safe to open."""


class InstanceError(SentenceError):
    """An instance that cannot be read: what is wrong, in which file and where."""
