"""Words of a clause that no term covers and that a member's name holds: they say that it speaks of a part of the whole."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting


def take_telling(claim: Claim, setting: Setting) -> None:
    """Tell a claim its unread words that are part of a member's name, but for those that stand behind one: 香港業務."""
    text = setting.prose.text
    if claim.unread and not claim.is_latin:
        claim.unread_said = {(start, end): text[start:end] for start, end in claim.unread}
    glued = [span for span in _glued_to_names(claim) if setting.index.may_name_part(text[slice(*span)])]
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
    return setting.index.tells_apart(bare)
