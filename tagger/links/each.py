"""Amounts each whose name is parted by the amount, or said before: a dividend of 41 cents per share, and 38 cents per share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, SKIPPED
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context, Frame, near
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word, unnamed

_WORD = re.compile(r"[a-z][a-z'’-]*")
_BEHIND = re.compile(r"([a-z]+) ([a-z]+)")
_LONGEST, _BEHIND_WORDS = 4, 3
"""How many words of the name may stand before the amount."""


def take_name_around(
    claim: Claim,
    context: Context,
    text: str,
    vocabulary: Vocabulary,
    index: TaxonomyIndex,
    language: Language,
) -> None:
    """Give an amount each the term that its clause begins before it and ends behind it, or of which one before it was."""
    if not claim.is_latin:
        return
    if claim.kind == "level":
        first = claim.right[0] if claim.right else None
        if first is None or "each" not in first.meanings.kinds:
            _pair_again(claim, context, text, index, language)
        elif claim.bound == "low" or not text[claim.figure.end : first.start].strip(SKIPPED):
            _take_name_about(claim, first, context, text, vocabulary, index, language)


def _take_name_about(
    claim: Claim,
    first: Token,
    context: Context,
    text: str,
    vocabulary: Vocabulary,
    index: TaxonomyIndex,
    language: Language,
) -> None:
    """Give an amount each of Latin prose its term; first: the word behind it that says that it is each one's."""
    behind = _BEHIND.match(text, first.start)
    if behind is None:
        return
    endings = (behind.group(), f"{language.distributives[0]} {behind[2]}")
    for start, end in _windows(claim, text):
        for ending in endings:
            word = vocabulary.terms.get(f"{text[start:end]} {ending}")
            if word is not None and word.concepts:
                _put(claim, Token(start, end, word, is_term=True))
                return
    words = _WORD.findall(text, behind.start(2), claim.right_end)[:_BEHIND_WORDS]
    named = [text[start:end] for start, end in _windows(claim, text) if " " not in text[start:end]]
    named = [name for name in named if name not in language.clause_words]
    called = [frozenset(words[:n]) for n in range(len(words), 0, -1)]
    named_so = [frozenset((name, words[0])) for name in named if words]  # dividends of $2.94 per share
    concept = _only_called([*called, *named_so], index, language)
    if not concept and _goes_on(claim, text, language):
        concept = said_of_figures(called, context.frames, index, language)
    if concept:
        claim.left = [Token(first.start, first.end, Word((Meaning("concept", concept),)), is_term=True)]
        claim.unread = []  # net income of $88.4 million, or $1.32 per diluted share


def _pair_again(claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Read what an amount like one before comes to a share as that did: $32m, or 27 cents a share, and $28m, or 29 cents."""
    if (
        claim.figure.kind != "money"
        or claim.figure.scale > 0
        or len(context.frames) < _PAIR
        or not claim.left
    ):
        return
    amount, each, again = context.frames[-3:]
    gap = text[again.claim.figure.end : claim.figure.start].lstrip(" ,(")
    like = (
        amount.candidate.concept == again.candidate.concept
        and each.candidate.concept in index.each_called(_ANY)
    )
    if like and gap.startswith(language.restatements or "\0") and _goes_on(claim, text, language):
        word = claim.left[0]
        meaning = Word((Meaning("concept", each.candidate.concept),))
        claim.left = [Token(word.start, word.end, meaning, is_term=True)]
        claim.times = claim.times or again.claim.times


_PAIR = 3
"""How many figures stand before one that ends a pair like the pair before it."""
_ANY: frozenset[str] = frozenset()


def _goes_on(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount each goes on from those before: or 70 cents a share, from 83 cents a share.

    It does not where its clause has a subject of its own: the Board proposes 24 cents a share, $0.12 per share was set aside.
    """
    joining = {
        *language.conjunctions,
        *(word for said in language.restatements for word in (said, *said.split())),
    }
    beside = ("level_from", "reach", "increase", "decrease")
    for token in claim.left:
        plain = token.meanings.verb in beside or not token.meanings.kinds.isdisjoint(BESIDE_AMOUNT)
        if not plain and text[token.start : token.end] not in joining:
            return False
    words = _WORD.findall(text, claim.figure.end, claim.figure.end + _REACH)
    return not claim.unread and not any(
        word in language.auxiliaries or word in language.finite_verbs for word in words
    )


_REACH = 30
"""How far behind an amount the verb of its own clause may stand."""


def _only_called(called: Iterable[frozenset[str]], index: TaxonomyIndex, language: Language) -> str:
    """Return the one amount each whose name holds all of some words, those that come first; "" where none is the only one.

    A name that leaves something out (excluding one-off items), or is measured otherwise (adjusted), is one only for words
    that say so.
    """
    aside = frozenset((*language.extra["told_without"], *language.extra["measured_otherwise"]))
    names = index.named_parts.names
    for words in called:
        concepts = [
            concept
            for concept in index.each_called(words)
            if all(aside.isdisjoint({*name.split()} - words) for name in names.get(concept, ()))
        ]
        if len(concepts) == 1:
            return concepts[0]
    return ""


def said_of_figures(
    called: list[frozenset[str]], frames: list[Frame], index: TaxonomyIndex, language: Language
) -> str:
    """Return which of several amounts each the figures before speak of: $1.62 per diluted share, and $1.52 per share in 2023.

    Or the one that is called as the amount which it says once more: compensation came to $32m, or 27 cents per share.
    """
    found = next(filter(None, map(index.each_called, called)), ())
    levels = [frame.candidate.concept for frame in near(frames) if frame.candidate.kind == "level"]
    if not levels or not found:
        return ""
    said = next((concept for concept in levels if concept in found), "")
    names = index.named_parts.names.get(levels[0], ())
    both = (words | frozenset(name.split()) for words in called for name in names)
    earned = any(name.startswith(tuple(language.extra["profit_names"])) for name in names)
    of_profit = (words | {name} for words in called for name in language.extra["profits_each"] if earned)
    return said or _only_called([*both, *of_profit], index, language)


def _windows(claim: Claim, text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of words before the amount, the nearest and longest first."""
    words = [found.span() for found in _WORD.finditer(text, claim.clause_start, claim.figure.start)]
    for last in range(len(words) - 1, -1, -1):
        for first in range(max(0, last - _LONGEST + 1), last + 1):
            yield words[first][0], words[last][1]


def _put(claim: Claim, term: Token) -> None:
    """Put a term in place of the words that it covers."""
    kept: list[Token] = []
    for token in claim.left:
        if token.start >= term.end or token.end <= term.start:
            kept.append(token)
        elif token.is_term and token.start < term.start:
            kept.append(_beginning(token, term.start))  # interim, of interim dividend
    claim.left = sorted([*kept, term], key=lambda token: token.start)
    claim.unread = outside(claim.unread, term.start, term.end)


def _beginning(token: Token, end: int) -> Token:
    """Return the beginning of a word, which still names the member that it does."""
    members = [meaning for meaning in token.meanings if meaning.kind == "member"]
    return Token(token.start, end, Word(members), is_term=True) if members else unnamed(token.start, end)


def who_each(claim: Claim, text: str, language: Language) -> Token | None:
    """Return the word for those who have an amount each: each employee received 29 hours, employees received 38 hours each."""
    each = next((token for token in claim.left if _is_each(token, claim, text, language)), None)
    last = claim.right[-1] if claim.right else None
    if each is None and last is not None and text[last.start : last.end] in language.distributives[1:3]:
        each = next((token for token in claim.left if token.meanings.concepts), None)
    return each


def _is_each(token: Token, claim: Claim, text: str, language: Language) -> bool:
    """Return whether what a word names only has an amount each: each employee received 29 hours of training."""
    if not token.is_term:
        return False
    before = WORD_BEFORE.search(text, claim.clause_start, token.start)
    return before is not None and before[1] in language.distributives


WORD_BEFORE = re.compile(r"([a-z]+)[^a-z0-9]*(?:[a-z]{1,3})?[^a-z0-9]?\Z")
"""The last word before a place, with a mark or a short word behind it: customers of the."""
