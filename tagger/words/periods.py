"""Phrases of time: what period 2024年末, 上年同期 or the first nine months are, and what 比上年末 is measured against.

The phrases are data of the language, with slots ({Y} a year, {M} a month, {D} a day, {Q} a quarter, {H} a half, {N} a
number); their meanings are the closed list of functions here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.native import listen
from tagger.reporting_period import ReportingPeriod
from tagger.words.beginnings import Template
from tagger.words.compared_with import with_openings
from tagger.words.elided_months import with_elided_months, with_months_between, with_months_joined
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.ones_before import with_ones_before
from tagger.words.ordinals import with_ordinals
from tagger.words.printed_dates import with_printed_dates
from tagger.words.reaching import ends_a_verb
from tagger.words.slots import SLOTS
from tagger.words.spans import span_of
from tagger.words.time_phrase import TimePhrase, base_of, only_describes, with_base
from tagger.words.time_templates import templates_of

__all__ = ["TimePhrase", "find_time_phrases"]

_ROC_SHIFT = 1911

_DIGITS = {**{fold(c): i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0}


_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "上": 1,
    "下": 2,
    "两": 2,
}


def find_time_phrases(
    text: str, language: Language, period: ReportingPeriod, start: int = 0, end: int | None = None
) -> list[TimePhrase]:
    """Return the phrases of time and bases of comparison of a folded text, in order."""
    end = len(text) if end is None else end
    phrases = _spelled_out(text, language, period, start, end)
    if language.extra["compared_closers"]:
        phrases = with_openings(phrases, text, start, end, language, period)

    def find(said: str) -> list[TimePhrase]:
        return _spelled_out(said, language, period, 0, len(said))

    phrases = with_printed_dates(phrases, text, start, end, language, find)
    return with_ones_before(phrases, text, start, end, language, find)


def _spelled_out(
    text: str, language: Language, period: ReportingPeriod, start: int, end: int
) -> list[TimePhrase]:
    """Return the phrases of time of a folded text that the language's own templates find, in order."""
    compiled = templates_of(language)
    phrases: list[TimePhrase] = []
    done = start
    by_first = compiled.by_first
    for candidate in compiled.first.finditer(text, start, end):
        listen()
        at = candidate.start()
        inside = at < done
        if inside and not (phrases and _goes_on(phrases[-1], text, at)):
            continue
        choice = by_first[text[at]].choice_at(text, at)
        if choice is None:
            continue
        for template in choice.templates[choice.first_at(text, at) :]:
            found = template.pattern.match(text, at)
            phrase = _phrase(found, template, text, language, period) if found else None
            if phrase is not None and phrase.end > done:
                if inside:
                    phrases.pop()  # in the year, of: in the year to March 2028
                if phrase.base and phrases:
                    phrases[-1] = _joined_to_base(phrases[-1], phrase, text, language, period)
                elif phrases and phrases[-1].base:
                    phrase = _joined_behind_base(phrases[-1], phrase, text, language, period)
                phrases.append(phrase)
                done = phrase.end
                break
    phrases = with_elided_months(phrases, text, (SLOTS["N"], _small), language, period)
    phrases = with_months_joined(phrases, text, (SLOTS["N"], _small), language)
    phrases = with_months_between(phrases, text, language)
    return with_ordinals(phrases, text, end, language, period)


def _goes_on(phrase: TimePhrase, text: str, at: int) -> bool:
    """Return whether a phrase of the reporting period may only begin a longer one, from there: in the year to March 2028."""
    span = phrase.span
    if span is None and phrase.base == "previous_year":
        return text[at].isascii()  # over the year that ended December 31, 2023
    return text[at].isascii() and span is not None and span.relative == "current" and not phrase.base


def _joined_to_base(
    before: TimePhrase, base: TimePhrase, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase:
    """Return the phrase before a base that a conjunction joins to it, as a base too: 與年初及6月末持平."""
    if before.base or before.span is None or base.start - before.end > _CONJUNCTION:
        return before
    if not _joins(text[before.end : base.start].strip(), language):
        return before
    return replace(before, base=base_of(before.span, period))


def _joins(said: str, language: Language) -> bool:
    """Return whether nothing but a conjunction, or in Han prose the mark of a list, stands between two phrases."""
    return said in language.conjunctions or (not said.isascii() and said in language.enumeration)


def _joined_behind_base(
    base: TimePhrase, phrase: TimePhrase, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase:
    """Return the phrase that a conjunction joins to a base before it as a base too: from the third quarter of 2024 and 2Q25.

    In Han prose also the mark of a list: 較2024年、2025年上半年分別下降.
    """
    unclear = base.span is None and base.base == "unclear" and _is_opened(base, text, language)
    if (base.span is None and not unclear) or phrase.span is None:
        return phrase
    if phrase.start - base.end > _CONJUNCTION_AND_ARTICLE:
        return phrase
    if not text[phrase.start].isascii() or not text[base.start].isascii():
        listed = _joins(text[base.end : phrase.start].strip(), language)
        return replace(phrase, base=base_of(phrase.span, period)) if listed else phrase
    first, *rest = text[base.end : phrase.start].split() or ("",)
    joined = first in language.conjunctions and all(word in language.extra["articles"] for word in rest)
    return replace(phrase, base=base_of(phrase.span, period)) if joined else phrase


def _is_opened(base: TimePhrase, text: str, language: Language) -> bool:
    """Return whether a word of comparison stands right before what is a base by itself: 較某季初及去年同期."""
    return text.endswith(language.base_prefixes, 0, base.start)


_CONJUNCTION_AND_ARTICLE = 9
_CONJUNCTION = 5
"""How long what joins two phrases may be, with its blanks."""
_DAY_BEHIND = re.compile(r" ?\d{1,2}(?!\d)")
_UNCLEAR = "base:unclear"
"""The meaning of phrases whose time is not said to the day: in the summer, 每月."""
_SINCE = "since_"
"""What the meanings begin with of phrases that are a base by themselves: since June."""


def _phrase(
    found: re.Match[str], template: Template, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase | None:
    if template.meaning.startswith("base:"):
        values = _values(template.slots, found, language)
        years = values.get("N", 0) if "N" in template.slots else 0
        if not all(values.values()) or (years == 1 and template.meaning != _UNCLEAR):
            return None  # a word that is no month; in one year: nothing out of the usual
        return TimePhrase(found.start(), found.end(), None, template.meaning[5:], years)
    since = template.meaning.startswith(_SINCE)
    meaning = template.meaning.removeprefix(_SINCE)
    values = _values(template.slots, found, language)
    if period.named_by_start and _is_fiscal(found[0], template.slots, language):
        values["Y"] += 1
    elif meaning in _YEARS and _is_calendar(values["Y"], found[0], template.slots, language, period):
        stands = meaning == "same_period" or _stands_beside(text, found.start(), language)
        meaning = "previous_same_period" if stands else meaning
    span = span_of(meaning, values, period)
    if (since and _DAY_BEHIND.match(text, found.end())) or ends_a_verb(text, found.start(), language):
        return None  # since June 30; 增加至6月末
    if since and template.slots == "A" and _is_longer(text, found.span(1), language):
        return None  # from June 2024, above the June half
    if since and span:
        return TimePhrase(found.start(), found.end(), span, base_of(span, period))
    if span is None:
        return None
    phrase = with_base(text, found.span(), span, language, period)
    return None if only_describes(phrase, text, language) else phrase


def _is_fiscal(said: str, slots: str, language: Language) -> bool:
    """Return whether a phrase calls a fiscal year by a number alone: FY2025, the third quarter of fiscal 2025."""
    numbered = ("Y" in slots or "S" in slots) and "A" not in slots and "M" not in slots
    return numbered and any(word in said for word in language.extra["fiscal_words"])


_YEARS = ("year", "same_period")


def _is_calendar(year: int, said: str, slots: str, language: Language, period: ReportingPeriod) -> bool:
    """Return whether a year is that of the calendar in which the same part of the year before ended.

    The half-year to September 2026 is of a fiscal year that ends in 2027; beside it 2025 is no fiscal year two years back.
    """
    one_back = year == period.end.year - 1 and period.year == period.end.year + 1
    return one_back and not period.is_fiscal_year and not _is_fiscal(said, slots, language)


def _stands_beside(text: str, at: int, language: Language) -> bool:
    """Return whether a year is said of a value beside it, and heads no column: (2025: $5m), $5m in 2025."""
    before = text[max(at - _BESIDE, 0) : at]
    return before.endswith("(") or before.rpartition(" ")[0].rpartition(" ")[2] in language.extra["times_at"]


_BESIDE = 12


def _is_longer(text: str, month: tuple[int, int], language: Language) -> bool:
    """Return whether a phrase of time begins with a month and goes on behind it."""
    beginning = templates_of(language).by_first.get(text[month[0]])
    choice = beginning.choice_at(text, month[0]) if beginning is not None else None
    templates = choice.templates if choice is not None else ()
    return any(
        (m := template.pattern.match(text, month[0])) and m.end() > month[1] + 1 for template in templates
    )


def _values(slots: str, found: re.Match[str], language: Language) -> dict[str, int]:
    values = {}
    for index, slot in enumerate(slots):
        word = found[index + 1].strip()
        if slot == "Y":
            values["Y"] = _year(word)
        elif slot == "S":
            values["S"] = int(word)
            values.setdefault("Y", 2000 + values["S"])
        elif slot in "AB":
            values["M" if slot == "A" else "N"] = language.extra["months"].get(word, 0)
        else:
            values[slot] = _small(word)
    return values


def _year(word: str) -> int:
    if word.startswith("民国"):
        return int(word[2:]) + _ROC_SHIFT
    if word.isascii():
        return int(word) if len(word) > 3 else int(word) + _ROC_SHIFT  # noqa: PLR2004
    return int("".join(str(_DIGITS[character]) for character in word))


def _small(word: str) -> int:
    if word.isdecimal():  # digits of any script
        return int(word)
    if word in _WORDS:
        return _WORDS[word]
    tens, ten, ones = word.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + (_DIGITS[ones] if ones else 0)
