"""Phrases of time: what period 2024年末, 上年同期 or the first nine months are, and what 比上年末 is measured against.

The phrases are data of the language, with slots ({Y} a year, {M} a month, {D} a day, {Q} a quarter, {H} a half, {N} a
number); their meanings are the closed list of functions here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tagger.native import listen
from tagger.reporting_period import ReportingPeriod
from tagger.words.elided_months import with_elided_months
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.ordinals import with_ordinals
from tagger.words.printed_dates import with_printed_dates
from tagger.words.reaching import ends_a_verb
from tagger.words.spans import span_of
from tagger.words.time_phrase import TimePhrase, base_of, with_base

__all__ = ["TimePhrase", "find_time_phrases"]

_ROC_SHIFT = 1911

_DIGITS = {**{fold(c): i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0}


_SLOTS = {
    "Y": r"(民国 ?\d{2,3}|(?:19|20|21)\d{2}|[一二三四五六七八九〇○零]{4}|(?<!\d)1[0-3]\d(?= ?年))",
    "M": r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
    "A": r"([a-z]{3,9})\.?",
    "B": r"([a-z]{3,9}+)\.?",
    "D": r"(3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])",
    "Q": r"([1-4一二三四]|first|second|third|fourth)",
    "H": r"([上下12一二])",
    "S": r"(\d{2})",
    "N": r"(1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
}

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

_FIRST = {
    "Y": "12民一二三四五六七八九〇○零",
    "M": "0123456789十一二三四五六七八九",
    "A": "abcdefghijklmnopqrstuvwxyz",
    "B": "abcdefghijklmnopqrstuvwxyz",
    "D": "0123456789",
    "Q": "1234一二三四fst",
    "H": "上下12一二",
    "N": "123456789十一二两三四五六七八九tsnfe",
}
"""The characters that a slot may begin with."""

_AFTER_DIGITS = re.compile(r"(?:\{.\}|[0-9]+) ?")

_ASCII_DIGITS = frozenset("0123456789")


@dataclass(frozen=True)
class _Template:
    pattern: re.Pattern[str]
    meaning: str
    slots: str


@dataclass(frozen=True)
class _Phrases:
    """The templates of a language: by the character they may begin with, the longest first.

    first: matches at the places where one may begin. by_first: by the first character.
    """

    first: re.Pattern[str]
    by_first: dict[str, _Beginning]


@dataclass(frozen=True)
class _Beginning:
    """The templates that begin with a character, the longest first, and one pattern that tells which is the first to match.

    numbers: of the template by the number of its group in that pattern.
    """

    any_of: re.Pattern[str]
    numbers: dict[int, int]
    templates: tuple[_Template, ...]


def _compiled(
    templates: tuple[tuple[str, str], ...], articles: tuple[str, ...], day_endings: tuple[str, ...]
) -> _Phrases:
    by_first: dict[str, list[_Template]] = {}
    seconds: dict[str, list[str]] = {}
    for template, meaning in sorted(templates, key=_longest_first):
        source, slots = _source(template, articles, day_endings)
        compiled = _Template(re.compile(source), meaning, slots)
        firsts = _FIRST[template[1]] if template.startswith("{") else template[0]
        for character in firsts:
            by_first.setdefault(character, []).append(compiled)
            seconds.setdefault(character, []).append(_seconds(template))
    after = {text[m.end() :][:1] for text, _ in templates if (m := _AFTER_DIGITS.match(text))} | {" "}
    digits = _digits(after)
    return _Phrases(
        re.compile("|".join(_first(character, seconds[character], digits) for character in sorted(by_first))),
        {character: _beginning(found) for character, found in by_first.items()},
    )


def _longest_first(item: tuple[str, str]) -> tuple[int, int, str]:
    """Return the key that orders templates: the longest first, of equals the one whose words are all said: 前一季, 前{Q}季."""
    slots = len(_SHORT_SLOTS.findall(item[0]))
    return -len(item[0]) + 2 * slots, slots, item[0]


_SHORT_SLOTS = re.compile(r"\{[QH]\}")
"""Slots that one character fills."""


def _digits(after: set[str]) -> str:
    """Return the pattern of the digits behind the first that may begin a phrase: a year's four, or few before what goes on.

    after: what may follow them, by the first character; that of a slot is anything.
    """
    following = "" if "{" in after else f"(?=[{re.escape(''.join(sorted(after)))}])"
    return rf"(?<![0-9].)(?:[0-9]{{3}}(?![0-9])|[0-9]{{0,2}}(?![0-9]){following})"


def _seconds(template: str) -> str:
    """Return the characters that the second of a phrase may be, "" where it may be any."""
    slot = template[1] if template.startswith("{") else ""
    rest = template[3:] if slot else template[1:]
    if rest.startswith("{"):
        return _REST.get(slot, "") + _FIRST[rest[1]] + " " if rest[1] in _FIRST else ""
    if rest and not rest.startswith(" "):
        return _REST.get(slot, "") + rest[0] + (" " if slot else "")
    return _REST[slot] if slot == "Y" and not rest else ""


_REST = {"Y": "0123456789国一二三四五六七八九〇○零", "M": "一二", "N": "一二"}
"""The characters of a slot behind its first, where that is no Latin letter and no digit."""


def _first(character: str, following: list[str], digits: str) -> str:
    """Return the pattern of a place where a phrase may begin. following: what the second of each may be."""
    if character in _ASCII_DIGITS:
        return character + digits
    if not all(following) or character.isascii():
        following = []
    # each begins with its character, by which most places are passed over; what stands before it is looked at after
    head = (
        rf"{re.escape(character)}(?<![a-z\d].)"
        if character.isascii() and character.isalpha()
        else re.escape(character)
    )
    return head + (f"(?=[{re.escape(''.join(sorted(set(''.join(following)))))}])" if following else "")


_YEAR_FIRST = rf"(?<![a-z\d]){_SLOTS['Y']} ?"


def _beginning(templates: list[_Template]) -> _Beginning:
    """Return the templates with their pattern; what begins with a year, which nothing else can be, reads it once for all."""
    of_year = [number for number, t in enumerate(templates) if t.pattern.pattern.startswith(_YEAR_FIRST)]
    others = [number for number in range(len(templates)) if number not in of_year]
    numbers: dict[int, int] = {}
    group = 1 + bool(of_year)
    rests = []
    for number in of_year:
        pattern = templates[number].pattern
        rests.append(f"({pattern.pattern.removeprefix(_YEAR_FIRST)})")
        numbers[group] = number
        group += pattern.groups
    sources = [f"{_YEAR_FIRST}(?:{'|'.join(rests)})"] if rests else []
    for number in others:
        pattern = templates[number].pattern
        sources.append(f"({pattern.pattern})")
        numbers[group] = number
        group += pattern.groups + 1
    return _Beginning(re.compile("|".join(sources)), numbers, tuple(templates))


_ORDINALS = "DQ"
"""The slots whose number may have the ending of an ordinal."""


def _source(template: str, articles: tuple[str, ...], day_endings: tuple[str, ...]) -> tuple[str, str]:
    """Return the pattern of a template and the names of its slots in order; blanks around a slot are free.

    A day may have the ending of an ordinal, and a year a comma before it, where the language has them: 31st March, 2010.
    """
    # an article may stand after any blank of a phrase: at the end of (the) year
    blank = " (?:(?:" + "|".join(articles) + ") )?" if articles else " ?"
    ending = f"(?:{'|'.join(day_endings)})?" if day_endings else ""
    source, slots = "", ""
    parts = re.split(r"(\{[A-Z]\})", template)
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        if re.fullmatch(r"\{[A-Z]\}", part):
            slot = f"{_SLOTS[part[1]]}{ending if part[1] in _ORDINALS else ''} ?"
            source += f" ?{slot}" if slots or source else slot
            slots += part[1]
        elif ending and behind == "{Y}" and slots.endswith(("A", "D")) and part in (" ", ", "):
            source += ",? ?"
        else:
            source += re.escape(part).replace(r"\ ", blank)
    # a phrase of Latin letters or bare digits is a whole word
    if template == "{Y}":
        return rf"(?<![a-z\d$£€¥₹.,]){_SLOTS['Y']}(?![a-z\d]|[.,]\d)", slots
    head = r"(?<![a-z\d])" if re.match(r"[a-z{]", template) else ""
    tail = r"(?![a-z\d]|-[a-z])" if re.search(r"[a-z}]$", template) else ""
    return head + source.removesuffix(" ?") + tail, slots


_BY_LANGUAGE: dict[tuple[str, ...], _Phrases] = {}


def _phrases_of(language: Language) -> _Phrases:
    found = _BY_LANGUAGE.get(language.tags)
    if found is None:
        templates = (*language.periods, *((text, f"base:{meaning}") for text, meaning in language.bases))
        articles, endings = language.extra["articles"], language.extra["day_endings"]
        found = _compiled(templates, tuple(articles), tuple(endings))
        _BY_LANGUAGE[language.tags] = found
    return found


def find_time_phrases(
    text: str, language: Language, period: ReportingPeriod, start: int = 0, end: int | None = None
) -> list[TimePhrase]:
    """Return the phrases of time and bases of comparison of a folded text, in order."""
    end = len(text) if end is None else end
    phrases = _spelled_out(text, language, period, start, end)
    return with_printed_dates(
        phrases, text, start, end, language, lambda said: _spelled_out(said, language, period, 0, len(said))
    )


def _spelled_out(
    text: str, language: Language, period: ReportingPeriod, start: int, end: int
) -> list[TimePhrase]:
    """Return the phrases of time of a folded text that the language's own templates find, in order."""
    compiled = _phrases_of(language)
    phrases: list[TimePhrase] = []
    done = start
    by_first = compiled.by_first
    for candidate in compiled.first.finditer(text, start, end):
        listen()
        at = candidate.start()
        inside = at < done
        if inside and not (phrases and _goes_on(phrases[-1], text, at)):
            continue
        beginning = by_first[text[at]]
        told = beginning.any_of.match(text, at)
        if told is None:
            continue
        first = beginning.numbers[told.lastindex or 0]  # a template's own group is the last to close
        for template in beginning.templates[first:]:
            found = template.pattern.match(text, at)
            phrase = _phrase(found, template, text, language, period) if found else None
            if phrase is not None and phrase.end > done:
                if inside:
                    phrases.pop()  # in the year, of: in the year to March 2028
                if phrase.base and phrases:
                    phrases[-1] = _joined_to_base(phrases[-1], phrase, text, language, period)
                elif phrases and phrases[-1].base and text[at].isascii():
                    phrase = _joined_behind_base(phrases[-1], phrase, text, language, period)
                phrases.append(phrase)
                done = phrase.end
                break
    phrases = with_elided_months(phrases, text, (_SLOTS["N"], _small), language, period)
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
    if text[before.end : base.start].strip() not in language.conjunctions:
        return before
    return replace(before, base=base_of(before.span, period))


def _joined_behind_base(
    base: TimePhrase, phrase: TimePhrase, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase:
    """Return the phrase that a conjunction joins to a base before it as a base too: from the third quarter of 2024 and 2Q25."""
    if base.span is None or phrase.span is None or phrase.start - base.end > _CONJUNCTION_AND_ARTICLE:
        return phrase
    first, *rest = text[base.end : phrase.start].split() or ("",)
    joined = first in language.conjunctions and all(word in language.extra["articles"] for word in rest)
    return replace(phrase, base=base_of(phrase.span, period)) if joined else phrase


_CONJUNCTION_AND_ARTICLE = 9
_CONJUNCTION = 5
"""How long what joins two phrases may be, with its blanks."""
_DAY_BEHIND = re.compile(r" ?\d{1,2}(?!\d)")
_UNCLEAR = "base:unclear"
"""The meaning of phrases whose time is not said to the day: in the summer, 每月."""
_SINCE = "since_"
"""What the meanings begin with of phrases that are a base by themselves: since June."""


def _phrase(
    found: re.Match[str], template: _Template, text: str, language: Language, period: ReportingPeriod
) -> TimePhrase | None:
    if template.meaning.startswith("base:"):
        values = _values(template.slots, found, language)
        years = values.get("N", 0) if "N" in template.slots else 0
        if not all(values.values()) or (years == 1 and template.meaning != _UNCLEAR):
            return None  # a word that is no month; in one year: nothing out of the usual
        return TimePhrase(found.start(), found.end(), None, template.meaning[5:], years)
    since = template.meaning.startswith(_SINCE)
    meaning = template.meaning.removeprefix(_SINCE)
    span = span_of(meaning, _values(template.slots, found, language), period)
    if (since and _DAY_BEHIND.match(text, found.end())) or ends_a_verb(text, found.start(), language):
        return None  # since June 30; 增加至6月末
    if since and template.slots == "A" and _is_longer(text, found.span(1), language):
        return None  # from June 2024, above the June half
    if since and span:
        return TimePhrase(found.start(), found.end(), span, base_of(span, period))
    return with_base(text, found.span(), span, language, period) if span else None


def _is_longer(text: str, month: tuple[int, int], language: Language) -> bool:
    """Return whether a phrase of time begins with a month and goes on behind it."""
    beginning = _phrases_of(language).by_first.get(text[month[0]])
    templates = beginning.templates if beginning is not None else ()
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
