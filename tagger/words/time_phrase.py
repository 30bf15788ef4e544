"""A phrase of time, and whether a word of comparison beside it makes it a base: 比上年末, than in the first quarter."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.spans import Span, is_this_quarter


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time in the text: where it stands, the span, and the base of comparison it is, if it is one.

    base: "" (no base), "year_start", "previous_year", "preceding_period", "compound_annual", "multi_year",
    "constant_currency", or "date" (the span says which).
    """

    start: int
    end: int
    span: Span | None
    base: str = ""
    years: int = 0  # how many, where the phrase says it: 近三年

    @property
    def is_to_date(self) -> bool:
        """Return whether it says year to date, which may be measured against or be the time itself, and names no day."""
        return self.base == "year_start" and self.span is None

    def undated(self) -> TimePhrase:
        """Return the base of comparison without the day or days that it names."""
        return TimePhrase(self.start, self.end, None, self.base, self.years)


def with_phrase(phrases: list[TimePhrase], phrase: TimePhrase) -> list[TimePhrase]:
    """Return phrases in their order, with one more in place of those that it overlaps."""
    kept = [p for p in phrases if p.end <= phrase.start or p.start >= phrase.end]
    return sorted([*kept, phrase], key=lambda one: one.start)


def with_base(
    text: str, at: tuple[int, int], span: Span, language: Language, period: ReportingPeriod
) -> TimePhrase:
    """Return the phrase that stands at a place; a word of comparison before or after it makes it a base."""
    start, end = at
    before = text[max(0, start - 40) : start].rstrip(" ")
    after = text[end : end + 24].lstrip(" ")
    article = next((word for word in language.extra.get("articles", ()) if before.endswith(" " + word)), "")
    if article:
        before = before[: -len(article)].rstrip(" ")
    prefix = suffix = ""
    if before.endswith(language.base_prefixes):
        prefix = _compared_by(before, language)
    elif text[start:end].startswith(tuple(language.extra["ordinals"])):
        prefix = _before_adjective(before, language)
    earlier = bool(span.relative) and span.relative != "current"
    prefix = prefix or _before_value(before, text[start:end], language, adverbial=earlier)
    if prefix and before.endswith(tuple([f" {word}" for word in language.extra["as_of_days"]])):
        prefix = ""  # 2.1% as on 30 September
    if after.startswith(language.base_suffixes):
        suffix = next(word for word in language.base_suffixes if after.startswith(word))
    if not prefix and _opens_since(before, after, language):
        return TimePhrase(start, end, span, base_of(span, period))
    if not prefix and not suffix:
        return TimePhrase(start, end, span, "since" if _is_since(before, after, language) else "")
    if prefix:
        start = text.rindex(prefix, 0, start)
    if suffix:
        end = text.index(suffix, end) + len(suffix)
    return TimePhrase(start, end, span, base_of(span, period))


def only_describes(phrase: TimePhrase, text: str, language: Language) -> bool:
    """Return whether a time only describes the noun of a cause right behind it: expenses rose $5m on year-end bonuses."""
    opener, _, said = text[phrase.start : phrase.end].partition(" ")
    if not phrase.base or "-" not in said or opener not in language.extra["causes"]:
        return False
    word = _NOUN.match(text, phrase.end)
    if word is None or word[1].endswith(tuple(language.extra["participle_endings"])):
        return False
    words = (language.conjunctions, language.clause_words, language.links, language.links_at)
    values = (language.extra["values_then"], language.extra["things_then"], language.extra["causes"])
    return not any(word[1] in others for others in (*words, *values, language.finite_verbs))


_NOUN = re.compile(r" ([a-z]{4,})")


def _opens_since(before: str, after: str, language: Language) -> bool:
    """Return whether a clause that opens its sentence says since when: since we listed in 2019, deposits have grown."""
    words = language.extra["since_clauses"]
    if not words or not after.startswith(","):
        return False
    said = _SENTENCES.split(before)[-1].lstrip(" •-")
    return said.startswith(tuple([f"{word} " for word in words]))


_SENTENCES = re.compile(r"[.;:\n] ?")


def _compared_by(before: str, language: Language) -> str:
    """Return the word of comparison that a text ends in, "" without one."""
    return next(
        (word for word in language.base_prefixes if before.endswith(word) and _whole(before, word)), ""
    )


def _before_value(before: str, said: str, language: Language, *, adverbial: bool) -> str:
    """Return the word of comparison before what stands for the value of the time: above the (record) figure of a year ago.

    adverbial: the time needs no link: above the figure a year ago.
    """
    words = before.split(" ")
    links = {*language.links, *language.links_at}
    linked = words[-1] in links or said.partition(" ")[0] in links
    if len(words) < _VALUE_AND_LINK - (not linked) or not (linked or adverbial):
        return ""
    if words[-1] in links:
        words.pop()
    if words[-1].endswith(tuple(language.extra["participle_endings"])) or any(
        words[-1] in verbs for verbs in (language.participles, language.link_verbs, language.finite_verbs)
    ):
        words.pop()  # the amount recorded in
    if not words or words[-1] not in language.extra["values_then"]:
        return ""
    if words.pop() in language.extra["demonstratives"] and not linked:
        return ""  # over that year
    rest = " ".join(words)
    for _ in range(_DESCRIBING):
        found = _compared_by(rest, language)
        if found:
            return found
        rest, _, last = rest.rpartition(" ")
        if any(character.isdigit() for character in last):
            return ""  # above the $5bn mark in 2024
        if last in language.linked_articles:
            return _compared_by(rest, language)
    return ""


_VALUE_AND_LINK = 3
_DESCRIBING = 3
"""How many words may stand between a word of comparison and what stands for the value: above the very high level of."""


def _before_adjective(before: str, language: Language) -> str:
    """Return the word of comparison that an adjective parts from the part of a year: below the exceptional second quarter."""
    found = _DESCRIBED.search(before)
    if found is None or found[2] in language.clause_words or found[1] not in language.extra["articles"]:
        return ""
    return _compared_by(before[: found.start()], language)


_DESCRIBED = re.compile(r" ([a-z]+)(?: [a-z]+ly| very)? ([a-z-]+)\Z")
_EVENT = 24
"""How many characters may tell what began then: 自2021年9月「跨境通」試點啟動以來."""


def _is_since(before: str, after: str, language: Language) -> bool:
    """Return whether something began at the time: 2025年1月起, 自2005年開辦以來, 2021年試點啟動以來."""
    words = language.since_after
    if after.startswith(words or "\0"):
        return True
    told = _clause(language.clause_ends + language.sentence_ends).match(after)
    said = told[0] if told is not None and words else ""
    if before.endswith(language.since_before or "\0"):
        return any(word in said for word in words)
    return len(said) < min(len(after), _EVENT) and said.endswith(
        tuple([w for w in words if len(w) > 1] or ["\0"])
    )


@cache
def _clause(ends: str) -> re.Pattern[str]:
    """Return the pattern of what goes on up to where a clause ends, without a number."""
    return re.compile(rf"[^{re.escape(ends)}\n0-9]{{0,{_EVENT}}}")


def _whole(before: str, word: str) -> bool:
    """Return whether a Latin word at the end of the text is a whole one."""
    return not word[0].isascii() or len(before) == len(word) or not before[-len(word) - 1].isalpha()


def are_joined(one: TimePhrase, other: TimePhrase, text: str, joins: Collection[str]) -> bool:
    """Return whether a word between two times, or that the second begins with, makes a stretch of them: 2020年末至2024年末."""
    told, between = text[one.end : other.end].lstrip(" "), text[one.end : other.start].strip()
    said = [word for word in joins if told.startswith(word)]
    return bool(said) and (not between or between in said)


def base_of(span: Span, period: ReportingPeriod) -> str:
    """Return what a change is measured against that names a stretch of time: the year's start, the year before, that day."""
    if span.relative == "preceding" or is_this_quarter(span):
        return "preceding_period"
    match span.relative:
        case "previous_end":
            return "year_start"
        case "previous_full":
            whole = period.is_fiscal_year
            return "previous_year" if whole else "previous_full_year"
        case "previous" | "previous_same":
            return "previous_year"
    same = period.same_period_previous_year
    partial = not period.is_fiscal_year
    if partial and (span.start, span.end) == period.fiscal_year(period.year - 1):
        return "previous_full_year"
    if span.start is None and span.end in (period.previous_year_end, period.year_start):
        return "year_start"
    if span.end == same.end:
        return "previous_year"
    return "date"
