"""Rows that are members with a word of what their table's title is of: 代理業務, over 手續費及佣金收入, are its 代理手續費."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.links.whole_labels import Named, WholeLabels, plain
from tagger.words.folding import fold
from tagger.words.language import Language, load_language
from taxonomy.model import Concept, Taxonomy


def part_called(
    name: str, concept: Concept, taxonomy: Taxonomy, labels: WholeLabels, language: Language
) -> Named | None:
    """Return the one member of a concept that is called by a row's name and a noun of the concept's own names."""
    inner = (name.removesuffix(word).strip() for word in language.extra["inner_nouns"] if name.endswith(word))
    endings = ("", *(many for _, many in language.plurals if many))
    nouns = [plain(noun) for noun in _nouns(concept, language)]
    found = {
        item
        for one in filter(None, map(plain, (name, *inner)))
        for noun in nouns
        for ending in endings
        for item in labels.by_label.get(f"{one}{noun}{ending}", ())
        if item.axis and taxonomy.permits(concept.qname, frozenset((item.axis,)))
    }
    return found.pop() if len(found) == 1 else None


def _nouns(concept: Concept, language: Language) -> Iterator[str]:
    """Yield what a concept's names join, with and without the word for an income: 手續費, 佣金, of 手續費及佣金收入."""
    gains = language.tables.get("gains", ())
    for label in concept.labels:
        if label.role == "documentation":
            continue
        for part in _joints(language.tags).split(fold(label.text)):
            said = part.strip()
            for noun in {said, *(said.removesuffix(word).strip() for word in gains)}:
                if len(noun) > 1:
                    yield noun


@cache
def _joints(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a language's conjunctions between the parts of a name."""
    words = sorted((word for word in load_language(*tags).conjunctions if word), key=len, reverse=True)
    joints = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return re.compile("|".join(joints) or "(?!)")
