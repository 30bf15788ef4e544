"""How long the rules of good practice take on a large taxonomy, and how that grows with its size.

    PYTHONPATH=. python benchmarks/check_rules.py [CONCEPTS]

The taxonomy of `taxonomy_size.py` in a quarter, half and the whole of CONCEPTS (20,000 where it is not said) is held
against all rules, in turns; the least CPU time of several runs. One row a size: seconds, and the time a concept against the
smallest's.
"""

from __future__ import annotations

import sys
from time import process_time

from benchmarks.taxonomy_size import RUNS, generated
from taxonomy.model import Taxonomy
from taxonomy.rules.registry import RULES, remarks_of
from taxonomy.rules.subject import Subject


def seconds(taxonomy: Taxonomy) -> tuple[float, int]:
    """Return the CPU time of one check, and how many remarks it made."""
    start = process_time()
    remarks = sum(1 for _ in remarks_of(Subject(taxonomy)))
    return process_time() - start, remarks


def main() -> None:
    """Measure, and print a row a size."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    sizes = [largest // 4, largest // 2, largest]
    taxonomies = {size: generated(size) for size in sizes}
    least = dict.fromkeys(sizes, float("inf"))
    remarks: dict[int, int] = {}
    for _ in range(RUNS):
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
