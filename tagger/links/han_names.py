"""Names that Han prose says without their last word, or with one more: 對公存款X, of 存款餘額; 託管業務規模, of 託管規模."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context
from tagger.links.of_members import has_unit
from tagger.links.setting import Setting
from tagger.words.word import Token, Word

_READINGS = ("level", "change", "growth")
_KINDS = ("money", "percent")
_SHORTEST = 2
_LONG = 4
"""From how many characters on the end of a name says by itself which name it is."""


def take_short_name(claim: Claim, setting: Setting) -> None:
    """Give a claim of Han prose the name that its unread words are but for a word inside, or for what a balance is called."""
    if claim.figure.kind not in _KINDS or claim.kind not in _READINGS or len(claim.unread) != 1:
        return
    if claim.whole or claim.of_shares or any(t.meanings.concepts for t in (*claim.left, *claim.right)):
        return
    start, end = claim.unread[0]
    text, nouns = setting.prose.text, setting.language.neutral_nouns
    if any(noun in text[start + _SHORTEST : end] for noun in nouns):
        _take_with_noun(claim, start, end, setting)
    elif not claim.is_acted_on and _goes_to_figure(end, claim):
        said, language = text[start:end], setting.language
        if said in language.organisations:
            return  # 其中銀行X, of a group: no 銀行結餘
        tails = (*language.balances, *language.extra["whole_tails"])
        words = filter(None, (setting.vocabulary.terms.get(said + tail) for tail in tails))
        levels = {c: word for word in words for c in word.concepts if not setting.index.is_flow(c)}
        if len(levels) == 1:
            concept, word = next(iter(levels.items()))
            if has_unit(concept, claim, setting.index):
                _put(claim, start, end, word)


def _take_with_noun(claim: Claim, start: int, end: int, setting: Setting) -> None:
    """Take a name that a noun which says little parts: 託管業務規模, of 託管規模."""
    text, index, stop = setting.prose.text, setting.index, end
    for token in claim.left:
        if token.start == stop and not token.is_term:
            stop = token.end
    for last in range(stop, end - 1, -1):
        said = text[start:last]
        for noun in setting.language.neutral_nouns:
            head, found, tail = said.partition(noun)
            word = setting.vocabulary.terms.get(head + tail) if found and len(head) >= _SHORTEST else None
            if word is not None and any(has_unit(concept, claim, index) for concept in word.concepts):
                _put(claim, start, last, word)
                return


def take_end_of_name(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a count the name that ends as its words do and begins as that of the figure before: 手機銀行註冊用戶X，月活躍用戶Y."""
    last = context.frames[-1] if context.frames else None
    if last is None or claim.right or claim.whole or claim.of_which or not claim.left:
        return
    start = min([claim.left[0].start, *(hole[0] for hole in claim.unread)])
    end = max((t.end for t in claim.left if not t.meanings.verb), default=start)
    end = max([end, *(hole[1] for hole in claim.unread)])
    said, heads = setting.prose.text[start:end], setting.vocabulary.heads
    if end - start < _LONG or not _goes_to_figure(end, claim):
        return
    if said not in heads:  # 月活用户, of 手机银行月活
        noun = next((word for word in setting.language.member_heads if said.endswith(word)), "")
        said = said.removesuffix(noun)
    names = setting.index.named_parts.names.get(last.candidate.concept, ())
    found = {
        rest
        for rest, concepts in heads.get(said, ())
        if any(has_unit(concept, claim, setting.index) for concept in concepts)
        and any(name.startswith(rest) for name in names)
    }
    if len(found) == 1:
        word = setting.vocabulary.terms[found.pop() + said]
        _put(claim, start, end, word)


def _goes_to_figure(at: int, claim: Claim) -> bool:
    """Return whether nothing but verbs, bounds and times stands between a place and the figure."""
    behind = [token for token in claim.left if token.start >= at]
    times = [phrase for phrase in (claim.base, *claim.times) if phrase is not None and phrase.start >= at]
    inside = [t for t in behind if any(p.start <= t.start < p.end for p in times)]
    covered = [*(p.end - p.start for p in times), *(t.end - t.start for t in behind if t not in inside)]
    return sum(covered) == claim.figure.start - at and all(
        t.meanings.verb or "before" in t.meanings.kinds for t in behind if t not in inside
    )


def _put(claim: Claim, start: int, end: int, word: Word) -> None:
    """Let a stretch of a claim's words be a term."""
    kept = [token for token in claim.left if token.end <= start or token.start >= end]
    claim.left = sorted([*kept, Token(start, end, word, is_term=True)], key=lambda token: token.start)
    claim.unread = outside(claim.unread, start, end)
