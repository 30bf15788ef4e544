"""Ids of facts seen so far: of each its hash, some 70 bytes of a set, so that a million take 70 MB.

Two different ids have the same hash once in ten million files of a million facts.
"""

from __future__ import annotations


class SeenIds:
    """Tells an id that was seen before."""

    def __init__(self) -> None:
        """Begin with none."""
        self.hashes: set[int] = set()

    def is_new(self, name: str) -> bool:
        """Take an id; return whether it is the first of its kind."""
        before = len(self.hashes)
        self.hashes.add(hash(name))
        return len(self.hashes) > before
