"""Which way a concept goes that something improved: what is better the higher, or the lower, it is."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token


def direction_of(claim: Claim, concept: str, kind: str, index: TaxonomyIndex) -> int:
    """Return 1 where what improved has grown, -1 where it has fallen, 0 where nobody knows; a share that is spoken of grows."""
    verb = claim.verb.meanings.verb if claim.verb is not None else ""
    income = index.better(concept) * (verb != "moved" and (verb != "further" or index.is_flow(concept)))
    return income if kind != "share_change" else (income or 1) * claim.says_share


def is_within_unsure(claim: Claim, token: Token | None, kind: str, index: TaxonomyIndex) -> bool:
    """Return whether a name stands within a longer one of which nobody knows it: the (tangible) common equity ratio."""
    if token is None or not claim.is_latin:
        return False
    outer = [
        t
        for t in claim.left
        if t.start <= token.start and token.end <= t.end and t.end - t.start > token.end - token.start
    ]
    return any(
        not direction_of(claim, concept, kind, index) for t in outer for concept in t.meanings.concepts
    )


def turn_judged(claim: Claim, setting: Setting) -> None:
    """Turn a change whose verb only judges it where a thing is better the lower it is: costs weakened by 2 points, up."""
    verb = claim.verb
    if verb is None or not claim.is_latin or claim.kind not in ("change", "growth"):
        return
    if setting.prose.text[verb.start : verb.end].partition(" ")[0] not in setting.language.extra["judging"]:
        return
    named = [concept for token in claim.left for concept in token.meanings.concepts]
    if named and all(setting.index.better(concept) < 0 for concept in named):
        claim.sign = -claim.sign
