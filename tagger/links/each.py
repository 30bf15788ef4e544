"""Amounts each whose name is parted by the amount: a dividend of 41 cents per share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tagger.clauses.claim import Claim
from tagger.clauses.runs import SKIPPED
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word

_WORD = re.compile(r"[a-z][a-z'’-]*")
_BEHIND = re.compile(r"([a-z]+) ([a-z]+)")
_LONGEST, _BEHIND_WORDS = 4, 3
"""How many words of the name may stand before the amount."""


def take_name_around(
    claim: Claim, text: str, vocabulary: Vocabulary, index: TaxonomyIndex, language: Language
) -> None:
    """Give an amount each the term that its clause begins before it and ends behind it."""
    if not claim.is_latin:
        _take_name_before_each(claim, text, vocabulary, language)
        return
    if claim.kind != "level" or not claim.right:
        return
    first = claim.right[0]
    if "each" not in first.meanings.kinds or text[claim.figure.end : first.start].strip(SKIPPED):
        return
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
    words = _WORD.findall(text, first.end, claim.right_end)[:_BEHIND_WORDS]
    named = [text[start:end] for start, end in _windows(claim, text) if " " not in text[start:end]]
    called = [frozenset(words[:n]) for n in range(len(words), 0, -1)]
    called.extend(frozenset((name, words[0])) for name in named if words)  # dividends of $2.94 per share
    concept = next(filter(None, map(index.each_called, called)), "")
    if concept:
        claim.left = [Token(first.start, first.end, Word((Meaning("concept", concept),)), is_term=True)]
        claim.unread = []  # net income of $88.4 million, or $1.32 per diluted share


def _take_name_before_each(claim: Claim, text: str, vocabulary: Vocabulary, language: Language) -> None:
    """Give an amount each of Han prose the term that a verb parts: 全年股息合共每股港幣1.50元, of 股息每股."""
    if claim.figure.kind != "money" or claim.kind != "level":
        return
    each = next(
        (
            e
            for e in language.tables.get("per_unit", ())
            if text.find(e, claim.clause_start, claim.figure.start) > 0
        ),
        "",
    )
    at = text.rfind(each, claim.clause_start, claim.figure.start) if each else -1
    if at < 0 or any(t.is_term and t.end > at for t in claim.left):
        return
    end = at
    for token in reversed(claim.left):
        if token.end == end and not token.is_term:
            end = token.start
        elif token.start < end:
            break
    for start in range(max(claim.clause_start, end - _LONGEST_HAN), end - 1):
        word = vocabulary.terms.get(text[start:end] + each) if end < at else None
        if word is not None and word.concepts:
            _put(claim, Token(start, end, word, is_term=True))
            claim.unread = [hole for hole in claim.unread if hole[0] < end or hole[1] > at + len(each)]
            return


_LONGEST_HAN = 12


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
            kept.append(Token(token.start, term.start, Word(), is_term=False))  # interim, of interim dividend
    claim.left = sorted([*kept, term], key=lambda token: token.start)
    claim.unread = [hole for hole in claim.unread if hole[1] <= term.start or hole[0] >= term.end]
