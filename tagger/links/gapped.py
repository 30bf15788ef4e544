"""Verbs that a clause leaves out because the one before said them: deposits grew 5% and loans 4%."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token

_OF_PART = 2


def take_gapped_verb(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Read a per cent right behind another name as the growth that the verb of the clause before says.

    Only where nothing that the clause names is itself measured in per cent: deposits grew 5% and the margin 1.9%.
    """
    before = _growth_before(context)
    if before is None or claim.kind != "level" or claim.figure.kind != "percent" or claim.verb is not None:
        return
    ends = context.last.claim if context.last is not None else before
    verb = before.verb
    if before.kind != "growth" or verb is None or verb.start > before.figure.start or before.is_before:
        return
    if (claim.of_which and claim.is_latin) or claim.is_before or claim.base or claim.whole or claim.unread:
        return
    if claim.right and not _comes_to(claim, text, language):
        return
    named = _named_alone(claim, text, language)
    if named is None or text[_end_of(ends, claim.clause_start) : claim.clause_start].strip(" ,，、;；"):
        return
    if any(index.variant(concept, "growth") is None for concept in named.meanings.concepts):
        return
    if not claim.is_latin and _is_called_a_rate(text[named.start : named.end], index, language):
        return
    claim.kind, claim.sign, claim.verb, claim.unsure_sign = "growth", before.sign, verb, before.unsure_sign
    claim.times = claim.times or before.times


def _growth_before(context: Context) -> Claim | None:
    """Return the growth right before, or before what it came to: loans were up 7% at 36 billion, deposits 5%."""
    for frame in context.frames[:-3:-1]:
        if frame.claim.kind == "growth":
            return frame.claim
        if frame.claim.kind != "level" or frame.claim.left_terms or frame.claim.is_before:
            return None
    return None


def _comes_to(claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing but what it came to stands behind a growth: deposits 5% to 44 billion."""
    first = text[claim.right[0].start : claim.right[0].end]
    comes = first in language.links_at or first in language.extra["arrivals"]
    known = all(text[slice(*hole)] in language.currencies for hole in claim.right_unread)
    return comes and known and not any(token.is_term for token in claim.right)


def _end_of(claim: Claim, limit: int) -> int:
    """Return where a figure ends, with the phrases of time behind it: grew 5% over the half."""
    phrases = (*claim.times, *([claim.base] if claim.base else []))
    return max([claim.figure.end, *(phrase.end for phrase in phrases if phrase.end <= limit)])


def _named_alone(claim: Claim, text: str, language: Language) -> Token | None:
    """Return the name of a concept that a clause consists of, behind a conjunction: and loans 4%."""
    named = [token for token in claim.left if token.is_term]
    if not claim.is_latin and len(named) == _OF_PART and named[0].end == named[1].start:
        part = bool(named[0].meanings.members) and not named[0].meanings.concepts
        named = named[part:]  # 個人 + 存款
    if len(named) != 1 or not named[0].meanings.concepts or text[named[0].end : claim.figure.start].strip():
        return None
    if not claim.is_latin:
        rest = [token for token in claim.left if token.end <= named[0].start and not token.is_term]
        joins = all(
            text[t.start : t.end] in language.conjunctions or "of_which" in t.meanings.kinds for t in rest
        )
        return named[0] if joins else None
    before = text[claim.clause_start : named[0].start].replace(",", " ").split()
    little = (*language.conjunctions, *language.light_words, *language.extra["articles"])
    return named[0] if all(word in little for word in before) else None


def _is_called_a_rate(said: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether one sign more makes a name that of a rate, which a per cent is rather: 存款增長5%，不良貸款1.2%."""
    names = index.named_parts
    called = {said + head for heads in language.heads for head in heads if len(head) == 1}
    return any(not called.isdisjoint(names.names[rate]) for rate in names.rates)
