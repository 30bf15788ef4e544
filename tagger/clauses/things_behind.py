"""Names behind a figure that say what it is of, though its clause names something else, or that are of the next."""

from __future__ import annotations

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
