"""Times that only say when something came about, and are no figure's."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.words.language import Language
from tagger.words.periods import TimePhrase

_REACH_BEFORE = 32
SHORT = 4
"""How long a month is that is only named: 12 月."""


def is_event_before(phrase: TimePhrase, clause: int) -> bool:
    """Return whether a time is a month or a day of a clause before: the app was launched in August; customers were."""
    span = phrase.span
    short = (
        span is not None
        and not span.relative
        and (span.start is None or (span.end - span.start).days < _MONTH)
    )
    return short and phrase.end <= clause


def is_done_before(phrase: TimePhrase, claim: Claim, text: str) -> bool:
    """Return whether a month or day stands within an earlier clause of Han prose, and only says when that came about.

    手機銀行9.0版於6月上線，月活躍客戶X: of a clause that it opens it is the time of what follows.
    """
    if not is_event_before(phrase, claim.clause_start):
        return False
    before = text[max(0, phrase.start - _REACH_BEFORE) : phrase.start].rstrip()
    done = text[phrase.end : phrase.end + _DONE]
    return len(done) == _DONE and done.isalpha() and before[-1:].isalnum()


def is_event_of_month(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a month of Han prose that is only named says when something was done: 6月發行債券15億元; 9月，本行推出.

    Right before what came to so much in it, it is its time: 8月合併稅後淨利X, 9月Y.
    """
    if not is_event_before(phrase, claim.figure.start):
        return False
    bare = [letter for letter in text[phrase.start : phrase.end] if not (letter.isnumeric() or letter == " ")]
    if len(bare) > 1:
        return False
    if phrase.end < claim.clause_start or text.startswith(tuple(language.extra["done_with"]), phrase.end):
        return True
    behind = [token for token in claim.left if token.start >= phrase.end]
    term = next((token.start for token in behind if token.is_term), claim.figure.start)
    words = [token for token in behind if token.start < term]
    at = phrase.end
    for token in words:
        if token.start > at or "function" not in token.meanings.kinds:
            return True
        at = token.end
    return at < term - 1


def is_in_cause(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a clause of Han prose before a claim's own says what came of something then.

    主要由於上年同期基數較高，其中住房貸款X.
    """
    if not 0 < claim.clause_start - phrase.end <= _REACH_BEFORE:
        return False
    before = text[max(0, phrase.start - _REACH_BEFORE) : phrase.start]
    clause = _CLAUSE_MARK.split(before)[-1]
    opener = next((word for word in language.extra["causes"] if word in clause and not word.isascii()), "")
    return bool(opener) and _CLAUSE_MARK.search(text, phrase.end, claim.clause_start) is not None


_CLAUSE_MARK = re.compile("[，；。：、（）()\n]")

_DONE = 2
"""How many letters at least what came about then has."""

_MONTH = 31
