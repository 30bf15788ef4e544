"""Words that two figures share: a noun said behind the second alone, a qualifier said before the first.

Asia brought in 5 and Europe 3 of revenue. 累計為3.2萬戶企業提供貸款486億元.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import SYMBOLS
from tagger.words.language import Language


def share_whole_behind(before: Claim, claim: Claim, text: str, language: Language) -> None:
    """Give an amount the whole that the per cent behind it is of: $14.9 billion was in bonds, or 19% of deposits."""
    if before.sentence != claim.sentence or claim.figure.kind != "percent" or before.figure.kind != "money":
        return
    said = text[claim.clause_start : claim.figure.start].strip()
    opens = said.startswith(language.restatements or "\0")
    if not opens or text[before.figure.end : claim.figure.start].count(",") > 1:
        return
    if any(token.meanings.concepts for token in (*before.left, *before.right, *before.lead)):
        return
    noun = next((token for token in claim.right if token.is_term), None)
    opens = text[claim.right[0].start : claim.right[0].end] in language.genitives
    if noun is None or not noun.meanings.concepts or not opens:
        return
    named = any(token.meanings.members for token in (*before.left, *before.right))
    if named and not any(hole[0] < noun.start for hole in claim.right_unread):
        before.right, before.right_unread = [*before.right, noun], []


def share_noun_behind(before: Claim, claim: Claim, text: str, language: Language) -> None:
    """Give a figure the noun behind the next, where that only names another part: Asia brought in 5 and Europe 3 of revenue."""
    if (
        before.sentence != claim.sentence
        or before.figure.kind != claim.figure.kind
        or before.figure.kind == ""
    ):
        return
    if any(token.meanings.concepts for token in (*before.left, *before.right, *before.lead)):
        return
    own = [token for token in claim.left if "currency" not in token.meanings.kinds]
    if not own or text[own[0].start : own[0].end] not in language.conjunctions or claim.unread:
        return
    if not own[1:] or not all(token.meanings.members and not token.meanings.concepts for token in own[1:]):
        return
    noun = next((number for number, token in enumerate(claim.right) if token.is_term), None)
    if noun is None or not claim.right[noun].meanings.concepts or not before.left_terms:
        return
    if any(hole[0] < claim.right[noun].start for hole in claim.right_unread):
        return
    if text[claim.right[0].start : claim.right[0].end] in language.links:
        before.right, before.right_unread = claim.right[: noun + 1], []


def share_counted_noun(before: Claim, claim: Claim, text: str, language: Language) -> None:
    """Give a count of a part the noun behind the next count: 86 million personal and 1.4 million corporate customers."""
    if before.sentence != claim.sentence or before.figure.kind or before.counted or not claim.counted:
        return
    part, noun = (next((token for token in one.right if token.is_term), None) for one in (before, claim))
    if part is None or noun is None or part.meanings.concepts or noun.start != claim.figure.end + 1:
        return
    joined = text[part.end : claim.figure.start].strip() in language.conjunctions
    if part.start != before.figure.end + 1 or not joined:
        return
    nouns = [noun] if noun.meanings.concepts else [one for one in noun.nested if one.meanings.concepts]
    if nouns:
        before.right, before.right_unread, before.counted = [part, *nouns], [], claim.counted


def share_whole_across(before: Claim, claim: Claim, text: str, language: Language) -> None:
    """Give a rate the whole whose amount stands between them: 0.67% of the $35.8 billion of loans outstanding."""
    if before.sentence != claim.sentence or claim.figure.kind != "money" or not before.right:
        return
    if before.figure.kind not in ("percent", "basis_points") or claim.unread:
        return
    words = text[before.figure.end : claim.figure.start].split()
    opens = bool(words) and words[0] in language.genitives[:1]
    for word in words[1:]:
        symbol = not word.strip(SYMBOLS) or word.strip(SYMBOLS) in language.currencies
        opens = opens and (symbol or word in language.linked_articles)
    noun = next((token for token in claim.right if token.is_term), None)
    if (
        not opens
        or noun is None
        or not noun.meanings.concepts
        or text[claim.right[0].start : noun.start].count(" ") > 1
    ):
        return
    hole = any(start < noun.start for start, _ in claim.right_unread)
    if text[claim.right[0].start : claim.right[0].end] in language.links and not hole:
        before.right, before.right_unread = [claim.right[0], noun], []


def go_on_with(before: Claim | None, claim: Claim, text: str, language: Language) -> None:
    """Give an amount of Han prose what its clause says before the count in it: 累計為3.2萬戶企業提供貸款486億元.

    What is joined to a figure by no more than a conjunction is of its time: 上年為24單及267.1億元.
    """
    if before is None or claim.is_latin or claim.clause_start != before.figure.end:
        return
    if (
        before.times
        and not claim.times
        and text[before.figure.end : claim.figure.start] in language.conjunctions
    ):
        claim.times = before.times
    if (before.figure.kind, claim.figure.kind, claim.kind) != ("count", "money", "level"):
        return
    said = frozenset(language.clause.values())
    claim.qualifiers.extend(q for q in before.qualifiers if q in said and q not in claim.qualifiers)
