"""The rules of a migration, as values. Names are QNames of the old version on the left, of the new on the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ConceptRule:
    """What becomes of the facts of a concept.

    to: the concept of the new version; None where they are dropped, for the reason. where: (axis, member) that a
    fact must carry for the rule to apply; the rule takes them from it. dimensions: (axis, member) that it gives.
    reversed: the sign turns. scale: the value is multiplied by ten to this power. unit: the unit it has then.
    line: where the rule stands in its file.
    """

    to: str | None
    where: tuple[tuple[str, str], ...] = ()
    dimensions: tuple[tuple[str, str], ...] = ()
    reversed: bool = False
    scale: int = 0
    unit: str | None = None
    reason: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class NameRule:
    """What becomes of an axis, a member or a unit: another name, or its facts are dropped for the reason."""

    to: str | None
    reason: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a file; concepts: tried in order, the first that fits applies."""

    concepts: Mapping[str, tuple[ConceptRule, ...]] = field(default_factory=dict)
    axes: Mapping[str, NameRule] = field(default_factory=dict)
    members: Mapping[str, NameRule] = field(default_factory=dict)
    units: Mapping[str, NameRule] = field(default_factory=dict)
    file: str = ""


NO_RULES = Rules()
"""Where a version has only moved."""
