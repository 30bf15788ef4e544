"""The part that an amount or a rate is of, where it stands right behind the figure."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import SKIPPED
from tagger.words.language import Language


def take_part(claim: Claim, text: str, language: Language) -> None:
    """Give a figure the member that a preposition joins to it: 22% in motor, £9.7bn of green bonds."""
    at = claim.figure.end
    joined = False
    if claim.figure.kind == "money" and (said := _allocation(at, text, language)):
        at, joined = at + 1 + len(said), True
    start = at
    for token in claim.right:
        if token.end <= start:
            continue
        if text[at : token.start].strip(SKIPPED):
            break
        said = text[token.start : token.end]
        if token.is_term:
            if joined and token.meanings.members and not token.meanings.concepts:
                claim.part, claim.noun_end = [token], token.end
            break
        links = said in language.links or said in language.extra["part_links"]
        joined = joined or links
        if not links and said not in language.linked_articles:
            break
        at = token.end
    claim.of_another |= start > claim.figure.end and not claim.part


def _allocation(at: int, text: str, language: Language) -> str:
    """Return the words right behind an amount that say what was done with it: went to (renewable energy)."""
    words = tuple(language.extra["allocations"])
    if not words or not text.startswith(words, at + 1):
        return ""
    return max((word for word in words if text.startswith(word + " ", at + 1)), key=len, default="")
