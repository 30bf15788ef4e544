"""What goes on from a figure that gave way: the growth of what it was read as is that of what it is."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.links.decided import Decided, Reading

REACH = 3
"""How many figures may go on from one."""
_LEFT_OPEN = ("ambiguous", "the figure that it goes on from is left open")


def go_along(item: Decided, was: Reading, behind: list[Decided]) -> None:
    """Let changes and growths right behind a figure that gave way be of what that is of now, or be left open with it.

    was: its reading before. behind: the `REACH` figures behind it. 其中公司貸款X，比上年末增長Y: with the part that X is of.
    """
    for other in behind:
        if not _goes_on(other, item, was):
            return
        now = item.readings[0]
        if item.reason or now.base_concept != was.base_concept:
            other.reason = other.reason or _LEFT_OPEN
            continue
        reading = other.readings[0]
        own = [pair for pair in reading.dimensions if pair not in was.dimensions]
        dimensions = tuple(sorted({**dict(now.dimensions), **dict(own)}.items()))
        other.readings = [replace(reading, dimensions=dimensions), *other.readings[1:]]
        other.reason = None


def _goes_on(other: Decided, item: Decided, was: Reading) -> bool:
    """Return whether a change or growth has all that it is of from a figure before it in its sentence."""
    if other.reason is not None and other.reason[0] != "contradicted":
        return False
    if not other.readings or other.readings[0].kind not in ("change", "growth"):
        return False
    one, before, reading = other.claim, item.claim, other.readings[0]
    return (
        isinstance(one, Claim)
        and isinstance(before, Claim)
        and one.sentence == before.sentence
        and bool(reading.candidate.inherited)
        and reading.base_concept == was.base_concept
        and set(was.dimensions) <= set(reading.dimensions)
    )
