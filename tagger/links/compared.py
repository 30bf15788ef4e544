"""What the subject of a sentence is only compared with before a comma: A grew faster than B, at 8%."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.words.language import Language


def leave_compared(claim: Claim, text: str, language: Language) -> None:
    """Take from what stands before a clause the name of what its subject is compared with, where a comma ends that."""
    words = [token for token in claim.lead if token.is_term]
    if len(words) < 2 or claim.left_terms:  # noqa: PLR2004
        return
    start = words[0].end
    said = text[start : claim.clause_start].rstrip()
    at = max(said.rfind(f" {word} ") for word in (*language.than, *language.extra["as_fast"]))
    behind = said[at + 1 :]
    if at < 0 or text[claim.clause_start - 1 : claim.clause_start] != "," or "," in behind.rstrip(", "):
        return
    if not any(character.isdigit() for character in behind):
        claim.lead = [token for token in claim.lead if token.start < start + at]
