"""Asides between two dashes or in brackets: they part a subject from its verb, as those between commas do."""

from __future__ import annotations

import operator
import re
from bisect import bisect_left

from tagger.clauses.bounds import clause_start
from tagger.clauses.claim import Claim, Line
from tagger.clauses.stretches import tokens_between
from tagger.clauses.subjects import end_before, opens_with_verb, take_subject_before_aside
from tagger.figures.find import Figure
from tagger.words.language import Language
from tagger.words.periods import TimePhrase

_ASIDE = re.compile(r"(?:—| [–—―] | --? )[^—\n]{3,260}?(?:—| [–—―] | --? )(?=[a-z])")
"""An aside up to what goes on behind it; a dash without blanks only where it is a long one."""
_BRACKET = re.compile(r"\([^()\n]{3,260}\) (?=[a-z])")
_CLOSED = {")": "(", "）": "（"}
_HAN = "\u3400"
_FARTHEST = 400
"""How far before a figure the aside may begin."""
_END = operator.methodcaller("end")
_START = operator.attrgetter("start")


def take_subject_across_aside(
    claim: Claim,
    line: Line,
    starts: list[int],
    around: tuple[int, int, Figure | None],
    text: str,
    language: Language,
) -> TimePhrase | None:
    """Give a claim the subject that an aside between dashes or commas parts from its verb; return where the aside stands.

    around: where the sentence begins, where the claim does at the earliest, and the figure before in its sentence.
    """
    if text[claim.clause_start - 1 : claim.clause_start] in _CLOSED and not claim.is_latin:
        found = _across_bracket(claim, line, starts, around, text, language)
        if found is not None:
            return found
    if claim.left and language.aside_openers:
        # without a figure before, what a bracket says is said of the subject, and parts it from nothing
        for aside in (_ASIDE, _BRACKET) if around[2] is not None else (_ASIDE,):
            found = _between(aside, claim, line, starts, around, text, language)
            if found is not None:
                return found
    return take_subject_before_aside(claim, line, starts, around, text, language)


def _across_bracket(
    claim: Claim,
    line: Line,
    starts: list[int],
    around: tuple[int, int, Figure | None],
    text: str,
    language: Language,
) -> TimePhrase | None:
    """Give a claim of Han prose the subject before a bracket with a figure: 遠山基金（持股51%）管理規模X.

    Nothing that has a figure of its own before the bracket is parted by it: 不良率X（上年Y）撥備覆蓋率Z.
    """
    sentence, _, previous = around
    close = claim.clause_start - 1
    opened = text.rfind(_CLOSED[text[close]], sentence, close)
    if previous is None or opened < 0 or previous.start < opened or not text[opened - 1] > _HAN:
        return None
    before = end_before(line, previous.start)
    begin = clause_start(text, opened, sentence, None, language)[0]
    subject = tokens_between(line.tokens, starts, begin, opened)
    last = bisect_left(line.figures, opened, key=_START)
    told = any(not figure.reason and figure.end > begin for figure in line.figures[max(last - 1, 0) : last])
    if told or not any(token.is_term for token in subject):
        return None
    claim.take_subject(subject, begin)
    claim.near_from = min(before, begin)
    return TimePhrase(opened, close + 1, None)


def _between(
    aside: re.Pattern[str],
    claim: Claim,
    line: Line,
    starts: list[int],
    around: tuple[int, int, Figure | None],
    text: str,
    language: Language,
) -> TimePhrase | None:
    """Give a claim the subject that an aside of one kind parts from its verb: deposits — our main source — rose by 4%."""
    sentence, floor, previous = around
    begin = max(sentence, claim.figure.start - _FARTHEST)
    found = max(aside.finditer(text, begin, claim.figure.start), key=_END, default=None)
    if found is None or found.end() < max(floor, claim.clause_start - 1):
        return None
    first, last = found.span()
    if aside is _BRACKET and previous is not None and previous.start < first:
        return None  # nor does one outside the bracket
    behind = [token for token in claim.left if token.start >= last]
    if not opens_with_verb(behind, last, claim.figure.start, text, language):
        return None
    if previous is None:
        floor = sentence  # however long the aside is
    elif previous.start > first:
        floor, previous = max(sentence, end_before(line, previous.start)), None
    if first < floor:
        return None
    begin = clause_start(text, first, floor, previous, language)[0]
    subject = tokens_between(line.tokens, starts, begin, first)
    if not any(token.is_term for token in subject):
        return None
    claim.left, claim.near_from = behind, floor
    claim.lead = [token for token in claim.lead if token.end <= first or token.start >= last]
    claim.take_subject(subject, begin)
    return TimePhrase(first, last, None)
