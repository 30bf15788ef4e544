"""Members said without the noun that their names share, or with more of their name than a term has.

2.05 million cards, 1.43 million debit and 0.62 million credit; residential mortgages, of Residential mortgage loans.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD
from tagger.links.candidate import Context
from tagger.links.compared import leave_compared
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.told_with import leave_definitions, leave_told_with
from tagger.links.unread_modifiers import find_modifiers, names_of
from tagger.words.forms import singulars
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word

_WORD = re.compile(r" ?([a-z][a-z-]*)")
_SKIPPED = 4
"""How many words may lead from a figure to the part."""


def take_modifier(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Give a part of what its sentence counts the member that its first words tell without their noun."""
    last = context.last
    if last is None or claim.kind not in ("level", "share") or claim.left_terms or not claim.right_end:
        return
    if any(token.is_term for token in (*claim.right, *claim.part)) or claim.figure.kind == "percent":
        return
    concept = last.candidate.concept
    if index.unit_price(concept, claim.figure, "level", claim.counted) is None:
        return
    at = claim.figure.end
    for _ in range(_SKIPPED):
        word = _WORD.match(text, at, claim.right_end)
        if word is None or any(time.start <= word.start(1) < time.end for time in claim.times):
            return  # in the current year: no current accounts
        pairs = [
            pair
            for said in (word[1], *singulars(word[1], language))
            for pair in index.modifiers.get(said, ())
            if index.permits(concept, frozenset((pair[0],)))
        ]
        if len(set(pairs)) == 1:
            (axis, member), (start, end) = pairs[0], word.span(1)
            meaning = Word((Meaning("member", member, axis),))
            claim.left = [*claim.left, Token(start, end, meaning, is_term=True)]
            claim.right_unread = [hole for hole in claim.right_unread if hole != (start, end)]
            named = {(token.start, token.end) for token in last.claim.left}
            claim.unread = [hole for hole in claim.unread if hole not in named]
            return
        if (
            word[1] not in language.clause_words
            and word[1] not in language.behind_figures
            and word[1] not in language.part_pronouns
        ):
            return
        at = word.end()


def _leave_out_opening(claim: Claim, text: str, language: Language) -> None:
    """Leave out what only points back before a clause's own subject: under this programme we bought back 9 million shares."""
    ends = {token.end + 1 for token in claim.left if "back_reference" in token.meanings.kinds}
    for token in claim.left:
        if text[token.start : token.end] in language.first_person or "own" in token.meanings.kinds:
            claim.unread = [hole for hole in claim.unread if hole[0] not in ends or hole[0] > token.start]
            return


def leave_out_own_words(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Take out of a claim the unread words right before a name that another name of the same thing holds too.

    So is what says of a flow that it is new: new syndicated loans arranged. First, a name that another is told with.
    """
    if claim.figure.kind not in _COUNTS:
        claim.left = _without_counts(claim.left, text, index, language)
        claim.right = _without_counts(claim.right, text, index, language)
        claim.lead = _without_counts(claim.lead, text, index, language)
        claim.part = _without_counts(list(claim.part), text, index, language) if claim.part else claim.part
    if claim.lead:
        leave_compared(claim, text, language)
    if claim.back_reference and claim.unread:
        _leave_out_opening(claim, text, language)
    leave_definitions(claim, text, language)
    leave_told_with(claim, text, index, language)
    if claim.kind in ("change", "growth"):
        _take_change_by_itself(claim, text, language)
    begun = {token.start: token for token in claim.left if token.is_term} if claim.unread else {}
    if begun:
        claim.unread = [
            hole
            for hole in claim.unread
            if (token := begun.get(hole[1] + 1)) is None
            or not (
                any(text[slice(*hole)] in name.split() for name in names_of(token, index))
                or (text[slice(*hole)] in language.extra["newness"] and _is_flow(token, index))
            )
        ]
    if claim.unread or claim.right_unread:
        find_modifiers(claim, text, index, language)


_COUNTS = ("", "count")


def _without_counts(tokens: list[Token], text: str, index: TaxonomyIndex, language: Language) -> list[Token]:
    """Return words, of whom something is given to or comes from no number of them: 60% were to corporate customers."""
    parties = language.extra["parties"]
    if not parties or not any([token.nested for token in tokens]):  # noqa: C419  # no generator: half the time
        return tokens
    found = list(tokens)
    for at, token in enumerate(tokens):
        if not token.nested or token.meanings.concepts or not token.meanings.members:
            continue
        words = text[max(0, token.start - _PARTY) : token.start].split()
        while len(words) > 1 and (
            words[-1] in language.linked_articles or words[-1] in language.extra["articles"]
        ):
            words.pop()
        if words and words[-1] in parties:
            found[at] = replace(token, nested=tuple([t for t in token.nested if not _is_count(t, index)]))
    return found


def _is_count(token: Token, index: TaxonomyIndex) -> bool:
    """Return whether a word is how many there are of something, and nothing else."""
    concepts = [index.taxonomy.concept_by_qname[concept].type for concept in token.meanings.concepts]
    return bool(concepts) and all(kind == "count" for kind in concepts)


_PARTY = 16


def _take_change_by_itself(claim: Claim, text: str, language: Language) -> None:
    """Read a change that an article opens by what a link joins to it: attributable to (a 6.6% spike in fee income).

    It is none of what stands before it where nothing explains that: costs benefited from a 3% dip in headcount.
    """
    verb = claim.verb
    if verb is None or verb.start != claim.figure.end + 1:
        return
    opened, link = text[claim.clause_start : claim.figure.start].split(), NEXT_WORD.match(text, verb.end)
    if not opened or opened[-1] not in language.one or link is None or link[1] not in language.links:
        return
    if link[1] in language.genitives:
        return
    named = next((token for token in claim.right if token.start > link.end()), None)
    hole = next((hole for hole in claim.right_unread if hole[0] >= link.end()), None)
    if named is not None and named.meanings.concepts and (hole is None or named.start < hole[0]):
        claim.unread = []
    elif hole is not None and (named is None or hole[0] < named.start):
        between = text[link.end() : hole[0]].strip()
        if not between or between in language.linked_articles:
            claim.leave_apart([hole])


def _is_flow(token: Token, index: TaxonomyIndex) -> bool:
    """Return whether a word names nothing but flows."""
    return bool(token.meanings.concepts) and all(index.is_flow(c) for c in token.meanings.concepts)
