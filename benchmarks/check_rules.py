"""How long the rules of good practice take on a large taxonomy, and how that grows with its size.

Run: python benchmarks/check_rules.py [CONCEPTS]

Taxonomies of CONCEPTS / 4, CONCEPTS / 2 and CONCEPTS concepts (20,000 where it is not said), each with three
languages, terms, definitions, a hypercube for every 40 concepts with axes of its own, groups and sums, are checked in turns;
the least CPU time of five counts. One row a size: seconds, and the time a concept against the smallest's.
"""

from __future__ import annotations

import sys
from collections import Counter
from time import process_time

from taxonomy.model import Axis, Calculation, Concept, Group, Hypercube, Label, Member, Taxonomy
from taxonomy.rules.registry import RULES, remarks_of
from taxonomy.rules.subject import Subject

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
TURNS = 5
PER_CUBE = 40


def labels_of(word: str, number: int) -> tuple[Label, ...]:
    """Return a label, a definition and two terms in each language."""
    return tuple(
        Label(language, text, role)
        for language in LANGUAGES
        for text, role in (
            (f"{word} {number} 額", "standard"),
            (f"What is said of {word} {number}.", "documentation"),
            (f"{word} no {number}", "term"),
            (f"{number} {word}", "term"),
        )
    )


def made(size: int) -> Taxonomy:
    """Return a taxonomy of that many concepts."""
    names = [f"big:Amount{number}" for number in range(size)]
    concepts = tuple(
        Concept(name, "monetary", "duration", labels_of("Amount", number), "debit")
        for number, name in enumerate(names)
    )
    axes = tuple(
        Axis(f"big:Kind{number}Axis", labels_of("Kind", number), f"big:All{number}Member", members_of(number))
        for number in range(size // PER_CUBE)
    )
    parts = [names[start : start + PER_CUBE] for start in range(0, size, PER_CUBE)]
    return Taxonomy(
        "big",
        "http://example.org/big/2024",
        "2024-12-31",
        "http://example.org/big/2024/big.xsd",
        tuple(Label(language, "Big") for language in LANGUAGES),
        (),
        axes,
        concepts,
        tuple(
            Hypercube(f"Cube{number}", tuple(listed), (f"big:Kind{number}Axis",))
            for number, listed in enumerate(parts)
        ),
        tuple(Group(labels_of("Group", number)[:1], tuple(listed)) for number, listed in enumerate(parts)),
        tuple(Calculation(listed[0], tuple((name, 1) for name in listed[1:])) for listed in parts),
    )


def members_of(axis: int) -> tuple[Member, ...]:
    """Return the default of an axis, and nine members below it."""
    default = Member(f"big:All{axis}Member", labels_of("All", axis))
    return (default, *(Member(f"big:M{axis}x{number}Member", labels_of("M", number)) for number in range(9)))


def seconds(taxonomy: Taxonomy) -> tuple[float, int]:
    """Return the CPU time of one check, and how many remarks it made."""
    start = process_time()
    remarks = Counter(rule.code for rule, _ in remarks_of(Subject(taxonomy)))
    return process_time() - start, remarks.total()


def main() -> None:
    """Measure, and print a row a size."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    sizes = [largest // 4, largest // 2, largest]
    taxonomies = {size: made(size) for size in sizes}
    least = dict.fromkeys(sizes, float("inf"))
    remarks: dict[int, int] = {}
    for _ in range(TURNS):
        for size in sizes:
            took, remarks[size] = seconds(taxonomies[size])
            least[size] = min(least[size], took)
    print(f"{len(RULES)} rules")
    base = least[sizes[0]] / sizes[0]
    for size in sizes:
        grown = least[size] / size / base
        print(
            f"{size:>7,} concepts  {least[size]:6.2f} s  {grown:5.2f} × a concept  {remarks[size]:>9,} remarks"
        )


if __name__ == "__main__":
    main()
