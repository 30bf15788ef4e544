"""A change between two versions: what, where, whether it breaks, and why we think so.

Nothing here is a sentence: a change holds codes and values, and `told` says them in a language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Verdict = Literal["breaking", "look", "harmless"]
"""breaking: a valid instance no longer is, or means something else. look: a person must judge that."""

Thing = Literal[
    "taxonomy",
    "concept",
    "axis",
    "member",
    "domain",
    "unit",
    "hypercube",
    "group",
    "heading",
    "calculation",
    "relation",
    "formula",
    "table",
]

Kind = Literal[
    "namespace",
    "prefix",
    "entry_point",
    "version",
    "removed",
    "renamed",
    "split",
    "merged",
    "by_dimension",
    "type",
    "period",
    "balance",
    "counted_unit",
    "enumerated",
    "variant_of",
    "default",
    "axis_not_allowed",
    "members_not_allowed",
    "forbidden",
    "axes_not_together",
    "must_carry",
    "not_usable",
    "axis_allowed",
    "members_allowed",
    "not_forbidden",
    "role",
    "sense",
    "parent",
    "parts",
    "bounds",
    "test",
    "added",
    "usable",
    "deprecated",
    "not_deprecated",
    "redefined",
    "relabelled",
    "terms_added",
    "terms_removed",
    "references",
    "moved",
    "reordered",
]
"""What may happen, in the order in which a reader wants to hear of it."""

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
THINGS: Final[tuple[Thing, ...]] = get_args(Thing)
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A piece of evidence or a reason: a code of `texts/`, and the values that stand in its sentence."""

    code: str
    values: Values = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    name: of the thing in the old version; in the new one where it is new. now: its names in the new version.
    values: what stands in the sentence ("from", "to", "language", …). reason: why it breaks or does not.
    evidence: why two names are held to be one thing; certain: whether a rule may be drafted from it unasked.
    variants: the change, growth and share concepts of the thing that changed likewise.
    also: the concepts that it concerns, where one change concerns several.
    """

    thing: Thing
    kind: Kind
    verdict: Verdict
    name: str
    reason: str
    now: tuple[str, ...] = ()
    values: Values = ()
    evidence: tuple[Why, ...] = ()
    certain: bool = True
    variants: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def value(self, key: str) -> str:
        """Return one of the values, or an empty string."""
        return dict(self.values).get(key, "")


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two versions, as far as a reader needs to know which it is."""

    label: str
    prefix: str
    namespace: str
    version: str
    entry_point: str


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes, in the order for a reader: breaking first, then by kind, then as the taxonomy is written."""

    old: Version
    new: Version
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> bool:
        """Return whether any change is breaking."""
        return any(change.verdict == "breaking" for change in self.changes)

    def count(self, verdict: Verdict) -> int:
        """Return how many changes have the verdict."""
        return sum(change.verdict == verdict for change in self.changes)
