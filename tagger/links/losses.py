"""Losses under a concept that is a profit: below zero, and open where they change."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting

_REACH = 24


def is_loss(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether the clause calls a loss what stands under a concept that is no loss by its name: 虧損0.58億元."""
    if claim.figure.kind != "money":
        return False
    text, start = setting.prose.text, claim.figure.start
    begin = max(claim.clause_start, start - _REACH)
    if claim.verb is not None and claim.verb.meanings.verb == "reach" and not claim.is_latin:
        reach = max(0, start - _REACH)  # 虧損減少兩成至5億元
        begin = max(reach, *(text.rfind(mark, reach, start) for mark in setting.language.clause_ends))
    said = text[begin:start]
    words, behind = setting.language.losses, setting.language.losses_behind
    lost = any(word in said for word in words) or (
        bool(behind) and text.startswith(behind, claim.figure.end + 1)
    )
    return lost and not setting.index.names_loss(concept, words)


def why_no_change(claim: Claim, concept: str, kind: str, setting: Setting) -> tuple[str, str] | None:
    """Return why a change is open whose clause calls a loss what is a profit by its concept: 除稅前虧損減少兩成.

    Which way the profit has gone is another thing than what the words say.
    """
    if claim.is_latin or kind == "level":
        return None
    text, losses = setting.prose.text, setting.language.losses
    lost = any(
        concept in token.meanings.concepts
        and text.endswith(losses[:1], token.start, token.end)
        and not setting.index.names_loss(concept, losses)
        for token in claim.left
    )
    return ("ambiguous", "it is a change of a loss, and the concept is a profit") if lost else None
