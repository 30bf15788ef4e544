"""How far something moved in each of its parts, behind where it moved: grew in all regions, by 12% in Asia and 9% in Europe."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.words.language import Language


def measures_parts(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word like "by" opens a figure's measure behind a comma, and what is named before that holds of more."""
    last = claim.last_word
    if last is None or text[last.start : last.end] not in language.by:
        return False
    return text.endswith(", ", claim.clause_start, last.start)
