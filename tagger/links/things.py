"""The things that a count counts, where a concept is called by their number: 812,000 clients, of number of clients."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting


def take_things(claim: Claim, setting: Setting) -> None:
    """Read the things right behind a count as the concept that is their number, where no word names another."""
    said = (*claim.left, *claim.right, *claim.near_lead)
    if claim.scattered or not claim.counted or any(token.meanings.concepts for token in said):
        return
    text = setting.prose.text
    things = text[
        claim.figure.end : text.rfind(claim.counted, 0, claim.noun_end) + len(claim.counted)
    ].strip()
    for of in setting.language.extra["numbers_of"]:
        word = setting.vocabulary.terms.get(f"{of} {things}")
        if word is not None and len(word.concepts) == 1:
            claim.scattered = word.concepts[0]
