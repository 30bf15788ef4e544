"""Where the clause of a figure begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from tagger.clauses.claim import Claim, Line
from tagger.clauses.matrix_clauses import behind_matrix
from tagger.clauses.runs import COUNTED, MOVES, SKIPPED, leads_to_amount
from tagger.clauses.stretches import tokens_between
from tagger.figures.find import Figure
from tagger.words.language import Language
from tagger.words.word import Token

_PAIRS = {")": "(", "）": "（", "]": "[", "］": "［", "】": "【", "〕": "〔"}

_OPEN = frozenset(_PAIRS.values())

FIRST_WORD = re.compile(r"[\s,]*([a-z]+)")


def clause_of(
    line: Line,
    starts: list[int],
    figure: Figure,
    floor: int,
    previous: Figure | None,
    text: str,
    language: Language,
) -> tuple[int, bool]:
    """Return where the figure's clause begins, and whether that is at a bracket which the figure stands in.

    starts: of the line's words. floor: where it begins at the earliest. previous: the figure before in the sentence.
    """
    clause, in_bracket = clause_start(text, figure.start, floor, previous, language)
    if previous is not None and clause < figure.start and text[clause] < _HAN_FIRST:
        opened = _bracket_of_time(line, starts, (previous, figure), text, language)
        if opened > clause:
            return opened, True
    if previous is not None and previous.end <= clause:
        clause = _behind_conjunction(line, starts, (previous.end, clause, figure.start), text, language)
    if text.startswith(", ", clause - 1):
        name = _name_across(line, starts, clause - 1, floor)
        if name is not None:
            clause = clause_start(text, name.start, floor, previous, language)[0]
    clause = _with_pace(clause, floor, figure, previous, text, language)
    clause = _with_name(line, starts, (clause, floor, figure), previous, text, language)
    clause = _with_antecedent(text, clause, floor, figure, previous, language)
    return behind_matrix(line, starts, clause, figure.start, text, language), in_bracket


def _bracket_of_time(
    line: Line, starts: list[int], figures: tuple[Figure, Figure], text: str, language: Language
) -> int:
    """Return where a bracket opens that says no more than what the figure before was then, else 0.

    71% of assets outperformed the benchmark (66% at 30 June). figures: the one before, and the one in the bracket.
    """
    previous, figure = figures
    opened = text.rfind("(", previous.end, figure.start)
    closed = text.find(")", figure.end, figure.end + _TIME_REACH)
    if opened < 0 or closed < 0 or previous.kind != figure.kind:
        return 0
    between = text[previous.end : opened]
    if any(mark in between for mark in language.clause_ends + "()") or not between.strip():
        return 0
    if not _AMOUNT_ALONE.fullmatch(text, opened + 1, figure.start):
        return 0
    time = next((p for p in line.phrases if p.start >= figure.end), None)
    if time is None or time.end != closed or any(word in language.conjunctions for word in between.split()):
        return 0
    names = [
        token
        for token in tokens_between(line.tokens, starts, previous.end, opened)
        if token.meanings.concepts and text[token.start - 1 : token.start] == " "
    ]
    if names and (figure.kind != "percent" or names[-1].end >= opened - 1):
        return 0  # loans of £5bn were covered by deposits (£6bn a year ago)
    led = text[figure.end : time.start].strip()
    return opened + 1 if not led or led in language.extra["times_at"] else 0


_HAN_FIRST = "\u2e80"
_TIME_REACH = 40
"""How far behind a figure its bracket may close that only says of when it is."""


def _name_across(line: Line, starts: list[int], mark: int, floor: int) -> Token | None:
    """Return the name that holds the mark before a clause, which parts nothing: trust, investment and other fees were."""
    at = bisect_left(starts, mark) - 1
    while at >= 0 and starts[at] >= max(floor, mark - _LONGEST_NAME):
        token = line.tokens[at]
        if token.is_term and token.end > mark:
            return token
        at -= 1
    return None


_LONGEST_NAME = 48
_LONGEST_PACE = 48


def _with_pace(
    clause: int, floor: int, figure: Figure, previous: Figure | None, text: str, language: Language
) -> int:
    """Return where the clause begins with what only says how something moved before a comma: fees recovered strongly, by 5%.

    Behind "by" that may be any words: rose for the second year running, by 5%.
    """
    comma = clause - 1
    if comma <= floor or text[comma] != ",":
        return clause
    word = FIRST_WORD.match(text, clause, figure.start)
    if word is None or not (word[1] in language.by or word[1] in language.extra["arrivals"]):
        return clause
    between = text[word.end() : figure.start].strip()
    known = not between or between in language.currencies or between in language.before
    said = text[max(floor, comma - _LONGEST_PACE) : comma].split()
    moved = word[1] in language.by and any(language.verbs.get(verb) in MOVES for verb in said)
    if not known or not (moved or any(moves_so(" ".join(said[-length:]), language) for length in (1, 2, 3))):
        return clause
    return clause_start(text, comma, floor, previous, language)[0]


def moves_so(said: str, language: Language) -> bool:
    """Return whether words only say how something moved: strongly, a little."""
    return said in language.extra["paces"] or said in language.extra["degrees"]


def _with_name(
    line: Line,
    starts: list[int],
    place: tuple[int, int, Figure],
    previous: Figure | None,
    text: str,
    language: Language,
) -> int:
    """Return where the clause begins with the name that a comma or a colon alone parts from its figure.

    Scope 1 emissions, 410 tonnes; (mainland China: $45m; Macau: $2m). place: where the clause begins, where at the earliest, and
    the figure.
    """
    clause, floor, figure = place
    if clause - 1 <= floor:
        return clause
    mark = text[clause - 1]
    if mark in _COLONS and text[clause - 2] >= _HAN_FIRST:
        return _with_label(line, starts, place, previous, text, language)
    if not _AMOUNT_ALONE.fullmatch(text, clause, figure.start):
        return clause
    if mark != "," and not (mark == ":" and figure.kind in COUNTED):
        return clause
    begin = clause_start(text, clause - 1, floor, previous, language)[0]
    named = tokens_between(line.tokens, starts, begin, clause - 1)
    if begin <= floor:
        return clause
    if mark == ":":
        return begin if _is_label(named, (begin, clause), text) else clause
    joined = text[clause : figure.start].strip() in language.conjunctions  # our subsidiary, and 1,968 ATMs
    return begin if not joined and _is_name(named, (begin, clause), text, language) else clause


def _with_label(
    line: Line,
    starts: list[int],
    place: tuple[int, int, Figure],
    previous: Figure | None,
    text: str,
    language: Language,
) -> int:
    """Return where the clause begins with the label that in Han prose a colon parts from its figure: 財富管理：68.9億元.

    It opens the line, or what a semicolon parts from the figure before; what is planned before a colon goes on behind it.
    """
    clause, floor, figure = place
    between = text[clause : figure.start].strip()
    if clause - floor > _LONGEST_LABEL or not (
        not between or between in language.currencies or between in language.before
    ):
        return clause
    begin = clause_start(text, clause - 1, floor, previous, language)[0]
    named = tokens_between(line.tokens, starts, begin, clause - 1)
    told = any(not token.is_term and token.meanings.kinds for token in named)
    opens = begin == floor or text[begin - 1] in _LABEL_AFTER or text[begin] == "\n"
    if not opens or told or not any(token.is_term for token in named):
        return clause
    return clause if any(character.isdigit() for character in text[named[0].start : clause]) else begin


_COLONS = "：:"
_LABEL_AFTER = "；;。"
_LONGEST_LABEL = 96


def _is_name(named: list[Token], place: tuple[int, int], text: str, language: Language) -> bool:
    """Return whether what stands before a comma is a name and no more; place: where it begins, and what follows does."""
    begin, clause = place
    if not named or not named[-1].is_term or text[named[-1].end : clause - 1].strip():
        return False
    verbs = any(
        token.meanings.verb and text[token.start : token.end] not in language.links for token in named
    )
    return text[begin - 1] in language.clause_ends and not verbs


def _is_label(named: list[Token], place: tuple[int, int], text: str) -> bool:
    """Return whether what stands before a colon in a list or a bracket is a label; place: as of `_is_name`."""
    begin, clause = place
    told = any(not token.is_term and token.meanings.kinds for token in named)
    short = text[begin - 1] in _BEFORE_LABEL and clause - begin <= _LONGEST_NAME
    return short and not told and not _DIGIT.search(text, begin, clause)


_BEFORE_LABEL = ";("
_DIGIT = re.compile("[0-9]")

_AMOUNT_ALONE = re.compile(r"\s*[a-z]{0,3}[^a-z0-9\s]{0,3}\s?")
"""What stands before an amount alone: its currency."""


def _is_apposition(text: str, word: re.Match[str], figure: Figure, language: Language) -> bool:
    """Return whether a clause is nothing but an amount of the words right before it: Mainland China, at US$604 million."""
    between = text[word.end() : figure.start].strip()
    known = not between or between in language.currencies
    return word[1] in language.links_at and known and text[figure.end : figure.end + 2] == ", "


def _with_antecedent(
    text: str, clause: int, floor: int, figure: Figure, previous: Figure | None, language: Language
) -> int:
    """Return where the clause begins with the words that a relative clause is about: deposits, which grew by 5%."""
    word = FIRST_WORD.match(text, clause) if language.relatives else None
    if word is None or clause - 1 <= floor:
        return clause
    if word[1] not in language.relatives and not _is_apposition(text, word, figure, language):
        return clause
    between = text[previous.end : clause - 1].strip(SKIPPED + ",") if previous is not None else "\0"
    if not between or f"{between} ".startswith(tuple(f"{word} " for word in language.distributives)):
        return clause  # of the figure before: 6.2 pence per share, which makes 9 pence
    return clause_start(text, clause - 1, floor, previous, language)[0]


def _behind_conjunction(
    line: Line, starts: list[int], stretch: tuple[int, int, int], text: str, language: Language
) -> int:
    """Return where the clause begins where a conjunction parts it from what is of the figure before.

    86% of them on mobile and just 1.4% in a branch. stretch: the end of the figure before, the clause's start, its end.
    """
    behind, clause, end = stretch
    if text[clause - 1] == ")":
        behind = max(behind, clause)  # $12m (2023: $10m) in dividends and raised $40m
    tokens = tokens_between(line.tokens, starts, behind, end)
    first = tokens[0] if tokens else None
    if first is None:
        return clause
    parting = [t for t in tokens if not t.is_term and text[t.start : t.end] in language.conjunctions]
    opens = (
        text[first.start : first.end].partition(" ")[0] in language.behind_figures
        and not text[behind : first.start].strip()
    )
    if not parting or not (
        opens
        or leads_to_amount(text[parting[-1].end : end], language)
        or (
            text[end - 1] >= _HAN_FIRST and text[parting[-1].end : end] in language.before
        )  # 及超過560萬名成員
    ):
        return clause
    return max(clause, parting[-1].start)  # $5m was held for clients in Asia and $3m


def stays_inside(claim: Claim, text: str, end: int) -> bool:
    """Return whether the bracket of a figure in Han prose is still open at another: 净利润X（归母净利润Y，同比下降Z）."""
    if not claim.in_bracket or claim.is_latin:
        return False
    return not any(character in _PAIRS for character in text[claim.figure.end : end])


def clause_start(
    text: str, at: int, floor: int, previous: Figure | None, language: Language
) -> tuple[int, bool]:
    """Return where the figure's clause begins, and whether that is at a bracket which the figure stands in."""
    last_stop = _last_stop(language.clause_ends, language.enumeration)
    index = at
    while found := last_stop.match(text, floor, index):
        index = found.end() - 1
        character = text[index]
        if character in _PAIRS:
            opened = text.rfind(_PAIRS[character], floor, index)
            if opened >= 0:
                index = opened
                continue
            return index + 1, False  # the bracket of the figure before: (46.6% of total liabilities) were
        if character in _OPEN:
            if text[index + 1 : at].strip(SKIPPED):
                return index + 1, True
            continue
        if character == "," and (begin := _parenthetical(text, index, floor, language)):
            index = begin
            continue
        if character == "," and _inside_date(text, index):
            continue
        if character in language.clause_ends and not _inside_number(text, index):
            return index + 1, _in_open_bracket(text, floor, index)
        if character in language.enumeration and previous and previous.end >= floor:
            return index + 1, False
    return floor, False


_PARENTHETICAL = 24


def _parenthetical(text: str, comma: int, floor: int, language: Language) -> int:
    """Return where the words begin that stand between commas and part nothing: loans, however, declined; else 0."""
    first = text.rfind(",", max(floor, comma - _PARENTHETICAL), comma)
    return first if first > floor and text[first + 1 : comma].strip() in language.parentheticals else 0


@cache
def _last_stop(clause_ends: str, enumeration: str) -> re.Pattern[str]:
    """Return the pattern of a stretch up to the last character where a clause may begin, or that is a bracket's."""
    stops = "".join(dict.fromkeys((*clause_ends, *enumeration, *_PAIRS, *_OPEN)))
    return re.compile(rf"(?s:.*)[{re.escape(stops)}]")


def _in_open_bracket(text: str, floor: int, at: int) -> bool:
    """Return whether a bracket is open at the place: (2022: X)."""
    opened = max(text.rfind("(", floor, at), text.rfind("（", floor, at))
    return opened >= 0 and opened > max(text.rfind(")", floor, at), text.rfind("）", floor, at))


def _inside_number(text: str, index: int) -> bool:
    """Return whether a mark parts nothing: 1,300, 10:30, the cost:income ratio."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    between = text[index] in ",:" and before.isdigit() and after.isdigit()
    return between or (
        text[index] == ":" and (before + after).isascii() and before.isalpha() and after.isalpha()
    )


_YEAR_BEHIND = re.compile(", (?:19|20)[0-9][0-9](?![0-9])")
_DAY_BEFORE = re.compile(r"[a-z]{3,9}\.? [0-9]{1,2}\Z")
_LONGEST_DAY = 13


def _inside_date(text: str, comma: int) -> bool:
    """Return whether a comma only parts a day from its year: the ratio as at March 31, 2026 was."""
    return (
        text[comma - 1 : comma].isdigit()
        and _YEAR_BEHIND.match(text, comma) is not None
        and _DAY_BEFORE.search(text, max(0, comma - _LONGEST_DAY), comma) is not None
    )
