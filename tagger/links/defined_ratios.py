"""What the definitions of rates say they are: the numerator and the denominator, from "Operating expenses over total income"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tagger.words.folding import fold
from tagger.words.language import Language, available, load_language
from taxonomy.model import Concept, Taxonomy

Ratios = dict[str, tuple[tuple[str, str], ...]]
"""By rate: (numerator, denominator), folded."""

_ASIDE = re.compile(r"[,;(，；（。]")  # annualised; in basis points
_RATES = frozenset(("percent", "decimal", "ratio"))


def defined_ratios_of(taxonomy: Taxonomy) -> Ratios:
    """Return the rates whose definition sets one thing over another: costs over income, losses as a share of loans."""
    found = {
        concept.qname: tuple(dict.fromkeys(_ratios_of(concept)))
        for concept in taxonomy.concepts
        if concept.type in _RATES and concept.variant is None
    }
    return {rate: pairs for rate, pairs in found.items() if pairs}


def _ratios_of(concept: Concept) -> Iterator[tuple[str, str]]:
    for label in concept.labels:
        if label.role != "documentation" or label.language not in available():
            continue
        language = load_language(label.language)
        told = _ASIDE.split(fold(label.text).strip(" ."))[0]
        for over in language.extra["set_over"]:
            first, found, second = told.partition(f" {over} " if over.isascii() else over)
            if found:
                yield _bare(first, language), _bare(second, language)
                break


def _bare(words: str, language: Language) -> str:
    """Return what a term of a ratio is called, without the words for how it is taken: annualised, average, of the year."""
    leading = (*language.linked_articles, *language.averages, *language.extra["yearly"])
    said = words.strip().removesuffix("。")
    ending = next((end for end in language.extra["set_over_ends"] if said.endswith(end)), "")
    said = said.removesuffix(ending)
    while begun := next((word for word in leading if said.startswith(f"{word} ")), ""):
        said = said[len(begun) + 1 :]
    for article in language.linked_articles[:1]:
        said = said.partition(f" {language.genitives[0]} {article} ")[0]  # dividends of the year
    return said
