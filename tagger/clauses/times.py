"""The phrases of time that a figure has of its own, and what its change is measured against."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.dateline import DATELINE
from tagger.clauses.runs import UP_OR_DOWN
from tagger.clauses.times_behind import (
    is_called_so,
    is_of_next,
    is_of_record,
    owns_what_follows,
    read_each_year,
    without_second_base,
)
from tagger.clauses.times_beside import first_of_two_bases, in_bracket_behind, is_of_noun
from tagger.clauses.times_of_others import (
    SHORT,
    has_since,
    is_done_before,
    is_event,
    is_event_of_month,
    is_in_cause,
    is_move_before,
    is_of_aside,
    is_of_cause,
    is_of_noun_before,
    is_of_participle,
    is_of_resolution,
    is_over,
)
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase

_BEHIND = 64
_FIRST = re.compile(r"[ ,]*([a-z]+)")
_ONCE_MORE = re.compile(
    r"(?:,? [a-z.]{2,4} (?:(?!\. )[^,;。]){0,24}\d(?:(?!\. )[^,;。]){0,28}(?: \([^()]{0,40}\))?)?,? ?(?:([a-z]{2,6}) )?(?:the )?"
)
"""What may stand between a change and its time: the change said once more."""


def _part_behind(
    claim: Claim, phrases: list[TimePhrase], starts: list[int], text: str, language: Language
) -> list[TimePhrase]:
    """Return the part of a year, or the base, behind a change and what it comes to: grew 5m, or 1.7%, during the quarter."""
    end = claim.figure.end
    for phrase in phrases[bisect_left(starts, end) : bisect_left(starts, end + _BEHIND)]:
        if phrase.base == "compound_annual":
            continue  # grew $168 million, or 1.5% (6.0% annualized), during the quarter
        once_more = _ONCE_MORE.fullmatch(text, end, phrase.start)
        if not once_more or not _may_lead(once_more[1], language):
            break
        said = text[end : phrase.start].lstrip(", ")
        if text.startswith(":", phrase.end) and said.count("(") > said.count(")"):
            break  # $5 million, or 78% (2023: 80%)
        if not phrase.base and owns_what_follows(phrase, text, language):
            break  # $5 million, or 52% of last year's
        again = said.startswith(language.restatements or "\0")
        if (
            again and phrase.base == "constant_currency"
        ):  # 1% or $5 billion, but 7.9%, or 6.5% at constant rates
            percent = any(word in said for word, kind in language.units.items() if kind == "percent")
            again = claim.figure.kind == "percent" and not percent
        if again or (phrase.base and not said):
            return [phrase]
        if said and text[end] != ",":
            break
        span = phrase.span
        if span is not None and span.relative == "current" and span.start is not None and not phrase.base:
            return [phrase]
    return []


def _may_lead(word: str | None, language: Language) -> bool:
    """Return whether a word may stand before the time of a change: for, during; of the longer ones no verb, as ended."""
    return word is None or len(word) <= _LINK or word in language.extra["ordinal_links"]


_LINK = 3


def _take_behind(claim: Claim, found: list[TimePhrase], text: str, language: Language) -> None:
    """Give a claim what stands behind its comma: a base of comparison belongs to a change alone.

    A time right before the conjunction before it is that of the figure before: $39m in the second quarter and $44m, ….
    """
    earlier = all(
        phrase.end <= claim.clause_start
        or _FIRST_ONLY.sub("", text[phrase.end : claim.figure.start]).strip() in language.conjunctions
        for phrase in claim.times
    )
    claim.times = [phrase for phrase in found if not phrase.base] if earlier and found else claim.times
    claim.base = next((phrase for phrase in found if phrase.base), None)


_FIRST_ONLY = re.compile(r"^[ ,]+|(?: [a-z]{2,3}|[^a-z0-9 ])+ ?$")
"""What stands about a conjunction between a time and the next amount: a comma, and the currency."""


def _is_today(time: TimePhrase, behind: TimePhrase) -> bool:
    """Return whether a time is only that of the report, and one that is named stands behind the figure."""
    now, named = time.span, behind.span
    return (
        now is not None
        and now.relative == "current"
        and now.start is None
        and not behind.base
        and named is not None
        and named.start is not None
    )


_NO_BASES = ("maturity", "since", "ahead", DATELINE)


def _base_with_years(bases: list[TimePhrase]) -> TimePhrase | None:
    """Return the last base of comparison; how many years it spans may be said beside it: 近三年年均複合."""
    bases = [base for base in bases if base.base not in _NO_BASES]
    if not bases:
        return None
    last = bases[-1]
    if last.base in (
        "date",
        "previous_year",
        "year_start",
    ):  # in constant-currency terms over the first six months
        last = next((base for base in bases if base.base == "constant_currency"), last)
    years = next((base.years for base in reversed(bases) if base.years), 0)
    since = next((base for base in reversed(bases) if base.base == "date" and base.span), None)
    if since is not None and last.base == "compound_annual" and not years:
        return replace(last, span=since.span)  # since 2019 it has grown at a compound annual rate of 8%
    if years and not last.years and last.base in ("compound_annual", "multi_year"):
        return replace(last, years=years)
    if last.base == "multi_year" and any(base.base == "compound_annual" for base in bases):
        return replace(last, base="compound_annual")
    return last


def take_times(
    claim: Claim,
    before: list[TimePhrase],
    phrases: list[TimePhrase],
    starts: list[int],
    text: str,
    limit: int,
    language: Language,
) -> None:
    """Give a claim the phrases of time of its own, and the base that its change is measured against."""
    if before and language.participles:
        before = [
            phrase
            for phrase in before
            if not is_of_participle(phrase, text, language, claim.clause_start)
            and not is_called_so(phrase, phrases, starts, text)
        ]
    relative = _of_relative(claim, phrases, starts, text, language)
    if before and language.participles and claim.is_latin:
        before = [
            phrase
            for phrase in before
            if not (
                is_event(phrase, claim, text)
                or is_of_aside(phrase, claim, text, language)
                or is_over(phrase, claim, text, language)
            )
        ]
        before = [phrase for phrase in before if not is_of_resolution(phrase, claim, text, language)]
        claim.of_cause = [phrase.start for phrase in before if is_of_noun(phrase, claim, text, language)]
        before = [phrase for phrase in before if phrase.start not in claim.of_cause]
    before = [*before, *relative]
    if before and not claim.is_latin:
        claim.of_cause = [
            p.start
            for p in before
            if p.end < claim.clause_start
            and not p.base
            and (
                is_in_cause(p, claim, text, language)
                or is_move_before(p, claim, text, language)
                or is_of_noun_before(p, claim, text, language)
            )
        ]
        before = [
            p for p in before if p.base or not (p.start in claim.of_cause or is_done_before(p, claim, text))
        ]
        before = [
            p
            for p in before
            if p.base or p.end - p.start > SHORT or not is_event_of_month(p, claim, text, language)
        ]
    if before:
        before = [p for p in before if p.base != "multi_year" or not is_of_record(p, text, language)]
    claim.times = [phrase for phrase in before if not phrase.base]
    if len(claim.times) < len(before):
        bases = [phrase for phrase in before if phrase.base and not _is_joined(phrase, claim, text, language)]
        claim.since = [p for p in bases if p.base in ("since", "ahead") and p.start >= claim.near_from]
        claim.base = _base_with_years(bases)
        _leave_vague_before(claim)
    if claim.is_latin and claim.figure.kind == "money" and not claim.times:
        claim.times = _behind_each(claim, phrases, starts, text, language)
    latin = text[claim.figure.end : claim.figure.end + 3].lstrip(" ")[:1]
    if claim.is_latin and not claim.times:
        claim.times = in_bracket_behind(claim, phrases, starts, text, language)
        claim.times = claim.times or _beside_comma(claim, phrases, starts, text)
        claim.base = None if claim.times and claim.base and claim.base.base == "date" else claim.base
    if latin == "," and claim.is_latin and claim.base is None:
        _take_behind(claim, _part_behind(claim, phrases, starts, text, language), text, language)
    if latin.isascii() and (latin.isalpha() or not latin) and limit > claim.figure.end:
        take_times_behind(claim, phrases, starts, text, limit, language, claim.figure.end)


def _leave_vague_before(claim: Claim) -> None:
    """Leave a vague time of a clause before the own, whose time is said: late in the year it eased, and in 4Q fell."""
    base = claim.base
    if claim.is_latin and base is not None and base.base == "unclear" and claim.times:
        claim.base = None if base.end < claim.clause_start <= claim.times[-1].start else base


def _beside_comma(claim: Claim, phrases: list[TimePhrase], starts: list[int], text: str) -> list[TimePhrase]:
    """Return the time that stands behind a comma: at its lowest, in March, it was 2%; reached its peak, 2%, in May."""
    base = claim.base
    if base is not None and base.base in ("unclear", "date"):
        end, last = base.end, ","
        before = phrases[bisect_left(starts, base.start) - 1] if base.base == "date" else None
        if before is not None:  # at its peak, on 30 April, it was
            parted = before.base == "unclear" and text[before.end : base.start] == ", "
            return [replace(base, base="")] if parted and text[end : end + 1] == last else []
    elif _APPOSED.search(text, max(0, claim.figure.start - _CURRENCY), claim.figure.start):
        end, last = claim.figure.end, "."
    else:
        return []
    if text[end : end + 2] != ", ":
        return []
    at = bisect_left(starts, end)
    time = phrases[at] if at < len(phrases) and phrases[at].start == end + 2 else None
    if time is None or time.base:
        return []
    return [time] if text[time.end : time.end + 1] in (last, "", "\n") else []


_APPOSED = re.compile(r", (?:[a-z]{0,3}[^\w\s,.]{1,2})?\Z")
"""What stands before an amount that says what the words before its comma are: reached a new high, $9 billion."""
_CURRENCY = 7


def _of_relative(
    claim: Claim, phrases: list[TimePhrase], starts: list[int], text: str, language: Language
) -> list[TimePhrase]:
    """Return the time right before a clause that is of it, if a figure's is: in 2023, when it was $5m."""
    begin = claim.clause_start
    when = _FIRST.match(text, begin)
    if when is not None and when[1] not in language.time_relatives and when[1] not in language.relatives:
        begin = text.rfind(", ", begin, claim.figure.start) + 1  # in line with that of 2023, which was $4m
        when = _FIRST.match(text, begin) if begin > 0 else None
    is_time = when is not None and when[1] in language.time_relatives
    if (
        when is None
        or not (is_time or when[1] in language.relatives)
        or (is_time and begin != claim.clause_start)
    ):
        return []
    at = bisect_left(starts, begin) - 1
    there = phrases[at] if at >= 0 and not text[phrases[at].end : begin].strip(" ,") else None
    if not is_time and (there is None or not _is_of_those(there, text, language)):
        return []
    if there is not None and there.span is not None:
        # than in June, when they were $5m
        claim.is_before = bool(there.base) and there.base not in _NO_BASES
        return [replace(there, base="")]
    if there is not None and there.base == "year_start":
        claim.is_before = True  # $5m more than at year-end, when they were $40m
        return [there]
    return []


def _is_of_those(time: TimePhrase, text: str, language: Language) -> bool:
    """Return whether a time is all that what was told is compared with is of: those of the second quarter, which were $5m."""
    said = text[max(0, time.start - _THOSE) : time.end]
    return any(f" {word} " in said or said.startswith(f"{word} ") for word in language.repeats)


_THOSE = 24


def _is_joined(base: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a conjunction parts a base from the figure: unchanged from June and (down) 2 points from a year ago."""
    if not claim.is_latin:
        return False
    words = text[base.end : claim.figure.start].split()
    return (
        bool(words)
        and words[0] in language.conjunctions
        and (len(words) == 1 or _is_moving(words[1:], language))
    )


def _is_moving(words: list[str], language: Language) -> bool:
    """Return whether words are verbs of change and nothing else: down, rose."""
    return all(language.verbs.get(word) in UP_OR_DOWN for word in words)


def _behind_each(
    claim: Claim, phrases: list[TimePhrase], starts: list[int], text: str, language: Language
) -> list[TimePhrase]:
    """Return the time behind what an amount is of, each: $0.85 per diluted share, for the third quarter of 2025."""
    each = _each(language.distributives).match(text, claim.figure.end)
    at = bisect_left(starts, each.end()) if each else len(phrases)
    if each is None or at >= len(phrases) or phrases[at].base:
        return []
    between = text[each.end() : phrases[at].start].split()
    known = (*language.links, *language.linked_articles)
    return [phrases[at]] if all(word in known for word in between) else []


@cache
def _each(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what an amount is of, each, up to its comma: per diluted share."""
    return re.compile(rf"(?: [a-z-]+){{0,4}} (?:{alternation(words) or '(?!)'})(?: [a-z-]+){{0,3}},")


def _parted(words: list[str], language: Language) -> bool:
    """Return whether a conjunction and a verb part two bases of comparison: the second is of what the verb says."""
    return len(words) > 1 and words[0] in language.conjunctions and words[-1] in language.verbs


def take_times_behind(
    claim: Claim,
    phrases: list[TimePhrase],
    starts: list[int],
    text: str,
    limit: int,
    language: Language,
    begin: int,
) -> None:
    """Take when and against what English says after the figure: 5.2 billion at 30 June, up 3% year on year.

    begin: where that begins, behind what may stand between, in brackets; limit: where the next figure does.
    """
    end = begin
    inside = {
        phrase.start: phrase.end for phrase in phrases[bisect_left(starts, end) : bisect_left(starts, limit)]
    }
    while (
        end < limit
        and text[end] not in "(;\n。"
        and not (text[end] == "," and text[end + 1 : end + 2] == " ")
    ):
        end = inside.get(end, end + 1)
    after = without_second_base(
        phrases[bisect_left(starts, begin) : bisect_right(starts, end)], text, language
    )
    if after and language.participles:
        after = [
            phrase
            for phrase in after
            if not is_of_participle(phrase, text, language)
            and not is_of_cause(phrase, claim, text, language)
            and not is_of_next(phrase, begin, text, language)
            and not (phrase.base == "date" and is_of_record(phrase, text, language))
        ]
    after = first_of_two_bases(claim, after, text, language) if len(after) > 1 else after
    if not claim.times and not after:
        after = _part_behind(claim, phrases, starts, text, language)
        end = after[-1].end if after else end
    if claim.times and after and not after[0].base and has_since(claim.times[-1], text, language):
        claim.times = []  # it picked up in the second half and was $13m for the full year
    if claim.times and after and _is_today(claim.times[-1], after[0]):
        claim.times = []  # today we reported net income of $6m for the quarter ended June
    if not claim.times or claim.times[-1].end < claim.clause_start:
        claim.times.extend([phrase for phrase in after if not phrase.base and phrase.end <= end][:1])
    behind = [phrase for phrase in after if phrase.base and phrase.end <= end]
    claim.since = [*claim.since, *(p for p in behind if p.base == "ahead")]  # 5% for the foreseeable future
    behind = [phrase for phrase in behind if phrase.base != "ahead"]
    if len(behind) > 1 and _parted(text[behind[0].end : behind[1].start].split(), language):
        del behind[1:]  # up 9% compared to a year ago and flat sequentially
    if claim.base is None:
        claim.base = behind[0] if len(behind) == 1 else _base_with_years(behind)
    elif claim.base.base == "compound_annual" and behind:
        claim.base = _base_with_years([*behind, claim.base])
    read_each_year(claim, text, language)
