"""What a cell prints where it states something: a number with its sign, currency, unit and marks of footnotes, or a dash.

Most cells are told by their shape alone. Words beside the number (USD 95 billion, 12.4 percentage points, 人民幣95億元)
make it a value where every one of them is a scale, a currency or a unit of some language; "12 months" is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain

from tagger.readers.counted_values import counts
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language, every_language

_SIGN = "[+\\-−–—－＋↑↓≥≤＞＜><]"
_MONEY = "(?:[A-Za-z]{0,3}[$＄€£¥￥₹]|(?![FCH]Y)[A-Z]{2,3}(?=[ \\d(]))"
_DIGITS = "[0-9０-９](?:[0-9０-９,，.．'’]{0,60}[0-9０-９])?"
_UNIT = "(?:[%％‰]|(?![hHqQ])[A-Za-z]{1,3}|(?![\u4e00-\u9fff]{0,4}[年月日季])[\u4e00-\u9fff]{1,5})?"
_ARROW_BEHIND = "(?:\\s?[↑↓])?"
_MARK = "(?:[*†‡§#^¹²³⁰⁴-⁹]|[(\\[（](?:[a-z]|[\u4e00-\u9fff]{0,2}[0-9]{1,2})[)\\]）])"
_VALUE = re.compile(
    rf"[(（]?\s?{_SIGN}?\s?{_MONEY}?\s{{0,12}}{_SIGN}?\s?[(（]?\s?{_DIGITS}\s?{_UNIT}\s{{0,9}}[)）]?\s{{0,9}}[%％]?{_ARROW_BEHIND}{_MARK}{{0,3}}\Z"
)
_MARKS_BEHIND = re.compile(f"(?<=\\S){_MARK}{{1,3}}\\Z")
_NIL = re.compile("[-–—－−‐‑─ー]{1,3}\\Z")
_THOUSANDS = re.compile("[^0-9]{0,5}000(?:,000)?\\Z")
"""US$000 is a unit."""
_DAY = re.compile(
    r"(?:[0-9]{2,4}([./-])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([./-])[0-9]{1,2}\2[0-9]{4})(?:\Z|\s+[^\s0-9])"
)
"""2025.06.30, 114.6.30, 30.06.2025, with or without the unit of its column behind it."""
_YEAR = re.compile("(?:19|20|１９|２０)[0-9０-９]{2}\\Z")
_LONGEST = 64
_OPEN_ENDS = tuple(",，、（(/-及和與与的")
"""What the first line of a name that two lines hold may end in."""
_OPEN_BEGINNINGS = frozenset("/／)）、，")
"""What no name begins with."""
_LETTERS_BEHIND = re.compile("[a-z]{1,3}\\Z")


@cache
def _in_words() -> re.Pattern[str]:
    """Return the pattern of a number among words of units, of all languages there are."""
    symbols = {word for language in every_language() for word in language.currencies if word}
    money = "|".join(map(re.escape, sorted(symbols, key=lambda word: (-len(word), word))))
    units = alternation(
        word
        for language in every_language()
        for word in (*language.units, *language.currencies, *language.scales)
        if word
    )
    scales = alternation(word for language in every_language() for word in language.scales)
    letters = {word for language in every_language() for word in language.local_symbols}
    local = "|".join(map(re.escape, sorted(letters)))
    # R642.7 billion, N1,250: a letter alone is a currency before what cannot be a name
    money = rf"{money}|(?:{local})(?=[0-9][0-9.]*(?:,[0-9]|\s?(?:{scales})(?![a-z])))"
    unit = rf"(?:\s?(?:{units})){{0,3}}"
    return re.compile(
        rf"[(（]?\s?{_SIGN}?\s?(?:(?:{money})(?![a-z])\s?)?{_SIGN}?\s?[(（]?\s?{_DIGITS}{unit}\s?[)）]?{unit}{_ARROW_BEHIND}{_MARK}{{0,3}}\Z"
    )


@cache
def currency_signs() -> frozenset[str]:
    """Return the signs of currencies of all languages there are: $, HK$, £."""
    words = chain.from_iterable(language.currencies for language in every_language())
    return frozenset(
        form for word in words if word and not word[-1].isalpha() for form in (word, word.upper())
    )


_YEAR_AND_MORE = re.compile("(?:19|20)[0-9]{2}[ \u00a0]")


@cache
def _year_and_unit() -> re.Pattern[str]:
    """Return the pattern of a year with the unit of its column, which is a heading: 2025 £m, 2024 RMB million, 2025 %."""
    return re.compile(rf"[0-9]{{4}}\s?[(（]?(?:\s?{_unit_words().pattern}){{1,3}}[)）]?\Z")


@cache
def _unit_words() -> re.Pattern[str]:
    """Return the pattern of a scale, a currency or a rate, of all languages there are."""
    words = {
        word
        for language in every_language()
        for word in (*language.scales, *language.currencies, *language.table_scales, *_rates(language))
        if word
    }
    return re.compile(rf"(?<![a-z])(?:{alternation(words)})")


def _rates(language: Language) -> Iterator[str]:
    return (word for word, kind in language.units.items() if kind not in ("count", "times"))


@cache
def said_in_tables(key: str) -> frozenset[str]:
    """Return the words that all languages there are list under a key of what tables say."""
    return frozenset(word for language in every_language() for word in language.tables.get(key, ()))


@cache
def _part_openings() -> tuple[str, ...]:
    """Return the words that open a part of the row before, in all languages there are: of which, 其中."""
    parts = {
        word for language in every_language() for word, kind in language.words.items() if kind == "of_which"
    }
    return tuple(sorted(parts | said_in_tables("deducted")))


def mentions_unit(text: str) -> bool:
    """Return whether a scale, a currency or a rate stands in a text, in any language there is."""
    return bool(_unit_words().search(fold(text)))


def is_unit(text: str) -> bool:
    """Return whether a heading is a unit and no more: %, 港幣百萬元, HK$m."""
    said = text.strip(" ()（）")
    if not said or len(said) > _LONGEST_UNIT or any(character.isdecimal() for character in said):
        return False
    told = sum(found.end() - found.start() for found in _unit_words().finditer(fold(said)))
    return _OF_A_UNIT * told >= len(said)


_LONGEST_UNIT, _OF_A_UNIT = 12, 2
"""How long a unit alone may be, and how much of it at least what tells it as one."""


@cache
def _amounts_in() -> re.Pattern[str]:
    """Return the pattern of a currency and its scale, in all languages there are: EUR million, in HK$ millions."""
    languages = every_language()
    cues = alternation(word for word in said_in_tables("unit_cues") if word)
    scales = (word for language in languages for word in (*language.scales, *language.table_scales) if word)
    currencies = alternation(word for language in languages for word in language.currencies if word)
    return re.compile(rf"(?:(?:{cues})[\s:：]{{0,2}})?(?:{currencies})\s(?:{alternation(scales)})\Z")


def is_amounts_in(text: str) -> bool:
    """Return whether a text is a currency and its scale, in words of their own, and no more: EUR million."""
    said = text.strip(" ()（）")
    return len(said) <= _LONGEST and " " in said and _amounts_in().match(fold(said)) is not None


def goes_on(before: str, text: str, following: str) -> bool:
    """Return whether a row's name is the rest of the line before: customers, below "Loans and advances to".

    The line before ends open; or the name begins small, opens no part of a whole (of which), and the name of the row
    `following` does not: rows that all begin small are the parts of a section.
    """
    if before.endswith((":", "：")):
        return False
    return (
        before.endswith(_OPEN_ENDS)
        or text[0] in _OPEN_BEGINNINGS
        or (_begins_small(text) and not _begins_small(following))
    )


@cache
def _moves() -> re.Pattern[str]:
    """Return the pattern of a word of change with its measure right behind it, in all languages there are: Up 9%."""
    verbs = {
        word
        for language in every_language()
        for word, kind in language.verbs.items()
        if kind in ("increase", "decrease") and word.isascii()
    }
    by = alternation(word for language in every_language() for word in language.by)
    return re.compile(rf"(?:{alternation(verbs)}) (?:(?:{by}) )?[^\s\d]{{0,4}}\d")


@cache
def _moved(kind: str = "") -> re.Pattern[str]:
    """Return the pattern of a word of change before a number, which a cell of changes may print: down 11 bps, 增長4.61%."""
    kinds = (kind,) if kind else ("increase", "decrease")
    verbs = {w for language in every_language() for w, said in language.verbs.items() if said in kinds}
    by = alternation(word for language in every_language() for word in language.by)
    return re.compile(rf"(?:{alternation(verbs)})(?![a-z])[ \u3000]?(?:(?:{by})[ \u3000]?)?(?=[0-9])")


def _moved_by(text: str) -> int:
    """Return where the number begins of a cell that says in words which way something changed; 0 where it does not."""
    if not text[:1].isalpha() or len(text) > _MOVE or not _has_digit(text):
        return 0
    found = _moved().match(fold(text))
    return found.end() if found else 0


def says_fall(text: str) -> bool:
    """Return whether a cell says in words, folded, before its number that something fell: down 11 bps, 下降0.11個百分點."""
    return text[:1].isalpha() and _moved("decrease").match(text) is not None


def begins_with_move(text: str) -> bool:
    """Return whether a line begins with how far something moved, and so goes on about the line before: Up 9% to a record."""
    return text[:1].isascii() and _moves().match(fold(text[:_MOVE])) is not None


_MOVE = 40


def ends_open(text: str) -> bool:
    """Return whether a line of a heading cannot be the last: it ends in a mark or a word that joins (Wealth and)."""
    return text.endswith(_OPEN_ENDS) or fold(text).endswith(_joining_words())


@cache
def _joining_words() -> tuple[str, ...]:
    """Return how a text ends that ends in a conjunction, an article or a preposition, in all languages there are."""
    words = {
        word
        for language in every_language()
        for word in (
            *language.conjunctions,
            *language.extra["articles"],
            *language.tables.get("inverted", ()),
        )
    }
    return tuple(f" {word}" if word.isascii() else word for word in sorted(words))


def opens_part(text: str) -> bool:
    """Return whether a row's name begins as that of a part of the row before, or of what is taken off it: of which, less."""
    return fold(text[:_LONGEST]).startswith(_part_openings())


def is_net(text: str) -> bool:
    """Return whether a row's name says no more than that it is what all above it comes to: Net, 淨額."""
    return len(text) <= _LONGEST and fold(text).strip(" :：") in said_in_tables("net")


@cache
def _totals() -> frozenset[str]:
    return frozenset(
        word for language in every_language() for word, kind in language.words.items() if kind == "total"
    )


def is_total(text: str) -> bool:
    """Return whether a row's name says no more than that it is a total: Total, 小計."""
    return len(text) <= _LONGEST and fold(text).strip(" :：") in _totals()


def totals_section(text: str, section: str) -> bool:
    """Return whether a row's name says that it is the total of a section: Total consumer loans, of Consumer:."""
    said, name = fold(text[:_LONGEST]).strip(" :："), fold(section[:_LONGEST]).strip(" :：")
    if not name:
        return False
    if name[0] >= _HAN_FIRST:
        return name in said and any(word in said.replace(name, "") for word in _totals())
    words, named = said.split(), name.split()
    totals = _totals()
    return any(word in totals for word in words if word not in named) and set(named).issubset(words)


def _begins_small(text: str) -> bool:
    return (text[:1].islower() or text[:1].isdecimal()) and not fold(text).startswith(_part_openings())


@cache
def month_names() -> frozenset[str]:
    """Return the names of months in all languages there are, folded: 30 Jun is no value."""
    return frozenset(name for language in every_language() for name in language.extra["months"])


def is_value(text: str) -> bool:
    """Return whether a cell's text is a number with at most its sign, currency, unit and footnotes, or a dash for none."""
    return _kept(text) if len(text) <= _KEPT_LENGTH else _is_value(text)


_KEPT_LENGTH = 40
"""How long a text may be whose answer is kept: one cell is asked about many times."""


@lru_cache(maxsize=8192)
def _kept(text: str) -> bool:
    return _is_value(text)


def _said_at_once(text: str) -> bool | None:
    """Return whether the form of a text says that it is a value, or that it is none; None where it does not."""
    if text.endswith("000") and _THOUSANDS.match(text):
        return False
    if text[:1].isdigit() and _DAY.match(text):
        return False
    if _YEAR_AND_MORE.match(text) and _year_and_unit().match(fold(text)):
        return False
    if _VALUE.match(text):
        if text[-1] >= _HAN_FIRST and text.endswith(_bounds()):
            return False
        beside = text[-1].isalpha() or (text[0].isalpha() and text[0].isascii())
        return not beside or not _only_looks_like_one(text)
    return True if _NIL.match(text) else None


_ENDS_OF_CHANGES = frozenset(")）%％psP點点")
_WITH_CHANGE = re.compile(
    r"([^()（）↑↓]*\d[^()（）↑↓]*?) ?(?:(?P<opens>[(（]) ?[+\-−–＋↑↓]?|[↑↓])"
    r" ?\d[\d.,]* ?(?:%|％|pp|bps?|個?百分點|个?百分点)(?(opens)[)）])\Z"
)
"""A value with how it has changed behind it, in brackets or behind an arrow."""


def _is_value(text: str) -> bool:
    if _is_bare_value(text):
        return True
    with_change = _WITH_CHANGE.match(text) if text[-1:] in _ENDS_OF_CHANGES else None
    return with_change is not None and _is_bare_value(with_change[1])


def _is_bare_value(text: str) -> bool:
    said = _said_at_once(text)
    moved = _moved_by(text) if said is None else 0
    if moved:  # down 11bps
        text = text[moved:]
        said = False if is_year(text) or _moved_by(text) else _said_at_once(text)
    if said is not None:
        return said
    if len(text) > _LONGEST or text[-1:].isdigit() or not _has_digit(text):
        return False
    return counts(text) or bool(_in_words().match(fold(text)))


@cache
def _bounds() -> tuple[str, ...]:
    """Return the Han words behind a number that make it the end of a range, by which a row is called: 51岁及以上."""
    after = [language.after for language in every_language()]
    bounds = {word for words in after for word, kind in words.items() if kind in ("at_least", "at_most")}
    return tuple(sorted(word for word in bounds if word[0] >= _HAN_FIRST))


_HAN_FIRST = "\u2e80"


def _only_looks_like_one(text: str) -> bool:
    """Return whether letters beside a number are no currency (CET1) and no unit (30 Jun)."""
    folded = fold(text)
    letters = _LETTERS_BEHIND.search(folded)
    if letters is not None and letters.group() in month_names():
        return True
    return text[0].isalpha() and text[0].isascii() and not _in_words().match(folded)


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def is_nil(text: str) -> bool:
    """Return whether a cell's text is a dash that stands for no value."""
    return bool(_NIL.match(text))


def is_year(text: str) -> bool:
    """Return whether a cell's text is a bare year, which in a heading is no value."""
    return bool(_YEAR.match(text))


def is_unit_in_brackets(text: str) -> bool:
    """Return whether a line is in brackets and gives a unit: ($ in billions), （元/股）."""
    return text[0] in "(（" and text[-1] in ")）" and mentions_unit(text)


def is_number(text: str) -> bool:
    """Return whether a cell's text is a value that is neither a bare year nor a dash."""
    return is_value(text) and not is_year(text) and not is_nil(text)


def footnotes_of(text: str) -> int:
    """Return where the marks of footnotes behind a value begin: 4,120(1), (4,120)¹; its length where there are none."""
    found = _MARKS_BEHIND.search(text)
    return found.start() if found and _has_digit(text[: found.start()]) else len(text)


_PRINTED = re.compile(
    rf"(?P<opens>[(（])?\s?(?P<sign>{_SIGN})?\s?(?P<digits>[0-9][0-9,]*(?:\.(?P<places>[0-9]+))?)"
    r"\s?[%％]?\s?[)）]?\s?[%％]?\s?(?P<arrow>[↑↓])?\Z"
)
_NEGATIVE = frozenset("-−–—－↓")


def printed_number(text: str) -> tuple[Decimal, Decimal] | None:
    """Return a value as it is printed, its unit aside, and half a unit of its last digit; None where it is no bare number."""
    found = _PRINTED.match(fold(text))
    if not found:
        return None
    number = Decimal(found["digits"].replace(",", ""))
    negative = found["opens"] or found["sign"] in _NEGATIVE or found["arrow"] in _NEGATIVE
    return -number if negative else number, Decimal(5).scaleb(-len(found["places"] or "") - 1)
