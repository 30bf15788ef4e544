"""The subject of a clause: what an aside parts from its verb, or what a clause that names none goes on about.

Deposits, still the largest source of funds, were 5 billion. The branch made $5m and served 2,000 customers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

from tagger.clauses.bounds import FIRST_WORD, clause_start
from tagger.clauses.claim import Claim, Line
from tagger.clauses.runs import leads_to_amount
from tagger.clauses.stretches import tokens_between
from tagger.figures.find import Figure
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

_LONGEST = 110
"""How long an aside may be."""
_OTHER = re.compile(r"[\d;:()（）\n]")


def take_subject_before_aside(
    claim: Claim,
    line: Line,
    starts: list[int],
    around: tuple[int, int, Figure | None],
    text: str,
    language: Language,
) -> TimePhrase | None:
    """Give a claim the subject that an aside parts from its verb, and where the clause before its own begins.

    around: where the sentence begins, where the claim does at the earliest, and the figure before in its sentence.
    Return where the aside stands.
    """
    _, floor, previous = around
    cut = _antecedent(claim, text, language) if language.relatives and claim.left else 0
    if cut:
        before = TimePhrase(claim.clause_start, cut, None)
        claim.left = [token for token in claim.left if token.start >= cut]
        claim.near_from, claim.clause_start = claim.clause_start, cut
        return before
    if claim.clause_start <= floor:
        claim.near_from = floor
        return None
    first = comma = begin = 0
    if text[claim.clause_start - 1] == "," and language.aside_openers:
        first, comma, begin = _aside(claim, line, starts, around, text, language)
    if comma:
        claim.take_subject(tokens_between(line.tokens, starts, begin, first), begin)
    elif (named := _name_beside(claim, line, starts, around, text, language)) > 0:
        claim.take_subject(tokens_between(line.tokens, starts, named, claim.clause_start - 1), named)
    near = clause_start(text, max(claim.clause_start - 1, floor), floor, previous, language)[0]
    if near > floor and text[near] >= _HAN_FIRST and text.startswith(tuple(language.extra["causes"]), near):
        near = clause_start(text, near - 1, floor, previous, language)[0]  # 定期存款，由於…，由X增至Y
    claim.near_from = near
    return TimePhrase(first, comma, None) if comma else None


_HAN_FIRST = "\u2e80"
_BESIDE = re.compile(
    r"(?:\A\s*|[.;,]\s*|\n)(?:while |and |but )?([a-z][a-z -]{2,40}), ([a-z][a-z &'’-]{2,40}),\Z"
)


def _name_beside(
    claim: Claim,
    line: Line,
    starts: list[int],
    around: tuple[int, int, Figure | None],
    text: str,
    language: Language,
) -> int:
    """Return where the name begins that stands between commas beside what only ranks it, right before a verb; 0 without one.

    The larger of the two, Hong Kong, contracted by 2%: whether a term names it or none does.
    """
    sentence, floor, _ = around
    comma = claim.clause_start
    if not claim.is_latin and not claim.left:
        return 0
    if text[comma - 1 : comma] != "," or not opens_with_verb(
        claim.left, comma, claim.figure.start, text, language
    ):
        return 0
    begin = max(floor, sentence, comma - _LONGEST)
    found = _BESIDE.search(text[begin:comma])
    if found is None:
        return 0
    ranking = tokens_between(line.tokens, starts, begin + found.start(1), begin + found.end(1))
    named = tokens_between(line.tokens, starts, begin + found.start(2), begin + found.end(2))
    if any(
        t.is_term or (t.meanings.verb and text[t.start : t.end] not in language.links) for t in ranking
    ) or any(t.meanings.verb and not t.is_term for t in named):
        return 0
    words, first = found[1].split(), found[2].split()[0]
    ranks = words[0] in language.linked_articles or words[0] in language.first_person
    known = first in language.aside_openers or first in language.relatives or first in language.clause_openers
    if not ranks or known or language.words.get(first) == "function" or first in language.links:
        return 0
    return begin + found.start(2)


def _antecedent(claim: Claim, text: str, language: Language) -> int:
    """Return where the thing begins that a relative clause is about, 0 where all before it may be meant.

    Rates took their toll on the margin, which narrowed: the margin did. Of deposits in Asia, which grew, all is.
    """
    comma = text.rfind(", ", claim.clause_start, claim.figure.start)
    word = FIRST_WORD.match(text, comma + 1) if comma >= 0 else None
    if word is None or word[1] not in language.relatives:
        return 0
    before = [token for token in claim.left if token.end <= comma]
    terms = [token for token in before if token.is_term]
    links = [
        token
        for token in before
        if not token.is_term and text[token.start : token.end].partition(" ")[0] in language.links
    ]
    link = next((token for token in reversed(links) if terms and token.end <= terms[-1].start), None)
    if link is None or any(token.meanings.concepts for token in terms if token.start < link.start):
        return 0
    return link.end


def _aside(
    claim: Claim,
    line: Line,
    starts: list[int],
    around: tuple[int, int, Figure | None],
    text: str,
    language: Language,
) -> tuple[int, int, int]:
    """Return the two commas about an aside right before a claim's verb, and where its subject begins; zeros for none."""
    sentence, floor, previous = around
    comma = claim.clause_start - 1
    at, end = claim.clause_start, claim.figure.start
    opens = opens_with_verb(claim.left, at, end, text, language)
    if comma < floor or not (opens or (previous is not None and _is_gapped(at, end, text, language))):
        return 0, 0, 0
    first = text.rfind(",", max(floor, comma - _LONGEST), comma)
    counts = first <= floor and previous is not None
    if counts and previous is not None:
        first = text.rfind(",", max(sentence, comma - _LONGEST), previous.start)
        floor = max(sentence, end_before(line, first))
    opening = FIRST_WORD.match(text, first + 1, comma) if first > floor else None
    if opening is None or _OTHER.search(_beside_times(line, text, first, comma, counts=counts)):
        return 0, 0, 0
    if not _opens_aside(text, opening, language, counts=counts) and (
        counts
        or not _tells_how(opening, comma, text, language)
        or any(t.is_term for t in tokens_between(line.tokens, starts, first, comma))
    ):
        return 0, 0, 0
    begin = clause_start(text, first, floor, None if counts else previous, language)[0]
    subject = tokens_between(line.tokens, starts, begin, first)
    last = next((token for token in reversed(subject) if token.is_term), None)
    if last is None or any("verb" in token.meanings.kinds for token in subject if token.start >= last.end):
        return 0, 0, 0  # deposits in Asia rose, our home market too, and were
    return first, comma, begin


def _tells_how(opening: re.Match[str], end: int, text: str, language: Language) -> bool:
    """Return whether a link opens what only tells how something came about, and no place: SME loans, from a small base, rose."""
    if opening[1] not in language.links and opening[1] not in language.links_at_start:
        return False
    behind = FIRST_WORD.match(text, opening.end(), end)
    if behind is None or opening[1] not in language.extra["in_places"]:
        return behind is not None
    articles = behind[1] in language.linked_articles or behind[1] in language.extra["articles"]
    return articles or language.words.get(behind[1]) == "function"


def _is_gapped(at: int, end: int, text: str, language: Language) -> bool:
    """Return whether a clause leaves out the verb of the one before: mortgages stood at $5bn and cards, though few, at $1bn."""
    word = FIRST_WORD.match(text, at, end)
    return (
        word is not None
        and word[1] in language.links_at
        and leads_to_amount(text[word.end() : end], language)
    )


def without_standards(tokens: list[Token], text: str, language: Language) -> list[Token]:
    """Return words without the names that a subject is only compared with: deposits grew faster than loans, climbing 5%."""
    kept: list[Token] = []
    for token in tokens:
        last = kept[-1] if kept else None
        compared = last is not None and "difference" in last.meanings.kinds
        if compared and last is not None and token.is_term:
            between = text[last.end : token.start].split()
            if all(word in language.linked_articles for word in between):
                continue
        if not (compared and text[token.start : token.end] in language.linked_articles):
            kept.append(token)
    return kept


def end_before(line: Line, at: int) -> int:
    """Return where the quantity before a place ends, or the line begins."""
    before = bisect_left(line.figures, at, key=_START) - 1
    while before >= 0 and line.figures[before].reason:
        before -= 1
    return line.figures[before].end if before >= 0 else line.start


_START = attrgetter("start")


_OPENING = re.compile(r"\s*([a-z'’]+)(?: ([a-z'’]+))?(?: ([a-z'’]+))?")


def _opens_aside(text: str, opening: re.Match[str], language: Language, *, counts: bool) -> bool:
    """Return whether a word opens an aside: still the largest book, of which some are new, served from two centres.

    counts: a quantity stands in the aside, so that only what is a clause about the subject is one.
    """
    words = _OPENING.match(text, opening.start(1))
    relative = words is not None and any(word in language.relatives for word in words.groups())
    if counts and opening[1] in language.extra["causes"]:
        return True  # profit, after one-off items of £5m, was
    if relative or opening[1] in language.extra["inclusions"] or is_participle(opening[1], language):
        return True
    return not counts and (
        opening[1] in language.aside_openers
        or text.startswith(_several(language.aside_openers), opening.start(1))
    )


def is_participle(word: str, language: Language) -> bool:
    """Return whether a word says what was done with the subject, and makes no other figure of it: safeguarded, taken."""
    if word in language.currencies:
        return False  # AED 24.9 billion
    return word.endswith(_endings(language)) and word not in language.extra["altering"]


def _beside_times(line: Line, text: str, start: int, end: int, *, counts: bool) -> str:
    """Return what a stretch says beside its times: which we entered only in 2021.

    Beside its numbers too that are no quantities (the average of the last 12 months); counts: beside all of them.
    """
    said = text[start:end]
    spans = [(phrase.start, phrase.end) for phrase in line.phrases]
    low, high = (bisect_left(line.figures, at, key=_START) for at in (start, end))
    spans.extend([(figure.start, figure.end) for figure in line.figures[low:high] if counts or figure.reason])
    for first, last in spans:
        if start <= first and last <= end:
            said = said.replace(text[first:last], "")
    return _BRACKET_OF_TIME.sub("", said) if counts else said


_BRACKET_OF_TIME = re.compile(r"\([^\w()]*(?:[a-z]{1,3})?[^\w()]*\)")
"""A bracket that says no more than what something came to at another time, without both: (2024: £5m)."""


_WORD = re.compile(r"[a-z’'-]+")


def goes_on_about_subject(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a figure before its noun only adds what the subject before has: earned $5m and served 2,000 customers.

    It does not where its clause names a subject, or a verb behind the noun makes that one: and 300 branches were open.
    """
    if (
        claim.unread
        or any(token.is_term for token in claim.left)
        or ";" in text[claim.near_from : claim.figure.start]
    ):
        return False
    words = _WORD.findall(text, claim.clause_start, claim.figure.start)
    if words and words[0] not in language.conjunctions and words[0] not in language.extra["accompanied"]:
        return False
    others = language.subjects | language.pronouns | language.first_person | language.subject_pronouns
    if any(word in others or word in language.linked_articles for word in words):
        return False
    behind = FIRST_WORD.match(text, max(claim.noun_end, claim.figure.end))
    return behind is None or not (
        behind[1] in language.finite_verbs
        or behind[1] in language.auxiliaries
        or behind[1] in language.participles
    )


def _endings(language: Language) -> tuple[str, ...]:
    """Return what participles end in, of an alphabetic language."""
    return tuple(language.extra["participle_endings"]) or ("\0",)


@cache
def _several(openers: frozenset[str]) -> tuple[str, ...]:
    """Return what opens an aside in more than a word: in particular."""
    return tuple(sorted(word for word in openers if " " in word))


def opens_with_verb(left: list[Token], at: int, end: int, text: str, language: Language) -> bool:
    """Return whether a clause begins with its verb, so that its subject stands before; left: its words up to its end."""
    word = FIRST_WORD.match(text, at, end)
    if word is None:
        return False
    first = next(iter(left), None)
    is_link = word[1] in language.links or word[1] in language.links_at
    if first is None or first.start != word.start(1) or is_link:
        return word[1] in language.finite_verbs
    verbal = first.meanings.verb not in ("", "level_from", "reach") and not first.is_term
    return verbal or word[1] in language.finite_verbs


def leave_compared_before(claim: Claim) -> None:
    """Leave out what the clause before a claim's only compares with: 個人貸款增速高於公司貸款，為8.3%."""
    near = claim.near_lead
    above = next((token for token in near if "difference" in token.meanings.kinds), None)
    if above is not None and any(token.is_term and token.end <= above.start for token in near):
        claim.lead = [token for token in claim.lead if token.end <= above.end]
