"""The times behind a list of figures, one for each: $73.0 million, $51.5 million and $45.3 million in 2022, 2021 and 2020."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from itertools import pairwise
from operator import attrgetter

from tagger.clauses.claim import Claim, Line
from tagger.clauses.runs import UP_OR_DOWN
from tagger.reporting_period import first_of_months, months_through
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.spans import is_this_quarter

_YEAR = re.compile(r"(?:19|20)\d\d")
_A_DAY = re.compile(r"(?:[a-z]+\.? \d{1,2},|\d{1,2} [a-z]+\.?) (?:19|20)\d\d")
_TO_A_DAY = re.compile(rf" {_A_DAY.pattern}\Z")
"""A day with its year, and the end of a phrase that months end on: the three months ended June 30, 2025."""


def times_behind(
    run: list[Claim], line: Line, text: str, part: re.Pattern[str], language: Language
) -> list[TimePhrase]:
    """Return the times that the sentence lists behind a run of figures, if they are as many; part: between two of a list.

    A year alone goes on from the day that the first time names, a day from its months: the three months ended 30 June 2025
    and 2024, or ended 30 June 2025 and 31 March 2025. Else the bases that it lists: 9% and 3% from 3Q24 and 2Q25.
    """
    behind = line.phrases[bisect_left(line.phrases, run[-1].figure.end, key=_START) :][:_NEAR]
    told = any(claim.times and claim.times[-1].end <= claim.figure.start for claim in run)
    if not told:  # in 2022 …: they have their time
        times = _listed([p for p in behind if not p.base], run, text, part, language)
        if times:
            return times
    changes = run[0].is_latin and run[0].kind in ("change", "growth")
    return _listed([p for p in behind if p.base], run, text, part, language) if changes else []


def _listed(
    behind: list[TimePhrase], run: list[Claim], text: str, part: re.Pattern[str], language: Language
) -> list[TimePhrase]:
    """Return the first phrases behind a run that are joined to a list as long as it, none where there is no such list."""
    last = run[-1].figure.end
    for first in range(len(behind) - len(run) + 1):
        times = behind[first : first + len(run)]
        if ". " in text[last : times[0].start]:
            return []
        before = behind[first - 1] if first else None
        after = behind[first + len(run)] if first + len(run) < len(behind) else None
        listed = all(_joined(one, other, text, part, language) for one, other in pairwise(times))
        longer = (before is not None and _joined(before, times[0], text, part, language)) or (
            after is not None and _joined(times[-1], after, text, part, language)
        )
        if listed and not longer:
            return [times[0], *(_going_on(time, times[0], text) for time in times[1:])]
    return []


_START = attrgetter("start")
_NEAR = 16
"""How many phrases behind a list its times are looked for among."""


def _joined(one: TimePhrase, other: TimePhrase, text: str, part: re.Pattern[str], language: Language) -> bool:
    """Return whether two times are joined to a list: the second quarter and (in the) third quarter."""
    between = text[one.end : other.start].strip()
    if one.span is None or other.span is None or not between:
        return False
    rest = part.sub("", between).split()
    little = (*language.extra["ordinal_links"], *language.extra.get("articles", ()))
    return all(word in little for word in rest) and (len(rest) < len(between.split()) or not rest)


def _going_on(time: TimePhrase, first: TimePhrase, text: str) -> TimePhrase:
    """Return the time of a year alone, or a day: the same days as the first's in that year, as many months to that day."""
    span, year = first.span, _YEAR.fullmatch(text, time.start, time.end)
    if span is None or _YEAR.fullmatch(text, first.start, first.end):
        return time
    if year is None:
        own = time.span
        to_days = _TO_A_DAY.search(text, first.start, first.end) and _A_DAY.fullmatch(
            text, time.start, time.end
        )
        if not to_days or own is None or own.start is not None or span.start is None:
            return time
        return replace(
            time, span=replace(own, start=first_of_months(months_through(span.start, span.end), own.end))
        )
    years = span.end.year - int(year.group())
    start = None if span.start is None else _years_before(span.start, years)
    return replace(time, span=replace(span, start=start, end=_years_before(span.end, years)))


def _years_before(day: date, years: int) -> date:
    is_last = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if is_last else day.day)


def time_behind_word(
    run: list[Claim], line: Line, text: str, words: tuple[str, ...], language: Language
) -> None:
    """Give a run the time or base behind the word that deals it out: 10.9% and 13.2%, respectively, at 30 June 2025."""
    last = run[-1]
    if last.times or last.base is not None or not last.is_latin:
        return
    found = _WORD_BEHIND.match(text, last.figure.end)
    if found is None or found[1] not in words:
        return
    at = bisect_left(line.phrases, found.end(), key=_START)
    phrase = line.phrases[at] if at < len(line.phrases) else None
    if phrase is None or phrase.start - found.end() > _LINKED:
        return
    little = (*language.extra["ordinal_links"], *language.links_at, *language.linked_articles)
    if not all(word in little for word in text[found.end() : phrase.start].split()):
        return
    for claim in run:
        if phrase.base:
            claim.base = claim.base or phrase
        else:
            claim.times = claim.times or [phrase]


_WORD_BEHIND = re.compile(r",? ([a-z]+),? ")
_LINKED = 12
"""How much may stand between the word that deals out and a time: at the."""


def share_times(claims: list[Claim], line: Line, text: str, language: Language) -> None:
    """Give figures the time that a bracket has for all in it, or that stands behind what says them once more."""
    _share_time_of_bracket(claims, line, text)
    _share_time_of_restated(claims, text, language)


def _share_time_of_bracket(claims: list[Claim], line: Line, text: str) -> None:
    """Give all figures of a bracket the time at its end or beginning: (a core ratio of 16.9% and a total of 20.8% in 2019).

    One that opens a bracket may have it behind its name: (EGP 6,097 thousand average salary for the year 2023).
    """
    sentences = {claim.sentence for claim in claims if claim.in_bracket}
    opened: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.sentence in sentences:
            opened.setdefault(_opening(text, claim), []).append(claim)
    for at, inside in opened.items():
        if at < 0:
            continue
        if inside[0].is_latin and inside[0].figure.start - at <= _OPENING:
            _take_time_at_end(inside[0], line, text)
        if len(inside) == 1:
            continue
        first, last = inside[0], inside[-1]
        time = last.times[-1] if last.times and last.base is None else None
        if time is None or time.start < last.figure.end or not _CLOSED.match(text, time.end):
            time = (
                first.times[0] if first.times and _OPENED.fullmatch(text, at, first.times[0].start) else None
            )
        for claim in inside if time is not None else ():
            if not claim.times and claim.base is None and claim.kind == "level" and time is not None:
                claim.times = [time]


def _take_time_at_end(claim: Claim, line: Line, text: str) -> None:
    """Give the figure that opens a bracket the time that closes it."""
    closed = text.find(")", claim.figure.end, claim.figure.end + _LONGEST)
    at = bisect_left(line.phrases, closed, key=_START) - 1
    time = line.phrases[at] if at >= 0 and closed >= 0 else None
    if time is None or time.base or time.start < claim.figure.end or time.end != closed:
        return
    if claim.kind == "level" and "(" not in text[claim.figure.end : closed]:
        claim.times, claim.base = [time], None


_OPENING = 8
"""How far behind its bracket an amount may stand that opens it: its currency."""


def _share_time_of_restated(claims: list[Claim], text: str, language: Language) -> None:
    """Give a value the time behind the one that says it once more: $9.6 million, or $1.06 per share, for the third quarter.

    Not a time that only owns what stands behind it: $9.6 million, or 52% of last year's total.
    """
    for one, other in pairwise(claims):
        if one.sentence != other.sentence or not other.is_latin or not one.kind == other.kind == "level":
            continue
        gap = text[one.figure.end : other.figure.start].lstrip(" ,")
        other.says_again = gap.startswith(language.restatements or "\0")
        behind = bool(other.times) and other.times[-1].start >= other.figure.end
        if not (other.says_again and behind) or one.times or one.base is not None:
            continue
        time = other.times[-1]
        if not owns_what_follows(time, text, language):
            one.times = [time]


def share_time_of_joined(claims: list[Claim], text: str, language: Language) -> None:
    """Give a figure the time behind the one that a conjunction joins to it: 84 branches and 1,900 employees at the end of June.

    What stands between may name what the next is of, with no verb of its own: deposits were $5m and loans $4m in 2024.
    """
    for one, other in reversed(list(pairwise(claims))):
        if one.sentence != other.sentence or not other.is_latin or one.times or one.base is not None:
            continue
        if not other.times or other.times[-1].start < other.figure.end or other.unread:
            continue
        gap = text[max(one.figure.end, one.noun_end) : other.figure.start]
        first = gap.split(maxsplit=1)[:1]
        joined = bool(first) and first[0] in language.conjunctions and "," not in gap
        if joined and not any(token.meanings.verb and not token.is_term for token in other.left):
            one.times = [other.times[-1]]


def share_time_of_plans(claims: list[Claim], text: str, language: Language) -> None:
    """Give what is planned the time behind the last listed with it: we aim at a margin of 3% and growth of 9% in 2026."""
    for one, other in reversed(list(pairwise(claims))):
        if one.sentence != other.sentence or not (other.is_latin and one.scenario and other.scenario):
            continue
        if one.times or one.base is not None or not other.times or other.times[-1].start < other.figure.end:
            continue
        gap = text[one.figure.end : other.figure.start]
        ranged = one.bound == "low" and other.bound == "high"
        listed = any(f" {word} " in gap for word in language.conjunctions) or ", " in gap
        if (listed or ranged) and not any(mark in gap for mark in ";:"):
            one.times = [other.times[-1]]


def share_base_of_joined(claims: list[Claim], text: str, language: Language) -> None:
    """Give changes the base or the quarter behind the last one joined to them: A rose 2%, B fell 1% and C rose 3% from June."""
    joined = False
    for one, other in reversed(list(pairwise(claims))):
        if not (other.is_latin and (other.base is not None or other.times)) or one.sentence != other.sentence:
            joined = False
            continue
        told = other.base or next((t for t in other.times if t.span and is_this_quarter(t.span)), None)
        behind = told is not None and (joined or told.start >= other.figure.end)
        if not behind:
            joined = False
            continue
        comes_to = other.kind == "level" and _comes_to(one, other, text, language)
        both = _moves(one, text, language) and (comes_to or _moves(other, text, language))
        both = both and one.base in (None, other.base) and one.times in ([], other.times)
        gap = text[one.figure.end : other.figure.start]
        first = gap.lstrip(" ,").split(maxsplit=1)[:1]
        again = gap.lstrip(" ,").startswith(language.restatements or "\0")
        if (told is not None and told.base in _OF_ONE) or (again and one.figure.kind == other.figure.kind):
            joined = False
            continue  # 11%, or 12% at constant rates
        word = first[0] if first else ""
        listed = word in language.conjunctions or comes_to
        listed = listed or (joined and gap.startswith(", ") and word not in language.clause_words)
        if not both or not (again or listed) or ";" in gap:
            joined = False
            continue
        joined = True
        one.base, one.times = other.base, list(other.times)


def _comes_to(change: Claim, level: Claim, text: str, language: Language) -> bool:
    """Return whether a level is what the change right before it came to: rose 4%, to $23 million on a linked-quarter basis."""
    words = text[change.figure.end : level.figure.start].strip(" ,").split()
    arrived = bool(words) and words[0] in language.extra["arrivals"]
    return arrived and all(word in language.currencies or not word.isalpha() for word in words[1:])


_OF_ONE = ("constant_currency", "compound_annual", "multi_year")
"""Bases that say how one figure is measured."""


def _moves(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a figure is a change, or says one before it once more: $107 million, or 2.9%."""
    before = text[max(0, claim.figure.start - _RESTATED) : claim.figure.start].split()[-1:]
    return claim.kind in ("change", "growth") or (
        claim.figure.kind == "percent" and bool(before) and before[0] in language.restatements
    )


_RESTATED = 6
"""How far before a figure the word may begin that says it once more."""


def is_called_so(phrase: TimePhrase, phrases: list[TimePhrase], starts: list[int], text: str) -> bool:
    """Return whether a bracket only names the time before it anew: the quarter ended 30 September 2025 (Q3-2025)."""
    if text[phrase.start - 1] != "(" or text[phrase.end : phrase.end + 1] != ")":
        return False
    before = phrases[bisect_left(starts, phrase.start) - 1]
    return before.span == phrase.span and 0 <= phrase.start - before.end <= len(" (")


def is_of_record(phrase: TimePhrase, text: str, language: Language) -> bool:
    """Return whether the years that a phrase spans are those of a record, and of no change: 創近五年新高.

    In English it tells since when before them, or what falls due then: for the first time in ten years; due in five years.
    """
    if text[phrase.start] < _HAN_FIRST:
        before = text[max(0, phrase.start - _RECORD) : phrase.start].rstrip()
        return before.endswith(tuple(language.extra["records"]) or "\0")
    behind = text[phrase.end : phrase.end + _RECORD].lstrip("来來的")
    return behind.startswith(tuple(language.extra["records"]) or "\0")


_HAN_FIRST = "\u2e80"
_RECORD = 12


_OPENED = re.compile(r"[(（] ?(?:[a-z]{1,4} |[\u3400-\u9fff] ?)?")
_CLOSED = re.compile(r" ?[)）]")


def _opening(text: str, claim: Claim) -> int:
    """Return where the bracket opens that a figure stands in, -1 where it is not found."""
    depth = 0
    for at in range(claim.figure.start - 1, max(claim.figure.start - _LONGEST, 0) - 1, -1):
        if text[at] in ")）":
            depth += 1
        elif text[at] in "(（":
            if not depth:
                return at
            depth -= 1
        elif text[at] == "\n":
            break
    return -1


_LONGEST = 300
"""How many characters before a figure the bracket may open that it stands in."""


def owns_what_follows(time: TimePhrase, text: str, language: Language) -> bool:
    """Return whether a time only owns what stands behind it, and says when nothing was: (52% of) last year's total."""
    return any(word in text[time.start : time.end + _OWNS] for word in language.possessives)


_OWNS = 3
"""How many characters the longest ending of a possessive has, with its blank."""


def is_of_next(phrase: TimePhrase, begin: int, text: str, language: Language) -> bool:
    """Return whether a verb that moves something parts a time from a figure: 14p takes the dividend for the year to 26p.

    Or one that says where it stood then: grew 9% and ended the third quarter at $5m.
    """
    words, behind = text[begin : phrase.start].split(), text[phrase.end : phrase.end + _WORD_REACH].split()
    joins = (*language.conjunctions, *language.extra["contrasts"])
    if words and words[0] in joins and behind and behind[0] in language.links_at:
        stood = [*words[1:], *text[phrase.start : phrase.end].split()][0]
        if stood in language.extra["stood"] and not phrase.base:
            return True
    arrives = bool(behind) and behind[0] in language.extra["arrivals"] and not phrase.base
    return arrives and len(words) > 1 and any(word in language.extra["movers"] for word in words)


_WORD_REACH = 8
"""How far behind a time its next word is looked for."""


def without_second_base(after: list[TimePhrase], text: str, language: Language) -> list[TimePhrase]:
    """Return the times behind a figure but the second of two bases: 4% above both the second quarter and a year ago."""
    base = next((n for n, phrase in enumerate(after[:-1]) if phrase.base), -1) if len(after) > 1 else -1
    if base < 0:
        return after
    first, second = after[base : base + 2]
    said = text[first.start : first.end].split()
    words = text[first.end : second.start].split()
    joined = bool(words) and words[0] in language.conjunctions
    if joined and any(language.words.get(word) == "both" for word in said) and len(words) <= _JOINING:
        return [*after[: base + 1], *after[base + 2 :]]
    return after


_JOINING = 3
"""How many words may join two bases of comparison: and that of."""


def read_each_year(claim: Claim, text: str, language: Language) -> None:
    """Read a growth over several years as each year's where words right behind it say so: has grown by 11% a year."""
    base = claim.base
    if base is None or base.base not in ("multi_year", "date") or claim.figure.kind != "percent":
        return
    if not any(token.meanings.verb in UP_OR_DOWN for token in claim.left):
        return  # the return was 3.1% a year
    if text.startswith(tuple(language.extra["yearly"]), claim.figure.end + 1):
        claim.base = replace(base, base="compound_annual")
