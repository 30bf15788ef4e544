"""Figures of others in English: what the country's banks hold, our partner has, one customer owes, a unit that was sold had."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import Token, unnamed


def leave_others(claim: Claim, start: int, text: str, language: Language) -> None:
    """Note that a clause tells what somebody else has, whom no term names; start: where its sentence begins.

    The owner has it (the country's banks hold loans of), it is the owner's (our rivals' margin), or the sentence opens with
    where it is so (Across the sector, claims rose). What such people have with us is the entity's.
    """
    if claim.other_entity is not None or claim.kind == "apart":
        return
    owner = (
        _holder(claim, text, language)
        or _possessor(claim, text, language)
        or _opening(claim, start, text, language)
        or _given_away(claim, start, text, language)
    )
    if owner is not None:
        claim.other_entity = unnamed(*owner)


def _holder(claim: Claim, text: str, language: Language) -> tuple[int, int] | None:
    """Return the subject of a clause, where that is others, or one of many, and has what is named behind its verb."""
    begin = claim.clause_start
    while begin < claim.figure.start and not text[begin].isalpha():
        begin += 1
    found = _subject(language.tags).match(text, begin, claim.figure.start)
    if found is None:
        return None
    named = [token for token in claim.left if token.is_term]
    things = [token.start for token in named if _is_concept(token) and token.start >= found.end("verb")]
    behind = bool(things or claim.counted) or any(map(_is_concept, claim.right))
    first = min([*things, claim.figure.start])
    if any(word in language.conjunctions for word in text[found.end("verb") : first].split()):
        return None  # suppliers raised prices and operating costs rose
    head, opening = found.span("head"), found["who"].split()[:2]
    if any(language.words.get(said) == "both" for said in (opening[0], " ".join(opening))):
        return None  # the two banks ran
    if not behind or (head[0] >= 0 and any(_is_concept(t) and t.end <= found.start("verb") for t in named)):
        return None
    if any(token.start <= head[0] < token.end for token in named):
        return None  # corporate customers
    words = text[found.end("verb") : _clause_end(text, claim.figure.end)].split()
    if any(word in language.first_person for word in words):
        return None  # with us
    return found.span("who")


def _is_concept(token: Token) -> bool:
    return bool(token.meanings.concepts)


@cache
def _subject(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a subject that is others, or one of many, up to the verb that says what it has."""
    language = load_language(*tags)
    extra = language.extra
    others = alternation(extra["others_in_trade"]) or "(?!)"
    one = alternation(extra["one_of_many"]) or "(?!)"
    held = {*extra["possessing"], *(language.finite_verbs - language.auxiliaries)}
    verbs = alternation(held) or "(?!)"
    endings = alternation(extra["participle_endings"]) or "(?!)"
    joined = (*language.links, *language.conjunctions)
    word, actors = _word(joined), alternation(extra["actors"]) or "(?!)"
    theirs = rf"(?:{_word((*joined, *language.subjects))} ){{0,4}}?(?P<head>{others})"
    single = rf"(?:{word} ){{0,2}}?(?:{one}) (?:{word} ){{0,2}}?(?P<single>{actors})"
    verb = rf"(?P<verb>(?:{verbs})|[a-z]+(?:{endings}))"
    return re.compile(rf"(?P<who>{theirs}|{single})(?: [a-z]+){{0,4}}? {verb}\b")


def _word(others: tuple[str, ...]) -> str:
    """Return the pattern of a word that is none of some others."""
    return rf"(?!(?:{alternation(others) or '(?!)'})\b)[a-z][\w’'-]*"


def _possessor(claim: Claim, text: str, language: Language) -> tuple[int, int] | None:
    """Return others right before what is theirs: our competitors' margin."""
    found = _owner(language.tags)
    for token in claim.left:
        if not _is_concept(token):
            continue
        owner = found.search(text, claim.clause_start, token.start)
        if owner is not None and not any(
            one.is_term and one.start <= owner.start(1) < one.end for one in claim.left
        ):
            return owner.span(1)
    return None


@cache
def _owner(tags: tuple[str, ...]) -> re.Pattern[str]:
    language = load_language(*tags)
    others = alternation(language.extra["others_in_trade"]) or "(?!)"
    return re.compile(rf"(?<![\w-])({others})(?:['’]s?) \Z")


def _opening(claim: Claim, start: int, text: str, language: Language) -> tuple[int, int] | None:
    """Return what opens a sentence where that is all of a market, or a country: Across the sector, claims rose."""
    comma = claim.clause_start - 1
    if text[comma : comma + 1] != "," or comma - start > _OPENING:
        return None
    words = text[start:comma].split()
    words = words[1:] if words and words[0] in language.links_at_start else words
    bare = words[1:] if words and words[0] in language.linked_articles else words
    known = " ".join(bare) in language.extra["market_wide"] or (
        bare != words and language.words.get(" ".join(words)) == "other_entity"
    )
    ours = any(word in language.first_person for word in text[comma : claim.figure.start].split())
    return (start, comma) if known and not ours else None


def _given_away(claim: Claim, start: int, text: str, language: Language) -> tuple[int, int] | None:
    """Return what was sold where a level only describes it: sold our arm, with 40 branches; the unit that we sold had."""
    if claim.kind != "level":
        return None
    found = _sold(language.tags).search(text, max(start, claim.figure.start - _REACH), claim.figure.start)
    return found.span() if found is not None else None


@cache
def _sold(tags: tuple[str, ...]) -> re.Pattern[str]:
    language = load_language(*tags)
    sold = alternation(language.extra["given_away"]) or "(?!)"
    have = alternation(language.extra["possessing"]) or "(?!)"
    having = alternation(language.extra["having"]) or "(?!)"
    who = alternation(language.relatives) or "(?!)"
    thing = r"(?: [\w’'-]+){1,6}?"
    described = rf"(?<![\w-])(?:{sold}){thing},? (?:(?:{having})|(?:{who}|that) (?:{have}))"
    behind = rf"(?:{who}|that)(?: [a-z]+){{0,3}}? (?:{sold})(?: [^,.]{{0,24}})?,? (?:{have})"
    return re.compile(rf"(?:{described}|{behind}) (?:[^\d,.;]{{0,40}})\Z")


def _clause_end(text: str, at: int) -> int:
    """Return where the clause ends behind a place."""
    found = _END.search(text, at, at + _REACH)
    return found.start() if found is not None else at + _REACH


_OPENING, _REACH = 60, 200
"""How long what opens a sentence is at most, and how far a figure stands from what is told of others."""
_END = re.compile(r"[.,;](?!\d)|\n\n|\Z")
