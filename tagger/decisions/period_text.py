"""A period as the ledger writes it, checked: 2024-12-31 or 2024-01-01/2024-12-31."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taxonomy.model import Concept

_PERIOD = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?")


def is_instant(period: str) -> bool:
    """Return whether the period is the end of one day."""
    return "/" not in period


def dates_of(period: str) -> tuple[date | None, date]:
    """Return the first day, None for an instant, and the last.

    Raises: ValueError where the text is no period.
    """
    if not _PERIOD.fullmatch(period):
        raise ValueError(period)
    first, slash, last = period.partition("/")
    if not slash:
        return None, date.fromisoformat(first)
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if start > end:
        raise ValueError(period)
    return start, end


def period_problem(period: str, concept: Concept) -> str:
    """Return why a fact of the concept cannot have the period, or an empty string."""
    try:
        start, _ = dates_of(period)
    except ValueError:
        return f'period "{period}" is none: write 2024-12-31 or 2024-01-01/2024-12-31'
    if concept.period_type == "instant" and start is not None:
        return (
            f"{concept.qname} is a level at the end of a day: write one day such as 2024-12-31, not {period}"
        )
    if concept.period_type == "duration" and start is None:
        example = "2024-01-01/2024-12-31"
        return f"{concept.qname} is of a time: write its first and last day such as {example}, not {period}"
    return ""
