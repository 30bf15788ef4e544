"""What an amount comes to on a share, in a clause that names nothing: net income was $15m. On a diluted share that is $3.41.

Words before the amount or behind it say of how much it is, and a pronoun, or nothing, stands for what the amount before
was of.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, NEXT_WORD
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context
from tagger.links.each import said_of_figures
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import ONLY_FUNCTION, Meaning, Token, Word

Span = tuple[int, int]


def take_for_one(claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Give such an amount the concept that is called as the one before, with the words for so much of it."""
    amount = claim.kind == "level" and claim.figure.kind == "money" and claim.figure.scale <= 0
    if not amount or not language.extra["for_one"] or claim.left_terms or context.broken:
        return
    ones = tuple(language.extra["for_one"])
    before = _of_how_much((*ones, *language.distributives))
    found = before.search(text, claim.clause_start, claim.figure.start) or _of_how_much(ones).match(
        text, claim.figure.end + 1
    )
    if found is None:
        return
    said = found.span()
    words = list(_WORD.finditer(text, *found.span(1)))
    for length in range(len(words), 0, -1):
        called = [frozenset(word.group() for word in words[:length])]
        concept = said_of_figures(called, context.frames or context.earlier, index, language)
        if concept:
            behind = NEXT_WORD.match(text, words[length - 1].end())
            basis = behind is not None and language.words.get(behind[1]) == "scope"  # on a per-share basis
            said = found.start(), (behind if behind is not None and basis else words[length - 1]).end()
            break
    else:
        return
    if _says_no_more(claim, said, text, language):
        claim.left = [Token(*said, Word((Meaning("concept", concept),)), is_term=True)]
        claim.unread = []
        claim.right_unread = outside(claim.right_unread, *said)


def _says_no_more(claim: Claim, said: Span, text: str, language: Language) -> bool:
    """Return whether nothing else than a pronoun and a verb stand in the clause; said: of how much it is."""
    if any(end > said[1] and start < claim.figure.start for start, end in claim.unread):
        return False
    pronouns = (*language.subject_pronouns, *language.relatives, *language.auxiliaries)
    return all(
        said[0] <= token.start < said[1]
        or token.meanings.verb in ("level", "reach")
        or not token.meanings.kinds.isdisjoint(BESIDE_AMOUNT)
        or text[token.start : token.end] in pronouns
        or (token.meanings.kinds == ONLY_FUNCTION and text[token.start : token.end] not in language.links)
        for token in claim.left
    )


@cache
def _of_how_much(openers: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what says of how much an amount is: on a (diluted share), per (share)."""
    return re.compile(rf"(?<![a-z-])(?:{alternation(openers) or '(?!)'})[ -]([a-z]+(?:[ -][a-z]+){{0,2}})")


_WORD = re.compile("[a-z]+")
