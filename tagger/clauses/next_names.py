"""Names between two figures that are of the second: bills amounting to $5 million with a fair value of $6 million."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import leads_to_amount
from tagger.words.language import Language


def leave_name_of_next(claim: Claim, following: int, text: str, language: Language) -> None:
    """Leave a claim without the names behind its figure that lead to the next with a verb of their own.

    following: where that one begins.
    """
    opening, _, rest = text[claim.figure.end : following].lstrip().partition(" ")
    if claim.figure.kind != "money" or opening not in language.extra["accompanied"]:
        return
    name = next((token for token in reversed(claim.right) if token.is_term), None)
    if name is None or not name.meanings.concepts or not rest:
        return
    said = text[name.end : following].strip()
    verbs = (word for word, kind in language.verbs.items() if kind == "level" and said.startswith(word))
    verb = max(verbs, key=len, default="")
    if verb and leads_to_amount(said[len(verb) :], language):
        claim.right, claim.right_unread, claim.part = [], [], []
