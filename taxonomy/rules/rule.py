"""What a rule is, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from taxonomy.rules.subject import Subject

Level = Literal["error", "warning", "advice"]
Kind = Literal[
    "taxonomy",
    "unit",
    "axis",
    "member",
    "domain",
    "concept",
    "heading",
    "hypercube",
    "group",
    "calculation",
    "relation",
]


@dataclass(frozen=True, slots=True)
class At:
    """What a remark is about.

    name: the QName of a unit, axis, member or concept; the name of a hypercube; the number, from 0, of a group,
    calculation or relation; empty for the taxonomy itself.
    path: keys of the source below it, the most telling last, as far as they are known: ("label", "en").
    """

    kind: Kind
    name: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One breach of a rule: what it is about, and a sentence without its end that says what is wrong."""

    at: At
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of good practice.

    code: stable, "TW-" with the letter of the family and a number.
    reason: why it matters; origin: where the rule comes from, with its number there.
    mend: what to do, in one sentence.
    """

    code: str
    severity: Level
    title: str
    reason: str
    origin: str
    mend: str
    remarks: Callable[[Subject], Iterable[Remark]]


OWN = "tagwright: what its tagger and its proofs need"
"""Origin of the rules that no guide has because no guide's taxonomy is also read by a tagger."""
