"""Lists that are dealt out over the times of the figures before: 2023年獲利X，2024年Y，同期回報率分別為V和W."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tagger.clauses.claim import Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.periods import TimePhrase

_NEAR = 8
"""How many figures before a list are looked at."""


def deal_times_told(run: list[Claim], claims: list[Claim], text: str, language: Language) -> bool:
    """Give each figure of a run the time of the one in its place of those before, where its clause names one thing of all.

    Where it names none the run is of what was said last, if it speaks of these times: 前述兩個時點分別為X和Y. Return
    whether it was dealt out so.
    """
    first = run[0]
    if first.is_latin or any(t.meanings.members and not t.meanings.concepts for t in first.left):
        return False
    said = _words_of_times(first, text, language)
    times = _times_told(run, claims)
    if not times or not (said or any(token.is_term for token in first.left)):
        return False
    begin, end = said or (0, 0)
    if any(not begin <= time.start < end for time in first.times):
        return False
    unread = [hole for hole in first.unread if not begin <= hole[0] < end]
    for claim, time in zip(run, times, strict=True):
        claim.times, claim.base, claim.is_dealt = [replace(time, base="")], None, True
        claim.left, claim.lead, claim.unread, claim.back_reference = first.left, first.lead, unread, False
        claim.kind, claim.sign, claim.verb = first.kind, first.sign, first.verb
    return True


def _words_of_times(first: Claim, text: str, language: Language) -> tuple[int, int] | None:
    """Return where a clause says that its figures are of the times told before: 同期, 三年間."""
    found = _pattern(language.tags).search(text, first.near_from, first.figure.start)
    return found.span() if found is not None else None


@cache
def _pattern(tags: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(load_language(*tags).extra["times_told"]) or "(?!)")


def _times_told(run: list[Claim], claims: list[Claim]) -> list[TimePhrase]:
    """Return the times of the figures last told of several, each of another, if they are as many as those of a run."""
    at = next(number for number, claim in enumerate(claims) if claim is run[0])
    times: list[TimePhrase] = []
    last: Claim | None = None
    for claim in reversed(claims[max(at - _NEAR, 0) : at]):
        own = claim.times[-1] if claim.times else claim.base
        if claim.sentence < run[0].sentence - 1 or (last is not None and claim.kind != last.kind):
            break
        if own is None or own.span is None or any(own.span == time.span for time in times):
            if last is not None:
                break
            continue
        if claim.sentence != run[0].sentence:
            own = replace(own, start=run[0].figure.start, end=run[0].figure.start)
        times, last = [own, *times], claim
    return times if len(times) == len(run) else []
