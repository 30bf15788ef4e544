"""Relations between figures that a taxonomy states beyond calculations, for proofs and formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PartsOfWhole:
    """The parts that members of `over` name never exceed the whole; if complete they sum to it."""

    concept: str
    over: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Every value of the concept lies between low and high, both included; None is no bound."""

    concept: str
    low: Decimal | None
    high: Decimal | None


Relation = PartsOfWhole | Between
