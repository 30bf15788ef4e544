"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from taxonomy.rules.remark import Remark
from taxonomy.rules.subject import Subject

Level = Literal["error", "warning", "advice"]


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
