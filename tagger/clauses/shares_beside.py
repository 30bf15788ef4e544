"""A share that an amount is beside: of this, RMB115 billion, or 30%, was held by companies; both are of what stands behind."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import COUNTED, UP_OR_DOWN
from tagger.figures.figure import Figure
from tagger.words.language import Language

_CLOSED = ",)"


def behind_share(claim: Claim, share: Figure, end: int, text: str, language: Language) -> tuple[int, int]:
    """Return where the words behind a figure begin, and where they end: behind the share beside it, where that parts them.

    share: the next figure. end: where the one behind it begins, or the sentence ends.
    """
    if _is_share_beside(claim, share, text, language):
        return share.end + 1, end
    return claim.figure.end, share.start


def _is_share_beside(claim: Claim, share: Figure, text: str, language: Language) -> bool:
    """Return whether a share is beside an amount that its clause says nothing of, and words go on behind it.

    What has moved is no part: rose by $5 million, or 4%, on the back of mortgages.
    """
    amount = claim.figure
    if amount.kind not in COUNTED or text[share.end : share.end + 1] not in tuple(_CLOSED):
        return False
    if claim.left_terms or any(token.meanings.verb in UP_OR_DOWN for token in claim.left):
        return False
    gap = text[amount.end : share.start]
    words = gap.replace(",", " ").replace("(", " ").split()
    if words and words[-1] in language.before:
        words.pop()
    if words and words[-1] in language.restatements:
        words.pop()
    elif "(" not in gap:
        return False
    known = language.subject_pronouns | language.wholes | frozenset(language.linked_articles)
    return not words or (
        words[0] in language.genitives[:1]
        and all(w in known or w in language.part_pronouns for w in words[1:])
    )
