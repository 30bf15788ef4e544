"""Numbers whose digits are grouped by blanks, as African, French and Nordic accounts print them: EGP 35 517 thousand.

And those that a blank behind a comma has torn: Rs 3, 952 crore, Rs 3, 85,730 crore.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tagger.figures.figure import RATES, Figure
from tagger.words.language import Language

_GROUP = 3
_SURE = 3
"""So many groups are one number where a word goes on; of two, the first may be a number of its own."""
_WORDS_AROUND = re.compile(r"[a-z] \Z"), re.compile(r" [a-z]")


def join_blank_groups(figures: list[Figure], text: str, language: Language) -> list[Figure]:
    """Return the figures; the groups of one number are put together: EGP 1 204 553 thousand, 1 204 553 customers."""
    joined: list[Figure] = []
    run: list[Figure] = []
    end = -2  # beside none
    for figure in figures:
        beside = figure.start == end + 1 and text[end] == " "
        if joined and not run and _is_torn(joined[-1], figure, text):
            joined[-1] = _as_one([joined[-1], figure], [0, _places(figure, text)])
            end = figure.digits_end
            continue
        end = figure.digits_end
        if beside and _goes_on(joined[-1], figure):
            run = run or [joined[-1]]
            run.append(figure)
        elif run:
            joined[-len(run) :] = _settled(run, text, language)
            run = []
        joined.append(figure)
    if run:
        joined[-len(run) :] = _settled(run, text, language)
    return joined


def _goes_on(before: Figure, figure: Figure) -> bool:
    """Return whether a figure of three digits stands a blank behind one that has no mark of its own: EGP 35 ‸517."""
    if before.end > figure.start:
        return False
    if before.scale or before.places or before.unit_word or before.grouped or figure.grouped:
        return False
    if figure.currency is not None and not figure.unit_word:
        return False
    return _digits(figure) == _GROUP and _digits(before) <= _GROUP and not (before.reason or figure.reason)


def _digits(figure: Figure) -> int:
    """Return how many digits stand before its point."""
    return figure.digits_end - figure.start - (figure.places + 1 if figure.places else 0)


def _settled(run: list[Figure], text: str, language: Language) -> list[Figure]:
    """Return a run as one figure where it is one number, else as it is."""
    first, last = run[0], run[-1]
    before, behind = _WORDS_AROUND
    in_bracket = text.startswith("(", first.start - 1) and text.startswith(
        ")", last.end
    )  # SEK 4 023m (5 803)
    bare = not (first.kind or last.kind) and text[first.start] != "0"
    if bare and (in_bracket or _is_what_it_was(first, text, language)):
        pass
    elif not (first.kind == "money" or last.kind == "money"):
        if len(run) < _SURE or last.kind in RATES or text[first.start] == "0":
            return run
        if not (before.search(text, max(0, first.start - 2), first.start) and behind.match(text, last.end)):
            return run
    elif not (last.scale or last.kind == "money" or len(run) >= _SURE) or last.kind in RATES:
        return run
    return [_as_one(run, [_GROUP] * len(run))]


def _is_torn(before: Figure, figure: Figure, text: str) -> bool:
    """Return whether a blank has torn a number behind its comma: a currency stands before, a scale word behind it."""
    if before.currency is None or not figure.scale or text[before.end : figure.start] != _TORN:
        return False
    if before.scale or before.places or before.unit_word or before.grouped or figure.currency is not None:
        return False
    return (
        _digits(before) <= _GROUP and _BEHIND_COMMA.match(text, figure.start, figure.digits_end) is not None
    )


def _places(figure: Figure, text: str) -> int:
    """Return how many digits stand before the point of a number that may be grouped."""
    return sum(map(str.isdigit, text[figure.start : figure.digits_end].partition(".")[0]))


_TORN = ", "
_BEHIND_COMMA = re.compile(r"(?:\d\d,){0,3}\d{3}(?![\d,])")


def _as_one(run: list[Figure], digits: list[int]) -> Figure:
    """Return the last of a run as the number that they are together. digits: how many each has before its point."""
    first, last = run[0], run[-1]
    number = Decimal(0)
    for figure, places in zip(run, digits, strict=True):
        number = number.scaleb(places) + figure.number
    last.number, last.start, last.grouped = number, first.start, True
    last.kind = last.kind or first.kind
    if last.currency is None:
        last.currency = first.currency
    last.negative, last.bracketed = first.negative or last.negative, first.bracketed or last.bracketed
    return last


def _is_what_it_was(first: Figure, text: str, language: Language) -> bool:
    """Return whether a verb stands right before a number, which then begins no name (Tier 1): the bank had 1 204 employees."""
    word = _WORD_BEFORE.search(text, max(0, first.start - _WORD_LENGTH), first.start)
    return word is not None and language.verbs.get(word[1]) in ("level", "reach")


_WORD_BEFORE = re.compile(r"(?<![a-z])([a-z]+) \Z")
_WORD_LENGTH = 16
