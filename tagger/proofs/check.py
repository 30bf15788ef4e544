"""A check between figures, and how tight it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from tagger.ledger import Outcome
from tagger.links.decided import Decided
from tagger.number import EXACT, Interval


@dataclass(slots=True)
class Check:
    """A proof with the decided figures that took part."""

    id: str
    kind: str
    items: tuple[Decided, ...]
    outcome: Outcome
    slack: str
    text: str


@dataclass(slots=True)
class Proven:
    """Decided figures with the checks between them; `fact`: the number of the fact that each of them says."""

    items: list[Decided]
    checks: list[Check]
    facts: dict[int, int] = field(default_factory=dict)

    def note(
        self,
        numbers: Iterator[int],
        kind: str,
        items: tuple[Decided, ...],
        said: tuple[bool, str, str],
        slack: str = "",
    ) -> None:
        """Note a check; said: whether it holds, and the text for either case."""
        holds, agreeing, otherwise = said
        outcome: Outcome = "agrees" if holds else "contradicts"
        text = agreeing if holds else otherwise
        self.checks.append(Check(f"p{next(numbers):04}", kind, items, outcome, slack, text))


def slack_of(computed: Interval, printed: Interval) -> str:
    """Return how wide both intervals are together, as a share of the printed figure; empty where an end is open."""
    width = EXACT.add(EXACT.subtract(computed.high, computed.low), EXACT.subtract(printed.high, printed.low))
    middle = abs(printed.low + printed.high) / 2
    if not (width.is_finite() and middle and middle.is_finite()):
        return ""
    return f"{Decimal(f'{EXACT.divide(width, middle):.2g}'):f}"
