"""What a pronoun stands for: the NPL ratio of corporate loans was 1.2%, and that of personal loans 0.7%."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token, Word


def take_stood_for(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Let a figure behind "that of" be of what the one before in its sentence is; a name tells only its part there.

    Not of a growth that is spoken of as a thing, nor of a number: that of customers is the number of customers.
    """
    last = context.last
    if last is None or not (claim.is_latin and language.repeats and last.claim.sentence == claim.sentence):
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
