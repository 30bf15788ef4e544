"""The balance that an axis parts into kinds: buy-to-let mortgages shrank by £2 billion, where mortgages are customer loans.

Many things may be said of kinds of loans: what was newly lent, what was lost on them. Whoever only says that the kind itself
grew, or what it came to, speaks of how much there is of it.
"""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.stems import stems_of
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language

_READINGS = ("level", "change", "growth")
_FEWEST = 2


def balance_of_kinds(
    claim: Claim,
    axes: set[str],
    possible: list[str],
    context: Context,
    index: TaxonomyIndex,
    language: Language,
) -> str:
    """Return the one balance of which a clause says how it moved or stands by the name of a kind; "" for none.

    axes, possible: those of the members it names, and the concepts of its figure that may carry them. None where the
    sentence before speaks of something else that is parted so: new lending was £9 billion. Mortgages rose by 5%. But where
    it went on from the balance itself, that is still meant.
    """
    if claim.kind not in _READINGS or (claim.kind == "level" and claim.figure.kind == "percent"):
        return ""
    found = [
        concept
        for concept in possible
        if not index.is_flow(concept)
        and not index.is_called(concept, index.better_words[1])  # of impaired loans the clause would say so
        and any(_parts(axis, concept, index, language) for axis in axes)
    ]
    if len(found) != 1 or _is_of_section(found[0], axes, context, index):
        return ""
    before = context.before
    told = before is not None and any(
        index.permits(before.candidate.concept, frozenset((axis,))) for axis in axes
    )
    goes_on = any(frame.candidate.concept == found[0] for frame in context.earlier)
    return found[0] if goes_on or not told else ""


def _is_of_section(concept: str, axes: set[str], context: Context, index: TaxonomyIndex) -> bool:
    """Return whether a heading names a part of the entity that may be meant too: Retail UK. Mortgages were £9 billion."""
    topics = {axis for token in context.topic for axis, _ in token.meanings.members}
    return any(index.permits(concept, frozenset((*axes, axis))) for axis in topics - axes)


def _parts(axis: str, concept: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether members of an axis are called kinds of what a balance is: home loans and car loans, of retail loans."""
    key = (axis, concept)
    known = index.named_parts.kinds_of_balances
    if key not in known:
        heads = {_head(name, language) for name in index.named_parts.names.get(concept, ())} - {""}
        called = [names for (other, _), names in index.named_parts.parts_called.items() if other == axis]
        alike = sum(any(_head(name, language) in heads for name in names) for names in called)
        known[key] = alike >= _FEWEST
    return known[key]


def _head(name: str, language: Language) -> str:
    """Return the stem of the noun that a Latin name is of: loan, of loans to individuals."""
    if not name.isascii():
        return ""
    words = re.split(rf" (?:{'|'.join(language.links)}) ", name)[0].split()
    return next(iter(stems_of(words[-1].rpartition("-")[2], language)), "") if words else ""  # multi-asset
