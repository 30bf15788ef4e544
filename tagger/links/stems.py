"""The stems of words, by which a verb is known in the name of what is done: bought back, in share repurchases."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tagger.clauses.claim import Claim
from tagger.links.each import WORD_BEFORE
from tagger.words.language import Language

WORD = re.compile(r"[a-z][a-z0-9]+")


def stems_of(text: str, language: Language) -> frozenset[str]:
    """Return the stems of the words of a folded text that say what something is."""
    words = WORD.findall(text)
    if not language.particles.isdisjoint(words):
        words = _with_particles(words, language)
    return frozenset(
        _stem(language.stemmer, language.roots.get(word, word))
        for word in words
        if word in language.extra["opposites"]
        or (
            word not in language.clause_words
            and word not in language.light_words
            and word not in language.share_words
        )
    )


def all_stems(text: str, language: Language) -> frozenset[str]:
    """Return the stems of all words of a folded text."""
    return frozenset(_stem(language.stemmer, language.roots.get(word, word)) for word in WORD.findall(text))


def _with_particles(words: list[str], language: Language) -> list[str]:
    """Return words with those that a particle follows as one, where the two have a root together: bought back."""
    found: list[str] = []
    for word in words:
        together = f"{found[-1]} {word}" if found and word in language.particles else ""
        if together in language.roots:
            found[-1] = together
        else:
            found.append(word)
    return found


@cache
def _stem(stemmer: str, word: str) -> str:
    return str(_stemmer(stemmer).stemWord(word))


@cache
def _stemmer(name: str) -> Any:  # noqa: ANN401  # the library has no types
    from snowballstemmer import stemmer  # noqa: PLC0415  # for texts of alphabetic languages only

    return stemmer(name)


def word_before(text: str, start: int, end: int, language: Language) -> tuple[int, str]:
    """Return the word of text[start:end] right before its end, with a particle that it has, and where it begins; "" for none."""
    last = WORD_BEFORE.search(text, start, end)
    if last is None:
        return end, ""
    before = WORD_BEFORE.search(text, start, last.start(1)) if last[1] in language.particles else None
    if before is not None and f"{before[1]} {last[1]}" in language.roots:
        return before.start(1), f"{before[1]} {last[1]}"
    return last.start(1), last[1]


def stems_of_share(claim: Claim, text: str, language: Language) -> frozenset[str]:
    """Return the stems of a verb of share before an amount, which say nothing of its thing: customers accounted for $5m."""
    if claim.figure.kind not in ("", "count", "money"):
        return frozenset()
    said = (text[t.start : t.end] for t in claim.left if t.meanings.verb == "share" and not t.is_term)
    return stems_of(" ".join(said), language)
