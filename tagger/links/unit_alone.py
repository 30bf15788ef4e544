"""The concepts that alone are counted in a unit: whoever says it says the concept."""

from __future__ import annotations

from taxonomy.model import Taxonomy


def only_of_units(taxonomy: Taxonomy, unit_words: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Return by each word of a count unit the concept that is counted in it, where there is one alone.

    A word that other units have too, or go on from, says nothing alone: tonnes, beside tonnes of CO2e.
    """
    counted: dict[str, list[str]] = {}
    for concept in taxonomy.concepts:
        if concept.unit and concept.variant is None:
            counted.setdefault(concept.unit, []).append(concept.qname)
    return {
        word: (concepts[0],)
        for unit, concepts in counted.items()
        if len(concepts) == 1
        for word in unit_words.get(unit, ())
        if len(word) > 1
        and not any(
            longer.startswith(word) for other in unit_words if other != unit for longer in unit_words[other]
        )
    }
