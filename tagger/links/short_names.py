"""What names of members leave without the noun that several of an axis share: debit, of debit cards and credit cards."""

from __future__ import annotations

from collections import defaultdict

from tagger.words.folding import fold
from taxonomy.model import Taxonomy

_SHORTEST = 4
"""How short a word tells none."""


def short_names_of(taxonomy: Taxonomy) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by what names leave without the noun that several members of an axis share, the (axis, member) they tell."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for axis in taxonomy.axes:
        heads: dict[str, set[str]] = defaultdict(set)
        names = [
            (fold(label.text), member.qname)
            for member in axis.members
            for label in member.labels
            if label.role in ("standard", "term") and label.text.isascii()
        ]
        for name, member in names:
            heads[name.rpartition(" ")[2]].add(member)
        for name, member in names:
            rest, _, head = name.rpartition(" ")
            if rest and len(rest) >= _SHORTEST and len(heads[head]) > 1 and not axis.role:
                found[rest].add((axis.qname, member))
    return {rest: tuple(sorted(pairs)) for rest, pairs in found.items()}
