"""The words that are a claim's own, put together once for all of its candidates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tagger.clauses.claim import Claim
from tagger.figures.figure import THINGS
from tagger.links.candidate import Clue, Source
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import ONLY_MEMBER, Token


def members_of(tokens: Iterable[Token]) -> list[tuple[str, str, Token]]:
    """Return (axis, member, token) of the members that tokens name, those inside a concept's name too."""
    found: list[tuple[str, str, Token]] = []
    for token in tokens:
        word = token.meanings
        for axis, member in word.members:
            found.append((axis, member, token))
        if token.nested and not word.members and word.concepts:
            for nested in token.nested:
                for axis, member in nested.meanings.members:
                    found.append((axis, member, nested))
    return found


def own_members(
    chosen: dict[str, tuple[str, Token]], claim: Claim, index: TaxonomyIndex, kind: str
) -> tuple[dict[str, str], list[Clue], set[int]]:
    """Return the own members by axis, their evidence, and the ids of the words that say them."""
    own: dict[str, str] = {}
    clues: list[Clue] = []
    used: set[int] = set()
    for axis, (member, token) in chosen.items():
        used.add(id(token))
        clues.append(("member", token.start, token.end, member))
        # 27% of all savings: all of them are the whole, and no part
        if kind != "share" or token.start < claim.figure.end or not index.is_default(axis, member):
            own[axis] = member
    return own, clues, used


@dataclass(slots=True)
class Own:
    """The words that are a claim's own, and what they say whatever its concept is.

    named: (axis, member, token) of the members. concepts: the words that name one. sets_scope: 不含…, …口徑.
    excludes: what is no part of the figure is said in the clause or the one right before: excluding …, .
    """

    named: list[tuple[str, str, Token]]
    concepts: list[Token]
    sets_scope: bool
    excludes: bool


def _own_of(claim: Claim, tokens: list[Token]) -> Own:
    tokens = [*tokens, *claim.part, *claim.scope]
    return Own(
        members_of(tokens),
        [token for token in tokens if token.meanings.concepts],
        "scope" in claim.marks and any("scope" in token.meanings.kinds for token in tokens),
        "exclusion" in claim.marks
        and any("exclusion" in token.meanings.kinds for token in (*tokens, *claim.near_lead)),
    )


class OwnWords:
    """A claim's own words, put together once for all of its candidates."""

    def __init__(self, claim: Claim) -> None:
        """Take a claim; its words are put together when first asked for."""
        self.claim = claim
        self._left: Own | None = None
        self._both: Own | None = None
        self._noun: Own | None = None

    def of(self, source: Source, kind: str) -> Own:
        """Return the words that are the claim's own, where its concept comes from there and is read like that."""
        claim = self.claim
        # the part stands behind a share of what was said before: 41% was to first-time buyers
        part_behind = (
            (kind == "share" and (claim.of_before or claim.is_latin)) or claim.of_which
        ) and not _names_member(claim.left)
        if not claim.is_latin and claim.right and not part_behind:
            part_behind = _is_object(claim, kind) and not _names_member(claim.left)
        if source.where == "right" or part_behind:
            if self._both is None:
                self._both = _own_of(claim, [*claim.left, *claim.right])
            return self._both
        if (
            source.where == "left"
            and claim.is_latin
            and not claim.figure.kind
            and claim.noun_end > claim.figure.end
        ):
            self._noun = self._noun or _own_of(claim, [*claim.left, *_noun_behind(claim)])
            return self._noun
        if self._left is None:
            self._left = _own_of(claim, claim.left)
        return self._left


def _is_object(claim: Claim, kind: str) -> bool:
    """Return whether what was done with an amount, or a count, says right behind it of what it is: 發行150億元二級資本債券."""
    behind = claim.right[0]
    return (
        kind == "level"
        and claim.figure.kind in THINGS
        and behind.start - claim.figure.end <= 1
        and behind.meanings.kinds == ONLY_MEMBER
    )


def _noun_behind(claim: Claim) -> list[Token]:
    """Return the members of the noun that a count counts, whatever word its concept is of: underwrote 17 green bonds."""
    return [token for token in claim.right if token.end <= claim.noun_end and token.meanings.members]


def _names_member(tokens: list[Token]) -> bool:
    return any(token.meanings.members for token in tokens)


_RIGHT_BEHIND = 6


def is_left_out(claim: Claim, members: list[Token]) -> bool:
    """Return whether a member is what is no part of the figure: the NPL ratio excluding overseas branches."""
    ends = [token.end for token in claim.left if "exclusion" in token.meanings.kinds]
    return any(0 <= token.start - end <= _RIGHT_BEHIND for token in members for end in ends)
