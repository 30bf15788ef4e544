"""Names behind a figure that say what it is of, though its clause names something else, or that are of the next."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD, SKIPPED, UP_OR_DOWN, WORD_BEFORE_AMOUNT
from tagger.words.language import Language


def take_thing_of_change(claim: Claim, text: str, language: Language) -> None:
    """Let a change be of the name behind it, and not of what it did something to: profit reflected a 5% rise in costs."""
    verb, named = claim.verb, [token for token in claim.left if token.meanings.concepts]
    if not (claim.is_latin and named and verb is not None and verb.start == claim.figure.end + 1):
        return
    before = WORD_BEFORE_AMOUNT.search(text, claim.clause_start, claim.figure.start)
    link = NEXT_WORD.match(text, verb.end)
    if before is None or link is None or before[1] not in language.one or before.start() < named[-1].end:
        return
    if link[1] not in language.links_alike or link[1] in language.base_prefixes:
        return
    thing = next((token for token in claim.right if token.start >= link.end() and token.is_term), None)
    if thing is not None and all(
        word in language.linked_articles for word in text[link.end() : thing.start].split()
    ):
        claim.lead = [*claim.lead, *[token for token in claim.left if token.end <= before.start()]]
        claim.left = [token for token in claim.left if token.start >= before.start()]
        claim.clause_start = before.start()


def is_done_by_them(claim: Claim, word: re.Match[str], language: Language) -> bool:
    """Return whether a word tells what those did that a name before it counts: our 1,400 agents handled transactions."""
    if language.verbs.get(word[1]) != "level":
        return False
    return any(token.is_term and token.end == word.start() for token in claim.right)


def aside_about_counted(
    claim: Claim, text: str, end: int, limit: int, language: Language
) -> tuple[tuple[int, int], int]:
    """Return where an aside about some of those counted stands, and where the clause ends that goes on behind it.

    1,200 people, most of them pupils, attended our courses. end: of the clause before it. limit: where the next figure begins.
    """
    found = None if claim.left else _SOME.match(text, end, limit)
    if found is None or found[1] not in language.genitives:
        return (end, end), end
    if found[2] not in language.part_pronouns and found[2] not in language.relatives:
        return (end, end), end
    behind = _GOES_ON.match(text, found.end(), limit)
    return found.span(), behind.end() if behind is not None else found.end()


_SOME = re.compile(r", [a-z]+ ([a-z]+) ([a-z]+)[^\d,;:.()\n]{1,70}, (?=[a-z])")
_GOES_ON = re.compile(r"[^,;:.()\n]*")


def take_doer(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Give a claim whose clause opens with a verb the part that did it, which the figure before counts: 1,400 agents handled.

    last: the claim before, in its sentence.
    """
    verb = claim.left[0] if claim.left else None
    if verb is None or verb.meanings.verb != "level" or not last.counted or verb.start != last.noun_end + 1:
        return
    joining = (*language.links, *language.links_at, *language.genitives)
    if text[last.figure.end : last.noun_end].count(" ") > 1 or text[verb.start : verb.end] in joining:
        return
    done = [token for token in last.right if token.end == last.noun_end and token.meanings.members]
    claim.left = [*done, *claim.left]


def take_part_of_predicate(claim: Claim, text: str, language: Language) -> None:
    """Give an amount of its noun the part in what is told of it behind: fees of $7m were earned in the north.

    A provision of $3m has been made against leases.
    """
    if claim.part or not claim.left_terms or not any(token.meanings.members for token in claim.right):
        return
    before = WORD_BEFORE_AMOUNT.search(text, claim.clause_start, claim.figure.start)
    if before is None or (before[1] not in language.genitives[:1] and before[1] not in language.amounts_of):
        return
    at = _behind_predicate(claim, text, language)
    for token in claim.right if at else ():
        if token.start < at:
            continue
        if token.is_term:
            if token.start == at + 1 and token.meanings.members and not token.meanings.concepts:
                claim.part, claim.noun_end = [token], token.end
                claim.right_unread = [hole for hole in claim.right_unread if hole[0] >= token.end]
            return
        if token.start > at + 1 or text[token.start : token.end] not in language.linked_articles:
            return
        at = token.end


def _behind_predicate(claim: Claim, text: str, language: Language) -> int:
    """Return where a predicate right behind a figure, and what joins a part to it, end: was earned in; else 0."""
    at, words = max(claim.right_from, claim.figure.end), 0
    while (word := NEXT_WORD.match(text, at, claim.right_end)) is not None:
        if word[1] not in language.auxiliaries:
            break
        at, words = word.end(), words + 1
    if not words or word is None or language.verbs.get(word[1]) in UP_OR_DOWN:
        return 0
    joined = (*language.extra["allocations"], *language.extra["laid_on"], *language.extra["part_links"])
    for start in (at, word.end()):
        found = max((w for w in joined if text.startswith(f" {w} ", start)), key=len, default="")
        link = NEXT_WORD.match(text, start)
        if found or (start > at and link is not None and link[1] in language.links):
            named = any(token.start == start + 1 and token.meanings.members for token in claim.right)
            return start if named else start + 1 + len(found or (link[1] if link is not None else ""))
    return 0


def before_thing_of_next(claim: Claim, text: str, at: int, ends: tuple[int, int], language: Language) -> int:
    """Cut off what a link joins to an amount and "of" to the next, which is of it: to £310m on premiums of £612m.

    at: where the words behind the figure begin. ends: where they do, and where the next figure begins.
    """
    right = [token for token in claim.right if "currency" not in token.meanings.kinds]
    if ends[0] != ends[1] or claim.figure.kind != "money" or len(right) < _THING or not right[-2].is_term:
        return ends[0]
    first, last = (text[token.start : token.end] for token in (right[0], right[-1]))
    genitives = language.genitives
    if first not in language.links or first in genitives or last not in genitives[:1]:
        return ends[0]
    if text[at : right[0].start].strip(SKIPPED) or text[right[-2].end : right[-1].start].strip():
        return ends[0]
    claim.right = []
    return right[0].start


_THING = 3
"""How many words a link, a name and "of" are at least."""
