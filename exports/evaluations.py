"""How often each assertion of a formula linkbase was evaluated, from what Arelle says of it.

Arelle counts the evaluations of every assertion, those of none too: an assertion that nothing was evaluated for
has said nothing, and must not pass for one that is satisfied.

Spec: Formula 1.0, Validation 1.0 (assertion sets, satisfied and not satisfied).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Formulas = Literal["each", "once", "none"]
"""Whether formulas are run on each file, on the first that can be validated (of files with the same facts), or not."""

_COUNTS = re.compile(r"\w+ Assertion (\S+) evaluations : (\d+) satisfied, (\d+) not satisfied")


@dataclass(frozen=True, slots=True)
class Evaluations:
    """How often the assertion with the id was evaluated, by what came of it."""

    assertion: str
    satisfied: int
    unsatisfied: int


def evaluations_in(messages: Iterable[Mapping[str, object]]) -> tuple[Evaluations, ...]:
    """Return the evaluations of each assertion by its id, from Arelle's messages; none where no formula ran."""
    said = (str(message["msg"]) for message in messages if message["messageCode"] == "formula:trace")
    found = (_COUNTS.match(text) for text in said)
    counted = (Evaluations(one[1], int(one[2]), int(one[3])) for one in found if one)
    return tuple(sorted(counted, key=lambda item: item.assertion))


def evaluations_plain(evaluations: tuple[Evaluations, ...]) -> dict[str, object] | None:
    """Return what validation.json says of them: those with evaluations, and how many had none."""
    if not evaluations:
        return None
    had = [item for item in evaluations if item.satisfied or item.unsatisfied]
    return {
        "satisfied": sum(item.satisfied for item in had),
        "unsatisfied": sum(item.unsatisfied for item in had),
        "not_evaluated": len(evaluations) - len(had),
        "assertions": [
            {"id": item.assertion, "satisfied": item.satisfied, "unsatisfied": item.unsatisfied}
            for item in had
        ],
    }


def evaluations_in_words(evaluations: tuple[Evaluations, ...]) -> str:
    """Return them for a table: how many evaluations there were, and how many assertions were not satisfied."""
    satisfied = sum(item.satisfied for item in evaluations)
    unsatisfied = sum(item.unsatisfied for item in evaluations)
    if not satisfied and not unsatisfied:
        return ""
    failed = f", {unsatisfied:,} not satisfied" if unsatisfied else ""
    return f", {satisfied + unsatisfied:,} formula checks{failed}"
