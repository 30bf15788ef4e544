"""Over how many years a compound annual rate is, where the figures before it say so."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame, near
from tagger.words.periods import TimePhrase


def take_years_of_rate(claim: Claim, context: Context) -> None:
    """Give a compound annual rate the years of the growth before it: since 2021, loans have grown by 38%, 11% a year compound."""
    base = claim.base
    if base is None or base.base != "compound_annual" or base.years or base.span:
        return
    if claim.kind != "growth" or claim.since:
        return
    kinds = ("growth",) if claim.is_latin else ("growth", "change")
    bases = [frame.claim.base for frame in near(context.frames) if frame.claim.kind in kinds]
    if (
        context.last is not None and context.last.claim.kind == "level"
    ):  # since 2021, when it was $5bn, it has grown
        bases.insert(0, context.last.claim.base)
        bases.append(_start_of_move(context.frames))
    known = next((other for other in bases if other is not None and (other.span or other.years)), None)
    if known is not None:
        claim.base = replace(base, span=known.span, years=known.years)


def _start_of_move(frames: list[Frame]) -> TimePhrase | None:
    """Return when the value was that the last one moved from, in Han prose: 由2021年末X增至Y，年均複合增長; 五年間由X增至Y."""
    pair = list(islice(near(frames), 2))
    if len(pair) < len(("start", "end")):
        return None
    end, start = pair
    if start.claim.is_latin or not start.claim.is_before or start.candidate.concept != end.candidate.concept:
        return None
    base = start.claim.base
    return base if base is not None and (base.span or base.years) else start.time
