"""What a thing is told with or without, behind its name: equity before the dividend, income after impairment losses."""

from __future__ import annotations

import re
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token


def leave_told_with(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Take from a claim the name that only says with or without what its thing is told.

    What is told with it is all there is (equity before the dividend, costs including wages); what is told without it, or is
    income before a cost, is another measure, which its name does not say.
    """
    said = [token for token in claim.left if token.is_term]
    leads = not said and bool(claim.lead)
    if leads:
        said = [token for token in claim.lead if token.is_term]
    if len(said) < 2:  # noqa: PLR2004
        return
    for head, term in pairwise(sorted(said, key=_start)):
        if not (head.meanings.concepts and term.meanings.concepts) or term.start <= head.end:
            continue
        key = _told(text[head.end : term.start].removeprefix(","), language)
        if key is None:
            continue
        if leads:
            claim.lead = [t for t in claim.lead if t.end <= head.end or t.start >= term.end]
        else:
            claim.left = [t for t in claim.left if t.end <= head.end or t.start >= term.end]
        claim.unread = outside(claim.unread, head.end, term.end)
        flow = all(index.is_flow(concept) for concept in head.meanings.concepts)
        if key == "told_without" or (key == "told_before" and flow):
            found = (term.start, term.end)
            claim.leave_apart([found])
        return


def leave_brackets(claim: Claim, text: str, language: Language) -> None:
    """Take from a claim of Han prose what a bracket says its thing holds, or does not: 貸款總額（含票據貼現）.

    With it the thing is all there is; without it, another measure. The bracket stands before the figure or right behind it.
    """
    if claim.marks.isdisjoint(_SCOPES):
        return
    for start, end in _brackets(claim, text):
        said = text[start:end]
        without = said.startswith(tuple(language.extra["told_without"]))
        if not (without or said.startswith(tuple(language.extra["told_with"]))):
            continue
        if any(token.is_term and token.start == start for token in (*claim.left, *claim.scope)):
            continue  # a scope that the taxonomy knows
        claim.left = [t for t in claim.left if t.end <= start or t.start >= end]
        claim.scope = [t for t in claim.scope if t.end <= start or t.start >= end]
        claim.unread = outside(claim.unread, start, end)
        if without:
            claim.unread = sorted([*claim.unread, (start, end)])
            claim.apart = [*claim.apart, (start, end)]


def leave_mover(claim: Claim, verb: Token) -> None:
    """Take from a claim of Han prose the names of what moved its thing: 基金銷售帶動手續費收入, of fee income alone."""
    if not any(token.meanings.concepts and token.start >= verb.end for token in claim.left):
        return
    claim.left = [
        t for t in claim.left if t.start >= verb.start or not (t.meanings.concepts or t.meanings.members)
    ]
    claim.unread = [hole for hole in claim.unread if hole[0] >= verb.end]


def _brackets(claim: Claim, text: str) -> list[tuple[int, int]]:
    """Return where what brackets hold stands, of those in a claim's clause and of one right behind its figure."""
    found = [match.span(1) for match in _BRACKET.finditer(text, claim.clause_start, claim.figure.start)]
    behind = _BRACKET.match(text, claim.figure.end) if claim.scope else None
    return [*found, behind.span(1)] if behind is not None else found


_BRACKET = re.compile(r"[（(]([^（()）]{2,40})[)）]")
_SCOPES = frozenset(("scope", "exclusion"))


def _start(token: Token) -> int:
    return token.start


def _told(said: str, language: Language) -> str | None:
    """Return how words between two names tell the first with the second, None where they do not."""
    for key in ("told_before", "told_with", "told_without"):
        for word in language.extra[key]:
            if said.startswith(f" {word} "):
                rest = said[len(word) + 1 :].split()
                known = all(
                    w in language.linked_articles or language.words.get(w) == "function" for w in rest
                )
                return key if known and not any(w in language.links_at for w in rest) else None
    return None
