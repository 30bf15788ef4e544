"""What a word may mean, and a word found in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

_TERMS = ("concept", "member", "own")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean: a concept, a member (of an axis), or a word of the language.

    kind: "concept", "member", "own" (the entity's own name), or "verb", "before", "after", "clause", "function",
    "of_which", … of the language. target: QName, or what the word of the language says. axis: of a member.
    """

    kind: str
    target: str
    axis: str = ""


class Word(tuple[Meaning, ...]):  # noqa: SLOT001  # what is computed once has to lie somewhere
    """All that one word may mean, and what is asked of it again and again, computed once.

    concepts: QNames. members: (axis, member). verb: what its first meaning as a verb says, "" if it is none.
    """

    kinds: frozenset[str]
    concepts: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    verb: str
    is_term: bool

    def __new__(cls, meanings: Iterable[Meaning] = ()) -> Self:
        """Make the word of its meanings."""
        word = super().__new__(cls, meanings)
        word.kinds = frozenset(m.kind for m in word)
        word.concepts = tuple(m.target for m in word if m.kind == "concept")
        word.members = tuple((m.axis, m.target) for m in word if m.kind == "member")
        word.verb = next((m.target for m in word if m.kind == "verb"), "")
        word.is_term = not word.kinds.isdisjoint(_TERMS)
        return word


@dataclass(slots=True)
class Token:
    """A word found in a line: offsets in the prose, and all it may mean; terms inside it are `nested`."""

    start: int
    end: int
    meanings: Word
    is_term: bool
    nested: tuple[Token, ...] = ()
    gap: tuple[int, int] | None = None  # where the gap of a term with a gap stands
    reach: int = 0  # where a term with a gap ends, behind its gap
    parted: bool = False  # a concept's term with a member between its words
