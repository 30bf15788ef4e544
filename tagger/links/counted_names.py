"""Counts and amounts of Han prose whose names the clause only begins, or only ends.

簽訂租約207宗, of 簽訂租約宗數; 操作風險事件26起，損失金額X, of 操作風險損失金額.
"""

from __future__ import annotations

from collections.abc import Iterable

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context, Frame
from tagger.links.of_members import has_unit
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Token, Word

_KINDS = frozenset(("count", "money"))
_SHORTEST = 2


def take_counted_name(
    claim: Claim,
    context: Context,
    text: str,
    vocabulary: Vocabulary,
    index: TaxonomyIndex,
    language: Language,
) -> None:
    """Give a level of Han prose the concept whose name its words begin or end, where nothing they name fits it."""
    if claim.figure.kind not in _KINDS or claim.right or claim.whole:
        return
    named = None
    for token in claim.left:
        for concept in token.meanings.concepts:
            if has_unit(concept, claim, index):
                return
            named = token
    if named is not None:
        token = named
        said = text[token.start : token.end]
        word = _first_fitting((said + tail for tail in language.light_tails), claim, vocabulary, index)
        if word is not None and _goes_to_figure(token.end, claim):
            _put(claim, token.start, token.end, word)
    elif context.frames and not claim.of_which:
        _take_end(claim, context.frames[-1], text, vocabulary, index, language)


def _take_end(
    claim: Claim, last: Frame, text: str, vocabulary: Vocabulary, index: TaxonomyIndex, language: Language
) -> None:
    """Give an amount the name that begins as that of the figure before: 事件26起，損失金額X; or is it: 租約207宗，總額Y."""
    start, end = _run_of(claim)
    said = text[start:end]
    names = [text[t.start : t.end] for t in last.claim.left if t.meanings.concepts]
    tails = (*language.light_tails, *language.extra["whole_tails"])
    if said in tails:
        whole = [name + tail for name in names for tail in (said, "", *tails)]
        whole.extend(_of_things(last, index, language, said))
    else:
        names.extend(index.named_parts.names.get(last.candidate.concept, ()))
        rests = (rest for rest, _ in vocabulary.heads.get(said, ()))
        whole = [rest + said for rest in rests if len(rest) >= _SHORTEST and _begins(rest, names)]
    word = _first_fitting(whole, claim, vocabulary, index)
    if word is not None and not has_unit(last.candidate.concept, claim, index):
        _put(claim, start, end, word)


def _of_things(last: Frame, index: TaxonomyIndex, language: Language, said: str) -> list[str]:
    """Return what the number of the things may be called whose balance the figure before is: 貸款餘額X，戶數Y."""
    names = index.named_parts.names.get(last.candidate.concept, ())
    endings = tuple(language.balances)
    return [f"{name[: -len(end)]}{said}" for name in names for end in endings if name.endswith(end)]


def _begins(beginning: str, names: list[str]) -> bool:
    return any(name.startswith(beginning) for name in names)


def _run_of(claim: Claim) -> tuple[int, int]:
    """Return where the words right before a figure stand that are no verb and no time of it."""
    spans = sorted([*claim.unread, *((t.start, t.end) for t in claim.left if not t.meanings.verb)])
    start = end = spans[-1][1] if spans else claim.figure.start
    for first, last in reversed(spans):
        if last < start:
            break
        start = min(start, first)
    return (start, end) if _goes_to_figure(end, claim) else (end, end)


def _goes_to_figure(at: int, claim: Claim) -> bool:
    """Return whether nothing but verbs stands between a place and the figure."""
    behind = [token for token in claim.left if token.start >= at]
    covered = sum(token.end - token.start for token in behind)
    return covered == claim.figure.start - at and all(token.meanings.verb for token in behind)


def _first_fitting(
    names: Iterable[str], claim: Claim, vocabulary: Vocabulary, index: TaxonomyIndex
) -> Word | None:
    for word in filter(None, map(vocabulary.terms.get, names)):
        if any(has_unit(concept, claim, index) for concept in word.concepts):
            return word
    return None


def _put(claim: Claim, start: int, end: int, word: Word) -> None:
    """Let a stretch of a claim's words be a term."""
    kept = [token for token in claim.left if token.end <= start or token.start >= end]
    claim.left = sorted([*kept, Token(start, end, word, is_term=True)], key=lambda token: token.start)
    claim.unread = outside(claim.unread, start, end)
