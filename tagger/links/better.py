"""What improves as it grows, and what does as it falls: the cost-income ratio improved by two points, to less."""

from __future__ import annotations

from taxonomy.model import Taxonomy


def better_of(
    taxonomy: Taxonomy, names: dict[str, tuple[str, ...]], improves: dict[str, str]
) -> dict[str, int]:
    """Return 1 by each concept that improves as it grows, -1 by each that does as it falls.

    Income improves as it grows: a flow of money whose balance is credit. A rate's names tell, if three in four agree:
    by what they end in, else by what they hold. names: of each concept. improves: word to "higher" or "lower".
    """
    found: dict[str, int] = {}
    for concept in taxonomy.concepts:
        if concept.type == "monetary":
            if concept.period_type == "duration" and concept.balance == "credit":
                found[concept.qname] = 1
        elif concept.type == "percent":
            said = [way for name in names.get(concept.qname, ()) if (way := _direction(name, improves))]
            if 2 * abs(sum(said)) > len(said):
                found[concept.qname] = 1 if sum(said) > 0 else -1
    return found


def _direction(name: str, improves: dict[str, str]) -> int:
    last = next((way for word, way in improves.items() if name.endswith(word)), "")
    ways = {last} if last else {way for word, way in improves.items() if word in name}
    return 0 if len(ways) != 1 else 1 if ways == {"higher"} else -1
