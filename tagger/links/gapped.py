"""Verbs that a clause leaves out because the one before said them: deposits grew 5% and loans 4%."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token


def take_gapped_verb(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Read a per cent right behind another name as the growth that the verb of the clause before says.

    Only where nothing that the clause names is itself measured in per cent: deposits grew 5% and the margin 1.9%.
    """
    last = context.last
    if last is None or claim.kind != "level" or claim.figure.kind != "percent" or claim.verb is not None:
        return
    before = last.claim
    verb = before.verb
    if before.kind != "growth" or verb is None or verb.start > before.figure.start or before.is_before:
        return
    if claim.of_which or claim.is_before or claim.base or claim.whole or claim.unread or claim.right:
        return
    named = _named_alone(claim, text, language)
    if named is None or text[_end_of(before, claim.clause_start) : claim.clause_start].strip(" ,"):
        return
    if any(index.variant(concept, "growth") is None for concept in named.meanings.concepts):
        return
    claim.kind, claim.sign, claim.verb, claim.unsure_sign = "growth", before.sign, verb, before.unsure_sign
    claim.times = claim.times or before.times


def _end_of(claim: Claim, limit: int) -> int:
    """Return where a figure ends, with the phrases of time behind it: grew 5% over the half."""
    phrases = (*claim.times, *([claim.base] if claim.base else []))
    return max([claim.figure.end, *(phrase.end for phrase in phrases if phrase.end <= limit)])


def _named_alone(claim: Claim, text: str, language: Language) -> Token | None:
    """Return the name of a concept that a clause consists of, behind a conjunction: and loans 4%."""
    named = [token for token in claim.left if token.is_term]
    if len(named) != 1 or not named[0].meanings.concepts or text[named[0].end : claim.figure.start].strip():
        return None
    before = text[claim.clause_start : named[0].start].replace(",", " ").split()
    little = (*language.conjunctions, *language.light_words, *language.extra["articles"])
    return named[0] if all(word in little for word in before) else None
