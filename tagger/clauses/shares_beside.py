"""What parts a figure from the words behind it that it is of: a share beside it, a bracket with the time before.

Of this, RMB115 billion, or 30%, was held by companies; $6m (2023: $5m) on leases.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import COUNTED, NEXT_WORD, SKIPPED, UP_OR_DOWN, WORD_BEFORE_AMOUNT, leads_to_amount
from tagger.clauses.stretches import REACH
from tagger.figures.figure import Figure
from tagger.words.language import Language
from tagger.words.word import Token

_CLOSED = ",)"


FURTHER = 5
"""How many figures behind one may stand between it and the words that it is of, and one more."""


def words_behind(
    claim: Claim, further: list[Figure], end: int, text: str, language: Language, counted: frozenset[str]
) -> tuple[int, int]:
    """Return where the words behind a figure begin, and where they end: behind what parts them from it, if that does.

    further: the figures behind it. end: where the sentence ends. counted: the words of the taxonomy's count units.
    """
    at = claim.figure.end
    if claim.is_latin and text.startswith(" (", at):
        closed = _before_its_part(claim, text, language, frozenset() if claim.figure.kind else counted)
        limit = next((figure.start for figure in further if figure.start > closed), end)
        word = NEXT_WORD.match(text, closed, limit) if closed else None
        if word is not None and not leads_to_amount(text[word.end() : limit], language):
            return closed, limit  # and not: Rs 80 crore ($9m) to Rs 910 crore
    if not further:
        return at, end
    if (
        further[0].kind == "percent"
        and claim.is_latin
        and _is_share_beside(claim, further[0], text, language)
    ):
        return further[0].end + 1, further[1].start if len(further) > 1 else end
    return at, further[0].start


def _before_its_part(claim: Claim, text: str, language: Language, counted: frozenset[str]) -> int:
    """Return where a bracket right behind a figure closes before what the figure is of, or what it counts; else 0."""
    at = claim.figure.end
    closed = text.find(")", at, at + REACH) + 1
    word = NEXT_WORD.match(text, closed) if closed and "(" not in text[at + 2 : closed] else None
    if word is None:
        return 0
    joins = word[1] in language.links or word[1] in language.extra["part_links"]
    joins = joins or word[1] in counted
    if word[1] in language.auxiliaries:  # fees of $4m (2023: $3m) were earned in the north
        before = WORD_BEFORE_AMOUNT.search(text, claim.clause_start, claim.figure.start)
        joins = before is not None and before[1] in language.genitives[:1]
    return closed if joins or text.startswith(tuple(language.extra["allocations"]), closed + 1) else 0


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
    return said or _opens_of_before(claim, text)


def _opens_of_before(claim: Claim, text: str) -> bool:
    """Return whether all that stands before a per cent, but for bounds, says so: of this, 46% is in bonds."""
    near = claim.near_lead if claim.is_latin and claim.kind == "level" and not claim.unread else []
    if len(near) != 1 or "of_before" not in near[0].meanings.kinds:
        return False
    bare = all("before" in token.meanings.kinds for token in claim.left)
    return bare and text[near[0].end : claim.clause_start].strip(SKIPPED) == ","


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
