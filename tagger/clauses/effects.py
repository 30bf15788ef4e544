"""What something cost or saved in English: the strike cost us $12 million of profit is no profit."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language


def leave_effect(claim: Claim, text: str, language: Language) -> None:
    """Take an amount as none of what is named behind it, where it is what something cost or saved us of that."""
    if claim.kind != "level" or not claim.figure.kind:
        return
    concept = next((token for token in claim.left if token.meanings.concepts), None)
    at = concept.start if concept is not None else claim.amount_start
    whom, saved = _patterns(language.tags)
    found = saved.search(text, claim.clause_start, at)
    if found is not None and (concept is not None or claim.figure.kind != "money"):
        claim.leave_apart([found.span(1)])  # energy saved is a name of some taxonomies
        claim.is_acted_on, claim.done = True, (found[1],)
        return
    told = found is not None or whom.search(text, claim.clause_start, at) is not None
    if told and concept is None and _is_named_behind(claim, text, language):
        claim.kind = "apart"


def _is_named_behind(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a name right behind an amount says of what it is: $12 million of profit, in operating costs."""
    link = NEXT_WORD.match(text, claim.figure.end)
    thing = next((token for token in claim.right if token.meanings.concepts), None)
    return link is not None and thing is not None and link[1] in language.links and thing.start >= link.end()


@cache
def _patterns(tags: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what cost us, or saved, right before an amount or the name of a thing, bounds between."""
    language = load_language(*tags)
    us = alternation((*language.first_person, *language.subjects, *language.subject_pronouns)) or "(?!)"
    bounds = alternation(language.before) or "(?!)"
    end = rf"(?: (?:{bounds}))? ?[^\w ]{{0,2}}\Z"
    cost = alternation(language.extra["cost_whom"]) or "(?!)"
    saved = alternation(language.extra["saved"]) or "(?!)"
    return (
        re.compile(rf"(?<![\w-])(?:{cost}) (?:{us}){end}"),
        re.compile(rf"(?<![\w-])({saved})(?: (?:{us}))?{end}"),
    )
