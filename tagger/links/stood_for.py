"""What a pronoun stands for: the NPL ratio of corporate loans was 1.2%, and that of personal loans 0.7%; 3,000 new ones."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context
from tagger.links.for_one_share import take_for_one
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token, Word


def take_stood_for(claim: Claim, context: Context, setting: Setting) -> None:
    """Let a figure's pronoun stand for what the figure before was of, or what it counted."""
    if claim.is_latin:
        _take_that_of(claim, context, setting.prose.text, setting.index, setting.language)
        _take_ones(claim, context, setting)
        take_for_one(claim, context, setting.prose.text, setting.index, setting.language)


def _take_ones(claim: Claim, context: Context, setting: Setting) -> None:
    """Let a count's "ones" be the things that the count before counts: 1.5 million customers, of whom 3,000 new ones.

    What nothing is called that they are told apart by leaves it open.
    """
    text, stand_ins = setting.prose.text, setting.language.extra["stand_ins"]
    if claim.figure.kind or claim.left_terms or claim.part or not stand_ins or not claim.right_unread:
        return
    frame = context.last or context.before
    found = _ones(tuple(stand_ins)).match(text, claim.figure.end)
    if found is None or frame is None or not frame.claim.counted:
        return
    for noun in dict.fromkeys((frame.claim.counted, frame.claim.counted.split()[-1])):
        word = setting.vocabulary.terms.get(f"{found[1]} {noun}")
        if word is not None and word.concepts:
            claim.right, claim.counted = [Token(*found.span(1), word, is_term=True)], noun
            claim.right_unread = outside(claim.right_unread, *found.span())
            claim.noun_end = found.end()
            return
    claim.kind = "apart"


@cache
def _ones(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what stands for counted things behind a count, told apart by up to three words: new ones."""
    return re.compile(rf" ([a-z-]+(?: [a-z-]+){{0,2}}) (?:{alternation(words)})(?![a-z-])")


def _take_that_of(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Let a figure behind "that of" be of what the one before in its sentence is; a name tells only its part there.

    Not of a growth that is spoken of as a thing, nor of a number: that of customers is the number of customers.
    """
    last = context.last
    if last is None or not (language.repeats and last.claim.sentence == claim.sentence):
        return
    pronoun = _pronoun(claim, text, language)
    one = pronoun.startswith(tuple(language.extra["repeats_of_one"]))
    if not pronoun or (last.claim.kind == "growth" and one):
        return
    named = [token for token in claim.left if token.is_term]
    concepts = [c for token in named for t in (token, *token.nested) for c in t.meanings.concepts]
    types = {index.taxonomy.concept_by_qname[concept].type for concept in concepts}
    before = index.taxonomy.concept_by_qname[last.candidate.concept].type
    if not concepts or (before == "count" and types == {before} and one):
        return
    head = _head(last.claim, text, language)
    if head and index.is_called(concepts[-1], (head,)):
        return  # the volume of A was 5, and that of B settlement 6, whose own name is settlement volume
    claim.left = [part for token in claim.left for part in _only_part(token)]
    claim.of_another |= not any(token.is_term for token in claim.left)


def _head(claim: Claim, text: str, language: Language) -> str:
    """Return what stands before "of" in the clause of a figure, without its article: volume, of the volume of settlement."""
    link = next(iter(language.genitives), "\0")
    said, of, _ = text[claim.clause_start : claim.figure.start].strip().partition(f" {link} ")
    words = [word for word in said.split() if word not in language.linked_articles]
    return " ".join(words) if of and len(words) == 1 else ""


def _pronoun(claim: Claim, text: str, language: Language) -> str:
    """Return the pronoun that opens a clause, with its link, right before a name: and that of (deposits)."""
    term = next((token for token in claim.left if token.is_term), None)
    said = text[claim.clause_start : term.start].strip(" ,") if term is not None else ""
    word = next((w for w in language.conjunctions if said.startswith(w + " ")), "")
    said = said.removeprefix(word).lstrip()
    pronoun = next((w for w in language.repeats if said.startswith(w)), "")
    rest = said.removeprefix(pronoun).split()
    return pronoun if all(word in language.linked_articles for word in rest) else ""


def _only_part(token: Token) -> list[Token]:
    """Return a word without what it names, as the part that it tells, if any."""
    if not token.is_term or not (token.meanings.concepts or token.nested):
        return [token]
    members = [meaning for meaning in token.meanings if meaning.kind == "member"]
    return [replace(token, meanings=Word(members), nested=())] if members else []
