"""Amounts whose scale is not understood: €1.2 milliard, R$3.4 bi. Nobody gives an amount of money to a tenth of its unit."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting

UNSCALED = ("ambiguous", "in what scale it is given is not understood")
_TENTHS = 1
"""How many places an amount has whose scale must have been said: of a dividend there may be three."""


def is_unscaled(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether an amount of prose has places that only a scale explains, and none is read."""
    figure = claim.figure
    if figure.kind != "money" or figure.scale or figure.places != _TENTHS or figure.unit_word:
        return False
    language, index = setting.language, setting.index
    of_one = index.is_called(concept, (*language.distributives, *language.averages))  # book value per share
    return index.taxonomy.concept_by_qname[concept].type == "monetary" and not of_one
