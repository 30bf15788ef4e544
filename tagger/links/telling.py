"""Words of a clause that no term covers and that a member's name holds: they say that it speaks of a part of the whole."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.beside_names import take_beside
from tagger.links.setting import Setting
from tagger.words.word import Token


def take_telling(claim: Claim, setting: Setting) -> None:
    """Tell a claim its unread words that are part of a member's name, but for those that stand behind one: 香港業務."""
    text = setting.prose.text
    if claim.back_reference and not claim.is_latin:
        _leave_out_noun(claim)
    if claim.unread and not claim.is_latin:
        claim.unread_said = {(start, end): text[start:end] for start, end in claim.unread}
    glued = [span for span in _glued_to_names(claim) if setting.index.may_name_part(text[slice(*span)])]
    glued = [span for span in glued if not _take_member(claim, span, setting)]
    if glued:
        claim.unread = sorted((*claim.unread, *glued))
    if not (claim.unread or claim.whole_unread):
        return
    named = {token.end for token in claim.left if token.meanings.members}
    claim.telling = [
        (start, end)
        for start, end in (*claim.unread, *claim.whole_unread)
        if start not in named and start - 1 not in named and _tells_apart(text[start:end], setting)
    ]
    if claim.is_latin and claim.unread:
        take_beside(claim, setting)


def _leave_out_noun(claim: Claim) -> None:
    """Leave out the noun of what points back, which says nothing new: 該類產品, 上述企業."""
    ends = {token.end for token in claim.left if "back_reference" in token.meanings.kinds}
    claim.unread = [hole for hole in claim.unread if hole[0] not in ends]
    claim.left = [t for t in claim.left if t.start not in ends or t.meanings.kinds != {"member"}]


def _take_member(claim: Claim, span: tuple[int, int], setting: Setting) -> bool:
    """Give a claim the one member that is called so but for what such members are: 公司, of 公司客戶, in 公司貸款.

    Return whether there is one, which the concept right behind it may carry.
    """
    start, end = span
    word = setting.index.named_parts.begun_by(setting.prose.text[start:end], setting.language.member_heads)
    if word is None:
        return False
    axes = frozenset(axis for axis, _ in word.members)
    behind = (concept for t in claim.left if t.start == end for concept in t.meanings.concepts)
    if not any(setting.index.permits(concept, axes) for concept in behind):
        return False
    kept = [token for token in claim.left if token.end <= start or token.start >= end]
    claim.left = sorted([*kept, Token(start, end, word, is_term=True)], key=lambda token: token.start)
    return True


def _glued_to_names(claim: Claim) -> list[tuple[int, int]]:
    """Return the words that mean little by themselves but stand right before a name: 公司貸款, where 公司客戶 are a member."""
    if claim.is_latin:
        return []
    little = [token for token in claim.left if not token.is_term and token.meanings.kinds == _FUNCTION]
    if not little:
        return []
    starts = {token.start for token in claim.left if token.meanings.concepts}
    named = {token.end for token in claim.left if token.meanings.members}
    return [
        (token.start, token.end)
        for token in little
        if token.end in starts and token.start not in named  # 交通領域貸款
    ]


_FUNCTION = frozenset(("function",))


def _tells_apart(said: str, setting: Setting) -> bool:
    """Return whether a member's name holds the words, or what a negation makes another thing of."""
    bare = next(
        (said.removeprefix(word) for word in setting.language.negations if said.startswith(word)), said
    )
    neutral = bare in setting.language.neutral_nouns and bare in setting.index.named_parts.kinds
    return not neutral and setting.index.tells_apart(bare)
