"""What a word may mean, and a word found in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TERMS = ("concept", "member", "own")
ONLY_MEMBER, ONLY_FUNCTION = frozenset(("member",)), frozenset(("function",))
"""The `kinds` of a word that means a member, or joins others, and means nothing else."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean: a concept, a member (of an axis), or a word of the language.

    kind: "concept", "member", "own" (the entity's own name), or "verb", "before", "after", "clause", "function",
    "of_which", … of the language. target: QName, or what the word of the language says. axis: of a member.
    """

    kind: str
    target: str
    axis: str = ""


class Word:
    """All that one word may mean, and what is asked of it again and again, computed once.

    concepts: QNames. members: (axis, member). verb: what its first meaning as a verb says, "" if it is none.
    """

    __slots__ = ("concepts", "is_term", "kinds", "meanings", "members", "verb")

    def __init__(self, meanings: Iterable[Meaning] = ()) -> None:
        """Make the word of its meanings."""
        self.meanings = tuple(meanings)
        self.kinds = frozenset([m.kind for m in self.meanings])
        self.concepts = tuple([m.target for m in self.meanings if m.kind == "concept"])
        self.members = tuple([(m.axis, m.target) for m in self.meanings if m.kind == "member"])
        self.verb = next((m.target for m in self.meanings if m.kind == "verb"), "")
        self.is_term = not self.kinds.isdisjoint(_TERMS)

    def __iter__(self) -> Iterator[Meaning]:
        """Go through its meanings."""
        return iter(self.meanings)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.meanings)

    def __eq__(self, other: object) -> bool:
        """Return whether both mean the same."""
        return isinstance(other, Word) and self.meanings == other.meanings

    def __hash__(self) -> int:
        """Return a number that is the same for words that mean the same."""
        return hash(self.meanings)


_NO_WORD = Word()


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


def unnamed(start: int, end: int) -> Token:
    """Return a word at a place that no vocabulary is asked about: all that it says is that it stands there."""
    return Token(start, end, _NO_WORD, is_term=False)
