"""The words behind a figure: its qualifier, its verb, the noun that it counts, the part that it is of."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from tagger.clauses.causes import before_cause, end_before_mover
from tagger.clauses.claim import Claim, Line
from tagger.clauses.left_over import holes_of
from tagger.clauses.next_names import begins_next
from tagger.clauses.part_behind import counts_owner, describes_one
from tagger.clauses.runs import COUNTED, LAST_WORD, NEXT_WORD, SKIPPED, UP_OR_DOWN, opens_clause
from tagger.clauses.stretches import REACH, tokens_between
from tagger.clauses.things_behind import (
    aside_about_counted,
    before_thing_of_next,
    is_done_by_them,
    take_thing_of_change,
)
from tagger.clauses.verbs_behind import read_comparative_behind_noun, read_noun_behind, read_verb_behind
from tagger.clauses.whole import behind_aside
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token


def take_part_of_them(claim: Claim, before: Claim | None, text: str, language: Language) -> None:
    """Read an amount of those before, and the member that it is of: 1,260 of them (work) in Poland, and 42 wide-body.

    before: the claim before in the sentence.
    """
    first = next(iter(claim.right), None)
    if (
        claim.figure.kind not in COUNTED
        or first is None
        or text[claim.figure.end : first.start].strip(SKIPPED)
    ):
        return
    if "of_before" not in first.meanings.kinds and "of_which" not in first.meanings.kinds:
        goes_on = before is not None and before.of_them and not first.meanings.concepts
        claim.of_them = goes_on and first.is_term and not claim.left_terms
        claim.of_which |= claim.of_them
        return
    claim.of_them = claim.of_which = True
    behind = [token for token in claim.right[1:] if token.is_term]
    if not behind or behind[0].meanings.concepts:
        return
    between = text[first.end : behind[0].start].split()
    links = [word for word in between if word in language.links or word in language.linked_articles]
    if len(between) - len(links) <= 1:  # of them work in
        claim.part, claim.noun_end = [behind[0]], behind[0].end


def take_subject_behind(
    claim: Claim, line: Line, starts: list[int], text: str, around: tuple[int, int], language: Language
) -> None:
    """Give the figure that opens a sentence the subject behind its comma: Reaching $7bn, deposits rose.

    around: where the sentence begins, and the next figure.
    """
    begin, limit = around
    opening = text[begin : claim.figure.start].strip(SKIPPED)
    when = text[claim.clause_start : claim.figure.start].split()[:2]
    before = claim.is_before and len(when) > 1 and when[0] in language.time_relatives
    before = (
        before and when[1] in language.subject_pronouns
    )  # than in June, when they were $5m, deposits grew
    if not (before or opening.startswith(tuple(language.openers))) or claim.unread:
        return
    if any(t.is_term for t in claim.left):
        return
    verbs = [text[token.start : token.end] for token in claim.left if token.meanings.verb]
    if before:
        verbs, opening = [], ""
    if _DIGIT.search(opening) or any(
        v not in language.openers and v not in language.links and language.verbs.get(v) not in UP_OR_DOWN
        for said in verbs  # having fallen by 3%, up from
        for v in (said.split() if language.verbs.get(said) == "level_from" else (said,))
    ):
        return  # the sentence has given a figure before, or it has a subject: at constant rates the increase was 5%
    comma = claim.figure.end
    inside = [p for p in line.phrases if comma <= p.start < limit]
    link = text[comma : inside[0].start].strip(SKIPPED) if inside else ""
    if inside and all(word in language.links or word in language.linked_articles for word in link.split()):
        comma = inside[0].end
    if text[comma : comma + 2] != ", ":
        return
    subject: list[Token] = []
    end = comma
    for token in tokens_between(line.tokens, starts, comma, limit):
        if not token.is_term and token.meanings.verb and subject:
            break
        end = token.end
        subject.extend([token] if token.is_term else [])
    if subject and "," not in text[comma + 1 : end]:
        taken = [(token.start, token.end) for token in tokens_between(line.tokens, starts, comma, end)]
        taken.extend((phrase.start, phrase.end) for phrase in inside)
        claim.left = [*claim.left, *subject]
        claim.unread = holes_of(text, comma, end, taken)
        claim.right, claim.right_unread = [], []


_DIGIT = re.compile(r"\d")

_NOUN_WORDS = 5
"""How many words the noun phrase may have that a count counts."""


def take_noun(claim: Claim, text: str, limit: int, language: Language, counted: frozenset[str]) -> None:
    """Give a bare count in Latin letters the unit and the end of the noun phrase behind it: 4,870 new homes."""
    at, first, words, open_phrase = claim.figure.end, claim.figure.end + 1, 0, True
    while words < _NOUN_WORDS and (found := NEXT_WORD.match(text, at)):
        in_noun = open_phrase and found[1] not in language.clause_words
        done = is_done_by_them(claim, found, language)
        if done or found.end() > limit or not (in_noun or claim.counted or not words):
            break
        words, end = words + 1, found.end()
        said = (text[first:end], found[1], found[1].removesuffix("s")) if in_noun else (text[first:end],)
        word = next((w for w in said if w in counted), "")
        if word:
            claim.counted, claim.noun_end = word, end  # the longest: tonnes of co2e
        open_phrase = in_noun
        at = end
    first_right = next(iter(claim.right), None)
    if not claim.counted and first_right is not None and "of_before" in first_right.meanings.kinds:
        noun = NEXT_WORD.match(text, first_right.end)  # 14,920 of these cases
        named = (noun[1], noun[1].removesuffix("s")) if noun and first_right.start == first else ()
        claim.counted = next((word for word in named if word in counted), "")
    if claim.counted and (before := LAST_WORD.search(text, claim.clause_start, claim.figure.start)):
        claim.is_stock = before[1] in language.possessed
    terms = [
        token
        for token in claim.right
        if token.is_term and (token.end <= at + 1 or token.start == claim.figure.end + 1)
    ]
    claim.noun_end = max([claim.noun_end, *(token.end for token in terms)])
    read_comparative_behind_noun(claim, text, language)


def _behind_noun(claim: Claim, behind: list[Token], text: str) -> int:
    """Return where a figure ends, or the noun that a count counts where a bound stands behind that: 3,800 tonnes or less."""
    noun = NEXT_WORD.match(text, claim.figure.end) if claim.is_latin and not claim.figure.kind else None
    bounded = noun is not None and any(
        "after" in token.meanings.kinds and token.start == noun.end() + 1 for token in behind
    )
    return noun.end() if noun is not None and bounded else claim.figure.end


def _take_bound(
    claim: Claim, behind: list[Token], further: list[Token], text: str, limit: int, language: Language
) -> int:
    """Give a claim the qualifiers right behind its figure, and return where they end."""
    at = _behind_noun(claim, behind, text)
    for token in [token for token in behind if token.start >= at][:2]:
        if text[at : token.start].strip(SKIPPED):
            break
        after = (
            next(m.target for m in token.meanings if m.kind == "after")
            if "after" in token.meanings.kinds
            else None
        )
        if after is None or token.start >= limit or text[token.end : token.end + 1].isdigit():
            break  # £128.1bn +4%: the sign of the next
        if claim.is_latin and begins_next(token, further, claim, text, language):
            break
        claim.qualifiers.append(after)
        at = token.end
    return at


def take_right(
    claim: Claim,
    tokens: list[Token],
    starts: list[int],
    phrases: list[TimePhrase],
    text: str,
    around: tuple[int, int],
    language: Language,
) -> None:
    """Give the claim the words that follow the figure in its clause, and the qualifier among them.

    around: where these may begin (behind the figure, or the share that it is called beside it), and the next figure.
    """
    begin, limit = around
    at = claim.figure.end
    if text.startswith(("(", "（", " ("), at):
        claim.scope = _bracket_after(claim, text, tokens, starts, limit)
    first = bisect_left(starts, at)
    behind = tokens[first : first + 4]
    at = _take_bound(claim, behind, tokens[first : first + 6], text, limit, language)
    if behind or claim.is_latin:
        read_verb_behind(claim, behind[:2], phrases, text, at, limit, language)
    described = text.startswith(language.attributive, at)
    if described or (behind and behind[0].start == at and not claim.is_latin):
        _read_described(claim, behind, text, at, limit, language, is_such=described)
    at = max(begin, behind_aside(claim, text, at, language)) if claim.is_latin else at
    aside, end = _clause_behind(claim, text, at, limit, language)
    claim.right_from = claim.right_end = at
    if text[at:end].strip(SKIPPED):
        claim.right = [
            token
            for token in tokens_between(tokens, starts, at, end)
            if not (
                _is_verb(token, claim) or _is_of_base(token, phrases) or aside[0] <= token.start < aside[1]
            )
        ]
        take_thing_of_change(claim, text, language)
        end = _before_next_thing(claim, text, end, language)
        end = end_before_mover(claim, text, end, language) if claim.is_latin else end
        end = _before_next_of_list(claim, text, end, limit, language)
        end = before_thing_of_next(claim, text, at, (end, limit), language)
        claim.right_end = end
        spoken_for = [aside, *((token.start, token.end) for token in claim.right)]
        spoken_for.extend((phrase.start, phrase.end) for phrase in phrases)
        verb = claim.verb.start if claim.verb is not None else -1  # a £70m improvement in
        claim.right_unread = [
            hole
            for hole in holes_of(text, at, end, spoken_for)
            if hole[0] != verb and not _is_sign(hole, text, language)
        ]
        claim.of_another = claim.is_latin and _is_of_another(claim, text, at, language)
    if claim.right and claim.figure.kind == "count":
        claim.is_condition |= counts_owner(claim, text, language)
    if (claim.right or claim.right_unread) and claim.is_latin:
        claim.is_condition |= describes_one(claim, text, language)


def _is_sign(hole: tuple[int, int], text: str, language: Language) -> bool:
    """Return whether a stretch that no word covers is the sign of the next figure's currency: from RM3 million to RM5 million."""
    return text[slice(*hole)] in language.currencies and text[hole[1] : hole[1] + 2].lstrip()[:1].isdigit()


def _clause_behind(
    claim: Claim, text: str, at: int, limit: int, language: Language
) -> tuple[tuple[int, int], int]:
    """Return where an aside stands in the clause behind a figure, and where that clause ends."""
    marks = language.clause_ends + language.enumeration + language.sentence_ends
    found = _clause(marks).match(text, at, min(limit, at + REACH))
    end = found.end() if found else at
    aside = (end, end)
    if claim.is_latin and not claim.figure.kind and text[end : end + 2] == ", ":
        aside, end = aside_about_counted(claim, text, end, limit, language)
    return aside, before_cause(claim, text, at, end, language)


def _is_of_base(token: Token, phrases: list[TimePhrase]) -> bool:
    """Return whether a term only stands in a base of comparison: at constant exchange rates."""
    return token.is_term and any(p.base and p.start <= token.start < p.end for p in phrases)


def is_of_another(behind: Token, claim: Claim, text: str, language: Language) -> bool:
    """Return whether another entity that a clause names behind a figure has it, and is not what it compares with.

    116% is well above the regulatory minimum; 100% is the regulatory minimum.
    """
    if not claim.is_latin:
        return behind.start - claim.figure.end <= 1
    between = [token for token in claim.right if token.end <= behind.start]
    before = claim.verb is None or claim.verb.start < claim.figure.end
    if before and any(token.meanings.verb == "level_from" for token in between):
        return False  # as against the statutory minimum of 15%
    purpose = _PURPOSE.match(text, claim.figure.end, behind.start)
    if purpose is not None and purpose[1] not in language.linked_articles:
        return False  # an issue of $120m to meet the regulatory minimum
    return language.thresholds.isdisjoint(" ".join(text[t.start : t.end] for t in between).split())


_PURPOSE = re.compile(r"[^.;,]*? to ([a-z]+) ")


def _read_described(
    claim: Claim, behind: list[Token], text: str, at: int, limit: int, language: Language, *, is_such: bool
) -> None:
    """Read what a figure describes: a change (5%左右的增長, 4.2%跌幅), or whoever has so much (30萬元以上的客戶)."""
    read_noun_behind(claim, behind, text, at, limit, language)
    if is_such:
        claim.is_condition = at > claim.figure.end and _describes(text, at, behind[:3], language)


def _is_of_another(claim: Claim, text: str, at: int, language: Language) -> bool:
    """Return whether words right behind an amount say what it is of: $70m of amortisation, 33% of the directors."""
    if claim.figure.kind not in ("money", "percent") or not claim.right:
        return False
    opening = claim.right[:3]
    joined = text[opening[0].start : opening[0].end] in language.genitives[:1]
    if (
        claim.figure.kind == "money"
        and (joined or "of_before" in opening[0].meanings.kinds)
        and any(token.meanings.verb in UP_OR_DOWN for token in opening[1:])
    ):
        return True
    if not claim.right_unread:
        return False
    before = [token for token in claim.right if token.end <= claim.right_unread[0][0]]
    if not before or any(token.is_term for token in before):
        return False
    first = before[0]
    return text[first.start : first.end] in language.genitives[:1] and not text[at : first.start].strip()


@cache
def _clause(ends: str) -> re.Pattern[str]:
    """Return the pattern of what goes on in a clause; a colon inside a word ends none: cost:income ratio."""
    run = rf"[^{re.escape(ends)}\n（(）)]*"
    return re.compile(rf"{run}(?:(?<=[a-z]):(?=[a-z]){run})*")


def _before_next_thing(claim: Claim, text: str, end: int, language: Language) -> int:
    """Cut off what a conjunction joins to the figure: the words after it are of the next (1.2bn and EBITDA 3.6%)."""
    if not claim.is_latin:
        return end
    first = claim.right[0] if claim.right else None
    goes_on = (
        first is not None
        and text[first.start : first.end] in language.behind_figures
        and text[end : end + 1] not in language.clause_ends
    )
    for number, token in enumerate(claim.right):
        said = text[token.start : token.end]
        behind, at = claim.right[number + 1 :], token.end
        opens = said in language.clause_openers and opens_clause(behind, text, at, language)
        if opens or said in language.subordinators:
            claim.right = claim.right[:number]
            return token.start
        if token.is_term and not (goes_on and claim.figure.kind == "percent"):
            break
        if said in language.conjunctions or begins_next(token, claim.right, claim, text, language):
            claim.right = claim.right[:number]
            return token.start
    return end


def _before_next_of_list(claim: Claim, text: str, end: int, limit: int, language: Language) -> int:
    """Cut off what a conjunction joins to the noun behind a figure, and the next figure is of: 86 destinations and Kestrel 24."""
    right = claim.right
    if end != limit or not claim.is_latin:
        return end
    for number in range(len(right) - 2, 0, -1):
        token = right[number]
        if not token.is_term and text[token.start : token.end] in language.conjunctions:
            behind = [t for t in right[number + 1 :] if text[t.start : t.end] not in language.linked_articles]
            is_noun = right[number - 1].meanings.concepts or (len(behind) == 1 and right[number - 1].is_term)
            if not (behind and behind[0].is_term and is_noun):
                return end
            claim.right = right[:number]
            return token.start
    return end


def _is_verb(token: Token, claim: Claim) -> bool:
    """Return whether a name behind a figure is its noun of change: a 4.3% advance on the year before."""
    return token.is_term and claim.verb is not None and token.start == claim.verb.start


def _describes(text: str, at: int, tokens: list[Token], language: Language) -> bool:
    """Return whether a bounded figure describes the noun behind it (30萬元以上的客戶), and is no growth or aim (5%以上的增長)."""
    word = next(w for w in language.attributive if text.startswith(w, at))
    behind = next((token for token in tokens if token.start >= at + len(word)), None)
    if behind is None or text[at + len(word) : behind.start].strip(SKIPPED):
        return bool(text[at + len(word) :][:1].strip())
    return behind.is_term or not behind.meanings.kinds & {"verb", "target", "forecast", "function"}


def _bracket_after(
    claim: Claim, text: str, tokens: list[Token], starts: list[int], limit: int
) -> list[Token]:
    """Return the words of a bracket right after the figure that holds no figure, its scope: 4.86% (bank only)."""
    at = claim.figure.end + text.startswith(" ", claim.figure.end)
    if at > claim.figure.end and not claim.is_latin:
        return []
    end = text.find(")" if text[at] == "(" else "）", at, at + REACH // 2)
    if end < 0 or end >= limit:
        return []
    return tokens_between(tokens, starts, at, end)
