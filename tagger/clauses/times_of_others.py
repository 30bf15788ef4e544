"""Times that say when something else came about than what a figure is of: announced in March, down on lower rates in June."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import UP_OR_DOWN
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.periods import TimePhrase

_WORDS = re.compile(r"[a-z’']+")
_FIRST = re.compile(r"[ ,]*([a-z]+)")
_CLAUSE_MARK = re.compile("[，；。：、（）()\n]")
SHORT = 4
"""How long a month is that is only named: 12 月."""
_DONE = 2
"""How many letters at least what came about then has."""
_MONTH = 31
_A_NOUN = re.compile(r" (?!(?:in|during|over|the)\b)[a-z]+ | the (?!\w+ of\b)[a-z]+ [a-z]")
"""What a cause is called before its time: lower volatility in the."""
_STARTS = (". ", "; ", "\n")
_OPENING = 16
"""How far from a sentence's start a time may stand that opens it, and holds for all of it."""
_HALF = 184
_REACH_BEFORE = 32
_ASIDE = 60


def is_of_participle(phrase: TimePhrase, text: str, language: Language, clause: int = 0) -> bool:
    """Return whether a time says when something happened to a thing, or will: announced in March, the meeting of 24 April.

    clause: where that of the figure begins; a verb before it says when something else came about.
    """
    first = _WORDS.match(text, phrase.start, phrase.end) if phrase.base else None
    if phrase.base and (first is None or first.group() not in language.links):
        return False  # introduced on 1 January, which may open a base too: up 5% on 1 January
    words = _WORDS.findall(text, max(0, phrase.start - _REACH_BEFORE), phrase.start)
    articles = language.extra.get("articles", ())
    while words and (words[-1] in language.links or words[-1] in articles):
        words.pop()
    if words and words[-1] in language.extra["events"]:
        return True
    if len(words) <= 1 or words[-1] not in language.participles:
        return False
    if words[-2] not in language.auxiliaries:
        return True
    if has_since(phrase, text, language):
        clause = phrase.end
    return is_event_before(phrase, clause)


def has_since(phrase: TimePhrase, text: str, language: Language) -> bool:
    """Return whether what happened then is followed by what is so since: the app was relaunched in August and has … users."""
    words = _WORDS.findall(text, phrase.end, phrase.end + _REACH_BEFORE)
    return len(words) > 1 and words[0] in language.conjunctions and words[1] in language.auxiliaries


def is_over(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a time is of what was done then, and the figure of what is so now: opened in 2019 and has 40 branches."""
    if phrase.base or phrase.end > claim.figure.start:
        return False
    return _present(language.tags).search(text, phrase.end, claim.figure.start) is not None


@cache
def _present(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a conjunction with a verb behind it that tells of what is so now: and now has."""
    language = load_language(*tags)
    joins, adverbs, verbs = (
        alternation(words) or "(?!)"
        for words in (language.conjunctions, language.extra["presently"], language.extra["present_verbs"])
    )
    return re.compile(rf" (?:{joins})(?: (?:{adverbs}))* (?:{verbs})\b")


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


def is_of_noun_before(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a year before tells apart a noun of an earlier clause of Han prose: 扭轉上年的跌勢，資本開支為X."""
    span = phrase.span
    if span is None or not span.relative.startswith("previous") or phrase.end >= claim.clause_start:
        return False
    owns = text.startswith(language.attributive, phrase.end)
    opened = text[max(phrase.start - _DONE, 0) : phrase.start]
    return owns and len(opened) == _DONE and opened.isalpha() and not any(map(str.isdecimal, opened))


def is_move_before(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a part of a year stands in an earlier clause of Han prose that says how something else moved then.

    拆息於第二季急跌，…淨息差由2024年的1.61%收窄至1.49%: the claim has a subject of its own. Or that says what moved it:
    市場氣氛在第四季轉好，帶動手續費收入上升5%.
    """
    if not is_part_of_year(phrase) or phrase.end >= claim.clause_start or not claim.left_terms:
        return False
    begin = max([text.rfind(mark, 0, phrase.start) for mark in "，；。：,;\n"]) + 1
    subject = text[begin : phrase.start].rstrip()
    if len(subject) <= _DONE or any(
        "own" in t.meanings.kinds for t in claim.lead if begin <= t.start < phrase.start
    ):
        return False
    if text.startswith(tuple(language.extra["movers"]), claim.clause_start):
        return True
    verb = next((t for t in claim.lead if t.start == phrase.end), None)
    moved = verb is not None and verb.meanings.verb in UP_OR_DOWN
    return moved and verb is not None and text[verb.end : verb.end + 1] in ("，", ",", "；")


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


def is_of_cause(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a part of a year says when the cause came about: down 3% on lower volatility in the second half."""
    if not is_part_of_year(phrase):
        return False
    first = _FIRST.match(text, claim.figure.end, phrase.start)
    return (
        first is not None
        and first[1] in language.extra["causes"]
        and _A_NOUN.search(text, first.end(), phrase.start) is not None
    )


def is_event(phrase: TimePhrase, claim: Claim, text: str) -> bool:
    """Return whether a time says only when what a clause before tells came about: moved in March, and the margin was 2%."""
    if not is_part_of_year(phrase) or phrase.end > claim.clause_start:
        return False
    opening = text[max(0, phrase.start - _OPENING) : phrase.start]
    opens = phrase.start < _OPENING or any(mark in opening for mark in _STARTS)
    return text[phrase.end : phrase.end + 1] in (",", ";") and not opens


def is_part_of_year(phrase: TimePhrase) -> bool:
    """Return whether a time is a named part of a year: the third quarter, the first half of 2024."""
    span = phrase.span
    named = span is not None and span.start is not None and not span.relative and not phrase.base
    return named and span is not None and span.start is not None and (span.end - span.start).days <= _HALF


def is_of_aside(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a time is of what an aside says somebody did: in Texas, a market we entered in 2019, deposits were."""
    comma = text.rfind(",", max(0, phrase.start - _ASIDE), phrase.start)
    if comma < 0 or not text.startswith(",", phrase.end) or phrase.end >= claim.figure.start:
        return False
    words = text[comma + 1 : phrase.start].split()
    openers = (*language.extra["articles"], *language.relatives, *language.time_relatives)
    opens = bool(words) and words[0] in openers
    someone = any(word in language.first_person or word in language.subjects for word in words[1:])
    if not (opens and someone):
        return False
    goes_on = _FIRST.match(text, phrase.end)  # which we entered in 2019, they came to
    standing = (*language.pronouns, *language.extra["there"])
    is_pronoun = goes_on is not None and goes_on[1] in standing
    return is_pronoun or any(token.is_term for token in claim.left if token.start > phrase.end)


def is_of_resolution(phrase: TimePhrase, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a time only says when an amount a share was decided on: in July the Board declared $0.31 per share."""
    first = claim.right[0] if claim.right else None
    if phrase.base or first is None or "each" not in first.meanings.kinds or claim.figure.kind != "money":
        return False
    decided = language.extra["resolutions"]
    return any(word in decided for word in _WORDS.findall(text, phrase.end, claim.figure.start))
