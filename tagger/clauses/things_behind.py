"""Names behind a figure that say what it is of, though its clause names something else, or that are of the next."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD, SKIPPED, WORD_BEFORE_AMOUNT
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
