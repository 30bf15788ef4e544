"""Tells the figures that are no quantities: years, dates, numbering, references, names, lengths of time.

The cues are data of the language; what stands here is where they are looked for.
"""

from __future__ import annotations

import re

from tagger.figures.codes import code_by_form, code_of_any, is_equated
from tagger.figures.find import Figure
from tagger.figures.heading_numbers import numbers_a_heading
from tagger.figures.marks import SENTENCE_ENDS, is_mark, takes_currency
from tagger.native import listen
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose

_YEARS = range(1900, 2101)
_REACH = 24
_EXPONENT = re.compile(r"\d[a-z]\Z")
_NUMBER_ENDS = "、.．"
_NUMBERED_PART = re.compile(rf"[一二三四五六七八九十\d]{{1,3}}[{_NUMBER_ENDS}]\Z")
"""The upper part of a number of two parts: 附註四、3."""
_DAY = re.compile(r"[0-9]{3,4}\.(?:1[0-2]|0?[1-9])\.(?:3[01]|[12][0-9]|0?[1-9])\Z")
_HAN_FIRST = "\u2e80"
_QUOTES = dict(zip("「『《〈“‘", "」』》〉”’", strict=True))
_AFTER_FIRST = (
    "rank",
    "ordinal",
    "index_name",
    "law_name",
    "date",
    "name",
    "tenor",
    "enumeration",
    "reference",
    "identifier",
    "telephone",
)
_ORDERED = ("reference", "ordinal", "rank")
_BEFORE_FIRST = ("name", "rank", "ordinal", "reference", "identifier", "telephone", "index_name", "law_name")


def mark_non_facts(
    figures: list[Figure],
    prose: Prose,
    phrases: list[TimePhrase],
    language: Language,
    line_starts: dict[int, str],
    counted: frozenset[str] = frozenset(),
) -> None:
    """Set the reason of each figure that is no quantity. `line_starts`: start of each line and its block's kind."""
    spans = iter(list(phrases))
    phrase = next(spans, None)
    before: Figure | None = None
    equates = "=" in prose.text
    for figure in figures:
        listen()
        while phrase and phrase.end <= figure.start:
            phrase = next(spans, None)
        if phrase and phrase.start <= figure.start and _is_amount(figure, phrase):
            phrases.remove(phrase)  # 1968 million minutes: four digits with a scale are no year
            phrase = next(spans, None)
        if phrase and phrase.start <= figure.start < phrase.end:
            figure.reason = _of_time(figure, phrase)
            figure.end = figure.digits_end
            figure.kind = ""
        else:
            same = _going_on(before, figure, prose.text, language) if before and before.reason else ""
            if not same and equates and is_equated(figure.start, figure.end, prose.text):
                same = "name"
            figure.reason = same or _reason(figure, prose, language, line_starts, counted)
        if figure.reason == "heading_number" or (figure.reason == "reference" and figure.kind == "money"):
            figure.end = figure.digits_end
        before = figure


def _is_amount(figure: Figure, phrase: TimePhrase) -> bool:
    bare = phrase.start == figure.start and phrase.end == figure.digits_end
    own_unit = figure.end > figure.digits_end or figure.places > 0  # not one shared with a later figure
    return bare and own_unit and bool(figure.scale or figure.kind in ("money", "percent"))


def _going_on(before: Figure, figure: Figure, text: str, language: Language) -> str:
    """Return the reason of the figure before where this one goes on with it: 5550 0134, Notes 3 and 12, pages 88 to 97."""
    gap = text[before.end : figure.start]
    if before.reason == "rank":
        return _moved_in_rank(before, figure, text, gap, language)
    if before.reason in ("telephone", "identifier"):
        return before.reason if gap in (" ", "-", " - ", ") ") else ""
    if before.reason != "reference" or not _is_plain(figure):
        return ""
    gap = gap.strip(" ")
    return "reference" if gap and (gap in language.conjunctions or gap in language.ranges) else ""


def _moved_in_rank(before: Figure, figure: Figure, text: str, gap: str, language: Language) -> str:
    """Return "rank" for the places by which a rank moved: 位列第137位，較上年上升5位."""
    unit = text[figure.digits_end : figure.digits_end + 1]
    same = unit >= _HAN_FIRST and text[before.digits_end : before.digits_end + 1] == unit
    if not same or len(gap) > _REACH or figure.scale or any(mark in gap for mark in SENTENCE_ENDS):
        return ""
    moved = any(gap.endswith(verb) for verb, kind in language.verbs.items() if kind in _MOVES)
    return "rank" if moved and figure.kind in ("", "count") else ""


_MOVES = frozenset(("increase", "decrease", "improve", "worsen", "change"))


def _is_plain(figure: Figure) -> bool:
    return not (figure.kind or figure.scale or figure.places or figure.words)


def _of_time(figure: Figure, phrase: TimePhrase) -> str:
    four = figure.digits_end - figure.start == 4  # noqa: PLR2004
    return "year" if four and _YEARS.start <= figure.number < _YEARS.stop and phrase else "date"


def _reason(
    figure: Figure, prose: Prose, language: Language, line_starts: dict[int, str], counted: frozenset[str]
) -> str:
    text, printed = prose.text, prose.printed
    if figure.words:
        return ""
    kind = line_starts.get(figure.start)
    before = text[figure.start - 1 : figure.start]
    if kind is None and before in ("(", "（"):
        kind = line_starts.get(figure.start - 1)  # （7）
    if kind is not None and numbers_a_heading(figure, text, printed, kind, counted):
        return "heading_number"
    by_cue = _by_cue(figure, text, language, counted)
    if by_cue:
        return by_cue
    start = figure.start + (printed[figure.start] in "(（")
    by_form = code_of_any(start, figure.digits_end, printed)
    if not by_form and _is_plain(figure):
        by_form = code_by_form(start, figure.digits_end, printed, language)
    if by_form:
        return by_form
    if figure.reason:
        return _odd(figure, text)
    if _latin(before) and _EXPONENT.search(text, max(0, figure.start - 2), figure.start):
        return "malformed"  # 1e999億元
    if figure.kind or figure.scale:
        return _with_unit(figure, text, printed)
    return _bare(figure, text, printed, kind)


def _with_unit(figure: Figure, text: str, printed: str) -> str:
    """Return what a number with a unit is, which only seems to be its own: of a mark, or of a name."""
    if takes_currency(figure, text, text[figure.start - 1 : figure.start]):
        return "reference"
    return _quoted_name(figure, text, printed) if figure.kind == "count" and not figure.scale else ""


def _by_cue(figure: Figure, text: str, language: Language, counted: frozenset[str]) -> str:
    cues_before, cues_after = _cues(language)
    found = _by_cue_before(figure, text, language, cues_before, counted)
    if found:
        return found
    if figure.scale > 0 and figure.kind != "count":
        return ""  # and no pence: at 6:30 p.m.
    first = text[figure.digits_end : figure.digits_end + 1]
    if first != " " and first not in cues_after:
        return ""
    after = text[figure.digits_end : figure.digits_end + _REACH].lstrip(" ")
    unit = len(text[figure.digits_end : figure.end].strip())
    for word, code in cues_after.get(after[:1], ()):
        if code == "enumeration" and figure.number > _ENUMERATED:
            continue  # 3,184 core enterprises
        few = code == "telephone" and figure.digits_end - figure.start < _DIALLED_DIGITS
        if few or (code == "tenor" and figure.kind == "money" and not unit):
            continue  # 24 hotline agents, down $23 year over year
        if len(word) > unit and after.startswith(word) and not _goes_on(after, word):
            if word not in counted:
                return code
            # hours are what this taxonomy counts, unless they bound a time: within 48 hours
            before = text[max(0, figure.start - _REACH) : figure.start].rstrip(" ")
            openers = language.cues_before.get(code, ())
            return code if any(before.endswith(w) and not _inside_word(before, w) for w in openers) else ""
    behind = after[unit : unit + 1]
    whole_day = figure.number == _HOURS_OF_A_DAY and behind >= _HAN_FIRST and behind.isalpha()  # 24小時客服
    return "tenor" if whole_day and after[:unit] in language.cues_after.get("tenor", ()) else ""


_HOURS_OF_A_DAY = 24
_DIALLED_DIGITS = 5
"""How many digits a number has at least that is dialled: 95588."""
_ENUMERATED = 30
"""How many things are listed one by one at most."""
_STATED = frozenset(("identifier", "telephone"))


def _by_cue_before(
    figure: Figure, text: str, language: Language, cues: _Cues, counted: frozenset[str]
) -> str:
    last = text[figure.start - 1 : figure.start]
    if last in cues or last in _PASSED_BEFORE:
        before = text[max(0, figure.start - _REACH) : figure.start].rstrip(" (（「")
        if before[-1:] in _NUMBER_ENDS and not figure.kind and not figure.scale:
            before = _NUMBERED_PART.sub("", before)
        for word, code in cues.get(before[-1:], ()):
            if before.endswith(word) and not _inside_word(before, word):
                if (
                    code == _NO_CUE
                    or _is_no_code(figure, code, text)
                    or _counts(before, word, language, counted)
                ):
                    break  # 目前85%, of which 前 says no rank
                return _counted_in_order(figure, text, language, code) if code in _ORDERED else code
    return _stated_code(figure, text, language, cues) if _is_plain(figure) else ""


def _counts(before: str, cue: str, language: Language, counted: frozenset[str]) -> bool:
    """Return whether a cue is the verb of what is counted: our branches number 41, our branches now number 41."""
    if cue not in language.extra["there_is"]:
        return False
    endings = tuple(many for _, many in language.plurals)
    said = before[: -len(cue)].split()[-2:]
    return any(word in counted and word.endswith(endings) for word in said)


def _is_no_code(figure: Figure, code: str, text: str) -> bool:
    """Return whether a number has what no code has: form 83% of loans, took part 3,420 times, cards number 1.2 million."""
    if code in _ORDERED and figure.scale:
        return True  # to see 1.4 million customers
    if code in ("rank", "reference") and "," in text[figure.start : figure.digits_end]:
        return True
    of_amount = ("money",) if code in _ORDERED else ("money", "percent") if code in _STATED else ()
    return figure.kind in of_amount


def _stated_code(figure: Figure, text: str, language: Language, cues: _Cues) -> str:
    """Return what a number is that a verb ties to a word for codes: our stock code is 3968."""
    last = text[figure.start - 1 : figure.start]
    at = figure.start - 1 - (last == " ")
    verbs = _level_verbs(language).get(text[at : at + 1])
    if not verbs:
        return ""
    before = text[max(0, at + 1 - _REACH) : at + 1]
    for verb in verbs:
        if before.endswith(verb) and not _inside_word(before, verb):
            bare = before[: -len(verb)].rstrip(" ")
            for word, code in cues.get(bare[-1:], ()):
                if code in _STATED and bare.endswith(word) and not _inside_word(bare, word):
                    return code
    return ""


_LEVEL_VERBS: dict[tuple[str, ...], dict[str, list[str]]] = {}


def _level_verbs(language: Language) -> dict[str, list[str]]:
    """Return the verbs that say what something is, by their last character."""
    found = _LEVEL_VERBS.get(language.tags)
    if found is None:
        found = _LEVEL_VERBS[language.tags] = {}
        for verb, meaning in language.verbs.items():
            if meaning == "level":
                found.setdefault(verb[-1], []).append(verb)
    return found


_PASSED_BEFORE = frozenset(" (（「" + _NUMBER_ENDS)
"""What may stand between a cue and its figure, or end the upper part of a number."""


_NO_CUE = "no_cue"  # the code, among the cues of a language, of words that only end like a cue

_Cues = dict[str, list[tuple[str, str]]]
_BY_LANGUAGE: dict[tuple[str, ...], tuple[_Cues, _Cues]] = {}


def _cues(language: Language) -> tuple[_Cues, _Cues]:
    """Return the cues by the character next to the figure, the longest first, then as codes are tried."""
    found = _BY_LANGUAGE.get(language.tags)
    if found is None:
        before: _Cues = {}
        after: _Cues = {}
        for code in (*_BEFORE_FIRST, _NO_CUE):
            for word in language.cues_before.get(code, ()):
                before.setdefault(word[-1], []).append((word, code))
        for code in _AFTER_FIRST:
            for word in language.cues_after.get(code, ()):
                after.setdefault(word[0], []).append((word, code))
        for cues in (*before.values(), *after.values()):
            cues.sort(key=lambda cue: -len(cue[0]))  # company number, before number
        found = _BY_LANGUAGE[language.tags] = before, after
    return found


def _goes_on(after: str, word: str) -> bool:
    """Return whether a Latin cue is only the beginning of a longer word."""
    return word[-1].isascii() and word[-1].isalpha() and after[len(word) : len(word) + 1].isalpha()


def _inside_word(before: str, word: str) -> bool:
    return word[0].isascii() and word[0].isalpha() and before[: -len(word)][-1:].isalpha()


def _counted_in_order(figure: Figure, text: str, language: Language, code: str) -> str:
    """Return what a number in order is by the word behind it: 第15頁, 第5屆, 第2位."""
    after = text[figure.digits_end : figure.digits_end + _REACH].lstrip(" ")
    for possible in _ORDERED:
        if any(after.startswith(word) for word in language.cues_after.get(possible, ())):
            return possible
    return code


def _odd(figure: Figure, text: str) -> str:
    """Return what an ill-formed run of digits is: a number of a section, a version, or nothing at all."""
    digits = text[figure.start : figure.end]
    if _DAY.match(digits):
        return "date"
    return "reference" if digits.count(".") > 1 and "," not in digits else "malformed"


def _quoted_name(figure: Figure, text: str, printed: str) -> str:
    """Return "product_name" where the figure is the beginning of a quoted name with a sign in it: 「1+5個一」."""
    before = text[figure.start - 1 : figure.start]
    word = printed[max(0, figure.start - _REACH) : figure.start] if _latin(before) else ""
    counted = _CAPITALS.search(word)
    counted = counted if not text[figure.end : figure.end + 1].isalnum() else None  # IPO8單, but IPv6單棧
    glued = before in ("+", "×", "x", "*") or (_latin(before) and counted is None)
    return "product_name" if glued or _quoted(figure, printed) else ""


_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,}\Z")


def _bare(figure: Figure, text: str, printed: str, kind: str | None) -> str:
    before, after = text[figure.start - 1 : figure.start], text[figure.digits_end : figure.digits_end + 1]
    earlier = text[max(0, figure.start - 3) : figure.start - 1]
    spoken = earlier.endswith(" ") and _latin(earlier[:1])  # the net promoter score was +38
    spoken |= earlier in _BEFORE_SCORE or (earlier[-1:] == "(" and after == ")")  # (2024: +6)
    alone = earlier[-1:] in ("", "\n") and after in ("", "\n")  # a cell of changes: +10
    sign = before == "+" and not earlier[-1:].isdigit() and (figure.places > 0 or spoken or alone)
    if (
        (before in ("+", "×", "&") and not sign)
        or after in ("+", "×", "&")
        or (after in ("x", "*") and text[figure.digits_end + 1 : figure.digits_end + 2].isdigit())
        or (before == "*" and text[figure.start - 2 : figure.start - 1].isdigit())
    ):
        return "product_name"
    if _latin(before) or (_latin(after) and not _spaced(text, figure.digits_end)):
        return "product_name"
    if _quoted(figure, printed):
        return "product_name"
    if is_mark(figure, text, before, after):
        return "reference"
    digits = text[figure.start : figure.digits_end]
    if len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS:  # noqa: PLR2004
        return "year"
    if kind not in ("cell", "chart") and after >= _HAN_FIRST and after.isalnum() and "," not in digits:
        return "product_name"  # glued to a word that is no counter: 智慧大腦2.0升級
    return ""


_BEFORE_SCORE = (": ", ", ")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _spaced(text: str, at: int) -> bool:
    return text[at : at + 1] == " "


_STRAIGHT = re.compile(r'(?:^|[\s(])"(?:[A-Z][^"\n]*|[\d-]*)\Z')
_STRAIGHT_END = re.compile(r'[^"\n.;:]{0,16}"(?!\w)')


def _quoted(figure: Figure, printed: str) -> bool:
    """Return whether the figure stands in a short quotation, in straight marks too: "Noor 360", "Best 100 Brands"."""
    if _STRAIGHT_END.match(printed, figure.digits_end) and _STRAIGHT.search(
        printed, max(0, figure.start - _REACH), figure.start
    ):
        return True
    begin = max(0, figure.start - _REACH)
    if _QUOTES.keys().isdisjoint(printed[begin : figure.start]):
        return False
    left = max((printed.rfind(mark, begin, figure.start), mark) for mark in _QUOTES)
    close = printed.find(_QUOTES[left[1]], left[0], figure.digits_end + _REACH)
    return close >= figure.digits_end
