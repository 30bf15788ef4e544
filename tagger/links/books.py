"""A part's book, called without the noun that its name says with it: the retail portfolio, of retail financing."""

from __future__ import annotations

from itertools import islice

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD
from tagger.links.candidate import Context
from tagger.links.half_named import name_part
from tagger.links.setting import Setting

_BEFORE = 2
"""How many figures of the paragraphs before may be of what a book is a part of."""


def take_book(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a claim the one part whose book it speaks of, of the balance that was told of before."""
    text, language, index = setting.prose.text, setting.language, setting.index
    if len(claim.unread) != 1 or claim.left_terms or claim.in_bracket or claim.whole:
        return
    start, end = claim.unread[0]
    noun = NEXT_WORD.match(text, end)
    if noun is None or noun[1] not in language.extra["books"]:
        return
    before = text[claim.clause_start : start].split()[-1:]
    if before and before[0] not in language.linked_articles and before[0] not in language.conjunctions:
        return
    told = [f for f in (context.last, context.before, *islice(context.section, _BEFORE)) if f is not None]
    for frame in told:
        concept = index.taxonomy.concept_by_qname[frame.candidate.concept]
        if concept.period_type == "instant" and concept.type == "monetary":
            name_part(claim, (start, noun.end()), text[start:end], concept.qname, setting)
            return
