"""The mistakes of a caller that the exports can meet: each is one sentence that says what to do."""

from __future__ import annotations

from taxonomy.errors import TagwrightError


class FilingError(TagwrightError):
    """A ledger, report or taxonomy that no filing can be written from."""


class OutputError(TagwrightError):
    """A folder or file that cannot be written."""


class PackageError(TagwrightError):
    """A taxonomy or report package that is none, or that is not safe to open."""


class InstanceError(TagwrightError):
    """An instance that cannot be read: what is wrong, in which file and where."""
