"""What a thing is told with or without, behind its name: equity before the dividend, income after impairment losses."""

from __future__ import annotations

import re
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word


def leave_told_with(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Take from a claim the name that only says with or without what its thing is told.

    What is told with it is all there is (equity before the dividend, costs including wages); what is told without it, or is
    income before a cost, is another measure, which its name does not say.
    """
    said = [token for token in claim.left if token.is_term]
    if claim.is_latin and said and (found := _told_name(claim, said, text, index, language)) is not None:
        claim.left = [t for t in claim.left if t.end <= found.start or t.start >= found.end]
        claim.left = sorted([*claim.left, found], key=_start)
        claim.unread = outside(claim.unread, found.start, found.end)
        return
    leads = not said and bool(claim.lead)
    if leads:
        said = [token for token in claim.lead if token.is_term]
    if len(said) < 2:  # noqa: PLR2004
        return
    for head, term in pairwise(sorted(said, key=_start)):
        if not (head.meanings.concepts and term.meanings.concepts) or term.start <= head.end:
            continue
        key = _told(_unbracketed(text[head.end : term.start]), language)
        if key is None:
            continue
        ends = term.end
        for other in sorted(said, key=_start):
            ends = other.end if other.start == ends + 1 else ends  # loan impairment charges
        if leads:
            claim.lead = [t for t in claim.lead if t.end <= head.end or t.start >= ends]
        else:
            claim.left = [t for t in claim.left if t.end <= head.end or t.start >= ends]
        claim.unread = outside(claim.unread, head.end, ends)
        flow = all(index.is_flow(concept) for concept in head.meanings.concepts)
        if key == "told_without" or (key == "told_before" and flow):
            apart = (term.start, ends)
            claim.leave_apart([apart])
        return


def _told_name(
    claim: Claim, said: list[Token], text: str, index: TaxonomyIndex, language: Language
) -> Token | None:
    """Return a name and what it is told without as the one name that means both, whatever joins them.

    Profit excluding impairment charges is what the taxonomy calls profit before impairment; profit after them is not.
    """
    opening, after = opening_of(language)
    for head in said:
        joint = opening.match(text, head.end) if head.meanings.concepts else None
        if joint is None or joint.end() > claim.figure.start:
            continue
        names = _names_told(index, language)
        is_after = joint[1] in after
        heads = {text[head.start : head.end]}
        for concept in head.meanings.concepts:
            heads.update(index.named_parts.names.get(concept, ()))
        behind = [token for token in said if token.start <= joint.end() < token.end]
        ends: dict[str, int] = {}
        for name in heads:
            for deducts, tail, concept in names.get(name, ()):
                end = _end_of_tail(tail, joint.end(), behind, text, index) if deducts == is_after else 0
                if end and end <= claim.figure.start:
                    ends[concept] = max(end, ends.get(concept, 0))
        if ends:
            meaning = Word([Meaning("concept", concept) for concept in ends])
            return Token(head.start, max(ends.values()), meaning, is_term=True)
    return None


def _end_of_tail(tail: str, start: int, behind: list[Token], text: str, index: TaxonomyIndex) -> int:
    """Return where what a thing is told without ends, 0 where the text says something else.

    tail: what the name holds. behind: the term at `start`, which may be a longer name of the same, or a shorter one.
    """
    end = start + len(tail)
    if text.startswith(tail, start) and not text[end : end + 1].isalnum():
        return max([end, *(token.end for token in behind)])
    for token in behind:
        for concept in token.meanings.concepts:
            if any(
                f"{name} ".startswith(f"{tail} ") or f"{tail} ".startswith(f"{name} ")
                for name in index.named_parts.names.get(concept, ())
            ):
                return token.end
    return 0


_OPENINGS: dict[tuple[str, ...], tuple[re.Pattern[str], frozenset[str]]] = {}


def opening_of(language: Language) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of what joins a name to what it is told without, and the words of these that deduct that."""
    found = _OPENINGS.get(language.tags)
    if found is None:
        extra = language.extra
        words = alternation((*extra["told_before"], *extra["told_without"])) or "(?!)"
        articles = alternation(language.linked_articles) or "(?!)"
        pattern = re.compile(rf"(?:,? | \()({words}) (?:(?:{articles}) )?")
        found = _OPENINGS[language.tags] = (pattern, frozenset(extra["told_after"]))
    return found


def _names_told(index: TaxonomyIndex, language: Language) -> dict[str, list[tuple[bool, str, str]]]:
    """Return by the name of a thing the names that tell it without something: whether they deduct that, what, the concept."""
    kept = index.named_parts.told
    found = kept.get(language.tags)
    if found is None:
        found = kept[language.tags] = {}
        opening, after = opening_of(language)
        for concept, names in index.named_parts.names.items():
            for name in names:
                joint = opening.search(name) if name.isascii() else None
                if joint is not None and joint.start() and joint.end() < len(name):
                    told = (joint[1] in after, name[joint.end() :], concept)
                    found.setdefault(name[: joint.start()], []).append(told)
    return found


def leave_definitions(claim: Claim, text: str, language: Language) -> None:
    """Take from a claim in Latin letters what a bracket says a name means: core funding (the sum of deposits and bonds)."""
    at = text.find("(", claim.clause_start, claim.figure.start)
    while at >= 0:
        end = text.find(")", at, claim.figure.start) + 1
        if end and text.startswith(tuple(language.extra["definitions"]), at + 1):
            claim.left = [t for t in claim.left if t.end <= at or t.start >= end]
            claim.unread = outside(claim.unread, at, end)
        at = text.find("(", at + 1, claim.figure.start)


def leave_without(claim: Claim, text: str, language: Language) -> None:
    """Take what a bracket says is not in a thing as not understood: assets (excluding client money) are another measure.

    The bracket stands in the clause before the figure, or holds it. Where the taxonomy knows that by a name, its words tell it.
    """
    at = text.find("(", claim.clause_start, claim.figure.start)
    if at < 0:
        return
    end = text.find(")", at, max(claim.right_end, claim.figure.start))
    begin = claim.figure.end + 1 if end > claim.figure.end else at + 1
    openers = (*language.extra["told_without"], *language.extra["told_before"])
    if end < 0 or not any([text.startswith(f"{word} ", begin) for word in openers]):  # noqa: C419
        return
    known = (*claim.left, *claim.scope, *claim.right)
    if not any(token.is_term and begin <= token.start < end for token in known):
        claim.leave_apart([(begin, end)])


def leave_brackets(claim: Claim, text: str, language: Language) -> None:
    """Take from a claim of Han prose what a bracket says its thing holds, or does not: 貸款總額（含票據貼現）.

    With it the thing is all there is; without it, another measure. The bracket stands before the figure or right behind it.
    """
    if not claim.scope and text.find("（", claim.clause_start, claim.figure.start) < 0:
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


def _start(token: Token) -> int:
    return token.start


def _unbracketed(said: str) -> str:
    """Return what stands between two names without the comma or the bracket that opens it: profit (excluding …)."""
    return said.replace(" (", " ", 1) if said.startswith(" (") else said.removeprefix(",")


def _told(said: str, language: Language) -> str | None:
    """Return how words between two names tell the first with the second, None where they do not."""
    for key in ("told_before", "told_with", "told_without"):
        for word in language.extra[key]:
            if said.startswith(f" {word} "):
                rest = said[len(word) + 1 :].split()
                if rest and rest[-1].isalpha() and not _joins(rest[-1], language):
                    rest.pop()  # after (loan) impairment charges
                known = all(_joins(w, language) for w in rest)
                return key if known and not any(w in language.links_at for w in rest) else None
    return None


def _joins(word: str, language: Language) -> bool:
    return word in language.linked_articles or language.words.get(word) == "function"
