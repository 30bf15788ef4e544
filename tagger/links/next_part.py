"""Figures that go on from a change with another part of the same thing: loans grew 5% in Hong Kong and 7% in Macau."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, MOVES
from tagger.links.candidate import Frame
from tagger.words.language import Language
from tagger.words.word import Token

_CHANGES = ("change", "growth")


def is_of_next_part(claim: Claim, last: Frame | None, text: str, language: Language) -> bool:
    """Return whether a figure is the change of another part, joined to it as the part of the change before was.

    Loans to retailers rose 5% and to manufacturers 7%. Such a part counts nothing of its own: to corporate customers, of
    whom it is no number. A per cent that goes on so and is of no such part is of nothing that is told: and 3% overall.
    """
    if last is None or last.claim.kind not in _CHANGES or last.candidate.kind != last.claim.kind:
        return False
    if last.claim.figure.kind != claim.figure.kind or claim.figure.kind not in ("percent", "money"):
        return False
    rest, behind = _rest(claim, text, language)
    if not rest or _says_more(claim, rest, text, language):
        return False
    links = _links(language)
    mine, before = _linked_part(rest, text, links, language), None
    if mine is not None:
        before = _linked_part([*last.claim.left, *last.claim.right], text, links, language)
    opening = text[rest[0].start : rest[0].end].partition(" ")[0]
    own = {axis for axis, _ in mine.meanings.members} if mine is not None else frozenset[str]()
    if before is None or opening not in links or own.isdisjoint(axis for axis, _ in before.meanings.members):
        alone = behind and claim.verb is None and not any(token.meanings.concepts for token in claim.right)
        if alone and claim.figure.kind == "percent" and opening not in language.genitives:
            claim.kind = "apart"
        return False
    if any(t.is_term and t is not mine for t in (*rest, *claim.right)) or claim.right_unread:
        return False
    if mine is not None:
        bare = replace(mine, nested=())
        claim.left = [bare if token is mine else token for token in claim.left]
        claim.right = [bare if token is mine else token for token in claim.right]
        claim.part = [bare if token is mine else token for token in claim.part]
    return behind or not any(token.is_term for token in claim.right)


def _rest(claim: Claim, text: str, language: Language) -> tuple[list[Token], bool]:
    """Return what a clause says beside what joins it to the figure before, and whether that stands behind its own."""
    said = [t for t in claim.left if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    joined = bool(said) and text[said[0].start : said[0].end] in language.conjunctions
    if not joined and text[claim.clause_start - 1 : claim.clause_start] != ",":
        return [], False
    rest = said[1:] if joined else said
    if rest and text[rest[-1].start : rest[-1].end] in language.by:
        rest.pop()  # and from companies by 7%
    return (rest, False) if rest else (list(claim.right), True)


def _says_more(claim: Claim, rest: list[Token], text: str, language: Language) -> bool:
    """Return whether a figure has a time, a verb or a whole of its own."""
    if claim.unread or claim.times or claim.is_whole or claim.of_before or claim.whole or claim.in_bracket:
        return True
    return any(text[t.start : t.end] in language.auxiliaries or t.meanings.verb in MOVES for t in rest)


def _links(language: Language) -> frozenset[str]:
    """Return the words that join a thing and its part: loans to, deposits from, grew in."""
    return frozenset((*language.links, *language.links_at_start))


def _linked_part(words: list[Token], text: str, links: frozenset[str], language: Language) -> Token | None:
    """Return the last part among words that one of the links joins to what stands before it."""
    found = None
    for token in words:
        if not token.is_term or token.meanings.concepts or not token.meanings.members:
            continue
        before = text[max(0, token.start - _JOINT) : token.start].split()
        while before and before[-1] in language.linked_articles:
            before.pop()
        held = text[token.start : token.end].partition(" ")[0] in links  # in Hong Kong, where that is a name
        if held or (before and before[-1] in links):
            found = token
    return found


_JOINT = 20
