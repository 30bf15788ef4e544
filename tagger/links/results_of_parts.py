"""What a part of the entity earned or lost: the Other segment recorded a loss of $6 million, Corporate Clients earned $1,192m."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language


def result_of_part(
    claim: Claim, possible: list[str], text: str, index: TaxonomyIndex, language: Language
) -> str:
    """Return the one result that a part may have earned or lost in a clause that says no more of it; "" for none.

    possible: the concepts of its figure that may carry the part.
    """
    if claim.kind != "level" or claim.figure.kind != "money" or claim.of_another:
        return ""
    words = text[claim.clause_start : claim.figure.start].split()
    while words and words[-1] in language.currencies:
        words.pop()
    holes = _losses_in(claim, text, language)
    earned = bool(words) and words[-1] in language.extra["earned"] and not claim.unread
    if not earned and (not holes or len(holes) < len(claim.unread)):
        return ""
    results = [
        c for c in possible if index.is_flow(c) and index.is_called(c, tuple(language.extra["profits"]))
    ]
    if len(results) != 1:
        return ""
    for hole in holes:
        claim.unread = outside(claim.unread, *hole)
    return results[0]


def _losses_in(claim: Claim, text: str, language: Language) -> list[tuple[int, int]]:
    """Return the unread words that are a loss whose amount follows: a (loss) of $6 million."""
    return [
        (start, end)
        for start, end in claim.unread
        if text[start:end] in language.extra["loss_names"]
        and any(text.startswith(word, start) or text.startswith(word, start - 2) for word in language.losses)
        and all(
            word in language.currencies or word in language.genitives
            for word in text[end : claim.figure.start].split()
        )
    ]


def net_loss(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> str:
    """Return the concept called a net profit where a clause says no more than that it was a net loss; "" for none.

    None where words behind say what was lost on: a net loss of $6 million on the sale.
    """
    if claim.kind != "level" or claim.figure.kind != "money" or claim.of_another or len(claim.unread) != 1:
        return ""
    if any(t.meanings.concepts for t in (*claim.left, *claim.right)) or claim.right_unread:
        return ""
    nets, gains = language.tables["nets"], language.tables["gains"]
    holes = _losses_in(claim, text, language)
    if not holes or text[claim.clause_start : holes[0][0]].rstrip().rpartition(" ")[2] not in nets:
        return ""
    called = [
        concept
        for concept, names in index.named_parts.names.items()
        if any(
            len(words := name.split()) == _PAIR and words[0] in nets and words[1] in gains for name in names
        )
    ]
    found = [concept for concept in called if index.is_called(concept, tuple(language.extra["profits"]))]
    if len(found) == 1:
        claim.unread = []
    return found[0] if len(found) == 1 else ""


_PAIR = 2


def take_loss(claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Leave out that an amount was a loss where a profit was told before: pre-tax profit was $9m, after a loss of $3m in 2023."""
    frame = context.last or context.before
    if frame is None or not claim.unread or claim.kind != "level" or claim.figure.kind != "money":
        return
    holes = _losses_in(claim, text, language)
    if holes and index.is_called(frame.candidate.concept, tuple(language.extra["profits"])):
        claim.of_another = False
        for hole in holes:
            claim.unread = outside(claim.unread, *hole)
