"""What a per cent of Han prose is of what the clause right before it says: 養老金託管增速更快，為17.8%."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import UP_OR_DOWN
from tagger.links.setting import Setting
from tagger.words.word import Token

_BEHIND = 8
"""How many characters may stand behind the noun in its clause: 增速明顯有所放緩."""


def take_verb_beside(claim: Claim, setting: Setting) -> None:
    """Read a per cent that only a verb of level leads to as the growth or the share that the clause before speaks of."""
    if claim.figure.kind != "percent" or claim.kind != "level" or claim.is_before or claim.unread:
        return
    if any(token.is_term or token.meanings.verb not in ("", "level") for token in claim.left):
        return
    near, text, language = claim.near_lead, setting.prose.text, setting.language
    verbs = [t for t in reversed(near) if t.meanings.verb in _TOLD and not t.is_term]
    nouns = language.growth_nouns  # 增速有所放緩
    verb = next((t for t in verbs if text[t.start : t.end] in nouns), verbs[0] if verbs else None)
    if verb is None or not _has_end(claim, verb, setting):
        return
    ends = next((t.start for t in near if "difference" in t.meanings.kinds), claim.clause_start)
    if ends - verb.end > _BEHIND or any(token.is_term and token.start >= verb.end for token in near):
        return
    if verb.meanings.verb == "share":
        claim.kind, claim.verb = "share", verb
    elif text[verb.start : verb.end] in nouns or _is_no_rate(claim, near, setting):
        claim.change_by(verb, verb.meanings.verb)


_TOLD = (*UP_OR_DOWN, "share")


def _has_end(claim: Claim, verb: Token, setting: Setting) -> bool:
    """Return whether the clause of a verb ends right before the figure's, and says of it only how much: 較快."""
    said = setting.prose.text[verb.end : claim.clause_start]
    return said[-1:] in "，," and len(said) > 1 and not any(mark in said[:-1] for mark in "，,；;、。")


def _is_no_rate(claim: Claim, near: list[Token], setting: Setting) -> bool:
    """Return whether nothing that the clause before names is itself so many per cent: 不良率有所下降，為1.2%."""
    concepts = [concept for token in near for concept in token.meanings.concepts]
    return bool(concepts) and not any(
        setting.index.unit_price(concept, claim.figure, "level", claim.counted) is not None
        for concept in concepts
    )
