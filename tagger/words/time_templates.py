"""Patterns of a language's phrases of time, found by their first characters.

A phrase is data of the language, with slots ({Y} a year, {M} a month, {D} a day, {Q} a quarter, {H} a half, {N} a number)
and words of which any may stand: quarter <ended|to> {D} {A}.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagger.words.beginnings import Beginning, Template
from tagger.words.language import Language
from tagger.words.opening_words import opening_words, openings
from tagger.words.slots import FIRST, SLOTS

_AFTER_DIGITS = re.compile(r"(?:\{.\}|[0-9]+) ?")

_ASCII_DIGITS = frozenset("0123456789")


@dataclass(frozen=True)
class Templates:
    """The templates of a language: by the character they may begin with, the longest first.

    first: matches at the places where one may begin. by_first: by the first character.
    """

    first: re.Pattern[str]
    by_first: dict[str, Beginning]


def _compiled(language: Language) -> Templates:
    templates = (*language.periods, *((said, f"base:{meaning}") for said, meaning in language.bases))
    articles, endings = tuple(language.extra["articles"]), tuple(language.extra["day_endings"])
    months = "".join(sorted({month[0] for month in language.extra["months"]}))
    begins_with = {**FIRST, "A": months, "B": months}
    by_first: dict[str, list[Template]] = {}
    seconds: dict[str, list[str]] = {}
    for template, meaning in sorted(templates, key=_longest_first):
        compiled = Template(template, *_source(template, articles, endings), meaning)
        for opening in openings(template):
            for character in begins_with[opening[1]] if opening.startswith("{") else opening[0]:
                listed = by_first.setdefault(character, [])
                if compiled not in listed[-1:]:
                    listed.append(compiled)
                seconds.setdefault(character, []).append(_seconds(opening, begins_with))
    after = {
        behind[:1]
        for template, _ in templates
        for opening in openings(template)
        if (counted := _AFTER_DIGITS.match(opening))
        for behind in openings(opening[counted.end() :])
    } | {" "}
    digits = _digits(after)
    return Templates(
        re.compile("|".join(_first(character, seconds[character], digits) for character in sorted(by_first))),
        {character: _beginning(character, found, language) for character, found in by_first.items()},
    )


def _beginning(character: str, found: list[Template], language: Language) -> Beginning:
    """Return the templates that begin with a character; where it begins a Latin word or a number, with what these tell."""
    articles = frozenset(language.extra["articles"])
    if not (articles and character.isascii() and character.isalnum()):
        return Beginning(tuple(found))
    months, endings = frozenset(language.extra["months"]), tuple(language.extra["day_endings"])
    return Beginning(tuple(found), opening_words([one.text for one in found], months, articles, endings))


def _longest_first(item: tuple[str, str]) -> tuple[int, int, int, str]:
    """Return the key that orders templates: most words first, then the longest, then the one whose words are all said.

    Of words that stand together the shortest counts: half of <year|fiscal year>, behind half of fiscal year {Y}; 前一季, 前{Q}季.
    """
    slots = len(_SHORT_SLOTS.findall(item[0]))
    shortest = _TOGETHER.sub(lambda words: min(words[1].split("|"), key=len), item[0])
    words = len(_WORDS_AND_SLOTS.findall(shortest)) if _LATIN.search(shortest) else 0
    return -words, -len(shortest) + 2 * slots, slots, item[0]


_LATIN, _WORDS_AND_SLOTS = re.compile("[a-z]"), re.compile(r"[a-z]+|\{")
_TOGETHER = re.compile(r"<([^<>]*)>")
"""Words of which any may stand in a template: <ended|to|up to>."""


_SHORT_SLOTS = re.compile(r"\{[QH]\}")
"""Slots that one character fills."""


def _digits(after: set[str]) -> str:
    """Return the pattern of the digits behind the first that may begin a phrase: a year's four, or few before what goes on.

    after: what may follow them, by the first character; that of a slot is anything.
    """
    following = "" if "{" in after else f"(?=[{re.escape(''.join(sorted(after)))}])"
    return rf"(?<![0-9].)(?:[0-9]{{3}}(?![0-9])|[0-9]{{0,2}}(?![0-9]){following})"


def _seconds(template: str, begins_with: dict[str, str]) -> str:
    """Return the characters that the second of a phrase may be, "" where it may be any; begins_with: what the slots do."""
    slot = template[1] if template.startswith("{") else ""
    rest = template[3:] if slot else template[1:]
    if rest.startswith("{"):
        return _REST.get(slot, "") + begins_with[rest[1]] + " " if rest[1] in begins_with else ""
    if rest and not rest.startswith((" ", "<")):
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
    parts = re.split(r"(\{[A-Z]\}|<[^<>]*>)", template)
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        if re.fullmatch(r"\{[A-Z]\}", part):
            slot = f"{SLOTS[part[1]]}{ending if part[1] in _ORDINALS else ''} ?"
            source += f" ?{slot}" if slots or source else slot
            slots += part[1]
        elif ending and behind == "{Y}" and slots.endswith(("A", "D")) and part in (" ", ", "):
            source += ",? ?"
        elif part.startswith("<"):
            words = sorted(part[1:-1].split("|"), key=lambda word: (-len(word), word))
            source += f"(?:{'|'.join(re.escape(word) for word in words)})".replace(r"\ ", blank)
        else:
            source += re.escape(part).replace(r"\ ", blank)
    # a phrase of Latin letters or bare digits is a whole word
    if template == "{Y}":
        return rf"(?<![a-z\d$£€¥₹.,]){SLOTS['Y']}(?![a-z\d]|[.,]\d)", slots
    head = r"(?<![a-z\d])" if re.match(r"<?[a-z{\d]", template) else ""
    tail = r"(?![a-z\d]|-[a-z])" if re.search(r"[a-z}>]$", template) else ""
    return head + source.removesuffix(" ?") + tail, slots


_BY_LANGUAGE: dict[tuple[str, ...], Templates] = {}


def templates_of(language: Language) -> Templates:
    """Return the templates of a language's phrases of time and bases of comparison."""
    found = _BY_LANGUAGE.get(language.tags)
    if found is None:
        found = _compiled(language)
        _BY_LANGUAGE[language.tags] = found
    return found
