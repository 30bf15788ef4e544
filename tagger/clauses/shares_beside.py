"""A share that an amount is beside: of this, RMB115 billion, or 30%, was held by companies; both are of what stands behind."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import COUNTED, SKIPPED, UP_OR_DOWN
from tagger.figures.figure import Figure
from tagger.words.language import Language
from tagger.words.word import Token

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


def is_of_before(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the words right behind a per cent say that it is of what came before: 28% of them."""
    first = next(iter(claim.right), None)
    said = (
        first is not None
        and not first.meanings.kinds.isdisjoint(_OF_BEFORE)
        and not text[claim.figure.end : first.start].strip(SKIPPED + ",")  # or 1.3%, of total loans
    )
    claim.total_behind = (
        said
        and first is not None
        and (
            any(word in text[first.start : first.end] for word in language.wholes)
            or _is_of_all_before(claim, first, text, language)
        )
    )
    return said


def _is_of_all_before(claim: Claim, behind: Token, text: str, language: Language) -> bool:
    """Return whether a pronoun stands for the whole of a share whose part is told: fees, at $5m, formed 68% of it.

    It ends its clause, behind a verb of share or what says an amount once more: cards brought in $5m, or 68% of it.
    """
    rest = text[behind.end : behind.end + 1]
    if (
        not claim.is_latin
        or rest.isalnum()
        or (rest == " " and text[behind.end + 1 : behind.end + 2].isalnum())
    ):
        return False
    opening = text[max(claim.figure.start - _OPENING, 0) : claim.figure.start]
    again = opening.rstrip(" ").endswith(tuple([f", {word}" for word in language.restatements]))
    verb = next((t for t in claim.left if t.meanings.verb == "share" and not t.is_term), None)
    if again or verb is None or claim.unread:
        return again
    return all(
        token.is_term for token in claim.left if token.end <= verb.start
    )  # rupee balances form 8% of it


_OF_BEFORE = frozenset(("of_before", "of_which"))
_OPENING = 24
